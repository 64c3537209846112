/** What every chart type is: a file in this folder that offers one of these. */
import type { Faces } from '../fonts/fonts.ts';
import type { Brand } from '../model/brand.ts';
import type { Chart, ChartType } from '../model/chart.ts';
import type { ChartItem } from '../model/scene.ts';
import type { Points, Rect } from '../model/units.ts';
import type { NativeForm } from './native.ts';

export interface ChartContext {
  readonly brand: Brand;
  readonly faces: Faces;
  /** The deck's language code. */
  readonly language: string;
  /** Sizes to try for data labels and for category labels: fit lowers them and asks again. */
  readonly sizes: { readonly value: Points; readonly label: Points };
}

/** A chart with its place: what a ChartItem adds to its data. */
export type ChartDrawing = Pick<
  ChartItem,
  'plot' | 'axis' | 'secondAxis' | 'gapWidth' | 'sizes' | 'categoryStep' | 'labels' | 'drawing' | 'overlay'
> & {
  /** How many points of height or width are missing; 0 where everything fits. */
  readonly excess: Points;
};

export interface ChartKind {
  readonly type: ChartType;
  /** Places the chart in its frame: axis bounds, plot, marks and labels, all measured. */
  draw(chart: Chart, frame: Rect, context: ChartContext): ChartDrawing;
  /** The same chart as PowerPoint has it. */
  native(item: ChartItem, brand: Brand): NativeForm;
}
