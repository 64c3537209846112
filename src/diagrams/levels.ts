/** Puts things side by side on as few levels as they need. */

/** A way to draw something, and what it takes of the width. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
}

/**
 * For each thing the highest level on which one of its candidates keeps `gap` to all that is there, and the first such
 * candidate; a level of its own where there is none. A thing without candidates is left out.
 */
export function onLevels<C extends Candidate>(
  things: readonly (readonly C[])[],
  gap: number,
): readonly (readonly [chosen: C, level: number])[] {
  const levels: Candidate[][] = [];
  return things.flatMap(candidates => {
    for (const [index, taken] of [...levels, []].entries()) {
      const chosen = candidates.find(one =>
        taken.every(({ from, to }) => one.from >= to + gap || one.to <= from - gap),
      );
      if (chosen === undefined) continue;
      levels[index] = [...taken, chosen];
      return [[chosen, index] as const];
    }
    return [];
  });
}
