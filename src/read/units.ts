/** Units by how they are written: currencies with a scale, built-in words, rates, measures, and the briefing's own. */
import type { Unit } from '../model/fact.ts';
import { nearest } from '../model/nearest.ts';

/** A unit's word by language, for the languages of the briefing. */
export type UnitWords = ReadonlyMap<string, string>;

/** The unit behind an id; null where there is none of that name. `own` are the briefing's, which come first. */
export function parseUnit(id: string, own: ReadonlyMap<string, UnitWords>, languages: readonly string[]): Unit | null {
  const words = own.get(id);
  if (words !== undefined) return { ...NO_UNIT, id, kind: 'measure', words };
  return currency(id) ?? builtIn(id, languages) ?? rate(id, languages) ?? measure(id, languages);
}

/** The unit of a fact that names none. */
export const NO_UNIT: Unit = { id: '', kind: 'none', currency: null, scale: 1, words: new Map() };

/** The nearest unit to one that is not known; null where none is near. */
export const nearestUnit = (id: string, own: Iterable<string>): string | null =>
  nearest(id, [...own, ...Object.keys(BUILT_IN), ...MEASURES, ...currencyUnits(id)]);

const SCALES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9, tn: 1e12 };

/** ISO 4217 codes in use (list one of the standard's table A.1). */
const CURRENCIES = new Set(
  (
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP ' +
    'CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ' +
    'ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT ' +
    'MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD ' +
    'SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND ' +
    'VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW ZWG'
  ).split(' '),
);

function currency(id: string): Unit | null {
  const parts = /^([A-Z]{3})(?: (k|m|bn|tn))?$/.exec(id);
  if (parts === null || !CURRENCIES.has(parts[1]!)) return null;
  const scale = parts[2] === undefined ? 1 : SCALES[parts[2]]!;
  return { id, kind: 'currency', currency: parts[1]!, scale, words: new Map() };
}

function currencyUnits(id: string): readonly string[] {
  const scale = / (?:k|m|bn|tn)$/.exec(id)?.[0] ?? '';
  return [...CURRENCIES].map(code => code + scale);
}

type Words = Readonly<Record<string, string>>;
const BUILT_IN: Readonly<Record<string, { readonly kind: Unit['kind']; readonly words: Words }>> = {
  percent: { kind: 'percent', words: { en: '%', ko: '%', zh: '%' } },
  pp: { kind: 'points', words: { en: 'pp', ko: '%p', zh: '个百分点' } },
  people: { kind: 'people', words: { en: 'people', ko: '명', zh: '人' } },
  count: { kind: 'count', words: {} },
  year: { kind: 'year', words: {} },
  ratio: { kind: 'ratio', words: {} },
};

function builtIn(id: string, languages: readonly string[]): Unit | null {
  if (!Object.hasOwn(BUILT_IN, id)) return null;
  const { kind, words } = BUILT_IN[id]!;
  return { id, kind, currency: null, scale: 1, words: inLanguages(words, languages) };
}

/** `KRW per USD`, `people per year`: printed as it is written, with a stroke where the language has no word for it. */
function rate(id: string, languages: readonly string[]): Unit | null {
  const parts = /^(\S+(?: (?:k|m|bn|tn))?) per (\S+)$/.exec(id);
  if (parts === null) return null;
  const known = [parts[1]!, parts[2]!].every(part => CURRENCIES.has(part.slice(0, 3)) || isWord(part));
  const stroke = `${parts[1]}/${parts[2]}`;
  const words = inLanguages({ en: id, ko: stroke, zh: stroke, '*': stroke }, languages);
  return known ? { id, kind: 'rate', currency: null, scale: 1, words } : null;
}

const PERIODS = [
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'person',
  'capita',
  'employee',
  'household',
];
const isWord = (part: string): boolean => Object.hasOwn(BUILT_IN, part) || MEASURES.has(part) || PERIODS.includes(part);

/** Symbols of the SI and of trades, the same in every language. */
const MEASURES = new Set(
  (
    'nm µm mm cm m km mi in ft m2 km2 ha sqft sqm l m3 g kg t kt Mt Gt oz lb s min h W kW MW GW TW Wh kWh MWh GWh TWh ' +
    'J kJ MJ GJ TJ PJ V A Hz kHz MHz GHz bit B kB MB GB TB PB Gb/s Mb/s GB/s TB/s FLOPS TFLOPS PFLOPS °C K bbl TEU wpm bp'
  ).split(' '),
);
const SYMBOLS: Readonly<Record<string, string>> = { m2: 'm²', km2: 'km²', m3: 'm³', sqft: 'sq ft', sqm: 'm²' };

function measure(id: string, languages: readonly string[]): Unit | null {
  if (!MEASURES.has(id)) return null;
  const words = inLanguages({ '*': SYMBOLS[id] ?? id }, languages);
  return { id, kind: 'measure', currency: null, scale: 1, words };
}

/** The words for the briefing's languages: their own, else `*`; one that has neither is left out. */
export function inLanguages(words: Words, languages: readonly string[]): UnitWords {
  const word = (language: string) => words[language] ?? words['*'];
  return new Map(languages.flatMap(language => (word(language) === undefined ? [] : [[language, word(language)!]])));
}
