/** A scale of whole years: where a day stands on it, and how many columns it is divided into. */
import type { Points } from '../model/units.ts';
import { dayNumber } from './days.ts';

export interface Years {
  readonly first: number;
  readonly last: number;
}

/** More years than this are no longer told apart at the width of a page. */
export const MOST_YEARS = 40;
/** Fewer columns than this say too little of when in a year something happens. */
const FEWEST_COLUMNS = 10;

/** Halves, quarters or months, until there are ten columns: never more than forty. */
export const columnsPerYear = ({ first, last }: Years): number =>
  [1, 2, 4].find(columns => (last - first + 1) * columns >= FEWEST_COLUMNS) ?? 12;

/** The position of a day, or of the day before which it ends; what lies outside stands at the edge. */
export function positionOn({ first, last }: Years, from: Points, width: Points): (day: number) => Points {
  const [start, end] = [dayNumber(first, 1, 1), dayNumber(last + 1, 1, 1)];
  return day => from + width * Math.min(1, Math.max(0, (day - start) / (end - start)));
}

/** The day on which a column of a year begins. */
export const columnStart = (year: number, column: number, columns: number): number =>
  dayNumber(year, 1 + (column * 12) / columns, 1);
