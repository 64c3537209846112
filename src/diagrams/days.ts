/** Periods on a scale of days. */

/** The middle of a period as days since 1970-01-01; null for what is no period. */
export function middleDay(typed: string): number | null {
  const days = daysOf(typed);
  return days === null ? null : (days[0] + days[1]) / 2;
}

/** The first day of a period, and the day after its last (a single day is itself twice); null for what is no period. */
export function daysOf(typed: string): readonly [first: number, end: number] | null {
  const [from = '', to = from] = typed.replace(/F$/, '').split('..');
  const [start, end] = [boundsOf(from), boundsOf(to)];
  return start === null || end === null ? null : [start[0], end[1]];
}

/** First day, and the day after the last. */
function boundsOf(period: string): readonly [number, number] | null {
  const match = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(\d\d)(?:-(\d\d))?))?$/.exec(period);
  if (match === null) return null;
  const [, year, quarter, half, month, day] = match.map(Number) as [number, number, number, number, number, number];
  if (quarter) return [dayNumber(year, 3 * quarter - 2, 1), dayNumber(year, 3 * quarter + 1, 1)];
  if (half) return [dayNumber(year, 6 * half - 5, 1), dayNumber(year, 6 * half + 1, 1)];
  if (day) return [dayNumber(year, month, day), dayNumber(year, month, day)];
  if (month) return [dayNumber(year, month, 1), dayNumber(year, month + 1, 1)];
  return [dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1)];
}

/** Days since 1970-01-01 in the Gregorian calendar, counted in years that begin in March; month 13 is the next January. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month + 9;
  const y = year - 1 + Math.floor(shifted / 12);
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  const months = Math.floor((153 * (shifted % 12) + 2) / 5);
  return 365 * y + leaps + months + day - 1 - 719468;
}
