/** How a text, a chart or a table refers to a fact of the ledger. */

/** A use of a fact, or of one of its members, somewhere in a text, a chart or a table. */
export interface FactUse {
  readonly fact: string;
  readonly member: string | null;
}

/** The written form of a use: `dram-share.samsung`. */
export const factName = (use: FactUse): string => (use.member === null ? use.fact : `${use.fact}.${use.member}`);

/**
 * How a fact is worded. `long` ₩9.4 trillion · `short` ₩9.4tn · `numeral` and `unit` are the two parts of a number card
 * (9.4조 | 원) · `number` the bare formatted number, 9.4.
 */
export type FactForm = 'long' | 'short' | 'numeral' | 'unit' | 'number';
