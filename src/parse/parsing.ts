/** What parsing a slide needs at hand: the table that markers point to, the brand's tokens, and a sink. */
import type { Source } from '../model/briefing.ts';
import type { Diagnostic, Report } from '../model/diagnostic.ts';
import { MARK_CLOSE, MARK_OPEN, type Markup, type Printed, stampPlace } from '../model/markup.ts';
import type { Origin, Place } from '../model/origin.ts';
import { type FactUse, factName } from '../model/use.ts';

export interface Parsing {
  readonly markup: Markup;
  readonly source: Source;
  readonly report: Report;
  /** The words that a text with markers prints. */
  plain(text: string): string;
  /** The place of the tag that a stamp names, its pointer left out: the same few tags draw every slide. */
  tag(stamp: string): Place | null;
  /** The same origin, at an attribute of the tag. */
  attributeOrigin(origin: Origin, attribute: string): Origin;
  /** A fixed phrase in the deck's language. */
  phrase(english: string): string;
}

export function openParsing(markup: Markup, source: Source, report: Report): Parsing {
  const tags = new Map<string, Place | null>();
  const texts = new Map([...source.templates.values()].map(({ file, text }) => [file, text]));
  return {
    markup,
    source,
    report: once(report),
    plain: text =>
      text.includes(MARK_OPEN)
        ? text.replace(MARKER, (_, index: string) => markup.printed[Number(index)]?.plain ?? '')
        : text,
    tag(stamp) {
      const known = tags.get(stamp);
      if (known !== undefined) return known;
      const place = stampPlace(stamp, markup.files);
      tags.set(stamp, place);
      return place;
    },
    attributeOrigin: (origin, attribute) => atAttribute(origin, attribute, texts),
    phrase: english => source.briefing.words.get(english)?.get(markup.identity.language) ?? english,
  };
}

/** What stands for a printed thing, with its index in the table. */
export const MARKER = new RegExp(`${MARK_OPEN}(\\d+)${MARK_CLOSE}`, 'g');

/** Text cut at its markers: plain stretches and what was printed between them, in order. */
export function cutMarkers(text: string, markup: Markup): readonly (string | Printed)[] {
  if (!text.includes(MARK_OPEN)) return text === '' ? [] : [text];
  const parts = text.split(MARKER);
  return parts.flatMap((part, index): readonly (string | Printed)[] => {
    if (index % 2 === 0) return part === '' ? [] : [part];
    const printed = markup.printed[Number(part)];
    return printed === undefined ? [] : [printed];
  });
}

/** A slide while it is parsed: its facts in reading order, and the names given out so far. */
export interface Draft {
  readonly parsing: Parsing;
  readonly facts: Map<string, FactUse>;
  readonly names: Map<string, number>;
}

export const openDraft = (parsing: Parsing): Draft => ({ parsing, facts: new Map(), names: new Map() });

/** A name that no other thing on the slide has: `card`, `card 2`. */
export function nameFor(draft: Draft, kind: string): string {
  const count = (draft.names.get(kind) ?? 0) + 1;
  draft.names.set(kind, count);
  return count === 1 ? kind : `${kind} ${count}`;
}

export function noteFacts(draft: Draft, uses: readonly FactUse[]): void {
  for (const use of uses) {
    const name = factName(use);
    if (!draft.facts.has(name)) draft.facts.set(name, use);
  }
}

function atAttribute(origin: Origin, attribute: string, texts: ReadonlyMap<string, string>): Origin {
  const { template } = origin;
  const tag = template === null ? '' : (texts.get(template.file)?.slice(template.start) ?? '');
  const match = new RegExp(`\\s${attribute}\\s*=`).exec(tag);
  if (template === null || match === null || /<\//.test(tag.slice(0, match.index))) return origin;
  const start = template.start + match.index + 1;
  return { ...origin, template: { file: template.file, start, end: start + attribute.length } };
}

/** A mistake of the template alone: the data that it was made with does not matter. */
export const inTemplate = (origin: Origin): Origin =>
  origin.template === null ? origin : { pointer: null, data: null, template: origin.template };

/** Each mistake once: one of a template is met on every slide that it draws. */
export function once(report: Report): Report {
  const seen = new Set<string>();
  return (diagnostic: Diagnostic) => {
    const { template, data } = diagnostic.origin;
    const key = [
      diagnostic.problem.code,
      template?.file,
      template?.start,
      data?.file,
      data?.start,
      diagnostic.message,
    ].join(' ');
    const known = seen.has(key);
    seen.add(key);
    if (!known) report(diagnostic);
  };
}
