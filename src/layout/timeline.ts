/** Timelines: where the dots stand, how wide and on which side the words are. */
import type { ColourToken } from '../model/brand.ts';
import { diagnose } from '../model/diagnostic.ts';
import type { Diagram, TimelineEvent } from '../model/node.ts';
import type { Group, Item } from '../model/scene.ts';
import type { Points, Rect } from '../model/units.ts';
import { factName } from '../model/use.ts';
import { heightAt, hundredths, narrowest, type Typeset, typeset } from './blocks.ts';
import type { SlideContext } from './context.ts';
import { balanceHeading } from './headings.ts';
import { CLEARANCE, DOT, drawAxis, drawMilestones, GUTTER, type Milestone } from './milestones.ts';
import { FIGURE_TOO_SMALL } from './problems.ts';

/** From this many events up, labels stand above and below the axis by turns. */
const ALTERNATE_FROM = 5;
/** Three of twelve columns of a wide page: wider lines are hard to tell from a paragraph. */
const WIDEST = 207;

export interface TimelineSizes {
  readonly label: Points;
  readonly date: Points;
}

/** The timeline in its frame; `excess` is how many points of height or width are missing. */
export function layTimeline(
  node: Diagram,
  frame: Rect,
  ground: ColourToken,
  sizes: TimelineSizes,
  context: SlideContext,
): { readonly group: Group; readonly excess: Points } {
  const { dots, width, isAbove } = arrange(node, frame);
  const events = node.diagram.events.map(
    (event, index): Milestone => ({
      event,
      text: balanceHeading(setEvent(event, ground, sizes, context), width, context),
      x: dots[index]!,
      isAbove: isAbove(index),
    }),
  );
  const tallest = (above: boolean) =>
    Math.max(0, ...events.filter(event => event.isAbove === above).map(({ text }) => heightAt(text, width)));
  const [top, low] = [tallest(true), tallest(false)];
  const head = (top > 0 ? top + CLEARANCE : 0) + DOT.emphasis / 2;
  const needed = head + DOT.emphasis / 2 + CLEARANCE + low;
  const y = hundredths(frame.y + Math.max(0, frame.height - needed) / (top > 0 ? 2 : 2.5) + head);
  const bands = {
    above: { ...frame, y: y - CLEARANCE - top, height: top },
    below: { ...frame, y: y + CLEARANCE, height: low },
  };
  const name = context.name(node.name);
  const items = [drawAxis(name, frame, y), ...drawMilestones(events, bands, width, y, name)];
  const tooWide = Math.max(0, ...events.map(({ text }) => narrowest(text) - width));
  return { group: grouped(node, name, frame, items), excess: Math.max(0, needed - frame.height, tooWide) };
}

/** Where the dots stand and how wide labels may be: by turns above and below where there are many, or where two would collide. */
function arrange({ diagram: { events, toScale } }: Diagram, frame: Rect) {
  const narrow = labelWidth(events.length, frame.width);
  const straight = dotPositions(events, toScale, frame, narrow);
  const collide = straight.some((x, index) => index > 0 && x - straight[index - 1]! < narrow + GUTTER - 0.1);
  if (events.length < ALTERNATE_FROM && (events.length < 3 || !collide))
    return { dots: straight, width: narrow, isAbove: () => false };
  const width = labelWidth(Math.ceil(events.length / 2), frame.width);
  return { dots: dotPositions(events, toScale, frame, width), width, isAbove: (index: number) => index % 2 === 0 };
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

/** Width of each of so many labels side by side. */
const labelWidth = (across: number, width: Points): Points =>
  Math.min(WIDEST, (width - GUTTER * (across - 1)) / Math.max(1, across));

/** To scale where every event has a day, else evenly; the first and last leave room for half a label. */
function dotPositions(
  events: readonly TimelineEvent[],
  toScale: boolean,
  frame: Rect,
  width: Points,
): readonly Points[] {
  const days = events.map(event => event.day);
  const known = days.filter(day => day !== null);
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const from = frame.x + width / 2;
  const length = frame.width - width;
  const share = (index: number): number => {
    if (events.length === 1) return 0.5;
    return toScale && known.length === events.length && last > first
      ? (days[index]! - first) / (last - first)
      : index / (events.length - 1);
  };
  return events.map((_, index) => hundredths(from + length * share(index)));
}

function setEvent(event: TimelineEvent, ground: ColourToken, sizes: TimelineSizes, context: SlideContext): Typeset {
  const bold = event.date.map(inline => (inline.kind === 'text' ? { ...inline, bold: true } : inline));
  const spec = {
    name: 'event',
    role: 'label',
    colour: 'ink',
    align: 'centre',
    anchor: 'top',
    placeholder: null,
    ground,
    origin: event.origin,
  } as const;
  const date = typeset(
    { ...spec, paragraphs: [{ inlines: bold, list: null, origin: event.origin }] },
    sizes.date,
    context,
  );
  const label = typeset({ ...spec, paragraphs: event.label }, sizes.label, context);
  return {
    ...label,
    paragraphs: [...date.paragraphs, ...label.paragraphs],
    measured: [...date.measured, ...label.measured],
  };
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
