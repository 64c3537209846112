/** What stacks have beside their values: names at the first of them, sums at their ends, and values that their parts are too small for. */
import type { Brand } from '../model/brand.ts';
import type { Chart } from '../model/chart.ts';
import type { ChartItem, Connector, Item, Stroke } from '../model/scene.ts';
import { bottom, hundredths, type Points, type Rect, right } from '../model/units.ts';
import { apart } from './apart.ts';
import { axisWords, segment } from './grid.ts';
import type { ChartContext } from './kind.ts';
import { labelWords } from './lines.ts';
import { columnsOf, type NativeColumn, type NativeSeries } from './native.ts';
import type { PlacedMark } from './values.ts';
import { cutWidth, wordsHeight } from './words.ts';

const LEADER: Stroke = { colour: 'mark', width: 0.75, dash: 'solid' };
/** Between a bar and what stands above, below or behind it. */
const GAP = 4;
const SUM_GAP = 5;

/** The names of the parts above the first bar, each over its own; null where they have no room, and a row of names must do. */
export function namesAbove(
  chart: Chart,
  marks: readonly PlacedMark[],
  frame: Rect,
  context: ChartContext,
): readonly Item[] | null {
  const parts = marks.filter(({ category }) => category === 0);
  if (chart.series.length < 2 || parts.length < chart.series.length) return null;
  const widths = parts.map(({ series }) => cutWidth(chart.series[series]!.name, 'axis', context.sizes.label, context));
  const apartBy = widths.map(width => width + 2 * GAP);
  if (apartBy.reduce((sum, width) => sum + width, 0) > frame.width) return null;
  const middles = parts.map(({ rect }) => rect.x + rect.width / 2);
  const centres = apart(middles, apartBy, frame.x, right(frame));
  const height = hundredths(wordsHeight(1, 'axis', context.sizes.label, context));
  return parts.flatMap(({ series, rect }, at): Item[] => {
    const [middle, centre, width] = [middles[at]!, centres[at]!, widths[at]!];
    const isOver = Math.abs(centre - middle) <= Math.max(2, (rect.width - width) / 2);
    const rise = parts.length > 1 && !isOver ? 2 * GAP : GAP;
    const place = { x: hundredths(centre - width / 2), y: hundredths(rect.y - rise - height), width, height };
    const { name } = chart.series[series]!;
    if (name === '') return [];
    const words = axisWords(`series ${series + 1} name`, name, place, 'centre', context);
    if (isOver) return [words];
    const tie = segment(`leader ${series + 1}`, { x: centre, y: bottom(place) }, { x: middle, y: rect.y }, LEADER);
    return [tie, words];
  });
}

/** The names of the parts at the right of the last column, each beside its own; null where that column lacks one. */
export function namesBeside(
  chart: Chart,
  marks: readonly PlacedMark[],
  plot: Rect,
  context: ChartContext,
): readonly Item[] | null {
  const parts = marks.filter(({ category }) => category === chart.categories.length - 1);
  if (chart.series.length < 2 || parts.length < chart.series.length) return null;
  const height = hundredths(wordsHeight(1, 'axis', context.sizes.label, context));
  const middles = parts.map(({ rect }) => rect.y + rect.height / 2);
  const centres = apart(
    middles,
    parts.map(() => height),
    plot.y,
    bottom(plot),
  );
  return parts.flatMap(({ series, rect }, at): Item[] => {
    const { name } = chart.series[series]!;
    if (name === '') return [];
    const width = cutWidth(name, 'axis', context.sizes.label, context);
    const place = { x: hundredths(right(rect) + GAP), y: hundredths(centres[at]! - height / 2), width, height };
    return [axisWords(`series ${series + 1} name`, name, place, 'left', context)];
  });
}

/** Width that those names take. */
export const besideWidth = ({ series }: Chart, context: ChartContext): Points =>
  GAP + Math.max(0, ...series.map(({ name }) => cutWidth(name, 'axis', context.sizes.label, context)));

