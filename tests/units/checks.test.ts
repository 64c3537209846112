import { expect, test } from 'vitest';
import { check, RULES } from '../../src/checks/checks.ts';
import { bareNumerals } from '../../src/checks/numerals.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { NOWHERE } from '../../src/model/origin.ts';
import type { Item, Slide, TableItem } from '../../src/model/scene.ts';
import {
  at,
  BLANK_POINT,
  BLANK_SERIES,
  chartItem,
  house,
  sceneOf,
  shape,
  slideOf,
  textBlock,
  titleBlock,
} from '../support/scene.ts';

const TITLE = titleBlock('Two companies carry the shift from memory');
const FACT = { fact: 'pledge', member: null };

function found(slides: readonly Slide[], language = 'en'): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  check(sceneOf(slides, language), diagnostic => diagnostics.push(diagnostic));
  return diagnostics;
}

const codes = (items: readonly Item[], more: Partial<Slide> = {}): string =>
  found([slideOf(1, items, { section: 's', ...more })])
    .map(({ problem }) => problem.code)
    .join(' ');

const list = (name: string, words: string, y: number): Item =>
  textBlock(name, words, at(60, y, 500, 24), { ordered: true });

const point = (fact: typeof FACT | null, label: string) => ({
  ...BLANK_POINT,
  value: 49,
  label,
  fact,
  emphasis: 'on' as const,
});
const barChart = (fact: typeof FACT | null, category: string) =>
  chartItem('chart', at(60, 160, 400, 200), {
    categories: [{ label: category, forecast: false, total: false, origin: NOWHERE }],
    series: [{ ...BLANK_SERIES, name: 'Output', points: [point(fact, '49')] }],
  });

const table = (words: string): TableItem => ({
  ...chartItem('table', at(60, 160, 400, 30), {}),
  kind: 'table',
  alt: 'Two columns',
  columns: [200],
  rows: [
    {
      height: 30,
      header: false,
      rule: null,
      cells: [
        {
          text: textBlock('cell', words, at(66, 164, 188, 22), { role: 'table' }),
          fill: null,
          columnSpan: 1,
          rowSpan: 1,
          header: false,
        },
      ],
    },
  ],
  banded: false,
  padding: { horizontal: 6, vertical: 4 },
});

const picture = (alt: string | null): Item => ({
  ...shape('picture', at(60, 160, 100, 100), 'ink'),
  kind: 'image',
  file: 'x.png',
  alt,
  crop: { left: 0, top: 0, right: 0, bottom: 0 },
});

test('a slide that keeps to every rule is silent', () => {
  const ground = shape('card', at(500, 160, 300, 200), 'panel');
  const body = textBlock('body', 'In 2024 HBM4 carried the growth', at(520, 180, 260, 40), { ground: 'panel' });
  const number = textBlock('number', '₩9.4tn', at(520, 240, 260, 60), { role: 'number', ground: 'panel', fact: FACT });
  expect(codes([TITLE, ground, body, number, barChart(FACT, '2024')])).toBe('');
});

const LONG =
  'The title of this slide goes on and on without ever\ncoming to the one point that it is meant to make in\nthe end';

test.each<[string, readonly Item[], string, Partial<Slide>?]>([
  ['a slide without a title', [], 'title-missing'],
  ['a title of three lines', [titleBlock(LONG)], 'title-too-long'],
  [
    'a title whose second line is one word',
    [titleBlock('Two companies carry the shift from memory to AI\nchips')],
    'title-orphan',
  ],
  ['a title that only names a topic', [titleBlock('Market overview')], 'title-label'],
  ['a text higher than its frame', [TITLE, textBlock('body', 'a\nb\nc', at(60, 160, 200, 40))], 'overflow'],
  ['a word wider than its frame', [TITLE, textBlock('body', 'Halbleiterindustrie', at(60, 160, 80, 40))], 'overflow'],
  [
    'a figure on two lines',
    [TITLE, textBlock('n', 'about\nten', at(60, 160, 200, 120), { role: 'number' })],
    'overflow',
  ],
  ['an agenda', [TITLE, textBlock('a', '1', at(60, 160, 30, 30)), textBlock('b', '2', at(60, 200, 30, 30))], ''],
  ['a number alone', [TITLE, textBlock('a', '77', at(60, 160, 40, 30))], 'number-without-fact'],
  ['a cell that is too full', [TITLE, table('one\ntwo\nthree')], 'overflow'],
  ['a shape beyond the edge', [TITLE, shape('bar', at(900, 160, 80, 20), 'mark')], 'out-of-bounds'],
  ['a text in the margin', [TITLE, textBlock('body', 'words', at(20, 160, 200, 40))], 'out-of-bounds'],
  ['a text on a chart', [TITLE, barChart(FACT, 'Chile'), textBlock('note', 'words', at(300, 200, 200, 40))], 'overlap'],
  [
    'a text that shrank too far',
    [TITLE, textBlock('body', 'words', at(60, 160, 200, 40), { size: 10 })],
    'text-too-small',
  ],
  ['a typed number', [TITLE, textBlock('body', 'about 9.4 trillion won', at(60, 160, 300, 40))], 'number-without-fact'],
  ['a typed number in a cell', [TITLE, table('77%')], 'number-without-fact'],
  ['a typed number in a chart', [TITLE, barChart(null, 'Chile')], 'number-without-fact'],
  ['facts without a source', [TITLE], 'source-missing', { facts: [FACT] }],
  [
    'seven list items',
    [TITLE, ...[1, 2, 3, 4, 5, 6, 7].map(row => list(`item ${row}`, 'words', 120 + 30 * row))],
    'list-too-long',
  ],
  ['a list item of nineteen words', [TITLE, list('item', 'w '.repeat(19), 160)], 'list-too-wordy'],
  ['a picture that nobody described', [TITLE, picture(null)], 'missing-alt'],
  ['a picture that only decorates', [TITLE, picture('')], ''],
  ['a picture described by its file', [TITLE, picture('IMG_0042.png')], 'alt-is-file-name'],
  ['a long description', [TITLE, picture('a '.repeat(160))], 'alt-too-long'],
  ['a chart that nobody described', [TITLE, { ...barChart(FACT, 'Chile'), alt: '' }], 'missing-alt'],
  ['grey words', [TITLE, textBlock('body', 'words', at(60, 160, 200, 40), { colour: 'mark' })], 'contrast'],
  ['large grey words', [TITLE, textBlock('body', 'words', at(60, 160, 200, 40), { colour: 'mark', size: 20 })], ''],
  ['pale bars', [TITLE, shape('card', at(50, 150, 500, 250), 'primary'), barChart(FACT, 'Chile')], 'mark-contrast'],
])('%s', (_, items, expected, more) => {
  expect(codes(items, more)).toBe(expected);
});

