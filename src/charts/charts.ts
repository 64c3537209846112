/** The chart types: one file each. */
import type { ChartType } from '../model/chart.ts';
import { bar } from './bar.ts';
import { column } from './column.ts';
import type { ChartKind } from './kind.ts';

export type { ChartContext, ChartDrawing, ChartKind, NativeForm } from './kind.ts';

export const CHARTS: Readonly<Record<ChartType, ChartKind>> = { bar, column };
