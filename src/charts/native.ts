/** A chart as DrawingML has it (ECMA-376 part 1, 21.2): plain data that `writers/pptx` turns into XML, whatever the type. */
import type { Brand, ColourToken } from '../model/brand.ts';
import type { Chart, ChartPoint } from '../model/chart.ts';
import type { ChartItem, DataLabel, ValueAxis } from '../model/scene.ts';
import type { Points } from '../model/units.ts';
import { emphasised, inkOn, isHighlight, seriesColour } from './marks.ts';

export interface NativeForm {
  /** Of the workbook, behind the column of categories. */
  readonly columns: readonly NativeColumn[];
  readonly plots: readonly NativePlot[];
  /** In the order in which the plots name them; none for a ring. */
  readonly axes: readonly NativeAxis[];
  /** What a line does where a value is missing. */
  readonly blanks: 'gap' | 'span';
}

export interface NativeColumn {
  readonly head: string;
  /** One a category; null is an empty cell. */
  readonly values: readonly (number | null)[];
  readonly numberFormat: string;
}

/** An element and its `val`. */
export type Setting = readonly [element: string, value: string | number];

export interface NativePlot {
  readonly element: 'barChart' | 'lineChart' | 'areaChart' | 'scatterChart' | 'bubbleChart' | 'doughnutChart';
  /** What the element holds before and behind its series, in the order of the schema. */
  readonly before: readonly Setting[];
  readonly after: readonly Setting[];
  readonly series: readonly NativeSeries[];
  /** Ids of its axes. */
  readonly axes: readonly number[];
}

export interface NativeSeries {
  /** Where it stands in the workbook: columns from 0. */
  readonly values: number;
  readonly x: number | null;
  readonly size: number | null;
  /** `none` is there to be stood on and is not seen. */
  readonly mark: 'fill' | 'line' | 'marker' | 'none';
  readonly colour: ColourToken;
  /** Of a line; and the diameter of its markers. */
  readonly width: Points;
  readonly marker: Points;
  /** Whether its points are edged in the colour of the ground, so that neighbours of one colour stay apart. */
  readonly parted: boolean;
  /** One a category. */
  readonly points: readonly NativePoint[];
}

export interface NativePoint {
  readonly colour: ColourToken;
  /** Hatched where it is filled, dashed and hollow where it is a line. */
  readonly forecast: boolean;
  /** Whether it is what proves the message: a hatched mark has a heavier edge. */
  readonly highlight?: boolean;
  /** Whether the line runs up to it from over a gap in the data: dashed. */
  readonly bridges?: boolean;
  readonly label: NativeLabel | null;
}

export interface NativeLabel {
  readonly words: string;
  readonly name: DataLabel['name'];
  /** Whether the value is printed. */
  readonly value: boolean;
  /** `c:dLblPos`; null where the type allows none. PowerPoint repairs a deck with one that its type does not allow. */
  readonly position: string | null;
  readonly ink: ColourToken;
  /** Whether it stands on a plate of the ground: words on a hatching cannot be read. */
  readonly plate: boolean;
  /** Points to the right and down. */
  readonly moved: DataLabel['moved'];
}

export interface NativeAxis {
  readonly id: number;
  readonly crosses: number;
  readonly kind: 'category' | 'value';
  readonly position: 'l' | 'r' | 'b' | 't';
  /** Whether it is there, and whether it has numbers or names: LibreOffice loses what stands on an axis that is not there. */
  readonly shown: boolean;
  readonly labels: boolean;
  readonly reversed: boolean;
  /** Of its line; null for none. */
  readonly line: ColourToken | null;
  readonly gridlines: boolean;
  /** Of an axis of values. */
  readonly bounds: ValueAxis | null;
  readonly numberFormat: string;
  /** Whether marks stand between the ticks of the categories, or on them. */
  readonly between: boolean;
  /** Where the other axis meets it: at its zero, its least or its greatest value. */
  readonly meets: 'autoZero' | 'min' | 'max';
  /** Name of the drawing's text that is its title; null for none. */
  readonly title: string | null;
}

/** Axes are numbered within their chart. */
export const CATEGORY_AXIS = 1;
export const VALUE_AXIS = 2;

