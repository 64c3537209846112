/** Text in charts: PowerPoint sets it by its own rules, so it is short, and measured here only to keep it from colliding. */
import { type ColourToken, pitchOf, type TextRole } from '../model/brand.ts';
import { languageTag, scriptOf } from '../model/language.ts';
import type { Origin } from '../model/origin.ts';
import type { LaidRun, Line, Span, TextBlock } from '../model/scene.ts';
import type { Points, Rect } from '../model/units.ts';
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

export function wordsWidth(text: string, role: TextRole, size: Points, context: ChartContext): Points {
  return spansOf(text, { role, size, colour: 'ink' }, 0, context).reduce((sum, span) => sum + span.width, 0);
}

/** Width of a frame that is cut to a text of one line. */
export const cutWidth = (text: string, role: TextRole, size: Points, context: ChartContext): Points =>
  round(wordsWidth(text, role, size, context) * 1.02 + 2);

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

/** Han and kana one by one, everything else by word. */
const PIECES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][、。，：；）]? *|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+ *| +/gu;

export function layWords(words: Words, frame: Rect, context: ChartContext): TextBlock {
  const pitch = pitchOf(context.brand.type[words.role], words.size, context.language);
  const height = pitch * words.lines.length;
  const slack = frame.height - height;
  const top = frame.y + (words.anchor === 'top' ? 0 : words.anchor === 'middle' ? slack / 2 : slack);
  const lines = words.lines.map((text, index): Line => {
    const width = wordsWidth(text, words.role, words.size, context);
    const room = frame.width - width;
    const x = frame.x + (words.align === 'left' ? 0 : words.align === 'centre' ? room / 2 : room);
    const baseline = round(top + (index + 1) * pitch - BELOW_BASELINE * words.size);
    return { baseline, width, spans: spansOf(text, words, x, context) };
  });
  const { name, origin, fact, role, align, anchor, ground } = words;
  const place = { align, pitch, spaceBefore: 0, list: null, indent: 0, origin };
  return {
    kind: 'text',
    name,
    frame,
    origin,
    facts: fact === null ? [] : [fact],
    alt: null,
    placeholder: null,
    role,
    paragraphs: [{ ...place, runs: [runOf(words, context)] }],
    lines,
    anchor,
    wrap: lines.length > 1,
    height: round(height),
    ground,
  };
}

function runOf(words: Words, context: ChartContext): LaidRun {
  const { bold, face } = context.brand.type[words.role];
  const { size, colour, fact, origin } = words;
  const look = { size, bold, italic: false, position: 'baseline', colour, face } as const;
  const language = languageTag(context.language);
  const text = words.lines.join(' ');
  return { ...look, kind: 'run', text, language, href: null, fact, date: false, field: null, origin };
}

function spansOf(
  text: string,
  words: Pick<Words, 'role' | 'size' | 'colour'>,
  x: Points,
  context: ChartContext,
): readonly Span[] {
  const { bold, face } = context.brand.type[words.role];
  let at = x;
  const first = [...text].map(scriptOf).find(script => script !== 'common') ?? 'latin';
  return context.faces.split(text, face, first).map(({ start, end, family }) => {
    const piece = text.slice(start, end);
    const style = { family, bold, italic: false, size: words.size };
    const width = context.faces.advances(piece, style).widths.reduce((sum, advance) => sum + advance, 0);
    const span: Span = { ...style, x: round(at), width: round(width), text: piece, colour: words.colour, rise: 0 };
    at += width;
    return span;
  });
}

/** To a hundredth of a point, like every position of a scene. */
export const round = (value: number): number => Math.round(value * 100) / 100;
