/** What every type of chart keeps to, and what makes each of them what it is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apart } from '../../src/charts/apart.ts';
import { shareOf } from '../../src/charts/axis.ts';
import { CHARTS, type ChartDrawing, drawChart } from '../../src/charts/charts.ts';
import { loadFaces } from '../../src/fonts/fonts.ts';
import { CHART_TYPES, type Chart } from '../../src/model/chart.ts';
import type { ChartItem, Item } from '../../src/model/scene.ts';
import { bottom, contains, overlapArea, type Rect, right } from '../../src/model/units.ts';
import { missingBetween } from '../../src/parse/moments.ts';
import { board } from '../support/board.ts';
import { chartOf } from '../support/nodes.ts';
import { builtIn, chartItem, house } from '../support/scene.ts';

const faces = await loadFaces(builtIn, house.brand, 'en');
const frame: Rect = { x: 100, y: 50, width: 600, height: 300 };
const context = { brand: house.brand, faces, language: 'en', sizes: { value: 14, label: 12 } };
const draw = (chart: Chart): ChartDrawing => drawChart(chart, frame, context);
const itemOf = (chart: Chart): ChartItem => ({ ...chartItem('chart', frame, chart), ...draw(chart) });
const nativeOf = (chart: Chart) => CHARTS[chart.type].native(itemOf(chart), house.brand);
const named = (drawing: readonly Item[], name: RegExp): readonly Item[] => drawing.filter(item => name.test(item.name));

const some = fc
  .tuple(fc.constantFrom(...CHART_TYPES), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }))
  .chain(([type, categories, series]) => {
    const isLength = type === 'area' || type === 'doughnut';
    const value = fc.oneof(
      { weight: 1, arbitrary: fc.constant(isLength ? 0 : null) },
      { weight: 5, arbitrary: fc.double({ min: isLength ? 0 : -1e6, max: 1e9, noNaN: true }) },
    );
    const row = fc.array(value, { minLength: categories, maxLength: categories });
    const count = type === 'waterfall' || type === 'doughnut' ? 1 : Math.max(series, type === 'combination' ? 2 : 1);
    return fc.array(row, { minLength: count, maxLength: count }).map(values => chartOfType(type, values));
  });

/** Points of scatter and bubble charts stand at their number; the last series of a combination is its line. */
function chartOfType(type: Chart['type'], values: readonly (readonly (number | null)[])[]): Chart {
  const chart = chartOf(
    type,
    values[0]!.map((_, at) => (type === 'waterfall' && at % 3 === 0 ? `=${at}` : `C${at}`)),
    values,
    { stacking: type === 'area' ? 'stacked' : 'none' },
  );
  const series = chart.series.map((one, index) => ({
    ...one,
    mark: index === chart.series.length - 1 ? ('line' as const) : ('column' as const),
    points: one.points.map((point, at) => ({
      ...point,
      x: { value: at * 3, label: `${at}`, fact: null },
      size: { value: at, label: `${at}`, fact: null },
    })),
  }));
  return { ...chart, series };
}

const infinite = (inner: unknown): boolean =>
  typeof inner === 'object' && inner !== null
    ? Object.values(inner).some(infinite)
    : typeof inner === 'number' && !Number.isFinite(inner);

describe('laws of every type', () => {
  const MARK = /^(bar|column|area|slice|line|marker|point|bubble) [\d.]+$/;

  test('every number is finite, every mark lies in the plot, give or take its radius, and what is drawn over it is there', () => {
    fc.assert(
      fc.property(some, chart => {
        const drawn = draw(chart);
        expect(infinite(drawn)).toBe(false);
        const reach = Math.min(drawn.plot.width, drawn.plot.height) / 8 + 5;
        for (const item of named(drawn.drawing, MARK)) expect(contains(drawn.plot, item.frame, reach)).toBe(true);
        for (const name of drawn.overlay) expect(drawn.drawing.some(item => item.name === name)).toBe(true);
      }),
    );
  });

  test('the native form has the values of the scene, each once, and its axes are those that its plots name', () => {
    fc.assert(
      fc.property(some, chart => {
        const { columns, plots, axes } = nativeOf(chart);
        expect(columns.every(({ values }) => values.length === chart.categories.length)).toBe(true);
        for (const { points } of chart.series) {
          const wanted = JSON.stringify(points.map(({ value }) => value));
          expect(columns.some(({ values }) => JSON.stringify(values) === wanted)).toBe(true);
        }
        expect([...new Set(plots.flatMap(plot => plot.axes))]).toEqual(axes.map(({ id }) => id));
        const placed = plots.flatMap(plot => plot.series.map(({ values }) => values));
        expect(new Set(placed).size).toBe(placed.length);
      }),
    );
  });
});

