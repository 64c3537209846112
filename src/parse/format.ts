/** Numbers on charts: the Excel format of the axis, and labels that read exactly as that format prints them. */
import type { Unit } from '../model/fact.ts';
import type { Quantity } from '../model/markup.ts';

const MINUS = '\u2212';

/** `#,##0.0"%"`; with a true minus sign where a value is negative (ECMA-376 part 1, 18.8.31). */
export function formatOf(unit: Unit | null, digits: number, negative: boolean): string {
  const decimals = digits === 0 ? '' : `.${'0'.repeat(digits)}`;
  const number = unit?.kind === 'year' ? '0' : `#,##0${decimals}`;
  const format = unit?.kind === 'percent' ? `${number}"%"` : number;
  return negative ? `${format};${MINUS}${format}` : format;
}

/** The data label of a point: as many digits as its neighbours, the per cent sign, and no other unit; `signed`, an increase has its sign. */
export function labelOf({ value, unit }: Pick<Quantity, 'value' | 'unit'>, digits: number, signed = false): string {
  if (value === null) return '';
  const [whole = '0', decimals] = Math.abs(value).toFixed(digits).split('.');
  const grouped = unit?.kind === 'year' ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = value < 0 ? MINUS : signed && value > 0 ? '+' : '';
  const number = sign + grouped + (decimals === undefined ? '' : `.${decimals}`);
  return unit?.kind === 'percent' ? `${number}%` : number;
}
