/** Charts: categories, series and points from the markup, with the number format and the words that go with them. */
import type { Category, Chart, ChartPoint, ChartType, Measure, ReferenceLine, Series } from '../model/chart.ts';
import { diagnose } from '../model/diagnostic.ts';
import type { Quantity } from '../model/markup.ts';
import { countOf, figureOf, numberIn, textOf, tokenOf } from './attributes.ts';
import { describe } from './describe.ts';
import { checkForm, checkPlaces } from './form.ts';
import { inCount, type Look, labelOf, lookOf } from './format.ts';
import { type Draft, inTemplate } from './parsing.ts';
import { BAD_ATTRIBUTE, EMPTY_CHART, MIXED_UNITS, NOT_A_NUMBER, SKIPPED_CONTENT } from './problems.ts';
import { type Aligned, align, type DataSeries, elementsOf, hasPoints, seriesIn, sorted, toScale } from './series.ts';
import { type Datum, totalOf } from './sum.ts';
import type { Element } from './tree.ts';

/** A chart; null where it has no point, which was reported. */
export function readChart(draft: Draft, element: Element): Chart | null {
  const { report } = draft.parsing;
  const type = tokenOf<ChartType>(draft, element, 'type');
  const series = seriesIn(draft, element);
  const all = series.flatMap(({ data }) => data);
  if (type === null) return null;
  if (all.length === 0) {
    // A point that is no figure was reported.
    if (!hasPoints(element)) report(diagnose(EMPTY_CHART, element.origin, 'This chart has no point.'));
    return null;
  }
  if (all.every(({ quantity }) => quantity.value === null))
    report(diagnose(EMPTY_CHART, element.origin, 'No point of this chart has a value.'));
  const stacking = tokenOf<Chart['stacking']>(draft, element, 'stacking')!;
  checkPlaces(draft, element, type, stacking);
  reportUnits(draft, type, series);
  if (all.some(({ total }) => total)) checkSteps(draft, element, series);
  const categories = placed(draft, element, type, series);
  const chart = chartOf(draft, element, { type, stacking, series, categories });
  checkForm(draft, element, chart);
  return chart;
}

interface Read {
  readonly type: ChartType;
  readonly stacking: Chart['stacking'];
  readonly series: readonly DataSeries[];
  readonly categories: readonly Aligned[];
}

/** In their order, and where time runs along a line, to scale. */
function placed(draft: Draft, element: Element, type: ChartType, series: readonly DataSeries[]): readonly Aligned[] {
  const categories = sorted(align(series), tokenOf(draft, element, 'sort')!);
  if (!TIMES.has(type)) return categories;
  // A slope has a line up from every moment: the few of which nothing is known say so.
  const scaled = toScale(categories, type === 'slope' ? draft.parsing.phrase('no data') : '');
  return scaled.length - categories.length <= MOST_NAMED ? scaled : toScale(categories, '');
}

const MOST_NAMED = 2;
const TIMES: ReadonlySet<ChartType> = new Set(['line', 'slope', 'area']);
/** Read off their axes, because not every point can carry its value. */
const GRIDDED: ReadonlySet<ChartType> = new Set(['line', 'area', 'scatter', 'bubble']);

function chartOf(draft: Draft, element: Element, { type, stacking, series, categories }: Read): Chart {
  const all = series.flatMap(({ data }) => data);
  const asked = element.attributes.has('digits') ? countOf(draft, element, 'digits', 0) : null;
  const signed = type === 'waterfall';
  const { language } = draft.parsing.markup.identity;
  const looks = series.map(({ data }) => lookOf(sameUnit(data[0], series), asked, language));
  const first = looks[0]!;
  const bound = (name: 'from' | 'to'): number | null => {
    const value = numberIn(draft, element, name);
    return value === null ? null : inCount(value, first);
  };
  const measures = (name: 'x' | 'size') => all.flatMap(datum => datum[name]?.quantity ?? []);
  const gridlines = tokenOf(draft, element, 'gridlines') ?? (GRIDDED.has(type) ? 'yes' : 'no');
  const chart: Omit<Chart, 'alt'> = {
    type,
    categories: categories.map(({ category }) => category),
    series: series.map(({ name, mark, emphasis, colour, data }, index): Series => {
      const look = looks[index]!;
      const second = unitOf(data[0]) !== unitOf(all[0]);
      const points = categories.map(({ data: own, category }) => pointOf(own[index] ?? null, look, signed, category));
      return { name, mark, second, emphasis, colour, numberFormat: look.numberFormat, points };
    }),
    stacking,
    sums: sumsOf(draft, element, series, categories, first),
    reference: referenceOf(draft, element, first),
    bounds: { from: bound('from'), to: bound('to') },
    gridlines: gridlines === 'yes',
    titles: { x: textOf(draft, element, 'x-title'), y: textOf(draft, element, 'y-title') },
    numberFormat: first.numberFormat,
    formats: { x: lookOf(measures('x'), null, '').numberFormat, size: lookOf(measures('size'), null, '').numberFormat },
    unit: all[0]!.quantity.unit?.kind === 'percent' ? '%' : (first.magnitude?.word ?? '') + all[0]!.quantity.unitWord,
    phrases: {
      aboveZero: draft.parsing.phrase('axis does not start at zero'),
      base: draft.parsing.phrase('Base'),
      increase: draft.parsing.phrase('Increase'),
      decrease: draft.parsing.phrase('Decrease'),
      total: draft.parsing.phrase('Total'),
      change: draft.parsing.phrase('Change'),
    },
  };
  return { ...chart, alt: textOf(draft, element, 'alt') ?? describe(draft, chart, all, first) };
}

