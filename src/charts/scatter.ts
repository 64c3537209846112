/** Scatter and bubble charts: how two numbers go together, point by point, each with its name; a bubble's area is a third. */
import type { Brand, ColourToken } from '../model/brand.ts';
import type { Chart, ChartPoint } from '../model/chart.ts';
import type { ChartItem, DataLabel, Item, Shape, ValueAxis } from '../model/scene.ts';
import {
  bottom,
  contains,
  hundredths,
  overlapArea,
  type Point,
  type Points,
  type Rect,
  right,
} from '../model/units.ts';
import { exact, printed, shareOf, tickFormat, ticksOf, tightAxis, valuesOf } from './axis.ts';
import { CATEGORY_GAP } from './categories.ts';
import { axisWords, gridlines, segment, ticksWidth, yOf, yTitle, yTitleHeight } from './grid.ts';
import type { ChartContext, ChartKind, Drawn } from './kind.ts';
import { keyOf, labelTable, labelWords } from './lines.ts';
import { emphasised, seriesColour } from './marks.ts';
import { CATEGORY_AXIS, columnsOf, type NativeForm, seriesOf, VALUE_AXIS, valueAxis } from './native.ts';
import { square } from './series.ts';
import { cutWidth, wordsHeight } from './words.ts';

export const scatter: ChartKind = { type: 'scatter', draw, native };
export const bubble: ChartKind = { type: 'bubble', draw, native };

const MARKER = 9;
const LABEL_GAP = 3;
const LOWEST_PLOT = 80;
/** The largest bubble is a quarter of the plot's shorter side across, times this in per cent (`c:bubbleScale`; LibreOffice knows no other). */
const BUBBLE_SCALE = 100;

/** A point in its place, with its radius. */
interface Spot extends Point {
  readonly series: number;
  readonly category: number;
  readonly point: ChartPoint;
  readonly colour: ColourToken;
  readonly radius: Points;
}

function draw(chart: Chart, frame: Rect, context: ChartContext): Drawn {
  const xs = chart.series.flatMap(({ points }) => points.flatMap(({ x }) => (x === null ? [] : [x.value])));
  const values = valuesOf(chart.series);
  const free = { from: null, to: null };
  const axis = widened(tightAxis(values, chart.bounds), values, chart);
  const secondAxis = widened(tightAxis(xs, free), xs, { ...chart, bounds: free });
  const plot = plotOf(chart, frame, axis, context);
  const spots = spotsOf(chart, axis, secondAxis, plot, context);
  const names = placeNames(chart, spots, frame, plot, context);
  return {
    plot,
    axis,
    secondAxis,
    labels: labelTable(chart, names.labels),
    lacks: [LOWEST_PLOT - plot.height],
    drawing: [
      ...yTitle(chart, frame, context),
      ...gridlines(chart, axis, plot, context),
      ...across(chart, secondAxis, plot, frame, context),
      ...[...spots].sort((a, b) => b.radius - a.radius).map(spot => disc(spot, chart)),
      ...names.items,
    ],
  };
}

/** A step of room where a point would stand on the edge, or a bubble reach over it. */
function widened(axis: ValueAxis, values: readonly number[], { type, bounds }: Chart): ValueAxis {
  const { minimum, maximum, step } = axis;
  const isNear = (value: number) => type === 'bubble' || Math.abs(value) < step / 4;
  const below = minimum !== 0 && bounds.from === null && isNear(Math.min(...values) - minimum);
  const above = bounds.to === null && isNear(maximum - Math.max(...values));
  return { minimum: exact(minimum - (below ? step : 0)), maximum: exact(maximum + (above ? step : 0)), step };
}

function plotOf(chart: Chart, frame: Rect, axis: ValueAxis, context: ChartContext): Rect {
  const line = wordsHeight(1, 'axis', context.sizes.label, context);
  const left = ticksWidth(chart, axis, context);
  const top = yTitleHeight(chart, context) + line / 2;
  const below = CATEGORY_GAP + line + (chart.titles.x === null ? 0 : line);
  return {
    x: hundredths(frame.x + left),
    y: hundredths(frame.y + top),
    width: hundredths(Math.max(1, frame.width - left - line)),
    height: hundredths(Math.max(1, frame.height - top - below)),
  };
}

