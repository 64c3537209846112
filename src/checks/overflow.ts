/** Text stays in its frame. */
import type { TextRole } from '../model/brand.ts';
import type { Problem } from '../model/diagnostic.ts';
import type { TextBlock } from '../model/scene.ts';
import { inches } from '../model/units.ts';
import { titleLines } from './length.ts';
import type { Rule } from './rule.ts';
import { cells, onSlide, originOf, placed, points } from './walk.ts';

const OVERFLOW: Problem = {
  code: 'overflow',
  severity: 'error',
  means: 'A text is higher or wider than its place, at the smallest size that the brand allows.',
  mend: 'Cut the text, give it more of the slide, or move some of it to another slide.',
};

/** Below what the eye sees. */
const TOLERANCE = inches(0.02);

/** Figures that stand by themselves are never broken. */
const FIGURES: ReadonlySet<TextRole> = new Set(['hero', 'number']);

/** Overflow. A title with too many lines is `title-too-long`, which says the same with the number of characters. */
export const overflow: Rule = {
  problems: [OVERFLOW],
  slide(slide, _scene, report) {
    for (const item of placed(slide)) {
      const blocks = item.kind === 'text' ? [item] : item.kind === 'table' ? cells(item) : [];
      for (const block of blocks) {
        const message = excess(block);
        if (message === null || (block.placeholder === 'title' && block.lines.length > titleLines(slide.layout)))
          continue;
        const hint = hintFor(block);
        report(onSlide(slide, OVERFLOW, originOf(block), message, { hint, frame: block.frame }));
      }
    }
  },
};

function excess({ name, role, frame, height, lines }: TextBlock): string | null {
  if (FIGURES.has(role) && lines.length > 1)
    return `The figure \`${name}\` needs ${lines.length} lines; a figure has one.`;
  const width = Math.max(0, ...lines.map(line => line.width));
  if (height > frame.height + TOLERANCE)
    return `The text \`${name}\` needs ${points(height)} pt of height and has ${points(frame.height)}.`;
  if (width > frame.width + TOLERANCE)
    return `The text \`${name}\` needs ${points(width)} pt of width and has ${points(frame.width)}.`;
  return null;
}

/** How much to cut, by the share of the height that is missing, and what else would help. */
function hintFor({ role, frame, height, lines }: TextBlock): string {
  if (FIGURES.has(role)) return 'use its short form, or fewer figures side by side';
  const characters = lines.flatMap(line => line.spans).reduce((sum, span) => sum + span.text.length, 0);
  const share = 1 - frame.height / height;
  if (share <= 0) return 'use shorter words, or put fewer things side by side';
  return `cut about ${Math.max(1, Math.ceil(share * characters))} characters, or move some of them to another slide`;
}
