/** From briefing to markup: every slide's template walked with its data, in the language and for the audience asked for. */
import type { Section, Source } from '../model/briefing.ts';
import type { Template } from '../model/contract.ts';
import { diagnose, type Problem, type Report } from '../model/diagnostic.ts';
import type { Identity, Markup, SectionTitle, SlideMarkup } from '../model/markup.ts';
import { FORGETFUL, type Memory } from '../model/memory.ts';
import { at, type Origin } from '../model/origin.ts';
import { type Content, type ContentMap, isMap, type Provenance, provenanceOf, type TextValue } from '../model/value.ts';
import { slideTemplate } from './catalogue.ts';
import { wordPeriod } from './dates.ts';
import { type Edition, openEdition, phrase } from './edition.ts';
import { evaluate } from './evaluate.ts';
import { type Entry, plan, sectionOf } from './plan.ts';
import { print } from './print.ts';
import * as problems from './problems.ts';
import { UNDRAWN_SLIDE } from './problems.ts';
import { compose, isTruthy, namesIn, wordOf } from './scope.ts';
import { splitSlides } from './slides.ts';
import { agendaData, complete, coverData, dividerData, sourcesData, summaryData } from './supply.ts';

/** Everything that expand can say. */
export const EXPAND_PROBLEMS: readonly Problem[] = Object.values(problems);

export interface Request {
  readonly language: string;
  /** A name of the briefing's `audiences`; null for the whole deck. */
  readonly audience: string | null;
  /** Whether the deck goes out: facts to be verified are refused instead of marked. Default: false. */
  readonly release?: boolean | undefined;
}

/** Expands a briefing. Mistakes in templates and texts are reported, each once; what can be shown is shown. */
export function expand(source: Source, request: Request, report: Report, memory: Memory = FORGETFUL): Markup {
  const edition = openEdition(source, request.language, request.audience, report, memory);
  const entries = plan(edition);
  const sections = sectionsIn(entries);
  const slides = new Map<Entry, readonly SlideMarkup[]>();
  const progress: Progress = { edition, entries, sections, slides, kinds: new Map() };
  // The sources slide names the facts of all others, so it comes last whatever its place.
  for (const entry of [...entries].sort((a, b) => Number(a.id === 'sources') - Number(b.id === 'sources'))) {
    slides.set(entry, expandEntry(progress, entry));
  }
  return {
    identity: identityOf(edition, request.release === true),
    sections: sectionTitles(edition, entries, sections),
    slides: entries.flatMap(entry => slides.get(entry) ?? []),
    printed: edition.printed,
    files: edition.files,
  };
}

interface Progress {
  readonly edition: Edition;
  readonly entries: readonly Entry[];
  /** Those that have slides in the deck. */
  readonly sections: readonly Section[];
  /** The slides expanded so far. */
  readonly slides: ReadonlyMap<Entry, readonly SlideMarkup[]>;
  /** What the kinds of sections have drawn, by section and key. */
  readonly kinds: Map<string, ReadonlyMap<string, readonly string[]>>;
}

function expandEntry({ edition, entries, sections, slides, kinds }: Progress, entry: Entry): readonly SlideMarkup[] {
  if (entry.kind === 'divider') {
    const data = dividerData(entry.section, sections.indexOf(entry.section) + 1);
    return supplied(edition, entry, 'divider', data, entry.section.provenance, null);
  }
  if (entry.kind === 'built-in') {
    const data = {
      cover: () => coverData(edition),
      summary: () => ({
        ...summaryData(edition.audience === null ? sections : allSections(edition)),
        // A deck that opens with its summary says there what it is.
        subhead: entries[0]?.id === 'summary' ? edition.source.briefing.title : null,
      }),
      agenda: () => agendaData(sections),
      sources: () =>
        sourcesData(
          edition,
          entries.flatMap(entry => slides.get(entry) ?? []),
        ),
    }[entry.id]();
    return supplied(edition, entry, entry.id, data, entry.provenance, entry.content);
  }
  const { slide, section } = entry;
  const named = slide.template ?? plainKind(edition, section)?.slides.get(slide.key) ?? null;
  if (named !== null) {
    const template = slideTemplate(edition, named);
    return template === null ? [] : render(edition, entry, template, slide.content);
  }
  const drawn = kinds.get(section.id) ?? expandKind(edition, section);
  kinds.set(section.id, drawn);
  return asSlides(edition, entry, slide.content, drawn.get(slide.key) ?? []);
}

/** A built-in slide: what the author left out is supplied. */
function supplied(
  edition: Edition,
  entry: Entry,
  name: string,
  data: Readonly<Record<string, Content>>,
  from: Provenance,
  content: ContentMap | null,
): readonly SlideMarkup[] {
  const template = slideTemplate(edition, name);
  return template === null ? [] : render(edition, entry, template, complete(template, from, data, content));
}

