/** A title states a takeaway; a label such as “Market overview” states none. */
import type { Problem } from '../model/diagnostic.ts';
import type { Rule } from './rule.ts';
import { onSlide, originOf, titleOf } from './walk.ts';

const LABEL: Problem = {
  code: 'title-label',
  severity: 'warning',
  means: 'A title is too short to claim anything: it names a topic and leaves the takeaway to the reader.',
  mend: 'Write what the slide proves, as a sentence with a verb.',
};

/** Words, or characters where words are not told apart by spaces. */
const SHORTEST: Readonly<Record<string, number>> = { '*': 4, ko: 12, zh: 8, ja: 10 };

/** The slides of a section have claims for titles. Its divider, the cover, agenda and sources name things. */
export const claim: Rule = {
  problems: [LABEL],
  slide(slide, { identity: { language } }, report) {
    const title = titleOf(slide);
    if (slide.section === null || slide.layout === 'section-header' || title === null || slide.title === '') return;
    const counted = Object.hasOwn(SHORTEST, language) ? 'characters' : 'words';
    const least = SHORTEST[language] ?? SHORTEST['*']!;
    const length =
      counted === 'words' ? slide.title.trim().split(/\s+/).length : [...slide.title.replace(/\s/g, '')].length;
    if (length >= least) return;
    const message = `The title has ${length} ${counted}; a claim takes at least ${least}.`;
    report(onSlide(slide, LABEL, originOf(title), message, { frame: title.frame }));
  },
};
