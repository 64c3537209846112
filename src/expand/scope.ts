/** What a template sees at a place: its context, the contexts around it, loop variables and block parameters. */
import type { Printed } from '../model/markup.ts';
import type { FactUse } from '../model/use.ts';
import { factName } from '../model/use.ts';
import {
  type Content,
  type ContentMap,
  contentMap,
  type FactValue,
  isValue,
  NO_PLACES,
  type Provenance,
  SELF,
  type TextValue,
  type Value,
} from '../model/value.ts';
import { wordPeriod } from './dates.ts';
import type { Edition } from './edition.ts';
import { print } from './print.ts';

/** Anything that an expression may come to. */
export type Datum = Content | Printed | Names | string | number | boolean | undefined;

/** The names that a component sees: its parameters, whatever they come to. */
export interface Names {
  readonly [name: string]: Datum;
}

export interface Scope {
  readonly here: Datum;
  /** What `../` goes to; null at the top of a template. */
  readonly outer: Scope | null;
  /** `@index`, `@key`, `@first`, `@last`, `@partial-block`. */
  readonly variables: Names;
  /** `{{#each points as |point|}}`. */
  readonly parameters: Names;
  /** JSON Pointer of the data shown here, for stamps. */
  readonly pointer: string;
}

export const isPrinted = (datum: Datum): datum is Printed =>
  typeof datum === 'object' && datum !== null && typeof (datum as { plain?: unknown }).plain === 'string';

export const isNames = (datum: Datum): datum is Names =>
  typeof datum === 'object' && datum !== null && !Array.isArray(datum) && !isValue(datum) && !isPrinted(datum);

/** The names of a map, without the key that keeps its provenance. */
export const namesIn = (datum: Datum): string[] =>
  isNames(datum) ? Object.keys(datum).filter(name => name !== SELF) : [];

/** A name of a map or an index of a list; undefined where there is none, null where what should have it is empty. */
export function member(datum: Datum, name: string): Datum {
  if (datum === null) return null;
  if (Array.isArray(datum)) return /^\d+$/.test(name) ? (datum[Number(name)] ?? null) : undefined;
  return isNames(datum) && name !== SELF && Object.hasOwn(datum, name) ? datum[name] : undefined;
}

export function provenanceIn(datum: Datum): Provenance | null {
  if (isValue(datum)) return datum;
  return isNames(datum) ? ((datum[SELF] as unknown as Provenance | undefined) ?? null) : null;
}

/** The pointer of a datum; a list has the one above its first member. */
export function pointerIn(datum: Datum): string | null {
  if (!Array.isArray(datum)) return provenanceIn(datum)?.pointer ?? null;
  const first = datum.length === 0 ? null : pointerIn(datum[0] as Datum);
  return first === null ? null : first.slice(0, first.lastIndexOf('/'));
}

/** Whether `{{#if}}` takes it for something: no null, no empty text or list, not `false` and not 0. */
export function isTruthy(edition: Edition, datum: Datum): boolean {
  if (Array.isArray(datum)) return datum.length > 0;
  if (isPrinted(datum)) return datum.plain !== '';
  if (!isValue(datum)) return Boolean(datum);
  switch (datum.kind) {
    case 'text':
      return [...datum.texts.values()].some(text => text.length > 0);
    case 'number':
    case 'flag':
      return Boolean(datum.value);
    case 'token':
      return datum.value !== '';
    case 'fact':
      return edition.source.briefing.ledger.facts.has(datum.use.fact);
    case 'picture':
      return true;
  }
}

/** The datum as a plain word, for comparisons; a fact is its name. */
export function wordOf(edition: Edition, datum: Datum): string | null {
  if (typeof datum === 'string' || typeof datum === 'number' || typeof datum === 'boolean') return String(datum);
  if (isPrinted(datum)) return datum.plain;
  if (!isValue(datum)) return null;
  if (datum.kind === 'fact') return factName(datum.use);
  if (datum.kind === 'flag' || datum.kind === 'number') return String(datum.value);
  return print(edition, datum).plain;
}

/** What `{{#each}}` goes through: a list, the values of a map, or the members of a fact, each with its key. */
export function entries(
  edition: Edition,
  datum: Datum,
): readonly (readonly [key: string | number, item: Datum])[] | null {
  if (datum === null || datum === undefined) return [];
  if (Array.isArray(datum)) return datum.map((item, index) => [index, item as Datum]);
  if (isValue(datum)) return datum.kind === 'fact' ? factEntries(edition, datum) : null;
  return isNames(datum) ? namesIn(datum).map(name => [name, datum[name]]) : null;
}

/** A fact with members as a series: each has `key`, `label`, `fact` and `forecast`. A fact without is its own single point. */
function factEntries(edition: Edition, value: FactValue): [string, ContentMap][] {
  const fact = edition.source.briefing.ledger.facts.get(value.use.fact);
  const members = value.use.member === null ? (fact?.members ?? []) : [];
  return members.map(({ key, label, forecast, place }) => {
    const from = { pointer: `${fact!.pointer}/values/${escapePointer(key)}`, place };
    const use: FactUse = { fact: fact!.id, member: key };
    const map = compose(from, {
      key: token(from, key),
      label: label ?? text(from, wordPeriod(key, edition.language, 'short')),
      fact: { ...from, boxed: true, kind: 'fact', use },
      forecast: { ...from, boxed: true, kind: 'flag', value: forecast },
    });
    return [key, map];
  });
}

/** A map as read would make it, for what the compiler itself supplies. */
export const compose = (from: Provenance, names: Readonly<Record<string, Content>>): ContentMap =>
  contentMap(Object.entries(names), from);

export const token = ({ pointer, place }: Provenance, value: string): Value => ({
  pointer,
  place,
  boxed: true,
  kind: 'token',
  value,
});

export const text = ({ pointer, place }: Provenance, words: string): TextValue => ({
  pointer,
  place,
  boxed: true,
  kind: 'text',
  texts: new Map([['*', [{ kind: 'words', text: words, bold: false, italic: false, href: null }]]]),
  places: NO_PLACES,
});

/** RFC 6901, 3. */
export const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
