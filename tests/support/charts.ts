/** Charts made by hand, for the writers: at least one of each type, with what makes it differ from the others. */
import { drawChart } from '../../src/charts/charts.ts';
import { loadFaces } from '../../src/fonts/fonts.ts';
import type { Category, Chart, ChartPoint, Series } from '../../src/model/chart.ts';
import { NOWHERE } from '../../src/model/origin.ts';
import type { ChartItem } from '../../src/model/scene.ts';
import type { Rect } from '../../src/model/units.ts';
import { at, BLANK_CHART, BLANK_POINT, BLANK_SERIES, builtIn, house } from './scene.ts';

const { brand } = house;
const faces = await loadFaces(builtIn, brand, 'en');

export const category = (label: string, forecast = false): Category => ({
  label,
  forecast,
  total: false,
  origin: NOWHERE,
});

export const valued = (value: number | null, label: string, more: Partial<ChartPoint> = {}): ChartPoint => ({
  ...BLANK_POINT,
  value,
  label,
  ...more,
});

export function chart(name: string, frame: Rect, data: Partial<Chart>, more: Partial<ChartItem> = {}): ChartItem {
  const whole: Chart = { ...BLANK_CHART, numberFormat: '0.0', alt: `Chart ${name}.`, ...data };
  const context = { brand, faces, language: 'en', sizes: { value: 14, label: 12 } };
  const { excess: _, ...drawing } = drawChart(whole, frame, context);
  return {
    kind: 'chart',
    name,
    frame,
    origin: NOWHERE,
    facts: [{ fact: 'dram-share', member: null }],
    alt: whole.alt,
    placeholder: null,
    chart: whole,
    ...drawing,
    ...more,
  };
}

const series = (name: string, values: readonly (number | null)[], more: Partial<Series> = {}): Series => ({
  ...BLANK_SERIES,
  name,
  numberFormat: '0.0',
  points: values.map(value => valued(value, value === null ? '' : value.toFixed(1))),
  ...more,
});

const years = ['2021', '2022', '2023', '2024F'].map(label => category(label, label.endsWith('F')));
const total = (label: string): Category => ({ ...category(label), total: true });
const spot = (x: number, y: number, size: number): ChartPoint =>
  valued(y, String(y), {
    x: { value: x, label: String(x), fact: null },
    size: { value: size, label: String(size), fact: null },
    emphasis: y === 3 ? 'on' : 'off',
  });
const spots = {
  categories: ['Seoul', 'Busan <&>', 'Daegu', ''].map(label => category(label)),
  series: [{ ...series('Cities', []), points: [spot(1, 2, 5), spot(2.5, 3, 20), spot(4, 1, 0), spot(4.5, 2.5, 8)] }],
  titles: { x: 'Hours & minutes', y: 'Load' },
  gridlines: true,
} satisfies Partial<Chart>;

/** Two slides of charts, six each: every type that has no slide of its own above. */
export const EVERY_TYPE: readonly (readonly ChartItem[])[] = [
  [
    chart('line', at(43, 120, 280, 160), {
      type: 'line',
      gridlines: true,
      categories: years,
      series: [series('Memory', [1.5, null, 2.5, 2.6]), series('Logic', [1.2, 2, 2.4, 2.5], { emphasis: 'on' })],
    }),
    chart('line without axis', at(340, 120, 280, 160), {
      type: 'line',
      categories: years,
      series: [series('', [3, -1, 4, 2])],
      reference: { value: 2, label: 'Limit 2', fact: null, origin: NOWHERE },
    }),
    chart('slope', at(640, 120, 280, 160), {
      type: 'slope',
      categories: [category('1Q'), category(''), category('3Q')],
      series: [series('Alps', [31, null, 36]), series('North', [44, null, 37]), series('South', [35, null, 36.5])],
    }),
    chart('area', at(43, 300, 280, 160), {
      type: 'area',
      stacking: 'stacked',
      gridlines: true,
      categories: years.slice(0, 3),
      series: [series('Low', [1, 2, 3]), series('High', [2, 2, 0.1]), series('Higher', [0.5, 0.5, 0.1])],
    }),
    chart('area of shares', at(340, 300, 280, 160), {
      type: 'area',
      stacking: 'percent',
      gridlines: true,
      categories: years.slice(0, 3),
      series: [series('Low', [1, 2, 3]), series('High', [2, 2, 1])],
    }),
    chart('waterfall', at(640, 300, 280, 160), {
      type: 'waterfall',
      categories: [total('Start'), category('Down'), category('Up'), category('Tiny'), total('End')],
      series: [series('', [10, -25, 40, 0.2, 25.2])],
    }),
  ],
  [
    chart('combination', at(43, 120, 280, 160), {
      type: 'combination',
      categories: years,
      series: [series('Output', [1, 2, 3, 4]), series('Load', [50, 60, 55, 70], { mark: 'line', second: true })],
    }),
    chart('combination of one unit', at(340, 120, 280, 160), {
      type: 'combination',
      categories: years,
      series: [series('Output', [1, 2, 3, 4]), series('Plan', [2, 2, 2.5, null], { mark: 'line' })],
    }),
    chart('scatter', at(640, 120, 280, 160), { type: 'scatter', ...spots }),
    chart('bubble', at(43, 300, 280, 160), { type: 'bubble', ...spots }),
    chart('doughnut', at(340, 300, 280, 160), {
      type: 'doughnut',
      categories: ['One', 'Two', 'Rest'].map(label => category(label)),
      series: [series('', [50, 30, 20])],
      unit: '%',
    }),
    chart('share', at(640, 300, 280, 160), {
      type: 'bar',
      stacking: 'stacked',
      categories: [category('A'), category('B')],
      series: [series('Part', [30, 60]), series('Other part', [20, 1]), series('Rest', [1, 2])],
      sums: [valued(51, '51.0'), valued(63, '63.0')],
    }),
  ],
];