function render(edition: Edition, entry: Entry, template: Template, content: ContentMap): readonly SlideMarkup[] {
  const markup = evaluate(edition, template, content, provenanceOf(content)?.pointer ?? '');
  return asSlides(
    edition,
    entry,
    content,
    splitSlides(edition, markup).map(({ text }) => text),
  );
}

/** A section's kind whose template is a contract alone: each key is drawn by the slide template that it names. */
function plainKind(edition: Edition, section: Section): Template | null {
  const kind = section.template === null ? undefined : edition.source.templates.get(section.template);
  return kind?.text.slice(kind.bodyStart).trim() === '' ? kind : null;
}

/** All slides that a section's kind draws, by key: its template is walked once, with everything. */
function expandKind(edition: Edition, section: Section): ReadonlyMap<string, readonly string[]> {
  const drawn = new Map<string, string[]>();
  const template = section.template === null ? undefined : edition.source.templates.get(section.template);
  if (template === undefined) return drawn;
  const own = section.slides.filter(slide => slide.template === null);
  const names: Record<string, Content> = { title: section.title, message: section.message };
  for (const key of template.slides.keys()) names[key] = own.find(slide => slide.key === key)?.content ?? null;
  const { pointer } = section.provenance;
  const markup = evaluate(edition, template, compose(section.provenance, names), pointer);
  for (const slide of splitSlides(edition, markup, own)) {
    if (slide.key !== null) drawn.set(slide.key, [...(drawn.get(slide.key) ?? []), slide.text]);
  }
  for (const { key, content } of own) {
    if (drawn.has(key)) continue;
    const message = `${template.name} does not draw \`${key}\`.`;
    edition.report(diagnose(UNDRAWN_SLIDE, originOf(content, section.provenance), message));
  }
  return drawn;
}

function asSlides(
  edition: Edition,
  entry: Entry,
  content: ContentMap,
  texts: readonly string[],
): readonly SlideMarkup[] {
  const fallback = entry.kind === 'built-in' ? entry.provenance : entry.section.provenance;
  return texts.map((text, index) => ({
    id: index === 0 ? entry.id : `${entry.id}-${index + 1}`,
    section: sectionOf(entry)?.id ?? null,
    text,
    hidden: isTruthy(edition, content.hidden),
    literals: literalsIn(edition, content.literals ?? null),
    origin: originOf(content, fallback),
  }));
}

function literalsIn(edition: Edition, literals: Content): ReadonlyMap<string, string> {
  if (!isMap(literals)) return new Map();
  return new Map(namesIn(literals).map(numeral => [numeral, wordOf(edition, literals[numeral]) ?? '']));
}

function originOf(content: ContentMap, fallback: Provenance): Origin {
  const { pointer, place } = provenanceOf(content) ?? fallback;
  return at(place, pointer);
}

/** The sections that have slides in the deck, in its order. */
const sectionsIn = (entries: readonly Entry[]): Section[] => [
  ...new Set(entries.flatMap(entry => sectionOf(entry) ?? [])),
];

/** The summary is the whole argument, also for those who see a part of the slides. */
const allSections = ({ source: { briefing } }: Edition): Section[] =>
  briefing.order.flatMap(entry => (entry.kind === 'section' && entry.section.tracked ? entry.section : []));

/** The deck's sections, with one for the slides before the first and one for those after. */
function sectionTitles(edition: Edition, entries: readonly Entry[], own: readonly Section[]): readonly SectionTitle[] {
  const titled = (id: string, english: string): SectionTitle => {
    const title = phrase(edition, english, at(edition.source.briefing.provenance.place));
    return { id, title, tracked: false };
  };
  const sections = own.map(({ id, title }) => ({ id, title: words(edition, title), tracked: true }));
  const first = entries.findIndex(entry => sectionOf(entry) !== null);
  const last = entries.findLastIndex(entry => sectionOf(entry) !== null);
  const before = first !== 0 ? [titled('overview', 'Overview')] : [];
  const after =
    last >= 0 && entries.slice(first).some(entry => sectionOf(entry) === null) ? [titled('sources', 'Sources')] : [];
  return [...before, ...sections, ...after];
}

function identityOf(edition: Edition, release: boolean): Identity {
  const { briefing } = edition.source;
  const unverified = [...briefing.ledger.facts.values()].some(({ verify }) => verify);
  const optional = (value: TextValue | null) => (value === null ? null : words(edition, value));
  return {
    id: briefing.id,
    language: edition.language,
    firstLanguage: briefing.languages[0] ?? edition.language,
    audience: edition.audience,
    draft: release || !unverified ? null : phrase(edition, 'To be verified', at(briefing.provenance.place)),
    title: words(edition, briefing.title),
    subtitle: optional(briefing.subtitle),
    author: optional(briefing.author),
    classification: optional(briefing.classification),
    keywords: briefing.keywords.map(keyword => words(edition, keyword)),
    date: briefing.date.value,
    dateWords: wordPeriod(briefing.date.value, edition.language, 'long'),
  };
}

const words = (edition: Edition, value: TextValue): string => print(edition, value).plain;
