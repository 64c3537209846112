/** Periods on an axis: how many are missing between two that stand side by side. */

/** More categories than this between two moments are no gap but another scale. */
const MOST_MISSING = 60;

/** One a period: how many of its kind lie between it and the next. All nothing where they are not of one kind and in order of time. */
export function missingBetween(periods: readonly (string | null)[]): readonly number[] {
  const read = periods.map(period => (period === null ? null : numberOf(period)));
  const none = periods.map(() => 0);
  if (read.length < 2 || read.some(one => one === null || one.kind !== read[0]!.kind)) return none;
  const numbers = read.map(one => one!.number);
  const missing = numbers.map((number, at) => (numbers[at + 1] ?? number + 1) - number - 1);
  return missing.some(count => count < 0 || count > MOST_MISSING) ? none : missing;
}

/** `2024`, `2031F`, `2024-Q2`, `2024-H1` or `2024-05`, counted through the years: the key of a member, or the label beside it. */
function numberOf(words: string): { readonly kind: string; readonly number: number } | null {
  const [, year, kind = 'Y', part] = /(?<!\S)(\d{4})(?:-(Q|H|(?=\d\d))(\d{1,2}))?F?(?!\S)/.exec(words) ?? [];
  if (year === undefined) return null;
  const parts = { Y: 1, H: 2, Q: 4, '': 12 }[kind]!;
  const number = Number(part ?? 1);
  return number < 1 || number > parts ? null : { kind, number: Number(year) * parts + number - 1 };
}
