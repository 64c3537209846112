/** Doughnut: up to five parts of one whole, the whole in the hole; a stacked bar compares lengths and is mostly better. */
import type { Brand } from '../model/brand.ts';
import type { Chart } from '../model/chart.ts';
import type { Step } from '../model/outline.ts';
import type { ChartItem, DataLabel, Freeform, Item } from '../model/scene.ts';
import { hundredths, type Point, type Points, type Rect } from '../model/units.ts';
import { exact, printed } from './axis.ts';
import { segment } from './grid.ts';
import type { ChartContext, ChartKind, Drawn } from './kind.ts';
import { labelWords } from './lines.ts';
import { emphasised } from './marks.ts';
import { columnsOf, type NativeForm, nativeLabel } from './native.ts';
import { BARE } from './series.ts';
import { cutWidth, wordsHeight } from './words.ts';

export const doughnut: ChartKind = { type: 'doughnut', draw, native };

/** Diameter of the hole in per cent of the ring's (`c:holeSize`); LibreOffice knows no other. */
const HOLE = 50;
/** Between the ring and its labels. */
const LABEL_GAP = 10;
const SMALLEST_RING = 90;

/** A part of the ring: angles in turns, clockwise from the top. */
interface Slice {
  readonly category: number;
  readonly from: number;
  readonly to: number;
}

function slicesOf(chart: Chart): readonly Slice[] {
  const points = chart.series[0]?.points ?? [];
  const total = points.reduce((sum, { value }) => sum + (value ?? 0), 0);
  let at = 0;
  return points.flatMap(({ value }, category): Slice[] => {
    if (value === null || value <= 0) return [];
    const from = at;
    at += value / total;
    return [{ category, from, to: at }];
  });
}

function draw(chart: Chart, frame: Rect, context: ChartContext): Drawn {
  const slices = slicesOf(chart);
  const widest = Math.max(0, ...slices.map(({ category }) => labelWidth(chart, category, context)));
  const line = wordsHeight(1, 'value', context.sizes.value, context);
  const room = Math.min(frame.width - 2 * (widest + LABEL_GAP), frame.height - 2 * (line + LABEL_GAP));
  const side = hundredths(Math.max(1, room));
  const centre = { x: hundredths(frame.x + frame.width / 2), y: hundredths(frame.y + frame.height / 2) };
  const plot = { x: hundredths(centre.x - side / 2), y: hundredths(centre.y - side / 2), width: side, height: side };
  const placed = slices.map(slice => placeLabel(chart, slice, centre, side / 2, context));
  const whole = wholeOf(chart, centre, context);
  return {
    plot,
    axis: { minimum: 0, maximum: 1, step: 1 },
    labels: [chart.categories.map((_, at) => placed.find(({ category }) => category === at)?.label ?? null)],
    lacks: [SMALLEST_RING - side],
    overlay: whole.map(({ name }) => name),
    drawing: [
      ...slices.map(slice => sector(chart, slice, plot, context)),
      ...slices.map(slice => parting(slice, centre, side / 2)),
      ...placed.map(({ item }) => item),
      ...whole,
    ],
  };
}

const colourAt = (chart: Chart, category: number, brand: Brand): string => {
  const point = chart.series[0]!.points[category]!;
  return emphasised(point, brand.series[category % brand.series.length] ?? 'primary', brand);
};

/** Along the outer circle, and back along the inner. */
function sector(chart: Chart, { category, from, to }: Slice, plot: Rect, context: ChartContext): Freeform {
  const [radius, middle] = [plot.width / 2, { x: plot.width / 2, y: plot.width / 2 }];
  const inner = (radius * HOLE) / 100;
  const start = onCircle(middle, radius, from);
  const back = onCircle(middle, inner, to);
  return {
    ...BARE,
    kind: 'freeform',
    name: `slice ${category + 1}`,
    origin: chart.series[0]!.points[category]!.origin,
    frame: plot,
    fill: colourAt(chart, category, context.brand),
    outline: {
      name: 'slice',
      width: plot.width,
      height: plot.height,
      steps: [
        ['M', start.x, start.y],
        ...arc(middle, radius, from, to),
        ['L', back.x, back.y],
        ...arc(middle, inner, to, from),
        ['Z'],
      ],
    },
  };
}

const onCircle = ({ x, y }: Point, radius: Points, turns: number): Point => ({
  x: hundredths(x + radius * Math.sin(turns * 2 * Math.PI)),
  y: hundredths(y - radius * Math.cos(turns * 2 * Math.PI)),
});

