/** What the compiler has to say about a briefing. An author's mistake never throws: it is reported, with all the others. */
import type { Origin } from './origin.ts';
import type { Rect } from './units.ts';

export type Severity = 'error' | 'warning' | 'info';

/**
 * A kind of fault: its code, how grave it is, and the two sentences that `explain` and the docs print.
 * Declared beside the code that finds it: a check in its own file, a phase in its `problems.ts`.
 */
export interface Problem {
  /** Kebab-case and stable: it is typed by people, searched for and written into fixtures. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what is wrong when this is reported. */
  readonly means: string;
  /** One sentence: how to mend it. */
  readonly mend: string;
  /** Exit code of a build that fails for this alone: 3 a file, 4 a limit or a policy. Left out: 1, the briefing has errors. */
  readonly exit?: 3 | 4;
}

/** A slide by its id and, where it is known, its number in the deck (1-based). */
export interface SlideRef {
  readonly id: string;
  readonly number: number | null;
}

export interface Diagnostic {
  readonly problem: Problem;
  /** One sentence with the numbers: measured, allowed, expected. */
  readonly message: string;
  /** What to do next, without a full stop's worth of preamble; null where the message says it. */
  readonly hint: string | null;
  readonly origin: Origin;
  readonly slide: SlideRef | null;
  /** The place on the slide, in points, for the preview; null where there is none. */
  readonly frame: Rect | null;
}

/** The sink of every phase, always an argument. */
export type Report = (diagnostic: Diagnostic) => void;

/** Builds a diagnostic; what is left out is null. */
export function diagnose(
  problem: Problem,
  origin: Origin,
  message: string,
  more: { hint?: string | null; slide?: SlideRef | null; frame?: Rect | null } = {},
): Diagnostic {
  return { problem, message, origin, hint: more.hint ?? null, slide: more.slide ?? null, frame: more.frame ?? null };
}

/** A sink that adds to a list; once, where several languages or formats meet the same, though in another place of a slide. */
export function keepIn(diagnostics: Diagnostic[]): Report {
  const told = new Set<string>();
  return diagnostic => {
    const said = JSON.stringify({ ...diagnostic, frame: null });
    if (!told.has(said)) diagnostics.push(diagnostic);
    told.add(said);
  };
}
