/** The parts of a timeline: its axis, and for each event a dot, a stem, and the words that fly from it like a flag. */
import type { ColourToken } from '../model/brand.ts';
import type { Origin } from '../model/origin.ts';
import type { Connector, Item, Shape, TextBlock } from '../model/scene.ts';
import { hundredths, type Points, type Rect } from '../model/units.ts';
import type { SetWords } from './kind.ts';
import { lineOf, shapeOf } from './parts.ts';
import { spread } from './spread.ts';

/** Diameter of an event's dot; the emphasised one is larger. */
export const DOT = { plain: 14, emphasis: 18 } as const;
/** Between two events' words. */
export const GUTTER = 14.4;
/** Between a stem and its words. */
export const STEM_GAP = 8;

export interface Milestone {
  readonly origin: Origin;
  readonly emphasis: boolean;
  readonly text: SetWords;
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
  const stems = new Map<Milestone, Points>();
  for (const isAbove of [true, false]) {
    const side = events.filter(event => event.isAbove === isAbove);
    const range = { from: bands.above.x, to: bands.above.x + bands.above.width - width };
    const found = spread(
      side.map(({ x }) => x),
      width + GUTTER,
      range,
    );
    side.forEach((event, index) => {
      stems.set(event, hundredths(found[index]!));
    });
  }
  return events.flatMap((event, index) => {
    const label = `${name} event ${index + 1}`;
    const dot = drawDot(event, y, `${label} dot`);
    const words = drawWords(event, stems.get(event)!, width, event.isAbove ? bands.above : bands.below, label);
    return [...drawStem(event, words.frame, dot, label), dot, words];
  });
}

export const drawAxis = (name: string, frame: Rect, y: Points): Connector => ({
  ...lineOf(`${name} axis`, { x: frame.x, y }, { x: frame.x + frame.width, y }, 'mark'),
  stroke: { colour: 'mark', width: 2, dash: 'solid' },
  arrow: 'end',
});

const colourFor = ({ emphasis }: Milestone, otherwise: ColourToken): ColourToken => (emphasis ? 'primary' : otherwise);

function drawDot(milestone: Milestone, y: Points, name: string): Shape {
  const size = milestone.emphasis ? DOT.emphasis : DOT.plain;
  const frame = { x: hundredths(milestone.x - size / 2), y: hundredths(y - size / 2), width: size, height: size };
  return { ...shapeOf(name, 'ellipse', frame, colourFor(milestone, 'muted')), origin: milestone.origin };
}

/** The frame is as high as its words, so that the stem ends with them. */
function drawWords({ text }: Milestone, stem: Points, width: Points, band: Rect, name: string): TextBlock {
  const inner = hundredths(width - STEM_GAP);
  return text.lay(name, {
    x: hundredths(stem + STEM_GAP),
    y: hundredths(band.y),
    width: inner,
    height: hundredths(text.heightAt(inner)),
  });
}

/** From the dot along the words to their far end; aslant up to the words where they had to move aside. */
function drawStem(milestone: Milestone, words: Rect, dot: Shape, label: string): readonly Connector[] {
  const x = hundredths(words.x - STEM_GAP);
  const { isAbove } = milestone;
  const [near, far] = isAbove ? [words.y + words.height, words.y] : [words.y, words.y + words.height];
  const colour = colourFor(milestone, 'mark');
  const start = { x: milestone.x, y: isAbove ? dot.frame.y : dot.frame.y + dot.frame.height, item: dot.name };
  if (Math.abs(x - milestone.x) < 1) return [lineOf(`${label} stem`, start, { x: start.x, y: far }, colour)];
  const knee = { x, y: hundredths(near) };
  return [lineOf(`${label} leader`, start, knee, colour), lineOf(`${label} stem`, knee, { x, y: far }, colour)];
}
