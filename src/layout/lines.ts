/** Breaks measured paragraphs into lines. */
import type { Points } from '../model/units.ts';
import type { Measured, Setting } from './measure.ts';
import { keepPhrases, keepUnits, keepWords, type Opportunity } from './opportunities.ts';

/** The UTF-16 code units [start, end) of a line; trailing spaces hang and are neither in it nor in its width. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
  readonly width: Points;
}

export interface Lines {
  /** As PowerPoint shows them. */
  readonly lines: readonly LineRange[];
  /** The most that either program may make of it, measuring error included: height is reserved for as many. */
  readonly count: number;
}

/** The part of a width that is safe to rely on: covers the worst of 143 native paragraphs (+0.77 %) and of LibreOffice (+1.0 %). */
export const USABLE = 0.985;

/** Greedy lines for a width in points. An unbreakable stretch that is wider is broken by character. */
export function breakLines({ text, powerpoint, libreoffice }: Measured, width: Points): Lines {
  // Most texts are labels and cells of one line.
  const whole = Math.max(powerpoint.reach[text.length]!, libreoffice?.reach[text.length] ?? 0);
  if (whole <= width * USABLE && !text.includes('\n')) {
    const end = trimmed(text, 0, text.length);
    return { lines: [{ start: 0, end, width: powerpoint.reach[end]! }], count: 1 };
  }
  const lines = fill(text, powerpoint, width);
  const careful = [powerpoint, ...(libreoffice === null ? [] : [libreoffice])];
  const counts = careful.map(setting => fill(text, setting, width * USABLE).length);
  return { lines, count: Math.max(lines.length, ...counts) };
}

/** Width of the text on one line: the widest of the lines that its own breaks make. */
export function naturalWidth(measured: Measured): Points {
  const width = (setting: Setting) =>
    Math.max(...fill(measured.text, setting, Number.POSITIVE_INFINITY).map(line => line.width));
  return Math.max(width(measured.powerpoint), measured.libreoffice === null ? 0 : width(measured.libreoffice));
}

/** Width of the longest word: a column may not be narrower. */
export function longestWord(measured: Measured): Points {
  const { reach, opportunities } = measured.libreoffice ?? measured.powerpoint;
  let start = 0;
  let widest = 0;
  for (const { position } of opportunities) {
    widest = Math.max(widest, reach[trimmed(measured.text, start, position)]! - reach[start]!);
    start = position;
  }
  return widest;
}

/**
 * Where to end the lines of a heading so that two lines are about as long and no word stands alone: the end that makes the
 * longer line shortest, one behind punctuation preferred. Null where one line is enough or two are too few.
 */
export function balance(measured: Measured, width: Points): number | null {
  const { text, powerpoint, libreoffice } = measured;
  if (text.includes('\n') || breakLines(measured, width).count !== 2) return null;
  const { reach } = libreoffice ?? powerpoint;
  const words = keepUnits(text, keepWords(text, powerpoint.opportunities));
  const phrases = new Set(keepPhrases(text, words));
  const cost = (opportunity: Opportunity): number => {
    const { position } = opportunity;
    const first = reach[trimmed(text, 0, position)]!;
    const second = reach[text.length]! - reach[position]!;
    if (Math.max(first, second) > width * USABLE) return Number.POSITIVE_INFINITY;
    const before = text.slice(0, position);
    const dangles = DANGLING.test(before) || !phrases.has(opportunity);
    return Math.max(first, second) * (1 - clauseWorth(before, text.slice(position)) + (dangles ? DANGLING_COST : 0));
  };
  const candidates = words.filter(({ position }) => position < text.length);
  const best = candidates.reduce<Opportunity | null>(
    (chosen, next) => (chosen === null || cost(next) < cost(chosen) ? next : chosen),
    null,
  );
  return best === null || cost(best) === Number.POSITIVE_INFINITY ? null : best.position;
}

/** An English word that belongs to what follows it: an article, a preposition, a conjunction. */
export const DANGLING = /(?:^|\s)(?:an?|the|its|their|of|to|in|on|at|by|for|from|with|and|or|as|than|that|where)\s*$/i;
/** How much longer a break elsewhere may make the longer line. */
const DANGLING_COST = 0.3;

/**
 * Where to end the lines of a short text so that words stay whole, and phrases too where they fit, without a line more than it
 * takes anyway; nowhere where PowerPoint does as well, or where the text is so long that it should flow anew when it is edited.
 */
export function endsInShort(measured: Measured, width: Points): readonly number[] {
  const { text, powerpoint, libreoffice } = measured;
  const { lines, count } = breakLines(measured, width);
  if (count === 1 || count > MOST_SHORT) return [];
  const { reach } = libreoffice ?? powerpoint;
  const words = keepUnits(text, keepWords(text, powerpoint.opportunities));
  for (const opportunities of [keepPhrases(text, words), words]) {
    const setting = { reach, opportunities };
    const shown = new Set(opportunities.map(({ position }) => position));
    if (libreoffice === null && lines.slice(1).every(({ start }) => shown.has(start))) return [];
    const made = fill(text, setting, width * USABLE);
    if (made.length > count || made.slice(1).some(({ start }) => !shown.has(start))) continue;
    const ends = startsOf(text, libreoffice === null ? made : evened(text, setting, made, width * USABLE));
    return ends.join() === startsOf(text, lines).join() ? [] : ends;
  }
  return [];
}

