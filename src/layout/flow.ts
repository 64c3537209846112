/** Places the nodes of a body in rows and columns: widths from the outside in, heights from the inside out. */
import type { Brand, ColourToken, Style } from '../model/brand.ts';
import type { Box, Gap, Node } from '../model/node.ts';
import { hundredths, type Points, type Rect, roundedRect } from '../model/units.ts';
import { ACCENT_WIDTH, isBelowRule } from './cards.ts';
import { shareHeights, shareWidths } from './shares.ts';

/** What flow asks of a node that is no box. */
export interface Sizer {
  /** Height that it needs at a width. */
  height(node: Leaf, width: Points): Points;
  /** The narrowest width that breaks no word. */
  narrowest(node: Leaf): Points;
  /** Width that it takes where nothing stretches it; null for all there is. */
  natural(node: Leaf): Points | null;
}
export type Leaf = Exclude<Node, Box>;

export interface Placed {
  readonly node: Node;
  readonly frame: Rect;
  /** What it stands on. */
  readonly ground: ColourToken;
}

export interface Flow {
  /** Boxes before their children, in reading order. */
  readonly placed: readonly Placed[];
  /** Points of height and width that are missing; 0 where everything fits. */
  readonly excess: { readonly height: Points; readonly width: Points };
}

/** Gaps and paddings in gutters of the page: a narrower page has a narrower gutter, and less room between things. */
const GAPS: Readonly<Record<Gap, number>> = { none: 0, s: 0.5, m: 1, l: 2 };

/** A node at its natural height, with everything in it. */
interface Sized {
  readonly node: Node;
  readonly width: Points;
  readonly height: Points;
  /** What is left of it where there is far too little: gaps and padding do not shrink. */
  readonly least: Points;
  readonly ground: ColourToken;
  /** A column is one line after the other; a row is one line of several; a grid has both. */
  readonly lines: readonly (readonly Sized[])[];
  /** Between its lines, and between its children in a line. */
  readonly gap: Points;
  readonly inset: Insets;
  readonly justify: Box['justify'];
}

interface Insets {
  readonly top: Points;
  readonly right: Points;
  readonly bottom: Points;
  readonly left: Points;
}

interface Measure {
  readonly sizer: Sizer;
  /** Between two columns of the page. */
  readonly gutter: Points;
  readonly card: Style['card'];
  /** Told of every row that is too narrow for its longest words, in points. */
  readonly tooNarrow: (missing: Points) => void;
}

/**
 * The body in its region. Figures, and boxes that are asked to, take the height that is left; a row of texts is only as high
 * as its tallest. Where there is too little, the tallest child of each column gets less than it needs.
 *
 * A flexbox engine did worse: Yoga 3.2.1 gives nested boxes that grow more than their parent has, and with every width known
 * in advance only sums are left.
 */
export function flow(body: Box, region: Rect, ground: ColourToken, { page, style }: Brand, sizer: Sizer): Flow {
  let missing = 0;
  const tooNarrow = (points: Points) => {
    missing = Math.max(missing, points);
  };
  const sized = size(body, region.width, ground, { sizer, gutter: page.gutter, card: style.card, tooNarrow });
  const excess = hundredths(Math.max(0, sized.height - region.height));
  const fills = body.direction === 'column' || grows(body) || excess > 0;
  const placed = place(sized, { ...region, height: fills ? region.height : sized.height });
  return { placed, excess: { height: excess, width: hundredths(missing) } };
}

function size(node: Node, width: Points, ground: ColourToken, measure: Measure): Sized {
  if (node.kind !== 'box')
    return {
      node,
      width,
      height: measure.sizer.height(node, width),
      least: 0,
      ground,
      lines: [],
      ...BARE,
    };
  const inset = insetsOf(node, measure);
  const gap = GAPS[node.gap] * measure.gutter;
  const inner = Math.max(0, width - inset.left - inset.right);
  const lines = linesOf(node, inner, node.fill ?? ground, measure);
  const stiff = gap * Math.max(0, lines.length - 1) + inset.top + inset.bottom;
  const height = stiff + sum(lines.map(heightOf));
  const least = stiff + sum(lines.map(leastOf));
  // Below a rule words begin at the rule.
  const justify = node.justify === 'centre' && isBelowRule(node.fill, measure.card) ? 'start' : node.justify;
  return { node, width, height, least, ground, lines, gap, inset, justify };
}

const heightOf = (line: readonly Sized[]): Points => Math.max(0, ...line.map(({ height }) => height));
const leastOf = (line: readonly Sized[]): Points => Math.max(0, ...line.map(({ least }) => least));

