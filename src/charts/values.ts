/** The values that a chart prints at its marks. */
import type { Chart } from '../model/chart.ts';
import type { ChartItem, Item } from '../model/scene.ts';
import { type Point, type Points, type Rect, roundedRect } from '../model/units.ts';
import type { ChartContext } from './kind.ts';
import { fillOf, hatchedEdge, inkOn, isHighlight, type Mark } from './marks.ts';
import { square } from './series.ts';
import { cutWidth, layWords, wordsHeight, wordsWidth } from './words.ts';

/** A bar in its place. */
export interface PlacedMark extends Mark {
  readonly rect: Rect;
  /** Where its value stands; null where it is left out. */
  readonly label: {
    readonly frame: Rect;
    readonly align: 'left' | 'centre' | 'right';
    /** From the middle of a mark in a stack, where it does not fit. */
    readonly moved?: Point;
  } | null;
}

/** What points print, by series and category. */
export const labelsOf = (chart: Chart, marks: readonly PlacedMark[]): ChartItem['labels'] =>
  chart.series.map((series, row) =>
    series.points.map((_, column) => {
      const mark = marks.find(mark => mark.series === row && mark.category === column);
      if (mark === undefined || mark.label === null) return null;
      const { moved = { x: 0, y: 0 } } = mark.label;
      return { place: chart.stacking === 'none' ? 'end' : 'inside', name: null, value: true, moved };
    }),
  );

/** Whether a value fits into its own mark: in a stack there is no other place for it. */
export const fitsInside = (mark: Mark, rect: Rect, size: Points, context: ChartContext): boolean =>
  wordsWidth(mark.point.label, 'value', size, context) + 4 <= rect.width && size * 1.1 <= rect.height;

/** The marks as shapes, each with its value. `word` names them: `bar 2`, or `bar 2.1` where there are several series. */
export function drawMarks(
  chart: Chart,
  marks: readonly PlacedMark[],
  word: string,
  context: ChartContext,
): readonly Item[] {
  return marks.flatMap((mark): Item[] => {
    const { point, rect, label } = mark;
    const fill = fillOf(mark, chart, context.brand);
    const name = `${word} ${mark.category + 1}${chart.series.length > 1 ? `.${mark.series + 1}` : ''}`;
    const hatched = chart.categories[mark.category]!.forecast;
    const width = hatched ? hatchedEdge(isHighlight(point, chart, mark.series)) : 0.75;
    const edge = { colour: hatched ? fill : 'paper', width, dash: 'solid' } as const;
    const plain = square(name, rect, fill, point.origin, hatched);
    const shape = chart.stacking === 'none' && !hatched ? plain : { ...plain, stroke: edge };
    if (label === null) return [shape];
    const inside = chart.stacking !== 'none' && label.moved === undefined;
    const onFill = inside && !hatched;
    const words = {
      name: `${name} value`,
      lines: [point.label],
      role: 'value',
      size: context.sizes.value,
      colour: onFill ? inkOn(fill, context.brand) : 'ink',
      align: label.align,
      anchor: 'middle',
      fact: point.fact,
      origin: point.origin,
      ground: onFill ? fill : 'paper',
    } as const;
    const plates = inside && hatched ? [plateOf(words.name, point.label, label.frame, context)] : [];
    return [shape, ...plates, layWords(words, label.frame, context)];
  });
}

/** What a value stands on in a hatched mark: no stripe runs through it. */
function plateOf(name: string, words: string, mark: Rect, context: ChartContext): Item {
  const { value: size } = context.sizes;
  const width = Math.min(mark.width, cutWidth(words, 'value', size, context) + 2 * PLATE_EDGE);
  const height = Math.min(mark.height, wordsHeight(1, 'value', size, context));
  const place = { x: mark.x + (mark.width - width) / 2, y: mark.y + (mark.height - height) / 2, width, height };
  return square(`${name} plate`, roundedRect(place), 'paper');
}

/** Of a plate at both ends of its words. */
const PLATE_EDGE = 3;
