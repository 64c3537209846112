/** The steps of a roadmap: a bar for a phase, a diamond for a milestone, and the label in it or beside it. */
import type { DiagramPart } from '../model/node.ts';
import type { Item, Shape } from '../model/scene.ts';
import { hundredths, inches, type Points, type Rect } from '../model/units.ts';
import { daysOf, middleDay } from './days.ts';
import type { DiagramContext, SetWords } from './kind.ts';
import type { Candidate } from './levels.ts';
import { lineOf, plainOf, shapeOf } from './parts.ts';

/** Height of a bar as a multiple of its label's size: 0.34 in at 14 pt. */
const BAR_HEIGHT = 1.75;
const DIAMOND = inches(0.22);
/** Between a bar's end and a label inside of it; between a diamond and its label. */
const PADDING = 7;
/** Length of the line from a bar to the label beside it. */
const LEADER = 14;
/** Of the arrow in an end of a bar that goes on beyond the years shown, and from that end to its point. */
const ARROW = { length: 10, inset: 4 } as const;
/** Of a plate at both ends of its label. */
const EDGE = 3;
/** Between a label and what stands next on its level. */
const CLEARANCE = 10;
/** A label longer than this is set on two lines, unless its bar holds it: wider ones are hard to tell from a paragraph. */
const WIDEST = 245;
/** Of one line, with room for words that do not divide evenly. */
const TWO_LINES = 0.6;

export interface Step {
  readonly part: DiagramPart;
  /** Left and right end; the same for a milestone. */
  readonly from: Points;
  readonly to: Points;
  readonly isPhase: boolean;
  /** Whether it began before the years shown, or ends after them. */
  readonly opens: { readonly left: boolean; readonly right: boolean };
}

/** One way to draw a step: where its label stands. */
export interface Placing extends Candidate {
  readonly step: Step;
  readonly side: 'inside' | 'after' | 'before';
  readonly label: { readonly x: Points; readonly width: Points };
  /** Of the higher of mark and label. */
  readonly height: Points;
  /** Points of width that the label lacks; 0 where it fits. */
  readonly excess: Points;
}

/** The days of a step: from its beginning to its end, or the middle of its moment; null where it has neither. */
export function daysOfStep(part: DiagramPart): readonly [from: number, to: number] | null {
  const at = middleDay(plainOf(part, 'at') ?? '');
  if (at !== null) return [at, at];
  const end = daysOf(plainOf(part, 'to') ?? '');
  if (end === null) return null;
  return [daysOf(plainOf(part, 'from') ?? '')?.[0] ?? Number.NEGATIVE_INFINITY, end[1]];
}

/** A step on its grid; a milestone stands in it with all of its diamond. */
export function stepAt(part: DiagramPart, from: Points, to: Points, opens: Step['opens'], grid: Rect): Step {
  if (plainOf(part, 'at') === null) return { part, from, to, isPhase: true, opens };
  const x = Math.min(Math.max(from, grid.x + DIAMOND / 2), grid.x + grid.width - DIAMOND / 2);
  return { part, from: x, to: x, isPhase: false, opens: { left: false, right: false } };
}

/** Room that the arrow in an end of a bar takes beyond that end's padding; 0 where the end is closed. */
const openRoom = (isOpen: boolean): Points => (isOpen ? ARROW.length + ARROW.inset / 2 : 0);

/** All ways to draw a step within the grid, the best first: inside the bar unless it is to be `beside` it, after it, before it. */
export function placingsOf(step: Step, grid: Candidate, context: DiagramContext, beside = false): readonly Placing[] {
  const text = setLabel(step, 'after', context);
  const [left, right] = step.isPhase ? [step.from, step.to] : [step.from - DIAMOND / 2, step.to + DIAMOND / 2];
  const apart = step.isPhase ? LEADER : PADDING;
  const placing = (side: Placing['side'], width: Points): Placing => {
    const x = {
      inside: left + openRoom(step.opens.left) + PADDING,
      after: right + apart,
      before: left - apart - width,
    }[side];
    const [from, to] = [Math.min(left, x - CLEARANCE), Math.max(right, x + width + CLEARANCE)];
    const reach =
      side === 'inside'
        ? { from: left, to: right }
        : { from: side === 'after' ? left : from, to: side === 'after' ? to : right };
    return {
      ...reach,
      step,
      side,
      label: { x, width },
      height: Math.max(markHeight(step, context), side === 'inside' ? 0 : text.heightAt(width)),
      excess: Math.max(0, text.narrowest - width),
    };
  };
  const inner = right - left - openRoom(step.opens.left) - openRoom(step.opens.right) - 2 * PADDING;
  if (step.isPhase && text.oneLine <= inner && !beside) return [placing('inside', text.oneLine)];
  const room = { after: grid.to - right - apart - EDGE, before: left - apart - grid.from - EDGE };
  const wanted = text.oneLine <= WIDEST ? text.oneLine : Math.max(text.narrowest, text.oneLine * TWO_LINES);
  const fitting = (['after', 'before'] as const).filter(side => wanted <= room[side]);
  if (fitting.length > 0) return fitting.map(side => placing(side, wanted));
  const wider = room.after >= room.before ? 'after' : 'before';
  return [placing(wider, Math.max(1, room[wider]))];
}

