/** Waterfall: how one figure becomes another. Steps float where the one before ended; totals stand on zero. */
import type { Brand, ColourToken } from '../model/brand.ts';
import type { Chart, ChartPoint } from '../model/chart.ts';
import type { ChartItem, Connector, DataLabel, Item, ValueAxis } from '../model/scene.ts';
import { bottom, hundredths, type Rect, right } from '../model/units.ts';
import { roundAxis } from './axis.ts';
import { APART, baseLine, CATEGORY_GAP, CATEGORY_LINES, categoryNames, drawNames } from './categories.ts';
import { gapWidthOf } from './gaps.ts';
import { segment, yOf } from './grid.ts';
import type { ChartContext, ChartKind, Drawn } from './kind.ts';
import { labelWords } from './lines.ts';
import { hatchedEdge, inkOn } from './marks.ts';
import {
  CATEGORY_AXIS,
  categoryAxis,
  type NativeColumn,
  type NativeForm,
  type NativeSeries,
  nativeLabel,
  VALUE_AXIS,
  valueAxis,
} from './native.ts';
import { referenceAcross } from './reference.ts';
import { square } from './series.ts';
import { cutWidth, wordsHeight } from './words.ts';

export const waterfall: ChartKind = { type: 'waterfall', draw, native };

const WIDEST = 110;
const VALUE_GAP = 3;
const LOWEST_PLOT = 60;

/** A step between two heights of the value axis. */
interface Step {
  readonly category: number;
  readonly point: ChartPoint;
  readonly total: boolean;
  readonly forecast: boolean;
  readonly from: number;
  readonly to: number;
}

/** Running totals: the first figure and every total stand on zero. */
function stepsOf({ categories, series }: Chart): readonly Step[] {
  let height = 0;
  return (series[0]?.points ?? []).flatMap((point, category): Step[] => {
    if (point.value === null) return [];
    const { total, forecast } = categories[category]!;
    const from = total ? 0 : height;
    height = Number((from + point.value).toPrecision(12));
    return [{ category, point, total, forecast, from, to: height }];
  });
}

/** Totals are ink, gains and losses two tones of grey; the highlight is for the figure that proves the message. */
function colourOf({ total, from, to, point }: Step, { highlight }: Brand): ColourToken {
  if (point.emphasis === 'on') return highlight.on;
  if (total) return 'ink';
  return to < from ? 'muted' : highlight.off;
}

function draw(chart: Chart, frame: Rect, context: ChartContext): Drawn {
  const steps = stepsOf(chart);
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  const axis = roundAxis([0, ...ends, chart.reference?.value ?? 0], chart.bounds);
  const band = frame.width / Math.max(1, chart.categories.length);
  const gapWidth = gapWidthOf(chart, band, WIDEST);
  const names = categoryNames(chart, band, context);
  const value = wordsHeight(1, 'value', context.sizes.value, context) + VALUE_GAP;
  const foot = hundredths(bottom(frame) - names.height);
  const height = hundredths(Math.max(1, foot - CATEGORY_GAP - frame.y - value));
  const plot = { ...frame, y: hundredths(frame.y + value), height };
  const placed = steps.map(step => placeStep(step, axis, plot, band, gapWidth, context));
  const ties = connectors(steps, placed, axis, plot);
  const lacks = [
    names.widestWord - (band - APART),
    names.height > CATEGORY_LINES * names.line ? names.line : 0,
    LOWEST_PLOT - plot.height,
  ];
  return {
    plot,
    axis,
    gapWidth,
    labels: [chart.categories.map((_, at) => placed.find(({ step }) => step.category === at)?.label ?? null)],
    lacks,
    overlay: ties.map(({ name }) => name),
    drawing: [
      ...placed.flatMap(({ items }) => items),
      ...ties,
      baseLine(plot, axis),
      ...drawNames(chart, names, { x: plot.x, y: foot, band }, context),
      ...referenceAcross(chart, axis, plot, context),
    ],
  };
}

interface PlacedStep {
  readonly step: Step;
  readonly rect: Rect;
  readonly label: DataLabel | null;
  readonly items: readonly Item[];
}

/**
 * The value stands in its column where it fits, in the longer part of one that crosses zero; else below a loss that leaves it room over
 * the base line, and above anything else.
 */
function placeStep(
  step: Step,
  axis: ValueAxis,
  plot: Rect,
  band: number,
  gapWidth: number,
  context: ChartContext,
): PlacedStep {
  const { point, category, from, to } = step;
  const thickness = band / (1 + gapWidth / 100);
  const [top, end] = [yOf(Math.max(from, to), axis, plot), yOf(Math.min(from, to), axis, plot)];
  const x = hundredths(plot.x + category * band + (band - thickness) / 2);
  const rect = { x, y: top, width: hundredths(thickness), height: hundredths(end - top) };
  const fill = colourOf(step, context.brand);
  const name = `column ${category + 1}`;
  const plain = square(name, rect, fill, point.origin, step.forecast);
  const edge = { colour: fill, width: hatchedEdge(point.emphasis === 'on'), dash: 'solid' } as const;
  const shape = step.forecast ? { ...plain, stroke: edge } : plain;
  if (point.label === '') return { step, rect, label: null, items: [shape] };
  const { value: size } = context.sizes;
  const height = hundredths(wordsHeight(1, 'value', size, context));
  const main = crosses(step) ? [0, mainPart(step)] : [from, to];
  const [mainTop, mainEnd] = [yOf(Math.max(...main), axis, plot), yOf(Math.min(...main), axis, plot)];
  const isInside = !step.forecast && mainEnd - mainTop >= height + 2 * VALUE_GAP;
  const width = cutWidth(point.label, 'value', size, context);
  const middle = (mainTop + mainEnd) / 2;
  const isBelow = to < from && bottom(rect) + VALUE_GAP + height <= yOf(0, axis, plot);
  const centre = isInside ? middle : isBelow ? bottom(rect) + VALUE_GAP + height / 2 : rect.y - VALUE_GAP - height / 2;
  const place = { x: hundredths(rect.x + (rect.width - width) / 2), y: hundredths(centre - height / 2), width, height };
  const on = isInside ? { colour: inkOn(fill, context.brand), ground: fill } : undefined;
  const words = labelWords(`${name} value`, point.label, point, place, 'centre', context, on);
  const moved = isInside ? { x: 0, y: 0 } : { x: 0, y: hundredths(centre - middle) };
  return { step, rect, label: { place: 'inside', name: null, value: true, moved }, items: [shape, words] };
}

