/** PDF as it is written (ISO 32000-1, 7.3): every value is its own text. */

/** A value in PDF's words: `/Page`, `[0 0 960 540]`, `12 0 R`. */
export type Pdf = string;

/** Numbers to a thousandth, which of a point is finer than any device shows, without an exponent. */
export function number(value: number): Pdf {
  if (!Number.isFinite(value)) throw new Error(`not a number for a PDF: ${value}`);
  const rounded = Math.round(value * 1000) / 1000;
  return rounded === 0 ? '0' : String(rounded);
}

export const numbers = (...values: readonly number[]): Pdf => values.map(number).join(' ');

/** A name; what is no letter, digit or one of `+-_.` is written as its code. */
export const name = (text: string): Pdf =>
  `/${text.replace(/[^\w+.-]/g, character => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;

/** Words for people, in UTF-16 with its mark (7.9.2.2). */
export function words(text: string): Pdf {
  let hex = 'FEFF';
  for (let at = 0; at < text.length; at++) hex += hexOf(text.charCodeAt(at));
  return `<${hex}>`;
}

/** A 16-bit number in hexadecimal. */
export const hexOf = (value: number): Pdf => value.toString(16).toUpperCase().padStart(4, '0');

/** Text for programs, in ASCII: an address, a language tag. */
export const literal = (text: string): Pdf => `(${text.replace(/[\\()]/g, character => `\\${character}`)})`;

export const list = (values: readonly Pdf[]): Pdf => `[${values.join(' ')}]`;

/** A dictionary; an entry that is null is left out. */
export function dictionary(entries: Readonly<Record<string, Pdf | null>>): Pdf {
  const written = Object.entries(entries).flatMap(([key, value]) => (value === null ? [] : [`/${key} ${value}`]));
  return `<<${written.join(' ')}>>`;
}

/** `#0B5CAD` as three shares of light. */
export const rgb = (hex: string): Pdf =>
  numbers(...[1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255));
