/** What parse makes of markup, and what it says of mistakes in it. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { middleDay } from '../../src/diagrams/days.ts';
import { gridOf } from '../../src/model/grid.ts';
import type { Node } from '../../src/model/node.ts';
import { type Inlines, plainText } from '../../src/model/text.ts';
import { ELEMENTS } from '../../src/parse/elements.ts';
import { type Board, board } from '../support/board.ts';

const on = (layout: string, inner: string): string => `<slide layout="${layout}">\n${inner}\n</slide>`;

function nodesOf(options: Board) {
  const { deck, found } = board({ ...options, body: on('title-only', options.body) });
  expect(found).toEqual([]);
  return deck.slides[0]!.body?.children ?? [];
}

/** A node as one line: kind, what makes it different from its neighbours, and its children in brackets. */
function outline(node: Node): string {
  switch (node.kind) {
    case 'box':
      return `${node.direction}${node.columns === null ? '' : `(${node.columns.join(' ')})`}[${node.children.map(outline).join(' ')}]`;
    case 'text':
      return `${node.role}:${node.paragraphs.map(({ inlines, list }) => `${list === null ? '' : `${'-'.repeat(list.level + 1)} `}${look(inlines)}`).join('/')}`;
    case 'table':
      return `table[${node.rows.map(({ cells, header }) => `${header ? '#' : ''}${cells.map(cell => `${cell.align[0]}:${cell.paragraphs.map(({ inlines }) => plainText(inlines)).join('/')}`).join(' ')}`).join(' | ')}]`;
    default:
      return node.kind;
  }
}

const look = (inlines: Inlines): string =>
  inlines
    .map(inline => {
      if (inline.kind === 'break') return '⏎';
      if (inline.kind === 'field') return `#${inline.target}`;
      const marks = [
        inline.bold && 'b',
        inline.italic && 'i',
        inline.fact !== null && 'fact',
        inline.date && 'date',
        inline.colour,
      ];
      const set = marks.filter(mark => mark).join(',');
      return set === '' ? inline.text : `{${set} ${inline.text}}`;
    })
    .join('')
    .replaceAll('\u00A0', ' ');

const LIST = 'items: {type: array, items: {$ref: text}}';

test.each<[string, Board, readonly string[]]>([
  ['white space is one space and none at the edges', { body: '<p>\n  a   <b> b </b>\n c </p>' }, ['body:a {b b }c']],
  ['breaks take the space beside them', { body: '<p>a <br/> b</p>' }, ['body:a⏎b']],
  ['an element without words is left out', { body: '<p>{{note}}</p><ul></ul><card><p> </p></card>' }, []],
  [
    'paragraphs of one look that follow each other are one text',
    { body: '<p>a</p><p>b</p><p style="lead">c</p>' },
    ['body:a/b', 'lead:c'],
  ],
  ['in a row every child stands for itself', { body: '<row><p>a</p><p>b</p></row>' }, ['row[body:a body:b]']],
  [
    'a row keeps the place of a child that has nothing to show',
    { body: '<row columns="4 8"><p>{{note}}</p><p>b</p></row>' },
    ['row(4 8)[column[] body:b]'],
  ],
  ['lists nest', { body: '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>' }, ['body:- a/-- b/- c']],
  [
    'data knows its facts and its Markdown, whatever surrounds it',
    { body: '<p><span color="muted">x {{subhead}}</span></p>', data: 'subhead: "**Now** $(pledge)"' },
    ['body:{muted x }{b,muted Now}{muted  }{fact,muted ₩9.4 trillion}'],
  ],
  [
    'a blank line of the data begins a paragraph',
    { body: '<p>{{subhead}}</p>', data: 'subhead: "one\\n\\ntwo\\nthree"' },
    ['body:one/two three'],
  ],
  ['a page number is a field', { body: '<p>see <page-of slide="talk"/></p>' }, ['body:see #talk']],
  ['named characters of HTML are known', { body: '<p>a&nbsp;b &ndash; &#38;</p>' }, ['body:a b – &']],
  [
    'a figure has the word of its unit behind it',
    { body: '<stat fact="{{fact "workers" part="2021"}}"/><stat fact="{{fact "pledge"}}"/>' },
    ['number:{fact 177,000}{fact  people}/{fact ₩9.4tn}'],
  ],
  [
    'figures stand right, words and years left',
    { body: '<table><tr><th>Who</th><th>How much</th></tr><tr><td>State</td><td>{{fact "pledge"}}</td></tr></table>' },
    ['table[#l:Who r:How much | l:State r:₩9.4\u00A0trillion]'],
  ],
  [
    'a loop fills a list',
    { body: '<ol>{{#each items}}<li>{{this}}</li>{{/each}}</ol>', properties: LIST, data: 'items: [a, b]' },
    ['body:- a/- b'],
  ],
])('%s', (_, options, expected) => {
  expect(nodesOf(options).map(outline)).toEqual(expected);
});

