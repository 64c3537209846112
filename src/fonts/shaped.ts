/** Text shaped by words: widths as PowerPoint makes them, and outlines at those widths. */
import type { Points } from '../model/units.ts';
import { type Advances, snap } from './face.ts';
import type { ShapedGlyph } from './harfbuzz.ts';
import { boxGlyph, type Glyph } from './outline.ts';
import { SIGN_UNITS, signOutline } from './sign-outlines.ts';
import type { Slice, Slices } from './slices.ts';

export interface ShapedFace {
  advances(text: string, size: Points): Advances;
  glyphs(text: string, size: Points): readonly Glyph[];
}

interface Word {
  readonly glyphs: readonly ShapedGlyph[];
  /** The slice of each glyph; null where none has the character. */
  readonly slices: readonly (Slice | null)[];
  readonly unmeasured: readonly string[];
}

/** PowerPoint's rule: the glyph's own advance on its grid, kerning as it is. */
const advanceOf = ({ nominal, kern }: ShapedGlyph, size: Points): Points => snap(nominal * size) + kern * size;

/** A face of slices. A word is shaped once in the life of the face. */
export function shapedFace(slices: Slices): ShapedFace {
  const words = new Map<string, Word>();
  /** By size and word: the same few words at the same few sizes make up most of a deck. */
  const measured = new Map<Points, Map<string, Advances>>();
  const paths = new Map<string, string>();

  function wordOf(text: string): Word {
    const known = words.get(text);
    if (known !== undefined) return known;
    const word = shapeWord(text, slices);
    words.set(text, word);
    return word;
  }

  function advancesOf(text: string, length: number, size: Points): Advances {
    const known = measured.get(size) ?? new Map<string, Advances>();
    const before = known.get(text);
    if (before !== undefined) return before;
    const { glyphs, unmeasured } = wordOf(text);
    const widths = new Array<Points>(length).fill(0);
    for (const glyph of glyphs) if (glyph.at < length) widths[glyph.at]! += advanceOf(glyph, size);
    const fresh = { widths, unmeasured };
    measured.set(size, known.set(text, fresh));
    return fresh;
  }

  function outline(
    { id, offset, nominal }: ShapedGlyph,
    slice: Slice | null,
    text: string,
    x: Points,
    width: Points,
    size: Points,
  ): Glyph {
    if (slice === null) return signGlyph(text, x, width, size);
    const key = `${slices.name}-${slice.name}-${id}`;
    const path = paths.get(key) ?? slice.path(id);
    paths.set(key, path);
    return { key, text, path, unitsPerEm: slice.unitsPerEm, x: x + offset * size, width, nominal, missing: false };
  }

  function signGlyph(sign: string, x: Points, width: Points, size: Points): Glyph {
    const nominal = slices.signs.get(sign) ?? 1;
    const path = signOutline(sign, nominal * SIGN_UNITS, slices.bold);
    if (path === null) return boxGlyph(sign, x, width, size);
    const key = `${slices.name}-sign-${sign.codePointAt(0)!.toString(16)}`;
    return { key, text: sign, path, unitsPerEm: SIGN_UNITS, x, width, nominal, missing: false };
  }

  return {
    advances(text, size) {
      if (!text.includes(' ')) return advancesOf(text, text.length, size);
      const widths: Points[] = [];
      const unmeasured: string[] = [];
      for (let start = 0; start < text.length; ) {
        const end = wordEnd(text, start);
        const word = advancesOf(shapedStretch(text, start, end), end - start, size);
        for (const width of word.widths) widths.push(width);
        for (const character of word.unmeasured) unmeasured.push(character);
        start = end;
      }
      return { widths, unmeasured };
    },
    glyphs(text, size) {
      const glyphs: Glyph[] = [];
      let x = 0;
      for (let start = 0, end = 0; start < text.length; start = end) {
        end = wordEnd(text, start);
        const word = wordOf(shapedStretch(text, start, end));
        const own = word.glyphs.flatMap((glyph, index) =>
          glyph.at < end - start ? [{ glyph, slice: word.slices[index]! }] : [],
        );
        for (const [index, { glyph, slice }] of own.entries()) {
          const width = advanceOf(glyph, size);
          const shown = text.slice(start + glyph.at, start + (own[index + 1]?.glyph.at ?? end - start));
          glyphs.push(outline(glyph, slice, shown, x, width, size));
          x += width;
        }
      }
      return glyphs;
    },
  };
}

/** Where a word ends that begins with the spaces before it. */
function wordEnd(text: string, start: number): number {
  let end = start;
  while (text[end] === ' ') end++;
  const space = text.indexOf(' ', end);
  return space < 0 ? text.length : space;
}

/** A word is shaped with the space behind it, which kerns too but belongs to the next. */
const shapedStretch = (text: string, start: number, end: number): string => text.slice(start, end + 1);

/** Neighbours from the same slice are shaped together; a character that is in none, and no known sign, counts 1 em. */
function shapeWord(text: string, slices: Slices): Word {
  const glyphs: ShapedGlyph[] = [];
  const own: (Slice | null)[] = [];
  const unmeasured: string[] = [];
  for (const { start, slice, words } of partsOf(text, slices)) {
    if (slice === null) {
      const known = slices.signs.get(words);
      glyphs.push({ id: 0, at: start, nominal: known ?? 1, kern: 0, offset: 0 });
      if (known === undefined) unmeasured.push(words);
    } else
      for (const glyph of slice.shape(words)) glyphs.push(start === 0 ? glyph : { ...glyph, at: glyph.at + start });
    while (own.length < glyphs.length) own.push(slice);
  }
  return { glyphs, slices: own, unmeasured };
}

function partsOf(text: string, slices: Slices): readonly { start: number; slice: Slice | null; words: string }[] {
  const parts: { start: number; slice: Slice | null; words: string }[] = [];
  let at = 0;
  for (const character of text) {
    const slice = slices.find(character.codePointAt(0)!);
    const last = parts.at(-1);
    if (last !== undefined && slice !== null && last.slice === slice) last.words += character;
    else parts.push({ start: at, slice, words: character });
    at += character.length;
  }
  return parts;
}
