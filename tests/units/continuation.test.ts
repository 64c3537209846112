/** Slides that go on: what is cut, where, and what each part says. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/build.ts';
import { openProject } from '../../src/files.ts';
import { type Faces, loadFaces } from '../../src/fonts/fonts.ts';
import { layout } from '../../src/layout/layout.ts';
import { pageRuns } from '../../src/layout/numbering.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Box, Node, SlideNode } from '../../src/model/node.ts';
import { NOWHERE } from '../../src/model/origin.ts';
import type { Item, Scene, Slide, TableItem, TextBlock } from '../../src/model/scene.ts';
import { plainText } from '../../src/model/text.ts';
import { bottom, inches } from '../../src/model/units.ts';
import { box, card, deckOf, diagram, part, row, run, slide, sourceOf, table, text, use } from '../support/nodes.ts';
import { builtIn, house } from '../support/scene.ts';

let faces: Faces;
beforeAll(async () => {
  faces = await loadFaces(builtIn, house.brand, 'en');
});

function lay(slides: readonly SlideNode[], language = 'en', source = sourceOf()): { scene: Scene; said: Diagnostic[] } {
  const said: Diagnostic[] = [];
  const deck = deckOf(slides, language);
  return { scene: layout(deck, source, faces, diagnostic => void said.push(diagnostic)), said };
}

const on = (body: Box, more: Partial<SlideNode> = {}) => lay([slide('Title', body, more)]);
const named = (one: Slide, name: string): Item => one.items.find(item => item.name === name)!;
const wordsIn = (one: Slide, name = 'body'): readonly string[] =>
  (named(one, name) as TextBlock).lines.map(({ spans }) => spans.map(span => span.text).join(''));
const sizesIn = ({ paragraphs }: TextBlock): readonly number[] => [
  ...new Set(paragraphs.flatMap(({ runs }) => runs.flatMap(one => (one.kind === 'run' ? [one.size] : [])))),
];

const LONG =
  'which is said at such a length that it fills two lines of the slide, and says nothing that is not known '.repeat(2);
const points = (count: number, words = ''): Node =>
  text(Array.from({ length: count }, (_, at) => `- ${at + 1} ${words}`));

describe('a list', () => {
  test('of more items than are read goes on, as long on each part as can be', () => {
    const { scene } = on(box([points(13)]));
    expect(scene.slides.map(({ id, number, title }) => [id, number, title])).toEqual([
      ['Title', 1, 'Title (1/3)'],
      ['Title~2', 2, 'Title (2/3)'],
      ['Title~3', 3, 'Title (3/3)'],
    ]);
    expect(scene.slides.map(one => wordsIn(one).length)).toEqual([5, 4, 4]);
  });

  test('that is too tall at its smallest size goes on at a size that all parts share', () => {
    const items = ['- short', ...Array.from({ length: 5 }, (_, at) => `- ${at} ${LONG.repeat(at === 4 ? 7 : 3)}`)];
    const { scene } = on(box([text(items)]));
    const blocks = scene.slides.map(one => named(one, 'body') as TextBlock);
    expect(blocks.length).toBeGreaterThan(1);
    expect(new Set(blocks.flatMap(sizesIn)).size).toBe(1);
    for (const block of blocks) {
      expect(block.height).toBeLessThanOrEqual(block.frame.height);
      expect(bottom(block.frame)).toBeLessThanOrEqual(inches(6.46));
    }
  });

  test('keeps an item with its second level, and says again what stands over it', () => {
    const second = ['- a', '-- a1', '-- a2', '- b', '-- b1', '- c', '- d', '- e', '- f', '- g'];
    const { scene } = on(box([text(['Because', ...second])]));
    expect(scene.slides.map(one => wordsIn(one))).toEqual([
      ['Because', '•a', '–a1', '–a2', '•b', '–b1'],
      ['Because', '•c', '•d', '•e', '•f', '•g'],
    ]);
  });

  test('beside something else, or numbered, stays where it is', () => {
    for (const body of [box([row([points(13), text('Beside')])]), box([text(Array.from({ length: 9 }, () => '# a'))])])
      expect(on(body).scene.slides).toHaveLength(1);
  });

  test('of items that fill a slide each is not made many slides', () => {
    const { scene } = on(box([points(4, LONG.repeat(30))]));
    expect(scene.slides).toHaveLength(1);
  });
});

describe('a table', () => {
  const lines = (count: number, words = '') => [
    'Name|Value',
    ...Array.from({ length: count }, (_, at) => `Row ${at}|${words}${at}`),
  ];
  const tables = (node: Node): readonly TableItem[] =>
    on(box([node])).scene.slides.map(one => named(one, 'table') as TableItem);

  test('repeats its head, keeps its columns and shares its rows out', () => {
    const parts = tables(table(lines(21)));
    expect(parts.map(({ rows }) => rows.filter(({ header }) => header).length)).toEqual([1, 1]);
    expect(parts.map(({ rows }) => rows.length)).toEqual([12, 11]);
    expect(parts[1]!.columns).toEqual(parts[0]!.columns);
    for (const { columns, frame } of parts)
      expect(columns.reduce((sum, width) => sum + width, 0)).toBeCloseTo(frame.width, 0);
  });

  test('is cut through no cell that spans rows', () => {
    const plain = table(lines(20));
    const [head, ...body] = plain.rows;
    const rows = body.map((one, at) => {
      const [first, second] = one.cells;
      return { ...one, cells: at % 5 === 0 ? [{ ...first!, rowSpan: 5 }, second!] : [second!] };
    });
    expect(tables({ ...plain, rows: [head!, ...rows] }).map(part => part.rows.length - 1)).toEqual([10, 10]);
  });

  test('with one row that no slide holds is told of where that row stands', () => {
    const { scene, said } = on(box([table([...lines(12), `Last|${'many words '.repeat(1400)}`])]));
    expect(scene.slides).toHaveLength(3);
    const found = said.filter(({ problem }) => problem.severity === 'error');
    expect(found.map(({ problem, slide: where }) => [problem.code, where?.id])).toEqual([
      ['table-too-tall', 'Title~3'],
    ]);
  });

  test('each part names the sources of what it shows', () => {
    const plain = table(lines(20));
    const rows = plain.rows.map((one, at) => ({ ...one, evidence: at === 0 ? [] : [use(at < 11 ? 'early' : 'late')] }));
    const source = sourceOf([
      ['early', 'Press', '2024'],
      ['late', 'Agency', '2025'],
      ['whole', 'Ministry', '2023'],
    ]);
    const sourceLine = {
      sourceLabel: 'Source:',
      noteLabel: 'Note:',
      see: null,
      own: null,
      note: null,
      origin: NOWHERE,
    };
    const node = slide('Title', box([{ ...plain, rows }]), {
      facts: [use('early'), use('late'), use('whole')],
      sourceLine,
      notes: [{ inlines: [run('Said once')], list: null, origin: NOWHERE }],
    });
    const { slides } = lay([node], 'en', source).scene;
    expect(slides.map(({ facts }) => facts.map(({ fact }) => fact))).toEqual([
      ['early', 'whole'],
      ['late', 'whole'],
    ]);
    expect(slides.map(one => wordsIn(one, 'source'))).toEqual([
      ['Source: Press (2024); Ministry (2023)'],
      ['Source: Agency (2025); Ministry (2023)'],
    ]);
    expect(slides.map(({ notes }) => notes.length)).toEqual([1, 0]);
  });
});

test('cards go on as wide on the last part as on the first', () => {
  const cards = Array.from({ length: 5 }, (_, at) => card([text(`${at} ${LONG.repeat(3)}`)], { name: `card ${at}` }));
  const { scene } = on(box([box(cards, { name: 'grid', direction: 'row', wrap: 5 })]));
  const grounds = scene.slides.map(one => one.items.filter(({ name }) => name.endsWith(' ground')));
  expect(grounds.map(({ length }) => length)).toEqual([3, 2]);
  expect(new Set(grounds.flat().map(({ frame }) => frame.width)).size).toBe(1);
});

test('a timeline goes on, and each part describes its own events', () => {
  const events = Array.from({ length: 9 }, (_, at) => part('event', { date: `${2010 + at}` }, `Event ${at}`));
  const whole = { ...diagram('timeline', { scale: 'no' }, events), phrase: 'Timeline' };
  const { scene } = on(box([whole]));
  expect(scene.slides.map(one => named(one, 'timeline').alt)).toEqual([
    'Timeline: 2010 Event 0; 2011 Event 1; 2012 Event 2; 2013 Event 3; 2014 Event 4',
    'Timeline: 2015 Event 5; 2016 Event 6; 2017 Event 7; 2018 Event 8',
  ]);
});

test.each([
  ['en', 'Title (1/2)'],
  ['ko', 'Title (1/2)'],
  ['zh', 'Title（1/2）'],
  ['ja', 'Title（1/2）'],
])('the count of parts is written as in %s', (language, title) => {
  const { slides } = lay([slide('Title', box([points(7)]))], language).scene;
  expect(slides[0]!.title).toBe(title);
  expect(plainText([run('Title'), { kind: 'field', field: 'page-of', target: 'x', origin: NOWHERE }])).toBe('Title');
});

test('page numbers count the parts, and a slide that prints them has room for them', () => {
  const field = { kind: 'field', field: 'pages-of', target: 'Press', origin: NOWHERE } as const;
  const pages = text('x', 'body', { paragraphs: [{ inlines: [field], list: null, origin: NOWHERE }] });
  const first = slide('First', box([pages]));
  const long = slide('Long', box([points(8)]), { section: 'talk' });
  const last = slide('Last', box([points(2)]), { facts: [use('fact')], section: 'talk' });
  const source = sourceOf([['fact', 'Press', '2024']]);
  const { scene, said } = lay([first, long, last, { ...last, id: 'Again' }], 'en', source);
  expect(wordsIn(scene.slides[0]!)).toEqual(['4–5']);
  expect(said.map(({ problem, slide: where }) => [problem.code, where])).toEqual([
    ['continued', { id: 'Long', number: 2 }],
  ]);
});

test('numbers that follow each other are one run', () => {
  expect([[], [3], [2, 5, 7, 8, 9], [1, 2, 4]].map(run => pageRuns(run, 'en'))).toEqual([
    '',
    '3',
    '2, 5, 7–9',
    '1–2, 4',
  ]);
  expect(pageRuns([2, 5, 7, 8, 9], 'zh')).toBe('2、5、7–9');
});

test('what goes on is in the deck as any slide is: sections, links, outline, a package without a flaw', async () => {
  const project = openProject('tests/fixtures');
  const { versions } = await build(project, { briefing: 'layout-continued', formats: [] });
  const { scene } = versions[0]!;
  expect(scene.sections.map(({ id, slides }) => [id, slides])).toEqual([
    ['traffic', [1, 2, 3, 4, 5, 6]],
    ['sources', [7]],
  ]);
  expect(readFileSync('templates/README.md', 'utf8')).toContain('`talent/measures~2`');
});
