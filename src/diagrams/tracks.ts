/** Where elbows turn, so that their lines never run on one another and cross as seldom as their ends allow. */

/** An elbow's two levels: where it leaves its node, and where it arrives. */
export interface Bend {
  readonly port: number;
  readonly lane: number;
}

/** Points between two lines that still look like two. */
const APART = 4;

/**
 * The track of each bend, 0 nearest to the ports; bends whose upright parts would touch have tracks of their own. Of two of them the
 * one is nearer that makes fewer crossings.
 */
export function tracksOf(bends: readonly Bend[]): readonly number[] {
  const tracks = bends.map(() => 0);
  let left = bends.map((_, index) => index);
  for (let track = 0; left.length > 0; track++) {
    const free = left.filter(one =>
      left.every(two => one === two || !touch(bends[one]!, bends[two]!) || isNearer(one, two, bends)),
    );
    // Three that each want to be nearer than the next make a ring; its first bend opens it.
    const taken = free.length === 0 ? left.slice(0, 1) : free;
    for (const index of taken) tracks[index] = track;
    left = left.filter(index => !taken.includes(index));
  }
  return tracks;
}

const within = (level: number, { port, lane }: Bend): boolean =>
  level > Math.min(port, lane) - APART && level < Math.max(port, lane) + APART;

const touch = (a: Bend, b: Bend): boolean => within(a.port, b) || within(a.lane, b) || within(b.port, a);

function isNearer(one: number, two: number, bends: readonly Bend[]): boolean {
  const [a, b] = [bends[one]!, bends[two]!];
  const crossings = (near: Bend, far: Bend) => Number(within(far.port, near)) + Number(within(near.lane, far));
  const more = crossings(a, b) - crossings(b, a);
  return more === 0 ? one < two : more < 0;
}
