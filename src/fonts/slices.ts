/** A face as an ordered list of font files, each for some scripts: `@fontsource` ships them so. */
import { FONTS, type Project } from '../model/project.ts';
import type { FaceStyle } from './face.ts';
import type { Shaper } from './harfbuzz.ts';
import { pairwise } from './pairs.ts';
import { SIGNS } from './signs.ts';
import { unpackWoff } from './woff.ts';

/** The open face with the metrics of a family. */
export const TWINS: ReadonlyMap<string, string> = new Map([
  ['Arial', 'arimo'],
  ['Arimo', 'arimo'],
  ['Helvetica', 'arimo'],
  ['Liberation Sans', 'arimo'],
  ['Calibri', 'carlito'],
  ['Carlito', 'carlito'],
  ['Georgia', 'gelasio'],
  ['Gelasio', 'gelasio'],
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

export interface Slices {
  /** Begins the keys of its glyphs: `arimo-700-normal`. */
  readonly name: string;
  readonly bold: boolean;
  /** Widths in em of signs that no slice has. */
  readonly signs: ReadonlyMap<string, number>;
  /** The first slice that has a character; null where none has. */
  find(codePoint: number): Slice | null;
}

export interface Slice extends Shaper {
  readonly name: string;
}

/** A twin in one weight and slope. A slice is unpacked when a character is first looked for in it. */
export function openSlices(
  project: Project,
  twin: string,
  { bold, italic }: Pick<FaceStyle, 'bold' | 'italic'>,
  open: (file: Uint8Array, script: string) => Shaper,
): Slices {
  const look = `${bold ? 700 : 400}-${italic ? 'italic' : 'normal'}`;
  const opened = new Map<string, Slice | null>();
  const slice = (name: string, script: string): Slice | null => {
    const known = opened.get(name);
    if (known !== undefined) return known;
    const file = project.read(`${FONTS}/${twin}/files/${twin}-${name}-${look}.woff`);
    const fresh = file === null ? null : { name, ...pairwise(open(unpackWoff(file), script)) };
    opened.set(name, fresh);
    return fresh;
  };
  return {
    name: `${twin}-${look}`,
    bold,
    signs: SIGNS.get(twin) ?? new Map(),
    find(codePoint) {
      const asked = isSynthetic(codePoint) ? 0x20 : codePoint;
      for (const [name, script] of SLICES) {
        const found = slice(name, script);
        if (found?.covers(asked)) return found;
      }
      return null;
    },
  };
}

/** Spaces of a set width, joiners and the soft hyphen: HarfBuzz makes them where the font has none. */
const isSynthetic = (codePoint: number): boolean =>
  codePoint === 0xad ||
  (codePoint >= 0x2000 && codePoint <= 0x200d) ||
  [0x202f, 0x205f, 0x2060, 0xfeff].includes(codePoint);
