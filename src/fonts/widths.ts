/** Widths of East Asian faces, which may not be shipped: measured on native PowerPoint exports, in em. */
import { isEastAsian, scriptOf } from '../model/language.ts';

export interface WidthTable {
  /** Advance of a Hangul syllable. */
  readonly hangul: number;
  /** Advances of other characters, where they are not 1 em wide. */
  readonly regular: ReadonlyMap<string, number>;
  readonly bold: ReadonlyMap<string, number>;
  /** Any other ASCII character; null where nothing is known. */
  readonly ascii: number | null;
}

/** A width in em and the characters that have it, one pair a line. */
export const figures = (lines: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    lines.flatMap(line => {
      const [width, characters] = line.split('\t');
      return [...characters!].map(character => [character, Number(width)] as const);
    }),
  );

const MALGUN_REGULAR = figures([
  '0.551\t0123456789',
  '0.219\t·.,:',
  '0.352\t ',
  '0.836\t%',
  '0.701\t+',
  '0.41\t-',
  '0.8\t※',
  '0.305\t()',
  '0.417\t•',
  '0.917\tM',
  '0.499\tF',
  '0.658\tA',
  '0.395\t"',
  '0.46\t?',
  '1.026\t—',
  '0.27\tI',
  '0.396\t/',
  '0.635\tC',
  '0.773\tO',
  '0.543\tS',
  '0.725\tH',
  '0.61\tR',
  '0.571\tP',
  '0.601\tp',
]);
const MALGUN_BOLD = figures([
  '0.58\t0123456789',
  '0.262\t.:·,',
  '0.352\t ',
  '0.875\t%',
  '0.719\t+',
  '0.414\t-',
  '0.358\t()',
  '0.606\tY',
  '0.62\to',
  '0.964\tM',
  '0.524\tF',
  '0.704\tA',
  '0.539\tE',
  '0.654\tR',
  '0.615\tP',
  '0.626\tp',
  '0.476\t"',
  '0.452\t?',
]);
const NONE: ReadonlyMap<string, number> = new Map();

/** Malgun Gothic's Latin letters are those of Segoe UI: 0.6 em is above their average. */
const MALGUN: WidthTable = { hangul: 1, regular: MALGUN_REGULAR, bold: MALGUN_BOLD, ascii: 0.6 };
const FULL_WIDTH: WidthTable = { hangul: 1, regular: NONE, bold: NONE, ascii: null };

/** By family. Measuring Malgun with Noto would be 8 % too narrow: their Hangul differs. */
export const WIDTH_TABLES: ReadonlyMap<string, WidthTable> = new Map([
  ['Malgun Gothic', MALGUN],
  ['맑은 고딕', MALGUN],
  ['Noto Sans CJK KR', { ...FULL_WIDTH, hangul: 0.92 }],
  ['Noto Sans KR', { ...FULL_WIDTH, hangul: 0.92 }],
  ['Pretendard', { ...FULL_WIDTH, hangul: 0.864 }],
  ...[
    'Microsoft YaHei',
    'PingFang SC',
    'Noto Sans CJK SC',
    'Noto Sans SC',
    'Microsoft JhengHei',
    'SimHei',
    'SimSun',
    'Yu Gothic',
    'Meiryo',
    'MS Gothic',
    'Noto Sans CJK JP',
    'Noto Sans JP',
  ].map(family => [family, FULL_WIDTH] as const),
]);

/** Dashes, dots, bullets, arrows and enclosed or geometric signs that East Asian faces draw in a full square. */
const FULL_WIDTH_SIGNS = /[\u2014\u2026\u203B\u2190-\u21FF\u2460-\u27BF]/;

/** A character's advance in em; null where the table does not say. */
export function widthOf(table: WidthTable, character: string, bold: boolean): number | null {
  const known = (bold ? table.bold : table.regular).get(character);
  if (known !== undefined) return known;
  const script = scriptOf(character);
  if (script === 'hangul') return table.hangul;
  if (/[\uFF61-\uFFDC]/.test(character)) return 0.5;
  if (isEastAsian(script) || FULL_WIDTH_SIGNS.test(character)) return 1;
  return character < '\u0080' ? table.ascii : null;
}
