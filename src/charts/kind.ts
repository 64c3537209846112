/** What every chart type is: a file in this folder that offers one of these. */
import type { Faces } from '../fonts/fonts.ts';
import type { Brand } from '../model/brand.ts';
import type { Chart, ChartType } from '../model/chart.ts';
import type { ChartItem } from '../model/scene.ts';
import type { Points, Rect } from '../model/units.ts';

export interface ChartContext {
  readonly brand: Brand;
  readonly faces: Faces;
  /** The deck's language code. */
  readonly language: string;
  /** Sizes to try for data labels and for category labels: fit lowers them and asks again. */
  readonly sizes: { readonly value: Points; readonly label: Points };
}

/** A chart with its place: what a ChartItem adds to its data. */
export type ChartDrawing = Pick<ChartItem, 'plot' | 'axis' | 'gapWidth' | 'sizes' | 'labelled' | 'drawing'> & {
  /** How many points of height or width are missing; 0 where everything fits. */
  readonly excess: Points;
};

/** The chart as DrawingML has it (ECMA-376 part 1, 21.2): plain data that `writers/pptx` turns into XML. */
export interface NativeForm {
  readonly element: 'barChart';
  readonly direction: 'bar' | 'col';
  /** Where each axis stands, and whether it is drawn. */
  readonly categoryAxis: { readonly position: 'l' | 'b'; readonly reversed: boolean };
  readonly valueAxis: { readonly position: 'b' | 'l' };
  /** Legal label position (`c:dLblPos`) for each stacking; PowerPoint repairs a deck with any other. */
  readonly labelPosition: Readonly<Record<Chart['stacking'], 'outEnd' | 'ctr'>>;
}

export interface ChartKind {
  readonly type: ChartType;
  readonly native: NativeForm;
  /** Places the chart in its frame: axis bounds, plot, bars and labels, all measured. */
  draw(chart: Chart, frame: Rect, context: ChartContext): ChartDrawing;
}
