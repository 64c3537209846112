/** What read makes of briefings, and where it finds what is wrong with them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Source } from '../../src/model/briefing.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { isList, isMap, isValue } from '../../src/model/value.ts';
import { READ_PROBLEMS, read } from '../../src/read/read.ts';
import { type Files, memoryProject, placed } from '../support/memory.ts';

const HEAD = 'title: Harbour\ndate: 2026-03-02\n';
const FACTS = `facts:
  ships: {value: 12, unit: count, source: port}
  fleet: {values: {2024: 3, 2031F: 9}, unit: count, source: port}
sources: {port: {publisher: Port authority, date: 2026}}
`;

/** The templates that the briefings here use; the product's own may change without touching these tests. */
const template = (contract: string): string => `---\ndescription: A slide.\n${contract}---\n<slide/>\n`;
const TEMPLATES: Files = {
  '@templates/slides/cover.hbs': template(''),
  '@templates/slides/summary.hbs': template(''),
  '@templates/slides/sources.hbs': template(''),
  '@templates/slides/big-number.hbs': template(
    'required: [message, number]\nproperties: {number: {$ref: fact}, caption: {$ref: text}}\n',
  ),
  '@templates/slides/bullets.hbs': template(
    'properties:\n  points: {type: array, maxItems: 6, items: {type: object, required: [text], properties: {text: {$ref: text}}}}\n',
  ),
  '@templates/slides/column-time.hbs': template(
    'properties: {series: {$ref: series}, callout: {$ref: labelled-fact}}\n',
  ),
  '@templates/slides/picture.hbs': template('properties: {picture: {$ref: picture}}\n'),
  '@templates/sections/talent.hbs': template('slides: {gap: big-number}\n'),
  '@templates/words.yaml': 'Sources: {ko: 출처, zh: 资料来源}\n',
};

/** A briefing with one section, `traffic`, whose slides are given, indented by four. */
const withSlides = (slides: string, head = HEAD): string =>
  `${head}${FACTS}sections:\n  traffic:\n    title: Traffic\n${slides}`;

