/** Lists are short: an audience reads or listens, not both. */
import type { Problem } from '../model/diagnostic.ts';
import { MOST_ITEMS } from '../model/list.ts';
import type { Rule } from './rule.ts';
import { onSlide, runsOf } from './walk.ts';

const TOO_MANY: Problem = {
  code: 'list-too-long',
  severity: 'warning',
  means: 'A slide has more than six list items.',
  mend: 'Group them, make two slides of them, or use a table.',
};

const TOO_WORDY: Problem = {
  code: 'list-too-wordy',
  severity: 'warning',
  means: 'A list item has more than 18 words.',
  mend: 'Keep the claim; what explains it goes into the notes.',
};

const MOST_WORDS = 18;

/** Density of lists. Languages without spaces between words are not counted. */
export const density: Rule = {
  problems: [TOO_MANY, TOO_WORDY],
  slide(slide, _scene, report) {
    // A list inside of a diagram is its key, which is looked up and not read.
    const blocks = slide.items.filter(item => item.kind === 'text');
    const items = blocks.flatMap(block => block.paragraphs.filter(paragraph => paragraph.list !== null));
    const next = items[MOST_ITEMS];
    if (next !== undefined)
      report(
        onSlide(slide, TOO_MANY, next.origin, `The slide has ${items.length} list items; ${MOST_ITEMS} are read.`),
      );
    for (const item of items) {
      const words = runsOf(item)
        .map(run => run.text)
        .join('')
        .trim()
        .split(/\s+/).length;
      if (words <= MOST_WORDS) continue;
      const message = `A list item has ${words} words; ${MOST_WORDS} are read.`;
      report(onSlide(slide, TOO_WORDY, item.origin, message, { hint: `cut ${words - MOST_WORDS} words` }));
    }
  },
};
