/** Glyph outlines as a font file: Compact Font Format, keyed by character identifier (Adobe Technical Notes 5176 and 5177). */
import type { Step } from '../../model/outline.ts';
import { bytesOf, joined } from './file.ts';

/** In thousandths of an em, y upwards from the baseline. */
export interface FontGlyph {
  readonly width: number;
  readonly steps: readonly Step[];
}

/** Strings that every font knows by number, 391 of them, come before its own. */
const FIRST_OWN_STRING = 391;
/** Operators of dictionaries; those of two bytes begin with 12. */
const OPERATOR = {
  boundingBox: [5],
  charset: [15],
  charStrings: [17],
  privateDictionary: [18],
  registryOrderingSupplement: [12, 30],
  cidCount: [12, 34],
  fontDictionaries: [12, 36],
  dictionaryOfGlyph: [12, 37],
} as const;

/** The font file. The first glyph is what stands for a character that the font does not have. */
export function compactFont(name: string, glyphs: readonly FontGlyph[], box: readonly number[]): Uint8Array {
  const head = [Uint8Array.of(1, 0, 4, 4), index([bytesOf(name)])];
  const strings = index([bytesOf('Adobe'), bytesOf('Identity')]);
  const charStrings = index(glyphs.map(charString));
  // Glyphs are numbered as their characters are, in one range; one dictionary serves them all.
  const charset = Uint8Array.of(2, ...uint16(1), ...uint16(Math.max(0, glyphs.length - 2)));
  const selector = Uint8Array.of(3, ...uint16(1), ...uint16(0), 0, ...uint16(glyphs.length));
  const top = (places: readonly number[]): Uint8Array =>
    index([
      Uint8Array.from([
        ...[FIRST_OWN_STRING, FIRST_OWN_STRING + 1, 0].flatMap(offset),
        ...OPERATOR.registryOrderingSupplement,
        ...box.flatMap(offset),
        ...OPERATOR.boundingBox,
        ...offset(glyphs.length),
        ...OPERATOR.cidCount,
        ...[OPERATOR.charset, OPERATOR.dictionaryOfGlyph, OPERATOR.charStrings, OPERATOR.fontDictionaries].flatMap(
          (operator, at) => [...offset(places[at]!), ...operator],
        ),
      ]),
    ]);
  // Offsets take five bytes whatever they are, so that the dictionary is as long before they are known as after.
  const before = [...head, top([0, 0, 0, 0]), strings, index([])].reduce((sum, { length }) => sum + length, 0);
  const places = [before, before + charset.length, before + charset.length + selector.length];
  const dictionaries = places[2]! + charStrings.length;
  const fontDictionary = (end: number) =>
    index([Uint8Array.from([...offset(0), ...offset(end), ...OPERATOR.privateDictionary])]);
  const end = dictionaries + fontDictionary(0).length;
  return joined([
    ...head,
    top([...places, dictionaries]),
    strings,
    index([]),
    charset,
    selector,
    charStrings,
    fontDictionary(end),
  ]);
}

/** Byte strings behind a table of where each ends. */
function index(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length === 0) return Uint8Array.of(0, 0);
  const ends = [1];
  for (const { length } of entries) ends.push(ends.at(-1)! + length);
  return joined([Uint8Array.from([...uint16(entries.length), 4, ...ends.flatMap(uint32)]), ...entries]);
}

/** A glyph's program (Type 2): its width, then moves, lines and curves, each from where the last ended. */
function charString({ width, steps }: FontGlyph): Uint8Array {
  const bytes: number[] = [...operand(width)];
  let [x, y] = [0, 0];
  for (const [command, ...numbers] of steps) {
    if (command === 'Z') continue;
    for (let at = 0; at < numbers.length; at += 2) {
      const [toX, toY] = [Math.round(numbers[at]!), Math.round(numbers[at + 1]!)];
      bytes.push(...operand(toX - x), ...operand(toY - y));
      [x, y] = [toX, toY];
    }
    bytes.push({ M: 21, L: 5, C: 8 }[command]);
  }
  return Uint8Array.from([...bytes, 14]);
}

function operand(value: number): readonly number[] {
  if (value >= -107 && value <= 107) return [value + 139];
  if (value >= 108 && value <= 1131) return [247 + ((value - 108) >> 8), (value - 108) & 255];
  if (value <= -108 && value >= -1131) return [251 + ((-value - 108) >> 8), (-value - 108) & 255];
  return [28, ...uint16(value & 0xffff)];
}

const uint16 = (value: number): readonly number[] => [value >> 8, value & 255];
const uint32 = (value: number): readonly number[] => [...uint16(value >>> 16), ...uint16(value & 0xffff)];
/** A whole number of a dictionary in its longest form. */
const offset = (value: number): readonly number[] => [29, ...uint32(value)];
