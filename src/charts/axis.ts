/** The value axis of a chart whose marks stand on zero. */
import { scaleLinear } from 'd3-scale';
import type { Chart } from '../model/chart.ts';
import type { ChartItem } from '../model/scene.ts';

type Axis = ChartItem['axis'];

/** Steps that a value axis is divided into, about. */
const STEPS = 5;

/** Round bounds that hold zero, every value (or stack of values) and the reference. A percent axis runs from 0 to 1. */
export function axisOf(chart: Chart): Axis {
  if (chart.stacking === 'percent') return { minimum: 0, maximum: 1, step: 0.25 };
  const ends = chart.categories.flatMap((_, category) => {
    const values = chart.series.map(series => series.points[category]?.value ?? 0);
    return chart.stacking === 'none'
      ? values
      : [sum(values.filter(value => value > 0)), sum(values.filter(value => value < 0))];
  });
  const reference = chart.reference === null ? [] : [chart.reference.value];
  const lowest = Math.min(0, ...ends, ...reference);
  const highest = Math.max(0, ...ends, ...reference);
  if (lowest === highest) return { minimum: 0, maximum: 1, step: 0.25 };
  const scale = scaleLinear().domain([lowest, highest]).nice(STEPS);
  const [minimum, maximum] = scale.domain() as [number, number];
  const ticks = scale.ticks(STEPS);
  return { minimum, maximum, step: ticks.length > 1 ? ticks[1]! - ticks[0]! : maximum - minimum };
}

/** Where a value stands on the axis: 0 at its minimum, 1 at its maximum. */
export const shareOf = (value: number, axis: Axis): number => (value - axis.minimum) / (axis.maximum - axis.minimum);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
