/** Counts of the ledger itself: a deck may say how well it is founded, and nobody has to count. */
import type { Fact } from '../model/fact.ts';
import { LEDGER, type Printed } from '../model/markup.ts';
import { plainRun } from '../model/text.ts';
import type { Edition } from './edition.ts';
import { decimal, grouped } from './numerals.ts';
import { bareQuantity } from './print.ts';

/** The facts whose `ref` begins with one of the words, as `S-INV` does of `S-INV-01`. What was computed from others is no evidence. */
export function factsUnder({ source }: Edition, prefixes: readonly string[]): readonly Fact[] {
  const facts = [...source.briefing.ledger.facts.values()];
  return facts.filter(
    ({ ref, calc }) => calc === null && ref !== null && prefixes.some(prefix => `${ref}-`.startsWith(`${prefix}-`)),
  );
}

/** A count as a figure: it knows the facts among which it was counted, and shows none of them. */
export function printTally({ language }: Edition, count: number, among: readonly Fact[]): Printed {
  const plain = grouped(decimal(count, 0), language);
  const quantity = { ...bareQuantity(count, plain, 0), parts: among.map(({ id }) => ({ fact: id, member: null })) };
  return { inlines: [plainRun(plain, LEDGER)], plain, origin: LEDGER, facts: [], quantity, picture: null };
}
