/** The helpers of our templates. A fixed set: a template can call nothing else. */
import { diagnose } from '../model/diagnostic.ts';
import type { Fact, Unit } from '../model/fact.ts';
import { type Printed, UNKNOWN } from '../model/markup.ts';
import { suggestion } from '../model/nearest.ts';
import { at, type Origin } from '../model/origin.ts';
import type { FactForm } from '../model/use.ts';
import { type Content, isValue, type Provenance } from '../model/value.ts';
import { wordPeriod } from './dates.ts';
import { type Edition, phrase } from './edition.ts';
import { decimal, grouped, typedDigits } from './numerals.ts';
import { printFact, printWords } from './print.ts';
import { HELPER_ARGUMENT, UNKNOWN_FACT } from './problems.ts';
import { type Datum, entries, isTruthy, member, namesIn, provenanceIn, wordOf } from './scope.ts';
import { factsUnder, printTally } from './tally.ts';
import { wordFact } from './wording.ts';

/** One call of a helper: `{{fact "pledge" form="short"}}`. */
export interface Call {
  readonly edition: Edition;
  readonly name: string;
  readonly arguments: readonly Datum[];
  readonly options: ReadonlyMap<string, Datum>;
  readonly origin: Origin;
}

interface Helper {
  /** Number of arguments: at least, at most. */
  readonly arity: readonly [number, number];
  readonly options: readonly string[];
  call(call: Call, first: Datum, second: Datum): Datum;
}

const FORMS: readonly FactForm[] = ['long', 'short', 'numeral', 'unit', 'number'];
const MANY = Number.POSITIVE_INFINITY;

export const VOCABULARY: Readonly<Record<string, Helper>> = {
  fact: { arity: [1, 1], options: ['part', 'form'], call: callFact },
  number: {
    arity: [1, 1],
    options: ['digits'],
    call: (call, value) =>
      figure(call, value, (number, digits) => grouped(decimal(number, digits), call.edition.language)),
  },
  percent: {
    arity: [1, 1],
    options: ['digits'],
    call: (call, value) =>
      figure(call, value, (number, digits) => `${grouped(decimal(number, digits), call.edition.language)}%`),
  },
  money: { arity: [1, 1], options: ['unit', 'form', 'digits'], call: callMoney },
  date: {
    arity: [1, 1],
    options: ['form'],
    call: (call, value) => {
      if (value === null || value === undefined) return null;
      const form = choice(call, 'form', ['long', 'short'], 'long');
      return words(value, wordPeriod(wordOf(call.edition, value) ?? '', call.edition.language, form), true);
    },
  },
  t: {
    arity: [1, 1],
    options: [],
    call: (call, english) => phrase(call.edition, wordOf(call.edition, english) ?? '', call.origin),
  },
  eq: { arity: [2, 2], options: [], call: ({ edition }, a, b) => wordOf(edition, a) === wordOf(edition, b) },
  not: { arity: [1, 1], options: [], call: ({ edition }, value) => !isTruthy(edition, value) },
  and: {
    arity: [2, MANY],
    options: [],
    call: call => (call.arguments.every(value => isTruthy(call.edition, value)) ? lastOf(call) : null),
  },
  or: {
    arity: [2, MANY],
    options: [],
    call: call => call.arguments.find(value => isTruthy(call.edition, value)) ?? lastOf(call),
  },
  includes: { arity: [2, 2], options: [], call: ({ edition }, list, value) => includes(edition, list, value) },
  lookup: { arity: [2, 2], options: [], call: callLookup },
  length: { arity: [1, 1], options: [], call: ({ edition }, list) => entries(edition, list)?.length ?? 0 },
  pages: {
    arity: [2, 2],
    options: [],
    call: (call, list, most) => pagesOf(entries(call.edition, list) ?? [], numberOf(call, most)),
  },
  tally: { arity: [1, 1], options: ['confidence', 'except', 'form'], call: callTally },
  plus: { arity: [2, 2], options: [], call: (call, a, b) => numberOf(call, a) + numberOf(call, b) },
};

/** Calls a helper that is known; its arguments are checked first. */
export function callHelper(call: Call): Datum {
  const helper = VOCABULARY[call.name]!;
  const [least, most] = helper.arity;
  const count = call.arguments.length;
  if (count < least || count > most) {
    const expected = least === most ? `${least}` : `at least ${least}`;
    complain(call, `{{${call.name}}} takes ${expected} argument${expected === '1' ? '' : 's'}; ${count} given.`);
    return null;
  }
  for (const option of call.options.keys()) {
    if (helper.options.includes(option)) continue;
    complain(call, `{{${call.name}}} has no option \`${option}\`.`, suggestion(option, helper.options));
  }
  return helper.call(call, call.arguments[0], call.arguments[1]);
}

const lastOf = (call: Call): Datum => call.arguments.at(-1);

function complain(call: Call, message: string, hint: string | null = null): null {
  call.edition.report(diagnose(HELPER_ARGUMENT, call.origin, message, { hint }));
  return null;
}

/** `{{fact "pledge"}}`, `{{fact limit form="short"}}`, `{{fact "dram-share" part="samsung"}}`. */
function callFact(call: Call, value: Datum): Datum {
  if (value === null || value === undefined) return null;
  const form = choice(call, 'form', FORMS, 'long');
  const part = call.options.get('part') ?? null;
  const chosen = part === null ? null : wordOf(call.edition, part);
  if (isValue(value) && value.kind === 'fact') {
    return printFact(call.edition, { ...value.use, member: chosen ?? value.use.member }, form, value);
  }
  const facts = call.edition.source.briefing.ledger.facts;
  const id = wordOf(call.edition, value) ?? '';
  const fact = facts.get(id);
  if (fact === undefined) {
    const hint = suggestion(id, facts.keys());
    call.edition.report(diagnose(UNKNOWN_FACT, call.origin, `The ledger has no fact \`${id}\`.`, { hint }));
    return null;
  }
  const keys = fact.members.map(({ key }) => key);
  if (chosen !== null && !keys.includes(chosen)) {
    return complain(call, `The fact \`${id}\` has no member \`${chosen}\`.`, suggestion(chosen, keys));
  }
  return printFact(call.edition, { fact: id, member: chosen }, form, fact);
}