const CHART =
  '<chart type="bar" sort="desc" reference="{{fact "share" part="hynix"}}" reference-label="target">{{#each all}}<point label="{{label}}" fact="{{fact}}" emphasis="{{#if @first}}on{{/if}}" last="{{eq key "samsung"}}"/>{{/each}}</chart>';

test('a chart is sorted, labelled, formatted and described from its facts', () => {
  const [node] = nodesOf({ body: CHART, properties: 'all: {$ref: series}', data: 'all: share' });
  if (node?.kind !== 'chart') throw new Error('no chart');
  const { chart } = node;
  expect(chart.categories.map(({ label }) => label)).toEqual(['SK hynix', 'Micron', 'Samsung']);
  expect(
    chart.series[0]!.points.map(({ value, label, fact, emphasis }) => [value, label, fact?.member, emphasis]),
  ).toEqual([
    [34.5, '34.5%', 'hynix', null],
    [19.6, '19.6%', 'micron', null],
    [42.9, '42.9%', 'samsung', 'on'],
  ]);
  expect(chart).toMatchObject({
    numberFormat: '#,##0.0"%"',
    unit: '%',
    reference: { value: 34.5, label: 'target 34.5%' },
  });
  expect(chart.alt).toBe('Bar chart: SK hynix 34.5%, Micron 19.6%, Samsung 42.9%');
});

test.each([
  ['<chart type="bar">{{#each all}}<point label="{{label}}" fact="{{fact}}"/>{{/each}}</chart>', ['chart share']],
  [
    '<chart type="column"><series name="Made  here">{{#each all}}<point label="{{label}}" fact="{{fact}}"/>{{/each}}</series><series name="Made elsewhere, and brought here by ship"><point label="SK hynix" fact="{{fact "share" part="hynix"}}"/></series></chart>',
    ['chart Made here, Made elsewhere …'],
  ],
  [
    '<table><tr><th>Maker</th><th/><th>Share</th></tr><tr><td>a</td><td>b</td><td>c</td></tr></table>',
    ['table Maker, Share'],
  ],
  ['<table><tr><th>Made</th><td>1</td></tr><tr><th>Sold</th><td>2</td></tr></table>', ['table Made, Sold']],
  [
    '<table><tr><td>반도체산업의경쟁력을높이기위하여정부가추진하는여러가지정책들과그성과에대한긴이야기</td></tr></table>'.repeat(
      2,
    ),
    [
      'table 반도체산업의경쟁력을높이기위하여정부가추진하는여러가지정책들과그 …',
      'table 반도체산업의경쟁력을높이기위하여정부가추진하는여러가지정책들과그 … 2',
    ],
  ],
])('%s is named by what it shows', (body, names) => {
  expect(nodesOf({ body, properties: 'all: {$ref: series}', data: 'all: share' }).map(({ name }) => name)).toEqual(
    names,
  );
});

