/** Bar chart: ranked categories, names at the left, values at the ends of the bars, no axis and no gridlines. */
import type { Chart } from '../model/chart.ts';
import type { Item, TextBlock } from '../model/scene.ts';
import { inches, type Points, type Rect } from '../model/units.ts';
import { axisOf, shareOf } from './axis.ts';
import { namesHeight, referenceLine, seriesNames, square } from './furniture.ts';
import type { ChartContext, ChartDrawing, ChartKind } from './kind.ts';
import { fillOf, inkOn, type Mark, marksOf } from './marks.ts';
import { layWords, round, wordsHeight, wordsWidth, wrapWords } from './words.ts';

export const bar: ChartKind = {
  type: 'bar',
  native: {
    element: 'barChart',
    direction: 'bar',
    categoryAxis: { position: 'l', reversed: true },
    valueAxis: { position: 'b' },
    labelPosition: { none: 'outEnd', stacked: 'ctr', percent: 'ctr' },
  },
  draw,
};

/** Bars are twice as thick as the gaps between them, and never thicker than 0.6 inch. */
const GAP_WIDTH = 50;
const THICKEST = inches(0.6);
const THINNEST = inches(0.16);
/** Names take at most this share of the frame and this many lines. */
const NAMES_SHARE = 0.32;
const NAME_LINES = 2;
/** Between a name and its bar, and between a bar and its value. */
const NAME_GAP = 8;
const VALUE_GAP = 5;

function draw(chart: Chart, frame: Rect, context: ChartContext): ChartDrawing {
  const axis = axisOf(chart);
  const { value, label } = context.sizes;
  const widest = Math.max(0, ...chart.categories.map(one => wordsWidth(nameOf(one), 'axis', label, context)));
  const names = Math.min(widest + 2, frame.width * NAMES_SHARE);
  const outside = chart.stacking === 'none' ? endWidths(chart, value, context) : { left: 0, right: 0 };
  const top = namesHeight(chart, context);
  const foot = chart.reference === null ? 0 : wordsHeight(1, 'axis', label, context) + 4;
  const abreast = chart.stacking === 'none' ? chart.series.length : 1;
  const tallest = chart.categories.length * THICKEST * (abreast + GAP_WIDTH / 100);
  const plot: Rect = {
    x: round(frame.x + names + NAME_GAP + outside.left),
    y: round(frame.y + top),
    width: round(Math.max(1, frame.width - names - NAME_GAP - outside.left - outside.right)),
    height: round(Math.max(1, Math.min(frame.height - top - foot, tallest))),
  };
  const band = plot.height / Math.max(1, chart.categories.length);
  const marks = marksOf(chart, GAP_WIDTH);
  const at = (share: number): Points => plot.x + share * plot.width;
  const rects = marks.map(mark => barRect(mark, plot, band, [shareOf(mark.from, axis), shareOf(mark.to, axis)]));
  const labelled = marks.map(
    (mark, index) =>
      mark.point.label !== '' && (chart.stacking === 'none' || fitsIn(mark, rects[index]!, value, context)),
  );
  const lines = chart.categories.map(one => wrapWords(nameOf(one), names, 'axis', label, context));
  const namesTall = Math.max(0, ...lines.map(line => wordsHeight(line.length, 'axis', label, context)));
  const tooLong = lines.some(line => line.length > NAME_LINES) ? wordsHeight(1, 'axis', label, context) : 0;
  const thin = THINNEST * abreast * (1 + GAP_WIDTH / 100 / abreast) - band;
  return {
    plot,
    axis,
    gapWidth: GAP_WIDTH,
    sizes: context.sizes,
    labelled: chart.series.map((series, row) =>
      series.points.map((_, column) =>
        marks.some((mark, index) => mark.series === row && mark.category === column && labelled[index]!),
      ),
    ),
    excess: round(Math.max(0, tooLong, namesTall - band, thin)),
    drawing: [
      ...seriesNames(chart, frame, context),
      ...chart.categories.map((one, index) =>
        layWords(
          {
            name: `category ${index + 1}`,
            lines: lines[index]!,
            role: 'axis',
            size: label,
            colour: 'ink',
            align: 'right',
            anchor: 'middle',
            fact: null,
            origin: one.origin,
            ground: 'paper',
          },
          { x: frame.x, y: round(plot.y + index * band), width: round(names), height: round(band) },
          context,
        ),
      ),
      ...marks.flatMap((mark, index): Item[] => {
        const fill = fillOf(mark, chart, context.brand);
        const name = `bar ${mark.category + 1}${chart.series.length > 1 ? `.${mark.series + 1}` : ''}`;
        const shape = {
          ...square(name, rects[index]!, fill, chart.categories[mark.category]!.forecast),
          origin: mark.point.origin,
        };
        return labelled[index]! ? [shape, valueLabel(mark, rects[index]!, fill, name, chart, context)] : [shape];
      }),
      ...reference(chart, plot, at(shareOf(chart.reference?.value ?? 0, axis)), frame, context),
    ],
  };
}

