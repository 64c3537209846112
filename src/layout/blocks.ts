/** Text blocks: paragraphs typeset at a size, measured at a width, and laid into a frame. */
import { type Brand, type ColourToken, latinOf, type PlaceholderName, type TextRole } from '../model/brand.ts';
import type { Origin } from '../model/origin.ts';
import type { LaidParagraph, LaidRun, Line, Span, TextBlock } from '../model/scene.ts';
import type { Align, Paragraph } from '../model/text.ts';
import { hundredths, type Points, type Rect } from '../model/units.ts';
import { type FactUse, factName } from '../model/use.ts';
import { breakAt } from './breaks.ts';
import type { DeckContext, SlideContext } from './context.ts';
import { breakLines, endsInShort, type LineRange, type Lines, longestWord, naturalWidth, USABLE } from './lines.ts';
import { type Measured, measure } from './measure.ts';
import { type Look, setParagraphs } from './runs.ts';

/** A text before it has a place: of a node, of a cell, of the furniture. */
export interface TextSpec {
  readonly name: string;
  readonly paragraphs: readonly Paragraph[];
  readonly role: TextRole;
  readonly colour: ColourToken | null;
  readonly align: Align;
  readonly anchor: 'top' | 'middle' | 'bottom';
  readonly bold?: boolean;
  readonly placeholder: PlaceholderName | null;
  readonly ground: ColourToken;
  readonly origin: Origin;
}

/** A text at a size. */
export interface Typeset {
  readonly spec: TextSpec;
  readonly size: Points;
  readonly paragraphs: readonly LaidParagraph[];
  readonly measured: readonly Measured[];
  /** The family that bullets are drawn in. */
  readonly latin: string;
  readonly bullets: Brand['style']['bullets'];
}

/**
 * Added once to a block's height, as a multiple of its size: the first baseline of PowerPoint stands lower than
 * LibreOffice's by up to that much.
 */
const FIRST_LINE_RESERVE = 0.1;

/** With exact spacing, the room below a baseline as a multiple of the size: all that is added to a line stands above it. */
export const BELOW_BASELINE = 0.2;

/** A frame cut to one line is this much wider than its text: factor and points. */
const ONE_LINE = { factor: 1.02, more: 2 } as const;

export function typeset(spec: TextSpec, size: Points, context: SlideContext): Typeset {
  const look: Look = { size, ...spec };
  const latin = latinOf(context.brand.fonts[context.brand.type[spec.role].face], context.language);
  const paragraphs = setParagraphs(spec.paragraphs, look, context);
  return remeasure({ spec, size, paragraphs, measured: [], latin, bullets: context.brand.style.bullets }, context);
}

/** The same text with its paragraphs changed. */
export const remeasure = (text: Typeset, context: DeckContext): Typeset => ({
  ...text,
  measured: text.paragraphs.map(paragraph => measure(paragraph, context)),
});

/** Height that the text needs in a frame of a width: of the two programs, the one that breaks more lines. */
export function heightAt(text: Typeset, width: Points): Points {
  const lines = text.paragraphs.map((paragraph, index) => linesOf(paragraph, text.measured[index]!, width));
  return reserve(text, lines);
}

/** Width of a frame that keeps every paragraph on one line. */
export const oneLineWidth = (text: Typeset): Points =>
  Math.max(
    0,
    ...text.measured.map((paragraph, index) => {
      const indent = text.paragraphs[index]!.indent;
      return indent + naturalWidth(paragraph) * ONE_LINE.factor + ONE_LINE.more;
    }),
  );

/** The narrowest frame that breaks no word. */
export const narrowest = (text: Typeset): Points =>
  Math.max(
    0,
    ...text.measured.map((measured, index) => text.paragraphs[index]!.indent + longestWord(measured) / USABLE + 0.1),
  );

/** The text in its frame, with every line where previews draw it. `oneLine` asks for a text that never wraps. */
export function layBlock(given: Typeset, frame: Rect, context: DeckContext, oneLine = false): TextBlock {
  const wrap = !(oneLine && oneLineWidth(given) <= frame.width + ONE_LINE.more);
  const text = wrap ? endLines(given, frame.width, context) : given;
  const { spec } = text;
  const lines = text.paragraphs.map((paragraph, index) =>
    linesOf(paragraph, text.measured[index]!, wrap ? frame.width : Number.POSITIVE_INFINITY),
  );
  return {
    kind: 'text',
    name: spec.name,
    frame,
    origin: spec.origin,
    facts: factsOf(text.paragraphs),
    alt: null,
    placeholder: spec.placeholder,
    role: spec.role,
    paragraphs: text.paragraphs,
    lines: placeLines(text, lines, frame),
    anchor: spec.anchor,
    wrap,
    height: reserve(text, lines),
    ground: spec.ground,
  };
}

