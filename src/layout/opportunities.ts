/** Where a line may end: UAX #14, and where PowerPoint and LibreOffice differ from it. */
import LineBreaker from 'linebreak';

export interface Opportunity {
  /** The line ends before this UTF-16 code unit. */
  readonly position: number;
  readonly required: boolean;
}

const HANGUL = /\p{Script=Hangul}/u;

/** The opportunities of PowerPoint, which breaks Hangul between syllables; the end of the text is the last. */
export function findOpportunities(text: string): readonly Opportunity[] {
  const found: Opportunity[] = [];
  if (isPlain(text)) {
    for (let at = text.indexOf(' ') + 1; at > 0 && at < text.length; at = text.indexOf(' ', at) + 1)
      if (text[at] !== ' ') found.push({ position: at, required: false });
    found.push({ position: text.length, required: false });
    return found;
  }
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const { position, required } = next;
    if (position === text.length) break;
    if (required || !isRefused(text, position)) found.push({ position, required });
  }
  found.push({ position: text.length, required: false });
  return found;
}

/** Whether a text ends its lines behind blanks and nowhere else, as letters, digits and points of ASCII do (UAX #14, LB13 to LB29). */
const isPlain = (text: string): boolean => /^[A-Za-z0-9,.;: ]*$/.test(text) && !/ [,.;:]/.test(text);

/** Neither program breaks after a slash, and no number is broken at its dash. */
function isRefused(text: string, position: number): boolean {
  const before = text.slice(Math.max(0, position - 2), position);
  const after = text.slice(position, position + 1);
  if (before.endsWith('/')) return true;
  return /\d[-\u2010-\u2015]$/.test(before) && /\d/.test(after);
}

/** Those of LibreOffice, and of good Korean setting: a Korean word is kept whole. */
export const keepWords = (text: string, opportunities: readonly Opportunity[]): readonly Opportunity[] =>
  opportunities.filter(({ position, required }) => {
    if (required || position === text.length) return true;
    const [previous, next] = [text[position - 1]!, text[position]!];
    return previous === ' ' || !(HANGUL.test(previous) || HANGUL.test(next));
  });

/**
 * For lines that we end ourselves: a number keeps the East Asian unit that follows it, in figures or, as 第二季度, in words; and Latin letters
 * keep the two Han that they mostly make one word with, as in AI芯片; a name before a bracket, as in 集邦咨询（2024）, is one word.
 */
export const keepUnits = (text: string, opportunities: readonly Opportunity[]): readonly Opportunity[] =>
  opportunities.filter(({ position }) => {
    const [before, after] = [text.slice(0, position), text.slice(position)];
    if (ORDINAL.test(before) || (/[A-Za-z]\p{Script=Han}?$/u.test(before) && /^\p{Script=Han}/u.test(after)))
      return false;
    if (HALF_CURRENCY.test(before) && /^[元镑]/.test(after)) return false;
    if (NAME_BEGUN.test(before) && NAME_BEFORE_BRACKET.test(after)) return false;
    return !(NUMBER.test(before) && /^\p{L}/u.test(after));
  });

/** A Chinese ordinal that is not at its end yet. */
const ORDINAL = /第[一二三四五六七八九十百]*季?$/;
/** An amount in the middle of its currency: 1500万美|元. */
const HALF_CURRENCY = /\d[万亿萬億兆]*[美韩日欧英港]$/;
/** A name that a bracket explains, up to a place inside it, and from there on. */
const NAME_BEGUN = /(?:^|[^\p{L}])\p{Script=Han}{1,7}$/u;
const NAME_BEFORE_BRACKET = /^\p{Script=Han}{1,7}（[^）]{1,8}）/u;
/** A number, with its power of ten where it has one. */
const NUMBER = /\d[万亿萬億兆만억조]*$/;

/**
 * For lines that we end ourselves, where they have room: an amount stays with the word that leads to it, a date and a sum in one piece,
 * a name of several Latin words among East Asian ones likewise, and a short bracket with the word that it explains.
 */
export const keepPhrases = (text: string, opportunities: readonly Opportunity[]): readonly Opportunity[] => {
  const isEastAsian = EAST_ASIAN.test(text);
  return opportunities.filter(({ position, required }) => {
    if (required || position === text.length) return true;
    const [before, after] = [text.slice(0, position), text.slice(position)];
    if (isEastAsian) return !EAST_ASIAN_JOINTS.some(([ends, begins]) => ends.test(before) && begins.test(after));
    return !LATIN_JOINTS.some(([ends, begins]) => ends.test(before) && begins.test(after));
  });
};

const EAST_ASIAN = /[\p{Script=Hangul}\p{Script=Han}]/u;

/** What ends before a place where a phrase goes on, and what begins behind it. */
type Joint = readonly [ends: RegExp, begins: RegExp];

const LATIN_JOINTS: readonly Joint[] = [
  [/\s(?:up to|to|at|by|of|from|than|about|nearly|over|in|since|until|through)\s$/i, /^[₩$€£¥]?\d/],
  [/\sup\s$/i, /^to\s/i],
  [/\s(?:at|by|of|to|from)\s$/i, /^up\sto\s/i],
  [/[^\s,;:]\s$/, /^[₩$€£¥]\s?\d/],
];

const EAST_ASIAN_JOINTS: readonly Joint[] = [
  // 2024년 4월, 9조 4,000억 원, 약 5만 명.
  [/\d[년월]\s$/, /^\d+[월일분]/],
  [/\d[조억만천]\s$/, /^(?:\d|원|달러|명)/],
  [/(?:^|\s)약\s$/, /^\d/],
  // A word that only makes sense behind another.
  [/\p{L}\s$/u, /^(?:가운데|계열|등|규모|이상|이하|미만|대비|기준|당시|중|후|뒤)(?![\p{L}\p{N}])/u],
  [/계열\s$/, /^\p{Script=Hangul}/u],
  // 와에드 벤처스(아람코), SK Square, 集邦咨询（2024）.
  [/\p{L}\s$/u, /^\p{L}{1,6}\(\p{L}{1,6}\)/u],
  [/\p{L}\s$/u, /^\(\d{4}\)/],
  [/[A-Za-z]\s$/, /^[A-Za-z]/],
  [/\p{L}$/u, /^（[^）]{1,8}）/u],
  [/（[^）]{1,7}$/u, /^[^（]{1,7}）/u],
  // A Chinese preposition and what it leads to.
  [/[由向到至约占仅合]$/u, /^./u],
];
