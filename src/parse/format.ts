/** Numbers on charts: the Excel format of the axis, and labels that read exactly as that format prints them. */
import type { Unit } from '../model/fact.ts';
import { type Magnitude, magnitudesOf } from '../model/magnitude.ts';
import type { Quantity } from '../model/markup.ts';

const MINUS = '\u2212';

/** How figures of one unit are counted on a chart. */
interface Count {
  readonly digits: number;
  /** Null for their own unit. */
  readonly magnitude: Magnitude | null;
}

export interface Look extends Count {
  readonly numberFormat: string;
}

/** Decimals that a figure in a magnitude may have: `30.4만`, `17.75만`. */
const MOST_DECIMALS = 2;

/** With as many digits as all of them need or as was asked for, in a magnitude of the language where it has one for them. */
export function lookOf(quantities: readonly Quantity[], asked: number | null, language: string): Look {
  const unit = quantities[0]?.unit ?? null;
  const digits = asked ?? Math.max(0, ...quantities.map(quantity => quantity.digits));
  const count = (asked === null ? countOf(quantities, language) : null) ?? plainly(digits);
  const isNegative = quantities.some(({ value }) => (value ?? 0) < 0);
  return { ...count, numberFormat: formatOf(unit, count, isNegative) };
}

/** Figures in their own unit. */
export const plainly = (digits: number): Count => ({ digits, magnitude: null });

/** The largest magnitude that the greatest reaches, where they are counted one by one and none would be rounded by it. */
function countOf(quantities: readonly Quantity[], language: string): Count | null {
  const isCounted = ({ unit, digits }: Quantity): boolean =>
    digits === 0 && (unit === null || (unit.scale === 1 && COUNTED.has(unit.kind)));
  const greatest = Math.max(0, ...quantities.map(({ value }) => Math.abs(value ?? 0)));
  const magnitude = magnitudesOf(language).find(({ exponent }) => greatest >= 10 ** exponent);
  if (magnitude === undefined || !quantities.every(isCounted)) return null;
  const digits = Math.max(...quantities.map(({ value }) => decimalsIn(magnitude, value ?? 0)));
  return digits > MOST_DECIMALS ? null : { digits, magnitude };
}

const COUNTED: ReadonlySet<Unit['kind']> = new Set(['people', 'count', 'currency', 'measure', 'none']);

/** Decimals that a whole number has in a magnitude: 304,000 one in ten thousands. */
function decimalsIn({ exponent }: Magnitude, value: number): number {
  const zeros = /0*$/.exec(value.toFixed(0))![0].length;
  return value === 0 ? 0 : Math.max(0, exponent - zeros);
}

/** A value as it stands on the chart: 30.4 for 304,000 that is shown as 30.4만. */
export const inCount = (value: number, { magnitude }: Count): number =>
  magnitude === null ? value : Number((value / 10 ** magnitude.exponent).toPrecision(15));

/** `#,##0.0"%"`, `#,##0.0"만"`; where a value is negative, with a true minus sign, quoted as words are (ECMA-376 part 1, 18.8.31). */
function formatOf(unit: Unit | null, { digits, magnitude }: Count, negative: boolean): string {
  const decimals = digits === 0 ? '' : `.${'0'.repeat(digits)}`;
  const number = unit?.kind === 'year' ? '0' : `#,##0${decimals}`;
  const word = unit?.kind === 'percent' ? '%' : magnitude?.word;
  const format = word === undefined ? number : `${number}"${word}"`;
  return negative ? `${format};"${MINUS}"${format}` : format;
}

/** The data label of a point: as many digits as its neighbours, the per cent sign or a magnitude, and no other unit; `signed`, an increase has its sign. */
export function labelOf({ value, unit }: Pick<Quantity, 'value' | 'unit'>, count: Count, signed = false): string {
  if (value === null) return '';
  const { digits, magnitude } = count;
  const [whole = '0', decimals] = Math.abs(inCount(value, count)).toFixed(digits).split('.');
  const grouped = unit?.kind === 'year' ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = value < 0 ? MINUS : signed && value > 0 ? '+' : '';
  const number = sign + grouped + (decimals === undefined ? '' : `.${decimals}`);
  return number + (unit?.kind === 'percent' ? '%' : value === 0 ? '' : (magnitude?.word ?? ''));
}
