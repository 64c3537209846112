/** Text is large enough for the last row. */
import type { Brand, TextRole } from '../model/brand.ts';
import type { Problem } from '../model/diagnostic.ts';
import type { LaidRun, TextBlock } from '../model/scene.ts';
import type { Rule } from './rule.ts';
import { leaves, onSlide, originOf, points, runsOf, texts } from './walk.ts';

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
      const small = texts([item]).find(text => smallIn(text, brand) !== undefined);
      if (small === undefined) continue;
      const { role, size } = smallIn(small, brand)!;
      const least = leastOf(role, brand);
      const message = `The text \`${small.name}\` is ${points(size)} pt; a ${role} has at least ${points(least)}.`;
      report(onSlide(slide, TOO_SMALL, originOf(small), message, { frame: small.frame }));
    }
  },
};

/** The smallest run that is smaller than its role may be. */
function smallIn({ paragraphs }: TextBlock, brand: Brand): LaidRun | undefined {
  let smallest: LaidRun | undefined;
  for (const paragraph of paragraphs)
    for (const run of runsOf(paragraph))
      if (run.size < Math.min(leastOf(run.role, brand), smallest?.size ?? Number.POSITIVE_INFINITY)) smallest = run;
  return smallest;
}

const leastOf = (role: TextRole, { type }: Brand): number => Math.max(FLOORS[role] ?? 12, type[role].minimum);
