/** Columns with a line: a quantity and what goes with it over the same periods. Two units have an axis each, and neither is drawn. */
import type { Chart } from '../model/chart.ts';
import type { ChartItem, DataLabel, ValueAxis } from '../model/scene.ts';
import { bottom, hundredths, type Rect } from '../model/units.ts';
import { axisOf, exact, valuesOf } from './axis.ts';
import { baseLine, CATEGORY_GAP, CATEGORY_LINES, categoryNames, drawNames } from './categories.ts';
import { gapWidthOf } from './gaps.ts';
import type { ChartContext, ChartKind, Drawn } from './kind.ts';
import { linePlot } from './line.ts';
import { drawLine, keyOf, labelAbove, labelTable, verticesOf } from './lines.ts';
import { marksOf } from './marks.ts';
import { barPlot, CATEGORY_AXIS, categoryAxis, columnsOf, VALUE_AXIS, valueAxis } from './native.ts';
import { referenceAcross } from './reference.ts';
import { namesHeight, seriesNames } from './series.ts';
import { drawMarks, fitsInside, type PlacedMark } from './values.ts';
import { wordsHeight } from './words.ts';

export const combination: ChartKind = {
  type: 'combination',
  draw,
  native(item, brand) {
    const { chart, secondAxis } = item;
    const columns = indices(chart, 'column');
    const lines = indices(chart, 'line');
    const second =
      secondAxis === null
        ? []
        : [
            categoryAxis({ id: SECOND_CATEGORY, crosses: SECOND_VALUE, shown: false }),
            valueAxis(item, {
              id: SECOND_VALUE,
              crosses: SECOND_CATEGORY,
              position: 'r',
              shown: true,
              labels: false,
              gridlines: false,
              bounds: secondAxis,
              meets: 'max',
              title: null,
            }),
          ];
    return {
      columns: columnsOf(chart),
      plots: [
        barPlot(item, brand, 'col', [], columns),
        linePlot(
          item,
          brand,
          lines,
          secondAxis === null ? [CATEGORY_AXIS, VALUE_AXIS] : [SECOND_CATEGORY, SECOND_VALUE],
        ),
      ],
      axes: [categoryAxis(), valueAxis(item), ...second],
      blanks: 'gap',
    };
  },
};

const SECOND_CATEGORY = 3;
const SECOND_VALUE = 4;

const WIDEST = 90;
const LOWEST_PLOT = 80;
/** Lines of another unit have the upper part of the plot to themselves, columns the lower. */
const COLUMNS_SHARE = 0.6;
const LINES_FROM = 0.72;
const LINES_TO = 0.96;

const indices = (chart: Chart, mark: 'column' | 'line'): readonly number[] =>
  chart.series.flatMap((series, index) => (series.mark === mark ? [index] : []));

function draw(chart: Chart, frame: Rect, context: ChartContext): Drawn {
  const [columns, lines] = [indices(chart, 'column'), indices(chart, 'line')];
  const { axis, secondAxis } = axesOf(chart, columns, lines);
  const band = frame.width / Math.max(1, chart.categories.length);
  const names = categoryNames(chart, band, context);
  const top = namesHeight(chart, context) + wordsHeight(1, 'value', context.sizes.value, context);
  const foot = hundredths(bottom(frame) - names.height);
  const height = hundredths(Math.max(1, foot - CATEGORY_GAP - frame.y - top));
  const plot = { ...frame, y: hundredths(frame.y + top), height };
  const bars = placeColumns(chart, columns, plot, band, axis, context);
  const vertices = lines.map(series => ({
    series,
    points: verticesOf(chart, series, category => plot.x + (category + 0.5) * band, secondAxis ?? axis, plot),
  }));
  const lacks = [
    names.widestWord - band,
    names.height > CATEGORY_LINES * names.line ? names.line : 0,
    LOWEST_PLOT - plot.height,
  ];
  const labels = new Map<string, DataLabel>([
    ...bars.marks
      .filter(({ label }) => label !== null)
      .map(mark => [keyOf(mark.series, mark.category), INSIDE] as const),
    ...vertices.flatMap(({ series, points }) => points.map(one => [keyOf(series, one.category), ABOVE] as const)),
  ]);
  return {
    plot,
    axis,
    secondAxis,
    gapWidth: bars.gapWidth,
    labels: labelTable(chart, labels),
    lacks,
    drawing: [
      ...seriesNames(chart, frame, context),
      ...drawMarks({ ...chart, stacking: 'stacked' }, bars.marks, 'column', context),
      baseLine(plot, axis),
      ...vertices.flatMap(({ series, points }) => [
        ...drawLine(chart, series, points, false, context.brand),
        ...points.map(vertex => labelAbove(series, vertex, context)),
      ]),
      ...drawNames(chart, names, { x: plot.x, y: foot, band }, context),
      ...referenceAcross(chart, axis, plot, context),
    ],
  };
}

const still = { name: null, value: true, moved: { x: 0, y: 0 } } as const;
const INSIDE: DataLabel = { place: 'inside', ...still };
const ABOVE: DataLabel = { place: 'above', ...still };

/** One axis for one unit. For two, the columns' is stretched and the lines' is shifted, so that they do not cross by chance. */
function axesOf(
  chart: Chart,
  columns: readonly number[],
  lines: readonly number[],
): Pick<ChartItem, 'axis' | 'secondAxis'> {
  if (!lines.some(index => chart.series[index]!.second)) return { axis: axisOf(chart), secondAxis: null };
  const own = axisOf(
    chart,
    columns.map(index => chart.series[index]!),
  );
  const axis: ValueAxis = { ...own, maximum: exact(own.maximum / COLUMNS_SHARE) };
  const values = valuesOf(lines.map(index => chart.series[index]!));
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const range = (greatest - least || Math.abs(greatest) || 1) / (LINES_TO - LINES_FROM);
  const minimum = exact(least - LINES_FROM * range);
  return { axis, secondAxis: { minimum, maximum: exact(minimum + range), step: exact(range) } };
}

/** Columns side by side or in stacks; their values stand inside, because the lines run above. */
function placeColumns(
  chart: Chart,
  columns: readonly number[],
  plot: Rect,
  band: number,
  axis: ValueAxis,
  context: ChartContext,
): { readonly marks: readonly PlacedMark[]; readonly gapWidth: number } {
  const own = { ...chart, series: columns.map(index => chart.series[index]!) };
  const gapWidth = gapWidthOf(own, band, WIDEST);
  const y = (value: number) => plot.y + (1 - (value - axis.minimum) / (axis.maximum - axis.minimum)) * plot.height;
  const marks = marksOf(own, gapWidth).map((mark): PlacedMark => {
    const [top, end] = [y(Math.max(mark.from, mark.to)), y(Math.min(mark.from, mark.to))];
    const rect = {
      x: hundredths(plot.x + (mark.category + mark.start) * band),
      y: hundredths(top),
      width: hundredths(mark.thickness * band),
      height: hundredths(end - top),
    };
    const isShown = mark.point.label !== '' && fitsInside(mark, rect, context.sizes.value, context);
    return { ...mark, series: columns[mark.series]!, rect, label: isShown ? { frame: rect, align: 'centre' } : null };
  });
  return { marks, gapWidth };
}
