/** Which digits of a text are numbers, and which are parts of dates and names. */

export interface Numeral {
  readonly numeral: string;
  /** UTF-16 code units from the start of the text. */
  readonly start: number;
}

const NUMERAL = /[0-9０-９](?:[0-9０-９.,]*[0-9０-９])?/g;

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?';
/** Codes that stand before an amount: what follows them is a number, not a name. */
const CURRENCY = '(?:KRW|USD|EUR|JPY|CNY|GBP|CHF|TWD|INR|CLP|US)';

const LATIN = '\\p{Script=Latin}';

/** Stretches whose digits are no claims. */
const EXEMPT: readonly RegExp[] = [
  // ISO dates and periods: 2024-04-09, 2024-Q2, 2021..2031.
  /(?<![\d.,])(?:19|20)\d\d-(?:\d\d(?:-\d\d)?|[QH][1-4])(?![\d.,]*\d)/g,
  // Years: 2024, 2031F, 2024년, 2024/25.
  /(?<![\d.,$₩€¥£])(?:19|20)\d\d(?:\/\d\d)?(?![\d]|[.,]\d|\s*%)/g,
  // Quarters and halves: 2Q, Q2, H1, 1H, 2분기, 第二季度 has no digits, 2季度.
  /(?<![\p{L}\d.,])(?:[1-4][QH](?:\d\d)?|[QH][1-4])(?!\d)/gu,
  /(?<![\d.,])[1-4]\s?(?:분기|季度|四半期)/g,
  // A day beside its month: 9 April, April 9, 4월 9일, 4月9日.
  new RegExp(
    `(?<![\\d.,])\\d{1,2}(?:st|nd|rd|th)?[\\s\\u00A0]+${MONTH}(?!\\p{L})|(?<!\\p{L})${MONTH}[\\s\\u00A0]+\\d{1,2}(?:st|nd|rd|th)?(?![\\d%])`,
    'gu',
  ),
  /(?<![\d.,])\d{1,2}(?:월|일|月|日|号)/g,
  // Times of day: 23:00, 9:30 p.m., 11 pm, 23시 30분, 23时; 3시간 and 3小时 are amounts of hours.
  /(?<![\d.,:])(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:]|[.,]\d)/g,
  /(?<![\d.,:])(?:0?[1-9]|1[0-2])\s?[ap]\.?m(?!\p{L})/giu,
  /(?<![\d.,])(?:[01]?\d|2[0-4])(?:시(?!간)|时(?!间)|時(?!間))(?:\s?[0-5]?\d[분分])?/g,
  // Names: HBM4, H100, X330; GPT-4 …
  new RegExp(`(?<![${LATIN}\\d])(?!${CURRENCY}\\d)[${LATIN}][${LATIN}\\d]*\\d[${LATIN}\\d.]*`, 'gu'),
  new RegExp(`(?<![${LATIN}\\d])\\p{Lu}[${LATIN}\\d]*-\\d[${LATIN}\\d.]*`, 'gu'),
  // … 2.5D, 5G. K, M, B and T after digits are thousands to trillions.
  /(?<![\d.,$₩€¥£])\d+(?:\.\d+)?[ACDE-JLNOPQRSUVWXYZ](?!\p{L})/gu,
];

/** The numerals of a text outside the stretches that are accounted for; each value once. */
export function bareNumerals(text: string, known: readonly Span[]): readonly Numeral[] {
  const all = spans(text, NUMERAL).filter(numeral => !isIn(numeral, known));
  if (all.length === 0) return [];
  const exempt = EXEMPT.flatMap(pattern => spans(text, pattern));
  const found = new Map<string, number>();
  for (const [start, end] of all) {
    const numeral = text.slice(start, end);
    if (!found.has(numeral) && !isIn([start, end], exempt)) found.set(numeral, start);
  }
  return [...found].map(([numeral, start]) => ({ numeral, start }));
}

type Span = readonly [start: number, end: number];

const isIn = ([from, to]: Span, spans: readonly Span[]): boolean =>
  spans.some(([start, end]) => from < end && to > start);

const spans = (text: string, pattern: RegExp): readonly Span[] =>
  [...text.matchAll(pattern)].map(match => [match.index, match.index + match[0].length]);
