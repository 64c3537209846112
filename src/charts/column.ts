/** Column chart: a quantity over few periods, time from left to right, values on top, forecasts hatched. */
import type { Chart } from '../model/chart.ts';
import type { Item, TextBlock } from '../model/scene.ts';
import { type Points, type Rect, right } from '../model/units.ts';
import { axisOf, shareOf } from './axis.ts';
import { BARE, namesHeight, referenceLine, seriesNames, square } from './furniture.ts';
import type { ChartContext, ChartDrawing, ChartKind } from './kind.ts';
import { fillOf, inkOn, type Mark, marksOf } from './marks.ts';
import { layWords, round, wordsHeight, wordsWidth, wrapWords } from './words.ts';

export const column: ChartKind = {
  type: 'column',
  native: {
    element: 'barChart',
    direction: 'col',
    categoryAxis: { position: 'b', reversed: false },
    valueAxis: { position: 'l' },
    labelPosition: { none: 'outEnd', stacked: 'ctr', percent: 'ctr' },
  },
  draw,
};

/** Gaps are half as wide as columns, wider where a few columns would turn into walls. */
const GAP_WIDTH = 50;
const WIDEST = 110;
const WIDEST_GAP = 300;
const CATEGORY_LINES = 2;
/** Between a column and its value, and between the base line and the categories. */
const VALUE_GAP = 3;
const CATEGORY_GAP = 5;
/** Least space between two neighbouring labels. */
const APART = 4;
const LOWEST_PLOT = 60;

function draw(chart: Chart, frame: Rect, context: ChartContext): ChartDrawing {
  const axis = axisOf(chart);
  const { value, label } = context.sizes;
  const count = Math.max(1, chart.categories.length);
  const band = frame.width / count;
  const gapWidth = gapFor(chart, band);
  const lines = chart.categories.map(one => wrapWords(one.label, band - APART, 'axis', label, context));
  const foot = CATEGORY_GAP + wordsHeight(Math.max(1, ...lines.map(line => line.length)), 'axis', label, context);
  const outside = chart.stacking === 'none';
  const tall = wordsHeight(1, 'value', value, context) + VALUE_GAP;
  const negative = chart.series.some(series => series.points.some(point => (point.value ?? 0) < 0));
  const top = namesHeight(chart, context) + (outside ? tall : 4);
  const below = foot + (outside && negative ? tall : 0);
  const plot: Rect = {
    x: frame.x,
    y: round(frame.y + top),
    width: frame.width,
    height: round(Math.max(1, frame.height - top - below)),
  };
  const y = (share: number): Points => plot.y + (1 - share) * plot.height;
  const marks = marksOf(chart, gapWidth);
  const rects = marks.map(mark =>
    columnRect(mark, plot, band, [y(shareOf(mark.from, axis)), y(shareOf(mark.to, axis))]),
  );
  const shown = labelledMarks(marks, rects, chart, value, context);
  const tooWide = Math.max(0, ...chart.categories.map(one => widestWord(one.label, label, context) - (band - APART)));
  const tooLong = lines.some(line => line.length > CATEGORY_LINES) ? wordsHeight(1, 'axis', label, context) : 0;
  return {
    plot,
    axis,
    gapWidth,
    sizes: context.sizes,
    labelled: chart.series.map((series, row) =>
      series.points.map((_, at) =>
        marks.some((mark, index) => mark.series === row && mark.category === at && shown[index]!),
      ),
    ),
    excess: round(Math.max(0, tooWide, tooLong, LOWEST_PLOT - plot.height)),
    drawing: [
      ...seriesNames(chart, frame, context),
      ...marks.flatMap((mark, index): Item[] => {
        const fill = fillOf(mark, chart, context.brand);
        const name = `column ${mark.category + 1}${chart.series.length > 1 ? `.${mark.series + 1}` : ''}`;
        const shape = {
          ...square(name, rects[index]!, fill, chart.categories[mark.category]!.forecast),
          origin: mark.point.origin,
        };
        return shown[index]! ? [shape, valueLabel(mark, rects[index]!, fill, name, chart, context)] : [shape];
      }),
      baseLine(plot, y(shareOf(0, axis))),
      ...chart.categories.map((one, index) =>
        layWords(
          {
            name: `category ${index + 1}`,
            lines: lines[index]!,
            role: 'axis',
            size: label,
            colour: 'ink',
            align: 'centre',
            anchor: 'top',
            fact: null,
            origin: one.origin,
            ground: 'paper',
          },
          {
            x: round(plot.x + index * band),
            y: round(plot.y + plot.height + below - foot + CATEGORY_GAP),
            width: round(band),
            height: round(foot - CATEGORY_GAP),
          },
          context,
        ),
      ),
      ...reference(chart, plot, y(shareOf(chart.reference?.value ?? 0, axis)), context),
    ],
  };
}