/** A label, a cell or a statement has at most as many lines; what has more is prose. */
const MOST_SHORT = 4;
/** A last line shorter than this share of the longest looks like a mistake. */
export const ORPHAN = 0.4;
const EVEN_STEP = 4;

/** The lines, or, where the last is too short, as many that are about as long. */
function evened(text: string, setting: Setting, made: readonly LineRange[], width: Points): readonly LineRange[] {
  const longest = Math.max(...made.map(line => line.width));
  if (text.includes('\n') || made.at(-1)!.width >= ORPHAN * longest) return made;
  const ends = new Set(setting.opportunities.map(({ position }) => position));
  let even = made;
  for (let next = width - EVEN_STEP; next > 0; next -= EVEN_STEP) {
    const narrower = fill(text, setting, next);
    if (narrower.length > made.length || narrower.slice(1).some(({ start }) => !ends.has(start))) break;
    even = narrower;
  }
  return even;
}

/** Where lines begin behind a break that nobody asked for. */
const startsOf = (text: string, lines: readonly LineRange[]): readonly number[] =>
  lines
    .slice(1)
    .map(line => line.start)
    .filter(start => text[start - 1] !== '\n');

/** Where lines end that keep words and numbers whole; ends that were asked for are not repeated. */
export function endsOfWords({ text, powerpoint, libreoffice }: Measured, width: Points): readonly number[] {
  const { reach } = libreoffice ?? powerpoint;
  const opportunities = keepUnits(text, keepWords(text, powerpoint.opportunities));
  return startsOf(text, fill(text, { reach, opportunities }, width * USABLE));
}

/**
 * How much longer a break behind a clause may make the longer line: more behind what ends one, and behind a full-width sign
 * most, since elsewhere a Chinese or Japanese line would as likely end inside a word.
 */
function clauseWorth(before: string, after: string): number {
  if (/[\u3001\u3002\uFF0C\uFF1A\uFF1B]$/.test(before)) return 0.4;
  if (/[:;!?\u2026]\s*$/.test(before) || KOREAN_CLAUSE.test(before)) return 0.3;
  if (KOREAN_TOPIC.test(before)) return 0.2;
  const isListed = /,\s+[^,]{1,12},\s*$/.test(before) || /^[^,]{1,12},\s/.test(after);
  if (isListed && /\p{Script=Hangul}/u.test(before)) return -0.1;
  if (KOREAN_COMMA.test(before)) return 0.25;
  return /[,.\u2013\u2014]\s*$/.test(before) ? 0.15 : 0;
}

/** What ends a Korean clause: after, and, while. */
const KOREAN_CLAUSE = /\p{Script=Hangul}\s(?:후|뒤|가운데)\s$|(?:하며|하고|이며)\s$/u;
/** A comma between Korean words parts clauses more often than not. */
const KOREAN_COMMA = /\p{Script=Hangul},\s*$/u;
/** A Korean topic of at least three syllables. */
const KOREAN_TOPIC = /\p{Script=Hangul}{2}[은는]\s$/u;

function fill(text: string, { reach, opportunities }: Setting, width: Points): readonly LineRange[] {
  const lines: LineRange[] = [];
  let start = 0;
  let fits = 0;
  const end = (position: number) => {
    const last = trimmed(text, start, position);
    lines.push({ start, end: last, width: reach[last]! - reach[start]! });
    start = position;
    fits = position;
  };
  for (const { position, required } of opportunities) {
    while (reach[trimmed(text, start, position)]! - reach[start]! > width + TOLERANCE)
      end(fits > start ? fits : lastThatFits(text, reach, start, position, width));
    fits = position;
    if (required) end(position);
  }
  if (start < text.length || text.length === 0 || text.endsWith('\n')) end(text.length);
  return lines;
}

const TOLERANCE = 1e-6;

/** The end of what fits of an over-long word: at least one character, and never between the halves of one. */
function lastThatFits(text: string, reach: readonly Points[], start: number, position: number, width: Points): number {
  let end = start + 1;
  for (let next = start + 1; next < position; next++) {
    if (reach[next]! - reach[start]! > width) break;
    end = next;
  }
  while (end < position && isContinuation(text, end)) end++;
  return end;
}

/** Low surrogates and combining marks belong to the character before them. */
const isContinuation = (text: string, at: number): boolean =>
  /^(?:[\uDC00-\uDFFF]|\p{M})/u.test(text.slice(at, at + 1));

function trimmed(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && (text[last - 1] === ' ' || text[last - 1] === '\n')) last--;
  return last;
}
