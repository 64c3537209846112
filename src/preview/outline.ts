/** The slides that a briefing means to have, those that an error keeps out of the deck among them, and what draws each. */
import type { OrderEntry, Section, Source } from '../model/briefing.ts';
import type { Template } from '../model/contract.ts';
import type { Place } from '../model/origin.ts';
import { provenanceOf } from '../model/value.ts';

export interface Meant {
  readonly id: string;
  /** Its id; null for built-in slides. */
  readonly section: string | null;
  readonly template: Template | null;
  /** Where its content is written. */
  readonly place: Place | null;
}

/** In the order of the whole deck. */
export function meant(source: Source): readonly Meant[] {
  return source.briefing.order.flatMap(entry => entriesOf(entry, source));
}

function entriesOf(entry: OrderEntry, { briefing, templates }: Source): readonly Meant[] {
  if (entry.kind === 'slide') {
    const template = templates.get(`slides/${entry.slide}`) ?? null;
    return [{ id: entry.slide, section: null, template, place: entry.provenance.place }];
  }
  const { section } = entry;
  const kind = section.template === null ? null : (templates.get(section.template) ?? null);
  const slides = section.slides.map(({ id, key, template, content }): Meant => {
    const named = template ?? (isContractAlone(kind) ? kind?.slides.get(key) : undefined);
    const drawnBy = named === undefined ? kind : (templates.get(named) ?? null);
    return { id, section: section.id, template: drawnBy, place: placeOf(content, section) };
  });
  const dropped = section.dropped.map(({ id, place }): Meant => ({ id, section: section.id, template: null, place }));
  const divider: Meant = {
    id: `${section.id}/divider`,
    section: section.id,
    template: templates.get('slides/divider') ?? null,
    place: section.provenance.place,
  };
  const own = [...slides, ...dropped].sort((a, b) => (a.place?.start ?? 0) - (b.place?.start ?? 0));
  return briefing.dividers ? [divider, ...own] : own;
}

/** A kind without a body leaves each key to the slide template that it names. */
const isContractAlone = (kind: Template | null): boolean =>
  kind !== null && kind.text.slice(kind.bodyStart).trim() === '';

const placeOf = (content: Section['slides'][number]['content'], section: Section): Place =>
  provenanceOf(content)?.place ?? section.provenance.place;

/**
 * A list with what is missing of another put where that has it: each after the nearest of those before it that is there, at the front where
 * there is none.
 */
export function interleave(present: readonly string[], wanted: readonly string[]): readonly string[] {
  const merged = [...present];
  for (const [index, id] of wanted.entries()) {
    if (merged.includes(id)) continue;
    const before = wanted.slice(0, index).findLast(other => merged.includes(other));
    merged.splice(before === undefined ? 0 : merged.indexOf(before) + 1, 0, id);
  }
  return merged;
}
