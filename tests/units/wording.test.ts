import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordPeriod } from '../../src/expand/dates.ts';
import { decimal, grouped, mixed, single } from '../../src/expand/numerals.ts';
import { wordFact } from '../../src/expand/wording.ts';
import type { Fact, Qualifier, Unit } from '../../src/model/fact.ts';

const KINDS: Readonly<Record<string, Unit['kind']>> = {
  percent: 'percent',
  pp: 'points',
  people: 'people',
  count: 'count',
  year: 'year',
  ratio: 'ratio',
};
const SCALES: Readonly<Record<string, number>> = { tn: 1e12, bn: 1e9, m: 1e6 };

function unitOf(id: string): Unit {
  const [name = '', scale = ''] = id.split(' ');
  const kind = KINDS[name] ?? (/^[A-Z]{3}$/.test(name) ? 'currency' : 'measure');
  const words = new Map([
    ['en', name],
    ['ko', '명/년'],
  ]);
  return { id, kind, currency: kind === 'currency' ? name : null, scale: SCALES[scale] ?? 1, words };
}

type Options = Partial<Pick<Fact, 'qualifier' | 'digits' | 'calc' | 'display'>>;

const word = (value: number, unit: string, language: string, options: Options = {}) => {
  const fact = { qualifier: null, digits: null, calc: null, display: new Map(), ...options, unit: unitOf(unit) };
  return wordFact(fact, value, true, language);
};

/** For reading: no-break spaces as spaces. */
const plain = (text: string) => text.replaceAll('\u00A0', ' ');
const card = (words: { numeral: string; unit: string }) => [words.numeral, words.unit].map(plain).join('|');

// value unit qualifier / en long, en card / ko long, ko card / zh long, zh card
const LEDGER = `
9.4 KRW tn        | ₩9.4 trillion  | ₩9.4tn|    | 9조 4,000억 원      | 9.4조|원      | 9.4万亿韩元  | 9.4万亿|韩元
6.94 USD bn       | $6.94 billion  | $6.94bn|   | 69억 4,000만 달러   | 69.4억|달러   | 69.4亿美元   | 69.4亿|美元
40 USD bn more-than | over $40 billion | >$40bn| | 400억 달러 이상     | 400억+|달러   | 逾400亿美元  | >400亿|美元
54000 people      | 54,000 people  | 54,000|people | 5만 4,000명      | 5.4만|명      | 5.4万人      | 5.4万|人
1.4 KRW tn        | ₩1.4 trillion  | ₩1.4tn|    | 1조 4,000억 원      | 1.4조|원      | 1.4万亿韩元  | 1.4万亿|韩元
26 KRW tn         | ₩26 trillion   | ₩26tn|     | 26조 원             | 26조|원       | 26万亿韩元   | 26万亿|韩元
33 KRW tn         | ₩33 trillion   | ₩33tn|     | 33조 원             | 33조|원       | 33万亿韩元   | 33万亿|韩元
103 KRW tn        | ₩103 trillion  | ₩103tn|    | 103조 원            | 103조|원      | 103万亿韩元  | 103万亿|韩元
3.87 USD bn       | $3.87 billion  | $3.87bn|   | 38억 7,000만 달러   | 38.7억|달러   | 38.7亿美元   | 38.7亿|美元
15 USD m          | $15 million    | $15m|      | 1,500만 달러        | 1,500만|달러  | 1500万美元   | 1500万|美元
181000 people     | 181,000 people | 181,000|people | 18만 1,000명    | 18.1만|명     | 18.1万人     | 18.1万|人
101000 people     | 101,000 people | 101,000|people | 10만 1,000명    | 10.1만|명     | 10.1万人     | 10.1万|人
81000 people up-to | up to 81,000 people | ≤81,000|people | 최대 8만 1,000명 | 최대 8.1만|명 | 最多8.1万人 | 最多8.1万|人
-35000 people     | −35,000 people | −35,000|people | −3만 5,000명    | −3.5만|명     | −3.5万人     | −3.5万|人
1621 people       | 1,621 people   | 1,621|people | 1,621명           | 1,621|명      | 1621人       | 1621|人
42.9 percent      | 42.9%          | 42.9%|     | 42.9%               | 42.9%|        | 42.9%        | 42.9%|
10 percent at-least | at least 10% | ≥10%|      | 10% 이상            | 10%+|         | 至少10%      | ≥10%|
80 percent about  | about 80%      | ~80%|      | 약 80%              | 약 80%|       | 约80%        | 约80%|
12.8 pp           | 12.8 percentage points | 12.8|pp | 12.8%포인트     | 12.8|%p       | 12.8个百分点 | 12.8|个百分点
7 count           | 7              | 7|         | 7                   | 7|            | 7            | 7|
2020 year         | 2020           | 2020|      | 2020년              | 2020|년       | 2020年       | 2020|年
10.96 ratio       | 10.96 times    | 10.96×|    | 10.96배             | 10.96배|      | 10.96倍      | 10.96倍|
30 KRW bn         | ₩30 billion    | ₩30bn|     | 300억 원            | 300억|원      | 300亿韩元    | 300亿|韩元
141.9 USD bn      | $141.9 billion | $141.9bn|  | 1,419억 달러        | 1,419억|달러  | 1419亿美元   | 1419亿|美元
-1.5 USD bn       | −$1.5 billion  | −$1.5bn|   | −15억 달러          | −15억|달러    | −15亿美元    | −15亿|美元
1 people          | 1 person       | 1|person   | 1명                 | 1|명          | 1人          | 1|人
`;

