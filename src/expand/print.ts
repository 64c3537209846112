/** What a datum prints: runs that know their facts, plain words for attributes, and the quantity behind them. */
import { diagnose } from '../model/diagnostic.ts';
import type { Fact } from '../model/fact.ts';
import { MARK_CLOSE, MARK_OPEN, type Printed, type Quantity } from '../model/markup.ts';
import type { Origin } from '../model/origin.ts';
import { plainRun, plainText, type Run } from '../model/text.ts';
import { type FactForm, type FactUse, factName } from '../model/use.ts';
import type { Inline, Provenance, TextValue, Value } from '../model/value.ts';
import { type Edition, phrase } from './edition.ts';
import { decimal, grouped, typedDigits } from './numerals.ts';
import { FACT_WITHOUT_VALUE, MISSING_LANGUAGE } from './problems.ts';
import { wordFact } from './wording.ts';

/** The marker that stands in the markup for a datum. Facts without words may stand in attributes alone. */
export function mark(edition: Edition, datum: Value | Printed, inAttribute: boolean): string {
  let index = edition.indices.get(datum);
  if (index === undefined) {
    index = edition.printed.push('boxed' in datum ? print(edition, datum) : datum) - 1;
    edition.indices.set(datum, index);
  }
  const printed = edition.printed[index]!;
  if (!inAttribute && printed.plain === '') {
    for (const use of printed.facts) reportWordless(edition, use, printed.origin);
  }
  return MARK_OPEN + index + MARK_CLOSE;
}

/** A boxed scalar as its own words. */
export function print(edition: Edition, value: Value): Printed {
  switch (value.kind) {
    case 'text':
      return printText(edition, value);
    case 'fact':
      return printFact(edition, value.use, 'long', value);
    case 'number': {
      const digits = typedDigits(value.value);
      const quantity = bareQuantity(value.value, value.source, digits);
      return { ...printWords(value.source, value), quantity };
    }
    case 'flag':
      return printWords(value.value ? 'yes' : 'no', value);
    case 'token':
      return printWords(value.value, value);
    case 'picture':
      return { ...printWords(value.file, value), picture: value.file };
  }
}

/** Plain words, known to be a date where `date` says so: their digits need no fact. */
export function printWords(text: string, from: Provenance, date = false): Printed {
  const origin = originOf(from);
  const inlines = text === '' ? [] : [{ ...plainRun(text, origin), date }];
  return { inlines, plain: text, origin, facts: [], quantity: null, picture: null };
}

/** A fact in one of its forms; where it has no value, its statement. */
export function printFact(edition: Edition, use: FactUse, form: FactForm, from: Provenance): Printed {
  const origin = originOf(from);
  const quantity = quantityOf(edition, use);
  const inlines = factRuns(edition, use, form, origin);
  return { inlines, plain: plainText(inlines), origin, facts: [use], quantity, picture: null };
}

/** The number behind a use of a fact, with all its wordings; null for a statement or a fact that only has members. */
function quantityOf(edition: Edition, use: FactUse): Quantity | null {
  const known = edition.quantities.get(factName(use));
  if (known !== undefined) return known;
  const fact = edition.source.briefing.ledger.facts.get(use.fact);
  const member = fact?.members.find(({ key }) => key === use.member);
  if (fact === undefined || (use.member !== null && member === undefined)) return null;
  const value = use.member === null ? fact.value : member!.value;
  if (value === null && use.member === null) return null;
  if (use.member !== null || !fact.display.has(edition.language)) reportUnit(edition, fact);
  const quantity = {
    use,
    parts: [],
    value,
    unit: fact.unit,
    forecast: member?.forecast === true || fact.asOf?.forecast === true,
    ...(value === null ? gapWords(edition, fact) : factWords(fact, value, use, edition.language)),
  };
  edition.quantities.set(factName(use), quantity);
  return quantity;
}

/** Units of the briefing's own may lack a word in the language; told once a unit, at the first fact that shows it. */
function reportUnit({ language, wordless, report }: Edition, { unit, pointer, place }: Fact): void {
  if (unit.kind !== 'measure' || unit.words.has(language) || unit.words.has('*') || wordless.has(unit.id)) return;
  wordless.add(unit.id);
  const message = `The unit \`${unit.id}\` has no word in \`${language}\`.`;
  const hint = `add \`${language}:\` to it under \`units\``;
  report(diagnose(MISSING_LANGUAGE, { pointer, data: place, template: null }, message, { hint }));
}

