/** Lines through points, and the labels at their ends: name and value where the line stops, so that no legend is needed. */
import type { Brand, ColourToken } from '../model/brand.ts';
import type { Chart, ChartPoint } from '../model/chart.ts';
import type { Connector, DataLabel, Item, Shape, TextBlock, ValueAxis } from '../model/scene.ts';
import { bottom, hundredths, type Point, type Points, type Rect } from '../model/units.ts';
import { apart } from './apart.ts';
import { segment, yOf } from './grid.ts';
import type { ChartContext } from './kind.ts';
import { emphasised, seriesColour } from './marks.ts';
import { square } from './series.ts';
import { cutWidth, layWords, wordsHeight } from './words.ts';

/** A point of a line in its place. */
export interface Vertex extends Point {
  readonly category: number;
  readonly point: ChartPoint;
  readonly forecast: boolean;
}

const WIDTHS = { on: 3, off: 1.5, plain: 2.25 } as const;
/** Diameter of a marker, and from its middle to a label beside or above it. */
export const MARKER = 7;
const BESIDE = 8;
const ABOVE = 6;
/** A label that is moved stands this much further off, behind its leader. */
const LEADER = 14;

/** Three points thick where it is the highlight, thin beside one. */
export const lineWidth = (chart: Chart, series: number): Points => WIDTHS[chart.series[series]!.emphasis ?? 'plain'];

/** The points of a series that have a value. */
export const verticesOf = (
  chart: Chart,
  series: number,
  xOf: (category: number) => Points,
  axis: ValueAxis,
  plot: Rect,
): readonly Vertex[] =>
  chart.series[series]!.points.flatMap((point, category) =>
    point.value === null
      ? []
      : [
          {
            x: hundredths(xOf(category)),
            y: yOf(point.value, axis, plot),
            category,
            point,
            forecast: chart.categories[category]!.forecast,
          },
        ],
  );

/** Categories from the value before to this one; 0 where either is missing. */
function strideTo(points: readonly ChartPoint[], at: number): number {
  const before = points.slice(0, at).findLastIndex(({ value }) => value !== null);
  return before < 0 || points[at]!.value === null ? 0 : at - before;
}

/** Whether the stretch that ends in a point passes over a gap in the data: it is longer than their own step, and nothing is known of its course. */
export function isBridge({ series }: Chart, index: number, at: number): boolean {
  const strides = series.flatMap(({ points }) => points.map((_, end) => strideTo(points, end)));
  return strideTo(series[index]!.points, at) > Math.min(...strides.filter(stride => stride > 0));
}

/** Stretches and markers; where a value is missing the line stops, or runs on in dashes where it `spans`. */
export function drawLine(
  chart: Chart,
  series: number,
  vertices: readonly Vertex[],
  spans: boolean,
  brand: Brand,
): readonly Item[] {
  const own = seriesColour(chart, series, brand);
  const width = lineWidth(chart, series);
  const stretches = vertices.slice(1).flatMap((vertex, at): Connector[] => {
    const before = vertices[at]!;
    if (vertex.category - before.category > 1 && !spans) return [];
    const colour = emphasised(vertex.point, own, brand);
    const isDashed = vertex.forecast || isBridge(chart, series, vertex.category);
    const stroke = { colour, width, dash: isDashed ? 'dashed' : 'solid' } as const;
    return [segment(`line ${series + 1}.${vertex.category + 1}`, before, vertex, stroke)];
  });
  return [...stretches, ...vertices.map(vertex => marker(vertex, series, emphasised(vertex.point, own, brand)))];
}

/** A disc; of a forecast, a ring. */
function marker({ x, y, category, point, forecast }: Vertex, series: number, colour: ColourToken): Shape {
  const frame = { x: hundredths(x - MARKER / 2), y: hundredths(y - MARKER / 2), width: MARKER, height: MARKER };
  const disc = square(`marker ${series + 1}.${category + 1}`, frame, forecast ? 'paper' : colour, point.origin);
  return { ...disc, geometry: 'ellipse', stroke: { colour, width: 1.25, dash: 'solid' } };
}

/** What stands at an end of a line. */
interface End {
  readonly series: number;
  readonly vertex: Vertex;
  readonly words: string;
  readonly name: boolean;
}

/** The first or the last point of every line, with what is printed there. */
export const endsOf = (chart: Chart, lines: readonly (readonly Vertex[])[], side: 'left' | 'right'): readonly End[] =>
  lines.flatMap((vertices, series): End[] => {
    const vertex = side === 'left' ? vertices[0] : vertices.at(-1);
    if (vertex === undefined) return [];
    const { name } = chart.series[series]!;
    const named = side === 'right' && name !== '';
    return [{ series, vertex, name: named, words: named ? `${name} ${vertex.point.label}` : vertex.point.label }];
  });