describe('totals of a chart', () => {
  const chartOf = (points: string) => {
    const [node] = nodesOf({ body: `<chart type="waterfall">${points}</chart>` });
    if (node?.kind !== 'chart') throw new Error('no chart');
    return node.chart;
  };
  const start = '<total label="Now" fact="{{fact "workers" part="2021"}}"/>';
  const gain = '<point label="Trained" fact="{{fact "workers" part="2031F"}}"/>';
  const loss = '<point label="Retired" fact="{{fact "workers" part="2021"}}" subtract="yes"/>';

  test('are computed from the points between them, which carry their signs', () => {
    const chart = chartOf(`${start}${gain}${loss}<total label="Then"/>`);
    expect(chart.series[0]!.points.map(({ value, label }) => `${value} ${label}`)).toEqual([
      '177000 177,000',
      '304000 +304,000',
      '-177000 −177,000',
      '304000 304,000',
    ]);
    expect(chart.categories.map(({ total, forecast }) => [total, forecast])).toEqual([
      [true, false],
      [false, true],
      [false, false],
      [true, true],
    ]);
    expect(chart.alt).toBe('Waterfall chart: Now 177,000, Trained +304,000, Retired −177,000, Then 304,000');
  });

  test('know the facts that they are the sum of, or the fact that says the same', () => {
    const told = chartOf(`${start}${gain}${loss}<total label="Then" fact="{{fact "workers" part="2031F"}}"/>`);
    const silent = chartOf(`${start}${gain}<total label="Then"/>`);
    expect(told.series[0]!.points.at(-1)).toMatchObject({ fact: { member: '2031F' }, parts: [] });
    expect(silent.series[0]!.points.at(-1)).toMatchObject({
      fact: null,
      parts: [{ member: '2021' }, { member: '2031F' }],
    });
  });

  test('go on from the sum where the published figure has its reason', () => {
    const chart = chartOf(
      `${start}${gain}<total label="Then" fact="{{fact "workers" part="2031F"}}" reason="rounding"/>${loss}<total label="Left"/>`,
    );
    expect(chart.series[0]!.points.map(({ value }) => value)).toEqual([177000, 304000, 481000, -177000, 304000]);
  });
});

test('forecasts and gaps of a fact reach the chart', () => {
  const body = '<chart type="column">{{#each all}}<point label="{{label}}" fact="{{fact}}"/>{{/each}}</chart>';
  const [node] = nodesOf({ body, properties: 'all: {$ref: series}', data: 'all: workers' });
  if (node?.kind !== 'chart') throw new Error('no chart');
  expect(node.chart.categories.map(({ label, forecast }) => [label, forecast])).toEqual([
    ['2021', false],
    ['2031F', true],
  ]);
  expect(node.chart).toMatchObject({ numberFormat: '#,##0', unit: 'people' });
});

test('alternative text ends with a whole item', () => {
  const points = Array.from({ length: 30 }, (_, i) => `<point label="Category ${i}" fact="{{n}}"/>`).join('');
  const [node] = nodesOf({
    body: `<chart type="bar">${points}</chart>`,
    properties: 'n: {type: number}',
    data: 'n: 5',
  });
  if (node?.kind !== 'chart') throw new Error('no chart');
  expect(node.chart.alt.length).toBeLessThanOrEqual(300);
  expect(node.chart.alt).toMatch(/, Category \d+ 5, …$/);
});

test('texts fill the placeholders of the layout, the body those that are left', () => {
  const body = on(
    'title-chart',
    `<title>{{message}}</title><subhead>Share</subhead>${CHART}<notes>one

two</notes>`,
  );
  const { deck, found } = board({ body, properties: 'all: {$ref: series}', data: 'all: share' });
  expect(found).toEqual([]);
  const [slide] = deck.slides;
  expect(slide!.texts.map(({ placeholder, role }) => [placeholder, role])).toEqual([
    ['title', 'title'],
    ['subhead', 'subhead'],
  ]);
  expect(slide!.body!.children[0]).toMatchObject({ kind: 'chart', placeholder: 'chart' });
  expect(slide!.facts.map(({ member }) => member)).toEqual(['samsung', 'hynix', 'micron']);
  expect(slide!.tracker && slide!.footer).toBe(true);
});

test('a run knows the datum that it prints and the tag that shows it', () => {
  const { deck, source } = board({ body: on('title-only', '<p>{{subhead}}</p>'), data: 'subhead: Words' });
  const [text] = deck.slides[0]!.body!.children;
  const { template, pointer } = text!.origin;
  expect(pointer).toBe('/sections/talk/one/subhead');
  expect(source.templates.get('slides/board')!.text.slice(template!.start, template!.end)).toBe('<p');
});

