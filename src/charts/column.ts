/** Column chart: a quantity over few periods, time from left to right, values on top, forecasts hatched. */
import type { Chart } from '../model/chart.ts';
import type { ValueAxis } from '../model/scene.ts';
import { bottom, hundredths, type Points, type Rect } from '../model/units.ts';
import { axisOf, shareOf, withRoom } from './axis.ts';
import {
  APART,
  baseLine,
  CATEGORY_GAP,
  CATEGORY_LINES,
  type CategoryNames,
  categoryNames,
  drawNames,
} from './categories.ts';
import { gapWidthOf } from './gaps.ts';
import type { ChartContext, ChartKind, Drawn } from './kind.ts';
import { type Mark, marksOf } from './marks.ts';
import { barPlot, categoryAxis, valueAxis } from './native.ts';
import { referenceAcross } from './reference.ts';
import { namesHeight, seriesNames } from './series.ts';
import { besideWidth, drawSums, namesBeside, stackColumns, sumSeries } from './stacks.ts';
import { drawMarks, fitsInside, labelsOf, type PlacedMark } from './values.ts';
import { cutWidth, wordsHeight, wordsWidth } from './words.ts';

export const column: ChartKind = {
  type: 'column',
  draw,
  native: (item, brand) => ({
    columns: stackColumns(item.chart),
    plots: [barPlot(item, brand, 'col', sumSeries(item, brand))],
    blanks: 'gap',
    axes: [categoryAxis(), valueAxis(item)],
  }),
};

const WIDEST = 110;
/** Between a column and its value. */
const VALUE_GAP = 3;
const LOWEST_PLOT = 60;
/** Names beside the last column take at most this share of the frame; they are given room in steps. */
const NAMES_SHARE = 0.25;
const NAMES_STEP = 2;

function draw(chart: Chart, frame: Rect, context: ChartContext): Drawn {
  const axis = axisOf(chart);
  const { width, isBeside } = widthOf(chart, frame, context);
  const band = width / Math.max(1, chart.categories.length);
  const gapWidth = gapWidthOf(chart, band, WIDEST);
  const names = categoryNames(chart, band, context);
  const { plot, foot, room } = plotOf(chart, { ...frame, width }, names, isBeside, context);
  const rects = marksOf(chart, gapWidth).map(mark => ({ rect: columnRect(mark, plot, band, axis), ...mark }));
  const shown = shownValues(rects, chart, context);
  const marks = rects.map(mark => ({ label: shown(mark) ? labelOf(mark, chart, context) : null, ...mark }));
  const beside = isBeside ? namesBeside(chart, marks, plot, context) : null;
  const lacks = [
    names.widestWord - (band - APART),
    names.height > CATEGORY_LINES * names.line ? names.line : 0,
    LOWEST_PLOT - plot.height,
  ];
  return {
    ...withRoom({ plot, axis }, room, 'foot', chart),
    gapWidth,
    overlay: (beside ?? []).map(({ name }) => name),
    labels: labelsOf(chart, marks),
    lacks,
    drawing: [
      ...(beside ?? seriesNames(chart, frame, context)),
      ...drawMarks(chart, marks, 'column', context),
      ...drawSums(chart, marks, 'above', context),
      baseLine(plot, axis),
      ...drawNames(chart, names, { x: plot.x, y: foot, band }, context),
      ...referenceAcross(chart, axis, plot, context),
    ],
  };
}

/** The plot's width: the names of a stack's parts stand beside its last column, where that has all parts and they leave room. */
function widthOf(chart: Chart, frame: Rect, context: ChartContext) {
  const last = chart.series.map(({ points }) => points.at(-1)?.value ?? null);
  const needed = besideWidth(chart, context);
  const isBeside =
    chart.stacking !== 'none' && last.length > 1 && !last.includes(null) && needed <= frame.width * NAMES_SHARE;
  if (!isBeside) return { width: frame.width, isBeside };
  const free = (width: Points) => {
    const band = width / chart.categories.length;
    return (band - band / (1 + gapWidthOf(chart, band, WIDEST) / 100)) / 2;
  };
  let width = frame.width;
  while (frame.width - width + free(width) < needed) width -= NAMES_STEP;
  return { width: hundredths(width), isBeside };
}

