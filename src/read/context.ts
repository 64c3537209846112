/** What a value may need to know of the rest of the briefing while it is read. */
import type { Template, Templates } from '../model/contract.ts';
import type { Report } from '../model/diagnostic.ts';
import type { Ledger } from '../model/fact.ts';
import type { Picture } from '../model/picture.ts';
import type { Project } from '../model/project.ts';

/** The templates that there are, by logical name. */
export interface Shelf {
  readonly names: readonly string[];
  /** Null for one that is there and could not be read, so that nothing else is taken for it. */
  get(name: string): Template | null | undefined;
  /** All that were asked for and could be read, with all that they show. */
  used(): Templates;
}

/** Ids of slides and sections. */
export interface SlideIndex {
  readonly ids: ReadonlySet<string>;
  /** Whether there is such a slide or section, or may be in a file that could not be read. */
  has(id: string): boolean;
}

export interface Context {
  readonly project: Project;
  readonly report: Report;
  /** The briefing's, the first its own. */
  readonly languages: readonly string[];
  /** Every fact that is written down with its members, even one with faults: they are not reported again where it is used.
   * Null where a file of facts could not be read: then every name is taken on trust. */
  readonly index: ReadonlyMap<string, ReadonlySet<string>> | null;
  /** Empty while the ledger itself is read. */
  readonly ledger: Ledger;
  readonly templates: Shelf;
  readonly slides: SlideIndex;
  /** Filled with every picture that is met. */
  readonly pictures: Map<string, Picture>;
}

/** The same context with a report that counts: whether anything read with it had an error. */
export function watched(context: Context): { readonly context: Context; failed(): boolean } {
  let errors = 0;
  const report: Report = diagnostic => {
    if (diagnostic.problem.severity === 'error') errors++;
    context.report(diagnostic);
  };
  return { context: { ...context, report }, failed: () => errors > 0 };
}

/** A context in which nothing has a name yet: for what refers to nothing, and to start from. */
export const blankContext = (project: Project, report: Report): Context => ({
  project,
  report,
  languages: ['en'],
  index: new Map(),
  ledger: { facts: new Map(), sources: new Map() },
  templates: { names: [], get: () => undefined, used: () => new Map() },
  slides: { ids: new Set(), has: () => false },
  pictures: new Map(),
});
