/** The plot of a matrix: its axes with their words, its quadrants, and the points with their labels. */
import type { DiagramPart } from '../model/node.ts';
import { NOWHERE } from '../model/origin.ts';
import type { Item } from '../model/scene.ts';
import { plainRun } from '../model/text.ts';
import {
  contains,
  hundredths,
  inches,
  overlapArea,
  type Point,
  type Points,
  type Rect,
  roundedRect,
} from '../model/units.ts';
import type { DiagramContext, SetWords, Words } from './kind.ts';
import { type Place, placesAround, settle } from './labels.ts';
import { lineOf, partsOf, plainOf, shapeOf } from './parts.ts';

const DOT = inches(0.16);
/** Above the plot and to the right of it: half a dot at the end of an axis, and what a label beside it stands out. */
export const MARGIN = 8;
/** Between a dot and its label. */
const DISTANCE = DOT / 2 + 4;
/** Between the edge of the plot and the name of a quadrant. */
const INSET = 6;
/** A label longer than this share of the plot is set on two lines. */
const WIDEST = 0.42;
const TWO_LINES = 0.6;

export const numberOf = (part: DiagramPart, name: string): number | null =>
  part.values.get(name)?.quantity?.value ?? null;

export const isEmphasised = (part: DiagramPart): boolean => plainOf(part, 'emphasis') === 'on';

/** Small words in one look. */
export function setSmall(
  paragraphs: Words['stanzas'][number]['paragraphs'],
  look: {
    readonly colour: string;
    readonly bold?: boolean;
    readonly align: Place['align'];
    readonly anchor?: Words['anchor'];
  },
  { brand, size, ground, set }: DiagramContext,
): SetWords {
  const { colour, bold = false, align, anchor = 'middle' } = look;
  const stanza = { paragraphs, size: Math.min(size, brand.type.label.size), colour, bold };
  return set({ stanzas: [stanza], role: 'label', align, anchor, ground, origin: paragraphs[0]?.origin ?? NOWHERE });
}

/** Two axes with arrows at their high ends, and the lines in the middle between them. */
export function drawAxes({ x, y, width, height }: Rect, name: string): readonly Item[] {
  const [left, right, top, foot] = [hundredths(x), hundredths(x + width), hundredths(y), hundredths(y + height)];
  const [middle, level] = [hundredths(x + width / 2), hundredths(y + height / 2)];
  const axis = (label: string, to: Point): Item => ({
    ...lineOf(`${name} ${label}`, { x: left, y: foot }, to, 'muted'),
    stroke: { colour: 'muted', width: 1.5, dash: 'solid' },
    arrow: 'end',
  });
  return [
    lineOf(`${name} level line`, { x: left, y: level }, { x: right, y: level }, 'hairline'),
    lineOf(`${name} upright line`, { x: middle, y: top }, { x: middle, y: foot }, 'hairline'),
    axis('x axis', { x: right, y: foot }),
    axis('y axis', { x: left, y: top }),
  ];
}

function dotsIn(diagram: DiagramPart, plot: Rect): readonly Rect[] {
  const share = (value: number | null): number => Math.min(1, Math.max(0, value ?? 0));
  return partsOf(diagram, 'dot').map(dot => ({
    x: plot.x + share(numberOf(dot, 'x')) * plot.width - DOT / 2,
    y: plot.y + (1 - share(numberOf(dot, 'y'))) * plot.height - DOT / 2,
    width: DOT,
    height: DOT,
  }));
}

export interface Labelled {
  readonly items: readonly Item[];
  /** Whether the points bear numbers, because their labels would lie on each other. */
  readonly numbered: boolean;
  /** The height of a label where not even numbers find a place; else 0. */
  readonly excess: Points;
}

interface LabelPlace extends Place {
  readonly text: SetWords;
}