/** Cubic curves of an eighth of a turn at most: within 0.00001 of the circle. */
function arc(middle: Point, radius: Points, from: number, to: number): readonly Step[] {
  const parts = Math.max(1, Math.ceil(Math.abs(to - from) * 8));
  const step = (to - from) / parts;
  const handle = (4 / 3) * Math.tan((step * 2 * Math.PI) / 4) * radius;
  return Array.from({ length: parts }, (_, at): Step => {
    const [one, other] = [from + at * step, from + (at + 1) * step];
    const [start, end] = [onCircle(middle, radius, one), onCircle(middle, radius, other)];
    const along = (turns: number) => ({ x: Math.cos(turns * 2 * Math.PI), y: Math.sin(turns * 2 * Math.PI) });
    const [a, b] = [along(one), along(other)];
    return [
      'C',
      hundredths(start.x + a.x * handle),
      hundredths(start.y + a.y * handle),
      hundredths(end.x - b.x * handle),
      hundredths(end.y - b.y * handle),
      end.x,
      end.y,
    ];
  });
}

/** Slices are parted by the ground. */
function parting({ category, from }: Slice, centre: Point, radius: Points): Item {
  const [inner, outer] = [onCircle(centre, (radius * HOLE) / 100, from), onCircle(centre, radius, from)];
  return segment(`parting ${category + 1}`, inner, outer, { colour: 'paper', width: 1.5, dash: 'solid' });
}

const wordsAt = (chart: Chart, category: number): string =>
  `${chart.categories[category]!.label} ${chart.series[0]!.points[category]!.label}`.trim();

const labelWidth = (chart: Chart, category: number, context: ChartContext): Points =>
  cutWidth(wordsAt(chart, category), 'value', context.sizes.value, context);

/** Outside of the ring, at the middle of the slice: PowerPoint puts it on the ring, from where it is moved. */
function placeLabel(chart: Chart, { category, from, to }: Slice, centre: Point, radius: Points, context: ChartContext) {
  const turns = (from + to) / 2;
  const width = labelWidth(chart, category, context);
  const height = hundredths(wordsHeight(1, 'value', context.sizes.value, context));
  const outside = onCircle(centre, radius + LABEL_GAP, turns);
  const [across, down] = [Math.sin(turns * 2 * Math.PI), -Math.cos(turns * 2 * Math.PI)];
  const middle = { x: outside.x + (across * width) / 2, y: outside.y + (down * height) / 2 };
  const frame = { x: hundredths(middle.x - width / 2), y: hundredths(middle.y - height / 2), width, height };
  const point = chart.series[0]!.points[category]!;
  const onRing = onCircle(centre, (radius * (100 + HOLE)) / 200, turns);
  const moved = { x: hundredths(middle.x - onRing.x), y: hundredths(middle.y - onRing.y) };
  const label: DataLabel = { place: 'right', name: 'category', value: true, moved };
  const words = wordsAt(chart, category);
  return { category, label, item: labelWords(`label ${category + 1}`, words, point, frame, 'centre', context) };
}

/** The sum of the slices, in the middle. */
function wholeOf(chart: Chart, centre: Point, context: ChartContext): readonly Item[] {
  const points = chart.series[0]?.points ?? [];
  const whole = exact(points.reduce((sum, { value }) => sum + (value ?? 0), 0));
  const text = printed(whole, chart.numberFormat);
  const parts = [text, chart.unit === '%' ? '' : chart.unit].filter(words => words !== '');
  const height = hundredths(wordsHeight(1, 'value', context.sizes.value, context));
  const facts = points.flatMap(({ fact }) => (fact === null ? [] : [fact]));
  return parts.map((words, at) => {
    const width = cutWidth(words, 'value', context.sizes.value, context);
    const y = hundredths(centre.y + (at - parts.length / 2) * height);
    const frame = { x: hundredths(centre.x - width / 2), y, width, height };
    const origin = points[0]?.origin ?? BARE.origin;
    const item = labelWords(at === 0 ? 'total' : 'total unit', words, { fact: null, origin }, frame, 'centre', context);
    return { ...item, facts };
  });
}

function native(item: ChartItem, brand: Brand): NativeForm {
  const { chart, labels } = item;
  const points = chart.series[0]?.points ?? [];
  return {
    columns: columnsOf(chart),
    plots: [
      {
        element: 'doughnutChart',
        before: [['varyColors', 1]],
        series: [
          {
            values: 0,
            x: null,
            size: null,
            mark: 'fill',
            width: 0,
            marker: 0,
            parted: true,
            colour: 'paper',
            points: points.map((point, at) => {
              const colour = colourAt(chart, at, brand);
              const label = labels[0]?.[at] ?? null;
              return {
                colour,
                forecast: chart.categories[at]!.forecast,
                label: label === null ? null : nativeLabel(label, point, colour, brand, { placed: false }),
              };
            }),
          },
        ],
        after: [
          ['firstSliceAng', 0],
          ['holeSize', HOLE],
        ],
        axes: [],
      },
    ],
    axes: [],
    blanks: 'gap',
  };
}