function open(files: Files) {
  const project = memoryProject({ ...TEMPLATES, ...files });
  const diagnostics: Diagnostic[] = [];
  const source = read(project, { briefing: 'b', brand: null }, diagnostic => diagnostics.push(diagnostic));
  const found = placed(diagnostics, project).map(place => place.replace(/^b\//, ''));
  return { source, diagnostics, found };
}
const openText = (text: string) => open({ 'b/briefing.yaml': text });

describe('a file that is no YAML is reported once, at the place that is to be mended', () => {
  test.each([
    ['a tab', 'title: x\ndate: 2026-03-02\norder:\n\t- cover\n', '4:1 tab-indent'],
    ['a quote that is never closed', 'date: 2026-03-02\ntitle: "Harbour\norder: [cover]\n', '2:8 yaml-syntax'],
    [
      'a brace that is never closed',
      'title: x\nfacts: {a: {value: 1}, b: {value: 2}\ndate: 2026-03-02\n',
      '2:8 yaml-syntax',
    ],
    ['a bracket that is never closed', 'title: x\norder: [cover, traffic\ndate: 2026-03-02\n', '2:8 yaml-syntax'],
    ['a colon in a text', 'title: Harbour: the plan\ndate: 2026-03-02\n', '1:8 yaml-syntax'],
    ['bold text without quotes', 'title: **Harbour** first\ndate: 2026-03-02\n', '1:8 yaml-syntax'],
    ['text behind a quote', 'title: "Harbour" first\ndate: 2026-03-02\n', '1:8 yaml-syntax'],
    ['a text that starts with @', 'title: @harbour\ndate: 2026-03-02\n', '1:8 yaml-syntax'],
    ['a text that starts with >', 'title: >5 percent\ndate: 2026-03-02\n', '1:8 yaml-syntax'],
    ['a key indented below one that has its value', 'title: Harbour\n\n  date: 2026-03-02\n', '3:3 yaml-syntax'],
    ['a line without a colon', 'title: x\nHarbour\ndate: 2026-03-02\n', '2:1 yaml-syntax'],
    ['two documents', 'title: x\n---\ndate: 2026-03-02\n', '2:1 several-documents'],
    ['no content', '# nothing yet\n', '1:1 empty-file'],
    ['a list', '- title\n', '1:1 wrong-type'],
    ['a tag', 'title: !!js/function x\ndate: 2026-03-02\n', '1:8 unknown-tag'],
    ['an alias of nothing', 'title: *harbour\ndate: 2026-03-02\n', '1:8 unknown-alias'],
    ['ten thousand brackets', `title: ${'['.repeat(10_000)}\n`, 'limit-depth'],
  ])('%s', (_, text, expected) => {
    const { found } = openText(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });

  test.each([
    ['title: Harbour: the plan', 'write `title: "Harbour: the plan"`'],
    ['title: **Harbour** first # why', 'write `title: "**Harbour** first"`'],
    ['title: "Harbour" first', 'write `title: \'"Harbour" first\'`'],
    ['title: "Harbour', 'write `title: "Harbour"`'],
    ['title: &Co harbour', 'write `title: "&Co harbour"`'],
    ['title: The #1 harbour', 'write `title: "The #1 harbour"`, or put a space after `#` if it is a comment'],
    ['title: {en: Harbour, first}', 'write `title: {en: "Harbour, first"}`'],
    ['keywords: [Note: first]', 'write `"Note: first"`'],
  ])('the hint prints the repaired line of %s', (line, hint) => {
    const { diagnostics } = openText(`${line}\ndate: 2026-03-02\n`);
    expect(diagnostics[0]?.hint).toBe(hint);
  });

  test.each([
    ['value: 3,8', 'write `facts: {a: {value: 3.8}}`, or `facts: {a: {value: "3,8"}}` if it is text'],
    ['value: 1,000', 'write `facts: {a: {value: 1000}}`, or `facts: {a: {value: "1,000"}}` if it is text'],
    ['value: "3,8"', 'did you mean `3.8`?'],
    ['value: "3,8000"', 'did you mean `3.8000`?'],
    ['value: "1,000"', 'write `1000`, without quotes or separators'],
    ['value: "-1,234,567.8"', 'write `-1234567.8`, without quotes or separators'],
    ['value: 9 400_000', 'write `9400000`, without quotes or separators'],
    ['value: "0,500"', 'did you mean `0.500`?'],
    ['value: "1,2,3"', null],
  ])('the number of %s is never made ten times too large', (entry, hint) => {
    expect(openText(`${HEAD}facts: {a: {${entry}}}\n`).diagnostics[0]?.hint).toBe(hint);
  });

  test.each<[string, Uint8Array, string, RegExp]>([
    [
      'UTF-16',
      new Uint8Array(Buffer.from(`\uFEFF${HEAD}`, 'utf16le')),
      'b/briefing.yaml:1:1',
      /UTF-16 \(little endian\)/,
    ],
    ['UTF-16 without a mark', new Uint8Array(Buffer.from(HEAD, 'utf16le')), 'b/briefing.yaml:1:1', /UTF-16/],
    [
      'Latin-1',
      new Uint8Array(Buffer.from('date: 2026-03-02\ntitle: Caf\xe9\n', 'latin1')),
      'b/briefing.yaml:2:11',
      /Byte 27 of the file, 0xE9/,
    ],
  ])('%s is named', (_, bytes, place, message) => {
    const project = memoryProject({ ...TEMPLATES, 'b/briefing.yaml': bytes });
    const diagnostics: Diagnostic[] = [];
    read(project, { briefing: 'b', brand: null }, diagnostic => diagnostics.push(diagnostic));
    expect(placed(diagnostics, project)).toEqual([`${place} bad-encoding`]);
    expect(diagnostics[0]?.message).toMatch(message);
  });

  test('a byte order mark and Windows line ends do no harm', () => {
    const bytes = `\uFEFF${HEAD.replaceAll('\n', '\r\n')}ordr: [cover]\r\n`;
    expect(openText(bytes).found).toEqual(['briefing.yaml:3:1 unknown-key']);
  });

  test('150 honest aliases pass; ten to the tenth do not', () => {
    const honest = Array.from({ length: 150 }, (_, i) => `  f${i}: *one`).join('\n');
    expect(openText(`${HEAD}facts:\n  one: &one {value: 1, unit: count}\n${honest}\norder: [cover]\n`).found).toEqual(
      [],
    );
    const levels = Array.from(
      { length: 10 },
      (_, i) => `  l${i + 1}: &l${i + 1} [${Array(10).fill(`*l${i}`).join(', ')}]`,
    );
    const bomb = openText(`${HEAD}facts:\n  l0: &l0 x\n${levels.join('\n')}\n`);
    expect(bomb.diagnostics.map(({ problem }) => [problem.code, problem.exit])).toEqual([['limit-nodes', 4]]);
  });
});

describe('a fault against a contract is reported at the exact place', () => {
  test.each([
    ['an unknown key', `${HEAD}tilte: x\n`, ['3:1 unknown-key']],
    ['a key that stands twice', `${HEAD}title: y\n`, ['3:1 duplicate-key']],
    ['an id that is not kebab-case', `${HEAD}facts: {shipsCalled: {value: 1}}\n`, ['3:9 bad-key']],
    ['a missing key', 'title: x\n', ['1:1 missing-key']],
    ['an empty key', 'title: x\ndate:\n', ['2:1 missing-key']],
    ['a word where a list belongs', `${HEAD}languages: en\n`, ['3:12 wrong-type']],
    ['a day that is no date', 'title: x\ndate: soon\n', ['2:7 not-allowed']],
    ['a word of YAML 1.1 for a flag', `${HEAD}dividers: yes\n`, ['3:11 wrong-type']],
    ['an infinite number', `${HEAD}facts: {a: {value: .inf}}\n`, ['3:20 not-finite']],
    ['a number with a comma', `${HEAD}facts: {a: {value: "1,000"}}\n`, ['3:20 wrong-type']],
    ['a comma that made a key', `${HEAD}facts: {a: {value: 1,000}}\n`, ['3:22 comma-made-key']],
    ['a mustache', `${HEAD}subtitle: {{fact "a"}}\n`, ['3:12 bad-key']],
    ['a control character', `${HEAD}subtitle: a\u0007b\n`, ['3:12 forbidden-character']],
    ['half a surrogate pair', `${HEAD}subtitle: "a\\uD800b"\n`, ['3:11 forbidden-character']],
    ['a private marker', `${HEAD}subtitle: a\uE000b\n`, ['3:12 forbidden-character']],
    ['a comment that swallowed text', `${HEAD}subtitle: The #1 port\n`, ['3:15 swallowed-text']],
    ['an anchor that swallowed text', `${HEAD}subtitle: &Co ports\n`, ['3:11 unused-anchor']],
    ['a slide that asks for an unknown template', withSlides('    a: {slide: bulets}\n'), ['10:16 unknown-template']],
    [
      'an unknown kind',
      withSlides('    kind: talnt\n    gap: {message: x, number: ships}\n'),
      ['10:11 unknown-template'],
    ],
    ['a slide that does not say which one it is', withSlides('    a: {message: x}\n'), ['10:5 missing-key']],
    ['a misspelt key of a section', withSlides('    mesage: x\n'), ['10:5 unknown-key']],
    [
      'a slide without what its template requires',
      withSlides('    a: {slide: big-number, message: x}\n'),
      ['10:5 missing-key'],
    ],
    [
      'an unknown key of a slide',
      withSlides('    a: {slide: big-number, number: ships, mesage: x}\n'),
      ['10:43 unknown-key'],
    ],
    [
      'too many items',
      withSlides(`    a: {slide: bullets, message: x, points: [${'{text: y}, '.repeat(7)}]}\n`),
      ['10:37 wrong-count'],
    ],
    [
      'a fact that does not exist',
      withSlides('    a: {slide: big-number, message: x, number: shps}\n'),
      ['10:48 unknown-fact'],
    ],
    [
      'a fact with several values where one belongs',
      withSlides('    a: {slide: big-number, message: x, number: fleet}\n'),
      ['10:48 needs-member'],
    ],
    [
      'a member that does not exist',
      withSlides('    a: {slide: big-number, message: x, number: fleet.2030}\n'),
      ['10:54 unknown-member'],
    ],
    [
      'a series of one value',
      withSlides('    a: {slide: column-time, message: x, series: ships}\n'),
      ['10:49 wrong-type'],
    ],
    [
      'a picture that is not there',
      withSlides('    a: {slide: picture, message: x, picture: {src: a.png, alt: y, credit: z, licence: CC0}}\n'),
      ['10:52 picture-missing'],
    ],
    [
      'a picture without words',
      withSlides('    a: {slide: picture, message: x, picture: {src: ../../../a.png, credit: z, licence: CC0}}\n'),
      ['10:37 missing-key', '10:52 picture-outside'],
    ],
    [
      'an audience that does not exist',
      withSlides('    a: {slide: bullets, message: x, points: [{text: y}], audiences: [bord]}\n'),
      ['10:70 unknown-audience'],
    ],
    ['an order with a slip', `${HEAD}order: [cover, sorces]\n`, ['3:16 unknown-slide']],
    ['an order with a section that nobody has written', `${HEAD}order: [cover, wildlife]\n`, ['3:16 missing-file']],
    ['an order that repeats', `${HEAD}order: [cover, cover]\n`, ['3:16 repeated-entry']],
    ['an audience that names nothing', `${HEAD}audiences: {board: [cover, water/x]}\n`, ['3:28 unknown-slide']],
    ['a date that does not exist', `${HEAD}facts: {a: {value: 1, as-of: 2025-02-30}}\n`, ['3:30 bad-period']],
    ['a source that does not exist', `${HEAD}facts: {a: {value: 1, source: prt}}\n`, ['3:31 unknown-source']],
    ['a unit that does not exist', `${HEAD}facts: {a: {value: 1, unit: KWR tn}}\n`, ['3:29 unknown-unit']],
    ['a claim of nobody', `${HEAD}facts: {a: {value: 1, use: attributed}}\n`, ['3:9 missing-key']],
    ['a fact that says nothing', `${HEAD}facts: {a: {unit: count}}\n`, ['3:9 fact-value']],
    [
      'a display with another number',
      `${HEAD}facts: {a: {value: 9.4, unit: KRW tn, display: {ko: "9조 5,000억 원"}}}\n`,
      ['3:53 display-mismatch'],
    ],
    ['a circle', `${HEAD}facts: {a: {calc: $(b)}, b: {calc: $(a) + 1}}\n`, ['3:19 calc-cycle']],
    ['a calc with an unknown fact', `${HEAD}facts: {a: {calc: 2 * $(c)}}\n`, ['3:25 unknown-fact']],
    ['a calc that ends early', `${HEAD}facts: {a: {calc: 2 * }}\n`, ['3:22 bad-calc']],
  ])('%s', (_, text, expected) => {
    expect(openText(text).found).toEqual(expected.map(place => `briefing.yaml:${place}`));
  });

  test('words where a map with one text is wanted are answered with that map', () => {
    const { diagnostics } = openText(withSlides('    a: {slide: bullets, points: [one, two]}\n'));
    expect(diagnostics.map(({ hint }) => hint)).toEqual(['write `{text: one}`', 'write `{text: two}`']);
  });

  test('ten planted faults are ten diagnostics', () => {
    const text = `tilte: Harbour
date: 2026-3-2
languages: [en, ko]
dividers: maybe
order: [cvoer, traffic]
facts:
  ships: {value: many, source: prt}
  tons: {calc: $(ship) * 2, unit: megatons}
sections:
  traffic:
    titel: Traffic
    slide-one: {slide: bullets, message: "**x", points: [{txt: y}]}
`;
    const { found } = openText(text);
    expect(found.map(place => place.replace('briefing.yaml:', '')).sort()).toEqual(
      [
        '1:1 unknown-key',
        '2:7 not-allowed',
        '4:11 wrong-type',
        '5:9 unknown-slide',
        '7:18 wrong-type',
        '7:32 unknown-source',
        '8:18 unknown-fact',
        '8:35 unknown-unit',
        '10:3 missing-key',
        '11:5 unknown-key',
        '12:43 unclosed-mark',
        '12:59 unknown-key',
      ].sort(),
    );
  });

  test('a fault in an anchor is reported once, however often it is used', () => {
    const text = `${HEAD}facts:\n  a: &a {value: x, unit: count}\n  b: *a\n  c: *a\n`;
    expect(openText(text).found).toEqual(['briefing.yaml:4:17 wrong-type']);
  });

  test('a file of facts that cannot be read is the only thing reported', () => {
    const files = { 'b/briefing.yaml': `${HEAD}subtitle: $(ships) ships\n`, 'b/facts.yaml': 'facts: {a: [}\n' };
    expect(open(files).found).toEqual(['facts.yaml:1:12 yaml-syntax']);
  });

  test('a file that is not there has exit code 3', () => {
    const { diagnostics } = open({});
    expect(diagnostics.map(({ problem }) => [problem.code, problem.exit])).toEqual([['missing-file', 3]]);
  });
});

describe('text keeps what was typed', () => {
  const printed = (source: Source | null): string =>
    [...(source?.briefing.subtitle?.texts.get('*') ?? [])]
      .map(piece => (piece.kind === 'words' ? piece.text : ''))
      .join('');

  test.each(['1.10', '012', 'NO', '12345678901234567890', '2024-01-01', 'true', '0x1F', '1e3'])('%s', typed => {
    const { source, found } = openText(`${HEAD}subtitle: ${typed}\norder: [cover]\n`);
    expect(found).toEqual([]);
    expect(printed(source)).toBe(typed);
  });
});

describe('a briefing in several files', () => {
  const files = {
    'b/briefing.yaml': `${HEAD}languages: [en, ko]\norder: [cover, traffic, sources]\naudiences: {board: [cover, traffic/growth]}\nsummary: {}\n`,
    'b/facts.yaml':
      'facts:\n  fleet: {values: {2031F: 9, 2024: 3}, unit: count, source: port, labels: {2024: {en: then, ko: 그때}}}\n',
    'b/sources.yaml': 'port: {publisher: Port authority, date: "spring 2026"}\n',
    'b/sections/traffic.yaml':
      'kind: ferries\ntitle: Traffic\ngrowth:\n  message: More ships\n  series: fleet\nwhy:\n  slide: bullets\n  message: Reasons\n  points: [{text: one}]\n',
    'b/sections/unused.yaml': 'title: Unused\n',
    'b/templates/sections/ferries.hbs': '---\ndescription: Ferries.\nslides: {growth: column-time}\n---\n{{growth}}\n',
    'b/templates/words.yaml': 'Sources: {ko: 출처들}\n',
  };
  const { source, found } = open(files);
  const [growth, why] = source!.briefing.order.flatMap(entry => (entry.kind === 'section' ? entry.section.slides : []));

  test('what no deck will show is a warning', () => {
    expect(found).toEqual(['sections/unused.yaml:1:1 unlisted-section', 'briefing.yaml:6:1 unlisted-section']);
  });

  test('slides stand in file order, with ids of section and key', () => {
    expect([growth, why].map(slide => [slide?.id, slide?.template])).toEqual([
      ['traffic/growth', null],
      ['traffic/why', 'slides/bullets'],
    ]);
  });

  test('members keep the order of the file, forecasts their mark, and labels their languages', () => {
    const fleet = source!.briefing.ledger.facts.get('fleet')!;
    expect(fleet.members.map(({ key, value, forecast }) => [key, value, forecast])).toEqual([
      ['2031F', 9, true],
      ['2024', 3, false],
    ]);
    expect([...fleet.members[1]!.label!.texts.keys()]).toEqual(['en', 'ko']);
  });

  test('a fact with members becomes a list of points that know their facts', () => {
    const series = growth!.content.series;
    expect(
      isList(series) &&
        series.map(point => isMap(point) && isValue(point.fact) && point.fact.kind === 'fact' && point.fact.use),
    ).toEqual([
      { fact: 'fleet', member: '2031F' },
      { fact: 'fleet', member: '2024' },
    ]);
  });

  test('every key of the contract is there, null where it was left out, and every value knows its line', () => {
    expect(growth!.content).toMatchObject({ 'so-what': null, callout: null, hidden: null });
    const message = growth!.content.message;
    expect(isValue(message) && [message.pointer, message.place]).toEqual([
      '/sections/traffic/growth/message',
      { file: 'b/sections/traffic.yaml', start: 48, end: 58 },
    ]);
    expect(Object.isFrozen(growth!.content)).toBe(true);
    expect(Object.getPrototypeOf(growth!.content)).toBeNull();
  });

  test('the nearest templates and words come first', () => {
    expect(source!.templates.get('sections/ferries')?.file).toBe('b/templates/sections/ferries.hbs');
    expect(source!.briefing.words.get('Sources')?.get('ko')).toBe('출처들');
    expect(source!.briefing.words.get('Sources')?.get('zh')).toBe('资料来源');
  });

  test('the year of a source is found in its remark', () => {
    expect(source!.briefing.ledger.sources.get('port')).toMatchObject({ date: 'spring 2026', year: '2026' });
  });
});

test('keys that objects are born with are unknown keys like any other', () => {
  const text = withSlides('    a: {slide: bullets, message: x, points: [{text: y}], constructor: z, __proto__: z}\n');
  expect(openText(text).found.map(place => place.split(' ')[1])).toEqual(['unknown-key', 'unknown-key']);
});

test('no damage to a briefing makes read throw, point outside the file, or fail without saying why', () => {
  const whole = withSlides(
    '    kind: talent\n    gap: {message: "**$(ships)** of $(fleet.2024 short)", number: ships}\n    years: {slide: column-time, series: fleet}\n',
  );
  const bit = fc.constantFrom(
    '',
    '"',
    "'",
    '{',
    '}',
    '[',
    ':',
    ': ',
    ' #',
    '&',
    '*',
    '!',
    '|',
    '\n',
    '\t',
    '$(',
    ')',
    '~',
    '\0',
  );
  const edits = fc.array(fc.tuple(fc.nat(whole.length), fc.nat(9), bit), { minLength: 1, maxLength: 4 });
  const law = fc.property(edits, list => {
    const text = list.reduce((old, [at, cut, bit]) => old.slice(0, at) + bit + old.slice(at + cut), whole);
    const { source, diagnostics } = openText(text);
    const places = diagnostics.map(({ origin }) => origin.data!);
    expect(places.filter(({ start, end }) => !(start >= 0 && start <= end && end <= text.length))).toEqual([]);
    expect(source !== null || diagnostics.some(({ problem }) => problem.severity === 'error')).toBe(true);
  });
  fc.assert(law, { numRuns: 200, seed: 1 });
});

test('every problem has a code of its own', () => {
  const codes = READ_PROBLEMS.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});
