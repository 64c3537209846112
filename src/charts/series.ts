/** The names of a chart's series, which no legend has to tell apart. */
import type { Chart } from '../model/chart.ts';
import { NOWHERE } from '../model/origin.ts';
import type { Item, Shape } from '../model/scene.ts';
import { hundredths, type Points, type Rect } from '../model/units.ts';
import type { ChartContext } from './kind.ts';
import { seriesColour } from './marks.ts';
import { cutWidth, layWords, wordsHeight } from './words.ts';

export const BARE = { facts: [], placeholder: null, alt: '', origin: NOWHERE } as const;

/** Colour patch before a series' name, and the space behind it and behind the name. */
const PATCH = { size: 9, gap: 5, after: 18 } as const;

/** Height that the names of several series take above the plot; none for one series, whose name is the subhead's business. */
export const namesHeight = (chart: Chart, context: ChartContext): Points =>
  chart.series.length < 2 ? 0 : hundredths(wordsHeight(1, 'axis', context.sizes.label, context) + 8);

/** The series' names in one row above the plot, each behind a patch of its colour. */
export function seriesNames(chart: Chart, frame: Rect, context: ChartContext): readonly Item[] {
  if (chart.series.length < 2) return [];
  const size = context.sizes.label;
  const height = hundredths(wordsHeight(1, 'axis', size, context));
  let x = frame.x;
  return chart.series.flatMap((series, index) => {
    const [top, left] = [hundredths(frame.y + (height - PATCH.size) / 2), hundredths(x)];
    const patch = { x: left, y: top, width: PATCH.size, height: PATCH.size };
    const words = {
      x: hundredths(x + PATCH.size + PATCH.gap),
      y: frame.y,
      width: cutWidth(series.name, 'axis', size, context),
      height,
    };
    x = words.x + words.width + PATCH.after;
    const look = { role: 'axis', size, colour: 'ink', align: 'left', anchor: 'top', ground: 'paper' } as const;
    return [
      square(`series ${index + 1} patch`, patch, seriesColour(chart, index, context.brand)),
      layWords(
        { name: `series ${index + 1} name`, lines: [series.name], fact: null, origin: NOWHERE, ...look },
        words,
        context,
      ),
    ];
  });
}

export const square = (name: string, frame: Rect, fill: string, origin = NOWHERE, hatched = false): Shape => ({
  kind: 'shape',
  name,
  frame,
  origin,
  facts: [],
  alt: '',
  placeholder: null,
  geometry: 'rectangle',
  fill,
  hatched,
  stroke: null,
  words: null,
});