const rows = LEDGER.trim()
  .split('\n')
  .map(line => {
    const [key = '', ...cells] = line.split(/ \| |\s+\| +/).map(cell => cell.trim());
    return [key, ...cells] as const;
  });

test.each(rows)('%s reads as people write it in English, Korean and Chinese', (key, ...expected) => {
  const [, value, unit, qualifier] = /^(-?[\d.]+) ([A-Za-z]+(?: (?:tn|bn|m)\b)?)(?: ([a-z-]+))?$/.exec(key)!;
  const options = { qualifier: (qualifier ?? null) as Qualifier | null };
  const found = ['en', 'ko', 'zh'].flatMap(language => {
    const words = word(Number(value), unit!, language, options);
    return [plain(words.long), card(words)];
  });
  expect(found).toEqual(expected);
});

test('no line can break between a number and its unit', () => {
  for (const language of ['en', 'ko', 'zh'])
    for (const [value, unit] of [
      [9.4, 'KRW tn'],
      [54000, 'people'],
      [44, 'kt'],
    ] as const) {
      const { long, short } = word(value, unit, language);
      expect(long + short).not.toContain(' ');
    }
});

test('the short form is the card in one line', () => {
  expect(plain(word(9.4, 'KRW tn', 'ko').short)).toBe('9.4조 원');
  expect(plain(word(54000, 'people', 'ko').short)).toBe('5.4만명');
  expect(plain(word(54000, 'people', 'en', { qualifier: 'about' }).short)).toBe('~54,000 people');
});

test("a briefing's own unit is printed in the words that it was given", () => {
  expect(plain(word(5000, 'teachers', 'en').long)).toBe('5,000 teachers');
  expect(plain(word(5000, 'teachers', 'ko').long)).toBe('5,000명/년');
});

test('digits are those that were typed, unless the fact says otherwise or was computed', () => {
  expect(word(9.4, 'KRW tn', 'en').number).toBe('9.4');
  expect(word(9.4, 'KRW tn', 'en', { digits: 2 }).number).toBe('9.40');
  expect(word(77.4321, 'percent', 'en', { calc: 'a + b' }).number).toBe('77.4');
  expect(word(1354.4688, 'count', 'en', { calc: 'a / b' }).number).toBe('1,354');
  expect(word(0.012345, 'count', 'en', { calc: 'a / b' }).number).toBe('0.0123');
});

test('`display` wins, and its short form is split where it ends with the unit', () => {
  const display = new Map([['en', { long: 'over $40 billion (reported)', short: '40,000 people' }]]);
  expect(word(40000, 'people', 'en', { display })).toMatchObject({
    long: 'over $40\u00A0billion (reported)',
    numeral: '40,000',
    unit: 'people',
  });
});

test('a wording never rounds a figure', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_999_999_999 }), value => {
      const digits = (text: string) => text.replace(/\D/g, '').replace(/0+$/, '');
      const number = decimal(value, 0);
      const named = single(number, 'zh', 12)!;
      expect(digits(named)).toBe(digits(String(value)));
      expect(digits(grouped(number, 'en'))).toBe(digits(String(value)));
      expect(mixed(number, 'ko')).not.toMatch(/NaN|undefined|0조|^0./);
    }),
  );
});

test.each([
  ['2024-04-09', '9 April 2024', '9 Apr 2024', '2024년 4월 9일', '2024. 4. 9.', '2024年4月9日', '2024年4月9日'],
  ['2024-04', 'April 2024', 'Apr 2024', '2024년 4월', '2024. 4.', '2024年4月', '2024年4月'],
  ['2024-Q2', 'Q2 2024', 'Q2 2024', '2024년 2분기', '2024년 2분기', '2024年第二季度', '2024年二季度'],
  ['2028-H2', 'H2 2028', 'H2 2028', '2028년 하반기', '2028년 하반기', '2028年下半年', '2028年下半年'],
  ['2027', '2027', '2027', '2027년', '2027년', '2027年', '2027年'],
  ['2031F', '2031 (forecast)', '2031F', '2031년(전망)', '2031년 전망', '2031年（预测）', '2031年预测'],
  ['2021..2031', '2021–2031', '2021–2031', '2021–2031년', '2021–2031년', '2021–2031年', '2021–2031年'],
  ['early 2024', 'early 2024', 'early 2024', 'early 2024', 'early 2024', 'early 2024', 'early 2024'],
])('%s is worded as a date of each language', (typed, ...expected) => {
  expect([
    wordPeriod(typed, 'en', 'long'),
    wordPeriod(typed, 'en', 'short'),
    wordPeriod(typed, 'ko', 'long'),
    wordPeriod(typed, 'ko', 'short'),
    wordPeriod(typed, 'zh', 'long'),
    wordPeriod(typed, 'zh', 'short'),
  ]).toEqual(expected);
});
