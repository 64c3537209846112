/** Bar chart: ranked categories, names at the left, values at the ends of the bars, no axis and no gridlines. */
import type { Chart } from '../model/chart.ts';
import type { Item, ValueAxis } from '../model/scene.ts';
import { bottom, hundredths, inches, type Points, type Rect, right } from '../model/units.ts';
import { axisOf, shareOf, withRoom } from './axis.ts';
import { abreast, GAP_WIDTH, gapWidthOf } from './gaps.ts';
import type { ChartContext, ChartKind, Drawn } from './kind.ts';
import { type Mark, marksOf } from './marks.ts';
import { barPlot, categoryAxis, valueAxis } from './native.ts';
import { referenceLine } from './reference.ts';
import { namesHeight, seriesNames } from './series.ts';
import { drawSums, namesAbove, stackColumns, sumSeries, sumsWidth, valuesBelow } from './stacks.ts';
import { drawMarks, fitsInside, labelsOf, type PlacedMark } from './values.ts';
import { cutWidth, layWords, wordsHeight, wordsWidth, wrapWords } from './words.ts';

export const bar: ChartKind = {
  type: 'bar',
  draw,
  native: (item, brand) => ({
    columns: stackColumns(item.chart),
    plots: [barPlot(item, brand, 'bar', sumSeries(item, brand))],
    blanks: 'gap',
    axes: [categoryAxis({ position: 'l', reversed: true, line: null }), valueAxis(item, { position: 'b' })],
  }),
};

/** Bars are never thicker than this: where there is more room the gaps grow. One whole alone is the figure of its slide. */
const WIDEST_GAP = 110;
const THICKEST = { bar: inches(0.6), stack: inches(0.9), whole: inches(2.4) } as const;
const THINNEST = inches(0.16);
/** Names take at most this share of the frame and this many lines. */
const NAMES_SHARE = 0.32;
const NAME_LINES = 2;
/** Between a name and its bar, and between a bar and its value. */
const NAME_GAP = 8;
const VALUE_GAP = 5;

function draw(chart: Chart, frame: Rect, context: ChartContext): Drawn {
  const axis = axisOf(chart);
  const names = nameColumn(chart, frame, context);
  const ends = endWidths(chart, context);
  const plot = plotOf(chart, frame, names.width, ends, context);
  const band = plot.height / Math.max(1, chart.categories.length);
  const gapWidth = gapWidthOf(chart, band, thickest(chart), WIDEST_GAP);
  const placed = marksOf(chart, gapWidth).map((mark): PlacedMark => {
    const rect = barRect(mark, plot, band, axis);
    return { rect, label: labelOf(mark, rect, chart, context), ...mark };
  });
  const isStack = chart.stacking !== 'none';
  const room = band - (placed[0]?.rect.height ?? 0);
  const { marks, leaders } = isStack ? valuesBelow(placed, room, plot, context) : { marks: placed, leaders: [] };
  const above = isStack ? namesAbove(chart, marks, frame, context) : null;
  const line = wordsHeight(1, 'axis', context.sizes.label, context);
  const tallest = Math.max(0, ...names.lines.map(({ length }) => length));
  const lacks = [
    tallest > NAME_LINES ? line : 0,
    tallest * line - band,
    THINNEST * (abreast(chart) + GAP_WIDTH / 100) - band,
    names.widestWord - names.width,
  ];
  return {
    ...withRoom({ plot, axis }, ends.left, 'left', chart),
    gapWidth,
    overlay: [...leaders, ...(above ?? [])].map(({ name }) => name),
    labels: labelsOf(chart, marks),
    lacks,
    drawing: [
      ...(above ?? seriesNames(chart, frame, context)),
      ...drawNames(chart, names, { ...plot, x: frame.x }, context),
      ...drawMarks(chart, marks, 'bar', context),
      ...leaders,
      ...drawSums(chart, marks, 'right', context),
      ...drawReference(chart, axis, plot, frame, context),
    ],
  };
}

const thickest = ({ stacking, categories }: Chart): Points =>
  THICKEST[stacking === 'none' ? 'bar' : categories.length === 1 ? 'whole' : 'stack'];

interface NameColumn {
  readonly width: Points;
  readonly lines: readonly (readonly string[])[];
  readonly widestWord: Points;
}

