/** The order of the deck, and the slides of each audience. */
import { BUILT_IN_SLIDES, type BuiltInSlide, type OrderEntry, type Section } from '../model/briefing.ts';
import type { Contract } from '../model/contract.ts';
import { diagnose } from '../model/diagnostic.ts';
import { suggestion } from '../model/nearest.ts';
import { at } from '../model/origin.ts';
import {
  type Content,
  type ContentMap,
  contentMap,
  isList,
  isMap,
  isValue,
  type Provenance,
  type TokenValue,
} from '../model/value.ts';
import { entriesIn } from './content.ts';
import { type Context, type SlideIndex, watched } from './context.ts';
import { BUILT_IN_KEYS } from './contracts/briefing.ts';
import { SECTION_KEYS } from './contracts/section.ts';
import type { Parts } from './parts.ts';
import { EMPTY_SECTION, REPEATED_ENTRY, UNKNOWN_SLIDE, UNKNOWN_TEMPLATE, UNLISTED_SECTION } from './problems.ts';
import { readDefault } from './scalar.ts';
import { childOf, entriesOf } from './tree.ts';
import { walk } from './walk.ts';

/** Every id that an order, an audience or a link may name: built-in slides, sections, and their slides. */
export function slideIndex(parts: Parts): SlideIndex {
  const dividers = childOf(parts.root, 'dividers');
  const divided = dividers?.kind === 'scalar' && dividers.text === 'true';
  const ids = new Set<string>(BUILT_IN_SLIDES);
  for (const { key, value } of parts.sections) {
    ids.add(key);
    if (divided) ids.add(`${key}/divider`);
    for (const slide of entriesOf(value)) if (!Object.hasOwn(SECTION_KEYS, slide.key)) ids.add(`${key}/${slide.key}`);
  }
  return { ids, has: id => ids.has(id) || parts.broken.has(id.split('/')[0]!) };
}

/** The deck's order: as written, else the cover, every section, and the sources. */
export function readOrder(
  parts: Parts,
  written: Content | undefined,
  sections: readonly Section[],
  context: Context,
): readonly OrderEntry[] {
  const standard = ['cover', ...parts.sections.map(({ key }) => key), 'sources'];
  const names = isList(written) ? tokensIn(written) : standard.map(name => implied(name, parts));
  const order = withoutRepeats(names, context).flatMap(name => readEntry(name, parts, sections, context));
  if (isList(written)) reportUnlisted(parts, new Set(names.map(({ value }) => value)), context);
  return order;
}

/** The slides of each audience, in the order shown. */
export function readAudiences(
  written: Content | undefined,
  context: Context,
): ReadonlyMap<string, readonly TokenValue[]> {
  const audiences = new Map<string, readonly TokenValue[]>();
  for (const [name, list] of isMap(written) ? entriesIn(written) : []) {
    const ids = withoutRepeats(isList(list) ? tokensIn(list) : [], context);
    for (const id of ids.filter(({ value }) => !context.slides.has(value)))
      reportUnknown(id, context.slides.ids, context);
    audiences.set(name, ids);
  }
  return audiences;
}

function readEntry(name: TokenValue, parts: Parts, sections: readonly Section[], context: Context): OrderEntry[] {
  if (isBuiltIn(name.value)) return readBuiltIn(name.value, name, parts, context);
  const section = sections.find(({ id }) => id === name.value);
  if (section !== undefined) {
    const { place, pointer } = section.provenance;
    const message = `The section \`${section.id}\` has no slides, so it is not in the deck.`;
    if (![...context.slides.ids].some(id => id.startsWith(`${section.id}/`)))
      context.report(diagnose(EMPTY_SECTION, at(place, pointer), message));
    return [{ kind: 'section', section }];
  }
  const known = [...BUILT_IN_SLIDES, ...parts.sections.map(({ key }) => key)];
  // A section that is there and was left out had an error, which was reported.
  if (!known.includes(name.value) && !parts.broken.has(name.value)) reportUnknown(name, known, context);
  return [];
}

const isBuiltIn = (name: string): name is BuiltInSlide => (BUILT_IN_SLIDES as readonly string[]).includes(name);

/** A built-in slide with what the briefing says of it; with an error in that, with nothing. */
function readBuiltIn(slide: BuiltInSlide, name: TokenValue, parts: Parts, context: Context): OrderEntry[] {
  const template = context.templates.get(`slides/${slide}`);
  if (template === null) return [];
  if (template === undefined) {
    const message = `There is no template \`slides/${slide}\`.`;
    context.report(diagnose(UNKNOWN_TEMPLATE, at(name.place, name.pointer), message));
    return [];
  }
  const { contract } = template;
  const key = BUILT_IN_KEYS[slide];
  const entry = parts.root.entries.find(candidate => candidate.key === key);
  const spot = { pointer: `/${key}`, place: entry?.place ?? name.place };
  const watch = watched(context);
  const content = entry === undefined ? null : walk(entry.value, contract, spot, watch.context);
  return [
    {
      kind: 'slide',
      slide,
      content: isMap(content) && !watch.failed() ? content : blank(contract, spot),
      provenance: { pointer: name.pointer, place: name.place },
    },
  ];
}

/** A slide's content where its author has written nothing. */
function blank(contract: Contract, spot: Provenance): ContentMap {
  const properties = Object.entries(contract.properties ?? {});
  return contentMap(
    properties.map(([key, property]) => [key, readDefault(property, spot)]),
    spot,
  );
}

function withoutRepeats(names: readonly TokenValue[], context: Context): readonly TokenValue[] {
  const seen = new Set<string>();
  return names.filter(({ value, place, pointer }) => {
    if (!seen.has(value)) return seen.add(value);
    context.report(diagnose(REPEATED_ENTRY, at(place, pointer), `\`${value}\` stands twice in this list.`));
    return false;
  });
}

function reportUnknown({ value, place, pointer }: TokenValue, known: Iterable<string>, context: Context): void {
  const message = `There is no slide or section \`${value}\`.`;
  context.report(diagnose(UNKNOWN_SLIDE, at(place, pointer), message, { hint: suggestion(value, known) }));
}

/** Sections, and content of built-in slides, that no deck will show. */
function reportUnlisted(parts: Parts, listed: ReadonlySet<string>, context: Context): void {
  for (const { key, place } of parts.sections.filter(section => !listed.has(section.key))) {
    const message = `The section \`${key}\` is not in \`order\`, so it is not in the deck.`;
    context.report(diagnose(UNLISTED_SECTION, at(place, `/sections/${key}`), message));
  }
  for (const slide of BUILT_IN_SLIDES.filter(name => !listed.has(name))) {
    const entry = parts.root.entries.find(({ key }) => key === BUILT_IN_KEYS[slide]);
    if (entry === undefined) continue;
    const message = `\`${slide}\` is not in \`order\`, so what is written here is not in the deck.`;
    context.report(diagnose(UNLISTED_SECTION, at(entry.place, `/${entry.key}`), message));
  }
}

const tokensIn = (list: readonly Content[]): readonly TokenValue[] =>
  list.filter((entry): entry is TokenValue => isValue(entry) && entry.kind === 'token');

/** A name that the author left to us stands where the briefing begins. */
const implied = (value: string, { root }: Parts): TokenValue => ({
  boxed: true,
  kind: 'token',
  value,
  pointer: '/order',
  place: { ...root.place, end: root.place.start },
});