/** Each dot with its label, or with its number where labels collide, and the names of the quadrants clear of them. */
export function drawDots(diagram: DiagramPart, plot: Rect, context: DiagramContext): Labelled {
  const dots = dotsIn(diagram, plot);
  const parts = partsOf(diagram, 'dot');
  const corners = partsOf(diagram, 'quadrant').map(quadrant => cornersOf(quadrant, plot, dots, context));
  const places = (isNumbered: boolean, obstacles: readonly Rect[]): readonly (readonly LabelPlace[])[] =>
    parts.map((part, index) => placesOf(part, isNumbered ? index + 1 : null, dots[index]!, plot, obstacles, context));
  const draw = (settled: readonly LabelPlace[]): readonly Item[] => [
    ...settled
      .slice(parts.length)
      .map(({ text, frame }, index) => text.lay(`${context.name} quadrant ${index + 1}`, roundedRect(frame))),
    ...parts.flatMap((part, index) =>
      drawDot(part, dots[index]!, settled[index]!, `${context.name} point ${index + 1}`),
    ),
  ];
  // A line through a label is borne where there is no other way.
  const lines = [
    { ...plot, x: plot.x + plot.width / 2 - 1, width: 2 },
    { ...plot, y: plot.y + plot.height / 2 - 1, height: 2 },
  ];
  for (const numbered of [false, true])
    for (const obstacles of [[...dots, ...lines], dots]) {
      const settled = settle([...places(numbered, obstacles), ...corners]);
      if (settled !== null) return { items: draw(settled), numbered, excess: 0 };
    }
  const anywhere = places(true, []).map(([first]) => first!);
  return { items: draw(anywhere), numbered: true, excess: anywhere[0]?.frame.height ?? 0 };
}

/** Labels may stand out at the top and on the right, where no axis is. */
const widened = (plot: Rect): Rect => ({
  ...plot,
  y: plot.y - MARGIN,
  width: plot.width + MARGIN,
  height: plot.height + MARGIN,
});

/** Places of a label, or of a number, that lie within the plot and on no obstacle. */
function placesOf(
  part: DiagramPart,
  number: number | null,
  dot: Rect,
  plot: Rect,
  obstacles: readonly Rect[],
  context: DiagramContext,
): readonly LabelPlace[] {
  const { origin, words } = part;
  const paragraphs = number === null ? words : [{ inlines: [plainRun(String(number), origin)], list: null, origin }];
  const bold = number !== null || isEmphasised(part);
  const set = (align: Place['align']) => setSmall(paragraphs, { colour: 'ink', bold, align }, context);
  const text = set('left');
  const width = text.oneLine <= WIDEST * plot.width ? text.oneLine : Math.max(text.narrowest, text.oneLine * TWO_LINES);
  const centre = { x: dot.x + DOT / 2, y: dot.y + DOT / 2 };
  return placesAround(centre, DISTANCE, width, text.heightAt(width))
    .filter(({ frame }) => contains(widened(plot), frame) && obstacles.every(other => overlapArea(frame, other) === 0))
    .map(place => ({ ...place, text: set(place.align) }));
}

/** The name of a quadrant in its outer corner, or in one of its others, where no point is. */
function cornersOf(
  quadrant: DiagramPart,
  plot: Rect,
  dots: readonly Rect[],
  context: DiagramContext,
): readonly LabelPlace[] {
  const at = plainOf(quadrant, 'at') ?? 'top-left';
  const [isLeft, isTop] = [at.endsWith('left'), at.startsWith('top')];
  const half = plot.width / 2;
  const [x, y] = [plot.x + (isLeft ? 0 : half), plot.y + (isTop ? 0 : half)];
  const set = (align: Place['align']) => setSmall(quadrant.words, { colour: 'muted', align, anchor: 'top' }, context);
  const width = Math.min(half - 2 * INSET, set('left').oneLine);
  const height = set('left').heightAt(width);
  const corner = (left: boolean, top: boolean): LabelPlace => ({
    frame: {
      x: left ? x + INSET : x + half - INSET - width,
      y: top ? y + INSET : y + half - INSET - height,
      width,
      height,
    },
    align: left ? 'left' : 'right',
    text: set(left ? 'left' : 'right'),
  });
  return [corner(isLeft, isTop), corner(!isLeft, isTop), corner(isLeft, !isTop), corner(!isLeft, !isTop)].filter(
    ({ frame }) => dots.every(dot => overlapArea(dot, frame) === 0),
  );
}

function drawDot(part: DiagramPart, dot: Rect, { text, frame }: LabelPlace, label: string): readonly Item[] {
  const colour = isEmphasised(part) ? 'primary' : 'muted';
  const shape = { ...shapeOf(`${label} dot`, 'ellipse', roundedRect(dot), colour), origin: part.origin };
  return [shape, text.balanced(frame.width).lay(label, roundedRect(frame))];
}
