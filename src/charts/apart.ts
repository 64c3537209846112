/** Labels on a line that would lie on each other, pushed apart. */
import type { Points } from '../model/units.ts';

/**
 * Centres at least as far apart as half their lengths ask, in their order, each as near to where it was as the others allow
 * (least squares by pooling adjacent violators), and within the bounds where these have room for all.
 */
export function apart(
  centres: readonly Points[],
  lengths: readonly Points[],
  from: Points,
  to: Points,
): readonly Points[] {
  const order = centres.map((_, at) => at).sort((a, b) => centres[a]! - centres[b]! || a - b);
  let reach = 0;
  const offsets = order.map((at, rank) => {
    if (rank > 0) reach += (lengths[order[rank - 1]!]! + lengths[at]!) / 2;
    return reach;
  });
  const pools: { sum: number; count: number }[] = [];
  order.forEach((at, rank) => {
    pools.push({ sum: centres[at]! - offsets[rank]!, count: 1 });
    for (let last = pools.length - 1; last > 0 && mean(pools[last]!) < mean(pools[last - 1]!); last--) {
      const { sum, count } = pools.pop()!;
      pools[last - 1] = { sum: pools[last - 1]!.sum + sum, count: pools[last - 1]!.count + count };
    }
  });
  const least = from + (lengths[order[0]!] ?? 0) / 2;
  const greatest = Math.max(least, to - (lengths[order.at(-1)!] ?? 0) / 2 - reach);
  const placed = pools
    .flatMap(pool => Array.from({ length: pool.count }, () => mean(pool)))
    .map((start, rank) => Math.min(Math.max(start, least), greatest) + offsets[rank]!);
  return centres.map((_, at) => placed[order.indexOf(at)]!);
}

const mean = ({ sum, count }: { readonly sum: number; readonly count: number }): number => sum / count;
