/** Where a fact may be shown: its `use`, and the audiences that may see it. */
import { diagnose } from '../model/diagnostic.ts';
import type { Origin } from '../model/origin.ts';
import { type FactUse, factName } from '../model/use.ts';
import type { Draft } from './parsing.ts';
import { CLOSED_FACT, NEVER_SHOWN, NOTES_ONLY } from './problems.ts';

/** Reports each use that is not allowed here. Attribution is the author's own to word. */
export function checkUses(draft: Draft, uses: readonly FactUse[], origin: Origin, inNotes = false): void {
  const { source, markup, report } = draft.parsing;
  const { audience } = markup.identity;
  for (const use of uses) {
    const fact = source.briefing.ledger.facts.get(use.fact);
    if (fact === undefined) continue;
    const name = factName(use);
    if (fact.use === 'never') report(diagnose(NEVER_SHOWN, origin, `\`${name}\` may be shown nowhere.`));
    if (fact.use === 'context' && !inNotes) {
      report(diagnose(NOTES_ONLY, origin, `\`${name}\` may be shown in the notes alone.`));
    }
    if (audience !== null && fact.audiences !== null && !fact.audiences.includes(audience)) {
      const allowed = fact.audiences.join(', ');
      report(diagnose(CLOSED_FACT, origin, `\`${name}\` is for ${allowed}; this deck is for ${audience}.`));
    }
  }
}
