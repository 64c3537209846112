/** How far columns and bars stand apart. */
import type { Chart } from '../model/chart.ts';
import type { Points } from '../model/units.ts';

/** Gaps are half as wide as what stands between them, wider where a few columns would turn into walls (`c:gapWidth`, in percent). */
export const GAP_WIDTH = 50;
const WIDEST_GAP = 300;

/** Columns or bars that stand side by side in one category. */
export const abreast = ({ stacking, series }: Chart): number => (stacking === 'none' ? Math.max(1, series.length) : 1);

/** The gaps that keep columns or bars from growing thicker than this, a band of the plot for each category. */
export const gapWidthOf = (chart: Chart, band: Points, thickest: Points, widest = WIDEST_GAP): number =>
  Math.round(Math.min(widest, Math.max(GAP_WIDTH, (band / thickest - abreast(chart)) * 100)));
