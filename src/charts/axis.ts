/** The value axis of a chart whose marks stand on zero. */
import { scaleLinear } from 'd3-scale';
import type { Chart } from '../model/chart.ts';
import type { ChartItem } from '../model/scene.ts';

type Axis = ChartItem['axis'];

/** Steps that a value axis is divided into, about. */
const STEPS = 5;

/** Below this, values differ by less than doubles can divide into steps. */
const SMALLEST_RANGE = 1e-100;

/** Round bounds that hold zero, every value (or stack of values) and the reference. A percent axis runs from 0 to 1. */
export function axisOf(chart: Chart): Axis {
  const values = chart.series.flatMap(series => series.points.map(point => point.value ?? 0));
  if (chart.stacking === 'percent')
    return { minimum: values.some(value => value < 0) ? -1 : 0, maximum: 1, step: 0.25 };
  const ends = [...(chart.stacking === 'none' ? values : stackEnds(chart)), chart.reference?.value ?? 0];
  const lowest = Math.min(0, ...ends);
  const highest = Math.max(0, ...ends);
  if (highest - lowest < SMALLEST_RANGE) return { minimum: 0, maximum: 1, step: 0.25 };
  const ticks = scaleLinear().domain([lowest, highest]).ticks(STEPS);
  const step = exact(ticks[1]! - ticks[0]!);
  return { minimum: exact(Math.floor(lowest / step) * step), maximum: exact(Math.ceil(highest / step) * step), step };
}

function stackEnds(chart: Chart): readonly number[] {
  return chart.categories.flatMap((_, category) => {
    const values = chart.series.map(series => series.points[category]?.value ?? 0);
    return [sum(values.filter(value => value > 0)), sum(values.filter(value => value < 0))];
  });
}

/** Without the tail that sums of decimal fractions have: 0.30000000000000004. */
const exact = (value: number): number => Number(value.toPrecision(12));

/** Where a value stands on the axis: 0 at its minimum, 1 at its maximum. */
export const shareOf = (value: number, axis: Axis): number => (value - axis.minimum) / (axis.maximum - axis.minimum);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