const unitOf = (datum: Datum | undefined): string | null => datum?.quantity.unit?.id ?? null;

/** Every figure of a unit has as many digits as the others. */
const sameUnit = (datum: Datum | undefined, series: readonly DataSeries[]): readonly Quantity[] =>
  series
    .filter(({ data }) => unitOf(data[0]) === unitOf(datum))
    .flatMap(({ data }) => data.map(({ quantity }) => quantity));

function pointOf(datum: Datum | null, look: Look, signed: boolean, category: Category): ChartPoint {
  if (datum === null)
    return {
      value: null,
      label: '',
      fact: null,
      parts: [],
      emphasis: null,
      x: null,
      size: null,
      origin: category.origin,
    };
  const { quantity, parts, emphasis, origin } = datum;
  const value = quantity.value === null ? null : inCount(quantity.value, look);
  const label = labelOf(quantity, look, signed && !datum.total);
  const [x, size] = [plainly(datum.x), plainly(datum.size)];
  return { value, label, fact: quantity.use, parts, emphasis, x, size, origin };
}

const plainly = (measure: Measure | null): Measure | null =>
  measure === null ? null : { value: measure.value, label: measure.label, fact: measure.fact };

/** What stacks come to: `<total>`s beside the series, each of the category that bears its label. */
function sumsOf(
  draft: Draft,
  element: Element,
  series: readonly DataSeries[],
  categories: readonly Aligned[],
  look: Look,
): Chart['sums'] {
  const children = elementsOf(element);
  const totals = children.some(({ name }) => name === 'series') ? children.filter(({ name }) => name === 'total') : [];
  if (totals.length === 0) return [];
  const sums = new Map<string, ChartPoint>();
  for (const child of totals) {
    const label = textOf(draft, child, 'label') ?? '';
    const parts = series.flatMap(({ data }) => data.filter(datum => datum.label === label));
    const category = categories.find(one => one.category.label === label)?.category;
    const total = parts.length === 0 ? null : totalOf(draft, child, parts);
    if (total !== null && category !== undefined) sums.set(label, pointOf(total, look, false, category));
    else
      draft.parsing.report(
        diagnose(BAD_ATTRIBUTE, inTemplate(child.origin), `No point of this chart is called "${label}".`),
      );
  }
  return categories.map(({ category }) => sums.get(category.label) ?? null);
}

function referenceOf(draft: Draft, element: Element, look: Look): ReferenceLine | null {
  const label = textOf(draft, element, 'reference-label');
  const figure = figureOf(draft, element, 'reference');
  if (figure === null || figure.quantity.value === null) return null;
  const { value, short, use } = figure.quantity;
  return {
    value: inCount(value, look),
    label: label === null ? short : `${label} ${short}`,
    fact: use,
    origin: figure.origin,
  };
}

/** What a total stands behind has a value, and nothing changes the order in which it was added up. */
function checkSteps(draft: Draft, element: Element, series: readonly DataSeries[]): void {
  const { report } = draft.parsing;
  const sort = tokenOf(draft, element, 'sort') ?? 'none';
  if (sort !== 'none')
    report(
      diagnose(
        BAD_ATTRIBUTE,
        inTemplate(element.origin),
        `\`sort\` is \`${sort}\`, but totals stand behind their points.`,
      ),
    );
  if (series.length > 1)
    report(
      diagnose(SKIPPED_CONTENT, element.origin, `A chart with totals has one series; this one has ${series.length}.`),
    );
  for (const { label, quantity, origin } of series.flatMap(({ data }) => data))
    if (quantity.value === null)
      report(diagnose(NOT_A_NUMBER, origin, `"${label}" has no value, so that no sum can be told.`));
}

/** One scale a chart, and one for each of the other numbers of its points; columns and lines combined may have one each. */
function reportUnits(draft: Draft, type: ChartType, series: readonly DataSeries[]): void {
  const all = series.flatMap(({ data }) => data);
  const groups =
    type === 'combination'
      ? (['column', 'line'] as const).map(mark => series.filter(one => one.mark === mark).flatMap(({ data }) => data))
      : [all];
  const scales: (readonly (readonly [Datum, Quantity])[])[] = [
    ...groups.map(data => data.map(datum => [datum, datum.quantity] as const)),
    ...(['x', 'size'] as const).map(name =>
      all.flatMap(datum => (datum[name] === null ? [] : [[datum, datum[name].quantity] as const])),
    ),
  ];
  for (const scale of scales) {
    const unit = scale[0]?.[1].unit?.id ?? null;
    for (const [{ label, origin }, quantity] of scale) {
      const own = quantity.unit?.id ?? null;
      if (own === unit) continue;
      const message = `"${label}" is in ${own ?? 'no unit'}, the first point in ${unit ?? 'no unit'}.`;
      draft.parsing.report(diagnose(MIXED_UNITS, origin.data === null ? inTemplate(origin) : origin, message));
    }
  }
}
