/** Line chart: many periods, time from left to right; gaps stay gaps, forecasts are dashed, names stand where the lines end. */
import type { Chart } from '../model/chart.ts';
import type { ChartItem, DataLabel, ValueAxis } from '../model/scene.ts';
import { bottom, hundredths, type Points, type Rect } from '../model/units.ts';
import { axisOf, tickFormat } from './axis.ts';
import { baseLine, CATEGORY_GAP, CATEGORY_LINES, type CategoryNames, categoryNames, drawNames } from './categories.ts';
import { gridlines, ticksWidth, yTitle, yTitleHeight } from './grid.ts';
import type { ChartContext, ChartKind, Drawn } from './kind.ts';
import {
  drawLine,
  endsOf,
  endsWidth,
  keyOf,
  labelAbove,
  labelTable,
  lineWidth,
  placeEnds,
  telling,
  verticesOf,
} from './lines.ts';
import { CATEGORY_AXIS, categoryAxis, columnsOf, type NativePlot, seriesOf, VALUE_AXIS, valueAxis } from './native.ts';
import { referenceAcross } from './reference.ts';
import { wordsHeight } from './words.ts';

export const line: ChartKind = {
  type: 'line',
  draw,
  native: (item, brand) => ({
    columns: columnsOf(item.chart),
    plots: [linePlot(item, brand)],
    axes: [
      categoryAxis(),
      valueAxis(item, { numberFormat: tickFormat(item.chart.numberFormat, item.axis), meets: 'min' }),
    ],
    blanks: 'gap',
  }),
};

/** All series of a chart as lines. */
export const linePlot = (
  item: ChartItem,
  brand: ChartContext['brand'],
  drawn: readonly number[] = item.chart.series.map((_, index) => index),
  axes: readonly number[] = [CATEGORY_AXIS, VALUE_AXIS],
): NativePlot => ({
  element: 'lineChart',
  before: [
    ['grouping', 'standard'],
    ['varyColors', 0],
  ],
  series: drawn.map(index => seriesOf(item, index, brand, { mark: 'line', width: lineWidth(item.chart, index) })),
  after: [['marker', 1]],
  axes,
});

const LOWEST_PLOT = 60;
/** Names at the ends may take this share of the frame. */
const ENDS_SHARE = 0.4;

function draw(chart: Chart, frame: Rect, context: ChartContext): Drawn {
  const axis = axisOf(chart);
  const { plot, foot, band, names, ends } = plotOf(chart, frame, axis, context);
  const xOf = (category: number) => plot.x + (category + 0.5) * band;
  const lines = chart.series.map((_, series) => verticesOf(chart, series, xOf, axis, plot));
  const placed = placeEnds(endsOf(chart, lines, 'right'), 'right', plot, context);
  const above = chart.gridlines
    ? []
    : lines.flatMap((vertices, series) => telling(vertices).map(vertex => ({ series, vertex })));
  const labels = new Map<string, DataLabel>([
    ...above.map(({ series, vertex }): [string, DataLabel] => [keyOf(series, vertex.category), ABOVE]),
    ...placed.labels,
  ]);
  const height = wordsHeight(1, 'value', context.sizes.value, context);
  const lacks = [
    names.height > CATEGORY_LINES * names.line ? names.line : 0,
    LOWEST_PLOT - plot.height,
    ends - frame.width * ENDS_SHARE,
    placed.labels.size * height - frame.height,
  ];
  return {
    plot,
    axis,
    categoryStep: names.step,
    labels: labelTable(chart, labels),
    lacks,
    overlay: placed.leaders,
    drawing: [
      ...yTitle(chart, frame, context),
      ...gridlines(chart, axis, plot, context),
      baseLine(plot, axis, Math.max(0, axis.minimum)),
      ...lines.flatMap((vertices, series) => drawLine(chart, series, vertices, false, context.brand)),
      ...above.map(({ series, vertex }) => labelAbove(series, vertex, context)),
      ...placed.items,
      ...drawNames(chart, names, { x: plot.x, y: foot, band }, context),
      ...referenceAcross(chart, axis, plot, context),
    ],
  };
}

const ABOVE: DataLabel = { place: 'above', name: null, value: true, moved: { x: 0, y: 0 } };

interface Plot {
  readonly plot: Rect;
  readonly foot: Points;
  readonly band: Points;
  readonly names: CategoryNames;
  readonly ends: Points;
}

/** Between the numbers of the axis and the names at the ends; half a band lies between the last point and the plot's edge. */
function plotOf(chart: Chart, frame: Rect, axis: ValueAxis, context: ChartContext): Plot {
  const left = ticksWidth(chart, axis, context);
  const ends = endsWidth(chart, 'right', context);
  const count = Math.max(1, chart.categories.length);
  const width = Math.max(1, (frame.width - left - ends) / (1 - 0.5 / count));
  const inner = Math.min(width, frame.width - left);
  const band = inner / count;
  const names = categoryNames(chart, band, context, true);
  const value = wordsHeight(1, 'value', context.sizes.value, context);
  const top = yTitleHeight(chart, context) + (chart.gridlines ? value / 2 : value + 6);
  const foot = bottom(frame) - names.height;
  const end = foot - CATEGORY_GAP;
  const plot = {
    x: hundredths(frame.x + left),
    y: hundredths(frame.y + top),
    width: hundredths(inner),
    height: hundredths(Math.max(1, end - frame.y - top)),
  };
  return { plot, foot: hundredths(foot), band, names, ends };
}