describe('values below zero stand in the plot, against whose edge PowerPoint sets the names,', () => {
  test.each`
    type           | values             | words                  | zero
    ${'bar'}       | ${[-14.9, -15, 3]} | ${/^bar \d value$/}    | ${'bar 3'}
    ${'column'}    | ${[3, -4]}         | ${/^column \d value$/} | ${'column 1'}
    ${'waterfall'} | ${[24, -23, -0.5]} | ${/^column \d value$/} | ${'column 1'}
  `('in a $type chart, and marks where its axis has them', ({ type, values, words, zero }) => {
    const labels = values.map((_: number, at: number) => `${at}`);
    const { drawing, plot, axis } = draw(chartOf(type, labels, [values]));
    const names = named(drawing, /^category/).map(item => item.frame);
    const lowest = named(drawing, words).map(item => (type === 'bar' ? -item.frame.x : bottom(item.frame)));
    expect(Math.max(...lowest)).toBeLessThanOrEqual((type === 'bar' ? -plot.x : bottom(plot)) + 0.01);
    for (const name of names)
      expect(type === 'bar' ? plot.x - right(name) : name.y - bottom(plot)).toBeCloseTo(type === 'bar' ? 8 : 5, 1);
    const mark = drawing.find(item => item.name === zero)!.frame;
    const share = shareOf(0, axis);
    if (type === 'bar') expect(mark.x).toBeCloseTo(plot.x + share * plot.width, 1);
    else expect(bottom(mark)).toBeCloseTo(bottom(plot) - share * plot.height, 1);
  });
});

test.each(['column', 'line', 'waterfall', 'combination'] as const)(
  'a %s chart has its base line at zero, in PowerPoint too',
  type => {
    const chart = chartOfType(
      type,
      [
        [3, -4, 2],
        [1, -2, 1],
      ].slice(0, type === 'waterfall' ? 1 : 2),
    );
    const { drawing, plot, axis } = draw(chart);
    expect(named(drawing, /^base line$/)[0]!.frame.y).toBeCloseTo(bottom(plot) - shareOf(0, axis) * plot.height, 1);
    expect(nativeOf(chart).axes[0]!.meets).toBe('autoZero');
  },
);

test('labels that are pushed apart keep their order, their distance and their bounds', () => {
  const label = fc.record({ at: fc.integer({ min: 0, max: 400 }), length: fc.integer({ min: 5, max: 30 }) });
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 8 }), labels => {
      const lengths = labels.map(({ length }) => length);
      const placed = apart(
        labels.map(({ at }) => at),
        lengths,
        0,
        400,
      );
      const ends = placed.map((centre, at) => ({ from: centre - lengths[at]! / 2, to: centre + lengths[at]! / 2 }));
      ends.sort((a, b) => a.from - b.from);
      for (const [at, { from, to }] of ends.entries()) {
        expect(from).toBeGreaterThanOrEqual(at === 0 ? -0.001 : ends[at - 1]!.to - 0.001);
        expect(to).toBeLessThanOrEqual(400.001);
      }
    }),
  );
});

test('a line has its name where it ends, and names that would lie on each other have leaders', () => {
  const { drawing, labels, overlay } = draw(
    chartOf(
      'line',
      ['1', '2'],
      [
        [1, 5],
        [2, 5.01],
        [9, 1],
      ],
    ),
  );
  const ends = named(drawing, /^label \d\.2$/);
  expect(ends.map(item => item.kind === 'text' && item.paragraphs[0]!.runs[0])).toMatchObject([
    { text: 'Series 1 5' },
    { text: 'Series 2 5.01' },
    { text: 'Series 3 1' },
  ]);
  expect(overlapArea(ends[0]!.frame, ends[1]!.frame)).toBe(0);
  expect([...overlay]).toEqual(['leader right 1', 'leader right 2']);
  expect(labels.map(row => row[1]?.moved.y === 0)).toEqual([false, false, true]);
});

test('a gap in a line stays a gap, and is spanned in a slope', () => {
  const stretches = (type: 'line' | 'slope') =>
    named(draw(chartOf(type, ['1Q', '2Q', '3Q'], [[31, null, 36]])).drawing, /^line /).length;
  expect([stretches('line'), stretches('slope')]).toEqual([0, 1]);
  expect([nativeOf(chartOf('line', ['a'], [[1]])).blanks, nativeOf(chartOf('slope', ['a'], [[1]])).blanks]).toEqual([
    'gap',
    'span',
  ]);
});

test('a slope whose axis begins above zero says so', () => {
  const notes = (values: readonly number[]) =>
    named(draw(chartOf('slope', ['a', 'b'], [values])).drawing, /^axis note$/).length;
  expect([notes([90, 100]), notes([1, 100])]).toEqual([1, 0]);
});

