/** The nearest known name to one that is not known: every list of names suggests in the same way. */

/**
 * The candidate with the smallest optimal-string-alignment distance to `name`, or null where none is near:
 * at most a third of the longer word may differ, and at least one edit is always allowed.
 */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const limit = Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3));
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance <= limit && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** The hint for an unknown name: the nearest one, else the whole list where it is short. */
export function suggestion(name: string, candidates: Iterable<string>): string | null {
  const known = [...candidates];
  const near = nearest(name, known);
  if (near !== null) return `did you mean \`${near}\`?`;
  if (known.length === 0 || known.length > 24) return null;
  return `known here: ${known.sort().join(', ')}`;
}

/** Insertions, deletions, substitutions and swaps of neighbours between `a` and `b`. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      }
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
