/** Column chart: a quantity over few periods, time from left to right, values on top, forecasts hatched. */
import type { Chart } from '../model/chart.ts';
import type { Item } from '../model/scene.ts';
import { bottom, type Points, type Rect, right } from '../model/units.ts';
import { axisOf, shareOf } from './axis.ts';
import type { ChartContext, ChartDrawing, ChartKind } from './kind.ts';
import { type Mark, marksOf } from './marks.ts';
import { referenceLine } from './reference.ts';
import { BARE, namesHeight, seriesNames } from './series.ts';
import { drawMarks, fitsInside, labelledIn, type PlacedMark } from './values.ts';
import { cutWidth, layWords, round, wordsHeight, wordsWidth, wrapWords } from './words.ts';

export const column: ChartKind = {
  type: 'column',
  native: {
    element: 'barChart',
    direction: 'col',
    categoryAxis: { position: 'b', reversed: false },
    valueAxis: { position: 'l' },
    labelPosition: { none: 'outEnd', stacked: 'ctr', percent: 'ctr' },
  },
  draw,
};

/** Gaps are half as wide as columns, wider where a few columns would turn into walls. */
const GAP_WIDTH = 50;
const WIDEST = 110;
const WIDEST_GAP = 300;
const CATEGORY_LINES = 2;
/** Between a column and its value, and between the base line and the categories. */
const VALUE_GAP = 3;
const CATEGORY_GAP = 5;
/** Least space between two neighbouring labels. */
const APART = 4;
const LOWEST_PLOT = 60;

function draw(chart: Chart, frame: Rect, context: ChartContext): ChartDrawing {
  const axis = axisOf(chart);
  const band = frame.width / Math.max(1, chart.categories.length);
  const gapWidth = gapFor(chart, band);
  const names = categoryNames(chart, band, context);
  const { plot, foot } = plotOf(chart, frame, names, context);
  const rects = marksOf(chart, gapWidth).map(mark => ({ ...mark, rect: columnRect(mark, plot, band, axis) }));
  const shown = shownValues(rects, chart, context);
  const marks = rects.map(mark => ({ ...mark, label: shown(mark) ? labelOf(mark, chart, context) : null }));
  const excess = [
    names.widestWord - (band - APART),
    names.height > CATEGORY_LINES * names.line ? names.line : 0,
    LOWEST_PLOT - plot.height,
  ];
  return {
    plot,
    axis,
    gapWidth,
    sizes: context.sizes,
    labelled: labelledIn(chart, marks),
    excess: round(Math.max(0, ...excess)),
    drawing: [
      ...seriesNames(chart, frame, context),
      ...drawMarks(chart, marks, 'column', context),
      baseLine(plot, axis),
      ...drawNames(chart, names, { ...plot, y: foot, height: names.height }, context),
      ...drawReference(chart, axis, plot, context),
    ],
  };
}

/** `c:gapWidth` that keeps columns from growing wider than `WIDEST`. */
function gapFor(chart: Chart, band: Points): number {
  const abreast = chart.stacking === 'none' ? Math.max(1, chart.series.length) : 1;
  return Math.round(Math.min(WIDEST_GAP, Math.max(GAP_WIDTH, (band / WIDEST - abreast) * 100)));
}

interface CategoryNames {
  readonly lines: readonly (readonly string[])[];
  /** Of one line, and of the name with the most. */
  readonly line: Points;
  readonly height: Points;
  readonly widestWord: Points;
}

function categoryNames(chart: Chart, band: Points, context: ChartContext): CategoryNames {
  const size = context.sizes.label;
  const wrap = (width: Points) => chart.categories.map(({ label }) => wrapWords(label, width, 'axis', size, context));
  const lines = wrap(band - APART);
  const line = wordsHeight(1, 'axis', size, context);
  const words = wrap(0).flat();
  return {
    lines,
    line,
    height: line * Math.max(1, ...lines.map(({ length }) => length)),
    widestWord: Math.max(0, ...words.map(word => wordsWidth(word, 'axis', size, context))),
  };
}

/** Room above for values, below for the categories, and for the values of negative columns between. */
function plotOf(chart: Chart, frame: Rect, names: CategoryNames, context: ChartContext) {
  const value =
    chart.stacking === 'none' ? wordsHeight(1, 'value', context.sizes.value, context) + VALUE_GAP : VALUE_GAP;
  const isNegative = chart.series.some(series => series.points.some(point => (point.value ?? 0) < 0));
  const top = namesHeight(chart, context) + value;
  const foot = bottom(frame) - names.height;
  const end = foot - CATEGORY_GAP - (isNegative ? value : 0);
  const plot: Rect = { ...frame, y: round(frame.y + top), height: round(Math.max(1, end - frame.y - top)) };
  return { plot, foot: round(foot) };
}

type Column = Omit<PlacedMark, 'label'>;

function columnRect(mark: Mark, plot: Rect, band: Points, axis: ChartDrawing['axis']): Rect {
  const [from, to] = [shareOf(mark.from, axis), shareOf(mark.to, axis)];
  return {
    x: round(plot.x + (mark.category + mark.start) * band),
    y: round(plot.y + (1 - Math.max(from, to)) * plot.height),
    width: round(mark.thickness * band),
    height: round(Math.abs(to - from) * plot.height),
  };
}

/** All values where they fit side by side; else the first, the last, the largest and the smallest of each series. */
function shownValues(columns: readonly Column[], chart: Chart, context: ChartContext): (column: Column) => boolean {
  const size = context.sizes.value;
  if (chart.stacking !== 'none') return column => fitsInside(column, column.rect, size, context);
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
  return { frame: { x: round(rect.x + (rect.width - width) / 2), y: round(y), width, height }, align: 'centre' };
}

function drawNames(chart: Chart, names: CategoryNames, row: Rect, context: ChartContext): readonly Item[] {
  const width = row.width / Math.max(1, chart.categories.length);
  const look = { role: 'axis', size: context.sizes.label, colour: 'ink', align: 'centre', anchor: 'top' } as const;
  return chart.categories.map(({ origin }, index) =>
    layWords(
      { ...look, name: `category ${index + 1}`, lines: names.lines[index]!, fact: null, origin, ground: 'paper' },
      { ...row, x: round(row.x + index * width), width: round(width) },
      context,
    ),
  );
}

function baseLine(plot: Rect, axis: ChartDrawing['axis']): Item {
  const y = round(plot.y + (1 - shareOf(0, axis)) * plot.height);
  return {
    ...BARE,
    kind: 'connector',
    name: 'base line',
    frame: { x: plot.x, y, width: plot.width, height: 0 },
    from: { x: plot.x, y, item: null },
    to: { x: round(right(plot)), y, item: null },
    stroke: { colour: 'mark', width: 1, dash: 'solid' },
    arrow: 'none',
  };
}

/** Lies across the columns, its words above its right end. */
function drawReference(chart: Chart, axis: ChartDrawing['axis'], plot: Rect, context: ChartContext): readonly Item[] {
  if (chart.reference === null) return [];
  const size = context.sizes.label;
  const y = round(plot.y + (1 - shareOf(chart.reference.value, axis)) * plot.height);
  const end = round(right(plot));
  const height = wordsHeight(1, 'axis', size, context);
  const width = cutWidth(chart.reference.label, 'axis', size, context);
  const words = { x: round(end - width), y: round(y - height - 1), width, height };
  return referenceLine(chart, { x: plot.x, y }, { x: end, y }, words, 'right', context);
}
