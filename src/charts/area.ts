/** Area chart: how a whole and its parts grow; names stand beside the last heights. */
import type { Chart } from '../model/chart.ts';
import type { Freeform, Item, ValueAxis } from '../model/scene.ts';
import { bottom, hundredths, type Points, type Rect, right } from '../model/units.ts';
import { apart } from './apart.ts';
import { axisOf, tickFormat } from './axis.ts';
import { baseLine, CATEGORY_GAP, CATEGORY_LINES, type CategoryNames, categoryNames, drawNames } from './categories.ts';
import { axisWords, gridlines, segment, ticksWidth, yOf, yTitle, yTitleHeight } from './grid.ts';
import type { ChartContext, ChartKind, Drawn } from './kind.ts';
import { marksOf, seriesColour } from './marks.ts';
import { CATEGORY_AXIS, categoryAxis, columnsOf, seriesOf, VALUE_AXIS, valueAxis } from './native.ts';
import { referenceAcross } from './reference.ts';
import { BARE } from './series.ts';
import { cutWidth, wordsHeight } from './words.ts';

export const area: ChartKind = {
  type: 'area',
  draw,
  native: (item, brand) => ({
    columns: columnsOf(item.chart),
    plots: [
      {
        element: 'areaChart',
        before: [
          ['grouping', { none: 'standard', stacked: 'stacked', percent: 'percentStacked' }[item.chart.stacking]],
          ['varyColors', 0],
        ],
        series: item.chart.series.map((_, index) => seriesOf(item, index, brand, { placed: false })),
        after: [],
        axes: [CATEGORY_AXIS, VALUE_AXIS],
      },
    ],
    axes: [
      categoryAxis(),
      valueAxis(item, {
        between: false,
        numberFormat: tickFormat(item.chart.numberFormat, item.axis, item.chart.stacking),
      }),
    ],
    blanks: 'gap',
  }),
};

const LOWEST_PLOT = 60;
/** Between the last height and its name, and the share of the frame that names may take. */
const NAME_GAP = 8;
const LEADER = 14;
const NAMES_SHARE = 0.35;

function draw(chart: Chart, frame: Rect, context: ChartContext): Drawn {
  const axis = axisOf(chart);
  const named = namesWidth(chart, context);
  const { plot, foot, step, names } = plotOf(chart, frame, axis, named, context);
  const bands = chart.series.map((_, series) => heightsOf(chart, series, axis, plot));
  const beside = nameBands(chart, bands, plot, context);
  const lacks = [
    names.height > CATEGORY_LINES * names.line ? names.line : 0,
    LOWEST_PLOT - plot.height,
    named - frame.width * NAMES_SHARE,
  ];
  return {
    plot,
    axis,
    categoryStep: names.step,
    labels: chart.series.map(({ points }) => points.map(() => null)),
    lacks,
    overlay: beside.map(({ name }) => name),
    drawing: [
      ...yTitle(chart, frame, context),
      ...gridlines(chart, axis, plot, context),
      ...bands.map((band, series) => surface(chart, series, band, plot, step, context)),
      baseLine(plot, axis),
      ...beside,
      ...drawNames(chart, names, { x: plot.x - step / 2, y: foot, band: step }, context),
      ...referenceAcross(chart, axis, plot, context),
    ],
  };
}

/** Where a series lies at each category: PowerPoint draws a gap in an area as nothing. */
interface Height {
  readonly low: Points;
  readonly high: Points;
}

function heightsOf(chart: Chart, series: number, axis: ValueAxis, plot: Rect): readonly Height[] {
  const marks = marksOf(chart, 0).filter(mark => mark.series === series);
  const under = (category: number) =>
    chart.stacking === 'none'
      ? 0
      : Math.max(
          0,
          ...marksOf(chart, 0)
            .filter(one => one.category === category && one.series < series)
            .map(one => one.to),
        );
  return chart.categories.map((_, category) => {
    const mark = marks.find(one => one.category === category);
    const [from, to] = mark === undefined ? [under(category), under(category)] : [mark.from, mark.to];
    return { low: yOf(from, axis, plot), high: yOf(to, axis, plot) };
  });
}

