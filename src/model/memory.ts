/** What one build leaves for the next: results by the content that they were made from. Handed in, so a build without it is a cold one. */
import type { Diagnostic, Report } from './diagnostic.ts';
import { isSame } from './same.ts';

export interface Memory {
  /** What was made under `key` before, else what `make` gives now. A key names the maker and all that it makes its result from. */
  recall<T>(key: string, make: () => T): T;
}

/** Remembers nothing: the same bytes, made afresh. */
export const FORGETFUL: Memory = { recall: (_, make) => make() };

export interface LastingMemory extends Memory {
  /** Ends a round: what was not asked for since the one before last is forgotten. */
  turn(): void;
}

/** A memory of the last two rounds, so that a file which is broken for one save is at hand again after it. */
export function openMemory(): LastingMemory {
  let [now, before] = [new Map<string, unknown>(), new Map<string, unknown>()];
  return {
    recall<T>(key: string, make: () => T): T {
      if (!now.has(key)) now.set(key, before.has(key) ? before.get(key) : make());
      return now.get(key) as T;
    },
    turn() {
      [now, before] = [new Map(), now];
    },
  };
}

/** As `recall`, for what reports while it is made: the same is reported again. */
export function recallWithReports<T>(memory: Memory, key: string, report: Report, make: (report: Report) => T): T {
  const { value, found } = memory.recall(key, () => {
    const found: Diagnostic[] = [];
    return { value: make(diagnostic => void found.push(diagnostic)), found };
  });
  found.forEach(report);
  return value;
}

/** What was last given under `key` where `value` is the same, deeply; else `value`. What is made from it can then be told by identity. */
export function settle<T>(memory: Memory, key: string, value: T): T {
  const kept = memory.recall(key, () => ({ value }));
  if (!isSame(kept.value, value)) kept.value = value;
  return kept.value;
}

interface Kept<T> {
  from: readonly unknown[];
  made: { readonly value: T; readonly found: readonly Diagnostic[] } | null;
}

/** What was last made under `key`, with its reports, while all that it is made from is identical; else what `make` gives now. */
export function remake<T>(
  memory: Memory,
  key: string,
  from: readonly unknown[],
  report: Report,
  make: (report: Report) => T,
): T {
  const kept = memory.recall<Kept<T>>(key, () => ({ from, made: null }));
  if (
    kept.made === null ||
    kept.from.length !== from.length ||
    kept.from.some((one, at) => !Object.is(one, from[at]))
  ) {
    const found: Diagnostic[] = [];
    kept.from = from;
    kept.made = { value: make(diagnostic => void found.push(diagnostic)), found };
  }
  kept.made.found.forEach(report);
  return kept.made.value;
}
