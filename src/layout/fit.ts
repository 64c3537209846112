/** Makes a body fit its region: sizes go down a point at a time, all texts of a role together, to the role's minimum. */
import type { ColourToken, TextRole } from '../model/brand.ts';
import type { Box, Node } from '../model/node.ts';
import type { Points, Rect } from '../model/units.ts';
import { heightAt, oneLineWidth } from './blocks.ts';
import type { SlideContext } from './context.ts';
import { fitDiagram } from './diagrams.ts';
import { type Flow, flow } from './flow.ts';
import { type Leaves, measureLeaves, ONE_LINE_ROLES, type Sizes, sizeOf } from './leaves.ts';
import { tableExcess } from './tables.ts';
import { isWordy, unitsBelow } from './units.ts';

export interface Fitted extends Flow {
  readonly leaves: Leaves;
  readonly sizes: Sizes;
  /** The largest size of a diagram's main words; null for its own. */
  readonly diagramSize: Points | null;
  /** Whether the units of figures stand below them. */
  readonly unitsBelow: boolean;
}

/** Sizes to begin with, so that the parts of a slide that goes on are all set alike. */
export type Start = Pick<Fitted, 'sizes' | 'diagramSize' | 'unitsBelow'>;
const OWN_SIZES: Start = { sizes: new Map(), diagramSize: null, unitsBelow: false };

/**
 * The body at the largest sizes that fit; where the smallest do not, with its grids in twice as many rows, if that helps.
 * Where nothing does, the tallest text of each column that is too tall gets a frame that is too low for it, so that the excess
 * shows where it can be mended.
 */
export function fitBody(
  body: Box,
  region: Rect,
  ground: ColourToken,
  context: SlideContext,
  start: Start = OWN_SIZES,
): Fitted {
  const below = unitsBelow(body);
  if (below !== null && !start.unitsBelow && !isWordy(body)) {
    const beside = fitSizes(body, region, ground, context, start);
    if (fits(beside) && isLarge(beside, context)) return beside;
  }
  const [own, from] = [below ?? body, { ...start, unitsBelow: below !== null }];
  const asked = fitSizes(own, region, ground, context, from);
  if (fits(asked)) return asked;
  const stacked = fitSizes(stack(own), region, ground, context, from);
  return fits(stacked) ? stacked : asked;
}

/** How much smaller than its own size a figure may be set to have its unit beside it. */
const LEAST_BESIDE = 2 / 3;

const isLarge = ({ sizes }: Fitted, { brand }: SlideContext): boolean =>
  [...ONE_LINE_ROLES].every(role => (sizes.get(role) ?? brand.type[role].size) >= LEAST_BESIDE * brand.type[role].size);

/** A table keeps at least this share of its place free when it is enlarged. */
const FREE_SHARE = 0.3;

/** Cells of a table that leaves much of its place free are set larger, up to the size of body text; anything else stays as it is. */
export function enlargeTable(
  asked: Fitted,
  body: Box,
  region: Rect,
  ground: ColourToken,
  context: SlideContext,
): Fitted {
  const { type } = context.brand;
  const tables = asked.placed.filter(({ node }) => node.kind === 'table' && node.role === 'table');
  if (tables.length !== 1 || asked.sizes.has('table') || asked.unitsBelow || !fits(asked)) return asked;
  const measure = measureLeaves(context);
  for (let size = type.body.size; size > type.table.size; size--) {
    const sizes = new Map(asked.sizes).set('table', size);
    const leaves = measure(sizes);
    const next: Fitted = { ...asked, leaves, sizes, ...flow(body, region, ground, context.brand, leaves) };
    const isRoomy = next.placed.every(
      ({ node, frame }) =>
        node.kind !== 'table' || leaves.table(node, frame.width).height <= (1 - FREE_SHARE) * frame.height,
    );
    if (isRoomy && fits(next)) return next;
  }
  return asked;
}

/** Points of height that are missing at the smallest sizes where a body has too little of it, tables squeezed; 0 where it fits. */
export function lackOf(fitted: Fitted, context: SlideContext): Points {
  const lacks = fitted.placed.map(({ node, frame, ground }): Points => {
    if (node.kind === 'text') return heightAt(fitted.leaves.text(node, frame.width), frame.width) - frame.height;
    if (node.kind === 'table') return tableExcess(fitted.leaves.table(node, frame.width), frame.height);
    return node.kind === 'diagram' ? fitDiagram(node, frame, ground, fitted.diagramSize, context).drawn.excess : 0;
  });
  return Math.max(0, ...lacks.filter(lack => lack > TOLERANCE));
}

/** Below what the eye sees. */
const TOLERANCE = 0.1;

/** Whether a body is too wide for its place, whatever its height. */
export const isTooWide = (fitted: Fitted): boolean => fitted.excess.width > 0 || tooLongLine(fitted) !== null;

const fits = (fitted: Fitted): boolean => fitted.excess.height === 0 && !isTooWide(fitted);

/** Fewer cards side by side: a row of four becomes two rows of two. Three stay, because two over one look like a mistake. */
function stack(box: Box): Box {
  const children = box.children.map(child => (child.kind === 'box' ? stack(child) : child));
  return { ...box, children, wrap: box.wrap !== null && box.wrap > 3 ? Math.ceil(box.wrap / 2) : box.wrap };
}

function fitSizes(body: Box, region: Rect, ground: ColourToken, context: SlideContext, start: Start): Fitted {
  const measure = measureLeaves(context);
  const sizes = new Map(start.sizes);
  for (;;) {
    const leaves = measure(sizes);
    const laid = flow(body, region, ground, context.brand, leaves);
    const role = roleToShrink(laid, leaves, sizes, context);
    if (role === null) return { ...start, leaves, sizes, ...laid };
    sizes.set(role, sizeOf(role, sizes, context) - 1);
  }
}

function roleToShrink(laid: Flow, leaves: Leaves, sizes: Sizes, context: SlideContext): TextRole | null {
  const canShrink = (role: TextRole) => sizeOf(role, sizes, context) > context.brand.type[role].minimum;
  const tooLong = tooLongLine({ ...laid, leaves }, canShrink);
  if (tooLong !== null) return tooLong;
  if (laid.excess.height === 0 && laid.excess.width === 0) return null;
  const areas = new Map<TextRole, number>();
  for (const { node, frame } of laid.placed) {
    const role = roleOf(node);
    if (role !== null && canShrink(role)) areas.set(role, (areas.get(role) ?? 0) + frame.width * frame.height);
  }
  return largest(areas);
}

/** The role of the first text that needs more than the one line it is allowed. */
function tooLongLine(
  { placed, leaves }: Pick<Fitted, 'placed' | 'leaves'>,
  counts: (role: TextRole) => boolean = () => true,
): TextRole | null {
  for (const { node, frame } of placed)
    if (node.kind === 'text' && ONE_LINE_ROLES.has(node.role) && counts(node.role))
      if (oneLineWidth(leaves.text(node, frame.width)) > frame.width) return node.role;
  return null;
}

const roleOf = (node: Node): TextRole | null => (node.kind === 'text' || node.kind === 'table' ? node.role : null);

/** Whoever takes most of the slide gives way first; of equals, the first in reading order. */
function largest(areas: ReadonlyMap<TextRole, number>): TextRole | null {
  let found: TextRole | null = null;
  for (const [role, area] of areas) if (found === null || area > areas.get(found)!) found = role;
  return found;
}
