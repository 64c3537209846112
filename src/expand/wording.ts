/** How a fact reads: long, short and in the two parts of a number card, generated from value, unit, qualifier and digits. */
import type { Fact, Unit } from '../model/fact.ts';
import {
  countsInMyriads,
  type Decimal,
  decimal,
  grouped,
  mixed,
  NO_BREAK_SPACE as NBSP,
  single,
  typedDigits,
} from './numerals.ts';
import { qualified, qualifierMarks } from './qualifier.ts';

export interface Wording {
  /** ₩9.4 trillion · 9조 4,000억 원 · 9.4万亿韩元 */
  readonly long: string;
  /** ₩9.4tn · 9.4조 원 · 9.4万亿韩元 */
  readonly short: string;
  /** ₩9.4tn · 9.4조 · 9.4万亿 */
  readonly numeral: string;
  /** The small word under the numeral: people · 원 · 韩元; empty where the numeral says it all. */
  readonly unit: string;
  /** The bare number in the fact's own unit: 9.4 */
  readonly number: string;
  /** Digits after the decimal mark of `number`. */
  readonly digits: number;
}

/** What of a fact decides its words. */
type Worded = Pick<Fact, 'unit' | 'qualifier' | 'digits' | 'calc' | 'display'>;

/** A number with the look that its unit gives it, before the qualifier. */
interface Phrase {
  readonly numeral: string;
  readonly unit: string;
  readonly joined: string;
}

/** Languages with rules of their own; every other one is worded as English is. */
export const WORDED_LANGUAGES = ['en', 'ko', 'zh'];

/** Words a value of `fact`; `display` overrides what is generated, for the fact's own value only. */
export function wordFact(fact: Worded, value: number, own: boolean, language: string): Wording {
  const digits = fact.digits ?? (fact.calc === null ? typedDigits(value) : significantDigits(value));
  const number = plain(value, digits, fact.unit, language);
  const long = longPhrase(value, digits, fact.unit, language);
  const short = shortPhrase(value, digits, fact.unit, language);
  const [before, after] = qualifierMarks(fact.qualifier, language);
  const generated = {
    long: qualified(long.joined, fact.qualifier, language),
    short: join(before + short.numeral + after, short.unit, language),
    numeral: before + short.numeral + after,
    unit: short.unit,
    number,
    digits,
  };
  const display = own ? fact.display.get(language) : undefined;
  return display === undefined ? generated : { ...generated, ...displayed(display, generated) };
}

/** The exception wins; its short form is split where it ends with the unit's own word. */
function displayed(display: { long: string; short: string | null }, generated: Wording): Partial<Wording> {
  const short = display.short ?? generated.short;
  const unit = generated.unit !== '' && short.endsWith(generated.unit) ? generated.unit : '';
  return {
    long: whole(display.long),
    short: whole(short),
    unit,
    numeral: short.slice(0, short.length - unit.length).trim(),
  };
}

/** A number and the word behind it stay on one line, as in what is generated. */
const whole = (typed: string): string => typed.replace(/(\d\S*) /g, `$1${NBSP}`);

/** Digits that make three significant ones, for what was computed and not typed. */
function significantDigits(value: number): number {
  if (value === 0) return 0;
  return Math.min(typedDigits(value), Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))));
}

function longPhrase(value: number, digits: number, unit: Unit, language: string): Phrase {
  if (language === 'ko' && unit.kind !== 'year') {
    return united(mixed(inUnits(value, digits, unit), 'ko'), value, unit, language, 'long');
  }
  if (language === 'zh') return shortPhrase(value, digits, unit, language);
  if (unit.kind !== 'currency') return united(plain(value, digits, unit, language), value, unit, language, 'long');
  const amount = money(value, plain(value, digits, unit, language), unit);
  const scale = SCALES[Math.round(Math.log10(unit.scale))]?.long ?? '';
  const joined = scale === '' ? amount : amount + NBSP + scale;
  return { numeral: amount, unit: '', joined };
}

function shortPhrase(value: number, digits: number, unit: Unit, language: string): Phrase {
  if (countsInMyriads(language) && unit.kind !== 'year') {
    const number = inUnits(value, digits, unit);
    const numeral = single(number, language, language === 'zh' ? 4 : 2) ?? grouped(number, language);
    return united(numeral, value, unit, language, 'short');
  }
  const number = plain(value, digits, unit, language);
  if (unit.kind !== 'currency') return united(number, value, unit, language, 'short');
  const numeral = money(value, number, unit) + (SCALES[Math.round(Math.log10(unit.scale))]?.short ?? '');
  return { numeral, unit: '', joined: numeral };
}

