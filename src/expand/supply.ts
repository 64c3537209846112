/** What the compiler itself says on the built-in slides, wherever the author leaves it out. */
import type { Section } from '../model/briefing.ts';
import type { Template } from '../model/contract.ts';
import type { Source } from '../model/fact.ts';
import type { SlideMarkup } from '../model/markup.ts';
import { MARK_CLOSE, MARK_OPEN } from '../model/markup.ts';
import { at } from '../model/origin.ts';
import { type FactUse, factName } from '../model/use.ts';
import {
  type Content,
  type ContentMap,
  contentMap,
  type FactValue,
  type NumberValue,
  type Provenance,
  provenanceOf,
} from '../model/value.ts';
import { type Edition, phrase } from './edition.ts';
import { compose, escapePointer, isTruthy, provenanceIn, text, token } from './scope.ts';

/** A map with every name of the template's contract: the author's content first, then what is supplied, then null. */
export function complete(
  template: Template,
  from: Provenance,
  supplied: Readonly<Record<string, Content>>,
  content: ContentMap | null = null,
): ContentMap {
  const names = Object.keys(template.contract.properties ?? {});
  const entries = names.map(name => [name, content?.[name] ?? supplied[name] ?? null] as const);
  return contentMap(entries, (content === null ? null : provenanceOf(content)) ?? from);
}

/** Title, subtitle, date and classification of the briefing. */
export function coverData({ source: { briefing } }: Edition): Record<string, Content> {
  const { title, subtitle, date, classification } = briefing;
  return { title, subtitle, date, classification };
}

/** A row for each section that makes a claim. */
export function summaryData(sections: readonly Section[]): Record<string, Content> {
  const claiming = sections.filter(({ message }) => message !== null);
  const rows = claiming.map(({ title, message, evidence, provenance }) =>
    compose(provenance, { label: title, claim: message, evidence }),
  );
  return { rows };
}

/** An entry for each section, with the page where it begins. */
export function agendaData(sections: readonly Section[]): Record<string, Content> {
  const items = sections.map(({ id, title, question, icon, provenance }) =>
    compose(provenance, { label: title, question, icon, target: token(provenance, id) }),
  );
  return { items };
}

export function dividerData(section: Section, number: number): Record<string, Content> {
  const { title, message, provenance } = section;
  return { number: count(provenance, number), title, claim: message };
}

const count = ({ pointer, place }: Provenance, value: number): NumberValue => ({
  pointer,
  place,
  boxed: true,
  kind: 'number',
  value,
  source: String(value),
});

/** A row for each source of a fact that the slides so far show, in the order of first use. */
export function sourcesData(edition: Edition, slides: readonly SlideMarkup[]): Record<string, Content> {
  const { facts, sources } = edition.source.briefing.ledger;
  const used = new Map<string, Map<string, FactUse>>();
  for (const use of slides.flatMap(({ text }) => usesIn(edition, text)))
    for (const id of facts.get(use.fact)?.sources ?? [])
      used.set(id, (used.get(id) ?? new Map<string, FactUse>()).set(factName(use), use));
  const rows = [...used].flatMap(([id, uses]) => {
    const source = sources.get(id);
    return source === undefined ? [] : [sourceRow(edition, source, [...uses.values()])];
  });
  const doubtful = rows.find(row => isTruthy(edition, row.verify));
  if (doubtful === undefined) return { rows };
  const mark = phrase(edition, VERIFY, at(provenanceIn(doubtful)!.place));
  return { rows, note: text(provenanceIn(doubtful)!, mark) };
}

/** What the letter V behind a source means. */
const VERIFY = 'V: a figure from it is to be verified against the original';

/** What a slide shows; what is only said of it, in its notes, is for the speaker. */
function usesIn(edition: Edition, markup: string): FactUse[] {
  const marks = markup
    .replace(/<notes\b[\s\S]*?<\/notes>/g, '')
    .matchAll(new RegExp(`${MARK_OPEN}(\\d+)${MARK_CLOSE}`, 'g'));
  return [...marks].flatMap(([, index]) => edition.printed[Number(index)]?.facts ?? []);
}

function sourceRow(edition: Edition, source: Source, uses: readonly FactUse[]): ContentMap {
  const { facts } = edition.source.briefing.ledger;
  const from = { pointer: `/sources/${escapePointer(source.id)}`, place: source.place };
  const doubtful = uses.some(({ fact }) => facts.get(fact)?.verify === true || facts.get(fact)?.confidence === 'low');
  const address = source.url === null ? null : (/^[a-z]+:\/\/(?:www\.)?([^/:]+)/i.exec(source.url)?.[1] ?? source.url);
  return compose(from, {
    id: token(from, source.id),
    publisher: source.publisher,
    title: source.title,
    date: source.date === null ? null : token(from, source.date),
    url: source.url === null ? null : token(from, source.url),
    domain: address === null ? null : token(from, address),
    verify: { ...from, boxed: true, kind: 'flag', value: doubtful },
    facts: uses.map((use): FactValue => ({ ...from, boxed: true, kind: 'fact', use })),
  });
}