/** From the first height to the last and back along the one below. */
function surface(
  chart: Chart,
  series: number,
  heights: readonly Height[],
  plot: Rect,
  step: Points,
  context: ChartContext,
): Freeform {
  const x = (at: number) => hundredths(heights.length < 2 ? at * plot.width : at * step);
  const top = heights.map(({ high }, at) => [x(at), hundredths(high - plot.y)] as const);
  const back = heights.map(({ low }, at) => [x(at), hundredths(low - plot.y)] as const).reverse();
  const [first, ...rest] = [...top, ...back];
  return {
    ...BARE,
    kind: 'freeform',
    name: `area ${series + 1}`,
    frame: plot,
    fill: seriesColour(chart, series, context.brand),
    outline: {
      name: 'area',
      width: plot.width,
      height: plot.height,
      steps: first === undefined ? [] : [['M', ...first], ...rest.map(point => ['L', ...point] as const), ['Z']],
    },
  };
}

const namesWidth = (chart: Chart, context: ChartContext): Points =>
  chart.series.length < 2
    ? 0
    : Math.max(...chart.series.map(({ name }) => cutWidth(name, 'axis', context.sizes.label, context))) +
      NAME_GAP +
      LEADER;

/** Each name beside the middle of its band at the last category. */
function nameBands(
  chart: Chart,
  bands: readonly (readonly Height[])[],
  plot: Rect,
  context: ChartContext,
): readonly Item[] {
  if (chart.series.length < 2) return [];
  const height = hundredths(wordsHeight(1, 'axis', context.sizes.label, context));
  const middles = bands.map(band => ((band.at(-1)?.low ?? plot.y) + (band.at(-1)?.high ?? plot.y)) / 2);
  const centres = apart(
    middles,
    middles.map(() => height),
    plot.y - height / 2,
    bottom(plot) + height / 2,
  );
  return chart.series.flatMap(({ name }, series): Item[] => {
    if (name === '') return [];
    const [middle, centre] = [middles[series]!, centres[series]!];
    const isMoved = Math.abs(centre - middle) > height / 4;
    const x = hundredths(right(plot) + NAME_GAP + (isMoved ? LEADER : 0));
    const width = cutWidth(name, 'axis', context.sizes.label, context);
    const place = { x, y: hundredths(centre - height / 2), width, height };
    const words = axisWords(`series ${series + 1} name`, name, place, 'left', context);
    if (!isMoved) return [words];
    const stroke = { colour: 'mark', width: 0.75, dash: 'solid' } as const;
    return [segment(`leader ${series + 1}`, { x: right(plot), y: middle }, { x: x - 2, y: centre }, stroke), words];
  });
}

interface Plot {
  readonly plot: Rect;
  readonly foot: Points;
  readonly step: Points;
  readonly names: CategoryNames;
}

/** The first and the last category stand on the edges of the plot, so that half of their names hangs over. */
function plotOf(chart: Chart, frame: Rect, axis: ValueAxis, named: Points, context: ChartContext): Plot {
  const left = Math.max(ticksWidth(chart, axis, context), 16);
  const steps = Math.max(1, chart.categories.length - 1);
  const width = Math.max(1, frame.width - left - Math.max(named, 16));
  const names = categoryNames(chart, width / steps, context, true);
  const foot = hundredths(bottom(frame) - names.height);
  const top = yTitleHeight(chart, context) + wordsHeight(1, 'axis', context.sizes.label, context) / 2;
  const height = hundredths(Math.max(1, foot - CATEGORY_GAP - frame.y - top));
  const plot = { x: hundredths(frame.x + left), y: hundredths(frame.y + top), width: hundredths(width), height };
  return { plot, foot, step: width / steps, names };
}