test.each<[string, Partial<Board> & { body: string }, readonly string[]]>([
  [
    'an element, an attribute and a token that do not exist',
    { body: '<para>x</para>\n<p class="x">y</p>\n<p style="huge">z</p>' },
    ['unknown-element board.hbs:8', 'unknown-attribute board.hbs:9', 'bad-attribute board.hbs:10'],
  ],
  ['a colour that the brand does not have', { body: '<p color="redd">x</p>' }, ['bad-attribute board.hbs:8']],
  ['an attribute on its own line', { body: '<p\n  color="redd">x</p>' }, ['bad-attribute board.hbs:9']],
  [
    'words and children where they cannot stand',
    { body: 'x\n<row><li>y</li><p>z</p></row>' },
    ['misplaced board.hbs:9', 'misplaced board.hbs:7'],
  ],
  [
    'what an element needs',
    {
      body: '<stat/>\n<chart type="bar"><point label="a"/><point label="b" fact="{{n}}"/></chart>',
      properties: 'n: {type: number}',
      data: 'n: 1',
    },
    ['missing-attribute board.hbs:8', 'missing-attribute board.hbs:9'],
  ],
  [
    'an element that is never closed, at its own line',
    { body: '<card>\n<p>x\n</card>' },
    ['markup-syntax board.hbs:9'],
  ],
  ['an element that is misspelt where it begins', { body: '<p>x</p>\n<cad>\n</card>' }, ['markup-syntax board.hbs:9']],
  ['an end tag that closes nothing', { body: '<p>x</p>\n</p>' }, ['markup-syntax board.hbs:8']],
  ['an attribute without quotes', { body: '<p color=muted>x</p>' }, ['markup-syntax board.hbs:8']],
  [
    'a mistake in a loop once',
    { body: '{{#each items}}<p class="x">{{this}}</p>{{/each}}', properties: LIST, data: 'items: [a, b, c]' },
    ['unknown-attribute board.hbs:8'],
  ],
  [
    'a row whose shares and children differ',
    { body: '<row columns="8 4"><p>x</p></row>' },
    ['bad-attribute board.hbs:8'],
  ],
  [
    'a table with a short row, at its data',
    {
      body: '<table>{{#each rows}}<tr>{{#each this}}<td>{{this}}</td>{{/each}}</tr>{{/each}}</table>',
      properties: 'rows: {type: array, items: {type: array, items: {$ref: text}}}',
      data: 'rows:\n  - [a, b]\n  - [c]',
    },
    ['ragged-table data:24'],
  ],
  [
    'a chart of two units',
    {
      body: '<chart type="bar"><point label="a" fact="{{fact "pledge"}}"/><point label="b" fact="{{fact "share" part="hynix"}}"/></chart>',
    },
    ['mixed-units data:9'],
  ],
  ['a chart of nothing', { body: '<chart type="bar"></chart>' }, ['empty-chart data:19']],
  [
    'a total that its points do not come to, at its data',
    {
      body: '<chart type="waterfall"><total label="a" fact="{{fact "workers" part="2021"}}"/><point label="b" fact="{{fact "workers" part="2021"}}"/><total label="c" fact="{{fact "workers" part="2031F"}}"/></chart>',
    },
    ['wrong-sum data:10'],
  ],
  [
    'a total of nothing, and totals in a chart that is sorted',
    {
      body: '<chart type="waterfall"><total label="a"/></chart>\n<chart type="waterfall" sort="asc"><total label="a" fact="{{fact "pledge"}}"/></chart>',
    },
    ['missing-attribute board.hbs:8', 'bad-attribute board.hbs:9'],
  ],
  ['a figure that has no value', { body: '<stat fact="{{fact "memo"}}"/>' }, ['not-a-number data:11']],
  [
    'a fact that may never be shown, also in an attribute',
    { body: '<p>{{fact "rumour"}}</p><stat fact="{{fact "rumour"}}"/>' },
    ['never-shown data:12', 'never-shown data:12'],
  ],
  [
    'a fact of the notes on the slide, and not in the notes',
    { body: '<p>{{fact "remark"}}</p><notes>{{fact "remark"}}</notes>' },
    ['notes-only data:13'],
  ],
  [
    'a fact that the audience may not see',
    { body: '<p>{{fact "secret"}}</p>', audience: 'all' },
    ['closed-fact data:14'],
  ],
  [
    'a page of a slide that the deck does not have',
    { body: '<p><page-of slide="tlak"/></p>' },
    ['unknown-slide board.hbs:8'],
  ],
  ['a link that runs code', { body: '<p><a href="javascript:x">y</a></p>' }, ['unsafe-link board.hbs:8']],
  ['a text that the layout has no place for', { body: '<subtitle>x</subtitle>' }, ['no-placeholder data:19']],
  ['two titles', { body: '<title>a</title>\n<title>b</title>' }, ['skipped-content board.hbs:9']],
])('reports %s', (_, options, expected) => {
  expect(board({ ...options, body: on('title-only', options.body) }).found).toEqual(expected);
});