function nameColumn(chart: Chart, frame: Rect, context: ChartContext): NameColumn {
  const size = context.sizes.label;
  const widthOf = (text: string) => wordsWidth(text, 'axis', size, context);
  const labels = chart.categories.map(({ label }) => label);
  const width = Math.min(Math.max(0, ...labels.map(widthOf)) + 2, frame.width * NAMES_SHARE);
  const words = labels.flatMap(label => wrapWords(label, 0, 'axis', size, context));
  return {
    width,
    lines: labels.map(label => wrapWords(label, width, 'axis', size, context)),
    widestWord: Math.max(0, ...words.map(widthOf)),
  };
}

/** Between the names and the widest value; as high as there is room, but for bars that are thick enough: few stacks stand in the middle. */
function plotOf(chart: Chart, frame: Rect, names: Points, { left, right }: Ends, context: ChartContext): Rect {
  const top = namesHeight(chart, context);
  const foot = chart.reference === null ? 0 : wordsHeight(1, 'axis', context.sizes.label, context) + 4;
  const thick = chart.categories.length * thickest(chart) * (abreast(chart) + WIDEST_GAP / 100);
  const height = Math.max(1, Math.min(frame.height - top - foot, thick));
  const slack = chart.stacking === 'none' ? 0 : Math.max(0, frame.height - top - foot - height);
  return {
    x: hundredths(frame.x + names + NAME_GAP + left),
    y: hundredths(frame.y + top + slack / 2),
    width: hundredths(Math.max(1, frame.width - names - NAME_GAP - left - right)),
    height: hundredths(height),
  };
}

interface Ends {
  readonly left: Points;
  readonly right: Points;
}

/** Room that values need beyond the ends of the bars: left for negative ones, right for the others and for sums. */
function endWidths(chart: Chart, context: ChartContext): Ends {
  if (chart.stacking !== 'none') return { left: 0, right: sumsWidth(chart, context) };
  const widest = (isMeant: (value: number) => boolean): Points => {
    const points = chart.series.flatMap(series => series.points);
    const meant = points.filter(({ value, label }) => value !== null && label !== '' && isMeant(value));
    const widths = meant.map(({ label }) => VALUE_GAP + cutWidth(label, 'value', context.sizes.value, context));
    return Math.max(0, ...widths);
  };
  return { left: widest(value => value < 0), right: widest(value => value >= 0) };
}

function barRect(mark: Mark, plot: Rect, band: Points, axis: ValueAxis): Rect {
  const [from, to] = [shareOf(mark.from, axis), shareOf(mark.to, axis)];
  return {
    x: hundredths(plot.x + Math.min(from, to) * plot.width),
    y: hundredths(plot.y + (mark.category + mark.start) * band),
    width: hundredths(Math.abs(to - from) * plot.width),
    height: hundredths(mark.thickness * band),
  };
}

function labelOf(mark: Mark, rect: Rect, chart: Chart, context: ChartContext): PlacedMark['label'] {
  const { label } = mark.point;
  if (label === '') return null;
  if (chart.stacking !== 'none')
    return fitsInside(mark, rect, context.sizes.value, context) ? { frame: rect, align: 'centre' } : null;
  const width = cutWidth(label, 'value', context.sizes.value, context);
  if (mark.value < 0) return { frame: { ...rect, x: hundredths(rect.x - VALUE_GAP - width), width }, align: 'right' };
  return { frame: { ...rect, x: hundredths(right(rect) + VALUE_GAP), width }, align: 'left' };
}

function drawNames(chart: Chart, names: NameColumn, column: Rect, context: ChartContext): readonly Item[] {
  const height = hundredths(column.height / Math.max(1, chart.categories.length));
  const look = { role: 'axis', size: context.sizes.label, colour: 'ink', align: 'right', anchor: 'middle' } as const;
  return chart.categories.map(({ origin }, index) =>
    layWords(
      { name: `category ${index + 1}`, lines: names.lines[index]!, fact: null, origin, ground: 'paper', ...look },
      { x: column.x, y: hundredths(column.y + index * height), width: hundredths(names.width), height },
      context,
    ),
  );
}

/** Stands across the bars, its words below it. */
function drawReference(chart: Chart, axis: ValueAxis, plot: Rect, frame: Rect, context: ChartContext): readonly Item[] {
  if (chart.reference === null) return [];
  const { label, value } = chart.reference;
  const x = hundredths(plot.x + shareOf(value, axis) * plot.width);
  const y = bottom(plot);
  const width = cutWidth(label, 'axis', context.sizes.label, context);
  const left = Math.min(Math.max(frame.x, x - width / 2), right(frame) - width);
  const height = wordsHeight(1, 'axis', context.sizes.label, context);
  const words = { x: hundredths(left), y: hundredths(y + 2), width, height };
  return referenceLine(chart, { x, y: plot.y }, { x, y }, words, 'centre', context);
}
