/** Text in charts: PowerPoint sets it by its own rules, so it is short, and measured here only to keep it from colliding. */
import type { Faces } from '../fonts/fonts.ts';
import { type ColourToken, pitchOf, type TextRole } from '../model/brand.ts';
import { languageTag, mayHoldEastAsian, type Script, scriptOf } from '../model/language.ts';
import type { Origin } from '../model/origin.ts';
import type { LaidRun, Line, Span, TextBlock } from '../model/scene.ts';
import { hundredths, type Points, type Rect } from '../model/units.ts';
import type { FactUse } from '../model/use.ts';
import type { ChartContext } from './kind.ts';

export interface Words {
  readonly name: string;
  /** One or more lines, broken already (`wrapWords`). */
  readonly lines: readonly string[];
  readonly role: TextRole;
  readonly size: Points;
  readonly colour: ColourToken;
  readonly align: 'left' | 'centre' | 'right';
  readonly anchor: 'top' | 'middle' | 'bottom';
  readonly fact: FactUse | null;
  readonly origin: Origin;
  readonly ground: ColourToken;
}

/** With exact spacing, the room below a baseline as a multiple of the size. */
const BELOW_BASELINE = 0.2;

export const wordsWidth = (text: string, role: TextRole, size: Points, context: ChartContext): Points =>
  widthOf(piecesOf(text, role, size, context));

/** Width of a frame that is cut to a text of one line. */
export const cutWidth = (text: string, role: TextRole, size: Points, context: ChartContext): Points =>
  hundredths(wordsWidth(text, role, size, context) * 1.02 + 2);

/** Height of `lines` lines. */
export const wordsHeight = (lines: number, role: TextRole, size: Points, context: ChartContext): Points =>
  lines * pitchOf(context.brand.type[role], size, context.language);

/** Breaks a label at its spaces, and between East Asian characters, where it is wider than `width`. */
export function wrapWords(
  text: string,
  width: Points,
  role: TextRole,
  size: Points,
  context: ChartContext,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    if (line !== '' && wordsWidth((line + piece).trimEnd(), role, size, context) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  lines.push(line.trimEnd());
  return lines;
}

/** Han and kana one by one, everything else by word, which a no-break space is part of. */
const PIECES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][、。，：；）]? *|(?:\u00A0|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])+ *| +/gu;

export function layWords(words: Words, frame: Rect, context: ChartContext): TextBlock {
  const pitch = pitchOf(context.brand.type[words.role], words.size, context.language);
  const height = pitch * words.lines.length;
  const slack = frame.height - height;
  const top = frame.y + (words.anchor === 'top' ? 0 : words.anchor === 'middle' ? slack / 2 : slack);
  const run = runOf(words, context);
  const lines = words.lines.map((text, index): Line => {
    const pieces = piecesOf(text, words.role, words.size, context);
    const width = widthOf(pieces);
    const room = frame.width - width;
    const x = frame.x + (words.align === 'left' ? 0 : words.align === 'centre' ? room / 2 : room);
    const baseline = hundredths(top + (index + 1) * pitch - BELOW_BASELINE * words.size);
    return { baseline, width, paragraph: 0, spans: spansOf(pieces, run, x) };
  });
  const { name, origin, fact, role, align, anchor, ground } = words;
  return {
    kind: 'text',
    name,
    frame,
    origin,
    facts: fact === null ? [] : [fact],
    alt: null,
    placeholder: null,
    role,
    paragraphs: [{ runs: [run], align, pitch, spaceBefore: 0, list: null, indent: 0, origin }],
    lines,
    anchor,
    wrap: lines.length > 1,
    height: hundredths(height),
    ground,
  };
}

function runOf({ role, size, colour, fact, origin, lines }: Words, context: ChartContext): LaidRun {
  const { bold, face } = context.brand.type[role];
  return {
    kind: 'run',
    text: lines.join(' '),
    role,
    size,
    bold,
    italic: false,
    position: 'baseline',
    colour,
    face,
    language: languageTag(context.language),
    href: null,
    fact,
    date: false,
    field: null,
    origin,
  };
}

/** A stretch of one family. */
interface Piece {
  readonly text: string;
  readonly family: string;
  readonly width: Points;
}

/** A cache: the width of a label is asked for at several places before it is laid. */
const CUT = new WeakMap<Faces, Map<string, readonly Piece[]>>();

function piecesOf(text: string, role: TextRole, size: Points, context: ChartContext): readonly Piece[] {
  const { bold, face } = context.brand.type[role];
  const key = `${face} ${bold} ${size} ${text}`;
  const known = CUT.get(context.faces) ?? new Map<string, readonly Piece[]>();
  const before = known.get(key);
  if (before !== undefined) return before;
  const pieces = cutPieces(text, face, bold, size, context.faces);
  CUT.set(context.faces, known.set(key, pieces));
  return pieces;
}

const cutPieces = (
  text: string,
  face: 'major' | 'minor',
  bold: boolean,
  size: Points,
  faces: Faces,
): readonly Piece[] =>
  faces.split(text, face, firstStrong(text)).map(({ start, end, family }) => {
    const piece = text.slice(start, end);
    const { widths } = faces.advances(piece, { family, bold, italic: false, size });
    return { text: piece, family, width: widths.reduce((sum, advance) => sum + advance, 0) };
  });

const widthOf = (pieces: readonly Piece[]): Points => pieces.reduce((sum, { width }) => sum + hundredths(width), 0);

function spansOf(pieces: readonly Piece[], run: LaidRun, x: Points): readonly Span[] {
  const { size, bold, italic, colour } = run;
  let at = x;
  return pieces.map(({ text, family, width }) => {
    const left = at;
    at += width;
    return { x: hundredths(left), width: hundredths(width), text, size, bold, italic, colour, family, rise: 0, run };
  });
}

/** The script that signs before the first letter are set in. */
function firstStrong(text: string): Script {
  if (!mayHoldEastAsian(text)) return 'latin';
  for (const character of text) {
    const script = scriptOf(character);
    if (script !== 'common') return script;
  }
  return 'latin';
}
