/** How the width of a row and the height of a column are shared out. */
import type { Box } from '../model/node.ts';
import type { Points } from '../model/units.ts';

export interface Shares {
  readonly widths: readonly Points[];
  /** Points that the row is too narrow by for its longest words; 0 where all fit. */
  readonly missing: Points;
}

const TWELFTHS = 12;

/**
 * Widths by `shares`. Twelve twelfths stand on the page's grid: neighbours part in the middle of a gutter, whatever the gap.
 * Nobody gets less than its `least`; what that takes is taken from the others.
 */
export function shareWidths(
  width: Points,
  gap: Points,
  gutter: Points,
  shares: readonly number[],
  least: readonly Points[],
): Shares {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const room = Math.max(0, width - gap * (shares.length - 1));
  const wanted =
    total === TWELFTHS && shares.length > 1 && room > 0
      ? onGrid(width, gap, gutter, shares)
      : shares.map(share => (room * share) / total);
  const needed = least.reduce((sum, points) => sum + points, 0);
  if (needed > room + 0.01) {
    return { widths: least.map(points => (points * room) / needed), missing: needed - room };
  }
  return { widths: raise(wanted, least), missing: 0 };
}

function onGrid(width: Points, gap: Points, gutter: Points, shares: readonly number[]): readonly Points[] {
  const column = (width + gutter) / TWELFTHS;
  let start = 0;
  return shares.map((share, index) => {
    const left = index === 0 ? 0 : start * column - gutter / 2 + gap / 2;
    start += share;
    const right = index === shares.length - 1 ? width : start * column - gutter / 2 - gap / 2;
    return Math.max(0, right - left);
  });
}

/** Raises who is below its least; the others pay in proportion to what they can spare. */
export function raise(wanted: readonly Points[], least: readonly Points[]): readonly Points[] {
  const debt = wanted.reduce((sum, points, index) => sum + Math.max(0, least[index]! - points), 0);
  if (debt === 0) return wanted;
  const spare = wanted.reduce((sum, points, index) => sum + Math.max(0, points - least[index]!), 0);
  return wanted.map((points, index) => {
    const more = points - least[index]!;
    return more <= 0 ? least[index]! : points - (debt * more) / spare;
  });
}

/** A line of a column: its height by itself, the least it can have, and whether it takes what is left. */
export interface ColumnLine {
  readonly natural: Points;
  readonly least: Points;
  readonly grows: boolean;
}

/**
 * Where the lines of a column begin, and how high they are. What grows shares what is left; where nothing does, the column
 * is justified. Where there is too little, the tallest gives way first.
 */
export function shareHeights(
  lines: readonly ColumnLine[],
  height: Points,
  gap: Points,
  justify: Box['justify'],
): readonly { readonly from: Points; readonly height: Points }[] {
  const slack = height - gap * Math.max(0, lines.length - 1) - lines.reduce((sum, line) => sum + line.natural, 0);
  const growing = lines.filter(line => line.grows).length;
  const heights =
    slack < 0 ? lower(lines, -slack) : lines.map(line => line.natural + (line.grows ? slack / growing : 0));
  const free = slack < 0 || growing > 0 ? 0 : slack;
  const between = justify === 'between' && lines.length > 1 ? free / (lines.length - 1) : 0;
  let from = justify === 'centre' ? free / 2 : justify === 'end' ? free : 0;
  return heights.map(own => {
    const line = { from, height: own };
    from += own + gap + between;
    return line;
  });
}

/** Takes points from the tallest, and from the next where that has none left to give. */
function lower(lines: readonly ColumnLine[], points: Points): readonly Points[] {
  const heights = lines.map(line => line.natural);
  let left = points;
  const tallestFirst = lines.map((_, index) => index).sort((a, b) => heights[b]! - heights[a]! || a - b);
  for (const index of tallestFirst) {
    const taken = Math.min(left, heights[index]! - lines[index]!.least);
    heights[index]! -= taken;
    left -= taken;
  }
  return heights;
}

/**
 * How many of the weights, `most` at most, go to each of so many parts in their order, so that the parts weigh about the
 * same: least squares, the longer parts first.
 */
export function shareOut(weights: readonly number[], parts: number, most: number): readonly number[] {
  const reach = [0];
  for (const weight of weights) reach.push(reach.at(-1)! + weight);
  // best[end]: what the first `end` weights cost in the parts so far, and how many each part has.
  let best = weights.map((_, index) => ({
    cost: index < most ? reach[index + 1]! ** 2 : Number.POSITIVE_INFINITY,
    lengths: [index + 1],
  }));
  for (let part = 2; part <= parts; part++)
    best = weights.map((_, index) => {
      let found = { cost: Number.POSITIVE_INFINITY, lengths: [] as number[] };
      for (let from = Math.max(part - 1, index + 1 - most); from <= index; from++) {
        const before = best[from - 1]!;
        const cost = before.cost + (reach[index + 1]! - reach[from]!) ** 2;
        if (cost <= found.cost) found = { cost, lengths: [...before.lengths, index + 1 - from] };
      }
      return found;
    });
  return best.at(-1)!.lengths;
}