/** Room above for values, below for the categories, and for the values of negative columns between. */
function plotOf(chart: Chart, frame: Rect, names: CategoryNames, isBeside: boolean, context: ChartContext) {
  const value =
    chart.stacking === 'none' || chart.sums.length > 0
      ? wordsHeight(1, 'value', context.sizes.value, context) + VALUE_GAP
      : VALUE_GAP;
  const isNegative = chart.series.some(series => series.points.some(point => (point.value ?? 0) < 0));
  const top = (isBeside ? 0 : namesHeight(chart, context)) + value;
  const foot = bottom(frame) - names.height;
  const room = isNegative && chart.stacking === 'none' ? value : 0;
  const end = foot - CATEGORY_GAP - room;
  const plot: Rect = { ...frame, y: hundredths(frame.y + top), height: hundredths(Math.max(1, end - frame.y - top)) };
  return { plot, foot: hundredths(foot), room };
}

type Column = Omit<PlacedMark, 'label'>;

function columnRect(mark: Mark, plot: Rect, band: Points, axis: ValueAxis): Rect {
  const [from, to] = [shareOf(mark.from, axis), shareOf(mark.to, axis)];
  return {
    x: hundredths(plot.x + (mark.category + mark.start) * band),
    y: hundredths(plot.y + (1 - Math.max(from, to)) * plot.height),
    width: hundredths(mark.thickness * band),
    height: hundredths(Math.abs(to - from) * plot.height),
  };
}

/** All values where they fit side by side; else the first, the last, the largest and the smallest of each series. */
function shownValues(columns: readonly Column[], chart: Chart, context: ChartContext): (column: Column) => boolean {
  const size = context.sizes.value;
  if (chart.stacking !== 'none')
    return column => !isWhole(column, chart, columns) && fitsInside(column, column.rect, size, context);
  const ends = columns
    .map(({ rect, point }) => ({
      centre: rect.x + rect.width / 2,
      half: wordsWidth(point.label, 'value', size, context) / 2,
    }))
    .sort((a, b) => a.centre - b.centre);
  const isCrowded = ends.some((one, at) => {
    const next = ends[at + 1];
    return next !== undefined && next.centre - one.centre < one.half + next.half + APART;
  });
  return isCrowded ? column => isTelling(column, columns) : () => true;
}

/** Whether a part is all of its stack, whose sum says so above it. */
const isWhole = ({ category }: Column, { sums }: Chart, columns: readonly Column[]): boolean =>
  (sums[category] ?? null) !== null && columns.filter(column => column.category === category).length === 1;

function isTelling(column: Column, columns: readonly Column[]): boolean {
  const own = columns.filter(({ series }) => series === column.series);
  const values = own.map(({ value }) => value);
  const largest = own[values.indexOf(Math.max(...values))];
  const smallest = own[values.indexOf(Math.min(...values))];
  return [own[0], own.at(-1), largest, smallest].includes(column);
}

function labelOf({ point, rect, value }: Column, chart: Chart, context: ChartContext): PlacedMark['label'] {
  const size = context.sizes.value;
  if (point.label === '') return null;
  if (chart.stacking !== 'none') return { frame: rect, align: 'centre' };
  const width = cutWidth(point.label, 'value', size, context);
  const height = wordsHeight(1, 'value', size, context);
  const y = value < 0 ? bottom(rect) + VALUE_GAP : rect.y - VALUE_GAP - height;
  return {
    frame: { x: hundredths(rect.x + (rect.width - width) / 2), y: hundredths(y), width, height },
    align: 'centre',
  };
}
