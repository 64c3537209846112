/** Numbers as words of a language: grouping, East Asian magnitudes, the minus sign. Exact: digits are moved, never computed. */
import { magnitudesOf } from '../model/magnitude.ts';

/** What stands between a number and its unit, so that no line breaks there. */
export const NO_BREAK_SPACE = '\u00A0';
export const MINUS = '\u2212';

/** Whether the language counts in ten thousands. */
export const countsInMyriads = (language: string): boolean => magnitudesOf(language).length > 0;

/** An unsigned decimal as its digits: `whole` without leading zeros, `fraction` as long as asked for. */
export interface Decimal {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

/** `value` × 10^`exponent`, rounded to `digits` before it is moved: 9.4, 1, 12 → 9400000000000. */
export function decimal(value: number, digits: number, exponent = 0): Decimal {
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(digits).split('.');
  const moved = fraction.padEnd(exponent, '0');
  return {
    negative: value < 0,
    whole: `${whole}${moved.slice(0, exponent)}`.replace(/^0+(?=\d)/, ''),
    fraction: moved.slice(exponent),
  };
}

/** Digits after the decimal mark that a number was typed with; at most 10. */
export function typedDigits(value: number): number {
  const text = Math.abs(value).toFixed(10).replace(/0+$/, '');
  return text.length - text.indexOf('.') - 1;
}

/** `54,000`, `−35,000`, `1,354.5`; without grouping where the language has none below ten thousand. */
export function grouped(number: Decimal, language: string): string {
  const group = language === 'zh' && number.whole.length <= 4 ? number.whole : byThousands(number.whole);
  return sign(number) + group + (number.fraction === '' ? '' : `.${number.fraction}`);
}

/** Every magnitude named, for running text: `9조 4,000억`, `5만 4,000`. Korean and Japanese. */
export function mixed(number: Decimal, language: string): string {
  const parts: string[] = [];
  let rest = number.whole;
  for (const { exponent, word } of magnitudesOf(language)) {
    const head = rest.slice(0, Math.max(0, rest.length - exponent)).replace(/^0+/, '');
    rest = rest.slice(-exponent);
    if (head !== '') parts.push(byThousands(head) + word);
  }
  rest = rest.replace(/^0+/, '');
  if (rest !== '' || number.fraction !== '' || parts.length === 0) {
    parts.push(byThousands(rest === '' ? '0' : rest) + (number.fraction === '' ? '' : `.${number.fraction}`));
  }
  return sign(number) + parts.join(NO_BREAK_SPACE);
}

/**
 * The largest magnitude alone, with decimals: `9.4조`, `5.4만`, `9.4万亿`. Null where that would need more than `places`
 * decimals: a figure is never rounded by its wording.
 */
export function single(number: Decimal, language: string, places: number): string | null {
  const magnitude = magnitudesOf(language).find(({ exponent }) => number.whole.length > exponent);
  if (magnitude === undefined) return grouped(number, language);
  const { exponent, word } = magnitude;
  const head = number.whole.slice(0, -exponent);
  const tail = (number.whole.slice(-exponent) + number.fraction).replace(/0+$/, '');
  if (tail.length > places) return null;
  const group = language === 'zh' && head.length <= 4 ? head : byThousands(head);
  return sign(number) + group + (tail === '' ? '' : `.${tail}`) + word;
}

const sign = (number: Decimal): string => (number.negative ? MINUS : '');

const byThousands = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ',');
