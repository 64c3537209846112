/** What expand makes of templates and data, and what it says of their mistakes. */
import { expect, test } from 'vitest';
import { type Markup, STAMP, stampPlace } from '../../src/model/markup.ts';
import { type Board, board, type Made, written } from '../support/board.ts';
import type { Files } from '../support/memory.ts';

const slide = (inner: string): string => `<slide layout="title-only">${inner}</slide>`;
const inside = (made: Made): string => written(made).replace(/^<slide[^>]*>|<\/slide>$/g, '');
const expanded = (options: Board): string => inside(board({ ...options, body: slide(options.body) }));

const POINTS = 'points: {type: array, items: {type: object, properties: {lead: {$ref: text}, text: {$ref: text}}}}';
const LIST = 'points:\n  - {lead: One, text: "costs $(pledge)"}\n  - {text: Two}';

test.each<[string, Board, string]>([
  ['a name prints its datum', { body: '<p>{{message}}</p>' }, '<p>«A claim that stands above»</p>'],
  ['what is left out prints nothing', { body: '<p>{{subhead}}</p>' }, '<p></p>'],
  [
    'a loop prints every item, a condition what is there',
    {
      body: '{{#each points}}<p>{{#if lead}}{{lead}}: {{/if}}{{text}}{{#unless @last}},{{/unless}}</p>{{else}}none{{/each}}',
      properties: POINTS,
      data: LIST,
    },
    '<p>«One»: «costs ₩9.4 trillion»,</p><p>«Two»</p>',
  ],
  [
    'an empty list takes the other branch',
    { body: '{{#each points}}x{{else}}none{{/each}}', properties: POINTS },
    'none',
  ],
  [
    'a block parameter names the item, `../` the context around it',
    {
      body: '{{#each points as |point i|}}{{i}} {{point.text}} {{../message}};{{/each}}',
      properties: POINTS,
      data: 'points: [{text: A}]',
    },
    '0 «A» «A claim that stands above»;',
  ],
  [
    'a fact with members is gone through by key, label and fact',
    {
      body: '{{#each all}}<point label="{{label}}" fact="{{fact}}"/>{{/each}}',
      properties: 'all: {$ref: series}',
      data: 'all: share',
    },
    '<point label="«Samsung»" fact="«42.9%»"/><point label="«SK hynix»" fact="«34.5%»"/><point label="«Micron»" fact="«19.6%»"/>',
  ],
  [
    'a key may be called as a helper is',
    { body: '{{date}} {{date date}}', properties: 'date: {$ref: period}', data: 'date: 2024-04-09' },
    '«2024-04-09» «9 April 2024»',
  ],
  [
    'a fact is printed in the form asked for',
    { body: '{{fact "pledge" form="numeral"}} {{fact "share" part="hynix"}}' },
    '«₩9.4tn» «34.5%»',
  ],
  ['a statement stands for a fact without a value', { body: '{{fact "memo"}}' }, '«A memorandum was signed»'],
  [
    'numbers of the data are grouped',
    {
      body: '{{number n}} {{percent n digits=1}} {{money n unit="USD m"}}',
      properties: 'n: {type: number}',
      data: 'n: 1500',
    },
    '«1,500» «1,500.0%» «$1,500 million»',
  ],
  [
    'conditions compare words, numbers and flags',
    {
      body: '{{#if (and (eq kind "core") (not flag))}}yes{{/if}}{{or subhead "else"}}',
      properties: 'kind: {type: string}\nflag: {type: boolean}',
      data: 'kind: core\nflag: false',
    },
    'yeselse',
  ],
  [
    'a list is cut into parts about as long',
    {
      body: '{{#each (pages points 2)}}[{{#each this}}{{text}}{{/each}}]{{/each}}',
      properties: POINTS,
      data: 'points: [{text: A}, {text: B}, {text: C}]',
    },
    '[«A»«B»][«C»]',
  ],
  [
    'data cannot write markup',
    { body: '<p>{{subhead}}</p>', data: 'subhead: "</p><chart> & {{message}}"' },
    '<p>«</p><chart> & {{message}}»</p>',
  ],
])('%s', (_, options, expected) => {
  expect(expanded(options)).toBe(expected);
});

test('a component sees the names of its contract, and its block those of the caller', () => {
  const component =
    '---\ndescription: A box.\nrequired: [head]\nproperties:\n  head: {$ref: text}\n  message: {$ref: text}\n---\n<p>{{head}} {{message}} {{> @partial-block}}</p>\n';
  const made = board({
    body: slide('{{#> frame head=subhead}}{{note}}{{/frame}}'),
    data: 'subhead: Above\nnote: Inside',
    files: { 'b/templates/components/frame.hbs': component },
  });
  expect(inside(made)).toBe('<p>«Above» «A claim that stands above» «Inside»</p>');
  expect(made.found).toEqual([]);
});