type QuantityWords = Pick<Quantity, 'long' | 'short' | 'numeral' | 'unitWord' | 'number' | 'digits'>;

function factWords(fact: Fact, value: number, use: FactUse, language: string): QuantityWords {
  const { unit, ...words } = wordFact(fact, value, use.member === null, language);
  return { ...words, unitWord: unit };
}

function gapWords(edition: Edition, fact: Fact): QuantityWords {
  const word = phrase(edition, 'n.a.', { pointer: fact.pointer, data: fact.place, template: null });
  return { long: word, short: word, numeral: word, unitWord: '', number: word, digits: fact.digits ?? 0 };
}

/** A number of the data that is no fact. */
export function bareQuantity(value: number, words: string, digits: number): Quantity {
  const number = grouped(decimal(value, digits), 'en');
  const wording = { long: words, short: words, numeral: words, unitWord: '', number, digits };
  return { use: null, parts: [], value, unit: null, forecast: false, ...wording };
}

function printText(edition: Edition, value: TextValue): Printed {
  const origin = { ...originOf(value), data: value.places.get(edition.language) ?? value.place };
  const inlines = textOf(edition, value).flatMap(inline => textRuns(edition, inline, origin));
  const facts = inlines.flatMap(({ fact }) => fact ?? []);
  const only = inlines.length === 1 ? inlines[0]!.fact : null;
  const quantity = only === null ? null : quantityOf(edition, only);
  return { inlines, plain: plainText(inlines), origin, facts, quantity, picture: null };
}

/** The text in the deck's language; where that is missing, in the first there is, so that the rest can be checked. */
function textOf(edition: Edition, { texts, pointer, place }: TextValue): readonly Inline[] {
  const text = texts.get(edition.language) ?? texts.get('*');
  if (text !== undefined) return text;
  const languages = [...texts.keys()].join(', ') || 'no language';
  const message = `The text is written in ${languages}; the deck is in \`${edition.language}\`.`;
  const origin = { pointer, data: place, template: null };
  edition.report(diagnose(MISSING_LANGUAGE, origin, message, { hint: `add \`${edition.language}:\`` }));
  return [...texts.values()][0] ?? [];
}

function textRuns(edition: Edition, inline: Inline, origin: Origin): Run[] {
  const { bold, italic, href } = inline;
  if (inline.kind === 'words') return [{ ...plainRun(inline.text, origin), bold, italic, href }];
  const runs = factRuns(edition, inline.use, inline.form, origin);
  if (runs.length === 0) reportWordless(edition, inline.use, origin);
  return runs.map(run => ({ ...run, bold: run.bold || bold, italic: run.italic || italic, href: run.href ?? href }));
}

function factRuns(edition: Edition, use: FactUse, form: FactForm, origin: Origin): Run[] {
  const quantity = quantityOf(edition, use);
  if (quantity !== null) {
    const text = form === 'unit' ? quantity.unitWord : quantity[form];
    return text === '' ? [] : [{ ...plainRun(text, origin), fact: use }];
  }
  const statement = edition.source.briefing.ledger.facts.get(use.fact)?.statement ?? null;
  if (statement === null || use.member !== null) return [];
  // A statement may name figures; one that names another statement would never end.
  return textOf(edition, statement).flatMap(inline => {
    if (inline.kind === 'words') return [{ ...plainRun(inline.text, origin), fact: use }];
    return quantityOf(edition, inline.use) === null ? [] : textRuns(edition, inline, origin);
  });
}

function reportWordless(edition: Edition, use: FactUse, origin: Origin): void {
  const fact = edition.source.briefing.ledger.facts.get(use.fact);
  if (fact === undefined || quantityOf(edition, use) !== null) return;
  const member = fact.members[0];
  const hint =
    member === undefined ? 'give it a value or a statement' : `name a member, such as \`${fact.id}.${member.key}\``;
  edition.report(diagnose(FACT_WITHOUT_VALUE, origin, `\`${factName(use)}\` has no value to print.`, { hint }));
}

const originOf = ({ pointer, place }: Provenance): Origin => ({ pointer, data: place, template: null });
