/** What expand makes: the markup of each slide as text, and the table that its private-use markers point into. */
import type { Unit } from './fact.ts';
import type { Origin, Place } from './origin.ts';
import type { Inlines } from './text.ts';
import type { FactUse } from './use.ts';

/**
 * Anything of the data that a template printed. The markup holds `MARK_OPEN index MARK_CLOSE` in its place, in content and
 * in attributes alike: parse decodes the first to runs and the second to plain words that still know their fact.
 */
export interface Printed {
  /** In content: runs with their facts. */
  readonly inlines: Inlines;
  /** In an attribute. */
  readonly plain: string;
  /** Where the datum stands; `template` is filled in by parse from the enclosing tag. */
  readonly origin: Origin;
  /** Every fact that the words show. */
  readonly facts: readonly FactUse[];
  /** Set where exactly one fact or number was printed: what charts and tables compute with. */
  readonly quantity: Quantity | null;
  /** Set where a picture was printed: the Project name of its file. */
  readonly picture: string | null;
}

/** What stands in an attribute for a name that nobody knows: that was reported, so nothing more is said of what is missing. */
export const UNKNOWN: Printed = {
  inlines: [],
  plain: '',
  origin: { pointer: null, data: null, template: null },
  facts: [],
  quantity: null,
  picture: null,
};

/** The origin of what was counted of the ledger. */
export const LEDGER: Origin = { pointer: '/facts', data: null, template: null };

/** A number that kept its unit and its wordings. */
export interface Quantity {
  readonly use: FactUse | null;
  /** The facts that it was counted from, where it is none itself. */
  readonly parts: readonly FactUse[];
  /** In the fact's own unit; null is a gap. */
  readonly value: number | null;
  readonly unit: Unit | null;
  readonly forecast: boolean;
  readonly long: string;
  readonly short: string;
  readonly numeral: string;
  readonly unitWord: string;
  /** The bare formatted number. */
  readonly number: string;
  /** Digits after the decimal mark in `number`. */
  readonly digits: number;
}

export const MARK_OPEN = '\uE000';
export const MARK_CLOSE = '\uE001';
/** The attribute that expand puts into every tag: `file:start:end pointer`, file an index into `Markup.files`. */
export const STAMP = '_at';

export interface SlideMarkup {
  /** `investment/pledge`, `cover`. */
  readonly id: string;
  /** Null for built-in slides. */
  readonly section: string | null;
  readonly text: string;
  readonly hidden: boolean;
  /** Numerals that need no fact, each with the author's reason. */
  readonly literals: ReadonlyMap<string, string>;
  readonly origin: Origin;
}

/** What the deck says of itself, in its language. */
export interface Identity {
  readonly id: string;
  readonly language: string;
  /** The briefing's own first language: the one that file names leave out. */
  readonly firstLanguage: string;
  readonly audience: string | null;
  /** The word on slides that show facts which somebody must still check; null in a release, and where there is no such fact. */
  readonly draft: string | null;
  readonly title: string;
  readonly subtitle: string | null;
  readonly author: string | null;
  readonly classification: string | null;
  readonly keywords: readonly string[];
  /** ISO 8601, as typed. */
  readonly date: string;
  /** The date as words of the language. */
  readonly dateWords: string;
}

/** A section for the tracker, the agenda and PowerPoint's own sections. */
export interface SectionTitle {
  readonly id: string;
  readonly title: string;
  /** False for the slides before and after the sections (overview, sources): no tracker names them. */
  readonly tracked: boolean;
}

export interface Markup {
  readonly identity: Identity;
  readonly sections: readonly SectionTitle[];
  readonly slides: readonly SlideMarkup[];
  readonly printed: readonly Printed[];
  /** Template files by the index that stamps use. */
  readonly files: readonly string[];
}

/** The place in a template that a stamp names. */
export function stampPlace(stamp: string, files: readonly string[]): Place | null {
  const [file, start, end] = stamp.split(' ', 1)[0]!.split(':').map(Number);
  const name = file === undefined ? undefined : files[file];
  return name === undefined || start === undefined || end === undefined ? null : { file: name, start, end };
}