function spotsOf(chart: Chart, axis: ValueAxis, across: ValueAxis, plot: Rect, context: ChartContext): readonly Spot[] {
  const sizes = chart.series.flatMap(({ points }) => points.map(({ size }) => size?.value ?? 0));
  const largest = (0.25 * Math.min(plot.width, plot.height) * BUBBLE_SCALE) / 100;
  return chart.series.flatMap(({ points }, series) =>
    points.flatMap((point, category): Spot[] => {
      if (point.value === null || point.x === null) return [];
      const share = Math.sqrt(Math.max(0, point.size?.value ?? 0) / Math.max(...sizes, Number.MIN_VALUE));
      return [
        {
          series,
          category,
          point,
          x: hundredths(plot.x + shareOf(point.x.value, across) * plot.width),
          y: yOf(point.value, axis, plot),
          colour: emphasised(point, seriesColour(chart, series, context.brand), context.brand),
          radius: chart.type === 'bubble' ? hundredths((largest * share) / 2) : MARKER / 2,
        },
      ];
    }),
  );
}

function disc({ series, category, point, colour, ...spot }: Spot, chart: Chart): Shape {
  const name = `${chart.type === 'bubble' ? 'bubble' : 'point'} ${series + 1}.${category + 1}`;
  return { ...square(name, rectOf(spot), colour, point.origin), geometry: 'ellipse' };
}

const rectOf = ({ x, y, radius }: Point & { readonly radius: Points }): Rect => ({
  x: hundredths(x - radius),
  y: hundredths(y - radius),
  width: hundredths(2 * radius),
  height: hundredths(2 * radius),
});

/** Lines and numbers of the axis below, and what it measures. */
function across(chart: Chart, axis: ValueAxis, plot: Rect, frame: Rect, context: ChartContext): readonly Item[] {
  const format = tickFormat(chart.formats.x, axis);
  const height = hundredths(wordsHeight(1, 'axis', context.sizes.label, context));
  const y = hundredths(bottom(plot) + CATEGORY_GAP);
  const stroke = { colour: 'mark', width: 1, dash: 'solid' } as const;
  const ticks = ticksOf(axis).map((tick, at) => {
    const x = plot.x + shareOf(tick, axis) * plot.width;
    const width = cutWidth(printed(tick, format), 'axis', context.sizes.label, context);
    const place = { x: hundredths(x - width / 2), y, width, height };
    return axisWords(`x tick ${at + 1}`, printed(tick, format), place, 'centre', context);
  });
  const { x: title } = chart.titles;
  const width = title === null ? 0 : cutWidth(title, 'axis', context.sizes.label, context);
  const place = { x: hundredths(right(plot) - width), y: hundredths(bottom(frame) - height), width, height };
  return [
    segment('base line', { x: plot.x, y: bottom(plot) }, { x: right(plot), y: bottom(plot) }, stroke),
    ...ticks,
    ...(title === null ? [] : [axisWords('x title', title, place, 'right', context)]),
  ];
}

interface Names {
  readonly labels: ReadonlyMap<string, DataLabel>;
  readonly items: readonly Item[];
}

const PLACES = ['right', 'above', 'left', 'below'] as const;

/** Each name at the first side of its point where it meets nothing, the highlighted ones first; where there is none, it is left out. */
function placeNames(chart: Chart, spots: readonly Spot[], frame: Rect, plot: Rect, context: ChartContext): Names {
  const labels = new Map<string, DataLabel>();
  const taken: Rect[] = spots.filter(({ radius }) => radius > 0).map(rectOf);
  const bounds = { ...plot, width: right(frame) - plot.x };
  const ranked = [...spots].sort((a, b) => rankOf(a) - rankOf(b) || b.radius - a.radius);
  const items = ranked.flatMap((spot): Item[] => {
    const { label } = chart.categories[spot.category]!;
    const own = rectOf(spot);
    const isFree = (place: Rect) =>
      contains(bounds, place, 2) && taken.every(other => sameRect(other, own) || overlapArea(other, place) <= 1);
    const found = PLACES.map(place => ({ place, rect: besideSpot(spot, label, place, context) })).find(({ rect }) =>
      isFree(rect),
    );
    if (label === '' || found === undefined) return [];
    taken.push(found.rect);
    const { place, rect } = found;
    labels.set(keyOf(spot.series, spot.category), { place, name: 'category', value: false, moved: { x: 0, y: 0 } });
    const align = place === 'above' || place === 'below' ? 'centre' : place;
    return [labelWords(`name ${spot.category + 1}`, label, spot.point, rect, align, context)];
  });
  return { labels, items };
}

