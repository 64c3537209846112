/** Charts: categories, series and points from the markup, with the number format and the words that go with them. */
import type { Category, Chart, ChartPoint, ChartType, ReferenceLine, Series } from '../model/chart.ts';
import { diagnose } from '../model/diagnostic.ts';
import { colourOf, figureOf, isYes, textOf, tokenOf } from './attributes.ts';
import { describe } from './describe.ts';
import { formatOf, labelOf } from './format.ts';
import { type Draft, inTemplate } from './parsing.ts';
import { BAD_ATTRIBUTE, EMPTY_CHART, MIXED_UNITS, NOT_A_NUMBER, SKIPPED_CONTENT } from './problems.ts';
import { type Datum, totalOf } from './sum.ts';
import type { Element } from './tree.ts';

interface DataSeries {
  readonly name: string;
  readonly colour: string | null;
  readonly data: readonly Datum[];
}

/** A chart; null where it has no point, which was reported. */
export function readChart(draft: Draft, element: Element): Chart | null {
  const type = tokenOf<ChartType>(draft, element, 'type');
  const series = seriesOf(draft, element);
  const all = series.flatMap(({ data }) => data);
  if (type === null) return null;
  if (all.length === 0) {
    // A point that is no figure was reported.
    if (!hasPoints(element)) draft.parsing.report(diagnose(EMPTY_CHART, element.origin, 'This chart has no point.'));
    return null;
  }
  if (all.every(({ quantity }) => quantity.value === null))
    draft.parsing.report(diagnose(EMPTY_CHART, element.origin, 'No point of this chart has a value.'));
  reportUnits(draft, all);
  const reference = referenceOf(draft, element);
  const digits = Math.max(...all.map(({ quantity }) => quantity.digits));
  const signed = all.some(({ total }) => total);
  if (signed) checkSteps(draft, element, series);
  const categories = sorted(align(series), tokenOf(draft, element, 'sort') ?? 'none');
  const { quantity } = all[0]!;
  return {
    type,
    categories: categories.map(({ category }) => category),
    series: series.map(({ name, colour }, index): Series => {
      const points = categories.map(({ data, category }) => pointOf(data[index] ?? null, digits, signed, category));
      return { name, colour, points };
    }),
    stacking: tokenOf<Chart['stacking']>(draft, element, 'stacking') ?? 'none',
    reference,
    numberFormat: formatOf(
      quantity.unit,
      digits,
      all.some(datum => (datum.quantity.value ?? 0) < 0),
    ),
    unit: quantity.unit?.kind === 'percent' ? '%' : quantity.unitWord,
    alt:
      textOf(draft, element, 'alt') ??
      describe(
        draft,
        type,
        all.map(datum => [datum.label, signed ? labelOf(datum.quantity, digits, !datum.total) : datum.quantity.short]),
      ),
  };
}

const POINTS: ReadonlySet<string> = new Set(['point', 'total']);

const hasPoints = ({ children }: Element): boolean =>
  children.some(child => typeof child !== 'string' && (POINTS.has(child.name) || hasPoints(child)));

function seriesOf(draft: Draft, element: Element): readonly DataSeries[] {
  const elements = element.children.filter(child => typeof child !== 'string');
  const direct = elements.filter(({ name }) => POINTS.has(name));
  const named = elements.filter(({ name }) => name === 'series');
  const single = direct.length === 0 ? [] : [{ name: '', colour: null, data: dataOf(draft, direct) }];
  return [
    ...single,
    ...named.map(child => ({
      name: textOf(draft, child, 'name') ?? '',
      colour: colourOf(draft, child),
      data: dataOf(
        draft,
        child.children.filter(point => typeof point !== 'string'),
      ),
    })),
  ];
}

function dataOf(draft: Draft, points: readonly Element[]): readonly Datum[] {
  const data: Datum[] = [];
  for (const element of points) {
    const datum = element.name === 'total' ? totalOf(draft, element, data) : datumOf(draft, element);
    if (datum !== null) data.push(datum);
  }
  return data;
}

function datumOf(draft: Draft, element: Element): Datum | null {
  const label = textOf(draft, element, 'label') ?? '';
  const figure = figureOf(draft, element, 'fact');
  if (figure === null) return null;
  const { quantity, origin } = figure;
  const { value } = quantity;
  const forecast = tokenOf(draft, element, 'forecast');
  return {
    label,
    quantity: value !== null && isYes(draft, element, 'subtract') ? { ...quantity, value: -value } : quantity,
    forecast: forecast === null ? quantity.forecast : forecast === 'yes',
    total: false,
    parts: quantity.parts,
    last: isYes(draft, element, 'last'),
    emphasis: tokenOf<'on' | 'off'>(draft, element, 'emphasis'),
    origin,
  };
}

interface Aligned {
  readonly category: Category;
  readonly last: boolean;
  /** One a series; undefined for a gap. */
  readonly data: (Datum | undefined)[];
}

/** Points of the same label stand in one category; the order is that of first mention. */
function align(series: readonly DataSeries[]): readonly Aligned[] {
  const aligned: Aligned[] = [];
  for (const [index, { data }] of series.entries()) {
    for (const datum of data) {
      const { label, forecast, total, last, origin } = datum;
      const free = aligned.find(({ category, data: taken }) => category.label === label && taken[index] === undefined);
      if (free !== undefined) free.data[index] = datum;
      else {
        const cells: (Datum | undefined)[] = series.map((_, other) => (other === index ? datum : undefined));
        aligned.push({ category: { label, forecast, total, origin }, last, data: cells });
      }
    }
  }
  return aligned;
}

/** By the first series; equal values keep their order, gaps and what is marked `last` stand at the end. */
function sorted(categories: readonly Aligned[], sort: string): readonly Aligned[] {
  const value = ({ data }: Aligned) => data[0]?.quantity.value ?? null;
  const rank = (aligned: Aligned) => (aligned.last ? 2 : sort !== 'none' && value(aligned) === null ? 1 : 0);
  const sign = sort === 'desc' ? -1 : sort === 'asc' ? 1 : 0;
  return [...categories].sort((a, b) => rank(a) - rank(b) || sign * ((value(a) ?? 0) - (value(b) ?? 0)));
}

function pointOf(datum: Datum | null, digits: number, signed: boolean, category: Category): ChartPoint {
  if (datum === null) return { value: null, label: '', fact: null, parts: [], emphasis: null, origin: category.origin };
  const { quantity, parts, emphasis, origin } = datum;
  const label = labelOf(quantity, digits, signed && !datum.total);
  return { value: quantity.value, label, fact: quantity.use, parts, emphasis, origin };
}

function referenceOf(draft: Draft, element: Element): ReferenceLine | null {
  const label = textOf(draft, element, 'reference-label');
  const figure = figureOf(draft, element, 'reference');
  if (figure === null || figure.quantity.value === null) return null;
  const { value, short, use } = figure.quantity;
  return { value, label: label === null ? short : `${label} ${short}`, fact: use, origin: figure.origin };
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

/** One scale a chart: every point has the unit of the first. */
function reportUnits(draft: Draft, data: readonly Datum[]): void {
  const unit = data[0]!.quantity.unit?.id ?? null;
  for (const { quantity, label, origin } of data) {
    const own = quantity.unit?.id ?? null;
    if (own === unit) continue;
    const message = `"${label}" is in ${own ?? 'no unit'}, the first point in ${unit ?? 'no unit'}.`;
    draft.parsing.report(diagnose(MIXED_UNITS, origin.data === null ? inTemplate(origin) : origin, message));
  }
}