test('two slides with one title are told apart by their numbers', () => {
  const [fault] = found([slideOf(1, [TITLE]), slideOf(2, [TITLE])]);
  expect(fault).toMatchObject({ problem: { code: 'title-duplicate' }, message: 'Slides 1 and 2 have the same title.' });
  expect(fault!.slide).toEqual({ id: 's/2', number: 2 });
});

test('a long title says how much to cut', () => {
  const [fault] = found([slideOf(1, [titleBlock(LONG, { size: 24 })])]);
  expect(fault!.message).toBe('The title needs 3 lines at 24 pt; 2 are allowed.');
  expect(fault!.hint).toMatch(/^cut about \d+ characters, or move/);
});

test('a cover takes three lines and its bar may touch the edge', () => {
  const frame = house.layouts['title-slide'].placeholders[0]!.frame;
  const title = textBlock('title', 'From memory\nto AI\nchips', frame, { role: 'cover', placeholder: 'title' });
  const bar = shape('bar', at(0, 200, 9, 80), 'primary');
  expect(codes([title, bar], { layout: 'title-slide', section: null })).not.toMatch(/too-long|bounds/);
});

test.each(['footer', 'source', 'tracker'] as const)('the digits of a %s need no fact', role => {
  expect(codes([TITLE, textBlock('x', 'p. 17 of 30', at(60, 480, 300, 20), { role })])).toBe('');
});

test('a date, a page reference and a literal need no fact', () => {
  const row = (name: string, words: string, y: number, options = {}) =>
    textBlock(name, words, at(60, y, 300, 30), options);
  const items = [
    TITLE,
    row('date', '15/7/25', 160, { date: true }),
    row('page', '12', 200, { field: 'page-of' }),
    row('standard', 'ISO 9001 holds', 240),
  ];
  expect(codes(items, { literals: new Map([['9001', 'name of a standard']]) })).toBe('');
});

// What stands between brackets is a number that needs a fact.
test.each([
  'In [77]% of cases',
  '₩[9.4]tn by 2027',
  'US$[40] billion, $[15]M, KRW[9.4]tn',
  '[54,000] people by 2031, [1,950] in 2031F',
  'HBM4, H100, X330 and 2.5D, GPT-4, 5G, but [10]K, [3]B and [5]nm',
  '2Q 2024, 2024-Q2, H1, 2H, 2Q24, 1Q–4Q',
  '9 April 2024, April 9, 18 Aug 2024 and 2024-04-09',
  'the [3] start-ups of May 2024',
  '2024/25, 2021–2031, 2024: up [5.6]% a year',
  '2024년 4월 9일, 2분기에 [9]조 [4,000]억 원',
  '[5]만 [4,000]명 부족, 스타트업 [3]곳',
  '2024年4月9日, 到2027年[9.4]万亿韩元, 2024年第2季度',
  'from 23:00 to 05:30, at 9:30 p.m. and 11 pm, but [3]:[1] for [12] amperes',
  '23시 30분부터, 23时30分起, 심야 [3]시간, [3]小时',
  'three start-ups',
])('%s', marked => {
  const text = marked.replace(/[[\]]/g, '');
  const expected = [...marked.matchAll(/\[([^\]]+)\]/g)].map(match => match[1]);
  expect(bareNumerals(text, []).map(({ numeral }) => numeral)).toEqual([...new Set(expected)]);
});

test('every rule says what it finds and how to mend it, each under a code of its own', () => {
  const problems = RULES.flatMap(rule => rule.problems);
  expect(new Set(problems.map(({ code }) => code)).size).toBe(problems.length);
  for (const { code, means, mend } of problems) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(means).toMatch(/^[A-Z].*\.$/);
    expect(mend).toMatch(/^[A-Z].*\.$/);
  }
});
