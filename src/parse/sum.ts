/** Totals of a chart: computed from the points before them, and held against the figure that was published. */
import type { ChartPoint, Measure } from '../model/chart.ts';
import { diagnose } from '../model/diagnostic.ts';
import type { Quantity } from '../model/markup.ts';
import type { FactUse } from '../model/use.ts';
import { type Figure, figureOf, textOf, tokenOf } from './attributes.ts';
import { labelOf, plainly } from './format.ts';
import { type Draft, inTemplate } from './parsing.ts';
import { MISSING_ATTRIBUTE, WRONG_SUM } from './problems.ts';
import type { Element } from './tree.ts';

/** A second number of a point, with the unit that all of its kind must have. */
export interface Measured extends Measure {
  readonly quantity: Quantity;
}

/** A point before it has found its category. */
export interface Datum {
  readonly label: string;
  /** The period that it belongs to, such as `2024-Q2`. */
  readonly at: string | null;
  readonly quantity: Quantity;
  readonly x: Measured | null;
  readonly size: Measured | null;
  readonly forecast: boolean;
  readonly total: boolean;
  /** The facts that a computed total is the sum of; none where one of its parts is no fact. */
  readonly parts: readonly FactUse[];
  readonly last: boolean;
  readonly emphasis: 'on' | 'off' | null;
  readonly origin: ChartPoint['origin'];
}

/** A `<total>`. The first of a chart begins its sum; any other is that sum, whatever figure was published for it. */
export function totalOf(draft: Draft, element: Element, before: readonly Datum[]): Datum | null {
  const published = figureOf(draft, element, 'fact');
  const reason = textOf(draft, element, 'reason');
  const own = before.length === 0 ? published?.quantity : sumOf(before);
  if (own === undefined) {
    if (published === null)
      draft.parsing.report(
        diagnose(
          MISSING_ATTRIBUTE,
          inTemplate(element.origin),
          '<total> needs `fact` where no point stands before it.',
        ),
      );
    return null;
  }
  const isOff = published !== null && differs(own, published.quantity);
  if (isOff && reason === null) reportSum(draft, element, own, published, before);
  const forecast = tokenOf(draft, element, 'forecast');
  const quantity = published === null || isOff ? own : published.quantity;
  return {
    label: textOf(draft, element, 'label') ?? '',
    at: null,
    quantity,
    x: null,
    size: null,
    forecast: forecast === null ? quantity.forecast : forecast === 'yes',
    total: true,
    parts: quantity.use === null ? factsOf(before) : [],
    last: false,
    emphasis: tokenOf<'on' | 'off'>(draft, element, 'emphasis'),
    origin: published?.origin ?? element.origin,
  };
}

/** What other points leave of a whole. */
export function restOf(whole: Datum, others: readonly Datum[]): Datum {
  const { quantity } = whole;
  if (quantity.value === null) return whole;
  const taken = others.reduce((sum, other) => sum + (other.quantity.value ?? 0), 0);
  const digits = Math.max(quantity.digits, ...others.map(other => other.quantity.digits));
  const value = Number((quantity.value - taken).toFixed(digits));
  const words = labelOf({ value, unit: quantity.unit }, plainly(digits));
  const rest = { value, digits, use: null, long: words, short: words, numeral: words, number: words };
  return { ...whole, quantity: { ...quantity, ...rest }, parts: factsOf([whole, ...others]) };
}

/** The sum since the first point, or the first total. */
function sumOf(before: readonly Datum[]): Quantity {
  const value = before.reduce((sum, { quantity, total }) => (total ? 0 : sum) + (quantity.value ?? 0), 0);
  const digits = Math.max(...before.map(({ quantity }) => quantity.digits));
  const { unit, unitWord } = before[0]!.quantity;
  const sum = { use: null, value: Number(value.toFixed(digits)), unit, unitWord, digits };
  const words = labelOf(sum, plainly(digits));
  return {
    ...sum,
    parts: [],
    forecast: before.some(({ forecast }) => forecast),
    long: words,
    short: words,
    numeral: words,
    number: words,
  };
}

/** Of each point its fact, or the facts that it is the sum of; nothing where one is neither. */
function factsOf(before: readonly Datum[]): readonly FactUse[] {
  const facts = before.map(({ quantity, parts }) => (quantity.use === null ? parts : [quantity.use]));
  return facts.every(own => own.length > 0) ? facts.flat() : [];
}

/** Whether two figures read differently, in as many digits as either has. */
function differs(one: Quantity, other: Quantity): boolean {
  const digits = Math.max(one.digits, other.digits);
  return labelOf(one, plainly(digits)) !== labelOf(other, plainly(digits));
}

function reportSum(
  draft: Draft,
  element: Element,
  sum: Quantity,
  { quantity, origin }: Figure,
  before: readonly Datum[],
): void {
  const digits = Math.max(sum.digits, quantity.digits);
  const message = `"${textOf(draft, element, 'label') ?? ''}" is ${labelOf(quantity, plainly(digits))}, but the ${before.length} points before it come to ${labelOf(sum, plainly(digits))}.`;
  draft.parsing.report(
    diagnose(WRONG_SUM, origin, message, { hint: 'correct a figure, or say with `reason` why they differ' }),
  );
}
