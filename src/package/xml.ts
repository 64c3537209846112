/** XML as text that cannot be left unescaped: a template's holes escape strings, and only XML goes in as it is. */

/** A piece of XML. Made by `xml` and `raw` alone, so a plain string never passes for one. */
export interface Xml {
  readonly xml: string;
}

/** What may stand in a hole of `xml`: nothing, a finite number, text to be escaped, XML, or a list of these. */
export type Hole = Xml | string | number | null | false | readonly Hole[];

export const NO_XML: Xml = Object.freeze({ xml: '' });

/**
 * XML with holes: `` xml`<a:t>${text}</a:t>` ``. Line breaks and indentation between tags are for the reader and are left out.
 * A number is printed without exponent; one that is not finite is our bug and throws.
 */
export function xml(strings: TemplateStringsArray, ...holes: readonly Hole[]): Xml {
  const literals = trimmed(strings);
  let text = literals[0]!;
  for (let i = 0; i < holes.length; i++) text += fill(holes[i]!) + literals[i + 1]!;
  return { xml: text };
}

/** XML that is already written, such as a drawn shape. */
export const raw = (text: string): Xml => ({ xml: text });

/** An attribute with its leading space, or nothing where the value is null. */
export const attr = (name: string, value: string | number | null): Xml =>
  value === null ? NO_XML : { xml: ` ${name}="${fill(value)}"` };

/** Text as XML has it in content and in attributes (XML 1.0, 2.4), without the characters that XML forbids (2.2). */
export function escapeXml(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text;
  return text.replace(FORBIDDEN, '').replace(SPECIAL, character => ENTITIES[character]!);
}

const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const SPECIAL = /[&<>"\t\n\r]/g;
const NEEDS_ESCAPE = /[&<>"\u0000-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;
/** White space is written as references: in an attribute a parser would turn it into blanks (XML 1.0, 3.3.3). */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

function fill(hole: Hole): string {
  if (typeof hole === 'string') return escapeXml(hole);
  if (typeof hole === 'number') return decimal(hole);
  if (hole === null || hole === false) return '';
  if ('xml' in hole) return hole.xml;
  let text = '';
  for (const part of hole) text += fill(part);
  return text;
}

/** A number as `xsd:double` without an exponent, which PowerPoint does not read everywhere. */
export function decimal(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} cannot be written into a package`);
  const text = String(value === 0 ? 0 : value);
  return text.includes('e') ? expanded(text) : text;
}

/** `1.5e+21` → `1500000000000000000000`, `2e-7` → `0.0000002`: every digit kept. */
function expanded(text: string): string {
  const [mantissa = '', exponent = '0'] = text.split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

/** The literals of each template without its indentation; a template is one place in the source, so this is done once. */
function trimmed(strings: TemplateStringsArray): readonly string[] {
  const known = LITERALS.get(strings);
  if (known !== undefined) return known;
  const literals = strings.map(text => text.replace(/\s*\n\s*/g, ''));
  LITERALS.set(strings, literals);
  return literals;
}

const LITERALS = new WeakMap<TemplateStringsArray, readonly string[]>();
