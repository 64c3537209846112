/** Words put together from pairs of letters: a deck has ten times as many words as pairs, and each call of HarfBuzz costs 20 µs. */
import type { ShapedGlyph, Shaper } from './harfbuzz.ts';

/** Printable ASCII: a glyph a letter, and kerning looks one letter ahead, since no ligatures are set (law _words from pairs_ in `fonts.test.ts`). */
const PLAIN = /^[ -~]+$/;

/** The same shaper, asking for each pair once; any other text is shaped as a whole. */
export function pairwise(shaper: Shaper): Shaper {
  const firsts = new Map<number, ShapedGlyph>();
  /** The glyph of a letter as kerned against the next; 0 ends a word. */
  const first = (letter: number, next: number): ShapedGlyph => {
    const key = letter * 128 + next;
    const known = firsts.get(key);
    if (known !== undefined) return known;
    const text = next === 0 ? String.fromCharCode(letter) : String.fromCharCode(letter, next);
    const glyph = shaper.shape(text)[0]!;
    firsts.set(key, glyph);
    return glyph;
  };
  return {
    ...shaper,
    shape(text) {
      if (!PLAIN.test(text)) return shaper.shape(text);
      return Array.from({ length: text.length }, (_, at) => {
        const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
        const { id, nominal, kern, offset } = first(text.charCodeAt(at), next);
        return { id, at, nominal, kern, offset };
      });
    },
  };
}