/** Labels of parts that are too small for them, below their bar: each mark again, with its label in its place. */
export function valuesBelow(
  marks: readonly PlacedMark[],
  room: Points,
  plot: Rect,
  context: ChartContext,
): { readonly marks: readonly PlacedMark[]; readonly leaders: readonly Connector[] } {
  const { value: size } = context.sizes;
  const height = hundredths(wordsHeight(1, 'value', size, context));
  if (room < height + GAP) return { marks, leaders: [] };
  const leaders: Connector[] = [];
  const placed = marks.map((mark): PlacedMark => {
    if (mark.label !== null || mark.point.label === '' || mark.rect.width === 0) return mark;
    const small = marks.filter(
      other => other.category === mark.category && other.label === null && other.point.label !== '',
    );
    const widths = small.map(({ point }) => cutWidth(point.label, 'value', size, context));
    const middles = small.map(({ rect }) => rect.x + rect.width / 2);
    const at = small.indexOf(mark);
    const centre = apart(
      middles,
      widths.map(width => width + GAP),
      plot.x,
      right(plot) + plot.x,
    )[at]!;
    const { rect } = mark;
    const frame = {
      x: hundredths(centre - widths[at]! / 2),
      y: hundredths(bottom(rect) + GAP),
      width: widths[at]!,
      height,
    };
    if (Math.abs(centre - middles[at]!) > 2) {
      const from = { x: middles[at]!, y: bottom(rect) };
      leaders.push(segment(`leader ${mark.category + 1}.${mark.series + 1}`, from, { x: centre, y: frame.y }, LEADER));
    }
    const moved = {
      x: hundredths(centre - middles[at]!),
      y: hundredths(frame.y + height / 2 - (rect.y + rect.height / 2)),
    };
    return { ...mark, label: { frame, align: 'centre', moved } };
  });
  return { marks: placed, leaders };
}

/** Width of the sums behind bars. */
export const sumsWidth = ({ sums }: Chart, context: ChartContext): Points =>
  Math.max(
    0,
    ...sums.map(sum => (sum === null ? 0 : SUM_GAP + cutWidth(sum.label, 'value', context.sizes.value, context))),
  );

/** Each sum behind the end of its bar, or above that of its column. */
export function drawSums(
  chart: Chart,
  marks: readonly PlacedMark[],
  side: 'right' | 'above',
  context: ChartContext,
): readonly Item[] {
  const height = hundredths(wordsHeight(1, 'value', context.sizes.value, context));
  return chart.sums.flatMap((sum, category): Item[] => {
    const parts = marks.filter(mark => mark.category === category).map(({ rect }) => rect);
    const [first] = parts;
    if (sum === null || first === undefined) return [];
    const width = cutWidth(sum.label, 'value', context.sizes.value, context);
    const place =
      side === 'right'
        ? { x: Math.max(...parts.map(right)) + SUM_GAP, y: first.y + (first.height - height) / 2 }
        : { x: first.x + (first.width - width) / 2, y: Math.min(...parts.map(({ y }) => y)) - GAP - height };
    const frame = { x: hundredths(place.x), y: hundredths(place.y), width, height };
    return [labelWords(`sum ${category + 1}`, sum.label, sum, frame, side === 'right' ? 'right' : 'centre', context)];
  });
}

/** The columns of a stack in the workbook: its parts, then its sums. */
export const stackColumns = (chart: Chart): readonly NativeColumn[] => [
  ...columnsOf(chart),
  ...(chart.sums.length === 0
    ? []
    : [
        {
          head: chart.phrases.total,
          numberFormat: chart.numberFormat,
          values: chart.sums.map(sum => sum?.value ?? null),
        },
      ]),
];

/** The sums as one more part of each stack, which is not seen: its label stands where it begins. */
export function sumSeries({ chart }: ChartItem, brand: Brand): readonly NativeSeries[] {
  if (chart.sums.length === 0) return [];
  const label = {
    name: null,
    value: true,
    position: 'inBase',
    ink: brand.type.value.colour,
    plate: false,
    moved: { x: 0, y: 0 },
  };
  return [
    {
      values: chart.series.length,
      x: null,
      size: null,
      mark: 'none',
      colour: 'paper',
      width: 0,
      marker: 0,
      parted: false,
      points: chart.sums.map(sum => ({
        colour: 'paper',
        forecast: false,
        label: sum === null ? null : { ...label, words: sum.label },
      })),
    },
  ];
}