test('texts, facts, dates and fixed words follow the language', () => {
  const options = {
    body: '{{subhead}} {{date when}} {{t "Source:"}}',
    properties: 'when: {$ref: period}',
    data: 'subhead: {en: "It is $(pledge)", ko: "총 $(pledge)"}\nwhen: 2024-Q2',
  };
  const words = { '@templates/words.yaml': '"Source:": {ko: "출처:"}\n' };
  expect(expanded({ ...options, files: words })).toBe('«It is ₩9.4 trillion» «Q2 2024» Source:');
  expect(expanded({ ...options, files: words, language: 'ko' })).toBe('«총 9조 4,000억 원» «2024년 2분기» 출처:');
});

test.each<[string, Board, readonly string[]]>([
  [
    'a name that is not in the contract, wherever it stands',
    { body: '{{a}}\n{{#if b}}{{c}}{{/if}}\n{{#each d}}{{/each}}\n{{eq e 1}}' },
    [
      'unknown-name board.hbs:7',
      'unknown-name board.hbs:8',
      'unknown-name board.hbs:8',
      'unknown-name board.hbs:9',
      'unknown-name board.hbs:10',
    ],
  ],
  [
    'a name inside of a list',
    { body: '{{#each points}}\n{{txt}}{{/each}}', properties: POINTS, data: LIST },
    ['unknown-name board.hbs:8'],
  ],
  [
    'names that lead into JavaScript',
    { body: '{{constructor}}{{__proto__}}{{message.constructor}}' },
    ['unknown-name board.hbs:7', 'unknown-name board.hbs:7', 'unknown-name board.hbs:7'],
  ],
  [
    'a helper and a component that do not exist',
    { body: '{{upper message}}\n{{> sldie}}' },
    ['unknown-helper board.hbs:7', 'unknown-partial board.hbs:8'],
  ],
  [
    'a block that is not closed, at its opener',
    { body: '<p>\n{{#if message}}\n</p>' },
    ['template-syntax board.hbs:8'],
  ],
  ['a block closed by another', { body: '{{#if message}}\n{{/each}}' }, ['template-syntax board.hbs:7']],
  ['braces that say nothing', { body: 'x\n{{message' }, ['template-syntax board.hbs:8']],
  [
    'raw output, sections over names, decorators',
    { body: '{{{message}}}\n{{&message}}\n{{#message}}{{/message}}\n{{#*inline "x"}}{{/inline}}' },
    [
      'refused-syntax board.hbs:7',
      'refused-syntax board.hbs:8',
      'refused-syntax board.hbs:9',
      'refused-syntax board.hbs:10',
    ],
  ],
  [
    'a bare & and a bare <',
    { body: '<p>R&D &amp;\n1 < 2</p>' },
    ['bare-character board.hbs:7', 'bare-character board.hbs:8'],
  ],
  [
    'a list printed as if it were words',
    { body: '{{points}}', properties: POINTS, data: LIST },
    ['unprintable data:19'],
  ],
  ['a fact that the ledger does not have', { body: '{{fact "plegde"}}' }, ['template-fact data:19']],
  [
    'a fact of members printed without one',
    { body: '{{subhead}}', data: 'subhead: It is $(share)' },
    ['needs-member data:22'],
  ],
  [
    'a language that is missing, at the datum',
    { body: '{{subhead}}', data: 'subhead: {en: Words}', language: 'ko' },
    ['missing-language data:22'],
  ],
])('reports %s', (_, options, expected) => {
  const { found } = board(options);
  expect(found.filter(line => !line.startsWith('stray-markup'))).toEqual(expected);
});

test('a component that calls itself is refused, the circle named', () => {
  const loop = '---\ndescription: A mirror.\n---\n{{> mirror}}\n';
  const made = board({ body: '{{> mirror}}', files: { 'b/templates/components/mirror.hbs': loop } });
  expect(made.diagnostics.map(({ message }) => message)).toEqual([
    'The templates call each other without end: components/mirror → components/mirror.',
  ]);
});

test('every tag is stamped with its own place and the pointer of its data', () => {
  const made = board({ body: slide('{{#each points}}\n<p>{{text}}</p>{{/each}}'), properties: POINTS, data: LIST });
  const stamps = [...made.markup.slides[0]!.text.matchAll(new RegExp(`<(\\w+) ${STAMP}="([^"]*)"`, 'g'))];
  const source = made.source.templates.get('slides/board')!.text;
  const seen = stamps.map(([, name, stamp]) => {
    const { start, end } = stampPlace(stamp!, made.markup.files)!;
    return [name, source.slice(start, end), stamp!.split(' ')[1]];
  });
  expect(seen).toEqual([
    ['slide', '<slide', '/sections/talk/one'],
    ['p', '<p', '/sections/talk/one/points/0'],
    ['p', '<p', '/sections/talk/one/points/1'],
  ]);
});

