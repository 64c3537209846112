/** Places the nodes of a body: rows and columns by Yoga, every width known before a height is asked for. */
import Yoga, {
  Direction,
  Edge,
  FlexDirection,
  Gutter,
  Justify,
  Align as YogaAlign,
  type Node as YogaNode,
} from 'yoga-layout';
import type { ColourToken } from '../model/brand.ts';
import type { Box, Gap, Node } from '../model/node.ts';
import { bottom, inches, type Points, type Rect } from '../model/units.ts';
import { hundredths } from './blocks.ts';
import { shareWidths } from './shares.ts';

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

export const GAPS: Readonly<Record<Gap, Points>> = { none: 0, s: 7.2, m: 14.4, l: 28.8 };

/** Width of the bar at the left edge of an accented box. */
export const ACCENT_WIDTH = inches(0.06);

const CONFIG = Yoga.Config.create();
CONFIG.setPointScaleFactor(0);

interface Entry {
  readonly node: Node;
  readonly yoga: YogaNode;
  readonly parent: YogaNode | null;
  readonly ground: ColourToken;
}

interface Plan {
  readonly sizer: Sizer;
  readonly gutter: Points;
  readonly entries: Entry[];
  /** Heights of an earlier flow that was too tall: the tallest child of every column gives way. */
  readonly heights: ReadonlyMap<Node, Points> | null;
  missing: Points;
}

/**
 * Lays out the body in its region. A column fills it; a row of texts is only as high as its tallest. `heights` of a
 * flow that was too tall make it fit: texts then need more than their frames.
 */
export function flow(
  body: Box,
  region: Rect,
  ground: ColourToken,
  gutter: Points,
  sizer: Sizer,
  heights: ReadonlyMap<Node, Points> | null = null,
): Flow {
  const plan: Plan = { sizer, gutter, entries: [], heights, missing: 0 };
  const root = plant(body, region.width, null, ground, plan);
  root.setWidth(region.width);
  if (body.direction === 'column' || grows(body) || heights !== null) root.setHeight(region.height);
  root.calculateLayout(undefined, undefined, Direction.LTR);
  const placed = readFrames(plan.entries, region);
  root.freeRecursive();
  const lowest = Math.max(region.y, ...placed.map(({ frame }) => bottom(frame)));
  const excess = { height: Math.max(0, hundredths(lowest - bottom(region))), width: plan.missing };
  return { placed, excess: { ...excess, height: excess.height > 0.05 ? excess.height : 0 } };
}

function readFrames(entries: readonly Entry[], region: Rect): readonly Placed[] {
  const corners = new Map<YogaNode, { x: Points; y: Points }>();
  return entries.flatMap(({ node, yoga, parent, ground }) => {
    const from = parent === null ? region : corners.get(parent)!;
    const { left, top, width, height } = yoga.getComputedLayout();
    const corner = { x: from.x + left, y: from.y + top };
    corners.set(yoga, corner);
    const frame = {
      x: hundredths(corner.x),
      y: hundredths(corner.y),
      width: hundredths(width),
      height: hundredths(height),
    };
    return node === ROW_OF_GRID ? [] : [{ node, frame, ground }];
  });
}

function plant(node: Node, width: Points, parent: Entry | null, ground: ColourToken, plan: Plan): YogaNode {
  const yoga = Yoga.Node.create(CONFIG);
  const own = node.kind === 'box' && node.fill !== null ? node.fill : ground;
  const entry = { node, yoga, parent: parent?.yoga ?? null, ground: node.kind === 'box' ? ground : own };
  plan.entries.push(entry);
  yoga.setFlexShrink(0);
  if (node.kind !== 'box') return yoga;
  const inner = width - insets(node, yoga);
  yoga.setGap(Gutter.All, GAPS[node.gap]);
  if (node.wrap !== null) plantGrid(node, node.wrap, inner, entry, own, plan);
  else if (node.direction === 'row') plantRow(node, node.children, node.columns, inner, entry, own, plan);
  else plantColumn(node, inner, entry, own, plan);
  return yoga;
}

/** Sets a box's padding and says how much of its width that takes. */
function insets(box: Box, yoga: YogaNode): Points {
  const padding = GAPS[box.padding];
  const left = box.accent ? ACCENT_WIDTH + Math.max(padding, GAPS.m) : padding;
  yoga.setPadding(Edge.All, padding);
  yoga.setPadding(Edge.Left, left);
  return left + padding;
}

