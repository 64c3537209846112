/** A deck that goes out shows no fact that somebody must still check. */
import type { Problem } from '../model/diagnostic.ts';
import type { Rule } from './rule.ts';
import { onSlide } from './walk.ts';

const UNVERIFIED_FACT: Problem = {
  code: 'unverified-fact',
  severity: 'error',
  means: 'A deck for release (`--release`) shows a fact that is marked `verify: true`.',
  mend: 'Check the fact against the original and delete `verify`, or take it off the slide.',
  exit: 4,
};

/** Each fact is told once, on the first slide that shows it. */
export const verified: Rule = {
  problems: [UNVERIFIED_FACT],
  deck({ identity, slides, unverified }, report) {
    if (identity.draft !== null) return;
    for (const [id, origin] of unverified) {
      const showing = slides.filter(({ facts }) => facts.some(({ fact }) => fact === id));
      if (showing.length === 0) continue;
      const others = showing.slice(1).map(({ number }) => number);
      const also =
        others.length === 0 ? '' : `, and so ${others.length === 1 ? 'does slide' : 'do slides'} ${others.join(', ')}`;
      const message = `The slide shows the fact \`${id}\`, which is still to be verified${also}.`;
      const hint = 'check the original, then delete `verify: true`';
      report(onSlide(showing[0]!, UNVERIFIED_FACT, origin, message, { hint }));
    }
  },
};