test.each([
  ['1970-01-01', 0],
  ['2024-02-29', 19782],
  ['2024-04', 19829],
  ['2024', 19906],
  ['2028-H2', 21458],
  ['2021..2031F', 20636.5],
  ['soon', null],
])('the middle of %s is day %s', (typed, day) => {
  expect(middleDay(typed)).toBe(day);
});

test('the page on templates lists every element, attribute and token', () => {
  const page = readFileSync('templates/README.md', 'utf8').split('\n');
  const boxes = page.find(line => line.startsWith('A **box** takes')) ?? '';
  for (const [name, { attributes, doc }] of Object.entries(ELEMENTS)) {
    const row = page.find(line => line.startsWith(`| \`${name}\` | ${doc} |`));
    expect(row, `<${name}>`).toBeDefined();
    for (const [attribute, { tokens }] of Object.entries(attributes)) {
      const entry = [row!, boxes]
        .flatMap(text => text.split(/[;|.] ?/))
        .find(part => part.includes(`\`${attribute}\``));
      expect(entry, `<${name} ${attribute}>`).toBeDefined();
      for (const token of tokens) expect(entry!.split(/[\s:,]+/), `<${name} ${attribute}>`).toContain(token);
    }
  }
});

test('a table is a grid without a gap, however its cells reach; whoever is told of nothing keeps every span', () => {
  const reach = fc.record({ columns: fc.integer({ min: 1, max: 3 }), rows: fc.integer({ min: 1, max: 3 }) });
  const tables = fc.array(fc.array(reach, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(tables, rows => {
      const cell = ({ columns, rows }: { columns: number; rows: number }) =>
        `<td colspan="${columns}" rowspan="${rows}">a</td>`;
      const written = rows.map(row => `<tr>${row.map(cell).join('')}</tr>`).join('');
      const { deck, found } = board({ body: on('title-only', `<table>${written}</table>`) });
      const [table] = deck.slides[0]!.body!.children;
      if (table?.kind !== 'table') throw new Error('no table');
      const grid = gridOf(table.rows);
      const width = rows[0]!.reduce((sum, { columns }) => sum + columns, 0);
      expect(grid.map(row => row.filter(cell => cell !== undefined).length)).toEqual(rows.map(() => width));
      expect(grid.every(row => row.length === width)).toBe(true);
      for (const own of table.rows.flatMap(({ cells }) => cells))
        expect(grid.flat().filter(cell => cell === own)).toHaveLength(own.columnSpan * own.rowSpan);
      const spans = table.rows.map(({ cells }) =>
        cells.map(({ columnSpan: columns, rowSpan: rows }) => ({ columns, rows })),
      );
      if (found.length === 0) expect(spans).toEqual(rows);
    }),
    { numRuns: 100 },
  );
});

test.each<[string, string, readonly string[]]>([
  [
    'a cell that reaches below the last row',
    '<tr><td rowspan="2">a</td></tr>',
    ['A cell of row 1 reaches below its part of the table.'],
  ],
  [
    'a head that reaches into the rows below it',
    '<tr><th rowspan="2">a</th><th>b</th></tr><tr><td>c</td></tr>',
    ['A cell of row 1 reaches below its part of the table.', 'Row 2 of the table has 1 cells; the first has 2.'],
  ],
  [
    'a cell that runs into one from above',
    '<tr><td>a</td><td rowspan="2">b</td><td>c</td></tr><tr><td colspan="2">d</td></tr>',
    ['A cell of row 2 reaches into another.'],
  ],
])('is reported: %s', (_, rows, wanted) => {
  const { diagnostics } = board({ body: on('title-only', `<table>${rows}</table>`) });
  expect(diagnostics.map(({ message }) => message)).toEqual(wanted);
});