function plantColumn(box: Box, width: Points, entry: Entry, ground: ColourToken, plan: Plan): void {
  const { yoga } = entry;
  yoga.setFlexDirection(FlexDirection.Column);
  yoga.setAlignItems(ALIGN[box.align]);
  yoga.setJustifyContent(JUSTIFY[box.justify]);
  const tallest = plan.heights === null ? null : tallestOf(box.children, plan.heights);
  box.children.forEach((child, index) => {
    const natural = box.align === 'stretch' || child.kind === 'box' ? null : plan.sizer.natural(child);
    const own = natural === null ? width : Math.min(natural, width);
    const planted = plant(child, own, entry, ground, plan);
    planted.setWidth(own);
    const height = plan.heights?.get(child) ?? (child.kind === 'box' ? null : plan.sizer.height(child, own));
    if (height !== null) planted.setFlexBasis(height);
    if (grows(child) || (box.children.length === 1 && fillsPlaceholder(child))) planted.setFlexGrow(1);
    if (child === tallest) planted.setFlexShrink(1);
    yoga.insertChild(planted, index);
  });
}

function plantRow(
  box: Box,
  children: readonly Node[],
  columns: readonly number[] | null,
  width: Points,
  entry: Entry,
  ground: ColourToken,
  plan: Plan,
): void {
  const { yoga } = entry;
  yoga.setFlexDirection(FlexDirection.Row);
  yoga.setAlignItems(plan.heights === null ? ALIGN[box.align] : YogaAlign.Stretch);
  const least = children.map(child => narrowestOf(child, plan.sizer));
  const shares = shareWidths(width, GAPS[box.gap], plan.gutter, columns ?? children.map(() => 1), least);
  plan.missing = Math.max(plan.missing, shares.missing);
  children.forEach((child, index) => {
    const own = shares.widths[index]!;
    const planted = plant(child, own, entry, ground, plan);
    planted.setWidth(own);
    if (child.kind !== 'box' && plan.heights === null) planted.setMinHeight(plan.sizer.height(child, own));
    yoga.insertChild(planted, index);
  });
}

/** Rows of `across` children each; those of the last row are as wide as those above. */
function plantGrid(box: Box, across: number, width: Points, entry: Entry, ground: ColourToken, plan: Plan): void {
  const { yoga } = entry;
  yoga.setFlexDirection(FlexDirection.Column);
  const rows = Math.ceil(box.children.length / across);
  const height = plan.heights?.get(box) ?? null;
  for (let row = 0; row < rows; row++) {
    const children = box.children.slice(row * across, (row + 1) * across);
    const planted = Yoga.Node.create(CONFIG);
    const line: Entry = { node: ROW_OF_GRID, yoga: planted, parent: yoga, ground };
    plan.entries.push(line);
    planted.setGap(Gutter.All, GAPS[box.gap]);
    planted.setFlexShrink(0);
    planted.setFlexGrow(1);
    if (height !== null) planted.setFlexBasis(0);
    const room = width - GAPS[box.gap] * (across - 1);
    const filled = (room / across) * children.length + GAPS[box.gap] * (children.length - 1);
    plantRow(box, children, null, filled, line, ground, plan);
    yoga.insertChild(planted, row);
  }
}

/** Stands for a row of a grid among the entries; it is nobody's item. */
const ROW_OF_GRID: Node = {
  kind: 'shape',
  name: 'row of a grid',
  geometry: 'rectangle',
  fill: null,
  width: null,
  height: null,
  origin: { pointer: null, data: null, template: null },
};

/** Figures take the room that is left, and so do the boxes that hold one. */
const grows = (node: Node): boolean =>
  node.kind === 'box'
    ? node.grow || node.children.some(grows)
    : node.kind === 'chart' || node.kind === 'picture' || node.kind === 'diagram';

const fillsPlaceholder = (node: Node): boolean => 'placeholder' in node && node.placeholder !== null;

function tallestOf(children: readonly Node[], heights: ReadonlyMap<Node, Points>): Node | null {
  const height = (node: Node) => heights.get(node) ?? 0;
  return children.reduce<Node | null>(
    (tallest, child) => (tallest === null || height(child) > height(tallest) ? child : tallest),
    null,
  );
}

function narrowestOf(node: Node, sizer: Sizer): Points {
  if (node.kind !== 'box') return sizer.narrowest(node);
  const padding = 2 * GAPS[node.padding] + (node.accent ? ACCENT_WIDTH + GAPS.m : 0);
  const children = node.children.map(child => narrowestOf(child, sizer));
  const across = node.wrap ?? children.length;
  if (node.direction === 'column' && node.wrap === null) return padding + Math.max(0, ...children);
  if (node.wrap !== null) return padding + across * Math.max(0, ...children) + (across - 1) * GAPS[node.gap];
  return padding + children.reduce((sum, width) => sum + width, 0) + Math.max(0, across - 1) * GAPS[node.gap];
}

const ALIGN = {
  start: YogaAlign.FlexStart,
  centre: YogaAlign.Center,
  end: YogaAlign.FlexEnd,
  stretch: YogaAlign.Stretch,
} as const;
const JUSTIFY = {
  start: Justify.FlexStart,
  centre: Justify.Center,
  end: Justify.FlexEnd,
  between: Justify.SpaceBetween,
} as const;
