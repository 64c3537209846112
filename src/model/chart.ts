/** A chart before it has a place: categories, series and points that know their facts. */
import type { ColourToken } from './brand.ts';
import type { Origin } from './origin.ts';
import type { FactUse } from './use.ts';

export const CHART_TYPES = [
  'bar',
  'column',
  'waterfall',
  'combination',
  'line',
  'slope',
  'area',
  'scatter',
  'bubble',
  'doughnut',
] as const;
/** One file in `charts/` each. `bar` lies (ranked categories), `column` stands (time runs left to right). */
export type ChartType = (typeof CHART_TYPES)[number];

export interface Category {
  readonly label: string;
  /** Drawn hatched, its label with the mark of a forecast. */
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
  /** Where it stands across, and how large it is: asked for by scatter and bubble charts, null elsewhere. */
  readonly x: Measure | null;
  readonly size: Measure | null;
  readonly origin: Origin;
}

/** A second or third number of a point. */
export interface Measure {
  readonly value: number;
  readonly label: string;
  readonly fact: FactUse | null;
}

export interface Series {
  readonly name: string;
  /** What draws it in a combination; everywhere else its chart does. */
  readonly mark: 'column' | 'line';
  /** Whether it is in another unit than the first series, and so stands on an axis of its own. */
  readonly second: boolean;
  /** Excel number format of its values. */
  readonly numberFormat: string;
  /** One point for each category, in the order of the categories. */
  readonly points: readonly ChartPoint[];
  /** `on`: the highlight; `off`: grey beside it; null: the series' own colour. */
  readonly emphasis: 'on' | 'off' | null;
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

/** What a chart says of itself, in the deck's language. */
export interface ChartPhrases {
  /** Under lines that stand on no zero. */
  readonly aboveZero: string;
  /** Heads of the columns that a waterfall stands on in its workbook. */
  readonly base: string;
  readonly increase: string;
  readonly decrease: string;
  readonly total: string;
  readonly change: string;
}

export interface Chart {
  readonly type: ChartType;
  /** Sorted as asked: what stands first in a bar chart is on top. */
  readonly categories: readonly Category[];
  readonly series: readonly Series[];
  readonly stacking: 'none' | 'stacked' | 'percent';
  /** The sum of each stack, printed at its end, one a category; empty where none is asked for. */
  readonly sums: readonly (ChartPoint | null)[];
  readonly reference: ReferenceLine | null;
  /** Of the value axis; null for what the data ask for. */
  readonly bounds: { readonly from: number | null; readonly to: number | null };
  /** Whether the value axis is drawn: hairlines with their values. */
  readonly gridlines: boolean;
  /** What the axes measure; null where the subhead says it. */
  readonly titles: { readonly x: string | null; readonly y: string | null };
  /** Excel number format of the values, such as `#,##0.0`. */
  readonly numberFormat: string;
  /** Those of the other numbers of points. */
  readonly formats: { readonly x: string; readonly size: string };
  /** The word of the common unit, for alternative text and axis; empty for none. */
  readonly unit: string;
  readonly phrases: ChartPhrases;
  /** Written from the data: at most 150 characters. */
  readonly alt: string;
}