const KIND = (body: string): Files => ({
  'b/templates/sections/pair.hbs': `---\ndescription: A pair.\nslides: {first: board, second: board}\n---\n${body}`,
  'b/briefing.yaml':
    'title: Board\ndate: 2026-03-02\norder: [pair]\nsections:\n  pair:\n    title: Pair\n    kind: pair\n    second: {message: Two}\n    third: {slide: board, message: Three}\n    first: {message: One}\n',
});

test.each([
  ['that only names its slides', ''],
  [
    'with a body in another order',
    '{{#if first}}{{> slides/board first}}{{/if}}{{#if second}}{{> slides/board second}}{{/if}}',
  ],
])('the slides of a kind %s stand in the order of the file', (_, body) => {
  const made = board({ body: slide('<title>{{message}}</title>'), files: KIND(body) });
  expect(made.found).toEqual([]);
  expect(made.markup.slides.map(({ id }) => id)).toEqual(['pair/second', 'pair/third', 'pair/first']);
});

test('content that a kind does not draw is never dropped in silence', () => {
  const made = board({ body: slide(''), files: KIND('{{#if first}}{{> slides/board first}}{{/if}}') });
  expect(made.found).toEqual(['undrawn-slide data:8']);
});

const SOURCES =
  '---\ndescription: S.\nproperties: {rows: {type: array, items: {type: object, properties: {id: {type: string}, publisher: {$ref: text}, facts: {type: array, items: {$ref: fact}}}}}}\n---\n<slide layout="title-only">{{#each rows}}<p>{{id}} {{publisher}} {{length facts}}</p>{{/each}}</slide>';

const DECK = (audience: string | null) =>
  board({
    body: slide('<title>{{message}}</title><p>{{fact "pledge"}}</p>'),
    audience,
    files: {
      '@templates/slides/cover.hbs':
        '---\ndescription: C.\nproperties: {title: {$ref: text}}\n---\n<slide layout="title-slide"><title>{{title}}</title></slide>',
      '@templates/slides/divider.hbs':
        '---\ndescription: D.\nproperties: {number: {type: integer}, title: {$ref: text}}\n---\n<slide layout="section-header"><title>{{number}} {{title}}</title></slide>',
      '@templates/slides/sources.hbs': SOURCES,
      'b/briefing.yaml': `title: Board\ndate: 2026-03-02\ndividers: true\norder: [cover, a, b, sources]\naudiences: {board: [sources, b/two, a], wide: [cover, b]}\nfacts: {pledge: {value: 9.4, unit: KRW tn, as-of: 2024, source: press}}\nsources: {press: {publisher: Press}}\nsections:\n  a:\n    title: Aa\n    one: {slide: board, message: One}\n  b:\n    title: Bb\n    one: {slide: board, message: One, audiences: [board]}\n    two: {slide: board, message: Two}\n`,
    },
  });

test.each<[string | null, readonly string[], readonly string[]]>([
  [null, ['cover', 'a/divider', 'a/one', 'b/divider', 'b/one', 'b/two', 'sources'], ['overview', 'a', 'b', 'sources']],
  ['board', ['sources', 'b/two', 'a/divider', 'a/one'], ['overview', 'b', 'a']],
  ['wide', ['cover', 'b/divider', 'b/two'], ['overview', 'b']],
])('the audience %s sees its slides in its order, those closed to it left out', (audience, slides, sections) => {
  const { markup, found } = DECK(audience);
  expect(found).toEqual([]);
  expect(markup.slides.map(({ id }) => id)).toEqual(slides);
  expect(markup.sections.map(({ id }) => id)).toEqual(sections);
});

/** A slide's markup as its words, stamps left out. */
const plainOf = ({ slides, printed }: Markup, index: number): string =>
  slides[index]!.text.replace(/ _at="[^"]*"/g, '').replace(
    /\uE000(\d+)\uE001/g,
    (_, i: string) => printed[Number(i)]!.plain,
  );

test('the list of sources is complete wherever it stands', () => {
  expect(plainOf(DECK('board').markup, 0)).toContain('<p>press Press 1</p>');
});

test('an audience that the briefing does not have is refused', () => {
  expect(DECK('bord').found).toEqual(['unknown-audience data:1']);
});

test('a thousand slides are well within the limits of a deck', () => {
  const rows = Array.from(
    { length: 1000 },
    (_, i) => `    s${i}: {slide: board, message: "Number ${i} is $(pledge)", points: [{text: A}, {text: B}]}`,
  );
  const files = {
    'b/briefing.yaml': `title: Board\ndate: 2026-03-02\norder: [talk]\nfacts: {pledge: {value: 9.4, unit: KRW tn, as-of: 2024, source: press}}\nsources: {press: {publisher: Press}}\nsections:\n  talk:\n    title: Talk\n${rows.join('\n')}\n`,
  };
  const made = board({ body: slide('{{#each points}}<p>{{text}}</p>{{/each}}'), properties: POINTS, files });
  expect(made.markup.slides).toHaveLength(1000);
});
