/** Which face, how wide, as outlines. Text is measured with the metrics of the face that the recipient has. */
import { type Brand, latinOf } from '../model/brand.ts';
import { isEastAsian, mayHoldEastAsian, type Script, scriptOf } from '../model/language.ts';
import { FORGETFUL, type Memory } from '../model/memory.ts';
import type { Project } from '../model/project.ts';
import type { Points } from '../model/units.ts';
import { type Advances, type FaceStyle, snap } from './face.ts';
import { boxGlyph, type Glyph } from './outline.ts';
import { type ShapedFace, shapedFace } from './shaped.ts';
import { openSlices, TWINS } from './slices.ts';
import { isInstalled, openStandIn, STAND_INS, type StandIn } from './stand-in.ts';
import { WIDTH_TABLES, type WidthTable, widthOf } from './widths.ts';

export type { Advances, FaceStyle } from './face.ts';
export type { Glyph } from './outline.ts';

/** A stretch of text that one family serves: the UTF-16 code units [start, end). */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly family: string;
  readonly script: Script;
}

export interface Faces {
  /** Cuts a text where another family takes over: Latin and ASCII from the Latin one, Hangul, Han and kana from the East Asian. */
  split(text: string, face: 'major' | 'minor', previous?: Script): readonly Stretch[];
  /** Widths of a text that one family serves (`split`). */
  advances(text: string, style: FaceStyle): Advances;
  /** The outlines of such a text, placed at its advances, spaces included. */
  glyphs(text: string, style: FaceStyle): readonly Glyph[];
  /** Whether a family has a metric twin or a width table here; a text in any other is measured as Arial and reported. */
  measures(family: string): boolean;
  /** The open face whose outlines are drawn for a family: `arimo`, `noto-sans-kr`. */
  drawnIn(family: string): string;
  /** The npm package that has outlines for a family and is not installed; null where none is lacking. */
  lacks(family: string): string | null;
}

/** What a family is measured and drawn with that nobody knows; layout reports it. */
const DEFAULT_TWIN = 'arimo';

/** Loads what measures the brand's families. Slices beyond Latin are unpacked when a text first needs them. */
export async function loadFaces(
  project: Project,
  brand: Brand,
  language: string,
  memory: Memory = FORGETFUL,
): Promise<Faces> {
  const { openShaper } = await import('./harfbuzz.ts');
  // The files that faces come with do not change, so a word is shaped once for all builds.
  /** By twin, and by weight and slope. */
  const faces = memory.recall('faces', () => new Map<string, (ShapedFace | undefined)[]>());
  /** By family, regular and bold. */
  const standIns = memory.recall('stand-ins', () => new Map<string, (StandIn | null | undefined)[]>());

  function shaped(style: FaceStyle): ShapedFace {
    const twin = TWINS.get(style.family) ?? DEFAULT_TWIN;
    const looks = faces.get(twin) ?? [];
    faces.set(twin, looks);
    const look = (style.bold ? 1 : 0) + (style.italic ? 2 : 0);
    looks[look] ??= shapedFace(openSlices(project, twin, style, openShaper));
    return looks[look];
  }

  function standIn(style: FaceStyle): StandIn | null {
    const name = STAND_INS.get(style.family);
    if (name === undefined) return null;
    const looks = standIns.get(name) ?? [];
    standIns.set(name, looks);
    const look = style.bold ? 1 : 0;
    if (looks[look] === undefined) looks[look] = openStandIn(project, name, style, openShaper);
    return looks[look];
  }

  const tableOf = (style: FaceStyle): WidthTable | null =>
    TWINS.has(style.family) ? null : (WIDTH_TABLES.get(style.family) ?? null);

  return {
    split: (text, face, previous = 'latin') => splitByFamily(text, brand, face, language, previous),
    advances(text, style) {
      const table = tableOf(style);
      return table === null ? shaped(style).advances(text, style.size) : tableAdvances(text, style, table);
    },
    glyphs(text, style) {
      const table = tableOf(style);
      return table === null ? shaped(style).glyphs(text, style.size) : tableGlyphs(text, style, table, standIn(style));
    },
    measures: family => TWINS.has(family) || WIDTH_TABLES.has(family),
    drawnIn: family => TWINS.get(family) ?? STAND_INS.get(family) ?? DEFAULT_TWIN,
    lacks(family) {
      const name = TWINS.has(family) ? undefined : STAND_INS.get(family);
      return name === undefined || isInstalled(project, name) ? null : `@fontsource/${name}`;
    },
  };
}