/** Width that the labels of one side need. */
export const endsWidth = (chart: Chart, side: 'left' | 'right', context: ChartContext): Points => {
  const words = chart.series.flatMap(({ name, points }) => {
    const valued = points.filter(({ value }) => value !== null);
    const point = side === 'left' ? valued[0] : valued.at(-1);
    if (point === undefined) return [];
    return [side === 'right' && name !== '' ? `${name} ${point.label}` : point.label];
  });
  const widths = words.map(text => cutWidth(text, 'value', context.sizes.value, context));
  return Math.max(0, ...widths) + BESIDE + (words.length > 1 ? LEADER : 0);
};

export interface PlacedLabels {
  /** By series and category. */
  readonly labels: ReadonlyMap<string, DataLabel>;
  readonly items: readonly Item[];
  /** Names of the leaders among them. */
  readonly leaders: readonly string[];
}

export const keyOf = (series: number, category: number): string => `${series}.${category}`;

/** Labels beside the ends of lines: those that would lie on each other are moved apart, and tied to their line by a leader. */
export function placeEnds(
  ends: readonly End[],
  side: 'left' | 'right',
  plot: Rect,
  context: ChartContext,
): PlacedLabels {
  const { value: size } = context.sizes;
  const height = hundredths(wordsHeight(1, 'value', size, context));
  const centres = apart(
    ends.map(({ vertex }) => vertex.y),
    ends.map(() => height),
    plot.y - height / 2,
    bottom(plot) + height / 2,
  );
  const sign = side === 'left' ? -1 : 1;
  const labels = new Map<string, DataLabel>();
  const leaders: string[] = [];
  const items = ends.flatMap(({ series, vertex, words, name }, at): Item[] => {
    const down = hundredths(centres[at]! - vertex.y);
    const isMoved = Math.abs(down) > height / 4;
    const moved = isMoved ? { x: sign * LEADER, y: down } : { x: 0, y: 0 };
    labels.set(keyOf(series, vertex.category), { place: side, name: name ? 'series' : null, value: true, moved });
    const width = cutWidth(words, 'value', size, context);
    const near = vertex.x + sign * BESIDE + moved.x;
    const y = vertex.y + moved.y;
    const frame = {
      x: hundredths(side === 'left' ? near - width : near),
      y: hundredths(y - height / 2),
      width,
      height,
    };
    const text = labelWords(`label ${series + 1}.${vertex.category + 1}`, words, vertex.point, frame, side, context);
    if (!isMoved) return [text];
    const leader = `leader ${side} ${series + 1}`;
    leaders.push(leader);
    const from = { x: vertex.x + sign * (MARKER / 2 + 1), y: vertex.y };
    return [segment(leader, from, { x: near - sign * 2, y }, { colour: 'mark', width: 0.75, dash: 'solid' }), text];
  });
  return { labels, items, leaders };
}

/** A value above its point. */
export const labelAbove = (series: number, vertex: Vertex, context: ChartContext): Item =>
  labelAt(series, vertex, 'above', context);

/** A value above or below its point. */
export function labelAt(series: number, vertex: Vertex, side: 'above' | 'below', context: ChartContext): Item {
  const { value: size } = context.sizes;
  const width = cutWidth(vertex.point.label, 'value', size, context);
  const height = hundredths(wordsHeight(1, 'value', size, context));
  const frame = {
    x: hundredths(vertex.x - width / 2),
    y: hundredths(side === 'above' ? vertex.y - ABOVE - height : vertex.y + ABOVE),
    width,
    height,
  };
  const name = `label ${series + 1}.${vertex.category + 1}`;
  return labelWords(name, vertex.point.label, vertex.point, frame, 'centre', context);
}

/** A label at one side of its point; on a mark, in the ink that is read there. */
export const labelWords = (
  name: string,
  words: string,
  { fact, origin }: Pick<ChartPoint, 'fact' | 'origin'>,
  frame: Rect,
  align: 'left' | 'centre' | 'right',
  context: ChartContext,
  on: { readonly colour: ColourToken; readonly ground: ColourToken } = {
    colour: context.brand.type.value.colour,
    ground: 'paper',
  },
): TextBlock => {
  // A label at the left of a point ends there; one at the right begins there.
  const side = align === 'left' ? 'right' : align === 'right' ? 'left' : 'centre';
  return layWords(
    {
      name,
      lines: [words],
      role: 'value',
      size: context.sizes.value,
      align: side,
      anchor: 'middle',
      fact,
      origin,
      ...on,
    },
    frame,
    context,
  );
};

/** Labels by series and category, as the scene has them. */
export const labelTable = (chart: Chart, labels: ReadonlyMap<string, DataLabel>) =>
  chart.series.map(({ points }, series) => points.map((_, category) => labels.get(keyOf(series, category)) ?? null));

/** The first, the last, the largest and the smallest: what a line says in numbers where no axis does. */
export function telling(vertices: readonly Vertex[]): readonly Vertex[] {
  const values = vertices.map(({ point }) => point.value!);
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const found = [vertices[0], vertices[values.indexOf(greatest)], vertices[values.indexOf(least)]];
  return [...new Set(found)].filter(vertex => vertex !== undefined && vertex !== vertices.at(-1)) as Vertex[];
}
