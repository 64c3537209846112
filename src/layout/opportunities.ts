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
  const breaker = new LineBreaker(text);
  const found: Opportunity[] = [];
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const { position, required } = next;
    if (position === text.length) break;
    if (required || !isRefused(text, position)) found.push({ position, required });
  }
  found.push({ position: text.length, required: false });
  return found;
}

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
 * keep the two Han that they mostly make one word with, as in AI芯片.
 */
export const keepUnits = (text: string, opportunities: readonly Opportunity[]): readonly Opportunity[] =>
  opportunities.filter(({ position }) => {
    const [before, after] = [text.slice(0, position), text.slice(position)];
    if (ORDINAL.test(before) || (/[A-Za-z]\p{Script=Han}?$/u.test(before) && /^\p{Script=Han}/u.test(after)))
      return false;
    if (HALF_CURRENCY.test(before) && /^[元镑]/.test(after)) return false;
    return !(NUMBER.test(before) && /^\p{L}/u.test(after));
  });

/** A Chinese ordinal that is not at its end yet. */
const ORDINAL = /第[一二三四五六七八九十百]*季?$/;
/** An amount in the middle of its currency: 1500万美|元. */
const HALF_CURRENCY = /\d[万亿萬億兆]*[美韩日欧英港]$/;
/** A number, with its power of ten where it has one. */
const NUMBER = /\d[万亿萬億兆만억조]*$/;