const SCALES: Readonly<Record<number, { readonly long: string; readonly short: string }>> = {
  12: { long: 'trillion', short: 'tn' },
  9: { long: 'billion', short: 'bn' },
  6: { long: 'million', short: 'm' },
  3: { long: 'thousand', short: 'k' },
};

/** The value in single won, dollars or people: what languages with magnitudes of their own count. */
const inUnits = (value: number, digits: number, unit: Unit): Decimal =>
  decimal(value, digits, Math.round(Math.log10(unit.scale)));

/** The number in the unit's own scale; years are not grouped. */
function plain(value: number, digits: number, unit: Unit, language: string): string {
  const number = decimal(value, digits);
  return unit.kind === 'year' ? number.whole : grouped(number, language);
}

const SYMBOLS: Readonly<Record<string, string>> = {
  KRW: '₩',
  USD: '$',
  EUR: '€',
  GBP: '£',
  JPY: '¥',
  CNY: 'CN¥',
};

/** `₩9.4`, `−$3.1`; a currency without a sign of its own by its code. */
function money(value: number, number: string, unit: Unit): string {
  const code = unit.currency ?? '';
  const symbol = SYMBOLS[code] ?? code + NBSP;
  return value < 0 ? number[0] + symbol + number.slice(1) : symbol + number;
}

const CURRENCY_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ko: { KRW: '원', USD: '달러', EUR: '유로', GBP: '파운드', JPY: '엔', CNY: '위안' },
  zh: { KRW: '韩元', USD: '美元', EUR: '欧元', GBP: '英镑', JPY: '日元', CNY: '元' },
  ja: { KRW: 'ウォン', USD: 'ドル', EUR: 'ユーロ', GBP: 'ポンド', JPY: '円', CNY: '元' },
};

/** The number with its unit, for everything but an amount of money in English. */
function united(numeral: string, value: number, unit: Unit, language: string, form: 'long' | 'short'): Phrase {
  switch (unit.kind) {
    case 'percent':
      return { numeral: `${numeral}%`, unit: '', joined: `${numeral}%` };
    case 'points':
      return spoken(numeral, pick(form === 'long' ? POINTS_LONG : POINTS_SHORT, language), language);
    case 'people':
      return spoken(numeral, value === 1 && language === 'en' ? 'person' : pick(PEOPLE, language), language);
    case 'year':
      return spoken(numeral, pick(YEAR, language), language);
    case 'ratio': {
      const times = form === 'long' && !countsInMyriads(language) ? ' times' : pick(TIMES, language);
      return { numeral: numeral + times.replace(' ', NBSP), unit: '', joined: numeral + times.replace(' ', NBSP) };
    }
    case 'currency':
      return spoken(numeral, CURRENCY_WORDS[language]?.[unit.currency ?? ''] ?? unit.currency ?? '', language);
    case 'rate':
    case 'measure':
      return spoken(
        numeral,
        unit.words.get(language) ?? unit.words.get('*') ?? unit.words.get('en') ?? unit.id,
        language,
      );
    case 'count':
    case 'none':
      return { numeral, unit: '', joined: numeral };
  }
}

const PEOPLE = { en: 'people', ko: '명', zh: '人', ja: '人' };
const YEAR = { en: '', ko: '년', zh: '年', ja: '年' };
const TIMES = { en: '×', ko: '배', zh: '倍', ja: '倍' };
const POINTS_LONG = { en: `percentage${NBSP}points`, ko: '%포인트', zh: '个百分点', ja: 'ポイント' };
const POINTS_SHORT = { en: 'pp', ko: '%p', zh: '个百分点', ja: 'pt' };

const pick = (words: Readonly<Record<string, string>>, language: string): string => words[language] ?? words.en!;

const spoken = (numeral: string, word: string, language: string): Phrase => ({
  numeral,
  unit: word,
  joined: join(numeral, word, language),
});

/** Korean money stands apart from its number, Korean counters and all Chinese words do not. */
function join(numeral: string, word: string, language: string): string {
  if (word === '') return numeral;
  if (/^%/.test(word)) return numeral + word;
  const apart = language === 'ko' ? /^[ -~]/.test(word) || MONEY_KO.has(word) : !/^[\u2E80-\uFFEF]/.test(word);
  return apart ? numeral + NBSP + word : numeral + word;
}

const MONEY_KO = new Set(Object.values(CURRENCY_WORDS.ko!));
