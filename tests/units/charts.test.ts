import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { axisOf, printed, shareOf, tickFormat } from '../../src/charts/axis.ts';
import { type ChartDrawing, drawChart } from '../../src/charts/charts.ts';
import { loadFaces } from '../../src/fonts/fonts.ts';
import type { Chart } from '../../src/model/chart.ts';
import { NOWHERE } from '../../src/model/origin.ts';
import type { Item } from '../../src/model/scene.ts';
import { bottom, contains, inches, type Rect, right } from '../../src/model/units.ts';
import { chartOf } from '../support/nodes.ts';
import { builtIn, house } from '../support/scene.ts';

const faces = await loadFaces(builtIn, house.brand, 'en');
const frame: Rect = { x: 100, y: 50, width: 600, height: 300 };
const context = { brand: house.brand, faces, language: 'en', sizes: { value: 14, label: 12 } };

const draw = (chart: Chart, place: Rect = frame): ChartDrawing => drawChart(chart, place, context);
const named = (drawing: readonly Item[], name: string): Item => drawing.find(item => item.name === name)!;
const shares = chartOf('bar', ['Samsung', 'SK hynix', 'Micron'], [[42, 34, 20]]);
const years = chartOf('column', ['2021', '2025', '2031F'], [[177, 220, 304]]);

describe('the value axis', () => {
  test.each`
    values              | stacking     | axis
    ${[[42, 34]]}       | ${'none'}    | ${{ minimum: 0, maximum: 50, step: 10 }}
    ${[[-3, 8]]}        | ${'none'}    | ${{ minimum: -4, maximum: 8, step: 2 }}
    ${[[5, 6], [7, 9]]} | ${'stacked'} | ${{ minimum: 0, maximum: 16, step: 2 }}
    ${[[5, 6], [7, 9]]} | ${'percent'} | ${{ minimum: 0, maximum: 1, step: 0.25 }}
    ${[[0, null]]}      | ${'none'}    | ${{ minimum: 0, maximum: 1, step: 0.25 }}
  `('of $values, $stacking, runs over round numbers from zero', ({ values, stacking, axis }) => {
    expect(axisOf(chartOf('bar', ['a', 'b'], values, { stacking }))).toEqual(axis);
  });

  test.each([
    ['#,##0.0', '#,##0;"−"#,##0', '−4'],
    ['#,##0"%"', '#,##0"%";"−"#,##0"%"', '−4%'],
    ['0.0"만";"−"0.0"만"', '0"만";"−"0"만";0', '−4만'],
  ])('has the number format of its values: %s is %s', (values, format, printedFour) => {
    const axis = { minimum: -4, maximum: 8, step: 2 };
    expect(tickFormat(values, axis)).toBe(format);
    expect(printed(-4, format)).toBe(printedFour);
  });

  test('holds the reference', () => {
    const reference = { value: 90, label: 'Limit', fact: null, origin: NOWHERE };
    expect(draw({ ...shares, reference }).axis.maximum).toBeGreaterThanOrEqual(90);
  });
});

describe('a bar chart', () => {
  const { drawing, plot } = draw(shares);

  test('has bars as long as their values, the first on top', () => {
    const bars = [1, 2, 3].map(n => named(drawing, `bar ${n}`).frame);
    expect(bars.map(({ width }) => width / bars[0]!.width)).toEqual(
      [1, 34 / 42, 20 / 42].map(share => expect.closeTo(share, 3)),
    );
    expect(bars.every(bar => bar.x === plot.x)).toBe(true);
    expect(bars[0]!.y).toBeLessThan(bars[1]!.y);
  });

  test.each`
    height | gap    | why
    ${100} | ${0.5} | ${'twice as thick as the gaps'}
    ${300} | ${1.1} | ${'no thicker than 0.6 inch, and the gaps grow, as PowerPoint computes them'}
  `('has bars $why', ({ height, gap }) => {
    const { drawing: own, gapWidth } = draw(shares, { ...frame, height });
    const [first, second] = [named(own, 'bar 1').frame, named(own, 'bar 2').frame];
    expect((second.y - bottom(first)) / first.height).toBeCloseTo(gap, 2);
    expect(gapWidth).toBeCloseTo(gap * 100, 2);
    expect(first.height).toBeLessThan(inches(0.61));
  });

  test('prints names at the left and values at the ends', () => {
    const [bar, name, value] = ['bar 1', 'category 1', 'bar 1 value'].map(one => named(drawing, one).frame);
    expect(right(name!)).toBeLessThan(bar!.x);
    expect(value!.x).toBeGreaterThan(right(bar!));
    expect(right(value!)).toBeLessThanOrEqual(right(frame));
  });

  test('stretches to the left of zero for negative values', () => {
    const { drawing: negative, plot: inner } = draw(chartOf('bar', ['up', 'down'], [[8, -4]]));
    expect(right(named(negative, 'bar 2').frame)).toBeCloseTo(named(negative, 'bar 1').frame.x, 1);
    expect(contains(inner, named(negative, 'bar 2').frame)).toBe(true);
  });

  test('says how much room is missing for names that are too long', () => {
    const long = chartOf(
      'bar',
      ['A name that goes on and on until no two lines can ever hold all of it in this frame at all'],
      [[1]],
    );
    expect(draw(shares).excess).toBe(0);
    expect(draw(long).excess).toBeGreaterThan(0);
  });
});

