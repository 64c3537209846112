/** Text shaped by words: widths as PowerPoint makes them, and outlines at those widths. */
import type { Points } from '../model/units.ts';
import { type Advances, snap } from './face.ts';
import type { ShapedGlyph } from './harfbuzz.ts';
import { boxGlyph, type Glyph } from './outline.ts';
import type { Slice, Slices } from './slices.ts';

export interface ShapedFace {
  advances(text: string, size: Points): Advances;
  glyphs(text: string, size: Points): readonly Glyph[];
}

/** A glyph of a word; `slice` is null where no slice has the character. */
interface WordGlyph extends ShapedGlyph {
  readonly slice: Slice | null;
}
interface Word {
  readonly glyphs: readonly WordGlyph[];
  readonly unmeasured: readonly string[];
}

/** PowerPoint's rule: the glyph's own advance on its grid, kerning as it is. */
const advanceOf = ({ nominal, kern }: ShapedGlyph, size: Points): Points => snap(nominal * size) + kern * size;

/** A face of slices. A word is shaped once in the life of the face. */
export function shapedFace(slices: Slices): ShapedFace {
  const words = new Map<string, Word>();
  const paths = new Map<string, string>();

  function wordOf(text: string): Word {
    const word = words.get(text) ?? shapeWord(text, slices);
    words.set(text, word);
    return word;
  }

  function outline({ id, slice, offset }: WordGlyph, x: Points, width: Points, size: Points): Glyph {
    if (slice === null) return boxGlyph(x, width, size);
    const key = `${slices.name}-${slice.name}-${id}`;
    const path = paths.get(key) ?? slice.path(id);
    paths.set(key, path);
    return { key, path, unitsPerEm: slice.unitsPerEm, x: x + offset * size, width, missing: false };
  }

  return {
    advances(text, size) {
      const widths = new Array<Points>(text.length).fill(0);
      const unmeasured: string[] = [];
      for (const { start, end, word } of wordsIn(text, wordOf)) {
        for (const glyph of word.glyphs)
          if (start + glyph.at < end) widths[start + glyph.at]! += advanceOf(glyph, size);
        unmeasured.push(...word.unmeasured);
      }
      return { widths, unmeasured };
    },
    glyphs(text, size) {
      let x = 0;
      return wordsIn(text, wordOf).flatMap(({ start, end, word }) =>
        word.glyphs
          .filter(({ at }) => start + at < end)
          .map(glyph => {
            const width = advanceOf(glyph, size);
            x += width;
            return outline(glyph, x - width, width, size);
          })
          .filter(({ path }) => path !== ''),
      );
    },
  };
}

/** Words with the spaces before them, shaped together with the space behind, which kerns too but belongs to the next. */
function wordsIn(text: string, wordOf: (text: string) => Word): readonly { start: number; end: number; word: Word }[] {
  return [...text.matchAll(/ *[^ ]+| +$/g)].map(match => {
    const end = match.index + match[0].length;
    return { start: match.index, end, word: wordOf(text.slice(match.index, end + (text[end] === ' ' ? 1 : 0))) };
  });
}

/** Neighbours from the same slice are shaped together; a character that is in none, and no known sign, counts 1 em. */
function shapeWord(text: string, slices: Slices): Word {
  const glyphs: WordGlyph[] = [];
  const unmeasured: string[] = [];
  for (const { start, slice, words } of partsOf(text, slices)) {
    if (slice === null) {
      const known = slices.signs.get(words);
      glyphs.push({ id: 0, at: start, nominal: known ?? 1, kern: 0, offset: 0, slice });
      if (known === undefined) unmeasured.push(words);
    } else for (const glyph of slice.shape(words)) glyphs.push({ ...glyph, at: glyph.at + start, slice });
  }
  return { glyphs, unmeasured };
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
