/** The small languages of the ledger: periods, units, expressions, and numbers as people write them; and inline Markdown. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Inline } from '../../src/model/value.ts';
import { compute, parseCalc } from '../../src/read/calc.ts';
import { showsValue } from '../../src/read/display.ts';
import { parseInlines } from '../../src/read/inline.ts';
import { parsePeriod } from '../../src/read/period.ts';
import { parseUnit } from '../../src/read/units.ts';

describe('periods', () => {
  test.each([
    ['2024', { from: 2024, to: 2024, forecast: false }],
    ['2024-Q2', { from: 2024, to: 2024, forecast: false }],
    ['2028-H2F', { text: '2028-H2', from: 2028, to: 2028, forecast: true }],
    ['2024-02-29', { from: 2024, to: 2024, forecast: false }],
    ['2021..2031F', { text: '2021..2031', from: 2021, to: 2031, forecast: true }],
  ])('%s', (text, expected) => expect(parsePeriod(text)).toMatchObject(expected));

  test.each(['24', '2024-Q5', '2024-13', '2023-02-29', '2031..2021', '2024 F', 'early 2024', ''])('%s is none', text =>
    expect(parsePeriod(text)).toBeNull(),
  );
});

describe('units', () => {
  const parse = (id: string) => parseUnit(id, new Map([['l-per-s', new Map([['en', 'l/s']])]]), ['en', 'ko']);

  test.each([
    ['KRW tn', { kind: 'currency', currency: 'KRW', scale: 1e12 }],
    ['USD', { kind: 'currency', currency: 'USD', scale: 1 }],
    ['percent', { kind: 'percent', scale: 1 }],
    ['pp', { kind: 'points' }],
    ['KRW per USD', { kind: 'rate', currency: null }],
    ['people per year', { kind: 'rate' }],
    [
      'kt',
      {
        kind: 'measure',
        words: new Map([
          ['en', 'kt'],
          ['ko', 'kt'],
        ]),
      },
    ],
    ['l-per-s', { kind: 'measure', words: new Map([['en', 'l/s']]) }],
  ])('%s', (id, expected) => expect(parse(id)).toMatchObject(expected));

  test.each(['KWR tn', 'KRW zn', 'krw tn', 'percents', 'apples per pear', 'constructor'])('%s is none', id =>
    expect(parse(id)).toBeNull(),
  );
});

describe('expressions', () => {
  const facts: Record<string, number> = { a: 6, 'b.x': 2, b: 9 };
  const value = (text: string) => {
    const tree = parseCalc(text);
    return 'message' in tree ? tree.message : compute(tree, use => facts[use.name]!);
  };

  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 ^ 3 ^ 2', 512],
    ['-2 ^ 2', -4],
    ['10 - 4 - 3', 3],
    ['$(a) / $(b.x)', 3],
    ['sum(b) - sum($(b))', 0],
    ['2 * -3', -6],
    ['100 - sum(b) * .5', 95.5],
  ])('%s = %d', (text, expected) => expect(value(text)).toBe(expected));

  test.each([
    ['1 +', 'A number or a fact is expected instead of `the end`.'],
    ['(1', '`)` is expected instead of `the end`.'],
    ['1 2', 'An operator is expected before `2`.'],
    ['a + 1', 'A number or a fact is expected instead of `a`.'],
    ['sum(2)', '`sum( )` takes the id of a fact.'],
  ])('%s is refused', (text, message) => expect(value(text)).toBe(message));

  test('no text makes the parser throw or hang', () => {
    const piece = fc.constantFrom('1', '$(a)', 'sum(', '(', ')', '+', '-', '*', '^', ' ', 'x');
    fc.assert(fc.property(fc.array(piece, { maxLength: 300 }), pieces => void parseCalc(pieces.join(''))));
  });
});

describe('a wording shows a value', () => {
  test.each<[string, number, number, boolean]>([
    ['₩9.4 trillion', 9.4, 1e12, true],
    ['9조 4,000억 원', 9.4, 1e12, true],
    ['9.4万亿韩元', 9.4, 1e12, true],
    ['69억 4,000만 달러', 6.94, 1e9, true],
    ['5만 4,000명', 54_000, 1, true],
    ['5.4万人', 54_000, 1, true],
    ['over $40bn', 40, 1e9, true],
    ['nearly 77%', 76.6, 1, true],
    ['−3.2 pp', -3.2, 1, true],
    ['4 m', 4, 1, true],
    ['₩9.5 trillion', 9.4, 1e12, false],
    ['9조 5,000억 원', 9.4, 1e12, false],
    ['76%', 76.6, 1, false],
    ['most of it', 80, 1, false],
  ])('%s, %d × %d: %s', (wording, value, scale, expected) => expect(showsValue(wording, value, scale)).toBe(expected));
});

describe('inline Markdown', () => {
  const shown = (text: string): string =>
    parseInlines(text, {
      fact: written => (/^[a-z]/.test(written) ? { use: { fact: written, member: null }, form: 'long' } : null),
      link: () => true,
      unclosed: () => {},
    })
      .map(mark)
      .join('|');
  const mark = (piece: Inline): string => {
    const words = piece.kind === 'fact' ? `{${piece.use.fact}}` : piece.text;
    const linked = piece.href === null ? words : `[${words}](${piece.href})`;
    return `${piece.bold ? 'B:' : ''}${piece.italic ? 'I:' : ''}${linked}`;
  };

  test.each([
    ['plain', 'plain'],
    ['a **b** c', 'a |B:b| c'],
    ['a *b* _c_', 'a |I:b| |I:c'],
    ['***a***', 'B:I:a'],
    ['**a *b* c**', 'B:a |B:I:b|B: c'],
    ['5 * 3 * 2', '5 * 3 * 2'],
    ['snake_case_word', 'snake_case_word'],
    ['**강조**했다', 'B:강조|했다'],
    ['\\*a\\* \\$(x) \\q', '*a* $(x) \\q'],
    ['$(pledge) and $(pledge short)', '{pledge}| and |{pledge short}'],
    ['$(1.2bn) stays', '$(1.2bn) stays'],
    ['**$(pledge)**', 'B:{pledge}'],
    ['[the **law**](https://a.b/c_(d))', '[the ](https://a.b/c_(d))|B:[law](https://a.b/c_(d))'],
    ['[1] and [a] (b)', '[1] and [a] (b)'],
    ['**open', '**open'],
    ['a\n\nb', 'a\n\nb'],
  ])('%s', (text, expected) => expect(shown(text)).toBe(expected));

  test('no text loses a character, and a text of stars is read in linear time', () => {
    const piece = fc.constantFrom('a', ' ', '*', '**', '_', '[', '](', ')', '\\', '$(', 'x)');
    const law = fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
      const letters = (text: string) => text.replace(/[^a]/g, '').length;
      expect(letters(shown(pieces.join('')))).toBe(letters(pieces.join('')));
    });
    fc.assert(law);
    expect(shown('*a '.repeat(20_000)).length).toBeGreaterThan(40_000);
  });
});
