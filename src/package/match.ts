/** Repeats in a text: chains of the places that begin with the same four bytes (RFC 1951, 4), in tables that serve one text after another. */

/** How far back a repeat may lie. */
export const WINDOW = 32_768;
/** Deflate knows repeats of three bytes too; in XML they cost more than they save. */
const SHORTEST = 4;
export const LONGEST = 258;
/** Places of a chain that are tried. Twice as many save 0.5 % of a deck and take a tenth longer. */
const TRIES = 16;
/** A repeat as long as this is good enough. */
const ENOUGH = 130;

export interface Matcher {
  /** Takes up a text and forgets the one before. */
  begin(text: Uint8Array): void;
  /** The longest repeat at a place, if longer than `least`, as length × 65,536 + distance; 0 for none. Each place is asked for once, in order, or noted. */
  find(at: number, least: number): number;
  /** Notes places up to `end` without looking for repeats. */
  note(at: number, end: number): void;
}

export function matcher(): Matcher {
  // Places are counted on through all texts, so that those of earlier ones need not be cleared: they lie before `origin`.
  const newest = new Int32Array(WINDOW).fill(-1);
  const before = new Int32Array(WINDOW);
  let text: Uint8Array = new Uint8Array(0);
  let origin = 0;
  let next = 0;

  function begin(bytes: Uint8Array): void {
    if (next > 2 ** 30) {
      newest.fill(-1);
      next = 0;
    }
    text = bytes;
    origin = next;
    next += bytes.length;
  }

  function noted(at: number): number {
    const start = text[at]! | (text[at + 1]! << 8) | (text[at + 2]! << 16) | (text[at + 3]! << 24);
    const hash = Math.imul(start, 0x9e3779b1) >>> 17;
    const earlier = newest[hash]!;
    newest[hash] = origin + at;
    before[(origin + at) & (WINDOW - 1)] = earlier;
    return earlier;
  }

  function find(at: number, least: number): number {
    const bytes = text;
    const longest = Math.min(LONGEST, bytes.length - at);
    if (longest < SHORTEST) return 0;
    const oldest = Math.max(origin, origin + at - WINDOW + 1);
    let length = Math.max(least, SHORTEST - 1);
    let distance = 0;
    let place = noted(at);
    for (let tries = TRIES; tries > 0 && place >= oldest && length < longest; tries--) {
      const from = place - origin;
      if (bytes[from + length] === bytes[at + length]) {
        let same = 0;
        while (same < longest && bytes[from + same] === bytes[at + same]) same++;
        if (same > length) {
          length = same;
          distance = at - from;
          if (same >= ENOUGH) break;
        }
      }
      place = before[place & (WINDOW - 1)]!;
    }
    return distance === 0 ? 0 : length * 65_536 + distance;
  }

  function note(at: number, end: number): void {
    const last = Math.min(end, text.length - SHORTEST + 1);
    for (let place = at; place < last; place++) noted(place);
  }
  return { begin, find, note };
}
