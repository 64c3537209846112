/** Texts, pictures, icons, charts and tables do not lie on each other. */
import type { Problem } from '../model/diagnostic.ts';
import type { Item } from '../model/scene.ts';
import { contains, inches, overlapArea, type Rect } from '../model/units.ts';
import type { Rule } from './rule.ts';
import { onSlide, placed } from './walk.ts';

const OVERLAP: Problem = {
  code: 'overlap',
  severity: 'error',
  means: 'Two texts, or a text and a figure, lie on each other.',
  mend: 'Give each its own place; grounds and bars under a text are no overlap.',
};

/** Square points: 0.02 square inches, as much as descenders that reach into the next frame. */
const TOLERANCE = 0.02 * inches(1) ** 2;
const CONTENT: ReadonlySet<string> = new Set(['text', 'image', 'freeform', 'chart', 'table']);

/** Overlap. A text on a card is contained, not overlapped: grounds are shapes. */
export const overlap: Rule = {
  problems: [OVERLAP],
  slide(slide, { brand: { page } }, report) {
    // What is not on the page is `out-of-bounds`; what it covers on its way out says no more.
    const sheet: Rect = { x: 0, y: 0, width: page.width, height: page.height };
    const items = placed(slide).filter(item => CONTENT.has(item.kind) && contains(sheet, item.frame, 2));
    for (const [index, one] of items.entries())
      for (const two of items.slice(index + 1)) {
        const area = overlapArea(one.frame, two.frame);
        if (area <= TOLERANCE || isGround(one, two.frame)) continue;
        const square = (area / inches(1) ** 2).toFixed(2);
        const message = `\`${two.name}\` lies on \`${one.name}\` over ${square} square inches.`;
        const origin = two.origin.data === null ? one.origin : two.origin;
        report(onSlide(slide, OVERLAP, origin, message, { frame: two.frame }));
      }
  },
};

/** The land of a map lies under all that the map shows; an icon is too small to hold a text. */
const isGround = ({ kind, frame }: Item, other: Rect): boolean => kind === 'freeform' && contains(frame, other);