const nameOf = (category: Chart['categories'][number]): string => category.label;

function barRect(mark: Mark, plot: Rect, band: Points, [from, to]: readonly [number, number]): Rect {
  return {
    x: round(plot.x + Math.min(from, to) * plot.width),
    y: round(plot.y + (mark.category + mark.start) * band),
    width: round(Math.abs(to - from) * plot.width),
    height: round(mark.thickness * band),
  };
}

/** Room that values need beyond the ends of the bars: left for negative ones, right for the others. */
function endWidths(chart: Chart, size: Points, context: ChartContext): { left: Points; right: Points } {
  const points = chart.series
    .flatMap(series => series.points)
    .filter(point => point.label !== '' && point.value !== null);
  const widest = (some: typeof points) =>
    some.length === 0
      ? 0
      : VALUE_GAP + 2 + Math.max(...some.map(point => wordsWidth(point.label, 'value', size, context)));
  return {
    left: widest(points.filter(point => point.value! < 0)),
    right: widest(points.filter(point => point.value! >= 0)),
  };
}

const fitsIn = (mark: Mark, rect: Rect, size: Points, context: ChartContext): boolean =>
  wordsWidth(mark.point.label, 'value', size, context) + 4 <= rect.width && size <= rect.height;

function valueLabel(
  mark: Mark,
  rect: Rect,
  fill: string,
  name: string,
  chart: Chart,
  context: ChartContext,
): TextBlock {
  const size = context.sizes.value;
  const inside = chart.stacking !== 'none';
  const width = round(wordsWidth(mark.point.label, 'value', size, context) * 1.02 + 2);
  const x = inside
    ? rect.x + (rect.width - width) / 2
    : mark.value < 0
      ? rect.x - VALUE_GAP - width
      : rect.x + rect.width + VALUE_GAP;
  return layWords(
    {
      name: `${name} value`,
      lines: [mark.point.label],
      role: 'value',
      size,
      colour: inside ? inkOn(fill, context.brand) : 'ink',
      align: inside ? 'centre' : mark.value < 0 ? 'right' : 'left',
      anchor: 'middle',
      fact: mark.point.fact,
      origin: mark.point.origin,
      ground: inside ? fill : 'paper',
    },
    { x: round(x), y: rect.y, width, height: rect.height },
    context,
  );
}

function reference(chart: Chart, plot: Rect, x: Points, frame: Rect, context: ChartContext): readonly Item[] {
  if (chart.reference === null) return [];
  const height = wordsHeight(1, 'axis', context.sizes.label, context);
  const width = round(wordsWidth(chart.reference.label, 'axis', context.sizes.label, context) * 1.02 + 2);
  const left = Math.min(Math.max(frame.x, x - width / 2), frame.x + frame.width - width);
  const y = plot.y + plot.height;
  return referenceLine(
    chart,
    { from: { x: round(x), y: plot.y }, to: { x: round(x), y } },
    { x: round(left), y: round(y + 2), width, height },
    'centre',
    context,
  );
}
