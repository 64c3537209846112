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

/** A chart as its type draws it. What is left out is as in most: one axis of values, no bars, a name at each category. */
export type Drawn = Pick<ChartItem, 'plot' | 'axis' | 'labels' | 'drawing'> &
  Partial<Pick<ChartItem, 'secondAxis' | 'gapWidth' | 'categoryStep'>> & {
    /** Points of height or width that each part lacks; what is not above 0 fits. */
    readonly lacks: readonly Points[];
    /** Names of what PowerPoint's own chart does not draw, but for the reference. */
    readonly overlay?: readonly string[];
  };

export interface ChartKind {
  readonly type: ChartType;
  /** Places the chart in its frame: axis bounds, plot, marks and labels, all measured. */
  draw(chart: Chart, frame: Rect, context: ChartContext): Drawn;
  /** The same chart as PowerPoint has it. */
  native(item: ChartItem, brand: Brand): NativeForm;
}