/** Bar or diamond, the line to a label beside a bar, and the label. */
export function drawStep(
  { step, side, label }: Placing,
  y: Points,
  name: string,
  context: DiagramContext,
): readonly Item[] {
  const text = setLabel(step, side, context);
  const mark = drawMark(step, y, name, context);
  const arrows = drawArrows(step, y, name);
  const { x, width } = label;
  if (side === 'inside' && !isHatched(step)) {
    const end = step.to - openRoom(step.opens.right) - PADDING;
    const frame = { ...mark.frame, x: hundredths(x), width: hundredths(end - x) };
    return [{ ...mark, words: text.lay(`${name} label`, frame) }, ...arrows];
  }
  const height = hundredths(text.heightAt(width));
  const frame = { x: hundredths(x), y: hundredths(y - height / 2), width: hundredths(width), height };
  const even = text.balanced(width);
  // On a plate of the ground, so that no line of the grid and no hatching runs through the words.
  const plate = {
    ...shapeOf(`${name} label`, 'rectangle', widened(frame), context.ground),
    words: (even.heightAt(width) > text.heightAt(width) ? text : even).lay(`${name} words`, frame),
  };
  if (side === 'inside') return [mark, ...arrows, plate];
  if (!step.isPhase) return [mark, plate];
  const [end, near] = side === 'after' ? [step.to, plate.frame.x] : [step.from, plate.frame.x + plate.frame.width];
  const leader = lineOf(
    `${name} leader`,
    { x: hundredths(end), y: hundredths(y), item: mark.name },
    { x: hundredths(near), y: hundredths(y), item: plate.name },
    'mark',
  );
  return [mark, ...arrows, leader, plate];
}

/** An arrow in each end beyond which a bar goes on, where the bar is long enough. */
function drawArrows(step: Step, y: Points, name: string): readonly Item[] {
  const { from, to, opens } = step;
  const room = to - from - openRoom(opens.left) - openRoom(opens.right);
  const colour = !isEmphasised(step) ? 'muted' : isHatched(step) ? 'primary' : 'paper';
  const arrow = (label: string, end: Points, sign: 1 | -1): Item => {
    const [tail, point] = [end - sign * (ARROW.inset + ARROW.length), end - sign * ARROW.inset];
    const at = (x: Points) => ({ x: hundredths(x), y: hundredths(y) });
    return { ...lineOf(`${name} ${label}`, at(tail), at(point), colour), arrow: 'end' };
  };
  if (room < 0) return [];
  return [...(opens.left ? [arrow('before', from, -1)] : []), ...(opens.right ? [arrow('beyond', to, 1)] : [])];
}

const widened = (frame: Rect): Rect => ({
  ...frame,
  x: hundredths(frame.x - EDGE),
  width: hundredths(frame.width + 2 * EDGE),
});

const markHeight = ({ isPhase }: Step, { size }: DiagramContext): Points => (isPhase ? BAR_HEIGHT * size : DIAMOND);

function drawMark(step: Step, y: Points, name: string, context: DiagramContext): Shape {
  const { part, from, to, isPhase } = step;
  const [width, height] = [isPhase ? to - from : DIAMOND, markHeight(step, context)];
  const frame = {
    x: hundredths((from + to - width) / 2),
    y: hundredths(y - height / 2),
    width: hundredths(width),
    height: hundredths(height),
  };
  const colour = isEmphasised(step) ? 'primary' : 'muted';
  const isPlain = isPhase && !isHatched(step) && !isEmphasised(step);
  return {
    ...shapeOf(
      `${name} ${isPhase ? 'bar' : 'diamond'}`,
      isPhase ? 'rectangle' : 'diamond',
      frame,
      isPlain ? 'panel' : colour,
    ),
    origin: part.origin,
    hatched: isHatched(step),
    stroke: { colour, width: 1, dash: 'solid' },
  };
}

function setLabel(step: Step, side: Placing['side'], { ground, size, set }: DiagramContext): SetWords {
  const isInBar = side === 'inside' && !isHatched(step);
  const isHighlight = isInBar && isEmphasised(step);
  const stanza = { paragraphs: step.part.words, size, colour: isHighlight ? 'paper' : 'ink', bold: isEmphasised(step) };
  const under = !isInBar ? ground : isHighlight ? 'primary' : 'panel';
  return set({
    stanzas: [stanza],
    role: 'table',
    align: side === 'before' ? 'right' : 'left',
    anchor: 'middle',
    ground: under,
    origin: step.part.origin,
  });
}

const isEmphasised = ({ part }: Step): boolean => plainOf(part, 'emphasis') === 'on';

/** Targets and forecasts are hatched, as forecasts are in charts. */
export const isHatched = ({ part }: Pick<Step, 'part'>): boolean =>
  plainOf(part, 'forecast') === 'yes' || /F$/.test(plainOf(part, 'at') ?? plainOf(part, 'to') ?? '');
