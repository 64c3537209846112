/** Timelines: an axis, a dot for each event, its date and its words beside the dot. */
import type { ColourToken } from '../model/brand.ts';
import { diagnose } from '../model/diagnostic.ts';
import type { Diagram, TimelineEvent } from '../model/node.ts';
import { NOWHERE } from '../model/origin.ts';
import type { Connector, Group, Item, Shape, TextBlock } from '../model/scene.ts';
import type { Points, Rect } from '../model/units.ts';
import { factName } from '../model/use.ts';
import { heightAt, hundredths, layBlock, narrowest, type Typeset, typeset } from './blocks.ts';
import type { SlideContext } from './context.ts';
import { FIGURE_TOO_SMALL } from './problems.ts';
import { spread } from './spread.ts';

/** From this many events up, labels stand above and below the axis by turns. */
const ALTERNATE_FROM = 5;
/** Diameter of an event's dot; the emphasised one is larger. */
const DOT = { plain: 10, emphasis: 14 } as const;
/** Between the axis and the words, and between two events' words. */
const CLEARANCE = 14;
const GUTTER = 12;
/** Three of twelve columns of a wide page: wider lines are hard to tell from a paragraph. */
const WIDEST = 207;

export interface TimelineSizes {
  readonly label: Points;
  readonly date: Points;
}

interface Laid {
  readonly event: TimelineEvent;
  readonly text: Typeset;
  readonly x: Points;
  readonly above: boolean;
}

/** The timeline in its frame; `excess` is how many points of height or width are missing. */
export function layTimeline(
  node: Diagram,
  frame: Rect,
  ground: ColourToken,
  sizes: TimelineSizes,
  context: SlideContext,
): { readonly group: Group; readonly excess: Points } {
  const { events, toScale } = node.diagram;
  const alternate = events.length >= ALTERNATE_FROM;
  const width = labelWidth(events.length, alternate, frame.width);
  const dots = dotPositions(events, toScale, frame, width);
  const laid = events.map(
    (event, index): Laid => ({
      event,
      text: setEvent(event, ground, sizes, context),
      x: dots[index]!,
      above: alternate && index % 2 === 0,
    }),
  );
  const heights = (above: boolean) =>
    Math.max(0, ...laid.filter(one => one.above === above).map(({ text }) => heightAt(text, width)));
  const [top, low] = [heights(true), heights(false)];
  const needed = top + low + (top > 0 ? 2 : 1) * CLEARANCE + DOT.emphasis;
  const slack = Math.max(0, frame.height - needed);
  const y = hundredths(frame.y + slack / (alternate ? 2 : 3) + (top > 0 ? top + CLEARANCE : 0) + DOT.emphasis / 2);
  const name = context.name(node.name);
  const sides = [true, false].flatMap(above =>
    placeLabels(
      laid.filter(one => one.above === above),
      above ? { ...frame, y: y - CLEARANCE - top, height: top } : { ...frame, y: y + CLEARANCE, height: low },
      width,
      above,
    ),
  );
  const inOrder = events.map(event => sides.find(side => side.origin === event)!);
  const items = [
    axis(name, frame, y),
    ...inOrder.flatMap((side, index) => eventItems(side, laid[index]!, y, name, index)),
  ];
  const tooWide = Math.max(0, ...laid.map(({ text }) => narrowest(text) - width));
  return { group: grouped(node, name, frame, items), excess: Math.max(0, needed - frame.height, tooWide) };
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

/** Labels on one side must stand side by side: by turns, every second one shares a side. */
function labelWidth(events: number, alternate: boolean, width: Points): Points {
  const across = alternate ? Math.ceil(events / 2) : events;
  return Math.min(WIDEST, (width - GUTTER * (across - 1)) / Math.max(1, across));
}

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

interface Side {
  readonly origin: TimelineEvent;
  readonly block: TextBlock;
}

function placeLabels(laid: readonly Laid[], band: Rect, width: Points, above: boolean): readonly Side[] {
  const centres = spread(
    laid.map(({ x }) => x),
    width + GUTTER,
    { from: band.x + width / 2, to: band.x + band.width - width / 2 },
  );
  return laid.map(({ event, text }, index) => {
    const frame = {
      x: hundredths(centres[index]! - width / 2),
      y: hundredths(band.y),
      width: hundredths(width),
      height: hundredths(band.height),
    };
    const block = layBlock({ ...text, spec: { ...text.spec, anchor: above ? 'bottom' : 'top' } }, frame);
    return { origin: event, block };
  });
}

const BARE = { facts: [], placeholder: null, origin: NOWHERE } as const;

function axis(name: string, frame: Rect, y: Points): Connector {
  return {
    ...BARE,
    kind: 'connector',
    name: `${name} axis`,
    alt: '',
    frame: { x: frame.x, y, width: frame.width, height: 0 },
    from: { x: frame.x, y, item: null },
    to: { x: frame.x + frame.width, y, item: null },
    stroke: { colour: 'mark', width: 2, dash: 'solid' },
    arrow: 'end',
  };
}

/** The dot, a leader where the words had to move aside, and the words. */
function eventItems(side: Side, laid: Laid, y: Points, name: string, index: number): readonly Item[] {
  const size = laid.event.emphasis ? DOT.emphasis : DOT.plain;
  const label = `${name} event ${index + 1}`;
  const dot: Shape = {
    ...BARE,
    kind: 'shape',
    name: `${label} dot`,
    alt: '',
    origin: laid.event.origin,
    frame: { x: hundredths(laid.x - size / 2), y: hundredths(y - size / 2), width: size, height: size },
    geometry: 'ellipse',
    fill: laid.event.emphasis ? 'primary' : 'muted',
    hatched: false,
    stroke: null,
  };
  const { frame } = side.block;
  const block = { ...side.block, name: label };
  const centre = frame.x + frame.width / 2;
  if (Math.abs(centre - laid.x) < 1) return [dot, block];
  const end = { x: hundredths(centre), y: hundredths(laid.above ? y - CLEARANCE : y + CLEARANCE) };
  const leader: Connector = {
    ...BARE,
    kind: 'connector',
    name: `${label} leader`,
    alt: '',
    frame: {
      x: Math.min(laid.x, end.x),
      y: Math.min(y, end.y),
      width: hundredths(Math.abs(laid.x - end.x)),
      height: hundredths(Math.abs(y - end.y)),
    },
    from: { x: laid.x, y, item: dot.name },
    to: { ...end, item: null },
    stroke: { colour: 'mark', width: 1, dash: 'solid' },
    arrow: 'none',
  };
  return [leader, dot, block];
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