/** `c:gapWidth` that keeps columns from growing wider than `WIDEST`. */
function gapFor(chart: Chart, band: Points): number {
  const abreast = chart.stacking === 'none' ? Math.max(1, chart.series.length) : 1;
  const needed = (band / WIDEST - abreast) * 100;
  return Math.round(Math.min(WIDEST_GAP, Math.max(GAP_WIDTH, needed)));
}

function columnRect(mark: Mark, plot: Rect, band: Points, [from, to]: readonly [Points, Points]): Rect {
  return {
    x: round(plot.x + (mark.category + mark.start) * band),
    y: round(Math.min(from, to)),
    width: round(mark.thickness * band),
    height: round(Math.abs(to - from)),
  };
}

/** All values where they fit side by side; else the first, the last, the largest and the smallest of each series. */
function labelledMarks(
  marks: readonly Mark[],
  rects: readonly Rect[],
  chart: Chart,
  size: Points,
  context: ChartContext,
): readonly boolean[] {
  const widths = marks.map(mark => wordsWidth(mark.point.label, 'value', size, context));
  if (chart.stacking !== 'none')
    return marks.map(
      (mark, index) =>
        mark.point.label !== '' && widths[index]! + 2 <= rects[index]!.width && size * 1.1 <= rects[index]!.height,
    );
  const centre = (index: number) => rects[index]!.x + rects[index]!.width / 2;
  const order = marks.map((_, index) => index).sort((a, b) => centre(a) - centre(b) || a - b);
  const crowded = order.some((index, at) => {
    const next = order[at + 1];
    return next !== undefined && centre(next) - centre(index) < (widths[index]! + widths[next]!) / 2 + APART;
  });
  if (!crowded) return marks.map(mark => mark.point.label !== '');
  return marks.map(mark => {
    const own = marks.filter(other => other.series === mark.series);
    const values = own.map(other => other.value);
    const telling = [
      own[0],
      own.at(-1),
      own[values.indexOf(Math.max(...values))],
      own[values.indexOf(Math.min(...values))],
    ];
    return mark.point.label !== '' && telling.includes(mark);
  });
}

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
  const height = wordsHeight(1, 'value', size, context);
  const y = inside
    ? rect.y + (rect.height - height) / 2
    : mark.value < 0
      ? rect.y + rect.height + VALUE_GAP
      : rect.y - VALUE_GAP - height;
  return layWords(
    {
      name: `${name} value`,
      lines: [mark.point.label],
      role: 'value',
      size,
      colour: inside ? inkOn(fill, context.brand) : 'ink',
      align: 'centre',
      anchor: 'middle',
      fact: mark.point.fact,
      origin: mark.point.origin,
      ground: inside ? fill : 'paper',
    },
    { x: round(rect.x + (rect.width - width) / 2), y: round(y), width, height },
    context,
  );
}

const widestWord = (text: string, size: Points, context: ChartContext): Points =>
  Math.max(0, ...wrapWords(text, 0, 'axis', size, context).map(word => wordsWidth(word, 'axis', size, context)));

const baseLine = (plot: Rect, y: Points): Item => ({
  ...BARE,
  kind: 'connector',
  name: 'base line',
  frame: { x: plot.x, y: round(y), width: plot.width, height: 0 },
  from: { x: plot.x, y: round(y), item: null },
  to: { x: round(right(plot)), y: round(y), item: null },
  stroke: { colour: 'mark', width: 1, dash: 'solid' },
  arrow: 'none',
});

function reference(chart: Chart, plot: Rect, y: Points, context: ChartContext): readonly Item[] {
  if (chart.reference === null) return [];
  const size = context.sizes.label;
  const height = wordsHeight(1, 'axis', size, context);
  const width = round(wordsWidth(chart.reference.label, 'axis', size, context) * 1.02 + 2);
  return referenceLine(
    chart,
    { from: { x: plot.x, y: round(y) }, to: { x: round(right(plot)), y: round(y) } },
    { x: round(right(plot) - width), y: round(y - height - 1), width, height },
    'right',
    context,
  );
}
