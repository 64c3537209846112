/** The chart types: one file each, but for scatter and bubble, which share one. */
import type { ChartType } from '../model/chart.ts';
import { area } from './area.ts';
import { bar } from './bar.ts';
import { column } from './column.ts';
import { combination } from './combination.ts';
import { doughnut } from './doughnut.ts';
import type { ChartKind } from './kind.ts';
import { line } from './line.ts';
import { bubble, scatter } from './scatter.ts';
import { slope } from './slope.ts';
import { waterfall } from './waterfall.ts';

export type { ChartContext, ChartDrawing, ChartKind } from './kind.ts';
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
