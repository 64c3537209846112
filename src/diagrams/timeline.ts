/** Timelines: where the dots stand, how wide the words are, and how the height is used. */
import { attribute, EVIDENCE, INLINE, ON_OFF, token, YES_NO } from '../model/element.ts';
import type { DiagramPart } from '../model/node.ts';
import { type Paragraph, plainText } from '../model/text.ts';
import { hundredths, inches, type Points, type Rect } from '../model/units.ts';
import { middleDay } from './days.ts';
import type { DiagramContext, DiagramDrawing, DiagramKind, SetWords } from './kind.ts';
import { DOT, drawAxis, drawMilestones, GUTTER, type Milestone, STEM_GAP } from './milestones.ts';
import { inlinesOf, paragraphOf, plainOf, wordsOf } from './parts.ts';

export const timeline: DiagramKind = {
  phrase: 'Timeline',
  most: 7,
  attributes: {
    scale: token(YES_NO, '`no` spaces events equally.', { default: 'yes' }),
  },
  parts: ['event'],
  elements: {
    event: {
      doc: 'One event of a timeline; its words are the label.',
      children: INLINE,
      words: true,
      attributes: {
        fact: EVIDENCE,
        at: attribute('text', 'The date as data has it, such as `2024-04-09`: where it stands on the scale.'),
        date: attribute('text', 'The date in words.', { required: true }),
        emphasis: token(ON_OFF, '`on` for the event that proves the title.', { default: 'off' }),
      },
    },
  },
  describe: ({ parts }) => parts.map(event => [plainText(inlinesOf(event, 'date')), wordsOf(event)].join(' ').trim()),
  sizes: ({ type: { lead, value } }) => ({ largest: lead.size, smallest: value.minimum }),
  draw: drawTimeline,
  advice: 'shorten the longest label, or take out an event.',
};

/** Three and a half of twelve columns of a wide page: wider lines are hard to tell from a paragraph. */
const WIDEST = 245;
/** Between the axis and the words: at least, and at most where there is room. */
const CLEARANCE = { least: 14, most: 38 } as const;
/** Between the date and the words below it. */
const DATE_GAP = 3;
/** From the top of the figure to its axis: the same on every slide that leaves it there, so that the line stays put from one to the next. */
const AXIS_DOWN = inches(1.95);

/** Words above and below by turns, each as near to its dot as its neighbours allow. */
function drawTimeline(diagram: DiagramPart, frame: Rect, context: DiagramContext): DiagramDrawing {
  const width = flagWidth(diagram.parts.length, frame.width);
  const inner = width - STEM_GAP;
  const dots = dotPositions(diagram, frame, width);
  const events = diagram.parts.map(
    (event, index): Milestone => ({
      origin: event.origin,
      emphasis: isEmphasised(event),
      text: setEvent(event, context).balanced(inner),
      x: dots[index]!,
      isAbove: index % 2 === 0,
    }),
  );
  const tallest = (above: boolean) =>
    Math.max(0, ...events.filter(event => event.isAbove === above).map(({ text }) => text.heightAt(inner)));
  const [top, low] = [tallest(true), tallest(false)];
  const slack = frame.height - top - low - DOT.emphasis;
  const half = DOT.emphasis / 2;
  const lowest = frame.height - low - CLEARANCE.least - half;
  const down = Math.max(top + CLEARANCE.least + half, Math.min(AXIS_DOWN, lowest));
  const free = Math.min(down - top, frame.height - low - down) - half;
  const clearance = Math.max(CLEARANCE.least, Math.min(CLEARANCE.most, free));
  const y = hundredths(frame.y + down);
  const bands = {
    above: { ...frame, y: y - half - clearance - top, height: top },
    below: { ...frame, y: y + half + clearance, height: low },
  };
  const tooWide = Math.max(0, ...events.map(({ text }) => text.narrowest - inner));
  return {
    items: [drawAxis(context.name, frame, y), ...drawMilestones(events, bands, width, y, context.name)],
    excess: Math.max(0, 2 * CLEARANCE.least - slack, tooWide),
  };
}

const isEmphasised = (event: DiagramPart): boolean => plainOf(event, 'emphasis') === 'on';

/**
 * Width of an event's words and stem: as wide as words on the same side of evenly spaced dots can be, and the last of them still
 * ends with the axis.
 */
function flagWidth(events: number, width: Points): Points {
  const apart = 2 / Math.max(2, events - 1);
  return hundredths(Math.min(WIDEST, (apart * width - GUTTER) / (1 + apart)));
}

/** To scale where every event has a day, else evenly; the last leaves room for its words. */
function dotPositions(diagram: DiagramPart, frame: Rect, width: Points): readonly Points[] {
  const events = diagram.parts;
  const days = events.map(event => middleDay(plainOf(event, 'at') ?? ''));
  const known = days.filter(day => day !== null);
  const toScale = plainOf(diagram, 'scale') !== 'no' && known.length === events.length;
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const from = frame.x + DOT.emphasis / 2;
  const length = frame.x + frame.width - width - from;
  const share = (index: number): number => {
    if (events.length === 1) return 0;
    return toScale && last > first ? (days[index]! - first) / (last - first) : index / (events.length - 1);
  };
  return events.map((_, index) => hundredths(from + length * share(index)));
}

/** The date small and bold, the words below it; a part that the author put on a line of its own is balanced by itself. */
function setEvent(event: DiagramPart, { brand, size, ground, set }: DiagramContext): SetWords {
  const date = {
    paragraphs: paragraphOf(inlinesOf(event, 'date'), event),
    size: Math.min(size, brand.type.value.size),
    colour: isEmphasised(event) ? 'primary' : 'muted',
    bold: true,
  };
  const label = { paragraphs: event.words.flatMap(atBreaks), size, colour: 'ink', gap: DATE_GAP };
  return set({ stanzas: [date, label], role: 'body', align: 'left', anchor: 'top', ground, origin: event.origin });
}

/** A paragraph for every line that the author asked for. */
function atBreaks(paragraph: Paragraph): readonly Paragraph[] {
  const end = paragraph.inlines.findIndex(inline => inline.kind === 'break');
  if (end < 0) return [paragraph];
  const [before, after] = [paragraph.inlines.slice(0, end), paragraph.inlines.slice(end + 1)];
  return [{ ...paragraph, inlines: before }, ...atBreaks({ ...paragraph, inlines: after })];
}