/** From where a step ends to the next column. */
function connectors(
  steps: readonly Step[],
  placed: readonly PlacedStep[],
  axis: ValueAxis,
  plot: Rect,
): readonly Connector[] {
  return steps.slice(0, -1).map((step, at) => {
    const y = yOf(step.to, axis, plot);
    const [from, to] = [
      { x: right(placed[at]!.rect), y },
      { x: placed[at + 1]!.rect.x, y },
    ];
    return segment(`connector ${at + 1}`, from, to, { colour: 'mark', width: 0.75, dash: 'solid' });
  });
}

/**
 * A stack on a base that is not seen, because PowerPoint's own waterfall is an extension that few programs read. A step that
 * crosses zero has a part on either side of it, in columns of their own; the last column has the steps as they are.
 */
function native(item: ChartItem, brand: Brand): NativeForm {
  const { chart } = item;
  const steps = stepsOf(chart);
  const { base, increase, decrease, total, change } = chart.phrases;
  const kinds = [
    { head: total, has: (step: Step) => step.total },
    { head: increase, has: (step: Step) => !step.total && step.to >= step.from },
    { head: decrease, has: (step: Step) => !step.total && step.to < step.from },
  ];
  const column = (head: string, height: (step: Step) => number | null): NativeColumn => ({
    head,
    numberFormat: chart.numberFormat,
    values: chart.categories.map((_, at) => {
      const step = steps.find(({ category }) => category === at);
      return step === undefined ? null : height(step);
    }),
  });
  const built = kinds
    .flatMap(kind => [
      { kind, column: column(kind.head, step => (kind.has(step) ? mainPart(step) : null)), isMain: true },
      { kind, column: column(`${kind.head} <> 0`, step => (kind.has(step) ? otherPart(step) : null)), isMain: false },
    ])
    .filter(({ column: { values } }) => values.some(value => value !== null));
  const columns = [column(base, baseOf), ...built.map(one => one.column), column(change, step => step.point.value)];
  const blank = { x: null, size: null, width: 0, marker: 0, parted: false };
  const series: NativeSeries[] = [
    { ...blank, values: 0, mark: 'none', colour: 'paper', points: [] },
    ...built.map(({ kind, isMain }, index): NativeSeries => {
      const own = steps.filter(kind.has);
      return {
        ...blank,
        values: index + 1,
        mark: 'fill',
        colour: colourOf({ ...own[0]!, point: { ...own[0]!.point, emphasis: null } }, brand),
        points: chart.categories.map((_, at) => {
          const step = own.find(({ category }) => category === at);
          const colour = colourOf(step ?? own[0]!, brand);
          const label = isMain && step !== undefined ? (item.labels[0]?.[at] ?? null) : null;
          return {
            colour:
              step === undefined
                ? colourOf({ ...own[0]!, point: { ...own[0]!.point, emphasis: null } }, brand)
                : colour,
            forecast: step?.forecast === true,
            highlight: step?.point.emphasis === 'on',
            label: label === null ? null : nativeLabel(label, step!.point, colour, brand),
          };
        }),
      };
    }),
  ];
  return {
    columns,
    plots: [
      {
        element: 'barChart',
        before: [
          ['barDir', 'col'],
          ['grouping', 'stacked'],
          ['varyColors', 0],
        ],
        series,
        after: [
          ['gapWidth', item.gapWidth],
          ['overlap', 100],
        ],
        axes: [CATEGORY_AXIS, VALUE_AXIS],
      },
    ],
    axes: [categoryAxis(), valueAxis(item)],
    blanks: 'gap',
  };
}

const crosses = ({ from, to }: Step): boolean => Math.min(from, to) < 0 && Math.max(from, to) > 0;

/** What a column stands on: the end that is nearer to zero. */
function baseOf(step: Step): number | null {
  const { from, to } = step;
  if (crosses(step) || step.total) return null;
  const near = Math.abs(from) < Math.abs(to) ? from : to;
  return near === 0 ? null : near;
}

/** The height of a column; of one that crosses zero, its longer part. */
function mainPart(step: Step): number {
  const { from, to } = step;
  if (crosses(step)) return Math.abs(to) >= Math.abs(from) ? to : from;
  const height = Number(Math.abs(to - from).toPrecision(12));
  return Math.min(from, to) < 0 ? -height : height;
}

function otherPart(step: Step): number | null {
  if (!crosses(step)) return null;
  return mainPart(step) === step.to ? step.from : step.to;
}