function linesOf(box: Box, width: Points, ground: ColourToken, measure: Measure): readonly (readonly Sized[])[] {
  const gap = GAPS[box.gap] * measure.gutter;
  if (box.wrap !== null) {
    const cell = (width - gap * (box.wrap - 1)) / box.wrap;
    return chunk(box.children, box.wrap).map(row => inStep(row.map(child => size(child, cell, ground, measure))));
  }
  if (box.direction === 'column')
    return box.children.map(child => [size(child, widthInColumn(child, box, width, measure), ground, measure)]);
  const least = box.children.map(child => narrowestOf(child, measure));
  const shares = box.columns ?? box.children.map(() => 1);
  const { widths, missing } = shareWidths(width, gap, measure.gutter, shares, least);
  measure.tooNarrow(missing);
  return [box.children.map((child, index) => size(child, widths[index]!, ground, measure))];
}

/** Columns side by side keep step: where they have as many parts, each part is as high as the tallest of its row. */
function inStep(cells: readonly Sized[]): readonly Sized[] {
  const count = cells[0]?.lines.length ?? 0;
  const isAlike = ({ node, lines }: Sized) =>
    node.kind === 'box' && node.direction === 'column' && node.wrap === null && lines.length === count;
  if (count === 0 || !cells.every(isAlike)) return cells;
  const heights = Array.from({ length: count }, (_, part) =>
    Math.max(...cells.map(({ lines }) => heightOf(lines[part]!))),
  );
  return cells.map(cell => ({
    ...cell,
    height: cell.height + sum(heights) - sum(cell.lines.map(heightOf)),
    lines: cell.lines.map((line, part) => line.map(one => ({ ...one, height: heights[part]! }))),
  }));
}

function widthInColumn(child: Node, box: Box, width: Points, measure: Measure): Points {
  if (box.align === 'stretch' || child.kind === 'box') return width;
  return Math.min(width, measure.sizer.natural(child) ?? width);
}

function place(sized: Sized, frame: Rect): readonly Placed[] {
  const { node, ground, lines, gap, inset, justify } = sized;
  const own: Placed = { node, frame: roundedRect(frame), ground };
  if (node.kind !== 'box') return [own];
  const x = frame.x + inset.left;
  const inner = {
    width: Math.max(0, frame.width - inset.left - inset.right),
    height: Math.max(0, frame.height - inset.top - inset.bottom),
  };
  const column = shareHeights(
    lines.map(line => ({
      natural: heightOf(line),
      least: leastOf(line),
      grows: node.wrap !== null || line.some(child => grows(child.node) || isAlone(child.node, node)),
    })),
    inner.height,
    gap,
    justify,
  );
  return [
    own,
    ...lines.flatMap((line, index) => {
      const { from, height } = column[index]!;
      return placeLine(line, node, gap, { x, y: frame.y + inset.top + from, width: inner.width, height });
    }),
  ];
}

function placeLine(line: readonly Sized[], box: Box, gap: Points, frame: Rect): readonly Placed[] {
  const isRow = box.direction === 'row' || box.wrap !== null;
  let x = frame.x + (isRow ? 0 : aside(frame.width - line[0]!.width, box.align));
  return line.flatMap(child => {
    const height = isRow && box.align !== 'stretch' ? Math.min(child.height, frame.height) : frame.height;
    const y = frame.y + (isRow ? aside(frame.height - height, box.align) : 0);
    const placed = place(child, { x, y, width: child.width, height });
    x += child.width + gap;
    return placed;
  });
}

const aside = (slack: Points, align: Box['align']): Points =>
  align === 'centre' ? slack / 2 : align === 'end' ? slack : 0;

const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
const BARE = { gap: 0, inset: NO_INSETS, justify: 'start' } as const;

function insetsOf(box: Box, { gutter, card }: Measure): Insets {
  const padding = GAPS[box.padding] * gutter;
  if (isBelowRule(box.fill, card)) return { ...NO_INSETS, top: padding, right: padding };
  const left = box.accent ? ACCENT_WIDTH + Math.max(padding, GAPS.m * gutter) : padding;
  return { top: padding, right: padding, bottom: padding, left };
}

/** Figures take the room that is left, and so do the boxes that hold one. */
const grows = (node: Node): boolean =>
  node.kind === 'box'
    ? node.grow || node.children.some(grows)
    : node.kind === 'chart' || node.kind === 'picture' || node.kind === 'diagram';

/** What fills a placeholder and stands alone is as large as the placeholder. */
const isAlone = (node: Node, box: Box): boolean =>
  box.children.length === 1 && 'placeholder' in node && node.placeholder !== null;

function narrowestOf(node: Node, measure: Measure): Points {
  if (node.kind !== 'box') return measure.sizer.narrowest(node);
  const { left, right } = insetsOf(node, measure);
  const children = node.children.map(child => narrowestOf(child, measure));
  const widest = Math.max(0, ...children);
  const gaps = (count: number) => Math.max(0, count - 1) * GAPS[node.gap] * measure.gutter;
  if (node.wrap !== null) return left + right + node.wrap * widest + gaps(node.wrap);
  return left + right + (node.direction === 'column' ? widest : sum(children) + gaps(children.length));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const chunk = <T>(all: readonly T[], count: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / count) }, (_, row) => all.slice(row * count, (row + 1) * count));
