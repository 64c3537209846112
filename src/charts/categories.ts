/** Names of categories in a row below the plot, and the line that marks stand on. */
import type { Chart } from '../model/chart.ts';
import type { Item, ValueAxis } from '../model/scene.ts';
import { hundredths, type Points, type Rect, right } from '../model/units.ts';
import { shareOf } from './axis.ts';
import type { ChartContext } from './kind.ts';
import { BARE } from './series.ts';
import { layWords, wordsHeight, wordsWidth, wrapWords } from './words.ts';

export interface CategoryNames {
  readonly lines: readonly (readonly string[])[];
  /** Of one line, and of the name with the most. */
  readonly line: Points;
  readonly height: Points;
  readonly widestWord: Points;
  /** Every how many categories a name is printed (`c:tickLblSkip`). */
  readonly step: number;
}

/** Lines that a name may take. */
export const CATEGORY_LINES = 2;
/** Between the base line and the names. */
export const CATEGORY_GAP = 5;
/** Least space between two neighbouring labels. */
export const APART = 4;

/** Names broken to the width of their categories; where even words are wider and `skipping` is allowed, only every second, third … is printed. */
export function categoryNames(chart: Chart, band: Points, context: ChartContext, skipping = false): CategoryNames {
  const size = context.sizes.label;
  const wrap = (width: Points) => chart.categories.map(({ label }) => wrapWords(label, width, 'axis', size, context));
  const line = wordsHeight(1, 'axis', size, context);
  const widestWord = Math.max(
    0,
    ...wrap(0)
      .flat()
      .map(word => wordsWidth(word, 'axis', size, context)),
  );
  const step = skipping ? Math.max(1, Math.ceil((widestWord + APART) / band)) : 1;
  const lines = wrap(band * step - APART);
  return { lines, line, height: line * Math.max(1, ...lines.map(({ length }) => length)), widestWord, step };
}

/** Each name in the middle of its band: `row` begins where the first band does. */
export function drawNames(
  chart: Chart,
  names: CategoryNames,
  row: { readonly x: Points; readonly y: Points; readonly band: Points },
  context: ChartContext,
): readonly Item[] {
  const look = { role: 'axis', size: context.sizes.label, colour: 'ink', align: 'centre', anchor: 'top' } as const;
  const width = row.band * names.step;
  return chart.categories.flatMap(({ origin, label }, index) => {
    if (label === '' || index % names.step !== 0) return [];
    return layWords(
      { name: `category ${index + 1}`, lines: names.lines[index]!, fact: null, origin, ground: 'paper', ...look },
      {
        x: hundredths(row.x + (index + 0.5) * row.band - width / 2),
        y: row.y,
        width: hundredths(width),
        height: names.height,
      },
      context,
    );
  });
}

/** The line at zero, or at another value, across the plot. */
export function baseLine(plot: Rect, axis: ValueAxis, value = 0): Item {
  const y = hundredths(plot.y + (1 - shareOf(value, axis)) * plot.height);
  return {
    ...BARE,
    kind: 'connector',
    name: 'base line',
    frame: { x: plot.x, y, width: plot.width, height: 0 },
    from: { x: plot.x, y, item: null },
    to: { x: hundredths(right(plot)), y, item: null },
    stroke: { colour: 'mark', width: 1, dash: 'solid' },
    corners: [],
    arrow: 'none',
  };
}
