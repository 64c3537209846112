/** Which slides the deck has, in which order: the briefing's own, or an audience's. Nothing is rendered yet. */
import {
  BUILT_IN_SLIDES,
  type BuiltInSlide,
  type OrderEntry,
  type Section,
  type SlideContent,
} from '../model/briefing.ts';
import { diagnose } from '../model/diagnostic.ts';
import { suggestion } from '../model/nearest.ts';
import { at, NOWHERE } from '../model/origin.ts';
import { UNKNOWN_AUDIENCE } from '../model/problems.ts';
import { type ContentMap, isList, type Provenance, type TokenValue } from '../model/value.ts';
import type { Edition } from './edition.ts';
import { CLOSED_SLIDE, UNORDERED_SLIDE } from './problems.ts';
import { wordOf } from './scope.ts';

/** One entry of the deck: mostly one slide. */
export type Entry =
  | {
      readonly kind: 'built-in';
      readonly id: BuiltInSlide;
      readonly content: ContentMap;
      readonly provenance: Provenance;
    }
  | { readonly kind: 'divider'; readonly id: string; readonly section: Section }
  | { readonly kind: 'slide'; readonly id: string; readonly section: Section; readonly slide: SlideContent };

/** The entries of the deck; for an audience those that it lists, in its order, and of whole sections those open to it. */
export function plan(edition: Edition): readonly Entry[] {
  const { order, dividers } = edition.source.briefing;
  const all = order.flatMap(entry => entriesOf(entry, dividers));
  if (edition.audience === null) return all;
  const listed = edition.source.briefing.audiences.get(edition.audience);
  if (listed !== undefined) return [...new Set(listed.flatMap(id => select(edition, id, all)))];
  const known = [...edition.source.briefing.audiences.keys()];
  const message = `The briefing has no audience \`${edition.audience}\`.`;
  const origin = { ...NOWHERE, data: edition.source.briefing.provenance.place };
  const hint = known.length === 0 ? 'list its slides under `audiences`' : suggestion(edition.audience, known);
  edition.report(diagnose(UNKNOWN_AUDIENCE, origin, message, { hint }));
  return all;
}

/** The tracked section that an entry stands in; null for slides outside the argument. */
export const sectionOf = (entry: Entry): Section | null =>
  entry.kind === 'built-in' || !entry.section.tracked ? null : entry.section;

function entriesOf(entry: OrderEntry, dividers: boolean): Entry[] {
  if (entry.kind === 'slide') {
    return [{ kind: 'built-in', id: entry.slide, content: entry.content, provenance: entry.provenance }];
  }
  const { section } = entry;
  const slides = section.slides.map((slide): Entry => ({ kind: 'slide', id: slide.id, section, slide }));
  return dividers && section.tracked ? [{ kind: 'divider', id: `${section.id}/divider`, section }, ...slides] : slides;
}

/** The entries that an id of an audience's list stands for. */
function select(edition: Edition, { value: id, place, pointer }: TokenValue, all: readonly Entry[]): Entry[] {
  const origin = at(place, pointer);
  const exact = all.find(entry => entry.id === id);
  if (exact !== undefined) {
    if (isOpen(edition, exact)) return [exact];
    const message = `\`${id}\` is not open to the audience \`${edition.audience}\`.`;
    edition.report(diagnose(CLOSED_SLIDE, origin, message));
    return [];
  }
  const whole = all.filter(entry => entry.kind !== 'built-in' && entry.section.id === id);
  if (whole.length > 0) return whole.filter(entry => isOpen(edition, entry));
  // An id that the briefing does not know at all was reported when it was read.
  if ((BUILT_IN_SLIDES as readonly string[]).includes(id)) {
    const message = `The audience \`${edition.audience}\` lists \`${id}\`, which the \`order\` leaves out.`;
    edition.report(diagnose(UNORDERED_SLIDE, origin, message, { hint: `add \`${id}\` to \`order\`` }));
  }
  return [];
}

/** Whether the slide's own `audiences`, where it has any, name this one. */
function isOpen(edition: Edition, entry: Entry): boolean {
  const audiences = entry.kind === 'slide' ? (entry.slide.content.audiences ?? null) : null;
  return !isList(audiences) || audiences.some(name => wordOf(edition, name) === edition.audience);
}
