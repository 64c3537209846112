/** The chart types: one file each, but for scatter and bubble, which share one. */
import type { Chart, ChartType } from '../model/chart.ts';
import type { ChartItem } from '../model/scene.ts';
import { hundredths, type Points, type Rect } from '../model/units.ts';
import { area } from './area.ts';
import { bar } from './bar.ts';
import { column } from './column.ts';
import { combination } from './combination.ts';
import { doughnut } from './doughnut.ts';
import type { ChartContext, ChartKind } from './kind.ts';
import { line } from './line.ts';
import { referenceNames } from './reference.ts';
import { bubble, scatter } from './scatter.ts';
import { slope } from './slope.ts';
import { waterfall } from './waterfall.ts';

export type { ChartContext, ChartKind } from './kind.ts';
export { hatchedEdge } from './marks.ts';
export type {
  NativeAxis,
  NativeColumn,
  NativeForm,
  NativeLabel,
  NativePlot,
  NativePoint,
  NativeSeries,
} from './native.ts';

export const CHARTS: Readonly<Record<ChartType, ChartKind>> = {
  bar,
  column,
  waterfall,
  combination,
  line,
  slope,
  area,
  scatter,
  bubble,
  doughnut,
};

/** A chart with its place: what a ChartItem adds to its data. */
export type ChartDrawing = Pick<
  ChartItem,
  'plot' | 'axis' | 'secondAxis' | 'gapWidth' | 'sizes' | 'categoryStep' | 'labels' | 'drawing' | 'overlay'
> & {
  /** How many points of height or width are missing; 0 where everything fits. */
  readonly excess: Points;
};

export function drawChart(chart: Chart, frame: Rect, context: ChartContext): ChartDrawing {
  const { lacks, overlay = [], ...own } = CHARTS[chart.type].draw(chart, frame, context);
  return {
    secondAxis: null,
    gapWidth: 0,
    categoryStep: 1,
    sizes: context.sizes,
    ...own,
    overlay: new Set([...overlay, ...referenceNames(chart)]),
    excess: hundredths(Math.max(0, ...lacks)),
  };
}