describe('a waterfall', () => {
  const chart = chartOf('waterfall', ['=Start', 'Down', 'Up', '=End'], [[10, -25, 40, 25]]);

  test('floats its steps where the one before ended', () => {
    const [start, down, up, end] = named(draw(chart).drawing, /^column \d$/).map(item => item.frame);
    expect(down!.y).toBeCloseTo(start!.y, 1);
    expect(bottom(up!)).toBeCloseTo(bottom(down!), 1);
    expect(up!.y).toBeCloseTo(end!.y, 1);
    expect(bottom(end!)).toBeCloseTo(bottom(start!), 1);
  });

  test('stands on a base in the workbook; a step across zero has a part on either side; the steps are there as they are', () => {
    const { columns, plots } = nativeOf(chart);
    expect(columns.map(({ head, values }) => [head, ...values])).toEqual([
      ['Base', null, null, null, null],
      ['Total', 10, null, null, 25],
      ['Increase', null, null, 25, null],
      ['Increase <> 0', null, null, -15, null],
      ['Decrease', null, -15, null, null],
      ['Decrease <> 0', null, 10, null, null],
      ['Change', 10, -25, 40, 25],
    ]);
    expect(plots[0]!.series.map(({ mark }) => mark)).toEqual(['none', 'fill', 'fill', 'fill', 'fill', 'fill']);
  });
});

test('a stack names its parts over the first bar, prints its sum behind it, and a value that does not fit below it', () => {
  const stack = chartOf(
    'bar',
    ['a', 'b'],
    [
      [60, 30],
      [1, 30],
    ],
    { stacking: 'stacked' },
  );
  const sums = [61, 60].map(value => ({ ...stack.series[0]!.points[0]!, value, label: `${value}` }));
  const { drawing, labels } = draw({ ...stack, sums });
  const [bar, sum, small] = ['bar 1.2', 'sum 1', 'bar 1.2 value'].map(
    name => drawing.find(item => item.name === name)!.frame,
  );
  expect(named(drawing, /patch/)).toEqual([]);
  expect(named(drawing, /^series \d name$/).every(item => bottom(item.frame) <= bar!.y)).toBe(true);
  expect(sum!.x).toBeGreaterThan(right(bar!));
  expect(small!.y).toBeGreaterThan(bottom(bar!));
  expect(labels[1]![0]!.moved.y).toBeGreaterThan(0);
});

test('a bubble shows its figure by its area', () => {
  const [, one, two] = named(draw(chartOfType('bubble', [[1, 2, 3, 4, 5]])).drawing, /^bubble/).map(
    item => item.frame.width,
  );
  expect((one! / two!) ** 2).toBeCloseTo(3 / 2, 1);
});

test('a series without a name has no label, and none that is empty is written', () => {
  for (const type of CHART_TYPES)
    for (const stacking of ['none', 'stacked'] as const) {
      const chart = {
        ...chartOfType(type, [
          [40, 30],
          [30, 40],
          [20, 30],
        ]),
        stacking,
      };
      const series = chart.series.map((one, index) => ({ ...one, name: index === 1 ? '' : one.name }));
      const { drawing, overlay } = draw({ ...chart, series });
      const over = drawing.filter(item => overlay.has(item.name) || /^label/.test(item.name));
      const words = over.flatMap(item => (item.kind === 'text' ? item.paragraphs.flatMap(({ runs }) => runs) : []));
      expect(
        words.filter(run => run.kind === 'run' && run.text.trim() === ''),
        `${type} ${stacking}`,
      ).toEqual([]);
    }
});

test.each([
  [
    ['2021', '2022', '2025F'],
    [0, 2, 0],
  ],
  [
    ['2024-Q1', '2024-Q2', '2024-Q4'],
    [0, 1, 0],
  ],
  [
    ['2023-11', '2024-02'],
    [2, 0],
  ],
  [
    ['2024', '2024-Q2'],
    [0, 0],
  ],
  [
    ['2024', '2023'],
    [0, 0],
  ],
  [
    ['samsung', 'hynix'],
    [0, 0],
  ],
])('between %j lie %j', (periods, missing) => {
  expect(missingBetween(periods)).toEqual(missing);
});

test('a line is described by where it begins and ends, the highlight first', () => {
  const series = (name: string, on: string) =>
    `<series name="${name}" emphasis="${on}">{{#each all}}<point label="{{label}}" at="{{key}}" fact="{{fact}}"/>{{/each}}</series>`;
  const { deck, found } = board({
    body: `<slide layout="title-only"><chart type="line">${series('Need', '')}${series('Supply', 'on')}</chart></slide>`,
    properties: 'all: {$ref: series}',
    data: 'all: workers',
  });
  expect(found).toEqual([]);
  const [node] = deck.slides[0]!.body!.children;
  if (node?.kind !== 'chart') throw new Error('no chart');
  expect(node.chart.alt).toMatch(/^Line chart: Supply rises from 177,000 in 2021 to 304,000 in 2031F; Need rises/);
  expect(node.chart.series.map(({ emphasis }) => emphasis)).toEqual(['off', 'on']);
  expect(node.chart.categories.length).toBe(11);
});
