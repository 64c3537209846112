/** Bars before they have a direction: which stretch of the value axis, which part of the category's band. */
import type { Brand, ColourToken } from '../model/brand.ts';
import { colourOf } from '../model/brand.ts';
import type { Chart, ChartPoint } from '../model/chart.ts';
import type { Points } from '../model/units.ts';

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
export const fillOf = (mark: Mark, chart: Chart, brand: Brand): ColourToken =>
  emphasised(mark.point, seriesColour(chart, mark.series, brand), brand);

export const emphasised = ({ emphasis }: ChartPoint, own: ColourToken, { highlight }: Brand): ColourToken =>
  emphasis === null ? own : highlight[emphasis];

export function seriesColour(chart: Chart, index: number, brand: Brand): ColourToken {
  const { emphasis, colour } = chart.series[index]!;
  if (emphasis !== null) return brand.highlight[emphasis];
  return colour ?? brand.series[index % brand.series.length] ?? 'primary';
}

/** Width of the edge of a hatched mark, in points: the highlight stands out in grey, too. */
export const hatchedEdge = (isHighlight: boolean): Points => (isHighlight ? 2.25 : 0.75);

/** Whether a point is what proves the message, by itself or with all of its series. */
export const isHighlight = ({ emphasis }: ChartPoint, chart: Chart, series: number): boolean =>
  (emphasis ?? chart.series[series]!.emphasis) === 'on';

/** Ink or paper, whichever has the greater contrast to a fill (WCAG 2.2, "contrast ratio"). */
export function inkOn(fill: ColourToken, brand: Brand): ColourToken {
  const ratio = (token: ColourToken): number => {
    const [one, two] = [luminance(brand, fill), luminance(brand, token)];
    return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  };
  return ratio('ink') >= ratio('paper') ? 'ink' : 'paper';
}

/** Relative luminance, 0 to 1. */
function luminance(brand: Brand, token: ColourToken): number {
  const hex = Number.parseInt(colourOf(brand, token).hex.slice(1), 16);
  const [red, green, blue] = [hex >> 16, (hex >> 8) & 255, hex & 255].map(channel => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
