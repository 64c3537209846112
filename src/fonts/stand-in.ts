/** Outlines for East Asian families, which may not be shipped: an open face in a package of its own, drawn at the family's advances. */
import { FONTS, type Project } from '../model/project.ts';
import type { FaceStyle } from './face.ts';
import type { Shaper } from './harfbuzz.ts';
import { unpackWoff } from './woff.ts';

const KOREAN = 'noto-sans-kr';
const CHINESE = 'noto-sans-sc';
const TAIWANESE = 'noto-sans-tc';
const JAPANESE = 'noto-sans-jp';

/** The `@fontsource` package whose outlines are drawn for a family. */
export const STAND_INS: ReadonlyMap<string, string> = new Map([
  ...['Malgun Gothic', '맑은 고딕', 'Noto Sans CJK KR', 'Noto Sans KR', 'Pretendard'].map(
    family => [family, KOREAN] as const,
  ),
  ...['Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'SimHei', 'SimSun'].map(
    family => [family, CHINESE] as const,
  ),
  ['Microsoft JhengHei', TAIWANESE],
  ...['Yu Gothic', 'Meiryo', 'MS Gothic', 'Noto Sans CJK JP', 'Noto Sans JP'].map(
    family => [family, JAPANESE] as const,
  ),
]);

export interface StandIn {
  /** Begins the keys of its glyphs: `noto-sans-kr-700-normal`. */
  readonly name: string;
  /** The glyph of one character; null where the face has none. */
  find(character: string): StandInGlyph | null;
}

export interface StandInGlyph {
  /** SVG path data in font units, y upwards; empty for a space. */
  readonly path: string;
  readonly unitsPerEm: number;
  /** The face's own advance, in em. */
  readonly advance: number;
}

/** Whether a package is there: its table of characters is. */
export const isInstalled = (project: Project, name: string): boolean => tableOf(project, name) !== null;

/**
 * A face of more than a hundred files, each with some characters; a file is unpacked when one of them is first drawn. It is upright:
 * Hangul and Han have no italics. Null where the package is not installed.
 */
export function openStandIn(
  project: Project,
  name: string,
  { bold }: Pick<FaceStyle, 'bold'>,
  open: (file: Uint8Array, script: string) => Shaper,
): StandIn | null {
  const table = tableOf(project, name);
  if (table === null) return null;
  const slices = slicesOf(table);
  const look = `${bold ? 700 : 400}-normal`;
  const opened = new Map<string, Shaper | null>();
  const shaperOf = (slice: string): Shaper | null => {
    const known = opened.get(slice);
    if (known !== undefined) return known;
    const file = project.read(`${FONTS}/${name}/files/${name}-${slice}-${look}.woff`);
    const fresh = file === null ? null : open(unpackWoff(file), 'Hani');
    opened.set(slice, fresh);
    return fresh;
  };
  const lookUp = (character: string): StandInGlyph | null => {
    const code = character.codePointAt(0)!;
    const slice = slices.find(({ ranges }) => ranges.some(([first, last]) => first <= code && code <= last));
    const shaper = slice === undefined ? null : shaperOf(slice.name);
    if (shaper === null || !shaper.covers(code)) return null;
    const { id, nominal } = shaper.shape(character)[0]!;
    return { path: shaper.path(id), unitsPerEm: shaper.unitsPerEm, advance: nominal };
  };
  const glyphs = new Map<string, StandInGlyph | null>();
  return {
    name: `${name}-${look}`,
    find(character) {
      const known = glyphs.get(character);
      if (known !== undefined) return known;
      const fresh = lookUp(character);
      glyphs.set(character, fresh);
      return fresh;
    },
  };
}

const tableOf = (project: Project, name: string): Uint8Array | null => project.read(`${FONTS}/${name}/unicode.json`);

interface Slice {
  readonly name: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

/** The package's own table, in CSS's words: `{"[0]": "U+f9ca-fa0b,U+ff03", "latin": …}`. */
const slicesOf = (table: Uint8Array): readonly Slice[] =>
  Object.entries(JSON.parse(new TextDecoder().decode(table)) as Record<string, string>).map(([name, ranges]) => ({
    name: name.replace(/^\[(.*)\]$/, '$1'),
    ranges: ranges.split(',').map(range => {
      const [first, last = first] = range.slice('U+'.length).split('-');
      return [Number.parseInt(first!, 16), Number.parseInt(last!, 16)];
    }),
  }));
