/** The frame of a chart that is read off its axes: hairlines at round values, their numbers at the left, titles where they are asked for. */
import type { Chart } from '../model/chart.ts';
import { NOWHERE } from '../model/origin.ts';
import type { Connector, Item, Stroke, TextBlock, ValueAxis } from '../model/scene.ts';
import { hundredths, type Point, type Points, type Rect, right } from '../model/units.ts';
import { printed, shareOf, tickFormat, ticksOf } from './axis.ts';
import type { ChartContext } from './kind.ts';
import { BARE } from './series.ts';
import { cutWidth, layWords, wordsHeight, wordsWidth } from './words.ts';

/** Between the numbers of an axis and the plot. */
const TICK_GAP = 6;
const HAIRLINE: Stroke = { colour: 'hairline', width: 0.75, dash: 'solid' };

/** Width that the numbers of the value axis take at the left of the plot. */
export function ticksWidth(chart: Chart, axis: ValueAxis, context: ChartContext): Points {
  if (!chart.gridlines) return 0;
  const format = tickFormat(chart.numberFormat, axis, chart.stacking);
  const widths = ticksOf(axis).map(tick => wordsWidth(printed(tick, format), 'axis', context.sizes.label, context));
  return hundredths(Math.max(0, ...widths) + TICK_GAP);
}

/** A line at each step across the plot, and its number; nothing without gridlines. */
export function gridlines(chart: Chart, axis: ValueAxis, plot: Rect, context: ChartContext): readonly Item[] {
  if (!chart.gridlines) return [];
  const format = tickFormat(chart.numberFormat, axis, chart.stacking);
  const height = hundredths(wordsHeight(1, 'axis', context.sizes.label, context));
  return ticksOf(axis).flatMap((tick, at) => {
    const y = yOf(tick, axis, plot);
    const width = cutWidth(printed(tick, format), 'axis', context.sizes.label, context);
    const frame = { x: hundredths(plot.x - TICK_GAP - width), y: hundredths(y - height / 2), width, height };
    return [
      segment(`gridline ${at + 1}`, { x: plot.x, y }, { x: right(plot), y }, HAIRLINE),
      axisWords(`tick ${at + 1}`, printed(tick, format), frame, 'right', context),
    ];
  });
}

/** A value's height in the plot. */
export const yOf = (value: number, axis: ValueAxis, plot: Rect): Points =>
  hundredths(plot.y + (1 - shareOf(value, axis)) * plot.height);

/** A plain line of the drawing. */
export function segment(name: string, from: Point, to: Point, stroke: Stroke): Connector {
  const [one, other] = [
    { x: hundredths(from.x), y: hundredths(from.y) },
    { x: hundredths(to.x), y: hundredths(to.y) },
  ];
  return {
    ...BARE,
    kind: 'connector',
    name,
    frame: {
      x: Math.min(one.x, other.x),
      y: Math.min(one.y, other.y),
      width: hundredths(Math.abs(one.x - other.x)),
      height: hundredths(Math.abs(one.y - other.y)),
    },
    from: { ...one, item: null },
    to: { ...other, item: null },
    stroke,
    corners: [],
    arrow: 'none',
  };
}

/** Words of an axis: numbers, titles, notes. */
export const axisWords = (
  name: string,
  words: string,
  frame: Rect,
  align: 'left' | 'centre' | 'right',
  context: ChartContext,
): TextBlock =>
  layWords(
    {
      name,
      lines: [words],
      role: 'axis',
      size: context.sizes.label,
      colour: context.brand.type.axis.colour,
      align,
      anchor: 'middle',
      fact: null,
      origin: NOWHERE,
      ground: 'paper',
    },
    frame,
    context,
  );

/** Height of the title of the value axis, which lies above the plot: a word that stands is hard to read. */
export const yTitleHeight = ({ titles }: Chart, context: ChartContext): Points =>
  titles.y === null ? 0 : hundredths(wordsHeight(1, 'axis', context.sizes.label, context) + 6);

export function yTitle({ titles }: Chart, at: Point, context: ChartContext): readonly Item[] {
  if (titles.y === null) return [];
  const width = cutWidth(titles.y, 'axis', context.sizes.label, context);
  const height = hundredths(wordsHeight(1, 'axis', context.sizes.label, context));
  return [axisWords('y title', titles.y, { x: at.x, y: at.y, width, height }, 'left', context)];
}
