/** How a row's width is shared out. */
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
  const wanted =
    total === TWELFTHS && shares.length > 1
      ? onGrid(width, gap, gutter, shares)
      : shares.map(share => ((width - gap * (shares.length - 1)) * share) / total);
  const needed = least.reduce((sum, points) => sum + points, 0);
  const room = wanted.reduce((sum, points) => sum + points, 0);
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
    return right - left;
  });
}

/** Raises who is below its least; the others pay in proportion to what they can spare. */
function raise(wanted: readonly Points[], least: readonly Points[]): readonly Points[] {
  const debt = wanted.reduce((sum, points, index) => sum + Math.max(0, least[index]! - points), 0);
  if (debt === 0) return wanted;
  const spare = wanted.reduce((sum, points, index) => sum + Math.max(0, points - least[index]!), 0);
  return wanted.map((points, index) => {
    const more = points - least[index]!;
    return more <= 0 ? least[index]! : points - (debt * more) / spare;
  });
}
