/** Charts: categories, series and points from the markup, with the number format and the words that go with them. */
import type { Category, Chart, ChartPoint, ChartType, ReferenceLine, Series } from '../model/chart.ts';
import { diagnose } from '../model/diagnostic.ts';
import type { Quantity } from '../model/markup.ts';
import { colourOf, figureOf, isYes, textOf, tokenOf } from './attributes.ts';
import { describe } from './describe.ts';
import { formatOf, labelOf } from './format.ts';
import { type Draft, inTemplate } from './parsing.ts';
import { EMPTY_CHART, MIXED_UNITS } from './problems.ts';
import type { Element } from './tree.ts';

/** A point before it has found its category. */
interface Datum {
  readonly label: string;
  readonly quantity: Quantity;
  readonly forecast: boolean;
  readonly last: boolean;
  readonly emphasis: 'on' | 'off' | null;
  readonly origin: ChartPoint['origin'];
}

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
  const categories = sorted(align(series), tokenOf(draft, element, 'sort') ?? 'none');
  const { quantity } = all[0]!;
  return {
    type,
    categories: categories.map(({ category }) => category),
    series: series.map(({ name, colour }, index): Series => {
      const points = categories.map(({ data, category }) => pointOf(data[index] ?? null, digits, category));
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
    alt: textOf(draft, element, 'alt') ?? describe(draft, type, all),
  };
}

const hasPoints = ({ children }: Element): boolean =>
  children.some(child => typeof child !== 'string' && (child.name === 'point' || hasPoints(child)));

function seriesOf(draft: Draft, element: Element): readonly DataSeries[] {
  const elements = element.children.filter(child => typeof child !== 'string');
  const direct = elements.filter(({ name }) => name === 'point');
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

function dataOf(draft: Draft, points: readonly Element[]): Datum[] {
  return points.flatMap(element => {
    const label = textOf(draft, element, 'label') ?? '';
    const figure = figureOf(draft, element, 'fact');
    if (figure === null) return [];
    const forecast = tokenOf(draft, element, 'forecast');
    return [
      {
        label,
        quantity: figure.quantity,
        forecast: forecast === null ? figure.quantity.forecast : forecast === 'yes',
        last: isYes(draft, element, 'last'),
        emphasis: tokenOf<'on' | 'off'>(draft, element, 'emphasis'),
        origin: figure.origin,
      },
    ];
  });
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
      const { label, forecast, last, origin } = datum;
      const free = aligned.find(({ category, data: taken }) => category.label === label && taken[index] === undefined);
      if (free !== undefined) free.data[index] = datum;
      else {
        const cells: (Datum | undefined)[] = series.map((_, other) => (other === index ? datum : undefined));
        aligned.push({ category: { label, forecast, origin }, last, data: cells });
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

function pointOf(datum: Datum | null, digits: number, category: Category): ChartPoint {
  if (datum === null) return { value: null, label: '', fact: null, emphasis: null, origin: category.origin };
  const { quantity, emphasis, origin } = datum;
  return { value: quantity.value, label: labelOf(quantity, digits), fact: quantity.use, emphasis, origin };
}

function referenceOf(draft: Draft, element: Element): ReferenceLine | null {
  const label = textOf(draft, element, 'reference-label');
  const figure = figureOf(draft, element, 'reference');
  if (figure === null || figure.quantity.value === null) return null;
  const { value, short, use } = figure.quantity;
  return { value, label: label === null ? short : `${label} ${short}`, fact: use, origin: figure.origin };
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
