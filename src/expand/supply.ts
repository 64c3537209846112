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
  type FactValue,
  type NumberValue,
  type Provenance,
  SELF,
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
  const names: Record<string, Content> = Object.create(null);
  for (const name of Object.keys(template.contract.properties ?? {})) {
    names[name] = content?.[name] ?? supplied[name] ?? null;
  }
  return compose((content?.[SELF] as unknown as Provenance | undefined) ?? from, names);
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
export function sourcesData(
  edition: Edition,
  deck: readonly (readonly SlideMarkup[] | null)[],
): Record<string, Content> {
  const { facts, sources } = edition.source.briefing.ledger;
  // The sources slide itself is not there yet: it keeps the slides around it apart.
  const slides = deck.flatMap<SlideMarkup | null>(entry => entry ?? [null]);
  const used = new Map<string, { readonly uses: Map<string, FactUse>; readonly slides: Set<number> }>();
  for (const [index, slide] of slides.entries()) {
    for (const use of usesIn(edition, slide?.text ?? '')) {
      for (const id of facts.get(use.fact)?.sources ?? []) {
        const entry = used.get(id) ?? { uses: new Map(), slides: new Set() };
        used.set(id, entry);
        entry.uses.set(factName(use), use);
        entry.slides.add(index);
      }
    }
  }
  const rows = [...used].flatMap(([id, entry]) => {
    const source = sources.get(id);
    if (source === undefined) return [];
    const runs = runsIn([...entry.slides]).map(run => run.map(index => slides[index]!.id));
    return [sourceRow(edition, source, [...entry.uses.values()], runs)];
  });
  const tall = rows.find(row => isTruthy(edition, row.more));
  const most = tall === undefined ? null : count(provenanceIn(tall)!, TALL_ROWS);
  const doubtful = rows.find(row => isTruthy(edition, row.verify));
  if (doubtful === undefined) return { rows, most };
  const mark = phrase(edition, VERIFY, at(provenanceIn(doubtful)!.place));
  return { rows, most, note: text(provenanceIn(doubtful)!, mark) };
}

/** What the letter V behind a source means. */
const VERIFY = 'V: to be verified against the original';

function usesIn(edition: Edition, markup: string): FactUse[] {
  const marks = markup.matchAll(new RegExp(`${MARK_OPEN}(\\d+)${MARK_CLOSE}`, 'g'));
  return [...marks].flatMap(([, index]) => edition.printed[Number(index)]?.facts ?? []);
}

/** Ascending numbers cut wherever one is left out. */
function runsIn(numbers: readonly number[]): readonly (readonly number[])[] {
  const starts = [...numbers.keys()].filter(index => numbers[index] !== numbers[index - 1]! + 1);
  return starts.map((start, index) => numbers.slice(start, starts[index + 1]));
}

/** Runs of slides that a row prints in full, and those that it prints where there are more: two lines with page numbers of three digits. */
const MAX_RUNS = { all: 4, some: 3 };
/** Rows of two lines that a slide holds. */
const TALL_ROWS = 9;

function sourceRow(
  edition: Edition,
  source: Source,
  uses: readonly FactUse[],
  runs: readonly (readonly string[])[],
): ContentMap {
  const { facts } = edition.source.briefing.ledger;
  const from = { pointer: `/sources/${escapePointer(source.id)}`, place: source.place };
  const shown = runs.length > MAX_RUNS.all ? MAX_RUNS.some : runs.length;
  const more = runs.slice(shown).flat().length;
  const doubtful = uses.some(({ fact }) => facts.get(fact)?.verify === true || facts.get(fact)?.confidence === 'low');
  const address = source.url === null ? null : (/^[a-z]+:\/\/(?:www\.)?([^/:]+)/i.exec(source.url)?.[1] ?? source.url);
  return compose(from, {
    publisher: source.publisher,
    title: source.title,
    date: source.date === null ? null : token(from, source.date),
    url: source.url === null ? null : token(from, source.url),
    domain: address === null ? null : token(from, address),
    verify: { ...from, boxed: true, kind: 'flag', value: doubtful },
    facts: uses.map((use): FactValue => ({ ...from, boxed: true, kind: 'fact', use })),
    slides: runs.slice(0, shown).map(run => {
      const last = run.length > 1 ? token(from, run.at(-1)!) : null;
      return compose(from, { first: token(from, run[0]!), last });
    }),
    more: more === 0 ? null : count(from, more),
  });
}
