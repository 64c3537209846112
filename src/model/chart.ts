/** A chart before it has a place: categories, series and points that know their facts. */
import type { ColourToken } from './brand.ts';
import type { Origin } from './origin.ts';
import type { FactUse } from './use.ts';

export const CHART_TYPES = ['bar', 'column'] as const;
/** One file in `charts/` each. `bar` lies (ranked categories), `column` stands (time runs left to right). */
export type ChartType = (typeof CHART_TYPES)[number];

export interface Category {
  readonly label: string;
  /** Drawn hatched, with its suffix F. */
  readonly forecast: boolean;
  /** The sum of what stands before it, not one more step; the points between carry their signs. */
  readonly total: boolean;
  readonly origin: Origin;
}

export interface ChartPoint {
  /** Null is a gap, never zero. Finite otherwise. */
  readonly value: number | null;
  /** The data label, formatted for the language; empty for none. */
  readonly label: string;
  readonly fact: FactUse | null;
  /** The facts that it is the sum of, where it is no fact of its own. */
  readonly parts: readonly FactUse[];
  /** `on`: the highlight; `off`: grey beside it; null: the series' own colour. */
  readonly emphasis: 'on' | 'off' | null;
  readonly origin: Origin;
}

export interface Series {
  readonly name: string;
  /** One point for each category, in the order of the categories. */
  readonly points: readonly ChartPoint[];
  /** Null for the brand's next series colour. */
  readonly colour: ColourToken | null;
}

/** A line across the plot at a value: a limit, a target, an average. */
export interface ReferenceLine {
  readonly value: number;
  readonly label: string;
  readonly fact: FactUse | null;
  readonly origin: Origin;
}

export interface Chart {
  readonly type: ChartType;
  /** Sorted as asked: what stands first in a bar chart is on top. */
  readonly categories: readonly Category[];
  readonly series: readonly Series[];
  readonly stacking: 'none' | 'stacked' | 'percent';
  readonly reference: ReferenceLine | null;
  /** Excel number format of the values, such as `#,##0.0`. */
  readonly numberFormat: string;
  /** The word of the common unit, for alternative text and axis; empty for none. */
  readonly unit: string;
  /** Written from the data: at most 150 characters. */
  readonly alt: string;
}
