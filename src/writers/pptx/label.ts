/** Data labels that stay alive: a written label such as ₩9.4tn as an Excel number format, so that it follows when the data is edited. */

/** The number format that prints `value` as `label`; null where none does, and the label must be written as text. */
export function formatOf(label: string, value: number): string | null {
  const found = NUMERAL.exec(label);
  if (found === null) return null;
  const [numeral, sign = '', whole = '', fraction = ''] = found;
  // A second number, or a comma that is a decimal mark, would stay as it was while the value changes.
  if (label.match(NUMERALS)?.join(' ') !== whole + fraction) return null;
  const digits = Math.max(0, fraction.length - 1);
  const grouped = whole.includes(',');
  if (plain(Math.abs(value), digits, grouped) !== whole + fraction) return null;
  if (value < 0 !== (sign !== '')) return null;
  const number = `${grouped ? '#,##0' : '0'}${digits > 0 ? `.${'0'.repeat(digits)}` : ''}`;
  const around = (inner: string) =>
    quoted(label.slice(0, found.index)) + inner + quoted(label.slice(found.index + numeral.length));
  return sign === '' ? around(number) : `${around(number)};${around(quoted(sign) + number)}`;
}

const NUMERAL = /([-−])?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?/;
const NUMERALS = /\d(?:[\d,.]*\d)?/g;

function plain(value: number, digits: number, grouped: boolean): string {
  const [whole = '', fraction] = value.toFixed(digits).split('.');
  const start = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return fraction === undefined ? start : `${start}.${fraction}`;
}

/** Words in a number format stand between quotation marks; one of their own is escaped. */
const quoted = (words: string): string =>
  words === ''
    ? ''
    : words
        .split('"')
        .map(part => (part === '' ? '' : `"${part}"`))
        .join('\\"');
