/** Timelines: where the dots stand, how wide the words are, and how the height is used. */
import type { ColourToken } from '../model/brand.ts';
import { diagnose } from '../model/diagnostic.ts';
import type { Diagram, TimelineEvent } from '../model/node.ts';
import type { Group, Item } from '../model/scene.ts';
import type { Paragraph } from '../model/text.ts';
import type { Points, Rect } from '../model/units.ts';
import { factName } from '../model/use.ts';
import { heightAt, hundredths, narrowest, type TextSpec, type Typeset, typeset } from './blocks.ts';
import type { SlideContext } from './context.ts';
import { balanceHeading } from './headings.ts';
import { DOT, drawAxis, drawMilestones, GUTTER, type Milestone, STEM_GAP } from './milestones.ts';
import { FIGURE_TOO_SMALL } from './problems.ts';

/** Three and a half of twelve columns of a wide page: wider lines are hard to tell from a paragraph. */
const WIDEST = 245;
/** Between the axis and the words: at least, and at most where there is room. */
const CLEARANCE = { least: 14, most: 38 } as const;
/** Between the date and the words below it. */
const DATE_GAP = 3;
/** Room above the figure as a share of what is left: things look centred a little above the middle. */
const OPTICAL_CENTRE = 0.45;

export interface TimelineSizes {
  readonly label: Points;
  readonly date: Points;
}

/** The timeline in its frame, words above and below by turns; `excess` is how many points of height or width are missing. */
export function layTimeline(
  node: Diagram,
  frame: Rect,
  ground: ColourToken,
  sizes: TimelineSizes,
  context: SlideContext,
): { readonly group: Group; readonly excess: Points } {
  const { events: dated, toScale } = node.diagram;
  const width = flagWidth(dated.length, frame.width);
  const inner = width - STEM_GAP;
  const dots = dotPositions(dated, toScale, frame, width);
  const events = dated.map(
    (event, index): Milestone => ({
      event,
      text: balanceHeading(setEvent(event, ground, sizes, context), inner, context),
      x: dots[index]!,
      isAbove: index % 2 === 0,
    }),
  );
  const tallest = (above: boolean) =>
    Math.max(0, ...events.filter(event => event.isAbove === above).map(({ text }) => heightAt(text, inner)));
  const [top, low] = [tallest(true), tallest(false)];
  const slack = frame.height - top - low - DOT.emphasis;
  const clearance = Math.min(CLEARANCE.most, Math.max(CLEARANCE.least, slack / 4));
  const start = frame.y + Math.max(0, slack - 2 * clearance) * OPTICAL_CENTRE;
  const y = hundredths(start + top + clearance + DOT.emphasis / 2);
  const bands = {
    above: { ...frame, y: start, height: top },
    below: { ...frame, y: y + DOT.emphasis / 2 + clearance, height: low },
  };
  const name = context.name(node.name);
  const items = [drawAxis(name, frame, y), ...drawMilestones(events, bands, width, y, name)];
  const tooWide = Math.max(0, ...events.map(({ text }) => narrowest(text) - inner));
  return { group: grouped(node, name, frame, items), excess: Math.max(0, 2 * clearance - slack, tooWide) };
}

export function sayTooSmall(node: Diagram, excess: Points, frame: Rect, context: SlideContext): void {
  const message = `The timeline lacks ${Math.ceil(excess)} pt for the words of its ${node.diagram.events.length} events.`;
  context.report(
    diagnose(FIGURE_TOO_SMALL, node.origin, message, {
      hint: 'shorten the longest label, or take out an event.',
      slide: { id: context.id, number: context.number },
      frame,
    }),
  );
}

/**
 * Width of an event's words and stem: as wide as words on the same side of evenly spaced dots can be, and the last of them still
 * ends with the axis.
 */
function flagWidth(events: number, width: Points): Points {
  const apart = 2 / Math.max(2, events - 1);
  return hundredths(Math.min(WIDEST, (apart * width - GUTTER) / (1 + apart)));
}

/** To scale where every event has a day, else evenly; the last leaves room for its words. */
function dotPositions(
  events: readonly TimelineEvent[],
  toScale: boolean,
  frame: Rect,
  width: Points,
): readonly Points[] {
  const days = events.map(event => event.day);
  const known = days.filter(day => day !== null);
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const from = frame.x + DOT.emphasis / 2;
  const length = frame.x + frame.width - width - from;
  const share = (index: number): number => {
    if (events.length === 1) return 0;
    return toScale && known.length === events.length && last > first
      ? (days[index]! - first) / (last - first)
      : index / (events.length - 1);
  };
  return events.map((_, index) => hundredths(from + length * share(index)));
}

/** The date small and bold, the words below it; a part that the author put on a line of its own is balanced by itself. */
function setEvent(event: TimelineEvent, ground: ColourToken, sizes: TimelineSizes, context: SlideContext): Typeset {
  const spec = {
    name: 'event',
    role: 'body',
    colour: 'ink',
    align: 'left',
    anchor: 'top',
    placeholder: null,
    ground,
    origin: event.origin,
  } as const;
  const date: TextSpec = {
    ...spec,
    colour: event.emphasis ? 'primary' : 'muted',
    bold: true,
    paragraphs: [{ inlines: event.date, list: null, origin: event.origin }],
  };
  const dated = typeset(date, sizes.date, context);
  const label = typeset({ ...spec, paragraphs: event.label.flatMap(atBreaks) }, sizes.label, context);
  const solid = label.paragraphs.map((paragraph, index) => ({ ...paragraph, spaceBefore: index === 0 ? DATE_GAP : 0 }));
  return {
    ...label,
    paragraphs: [...dated.paragraphs, ...solid],
    measured: [...dated.measured, ...label.measured],
  };
}

/** A paragraph for every line that the author asked for. */
function atBreaks(paragraph: Paragraph): readonly Paragraph[] {
  const end = paragraph.inlines.findIndex(inline => inline.kind === 'break');
  if (end < 0) return [paragraph];
  const [before, after] = [paragraph.inlines.slice(0, end), paragraph.inlines.slice(end + 1)];
  return [{ ...paragraph, inlines: before }, ...atBreaks({ ...paragraph, inlines: after })];
}

function grouped(node: Diagram, name: string, frame: Rect, items: readonly Item[]): Group {
  const facts = new Map(items.flatMap(item => item.facts.map(use => [factName(use), use] as const)));
  return {
    kind: 'group',
    name,
    frame,
    origin: node.origin,
    facts: [...facts.values()],
    alt: node.alt,
    placeholder: null,
    items,
  };
}
