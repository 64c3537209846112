/** The line of a limit, a target or an average across a chart. */
import type { Chart } from '../model/chart.ts';
import type { Connector, Item, ValueAxis } from '../model/scene.ts';
import { hundredths, type Points, type Rect, right } from '../model/units.ts';
import { shareOf } from './axis.ts';
import type { ChartContext } from './kind.ts';
import { BARE } from './series.ts';
import { cutWidth, layWords, wordsHeight } from './words.ts';

/** From one point to another, dashed, with its words in their place; nothing for a chart without a reference. */
export function referenceLine(
  chart: Chart,
  from: { readonly x: Points; readonly y: Points },
  to: { readonly x: Points; readonly y: Points },
  words: Rect,
  align: 'left' | 'centre' | 'right',
  context: ChartContext,
): readonly Item[] {
  const { reference } = chart;
  if (reference === null) return [];
  const { fact, origin, label } = reference;
  const line: Connector = {
    ...BARE,
    kind: 'connector',
    name: 'reference line',
    origin,
    frame: { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y },
    from: { ...from, item: null },
    to: { ...to, item: null },
    stroke: { colour: 'ink', width: 1.25, dash: 'dashed' },
    corners: [],
    arrow: 'none',
  };
  const look = { role: 'axis', size: context.sizes.label, colour: 'ink', anchor: 'middle', ground: 'paper' } as const;
  return [line, layWords({ ...look, name: 'reference label', lines: [label], align, fact, origin }, words, context)];
}

/** What PowerPoint's chart does not draw itself. */
export const referenceNames = ({ reference }: Chart): readonly string[] =>
  reference === null ? [] : ['reference line', 'reference label'];

/** Lies across the plot, its words above its right end. */
export function referenceAcross(chart: Chart, axis: ValueAxis, plot: Rect, context: ChartContext): readonly Item[] {
  if (chart.reference === null) return [];
  const size = context.sizes.label;
  const y = hundredths(plot.y + (1 - shareOf(chart.reference.value, axis)) * plot.height);
  const end = hundredths(right(plot));
  const height = wordsHeight(1, 'axis', size, context);
  const width = cutWidth(chart.reference.label, 'axis', size, context);
  const words = { x: hundredths(end - width), y: hundredths(y - height - 1), width, height };
  return referenceLine(chart, { x: plot.x, y }, { x: end, y }, words, 'right', context);
}
