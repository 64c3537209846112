/** Text is large enough for the last row. */
import type { Brand, TextRole } from '../model/brand.ts';
import type { Problem } from '../model/diagnostic.ts';
import type { TextBlock } from '../model/scene.ts';
import type { Rule } from './rule.ts';
import { leaves, onSlide, originOf, points, texts } from './walk.ts';

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

/** Minimum size, told once for each text, table or chart. */
export const sizes: Rule = {
  problems: [TOO_SMALL],
  slide(slide, { brand }, report) {
    for (const item of leaves(slide.items)) {
      const small = texts([item]).find(text => sizeOf(text) < leastOf(text.role, brand));
      if (small === undefined) continue;
      const [text, size, least] = [small, sizeOf(small), leastOf(small.role, brand)];
      const message = `The text \`${text.name}\` is ${points(size)} pt; a ${text.role} has at least ${points(least)}.`;
      report(onSlide(slide, TOO_SMALL, originOf(text), message, { frame: text.frame }));
    }
  },
};

function sizeOf({ paragraphs }: TextBlock): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (const { runs } of paragraphs)
    for (const run of runs) if (run.kind === 'run') smallest = Math.min(smallest, run.size);
  return smallest;
}

const leastOf = (role: TextRole, { type }: Brand): number => Math.max(FLOORS[role] ?? 12, type[role].minimum);
