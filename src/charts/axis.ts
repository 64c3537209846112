/** Axes of values: round bounds, and the words at their steps. */
import { ticks as roundSteps } from 'd3-array';
import type { Chart, Series } from '../model/chart.ts';
import type { ChartItem, ValueAxis } from '../model/scene.ts';
import { hundredths, type Points } from '../model/units.ts';

/** Steps that a value axis is divided into, about. */
const STEPS = 5;

/** Below this, and below this share of the values, they differ by less than doubles can divide into steps. */
const SMALLEST_RANGE = 1e-100;
const SMALLEST_SHARE = 1e-9;

/** Round bounds that hold zero, every value (or stack of values) and the reference. A percent axis runs from 0 to 1. */
export function axisOf(chart: Chart, series: readonly Series[] = chart.series): ValueAxis {
  const values = valuesOf(series);
  if (chart.stacking === 'percent')
    return { minimum: values.some(value => value < 0) ? -1 : 0, maximum: 1, step: 0.25 };
  const ends = chart.stacking === 'none' ? values : stackEnds(chart, series);
  return roundAxis([0, ...ends, chart.reference?.value ?? 0], chart.bounds);
}

/** Round bounds around the values themselves: for lines and points, whose length says nothing. */
export const tightAxis = (values: readonly number[], bounds: Chart['bounds']): ValueAxis => {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const isNearZero = least >= 0 && least < (greatest - least) / 2;
  return roundAxis(isNearZero ? [0, ...values] : values, bounds);
};

export const valuesOf = (series: readonly Series[]): readonly number[] =>
  series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])));

/** What was asked for as it is, the rest rounded outwards to a step. */
export function roundAxis(values: readonly number[], { from, to }: Chart['bounds']): ValueAxis {
  const [lowest, highest] = [from ?? Math.min(...values), to ?? Math.max(...values)];
  const least = Math.max(SMALLEST_RANGE, SMALLEST_SHARE * Math.max(Math.abs(lowest), Math.abs(highest)));
  if (!(highest - lowest >= least)) {
    const base = values.length === 0 ? 0 : Math.min(lowest, highest);
    return Math.abs(base) < SMALLEST_RANGE
      ? { minimum: 0, maximum: 1, step: 0.25 }
      : roundAxis([base - Math.abs(base) / 2, base + Math.abs(base) / 2], { from: null, to: null });
  }
  const ticks = roundSteps(lowest, highest, STEPS);
  const step = ticks.length < 2 ? highest - lowest : exact(ticks[1]! - ticks[0]!);
  return {
    minimum: from ?? exact(Math.floor(exact(lowest / step)) * step),
    maximum: to ?? exact(Math.ceil(exact(highest / step)) * step),
    step,
  };
}

function stackEnds(chart: Chart, series: readonly Series[]): readonly number[] {
  return chart.categories.flatMap((_, category) => {
    const values = series.map(({ points }) => points[category]?.value ?? 0);
    return [sum(values.filter(value => value > 0)), sum(values.filter(value => value < 0))];
  });
}

/** Without the tail that sums of decimal fractions have: 0.30000000000000004. */
export const exact = (value: number): number => Number(value.toPrecision(12));

/** Where a value stands on the axis: 0 at its minimum, 1 at its maximum. */
export const shareOf = (value: number, axis: ValueAxis): number =>
  (value - axis.minimum) / (axis.maximum - axis.minimum);

/**
 * The same plot and axis, longer by the room that values below zero need at its low end: PowerPoint sets names against the edge of the
 * plot. Marks stay where they are. An axis that is drawn keeps its round bounds, because PowerPoint counts its steps from the least.
 */
export function withRoom(
  { plot, axis }: Pick<ChartItem, 'plot' | 'axis'>,
  room: Points,
  at: 'left' | 'foot',
  { gridlines }: Chart,
): Pick<ChartItem, 'plot' | 'axis'> {
  if (room === 0 || gridlines) return { plot, axis };
  const length = at === 'left' ? plot.width : plot.height;
  const minimum = exact(axis.minimum - ((axis.maximum - axis.minimum) * room) / length);
  const wider = { ...plot, x: hundredths(plot.x - room), width: hundredths(plot.width + room) };
  return {
    plot: at === 'left' ? wider : { ...plot, height: hundredths(plot.height + room) },
    axis: { ...axis, minimum },
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The values at which an axis has its steps. */
export const ticksOf = ({ minimum, maximum, step }: ValueAxis): readonly number[] =>
  Array.from({ length: Math.floor(exact((maximum - minimum) / step)) + 1 }, (_, at) => exact(minimum + at * step));

/** The number format of an axis: that of the values with as many digits as its steps have. */
export function tickFormat(numberFormat: string, axis: ValueAxis, stacking: Chart['stacking'] = 'none'): string {
  if (stacking === 'percent') return '0%';
  const [, whole = '#,##0', after = ''] = /^(#,##0|0)(?:\.0+)?([^;]*)/.exec(numberFormat) ?? [];
  const digits = Math.max(...[axis.minimum, axis.step].map(value => decimals(value)));
  const format = `${whole}${digits === 0 ? '' : `.${'0'.repeat(digits)}`}${after}`;
  // Nothing is nothing of any magnitude.
  const isNamed = /^"[^%]/.test(after);
  return axis.minimum < 0 || isNamed ? `${format};"\u2212"${format}${isNamed ? ';0' : ''}` : format;
}

const decimals = (value: number): number => {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.min(10, Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent)));
};

/** A value as such a format prints it. */
export function printed(value: number, format: string): string {
  const [, whole, fraction = '', after = ''] = /^(#,##0|0)(?:\.(0+))?([^;]*)/.exec(format) ?? [];
  if (value === 0 && format.endsWith(';0')) return '0';
  const scaled = after === '%' ? value * 100 : value;
  const [integer = '', rest] = Math.abs(scaled).toFixed(fraction.length).split('.');
  const grouped = whole === '0' ? integer : integer.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${scaled < 0 ? '\u2212' : ''}${grouped}${rest === undefined ? '' : `.${rest}`}${after.replaceAll('"', '')}`;
}
