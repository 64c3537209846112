/** Levels that stand apart by what lies between them. */
import type { Points } from '../model/units.ts';

/** Two levels by their index, and how far apart they stand at the least. */
export interface Apart {
  readonly above: number;
  readonly below: number;
  readonly distance: Points;
}

/** How much room a level needs to the edge above it and to the edge below. */
export interface Reach {
  readonly above: Points;
  readonly below: Points;
}

/**
 * A level for each reach, in a height. Each stands half-way between the highest and the lowest place that the others leave it where all
 * are packed; the height that is left then stretches everything alike, up to a limit. `lack` is what the packed ones are too high by.
 */
export function levelsApart(
  reaches: readonly Reach[],
  apart: readonly Apart[],
  height: Points,
): { readonly levels: readonly Points[]; readonly lack: Points } {
  const highest = pushed(
    reaches.map(({ above }) => above),
    apart.map(({ above, below, distance }) => [above, below, distance]),
  );
  const packed = Math.max(0, ...reaches.map(({ below }, index) => highest[index]! + below));
  const fromBelow = pushed(
    reaches.map(({ below }) => below),
    apart.map(({ above, below, distance }) => [below, above, distance]),
  );
  const stretch = packed === 0 ? 1 : Math.min(STRETCH, Math.max(1, height / packed));
  const top = Math.max(0, height - packed * stretch) / 2;
  const levels = highest.map((level, index) => top + ((level + packed - fromBelow[index]!) / 2) * stretch);
  return { levels, lack: Math.max(0, packed - height) };
}

/** What is farther apart is no longer seen as one figure. */
const STRETCH = 1.8;

/** Longest paths: each value as small as it may be where the second of a pair is larger than the first by a distance. */
function pushed(
  least: readonly number[],
  pairs: readonly (readonly [first: number, second: number, distance: number])[],
): readonly number[] {
  const values = [...least];
  for (const _ of least)
    for (const [first, second, distance] of pairs)
      values[second] = Math.max(values[second]!, values[first]! + distance);
  return values;
}