/** Legal positions by what draws the series (`c:dLblPos`); areas and rings have none. */
const POSITIONS: Readonly<Record<DataLabel['place'], string>> = {
  end: 'outEnd',
  inside: 'ctr',
  above: 't',
  below: 'b',
  left: 'l',
  right: 'r',
};

/** One column a series, headed by its name, or by the unit where a single series has none. */
export const columnsOf = (chart: Chart): readonly NativeColumn[] =>
  chart.series.map((series, index) => ({
    head: series.name.trim() || (chart.series.length === 1 && chart.unit) || `Series ${index + 1}`,
    values: chart.categories.map((_, at) => series.points[at]?.value ?? null),
    numberFormat: series.numberFormat,
  }));

/** A series of the chart with its colours, its forecasts and its labels. */
export function seriesOf(
  item: ChartItem,
  index: number,
  brand: Brand,
  more: Partial<Omit<NativeSeries, 'points'>> & { readonly placed?: boolean } = {},
): NativeSeries {
  const { placed = true, ...rest } = more;
  const { chart, labels } = item;
  const colour = seriesColour(chart, index, brand);
  return {
    values: index,
    x: null,
    size: null,
    mark: 'fill',
    width: 0,
    marker: 7,
    parted: false,
    colour,
    points: chart.series[index]!.points.map((point, at) => {
      const fill = emphasised(point, colour, brand);
      const label = labels[index]?.[at] ?? null;
      const forecast = chart.categories[at]?.forecast === true;
      return {
        colour: fill,
        forecast,
        highlight: isHighlight(point, chart, index),
        label: label === null ? null : nativeLabel(label, point, fill, brand, { placed, forecast }),
      };
    }),
    ...rest,
  };
}

export const nativeLabel = (
  { place, name, value, moved }: DataLabel,
  { label }: Pick<ChartPoint, 'label'>,
  fill: ColourToken,
  brand: Brand,
  { placed = true, forecast = false }: { readonly placed?: boolean; readonly forecast?: boolean } = {},
): NativeLabel => {
  const isOnMark = place === 'inside' && moved.x === 0 && moved.y === 0;
  return {
    words: label,
    name,
    value,
    position: placed ? POSITIONS[place] : null,
    ink: isOnMark && !forecast ? inkOn(fill, brand) : brand.type.value.colour,
    plate: isOnMark && forecast,
    moved,
  };
};

/** The axis of categories: what differs from a row of names below the plot is named. */
export const categoryAxis = (more: Partial<NativeAxis> = {}): NativeAxis => ({
  id: CATEGORY_AXIS,
  crosses: VALUE_AXIS,
  kind: 'category',
  position: 'b',
  shown: true,
  labels: true,
  reversed: false,
  line: 'mark',
  gridlines: false,
  bounds: null,
  numberFormat: 'General',
  between: true,
  meets: 'autoZero',
  title: null,
  ...more,
});

/** The axis of values: not drawn where marks carry their values. Its bounds still rule where marks end. */
export const valueAxis = (item: ChartItem, more: Partial<NativeAxis> = {}): NativeAxis => ({
  id: VALUE_AXIS,
  crosses: CATEGORY_AXIS,
  kind: 'value',
  position: 'l',
  shown: item.chart.gridlines,
  labels: true,
  reversed: false,
  line: null,
  gridlines: item.chart.gridlines,
  bounds: item.axis,
  numberFormat: item.chart.numberFormat,
  between: true,
  meets: 'autoZero',
  title: item.chart.titles.y === null ? null : 'y title',
  ...more,
});

/** A stack or a cluster of bars. */
export function barPlot(
  item: ChartItem,
  brand: Brand,
  direction: 'bar' | 'col',
  more: readonly NativeSeries[] = [],
  series?: readonly number[],
): NativePlot {
  const { chart, gapWidth } = item;
  const drawn = series ?? chart.series.map((_, index) => index);
  return {
    element: 'barChart',
    before: [
      ['barDir', direction],
      ['grouping', { none: 'clustered', stacked: 'stacked', percent: 'percentStacked' }[chart.stacking]],
      ['varyColors', 0],
    ],
    series: [...drawn.map(index => seriesOf(item, index, brand, { parted: chart.stacking !== 'none' })), ...more],
    after: [
      ['gapWidth', Math.round(gapWidth)],
      ['overlap', chart.stacking === 'none' ? 0 : 100],
    ],
    axes: [CATEGORY_AXIS, VALUE_AXIS],
  };
}