/** `{{money 15 unit="USD m"}}`: an amount that is no fact. */
function callMoney(call: Call, value: Datum): Datum {
  const unit = wordOf(call.edition, call.options.get('unit'));
  const [, currency, scale = ''] = /^([A-Z]{3})(?: (tn|bn|m|k))?$/.exec(unit ?? '') ?? [];
  if (currency === undefined) return complain(call, '{{money}} needs a unit.', 'such as `unit="USD m"`');
  const form = choice(call, 'form', ['long', 'short'], 'long');
  const known: Unit = { id: unit!, kind: 'currency', currency, scale: SCALES[scale] ?? 1, words: new Map() };
  return figure(
    call,
    value,
    (number, digits) => wordFact({ ...AMOUNT, unit: known, digits }, number, true, call.edition.language)[form],
  );
}

const SCALES: Readonly<Record<string, number>> = { tn: 1e12, bn: 1e9, m: 1e6, k: 1e3 };
const AMOUNT: Pick<Fact, 'qualifier' | 'calc' | 'display'> = { qualifier: null, calc: null, display: new Map() };

/** `{{tally refs confidence="high"}}`, `{{tally refs except="high" form="share"}}`: facts of the ledger by what their `ref` begins with. */
function callTally(call: Call, value: Datum): Datum {
  const { edition, origin, options } = call;
  const prefixes = (entries(edition, value) ?? []).flatMap(([, item]) => wordOf(edition, item) ?? []);
  const all = factsUnder(edition, prefixes);
  if (all.length === 0) {
    const data = provenanceIn((entries(edition, value) ?? [])[0]?.[1]);
    const message = `The ledger has no fact whose \`ref\` begins with ${prefixes.join(' or ')}.`;
    complain({ ...call, origin: data === null ? origin : at(data.place, data.pointer) }, message);
    return UNKNOWN;
  }
  const [only, except] = ['confidence', 'except'].map(name => wordOf(edition, options.get(name)));
  const counted = all.filter(
    ({ confidence }) => (only == null || confidence === only) && (except == null || confidence !== except),
  );
  return printTally(edition, counted.length, all, choice(call, 'form', ['count', 'share'], 'count'));
}

/** A number of the data, or of a fact, in a look of the template's own. */
function figure(call: Call, value: Datum, look: (number: number, digits: number) => string): Datum {
  if (value === null || value === undefined) return null;
  const asked = call.options.get('digits');
  if (isValue(value) && value.kind === 'fact') {
    const printed = printFact(call.edition, value.use, 'number', value);
    const number = printed.quantity?.value ?? null;
    if (number === null) return printed;
    const text = look(number, asked === undefined ? printed.quantity!.digits : numberOf(call, asked));
    return { ...printed, inlines: printed.inlines.map(run => ({ ...run, text })), plain: text };
  }
  const number = numberOf(call, value);
  return words(value, look(number, asked === undefined ? typedDigits(number) : numberOf(call, asked)), false);
}

/** Words with the provenance of the datum that they were made from. */
function words(from: Datum, text: string, date: boolean): Printed | string {
  return isValue(from) ? printWords(text, from as Provenance, date) : text;
}

function includes(edition: Edition, list: Datum, value: Datum): boolean {
  const known = new Set((entries(edition, list) ?? []).map(([, item]) => wordOf(edition, item)));
  if (known.has(wordOf(edition, value))) return true;
  return isValue(value) && value.kind === 'fact' && value.use.member !== null && known.has(value.use.member);
}

/** The list cut into as few parts of at most `most` as there can be, all about as long. */
function pagesOf(list: readonly (readonly [unknown, Datum])[], most: number): Datum {
  const count = Math.ceil(list.length / Math.max(1, most));
  const cut = (index: number) => Math.round((index * list.length) / count);
  return Array.from({ length: count }, (_, index) =>
    list.slice(cut(index), cut(index + 1)).map(([, item]) => item as Content),
  );
}

function callLookup(call: Call, map: Datum, key: Datum): Datum {
  const name = wordOf(call.edition, key);
  if (map === null || map === undefined || name === null) return null;
  const found = member(map, name);
  if (found !== undefined) return found;
  const origin = isValue(key) ? { ...call.origin, pointer: key.pointer, data: key.place } : call.origin;
  return complain({ ...call, origin }, `There is no \`${name}\` to look up.`, suggestion(name, namesIn(map)));
}

function numberOf(call: Call, datum: Datum): number {
  const number = Number(wordOf(call.edition, datum) ?? Number.NaN);
  if (Number.isFinite(number)) return number;
  complain(call, `{{${call.name}}} needs a number.`);
  return 0;
}

function choice<T extends string>(call: Call, option: string, known: readonly T[], otherwise: T): T {
  const given = call.options.get(option);
  if (given === undefined || given === null) return otherwise;
  const word = wordOf(call.edition, given);
  const found = known.find(item => item === word);
  if (found !== undefined) return found;
  complain(
    call,
    `\`${option}\` of {{${call.name}}} is \`${word}\`.`,
    suggestion(word ?? '', known) ?? `one of ${known.join(', ')}`,
  );
  return otherwise;
}
