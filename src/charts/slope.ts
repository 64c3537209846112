/** Slope: change between a few moments, who overtakes whom; values at all points, names at the right, moments to scale. */
import type { Chart } from '../model/chart.ts';
import type { DataLabel, Item } from '../model/scene.ts';
import { bottom, hundredths, type Points, type Rect } from '../model/units.ts';
import { tightAxis, valuesOf } from './axis.ts';
import { CATEGORY_GAP, categoryNames, drawNames } from './categories.ts';
import { axisWords, segment } from './grid.ts';
import type { ChartContext, ChartKind, Drawn } from './kind.ts';
import { linePlot } from './line.ts';
import {
  drawLine,
  endsOf,
  endsWidth,
  isBridge,
  keyOf,
  labelAt,
  labelTable,
  placeEnds,
  type Vertex,
  verticesOf,
} from './lines.ts';
import { categoryAxis, columnsOf, type NativePlot, valueAxis } from './native.ts';
import { cutWidth, wordsHeight } from './words.ts';

export const slope: ChartKind = {
  type: 'slope',
  draw,
  native: (item, brand) => ({
    columns: columnsOf(item.chart),
    plots: [dashedOverGaps(linePlot(item, brand), item.chart)],
    axes: [
      categoryAxis({ line: null, gridlines: true, meets: 'min' }),
      valueAxis(item, { shown: false, gridlines: false, between: false, meets: 'min' }),
    ],
    blanks: 'span',
  }),
};

const dashedOverGaps = (plot: NativePlot, chart: Chart): NativePlot => ({
  ...plot,
  series: plot.series.map((series, index) => ({
    ...series,
    points: series.points.map((point, at) => ({ ...point, bridges: isBridge(chart, index, at) })),
  })),
});

const LOWEST_PLOT = 80;
/** Between the moments and the note on the axis: LibreOffice sets their names lower than they are drawn here. */
const NOTE_GAP = 9;
const ENDS_SHARE = 0.45;
/** Between a point and its value. */
const CLEAR = 6;

function draw(chart: Chart, frame: Rect, context: ChartContext): Drawn {
  const axis = tightAxis(valuesOf(chart.series), chart.bounds);
  const note = axis.minimum > 0 ? chart.phrases.aboveZero : '';
  const [left, ends] = [endsWidth(chart, 'left', context), endsWidth(chart, 'right', context)];
  const inner = Math.max(1, frame.width - left - ends);
  const band = inner / Math.max(1, chart.categories.length - 1);
  const names = categoryNames(chart, band, context);
  const line = wordsHeight(1, 'axis', context.sizes.label, context);
  const half = wordsHeight(1, 'value', context.sizes.value, context) / 2;
  const foot = hundredths(bottom(frame) - names.height - (note === '' ? 0 : line + NOTE_GAP));
  const height = hundredths(Math.max(1, foot - CATEGORY_GAP - half - frame.y));
  const plot = { x: hundredths(frame.x + left), y: hundredths(frame.y + half), width: hundredths(inner), height };
  const xOf = (category: number) => (chart.categories.length < 2 ? plot.x + plot.width / 2 : plot.x + category * band);
  const lines = chart.series.map((_, series) => verticesOf(chart, series, xOf, axis, plot));
  const [first, last] = (['left', 'right'] as const).map(side =>
    placeEnds(endsOf(chart, lines, side), side, plot, context),
  ) as [ReturnType<typeof placeEnds>, ReturnType<typeof placeEnds>];
  const between = lines.flatMap((vertices, series) => labelsBetween(vertices, series, lines, half * 2, context));
  const said = noteBelow(note, frame, line, context);
  const lacks = [LOWEST_PLOT - plot.height, ends - frame.width * ENDS_SHARE, names.widestWord - band];
  return {
    plot,
    axis,
    labels: labelTable(
      chart,
      new Map([...first.labels, ...between.map(({ key, label }) => [key, label] as const), ...last.labels]),
    ),
    lacks,
    overlay: [...first.leaders, ...last.leaders, ...said.map(({ name }) => name)],
    drawing: [
      ...moments(chart, plot, xOf),
      ...lines.flatMap((vertices, series) => drawLine(chart, series, vertices, true, context.brand)),
      ...first.items,
      ...between.map(({ item }) => item),
      ...last.items,
      ...drawNames(chart, names, { x: plot.x - band / 2, y: foot, band }, context),
      ...said,
    ],
  };
}

/** Values between the ends: below a dip, above anything else; left out where another line passes there. */
function labelsBetween(
  vertices: readonly Vertex[],
  series: number,
  lines: readonly (readonly Vertex[])[],
  height: Points,
  context: ChartContext,
) {
  return vertices.slice(1, -1).flatMap((vertex, at) => {
    const isDip = vertex.y > vertices[at]!.y && vertex.y > vertices[at + 2]!.y;
    const reach = (isDip ? 1 : -1) * (height + CLEAR);
    const isCrowded = lines.some(
      other =>
        other !== vertices &&
        other.some(
          ({ category, y }) =>
            category === vertex.category && (y - vertex.y) * reach >= 0 && Math.abs(y - vertex.y) < 2 * Math.abs(reach),
        ),
    );
    if (isCrowded) return [];
    const place = isDip ? 'below' : 'above';
    const label: DataLabel = { place, name: null, value: true, moved: { x: 0, y: 0 } };
    return [{ key: keyOf(series, vertex.category), label, item: labelAt(series, vertex, place, context) }];
  });
}

/** A line up from each moment, also from one of which nothing is known. */
const moments = (chart: Chart, plot: Rect, xOf: (category: number) => number): readonly Item[] =>
  chart.categories.map((_, at) => {
    const x = xOf(at);
    const stroke = { colour: 'hairline', width: 0.75, dash: 'solid' } as const;
    return segment(`moment ${at + 1}`, { x, y: plot.y }, { x, y: bottom(plot) }, stroke);
  });

function noteBelow(note: string, frame: Rect, line: number, context: ChartContext): readonly Item[] {
  if (note === '') return [];
  const width = cutWidth(note, 'axis', context.sizes.label, context);
  const place = {
    x: frame.x,
    y: hundredths(bottom(frame) - line),
    width,
    height: hundredths(line),
  };
  return [axisWords('axis note', note, place, 'left', context)];
}
