/** Timelines: events with their dates in words, and the day on which each stands. */
import { diagnose } from '../model/diagnostic.ts';
import type { Diagram, TimelineEvent } from '../model/node.ts';
import { noteEvidence, textOf, tokenOf } from './attributes.ts';
import { describeTimeline } from './describe.ts';
import { attributeInlines, inlinesOf, originIn, paragraphsOf } from './inline.ts';
import { type Draft, nameFor } from './parsing.ts';
import { EMPTY_CHART } from './problems.ts';
import type { Element } from './tree.ts';

/** A timeline; null where it has no event, which was reported. */
export function readTimeline(draft: Draft, element: Element): Diagram | null {
  const events = element.children.filter(child => typeof child !== 'string').map(event => readEvent(draft, event));
  if (events.length === 0) {
    draft.parsing.report(diagnose(EMPTY_CHART, element.origin, 'This timeline has no event.'));
    return null;
  }
  const dated = events.every(({ day }) => day !== null);
  return {
    kind: 'diagram',
    name: nameFor(draft, 'timeline'),
    diagram: { type: 'timeline', events, toScale: dated && tokenOf(draft, element, 'scale') !== 'no' },
    alt: textOf(draft, element, 'alt') ?? describeTimeline(draft, events),
    origin: element.origin,
  };
}

function readEvent(draft: Draft, element: Element): TimelineEvent {
  noteEvidence(draft, element);
  const at = textOf(draft, element, 'at');
  // Asked for as text too, so that a missing one is reported.
  textOf(draft, element, 'date');
  const label = paragraphsOf(draft, element);
  return {
    date: attributeInlines(draft, element, 'date'),
    day: at === null ? null : middleDay(at),
    label,
    emphasis: tokenOf(draft, element, 'emphasis') === 'on',
    origin: originIn(inlinesOf(draft, element), element.origin),
  };
}

/** The middle of a period as days since 1970-01-01; null for what is no period. */
export function middleDay(typed: string): number | null {
  const [from = '', to = from] = typed.replace(/F$/, '').split('..');
  const [start, end] = [boundsOf(from), boundsOf(to)];
  return start === null || end === null ? null : (start[0] + end[1]) / 2;
}

/** First day, and the day after the last. */
function boundsOf(period: string): readonly [number, number] | null {
  const match = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(\d\d)(?:-(\d\d))?))?$/.exec(period);
  if (match === null) return null;
  const [, year, quarter, half, month, day] = match.map(Number) as [number, number, number, number, number, number];
  if (quarter) return [dayNumber(year, 3 * quarter - 2, 1), dayNumber(year, 3 * quarter + 1, 1)];
  if (half) return [dayNumber(year, 6 * half - 5, 1), dayNumber(year, 6 * half + 1, 1)];
  if (day) return [dayNumber(year, month, day), dayNumber(year, month, day)];
  if (month) return [dayNumber(year, month, 1), dayNumber(year, month + 1, 1)];
  return [dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1)];
}

/** Days since 1970-01-01 in the Gregorian calendar, counted in years that begin in March; month 13 is the next January. */
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month + 9;
  const y = year - 1 + Math.floor(shifted / 12);
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  const months = Math.floor((153 * (shifted % 12) + 2) / 5);
  return 365 * y + leaps + months + day - 1 - 719468;
}
