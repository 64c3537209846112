/** The briefing in one language for one audience: what every step of expand needs, and the table that it fills. */

import type { Source } from '../model/briefing.ts';
import { type Diagnostic, diagnose, type Report } from '../model/diagnostic.ts';
import type { Printed, Quantity } from '../model/markup.ts';
import type { Memory } from '../model/memory.ts';
import { NOWHERE, type Origin } from '../model/origin.ts';
import type { Pieces } from './markup.ts';
import { FOREIGN_NUMBERS, MISSING_TRANSLATION } from './problems.ts';
import type { Syntax } from './syntax.ts';
import { WORDED_LANGUAGES } from './wording.ts';

export interface Edition {
  readonly source: Source;
  readonly language: string;
  readonly audience: string | null;
  /** Reports each mistake once, however often a loop comes by it. */
  readonly report: Report;
  readonly memory: Memory;
  /** What markers point to. */
  readonly printed: Printed[];
  readonly indices: Map<object, number>;
  readonly quantities: Map<string, Quantity>;
  /** Units that were reported to have no word in the language. */
  readonly wordless: Set<string>;
  /** Templates loaded so far; null for one that cannot be parsed. */
  readonly syntaxes: Map<string, { readonly syntax: Syntax; readonly pieces: Pieces } | null>;
  /** Template files, by the index that stamps use. */
  readonly files: string[];
  /** What is left of the limits of a deck: characters of markup, and turns of loops and calls. */
  readonly budget: { iterations: number; characters: number };
}

const MAX_ITERATIONS = 1_000_000;
const MAX_CHARACTERS = 20_000_000;

export function openEdition(
  source: Source,
  language: string,
  audience: string | null,
  report: Report,
  memory: Memory,
): Edition {
  const edition: Edition = {
    source,
    language,
    audience,
    report: once(report),
    memory,
    printed: [],
    indices: new Map(),
    quantities: new Map(),
    wordless: new Set(),
    syntaxes: new Map(),
    files: [],
    budget: { iterations: MAX_ITERATIONS, characters: MAX_CHARACTERS },
  };
  if (!WORDED_LANGUAGES.includes(language)) {
    const message = `Numbers and dates in \`${language}\` are worded by the rules of English.`;
    edition.report(diagnose(FOREIGN_NUMBERS, { ...NOWHERE, data: source.briefing.provenance.place }, message));
  }
  return edition;
}

function once(report: Report): Report {
  const seen = new Set<string>();
  return (diagnostic: Diagnostic) => {
    const { template, data } = diagnostic.origin;
    const place = template ?? data;
    const key = `${diagnostic.problem.code} ${place?.file} ${place?.start} ${diagnostic.message}`;
    if (seen.has(key)) return;
    seen.add(key);
    report(diagnostic);
  };
}

/** A fixed phrase in the deck's language; English phrases are their own. */
export function phrase(edition: Edition, english: string, origin: Origin): string {
  if (edition.language === 'en') return english;
  const found = edition.source.briefing.words.get(english)?.get(edition.language);
  if (found !== undefined) return found;
  const message = `"${english}" has no translation into \`${edition.language}\`.`;
  edition.report(diagnose(MISSING_TRANSLATION, origin, message, { hint: 'add it to templates/words.yaml' }));
  return english;
}
