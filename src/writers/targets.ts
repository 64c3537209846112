/** Where links within the deck lead. */
import type { Scene } from '../model/scene.ts';

/** The number of each slide by its id, and of the first slide of each section by the section's: those that are written. */
export function targetsIn({ slides }: Scene): ReadonlyMap<string, number> {
  const targets = new Map<string, number>();
  for (const { id, section, number } of slides) {
    targets.set(id, number);
    if (section !== null && !targets.has(section)) targets.set(section, number);
  }
  return targets;
}
