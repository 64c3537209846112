/** Moves points on a line apart. */

/**
 * Positions at least `distance` apart, each as near to where it was wanted as the range allows; wanted ones must ascend.
 * Where the range is too short for all, they share it evenly.
 */
export function spread(
  wanted: readonly number[],
  distance: number,
  range: { readonly from: number; readonly to: number },
): readonly number[] {
  if (wanted.length < 2) return wanted.map(at => Math.min(Math.max(at, range.from), range.to));
  const step = Math.min(distance, (range.to - range.from) / (wanted.length - 1));
  const clusters: { sum: number; count: number; first: number }[] = [];
  wanted.forEach((at, index) => {
    clusters.push({ sum: at - index * step, count: 1, first: index });
    while (clusters.length > 1 && mean(clusters.at(-2)!) > mean(clusters.at(-1)!)) {
      const last = clusters.pop()!;
      const before = clusters.pop()!;
      clusters.push({ sum: before.sum + last.sum, count: before.count + last.count, first: before.first });
    }
  });
  const highest = range.to - (wanted.length - 1) * step;
  return clusters.flatMap(cluster =>
    Array.from(
      { length: cluster.count },
      (_, within) => Math.min(Math.max(mean(cluster), range.from), highest) + (cluster.first + within) * step,
    ),
  );
}

/** Least squares for points that must keep their distances is the mean of what each would want of the first (pool adjacent violators). */
const mean = ({ sum, count }: { sum: number; count: number }): number => sum / count;