/**
 * ASCII is set in the Latin face and East Asian characters in theirs; other punctuation and symbols follow the last strong
 * character (LibreOffice 7.4, measured), where the East Asian face is known to have them.
 */
function splitByFamily(
  text: string,
  brand: Brand,
  face: 'major' | 'minor',
  language: string,
  previous: Script,
): readonly Stretch[] {
  if (!isEastAsian(previous) && !mayHoldEastAsian(text)) {
    const family = latinOf(brand.fonts[face], language);
    return text === '' ? [] : [{ start: 0, end: text.length, family, script: 'latin' }];
  }
  const stretches: { start: number; end: number; family: string; script: Script }[] = [];
  let strong = previous;
  let at = 0;
  for (const character of text) {
    const own = scriptOf(character);
    if (own !== 'common') strong = own;
    const script =
      own === 'common' && (character < '\u0080' || !followsEastAsian(character, strong)) ? 'latin' : strong;
    const family = familyOf(brand, face, script, language);
    const last = stretches.at(-1);
    if (last !== undefined && last.family === family && isEastAsian(last.script) === isEastAsian(script))
      last.end = at + character.length;
    else stretches.push({ start: at, end: at + character.length, family, script });
    at += character.length;
  }
  return stretches;
}

const followsEastAsian = (character: string, strong: Script): boolean =>
  isEastAsian(strong) && /[\u00B7\u2014\u2026\u203B\u2022\u2190-\u21FF\u2460-\u27BF]/.test(character);

/** Han is shared by three languages: it is set in the face of the deck's own, and of Chinese in a deck of any other. */
function familyOf(brand: Brand, face: 'major' | 'minor', script: Script, language: string): string {
  const names = brand.fonts[face];
  if (!isEastAsian(script)) return latinOf(names, language);
  const own = ['ko', 'zh', 'ja'].includes(language) ? language : 'zh';
  const wanted = script === 'hangul' ? 'ko' : script === 'kana' ? 'ja' : own;
  return names.eastAsian.get(wanted) ?? names.eastAsian.get(own) ?? latinOf(names, language);
}

/** East Asian text is not shaped: HarfBuzz picks a localised space that neither PowerPoint nor LibreOffice shows. */
function tableAdvances(text: string, style: FaceStyle, table: WidthTable): Advances {
  const widths: Points[] = [];
  const unmeasured: string[] = [];
  for (const character of text) {
    const em = widthOf(table, character, style.bold);
    if (em === null) unmeasured.push(character);
    widths.push(snap((em ?? 1) * style.size));
    for (let rest = 1; rest < character.length; rest++) widths.push(0);
  }
  return { widths, unmeasured };
}

/** The stand-in's outlines, each in the middle of the advance that was measured. */
function tableGlyphs(text: string, style: FaceStyle, table: WidthTable, standIn: StandIn | null): readonly Glyph[] {
  const { widths } = tableAdvances(text, style, table);
  const glyphs: Glyph[] = [];
  let [x, at] = [0, 0];
  for (const character of text) {
    const width = widths[at]!;
    glyphs.push(tableGlyph(character, x, width, style.size, standIn));
    x += width;
    at += character.length;
  }
  return glyphs;
}

function tableGlyph(character: string, x: Points, width: Points, size: Points, standIn: StandIn | null): Glyph {
  const blank = character === ' ' || character === '\u3000';
  const found = blank ? BLANK : (standIn?.find(character) ?? null);
  if (found === null) return boxGlyph(character, x, width, size);
  const { path, unitsPerEm, advance } = found;
  const key = `${standIn?.name ?? 'blank'}-${character.codePointAt(0)!.toString(16)}`;
  const left = blank ? x : x + (width - advance * size) / 2;
  return { key, text: character, path, unitsPerEm, x: left, width, nominal: width / size, missing: false };
}

const BLANK = { path: '', unitsPerEm: 1000, advance: 0 };
