/** What a type of chart asks of its data: an axis that does not lie, and no more parts than can be told apart. */
import type { Chart, ChartType } from '../model/chart.ts';
import { diagnose } from '../model/diagnostic.ts';
import { type Draft, inTemplate } from './parsing.ts';
import { CHART_FORM, MISPLACED } from './problems.ts';
import { elementsOf } from './series.ts';
import type { Element } from './tree.ts';

/** Read by their lengths or areas, which begin at zero. */
const LENGTHS: ReadonlySet<ChartType> = new Set(['bar', 'column', 'waterfall', 'combination', 'area']);
const MOST_SLICES = 5;
const MOMENTS = { least: 2, most: 4 } as const;
const MOST_SLOPES = 6;

/** Says what a chart shows that its type cannot. */
export function checkForm(draft: Draft, element: Element, chart: Chart): void {
  for (const message of [...axisFaults(chart), ...(FAULTS[chart.type]?.(chart) ?? [])])
    draft.parsing.report(diagnose(CHART_FORM, element.origin, message));
}

/** A total is the sum of steps in a waterfall, or of a stack: elsewhere it would be one more column. */
export function checkPlaces(draft: Draft, element: Element, type: ChartType, stacking: Chart['stacking']): void {
  const children = elementsOf(element);
  const hasSeries = children.some(({ name }) => name === 'series');
  const isStack = (type === 'bar' || type === 'column') && stacking === 'stacked' && hasSeries;
  const totals = [
    ...(isStack || (type === 'waterfall' && !hasSeries) ? [] : children),
    ...children.flatMap(child => (child.name === 'series' && type !== 'waterfall' ? elementsOf(child) : [])),
  ].filter(({ name }) => name === 'total');
  for (const { origin } of totals) {
    const message = `<total> cannot stand in a chart of the type ${type}${hasSeries ? ' with series' : ''}.`;
    const hint = 'in a waterfall, or beside the series of a stack';
    draft.parsing.report(diagnose(MISPLACED, inTemplate(origin), message, { hint }));
  }
}

function axisFaults({ type, bounds, series, stacking, reference }: Chart): readonly string[] {
  const { from, to } = bounds;
  if (LENGTHS.has(type) && ((from ?? 0) > 0 || (to ?? 0) < 0))
    return [`The axis runs from ${from ?? '…'} to ${to ?? '…'}, but lengths of a ${type} chart begin at zero.`];
  if (from !== null && to !== null && from >= to) return [`The axis runs from ${from} to ${to}.`];
  if (stacking !== 'none' || type === 'waterfall') return [];
  const values = [...series.filter(one => !one.second).flatMap(one => one.points), ...(reference ? [reference] : [])];
  const outside = values.filter(({ value }) => value !== null && (value < (from ?? value) || value > (to ?? value)));
  return outside.slice(0, 1).map(({ value }) => `The axis leaves out ${value}, which the chart shows.`);
}

const FAULTS: Readonly<Partial<Record<ChartType, (chart: Chart) => readonly string[]>>> = {
  slope({ categories, series }) {
    const moments = categories.filter((_, at) => series.some(({ points }) => points[at]?.value !== null)).length;
    return [
      ...(moments < MOMENTS.least || moments > MOMENTS.most
        ? [`A slope has ${MOMENTS.least} to ${MOMENTS.most} moments; this one has ${moments}.`]
        : []),
      ...(series.length > MOST_SLOPES
        ? [`A slope has at most ${MOST_SLOPES} lines; this one has ${series.length}.`]
        : []),
    ];
  },
  area: ({ series, categories }) => [
    ...(hasNegative(series) ? ['An area cannot be less than nothing; draw a line.'] : []),
    ...gapIn(series, categories),
  ],
  combination: ({ series }) =>
    (['column', 'line'] as const)
      .filter(mark => !series.some(one => one.mark === mark))
      .map(mark => `A combination needs a series with \`mark="${mark}"\`.`),
  scatter: ({ series }) => without(series, 'x'),
  bubble: ({ series }) => [
    ...without(series, 'x'),
    ...without(series, 'size'),
    ...(series.some(({ points }) => points.some(({ size }) => (size?.value ?? 0) < 0))
      ? ['A bubble cannot be smaller than nothing.']
      : []),
  ],
  doughnut: ({ categories, series }) => [
    ...(series.length > 1 ? [`A doughnut has one series; this one has ${series.length}.`] : []),
    ...(categories.length > MOST_SLICES
      ? [`A doughnut has at most ${MOST_SLICES} slices; this one has ${categories.length}.`]
      : []),
    ...(hasNegative(series) ? ['A slice cannot be less than nothing.'] : []),
  ],
};

/** PowerPoint draws a gap in an area as zero. */
function gapIn(series: Chart['series'], categories: Chart['categories']): readonly string[] {
  const at = categories.findIndex((_, index) => series.some(({ points }) => points[index]?.value === null));
  if (at < 0) return [];
  const before = categories[at - 1]?.label ?? '';
  const where = categories[at]!.label === '' ? `after ${before}` : `at ${categories[at]!.label}`;
  return [`An area has no value ${where}, and would fall to zero there; draw a line.`];
}

const hasNegative = (series: Chart['series']): boolean =>
  series.some(({ points }) => points.some(({ value }) => (value ?? 0) < 0));

/** Points of a scatter or bubble chart that lack one of their numbers. */
const without = (series: Chart['series'], name: 'x' | 'size'): readonly string[] => {
  const lacking = series.flatMap(({ points }) => points.filter(point => point.value !== null && point[name] === null));
  return lacking.slice(0, 1).map(({ label }) => `The point at ${label} has no \`${name}\`.`);
};
