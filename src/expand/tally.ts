/** Counts of the ledger itself: a deck may say how well it is founded, and nobody has to count. */
import type { Fact, Unit } from '../model/fact.ts';
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

const PERCENT: Unit = { id: 'percent', kind: 'percent', currency: null, scale: 1, words: new Map([['*', '%']]) };

/** A count, or its share of all, as a figure: it knows the facts among which it was counted, and shows none of them. */
export function printTally(
  { language }: Edition,
  count: number,
  among: readonly Fact[],
  form: 'count' | 'share',
): Printed {
  const isShare = form === 'share';
  const value = isShare ? (count / among.length) * 100 : count;
  const plain = grouped(decimal(value, 0), language) + (isShare ? '%' : '');
  const unit = isShare ? PERCENT : null;
  const quantity = {
    ...bareQuantity(value, plain, 0),
    unit,
    parts: among.map(({ id }) => ({ fact: id, member: null })),
  };
  return { inlines: [plainRun(plain, LEDGER)], plain, origin: LEDGER, facts: [], quantity, picture: null };
}