describe('a column chart', () => {
  const { drawing, plot } = draw(years);

  test('has columns that stand on zero, values on top, forecasts hatched', () => {
    const columns = [1, 2, 3].map(n => named(drawing, `column ${n}`));
    expect(columns.map(({ frame: column }) => bottom(column))).toEqual(
      columns.map(() => expect.closeTo(bottom(plot), 1)),
    );
    expect(columns.map(item => item.kind === 'shape' && item.hatched)).toEqual([false, false, true]);
    expect(bottom(named(drawing, 'column 1 value').frame)).toBeLessThanOrEqual(columns[0]!.frame.y);
  });

  test('labels only the telling columns where labels would collide', () => {
    const values = Array.from({ length: 12 }, (_, at) => 100000 + ((at * 7) % 12) * 1000);
    const crowded = chartOf(
      'column',
      values.map((_, at) => `${at}`),
      [values],
    );
    const { labels } = draw(crowded, { ...frame, width: 400 });
    const shown = labels[0]!.flatMap((label, at) => (label === null ? [] : [at]));
    expect(shown).toEqual([0, values.indexOf(Math.max(...values)), 11].sort((a, b) => a - b));
  });

  test('draws nothing for a gap in the data', () => {
    const { drawing: gap } = draw(chartOf('column', ['a', 'b'], [[1, null]]));
    expect(named(gap, 'column 2')).toBeUndefined();
  });

  test('names several series above the plot', () => {
    const { drawing: two, plot: inner } = draw(chartOf('column', ['a'], [[1], [2]]));
    expect(bottom(named(two, 'series 2 name').frame)).toBeLessThan(inner.y);
    expect(named(two, 'column 1.2').frame.x).toBeCloseTo(right(named(two, 'column 1.1').frame), 1);
  });

  test('a stack is as high as its sum', () => {
    const { drawing: stack } = draw(chartOf('column', ['a'], [[1], [2]], { stacking: 'stacked' }));
    const [low, high] = [named(stack, 'column 1.1').frame, named(stack, 'column 1.2').frame];
    expect(bottom(high)).toBeCloseTo(low.y, 1);
    expect(high.height / low.height).toBeCloseTo(2, 1);
  });
});

describe('colours', () => {
  test('one highlight, the rest grey', () => {
    const points = shares.series[0]!.points.map(
      (point, at) => ({ ...point, emphasis: at === 1 ? 'on' : 'off' }) as const,
    );
    const { drawing } = draw({ ...shares, series: [{ ...shares.series[0]!, points }] });
    const fills = [1, 2, 3].map(n => (named(drawing, `bar ${n}`) as { fill?: string }).fill);
    expect(fills).toEqual([house.brand.highlight.off, house.brand.highlight.on, house.brand.highlight.off]);
  });
});

describe('laws of charts', () => {
  const value = fc.oneof(fc.constant(null), fc.double({ min: -1e6, max: 1e9, noNaN: true }));
  const chart = fc
    .tuple(
      fc.constantFrom('bar' as const, 'column' as const),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom('none' as const, 'stacked' as const, 'percent' as const),
    )
    .chain(([type, categories, series, stacking]) =>
      fc
        .array(fc.array(value, { minLength: categories, maxLength: categories }), {
          minLength: series,
          maxLength: series,
        })
        .map(values =>
          chartOf(
            type,
            values[0]!.map((_, at) => `C${at}`),
            values,
            { stacking },
          ),
        ),
    );

  const infinite = (inner: unknown, path = ''): string[] =>
    typeof inner === 'object' && inner !== null
      ? Object.entries(inner).flatMap(([key, more]) => infinite(more, `${path}/${key}`))
      : typeof inner === 'number' && !Number.isFinite(inner)
        ? [path]
        : [];

  test('every number is finite, and every mark lies in the plot, where the axis has its ends', () => {
    fc.assert(
      fc.property(chart, one => {
        const drawn = draw(one);
        expect(infinite(drawn)).toEqual([]);
        const isMark = ({ name }: Item) => /^(bar|column) [\d.]+$/.test(name);
        const { plot, axis } = drawn;
        const drawnMarks = drawn.drawing.filter(isMark);
        expect(drawnMarks.filter(item => !contains(plot, item.frame, 0.05))).toEqual([]);
        const [zero, length] = [shareOf(0, axis), one.type === 'bar' ? plot.width : plot.height];
        const base = one.type === 'bar' ? plot.x + zero * length : bottom(plot) - zero * length;
        const touches = ({ frame: { x, y, width, height } }: Item): boolean =>
          (one.type === 'bar' ? [x, x + width] : [y, y + height]).some(end => Math.abs(end - base) < 0.05);
        expect(one.stacking === 'none' ? drawnMarks.filter(item => !touches(item)) : []).toEqual([]);
      }),
    );
  });
});
