/** What a value may need to know of the rest of the briefing while it is read. */
import type { Templates } from '../model/contract.ts';
import type { Report } from '../model/diagnostic.ts';
import type { Ledger } from '../model/fact.ts';
import type { Picture } from '../model/picture.ts';
import type { Project } from '../model/project.ts';

export interface Context {
  readonly project: Project;
  readonly report: Report;
  /** The briefing's, the first its own. */
  readonly languages: readonly string[];
  /** Every fact that is written down with its members, even one with faults: they are not reported again where it is used. */
  readonly index: ReadonlyMap<string, ReadonlySet<string>>;
  /** Empty while the ledger itself is read. */
  readonly ledger: Ledger;
  readonly templates: Templates;
  /** Ids of sections and slides, for links. */
  readonly slides: ReadonlySet<string>;
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
