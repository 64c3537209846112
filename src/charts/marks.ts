/** Bars before they have a direction: which stretch of the value axis, which part of the category's band. */
import type { Brand, ColourToken } from '../model/brand.ts';
import { colourOf } from '../model/brand.ts';
import type { Chart, ChartPoint } from '../model/chart.ts';

export interface Mark {
  readonly series: number;
  readonly category: number;
  readonly point: ChartPoint;
  readonly value: number;
  /** On the value axis. */
  readonly from: number;
  readonly to: number;
  /** Across the category's band, as shares of it. */
  readonly start: number;
  readonly thickness: number;
}

/**
 * The bars of a chart. In a band, PowerPoint makes a bar `1 / (n - (n - 1) x overlap + gap)` thick: overlap is 0 side by side
 * and 1 in a stack (measured within 0.01 in on LibreOffice).
 */
export function marksOf(chart: Chart, gapWidth: number): readonly Mark[] {
  const stacked = chart.stacking !== 'none';
  const abreast = stacked ? 1 : chart.series.length;
  const thickness = 1 / (abreast + gapWidth / 100);
  const edge = (1 - abreast * thickness) / 2;
  return chart.categories.flatMap((_, category) => {
    const total = chart.series.reduce((sum, series) => sum + Math.abs(series.points[category]?.value ?? 0), 0);
    const unit = chart.stacking === 'percent' && total > 0 ? total : 1;
    const ends = { up: 0, down: 0 };
    return chart.series.flatMap((series, index): Mark[] => {
      const point = series.points[category];
      if (point === undefined || point.value === null) return [];
      const value = point.value / unit;
      const side = value < 0 ? 'down' : 'up';
      const from = stacked ? ends[side] : 0;
      ends[side] += value;
      const start = edge + (stacked ? 0 : index * thickness);
      return [{ series: index, category, point, value, from, to: from + value, start, thickness }];
    });
  });
}

/** One highlight, the rest grey, where the chart has any; else the series' own colour. */
export function fillOf(mark: Mark, chart: Chart, brand: Brand): ColourToken {
  if (mark.point.emphasis !== null) return brand.highlight[mark.point.emphasis];
  return seriesColour(chart, mark.series, brand);
}

export const seriesColour = (chart: Chart, index: number, brand: Brand): ColourToken =>
  chart.series[index]!.colour ?? brand.series[index % brand.series.length] ?? 'primary';

/** Ink or paper, whichever reads better on a fill. */
export function inkOn(fill: ColourToken, brand: Brand): ColourToken {
  return Math.abs(lightness(brand, fill) - lightness(brand, 'paper')) >
    Math.abs(lightness(brand, fill) - lightness(brand, 'ink'))
    ? 'paper'
    : 'ink';
}

/** A rough lightness: Rec. 601 luma of the hex value, 0 to 255. */
function lightness(brand: Brand, token: ColourToken): number {
  const hex = Number.parseInt(colourOf(brand, token).hex.slice(1), 16);
  return 0.299 * (hex >> 16) + 0.587 * ((hex >> 8) & 255) + 0.114 * (hex & 255);
}
