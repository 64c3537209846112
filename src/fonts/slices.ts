/** A face as an ordered list of font files, each for some scripts: `@fontsource` ships them so. */
import { FONTS, type Project } from '../model/project.ts';
import type { Points } from '../model/units.ts';
import { type Advances, type FaceStyle, snap } from './face.ts';
import type { ShapedGlyph, Shaper } from './harfbuzz.ts';
import { boxGlyph, type Glyph } from './outline.ts';
import { unpackWoff } from './woff.ts';

/** The open face with the metrics of a family. */
export const TWINS: ReadonlyMap<string, string> = new Map([
  ['Arial', 'arimo'],
  ['Arimo', 'arimo'],
  ['Helvetica', 'arimo'],
  ['Liberation Sans', 'arimo'],
  ['Calibri', 'carlito'],
  ['Carlito', 'carlito'],
]);

/** In the order of asking; ₩ is in `latin-ext`, not in `latin`. */
const SLICES: readonly (readonly [name: string, script: string])[] = [
  ['latin', 'Latn'],
  ['latin-ext', 'Latn'],
  ['greek', 'Grek'],
  ['cyrillic', 'Cyrl'],
  ['vietnamese', 'Latn'],
  ['greek-ext', 'Grek'],
  ['cyrillic-ext', 'Cyrl'],
];

export interface SlicedFace {
  advances(text: string, size: Points): Advances;
  glyphs(text: string, size: Points): readonly Glyph[];
}

/** A glyph of a word; `slice` is null where no slice has the character. */
interface WordGlyph extends ShapedGlyph {
  readonly slice: number | null;
}
interface Word {
  readonly glyphs: readonly WordGlyph[];
  readonly unmeasured: readonly string[];
}

/** Opens a face in one weight and slope. A word is shaped once in the life of the face. */
export function loadSlices(
  project: Project,
  twin: string,
  style: Pick<FaceStyle, 'bold' | 'italic'>,
  open: (file: Uint8Array, script: string) => Shaper,
): SlicedFace {
  const look = `${style.bold ? 700 : 400}-${style.italic ? 'italic' : 'normal'}`;
  const shapers: (Shaper | null)[] = [];
  const words = new Map<string, Word>();
  const paths = new Map<string, string>();

  function shaperAt(index: number): Shaper | null {
    if (shapers[index] === undefined) {
      const [name, script] = SLICES[index]!;
      const file = project.read(`${FONTS}/${twin}/files/${twin}-${name}-${look}.woff`);
      shapers[index] = file === null ? null : open(unpackWoff(file), script);
    }
    return shapers[index]!;
  }

  function sliceOf(codePoint: number): number | null {
    const asked = isSynthetic(codePoint) ? 0x20 : codePoint;
    const found = SLICES.findIndex((_, index) => shaperAt(index)?.covers(asked) === true);
    return found === -1 ? null : found;
  }

  function shapeWord(text: string): Word {
    const known = words.get(text);
    if (known !== undefined) return known;
    const glyphs: WordGlyph[] = [];
    const unmeasured: string[] = [];
    for (const part of partsBySlice(text, sliceOf)) {
      if (part.slice === null) {
        glyphs.push({ id: 0, at: part.start, nominal: 1, kern: 0, offset: 0, slice: null });
        unmeasured.push(part.text);
        continue;
      }
      for (const glyph of shaperAt(part.slice)!.shape(part.text))
        glyphs.push({ ...glyph, at: glyph.at + part.start, slice: part.slice });
    }
    const word = { glyphs, unmeasured };
    words.set(text, word);
    return word;
  }

  function pathOf(slice: number, id: number, key: string): string {
    const path = paths.get(key) ?? shaperAt(slice)!.path(id);
    paths.set(key, path);
    return path;
  }

  return {
    advances(text, size) {
      const widths = new Array<Points>(text.length).fill(0);
      const unmeasured: string[] = [];
      for (const { start, end, word } of wordsOf(text, shapeWord)) {
        for (const glyph of word.glyphs)
          if (start + glyph.at < end) widths[start + glyph.at]! += snap(glyph.nominal * size) + glyph.kern * size;
        unmeasured.push(...word.unmeasured);
      }
      return { widths, unmeasured };
    },
    glyphs(text, size) {
      const placed: Glyph[] = [];
      let x = 0;
      for (const { start, end, word } of wordsOf(text, shapeWord)) {
        for (const { id, at, nominal, kern, offset, slice } of word.glyphs) {
          if (start + at >= end) continue;
          const width = snap(nominal * size) + kern * size;
          if (slice === null) placed.push(boxGlyph(x, width, size));
          else {
            const key = `${twin}-${SLICES[slice]![0]}-${look}-${id}`;
            const path = pathOf(slice, id, key);
            const { unitsPerEm } = shaperAt(slice)!;
            if (path !== '') placed.push({ key, path, unitsPerEm, x: x + offset * size, width, missing: false });
          }
          x += width;
        }
      }
      return placed;
    },
  };
}

/** Words with the spaces before them, shaped together with the space behind, which kerns too but belongs to the next. */
function wordsOf(
  text: string,
  shapeWord: (text: string) => Word,
): readonly { start: number; end: number; word: Word }[] {
  return [...text.matchAll(/ *[^ ]+| +$/g)].map(match => {
    const end = match.index + match[0].length;
    return { start: match.index, end, word: shapeWord(text.slice(match.index, end + (text[end] === ' ' ? 1 : 0))) };
  });
}

/** Neighbours from the same slice are shaped together; a character that no slice has stands alone. */
function partsBySlice(text: string, sliceOf: (codePoint: number) => number | null) {
  const parts: { start: number; slice: number | null; text: string }[] = [];
  let at = 0;
  for (const character of text) {
    const slice = sliceOf(character.codePointAt(0)!);
    const last = parts.at(-1);
    if (last !== undefined && slice !== null && last.slice === slice) last.text += character;
    else parts.push({ start: at, slice, text: character });
    at += character.length;
  }
  return parts;
}

/** Spaces of a set width, joiners and the soft hyphen: HarfBuzz makes them where the font has none. */
const isSynthetic = (codePoint: number): boolean =>
  codePoint === 0xad ||
  (codePoint >= 0x2000 && codePoint <= 0x200d) ||
  [0x202f, 0x205f, 0x2060, 0xfeff].includes(codePoint);
