/** The line of a limit, a target or an average across a chart. */
import type { Chart } from '../model/chart.ts';
import type { Connector, Item } from '../model/scene.ts';
import type { Points, Rect } from '../model/units.ts';
import type { ChartContext } from './kind.ts';
import { BARE } from './series.ts';
import { layWords } from './words.ts';

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
    arrow: 'none',
  };
  const look = { role: 'axis', size: context.sizes.label, colour: 'ink', anchor: 'middle', ground: 'paper' } as const;
  return [line, layWords({ ...look, name: 'reference label', lines: [label], align, fact, origin }, words, context)];
}
