/** Dates and periods: a day, month, quarter, half-year, year or range of years, with F behind it for a forecast. */
import type { Period } from '../model/fact.ts';

const FORM =
  /^(?:(?<year>[0-9]{4})(?:-Q(?<quarter>[1-4])|-H(?<half>[12])|-(?<month>0[1-9]|1[0-2])(?:-(?<day>[0-3][0-9]))?)?|(?<from>[0-9]{4})\.\.(?<to>[0-9]{4}))(?<forecast>F)?$/;

/** A period as typed; null where it is none, or where the day or the order of years does not exist. */
export function parsePeriod(text: string): Period | null {
  const parts = FORM.exec(text)?.groups;
  if (parts === undefined) return null;
  const from = Number(parts.year ?? parts.from);
  const to = Number(parts.year ?? parts.to);
  if (to < from) return null;
  if (parts.day !== undefined && !dayExists(from, Number(parts.month), Number(parts.day))) return null;
  return { text: text.replace(/F$/, ''), forecast: parts.forecast !== undefined, from, to };
}

/** Whether the Gregorian calendar has the day. */
function dayExists(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= days[month - 1]!;
}
