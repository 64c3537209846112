/** The ledger: facts with units, periods and sources. A number is typed once, here, and formatted where it shows. */
import type { Place } from './origin.ts';
import type { TextValue } from './value.ts';

/**
 * A unit and how to speak of it. `KRW tn` is currency KRW scaled by 1e12; `percent`, `pp`, `people`, `count`, `year`,
 * `ratio` are built in; a briefing's own units have a word in each language.
 */
export interface Unit {
  readonly id: string;
  readonly kind:
    | 'currency'
    | 'percent'
    | 'points'
    | 'people'
    | 'count'
    | 'year'
    | 'ratio'
    | 'rate'
    | 'measure'
    | 'none';
  /** ISO 4217, for a currency only. */
  readonly currency: string | null;
  /** What a value of 1 stands for: 1e12 for `KRW tn`. */
  readonly scale: number;
  /** The word printed after the number, by language; empty for a currency and for counts. */
  readonly words: ReadonlyMap<string, string>;
}

export type Qualifier = 'at-least' | 'about' | 'up-to' | 'more-than';

/** How a fact may be worded: `attributed` only as somebody's claim, `context` only in notes, `never` on no slide. */
export type Use = 'plain' | 'attributed' | 'context' | 'never';

/** A day, month, quarter, half-year, year or a range of years, kept as it was typed. */
export interface Period {
  /** `2024`, `2024-Q2`, `2024-H2`, `2024-04`, `2024-04-09`, `2021..2031`; without the suffix F. */
  readonly text: string;
  /** Suffix `F`: a forecast. */
  readonly forecast: boolean;
  /** First and last year named. */
  readonly from: number;
  readonly to: number;
}

/** One value of a fact that has several: `mine-output.Chile`. */
export interface Member {
  readonly key: string;
  /** What to call it on a slide; null for the key itself. */
  readonly label: TextValue | null;
  /** Null is a gap in the series, never zero. */
  readonly value: number | null;
  /** The key ends in `F` after a period: `2031F`. */
  readonly forecast: boolean;
  readonly place: Place;
}

export interface Fact {
  readonly id: string;
  /** The id in somebody else's fact base, such as `S-INV-01`. */
  readonly ref: string | null;
  readonly statement: TextValue | null;
  /** Null where the fact is a statement or only has members. In units of `unit`: 9.4 for ₩9.4 trillion. */
  readonly value: number | null;
  readonly members: readonly Member[];
  readonly unit: Unit;
  readonly asOf: Period | null;
  readonly until: Period | null;
  readonly qualifier: Qualifier | null;
  readonly sources: readonly string[];
  readonly use: Use;
  /** Whose claim it is, for `attributed`. */
  readonly by: TextValue | null;
  readonly verify: boolean;
  readonly confidence: 'high' | 'medium' | 'low' | null;
  /** Digits after the decimal mark; null for as many as were typed (calc: as many as make three significant). */
  readonly digits: number | null;
  /** The expression that the value was computed from, as typed. */
  readonly calc: string | null;
  /** Exceptions to the generated wording, by language. */
  readonly display: ReadonlyMap<string, { readonly long: string; readonly short: string | null }>;
  /** Audiences that may see it; null for all. It restricts, it never selects. */
  readonly audiences: readonly string[] | null;
  readonly note: string | null;
  readonly pointer: string;
  readonly place: Place;
}

export interface Source {
  readonly id: string;
  readonly publisher: TextValue;
  readonly title: TextValue | null;
  /** As typed: `2024`, `2024-04-09`, or a remark. */
  readonly date: string | null;
  /** The four-digit year printed in source lines; null where none is known. */
  readonly year: string | null;
  readonly url: string | null;
  readonly place: Place;
}

export interface Ledger {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly sources: ReadonlyMap<string, Source>;
}

/** A value as the ledger has it; of a computed one six digits, enough to check it by. */
export const ledgerValue = ({ calc }: Pick<Fact, 'calc'>, value: number): string =>
  String(calc === null ? value : Number(value.toPrecision(6)));
