/** The ledger: units, sources and facts; then everything that is computed from them. */
import { faultOf } from '../model/address.ts';
import { diagnose } from '../model/diagnostic.ts';
import type { Fact, Ledger, Source } from '../model/fact.ts';
import { at } from '../model/origin.ts';
import { type Content, isMap, isValue, type TextValue } from '../model/value.ts';
import { computeFacts } from './compute.ts';
import { below, wordOf } from './content.ts';
import type { Context } from './context.ts';
import { FACT, FACTS, UNITS } from './contracts/facts.ts';
import { SOURCE, SOURCES } from './contracts/sources.ts';
import { showsValue } from './display.ts';
import { type Registers, readFact } from './fact.ts';
import type { Parts } from './parts.ts';
import { DISPLAY_MISMATCH, UNSAFE_LINK } from './problems.ts';
import { childOf } from './tree.ts';
import { inLanguages, type UnitWords } from './units.ts';
import { admits, walk } from './walk.ts';

/** Reads facts and sources; what is wrong with them is reported, and the fact or source left out. */
export function readLedger(parts: Parts, audiences: ReadonlySet<string>, context: Context): Ledger {
  const sources = readSources(parts, context);
  const registers: Registers = {
    units: readUnits(parts, context),
    sources: parts.broken.has('sources') ? null : new Set(parts.sources.map(({ key }) => key)),
    audiences,
  };
  const drafts = new Map<string, Fact>();
  for (const entry of parts.facts) {
    if (!admits(entry, FACTS, { pointer: '/facts', place: entry.place }, context)) continue;
    const spot = { pointer: below('/facts', entry.key), place: entry.place };
    const content = walk(entry.value, FACT, spot, context);
    if (isMap(content)) drafts.set(entry.key, readFact(entry, content, registers, context));
  }
  const facts = computeFacts(parts, drafts, context);
  for (const entry of parts.facts) checkDisplay(entry, facts.get(entry.key), context);
  return { facts, sources };
}

function readUnits(parts: Parts, context: Context): ReadonlyMap<string, UnitWords> {
  const units = new Map<string, UnitWords>();
  for (const entry of parts.units) {
    const { key, place, value } = entry;
    if (!admits(entry, UNITS, { pointer: '/units', place }, context)) continue;
    const content = walk(value, UNITS.additionalProperties || {}, { pointer: below('/units', key), place }, context);
    if (isValue(content) && content.kind === 'text')
      units.set(key, inLanguages(plainWords(content), context.languages));
  }
  return units;
}

function plainWords(text: TextValue): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.texts].map(([language, inlines]) => [
      language,
      inlines.map(inline => (inline.kind === 'words' ? inline.text : '')).join(''),
    ]),
  );
}

function readSources(parts: Parts, context: Context): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>();
  for (const entry of parts.sources) {
    const { key, place, value } = entry;
    if (!admits(entry, SOURCES, { pointer: '/sources', place }, context)) continue;
    const content = walk(value, SOURCE, { pointer: below('/sources', key), place }, context);
    if (!isMap(content) || !isValue(content.publisher) || content.publisher.kind !== 'text') continue;
    const date = wordOf(content.date);
    sources.set(key, {
      id: key,
      publisher: content.publisher,
      title: isValue(content.title) && content.title.kind === 'text' ? content.title : null,
      date,
      year: /(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])/.exec(date ?? '')?.[0] ?? null,
      url: urlOf(content.url, context),
      place,
    });
  }
  return sources;
}

/** The address of a source; null for none, and where it was reported. */
function urlOf(content: Content | undefined, context: Context): string | null {
  if (!isValue(content) || content.kind !== 'token') return null;
  const fault = faultOf(content.value);
  if (fault === null) return content.value;
  context.report(diagnose(UNSAFE_LINK, at(content.place, content.pointer), fault.message, { hint: fault.hint }));
  return null;
}

/** Every wording of `display` holds the number of the value. */
function checkDisplay(entry: Parts['facts'][number], fact: Fact | undefined, context: Context): void {
  if (fact === undefined) return;
  for (const [language, { long, short }] of fact.display) {
    for (const wording of [long, short]) {
      if (wording === null || (fact.value !== null && showsValue(wording, fact.value, fact.unit.scale))) continue;
      const node = childOf(childOf(entry.value, 'display'), language);
      const value = fact.value === null ? 'no single value' : `the value ${fact.value} ${fact.unit.id}`.trimEnd();
      const message = `\`${wording}\` does not show the number of the fact, which has ${value}.`;
      const pointer = below(`${fact.pointer}/display`, language);
      context.report(diagnose(DISPLAY_MISMATCH, at(node?.place ?? entry.place, pointer), message));
    }
  }
}
