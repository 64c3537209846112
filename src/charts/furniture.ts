/** What bar and column charts share: the names of their series and the line of a reference. */
import type { Chart } from '../model/chart.ts';
import { NOWHERE } from '../model/origin.ts';
import type { Connector, Item, Shape } from '../model/scene.ts';
import { bottom, type Points, type Rect, right } from '../model/units.ts';
import type { ChartContext } from './kind.ts';
import { seriesColour } from './marks.ts';
import { layWords, round, wordsHeight, wordsWidth } from './words.ts';

export const BARE = { facts: [], placeholder: null, alt: '', origin: NOWHERE } as const;

/** Colour patch before a series' name, and the space behind it and behind the name. */
const PATCH = { size: 9, gap: 5, after: 18 } as const;

/** Height that the names of several series take above the plot; none for one series, whose name is the subhead's business. */
export const namesHeight = (chart: Chart, context: ChartContext): Points =>
  chart.series.length < 2 ? 0 : round(wordsHeight(1, 'axis', context.sizes.label, context) + 8);

/** The series' names in one row above the plot, each behind a patch of its colour. */
export function seriesNames(chart: Chart, frame: Rect, context: ChartContext): readonly Item[] {
  if (chart.series.length < 2) return [];
  const size = context.sizes.label;
  const height = wordsHeight(1, 'axis', size, context);
  let x = frame.x;
  return chart.series.flatMap((series, index) => {
    const width = round(wordsWidth(series.name, 'axis', size, context) + 2);
    const patch = square(
      `series ${index + 1} patch`,
      { x: round(x), y: round(frame.y + (height - PATCH.size) / 2), width: PATCH.size, height: PATCH.size },
      seriesColour(chart, index, context.brand),
    );
    const words = {
      name: `series ${index + 1} name`,
      lines: [series.name],
      role: 'axis',
      size,
      colour: 'ink',
      align: 'left',
      anchor: 'top',
      fact: null,
      origin: NOWHERE,
      ground: 'paper',
    } as const;
    const name = layWords(words, { x: round(x + PATCH.size + PATCH.gap), y: frame.y, width, height }, context);
    x += PATCH.size + PATCH.gap + width + PATCH.after;
    return [patch, name];
  });
}

/** A dashed line across the plot from one point to another, and its words. */
export function referenceLine(
  chart: Chart,
  line: { readonly from: { x: Points; y: Points }; readonly to: { x: Points; y: Points } },
  words: Rect,
  align: 'left' | 'centre' | 'right',
  context: ChartContext,
): readonly Item[] {
  const { reference } = chart;
  if (reference === null) return [];
  const stroke: Connector = {
    ...BARE,
    kind: 'connector',
    name: 'reference line',
    origin: reference.origin,
    frame: {
      x: Math.min(line.from.x, line.to.x),
      y: Math.min(line.from.y, line.to.y),
      width: Math.abs(line.to.x - line.from.x),
      height: Math.abs(line.to.y - line.from.y),
    },
    from: { ...line.from, item: null },
    to: { ...line.to, item: null },
    stroke: { colour: 'ink', width: 1.25, dash: 'dashed' },
    arrow: 'none',
  };
  const label = layWords(
    {
      name: 'reference label',
      lines: [reference.label],
      role: 'axis',
      size: context.sizes.label,
      colour: 'ink',
      align,
      anchor: 'middle',
      fact: reference.fact,
      origin: reference.origin,
      ground: 'paper',
    },
    words,
    context,
  );
  return [stroke, label];
}

export const square = (name: string, frame: Rect, fill: string, hatched = false): Shape => ({
  ...BARE,
  kind: 'shape',
  name,
  frame,
  geometry: 'rectangle',
  fill,
  hatched,
  stroke: null,
});

/** How far a rectangle stands out of another, in points, at its worst side; 0 where it lies within. */
export const standsOut = (inner: Rect, outer: Rect): Points =>
  Math.max(0, outer.x - inner.x, outer.y - inner.y, right(inner) - right(outer), bottom(inner) - bottom(outer));
