/** The data of a chart: series of points as the markup has them, then the categories in which they meet. */
import type { Category, Series } from '../model/chart.ts';
import { colourOf, figureOf, isYes, textOf, tokenOf } from './attributes.ts';
import { labelOf, plainly } from './format.ts';
import { missingBetween } from './moments.ts';
import type { Draft } from './parsing.ts';
import { type Datum, type Measured, restOf, totalOf } from './sum.ts';
import type { Element } from './tree.ts';

export interface DataSeries extends Pick<Series, 'name' | 'mark' | 'emphasis' | 'colour'> {
  readonly data: readonly Datum[];
}

const POINTS: ReadonlySet<string> = new Set(['point', 'total']);

export const hasPoints = ({ children }: Element): boolean =>
  children.some(child => typeof child !== 'string' && (POINTS.has(child.name) || hasPoints(child)));

/** The series of a chart; points that stand in none are one without a name, totals beside series are none. */
export function seriesIn(draft: Draft, element: Element): readonly DataSeries[] {
  const elements = elementsOf(element);
  const named = elements.filter(({ name }) => name === 'series');
  const direct = named.length > 0 ? [] : elements;
  const single = { name: '', mark: 'column', emphasis: null, colour: null } as const;
  const series: DataSeries[] = direct.length === 0 ? [] : [{ ...single, data: dataOf(draft, direct, []) }];
  for (const child of named)
    series.push({
      name: textOf(draft, child, 'name') ?? '',
      mark: tokenOf<Series['mark']>(draft, child, 'mark')!,
      emphasis: tokenOf<'on' | 'off'>(draft, child, 'emphasis'),
      colour: colourOf(draft, child),
      data: dataOf(
        draft,
        elementsOf(child),
        series.flatMap(({ data }) => data),
      ),
    });
  return highlighted(series);
}

/** Where one series is the highlight, the others are grey beside it. */
function highlighted(series: readonly DataSeries[]): readonly DataSeries[] {
  if (!series.some(({ emphasis }) => emphasis === 'on')) return series;
  return series.map(one => ({ ...one, emphasis: one.emphasis ?? 'off' }));
}

export const elementsOf = ({ children }: Element): readonly Element[] =>
  children.filter(child => typeof child !== 'string');

/** `others` are the points of the series before. */
function dataOf(draft: Draft, points: readonly Element[], others: readonly Datum[]): readonly Datum[] {
  const data: Datum[] = [];
  for (const element of points) {
    const datum = element.name === 'total' ? totalOf(draft, element, data) : datumOf(draft, element, data, others);
    if (datum !== null) data.push(datum);
  }
  return data;
}

function datumOf(draft: Draft, element: Element, before: readonly Datum[], others: readonly Datum[]): Datum | null {
  const label = textOf(draft, element, 'label') ?? '';
  const figure = figureOf(draft, element, 'fact');
  if (figure === null) return null;
  const { quantity, origin } = figure;
  const { value } = quantity;
  const forecast = tokenOf(draft, element, 'forecast');
  const datum: Datum = {
    label,
    at: textOf(draft, element, 'at'),
    quantity: value !== null && isYes(draft, element, 'subtract') ? { ...quantity, value: -value } : quantity,
    x: measureOf(draft, element, 'x'),
    size: measureOf(draft, element, 'size'),
    forecast: forecast === null ? quantity.forecast : forecast === 'yes',
    total: false,
    parts: quantity.parts,
    last: isYes(draft, element, 'last'),
    emphasis: tokenOf<'on' | 'off'>(draft, element, 'emphasis'),
    origin,
  };
  if (!isYes(draft, element, 'remainder')) return datum;
  return restOf(datum, others.length === 0 ? before : others.filter(other => other.label === label));
}

function measureOf(draft: Draft, element: Element, name: 'x' | 'size'): Measured | null {
  const quantity = figureOf(draft, element, name)?.quantity;
  if (quantity === undefined || quantity.value === null) return null;
  return { value: quantity.value, label: labelOf(quantity, plainly(quantity.digits)), fact: quantity.use, quantity };
}

export interface Aligned {
  readonly category: Category;
  readonly last: boolean;
  /** One a series; undefined for a gap. */
  readonly data: (Datum | undefined)[];
}

/** Points of the same label stand in one category; the order is that of first mention. */
export function align(series: readonly DataSeries[]): readonly Aligned[] {
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
export function sorted(categories: readonly Aligned[], sort: string): readonly Aligned[] {
  const value = ({ data }: Aligned) => data[0]?.quantity.value ?? null;
  const rank = (aligned: Aligned) => (aligned.last ? 2 : sort !== 'none' && value(aligned) === null ? 1 : 0);
  const sign = sort === 'desc' ? -1 : sort === 'asc' ? 1 : 0;
  return [...categories].sort((a, b) => rank(a) - rank(b) || sign * ((value(a) ?? 0) - (value(b) ?? 0)));
}

/** With an empty category, of a label, for each period between two that are further apart than their neighbours: time runs to scale. */
export function toScale(categories: readonly Aligned[], label: string): readonly Aligned[] {
  const periods = categories.map(({ data }) => data.find(datum => datum !== undefined)?.at ?? null);
  const missing = missingBetween(periods);
  return categories.flatMap((aligned, at) => {
    const { forecast, origin } = aligned.category;
    const empty: Aligned = {
      category: { label, forecast, total: false, origin },
      last: false,
      data: aligned.data.map(() => undefined),
    };
    return [aligned, ...Array.from({ length: missing[at] ?? 0 }, () => empty)];
  });
}
