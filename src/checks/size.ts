/** Text is large enough for the last row. */
import type { Brand, TextRole } from '../model/brand.ts';
import type { Problem } from '../model/diagnostic.ts';
import type { Rule } from './rule.ts';
import { onSlide, originOf, points, runsOf, texts } from './walk.ts';

const TOO_SMALL: Problem = {
  code: 'text-too-small',
  severity: 'error',
  means:
    'A text is smaller than its role may be: 12 pt in bodies and tables, 11 pt in charts, 9 pt in source and footer.',
  mend: 'Cut the text so that it need not shrink, or raise the minimum of the role in the brand.',
};

/** Points below which no brand may go; 12 for every other role. */
const FLOORS: Partial<Readonly<Record<TextRole, number>>> = {
  source: 9,
  footer: 9,
  tracker: 10,
  sticker: 11,
  value: 11,
  label: 11,
  axis: 11,
};

/** L08: minimum size. */
export const sizes: Rule = {
  problems: [TOO_SMALL],
  slide(slide, { brand }, report) {
    for (const text of texts(slide.items)) {
      const size = Math.min(...text.paragraphs.flatMap(runsOf).map(run => run.size));
      const least = leastOf(text.role, brand);
      if (size >= least) continue;
      const message = `The text \`${text.name}\` is ${points(size)} pt; a ${text.role} has at least ${points(least)}.`;
      report(onSlide(slide, TOO_SMALL, originOf(text), message, { frame: text.frame }));
    }
  },
};

const leastOf = (role: TextRole, brand: Brand): number => Math.max(FLOORS[role] ?? 12, brand.type[role].minimum);
