/** The parts of a timeline: its axis, and for each event a dot, its words, and a leader where they had to move aside. */
import type { TimelineEvent } from '../model/node.ts';
import { NOWHERE } from '../model/origin.ts';
import type { Connector, Item, Shape, TextBlock } from '../model/scene.ts';
import type { Points, Rect } from '../model/units.ts';
import { hundredths, layBlock, type Typeset } from './blocks.ts';
import { spread } from './spread.ts';

/** Diameter of an event's dot; the emphasised one is larger. */
export const DOT = { plain: 10, emphasis: 14 } as const;
/** Between the axis and the words, and between two events' words. */
export const CLEARANCE = 14;
export const GUTTER = 12;

export interface Milestone {
  readonly event: TimelineEvent;
  readonly text: Typeset;
  readonly x: Points;
  readonly isAbove: boolean;
}

/** Dots on the axis at `y`, words in their bands; in order of time, so that each event is read with its dot. */
export function drawMilestones(
  events: readonly Milestone[],
  bands: { readonly above: Rect; readonly below: Rect },
  width: Points,
  y: Points,
  name: string,
): readonly Item[] {
  const centres = new Map<Milestone, Points>();
  for (const isAbove of [true, false]) {
    const side = events.filter(event => event.isAbove === isAbove);
    const range = { from: bands.above.x + width / 2, to: bands.above.x + bands.above.width - width / 2 };
    const found = spread(
      side.map(({ x }) => x),
      width + GUTTER,
      range,
    );
    side.forEach((event, index) => {
      centres.set(event, found[index]!);
    });
  }
  return events.flatMap((event, index) => {
    const label = `${name} event ${index + 1}`;
    const dot = drawDot(event, y, `${label} dot`);
    const band = event.isAbove ? bands.above : bands.below;
    const words = drawWords(event, centres.get(event)!, width, band, label);
    const end = { x: hundredths(centres.get(event)!), y: hundredths(event.isAbove ? y - CLEARANCE : y + CLEARANCE) };
    return Math.abs(end.x - event.x) < 1
      ? [dot, words]
      : [drawLeader(event, y, end, dot, `${label} leader`), dot, words];
  });
}

const BARE = { facts: [], placeholder: null, alt: '', origin: NOWHERE } as const;

export const drawAxis = (name: string, frame: Rect, y: Points): Connector => ({
  ...BARE,
  kind: 'connector',
  name: `${name} axis`,
  frame: { x: frame.x, y, width: frame.width, height: 0 },
  from: { x: frame.x, y, item: null },
  to: { x: frame.x + frame.width, y, item: null },
  stroke: { colour: 'mark', width: 2, dash: 'solid' },
  arrow: 'end',
});

function drawDot({ event, x }: Milestone, y: Points, name: string): Shape {
  const size = event.emphasis ? DOT.emphasis : DOT.plain;
  return {
    ...BARE,
    kind: 'shape',
    name,
    origin: event.origin,
    frame: { x: hundredths(x - size / 2), y: hundredths(y - size / 2), width: size, height: size },
    geometry: 'ellipse',
    fill: event.emphasis ? 'primary' : 'muted',
    hatched: false,
    stroke: null,
  };
}

function drawWords({ text, isAbove }: Milestone, centre: Points, width: Points, band: Rect, name: string): TextBlock {
  const frame = {
    x: hundredths(centre - width / 2),
    y: hundredths(band.y),
    width: hundredths(width),
    height: hundredths(band.height),
  };
  return layBlock({ ...text, spec: { ...text.spec, name, anchor: isAbove ? 'bottom' : 'top' } }, frame);
}

function drawLeader(
  { x }: Milestone,
  y: Points,
  end: { readonly x: Points; readonly y: Points },
  dot: Shape,
  name: string,
): Connector {
  const [width, height] = [hundredths(Math.abs(x - end.x)), hundredths(Math.abs(y - end.y))];
  return {
    ...BARE,
    kind: 'connector',
    name,
    frame: { x: Math.min(x, end.x), y: Math.min(y, end.y), width, height },
    from: { x, y, item: dot.name },
    to: { ...end, item: null },
    stroke: { colour: 'mark', width: 1, dash: 'solid' },
    arrow: 'none',
  };
}