/** Writes breaks into its short paragraphs where PowerPoint would break a word or a phrase; they need no more height. */
function endLines(text: Typeset, width: Points, context: DeckContext): Typeset {
  const paragraphs = text.paragraphs.map((paragraph, index) =>
    endsInShort(text.measured[index]!, width - paragraph.indent).reduceRight(breakAt, paragraph),
  );
  const changed = paragraphs.some((paragraph, index) => paragraph !== text.paragraphs[index]);
  return changed ? remeasure({ ...text, paragraphs }, context) : text;
}

/** Every fact that the paragraphs show, once, in reading order. */
export function factsOf(paragraphs: readonly LaidParagraph[]): readonly FactUse[] {
  const facts = new Map<string, FactUse>();
  for (const { runs } of paragraphs)
    for (const run of runs) if (run.kind === 'run' && run.fact !== null) facts.set(factName(run.fact), run.fact);
  return [...facts.values()];
}

const linesOf = (paragraph: LaidParagraph, measured: Measured, width: Points): Lines =>
  breakLines(measured, Math.max(0, width - paragraph.indent));

function reserve(text: Typeset, lines: readonly Lines[]): Points {
  const height = text.paragraphs.reduce(
    (sum, { pitch, spaceBefore }, index) => sum + spaceBefore + pitch * lines[index]!.count,
    0,
  );
  return text.paragraphs.length === 0 ? 0 : hundredths(height + FIRST_LINE_RESERVE * text.size);
}

function placeLines(text: Typeset, lines: readonly Lines[], frame: Rect): readonly Line[] {
  const height = text.paragraphs.reduce(
    (sum, { pitch, spaceBefore }, index) => sum + spaceBefore + pitch * lines[index]!.lines.length,
    0,
  );
  const slack = frame.height - height;
  let top = frame.y + (text.spec.anchor === 'top' ? 0 : text.spec.anchor === 'middle' ? slack / 2 : slack);
  const ordinals: number[] = [];
  return text.paragraphs.flatMap((paragraph, index) => {
    top += paragraph.spaceBefore;
    const bullet = bulletOf(paragraph, text.bullets, ordinals);
    return lines[index]!.lines.map((range, line) => {
      top += paragraph.pitch;
      return {
        baseline: hundredths(top - BELOW_BASELINE * text.size),
        width: hundredths(range.width),
        paragraph: index,
        spans: [
          ...(line === 0 && bullet !== null ? [bulletSpan(bullet, paragraph, text, frame)] : []),
          ...spansOf(text.measured[index]!, range, lineStart(paragraph, range, frame)),
        ],
      };
    });
  });
}

function lineStart(paragraph: LaidParagraph, range: LineRange, frame: Rect): Points {
  const slack = frame.width - paragraph.indent - range.width;
  const share = paragraph.align === 'left' ? 0 : paragraph.align === 'centre' ? 0.5 : 1;
  return frame.x + (hangsRight(paragraph) ? 0 : paragraph.indent) + slack * share;
}

/** A list that runs from right to left has its bullets at the right: no other stands there. */
const hangsRight = ({ list, align }: LaidParagraph): boolean => list !== null && align === 'right';

function spansOf(measured: Measured, range: LineRange, x: Points): readonly Span[] {
  const { reach } = measured.powerpoint;
  return measured.stretches.flatMap(stretch => {
    const start = Math.max(stretch.start, range.start);
    const end = Math.min(stretch.end, range.end);
    if (start >= end) return [];
    const { size, bold, italic, colour, family, rise, run } = stretch;
    return [
      {
        x: hundredths(x + reach[start]! - reach[range.start]!),
        width: hundredths(reach[end]! - reach[start]!),
        text: measured.text.slice(start, end),
        size,
        bold,
        italic,
        colour,
        family,
        rise,
        run,
      },
    ];
  });
}

/** What stands before a list item: bullets by level, numbers that begin again under each new parent. */
function bulletOf({ list }: LaidParagraph, bullets: Typeset['bullets'], ordinals: number[]): string | null {
  if (list === null) {
    ordinals.length = 0;
    return null;
  }
  ordinals.length = Math.min(ordinals.length, list.level + 1);
  if (!list.ordered) return list.level === 0 ? bullets[0] : bullets[1];
  ordinals[list.level] = (ordinals[list.level] ?? 0) + 1;
  return `${ordinals[list.level]}.`;
}

function bulletSpan(bullet: string, paragraph: LaidParagraph, text: Typeset, frame: Rect): Span {
  const first = paragraph.runs.find((run): run is LaidRun => run.kind === 'run');
  const [before, width] = [paragraph.list!.level * text.size, 0.5 * text.size];
  return {
    x: hundredths(frame.x + (hangsRight(paragraph) ? frame.width - before - width : before)),
    width: hundredths(width),
    text: bullet,
    size: text.size,
    bold: false,
    italic: false,
    colour: first?.colour ?? text.spec.colour ?? 'ink',
    family: text.latin,
    rise: 0,
    run: null,
  };
}
