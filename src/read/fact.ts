/** One fact of the ledger, from its validated content. */
import { diagnose } from '../model/diagnostic.ts';
import type { Fact, Member, Period, Qualifier, Unit, Use } from '../model/fact.ts';
import { suggestion } from '../model/nearest.ts';
import { at } from '../model/origin.ts';
import { type Content, type ContentMap, isMap, isValue, type TextValue } from '../model/value.ts';
import { below, entriesIn, wordOf, wordsOf } from './content.ts';
import type { Context } from './context.ts';
import { parsePeriod } from './period.ts';
import { FACT_VALUE, MISSING_KEY, UNKNOWN_AUDIENCE, UNKNOWN_MEMBER, UNKNOWN_SOURCE, UNKNOWN_UNIT } from './problems.ts';
import { childOf, type Entry, entriesOf, isEmpty } from './tree.ts';
import { NO_UNIT, nearestUnit, parseUnit, type UnitWords } from './units.ts';

/** What a fact may refer to. */
export interface Registers {
  readonly units: ReadonlyMap<string, UnitWords>;
  /** Null where sources could not be read. */
  readonly sources: ReadonlySet<string> | null;
  readonly audiences: ReadonlySet<string>;
}

/** A fact without what `calc` computes: its value is null until then. */
export function readFact(entry: Entry, content: ContentMap, registers: Registers, context: Context): Fact {
  const pointer = below('/facts', entry.key);
  checkValue(entry, content, pointer, context);
  checkClaim(entry, content, pointer, context);
  const value = numberOf(content.value);
  const calc = wordOf(content.calc);
  return {
    id: entry.key,
    ref: wordOf(content.ref),
    statement: textOf(content.statement),
    value,
    members: readMembers(entry, content, context),
    unit: readUnit(content, registers, context),
    asOf: periodOf(content['as-of']),
    until: periodOf(content.until),
    qualifier: wordOf(content.qualifier) as Qualifier | null,
    sources: known(content.source, registers.sources, UNKNOWN_SOURCE, 'source', context),
    use: (wordOf(content.use) ?? 'plain') as Use,
    by: textOf(content.by),
    verify: flagOf(content.verify),
    confidence: wordOf(content.confidence) as Fact['confidence'],
    digits: numberOf(content.digits) ?? typedDigits(content),
    calc,
    display: readDisplay(content.display),
    audiences:
      content.audiences === null || content.audiences === undefined
        ? null
        : known(content.audiences, registers.audiences, UNKNOWN_AUDIENCE, 'audience', context),
    note: wordOf(content.note),
    pointer,
    place: entry.place,
  };
}

/** A fact's number comes from one place. */
function checkValue(entry: Entry, content: ContentMap, pointer: string, context: Context): void {
  const given = ['value', 'values', 'calc'].filter(key => childOf(entry.value, key) !== null);
  if (given.length === 1 || (given.length === 0 && content.statement !== null)) return;
  const message =
    given.length === 0
      ? `The fact \`${entry.key}\` says nothing: it has no value, values, calc or statement.`
      : `The fact \`${entry.key}\` has ${given.join(' and ')}; one of them is allowed.`;
  context.report(diagnose(FACT_VALUE, at(entry.place, pointer), message));
}

/** A claim needs somebody who makes it. */
function checkClaim(entry: Entry, content: ContentMap, pointer: string, context: Context): void {
  if (wordOf(content.use) !== 'attributed' || childOf(entry.value, 'by') !== null) return;
  const hint = 'say whose claim it is: `by: the skills council`';
  const message = `The fact \`${entry.key}\` is attributed, and \`by\` is missing.`;
  context.report(diagnose(MISSING_KEY, at(entry.place, pointer), message, { hint }));
}

/** Members in file order, which a map keyed by years would lose. */
function readMembers(entry: Entry, content: ContentMap, context: Context): readonly Member[] {
  const values = isMap(content.values) ? content.values : null;
  const labels = isMap(content.labels) ? content.labels : null;
  const members = entriesOf(values === null ? null : childOf(entry.value, 'values'));
  const keys = new Set(members.map(({ key }) => key));
  for (const { key, place } of entriesOf(childOf(entry.value, 'labels'))) {
    if (keys.has(key)) continue;
    const message = `The fact \`${entry.key}\` has no member \`${key}\` to label.`;
    const pointer = below(below(below('/facts', entry.key), 'labels'), key);
    context.report(diagnose(UNKNOWN_MEMBER, at(place, pointer), message, { hint: suggestion(key, keys) }));
  }
  return members.map(({ key, place, value }) => ({
    key,
    label: textOf(labels?.[key]),
    value: isEmpty(value) ? null : numberOf(values?.[key]),
    forecast: key.endsWith('F') && parsePeriod(key) !== null,
    place,
  }));
}

function readUnit(content: ContentMap, { units }: Registers, context: Context): Unit {
  const written = content.unit;
  if (!isValue(written) || written.kind !== 'token') return NO_UNIT;
  const unit = parseUnit(written.value, units, context.languages);
  if (unit !== null) return unit;
  const near = nearestUnit(written.value, units.keys());
  const hint =
    near === null ? `define its word under \`units\`: \`${written.value}: {en: …}\`` : `did you mean \`${near}\`?`;
  const message = `There is no unit \`${written.value}\`.`;
  context.report(diagnose(UNKNOWN_UNIT, at(written.place, written.pointer), message, { hint }));
  return NO_UNIT;
}

/** The words of a list that a register knows; the others are reported. */
export function known(
  content: Content | undefined,
  register: ReadonlySet<string> | null,
  problem: typeof UNKNOWN_SOURCE,
  noun: string,
  context: Context,
): readonly string[] {
  const values = Array.isArray(content) ? (content as readonly Content[]) : [content ?? null];
  for (const value of values) {
    const word = wordOf(value);
    if (word === null || register === null || register.has(word) || !isValue(value)) continue;
    const message = `There is no ${noun} \`${word}\`.`;
    context.report(diagnose(problem, at(value.place, value.pointer), message, { hint: suggestion(word, register) }));
  }
  return wordsOf(content).filter(word => register?.has(word) ?? true);
}

/** Digits after the decimal mark as typed: of the value, or of all members where they agree. */
function typedDigits(content: ContentMap): number | null {
  const numbers = isMap(content.values) ? Object.values(content.values) : [content.value];
  const counts = new Set(
    numbers.flatMap(number => (isValue(number) && number.kind === 'number' ? [decimals(number.source)] : [])),
  );
  return counts.size === 1 ? [...counts][0]! : null;
}

const decimals = (source: string): number | null => (/e/i.test(source) ? null : (source.split('.')[1]?.length ?? 0));

function readDisplay(content: Content | undefined): Fact['display'] {
  const display = new Map<string, { long: string; short: string | null }>();
  if (!isMap(content)) return display;
  for (const [language, wording] of entriesIn(content)) {
    const long = wordOf(isMap(wording) ? wording.long : wording);
    if (long !== null) display.set(language, { long, short: isMap(wording) ? wordOf(wording.short) : null });
  }
  return display;
}

const numberOf = (content: Content | undefined): number | null =>
  isValue(content) && content.kind === 'number' ? content.value : null;
const flagOf = (content: Content | undefined): boolean =>
  isValue(content) && content.kind === 'flag' ? content.value : false;
const textOf = (content: Content | undefined): TextValue | null =>
  isValue(content) && content.kind === 'text' ? content : null;

function periodOf(content: Content | undefined): Period | null {
  const word = wordOf(content);
  return word === null ? null : parsePeriod(word);
}