const rankOf = ({ point }: Spot): number => (point.emphasis === 'on' ? 0 : 1);

const sameRect = (one: Rect, other: Rect): boolean =>
  one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;

function besideSpot(spot: Spot, label: string, place: (typeof PLACES)[number], context: ChartContext): Rect {
  const { value: size } = context.sizes;
  const width = cutWidth(label, 'value', size, context);
  const height = hundredths(wordsHeight(1, 'value', size, context));
  const off = spot.radius + LABEL_GAP;
  const x = { right: spot.x + off, left: spot.x - off - width, above: spot.x - width / 2, below: spot.x - width / 2 };
  const y = {
    right: spot.y - height / 2,
    left: spot.y - height / 2,
    above: spot.y - off - height,
    below: spot.y + off,
  };
  return { x: hundredths(x[place]), y: hundredths(y[place]), width, height };
}

/** The colour of most points: grey where some are the highlight. */
const restOf = (chart: Chart, index: number, brand: Brand): ColourToken => {
  const { points } = chart.series[index]!;
  return points.some(({ emphasis }) => emphasis === 'off') ? brand.highlight.off : seriesColour(chart, index, brand);
};

/** Two axes of values; the column of what stands across comes first, that of the sizes last. */
function native(item: ChartItem, brand: Brand): NativeForm {
  const { chart, secondAxis } = item;
  const values = columnsOf(chart);
  const measured = (head: string, name: 'x' | 'size') => ({
    head,
    numberFormat: chart.formats[name],
    values: chart.categories.map((_, at) => {
      const point = chart.series.map(({ points }) => points[at]).find(one => one?.value != null);
      return point?.[name]?.value ?? null;
    }),
  });
  const isBubble = chart.type === 'bubble';
  const sizes = isBubble ? [measured('Size', 'size')] : [];
  const mark = isBubble ? 'fill' : 'marker';
  return {
    columns: [measured(chart.titles.x ?? 'X', 'x'), ...values, ...sizes],
    plots: [
      {
        element: isBubble ? 'bubbleChart' : 'scatterChart',
        before: isBubble
          ? [['varyColors', 0]]
          : [
              ['scatterStyle', 'lineMarker'],
              ['varyColors', 0],
            ],
        series: chart.series.map((_, index) =>
          seriesOf(item, index, brand, {
            mark,
            marker: MARKER,
            colour: restOf(chart, index, brand),
            x: 0,
            values: index + 1,
            size: isBubble ? values.length + 1 : null,
          }),
        ),
        after: isBubble
          ? [
              ['bubbleScale', BUBBLE_SCALE],
              ['showNegBubbles', 0],
              ['sizeRepresents', 'area'],
            ]
          : [],
        axes: [CATEGORY_AXIS, VALUE_AXIS],
      },
    ],
    axes: [
      valueAxis(item, {
        id: CATEGORY_AXIS,
        crosses: VALUE_AXIS,
        position: 'b',
        shown: true,
        gridlines: false,
        line: 'mark',
        bounds: secondAxis,
        numberFormat: tickFormat(chart.formats.x, secondAxis!),
        between: false,
        meets: 'min',
        title: chart.titles.x === null ? null : 'x title',
      }),
      valueAxis(item, {
        numberFormat: tickFormat(chart.numberFormat, item.axis),
        between: false,
        meets: 'min',
      }),
    ],
    blanks: 'gap',
  };
}
