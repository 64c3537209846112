/** Things stay on the page, and between its margins. */
import type { LayoutName } from '../model/brand.ts';
import type { Problem } from '../model/diagnostic.ts';
import type { Slide } from '../model/scene.ts';
import { bottom, contains, inches, type Rect, right } from '../model/units.ts';
import type { Rule } from './rule.ts';
import { onSlide, placed, points } from './walk.ts';

const OUT_OF_BOUNDS: Problem = {
  code: 'out-of-bounds',
  severity: 'error',
  means: 'Something reaches over the edge of the page, or into its left or right margin.',
  mend: 'Give it less width, or put fewer things side by side.',
};

const TOLERANCE = inches(0.02);
/** Layouts on which shapes and pictures may touch the edge of the page. */
const BLEED: ReadonlySet<LayoutName> = new Set(['title-slide', 'section-header', 'blank']);

/** Bounds. */
export const bounds: Rule = {
  problems: [OUT_OF_BOUNDS],
  slide(slide, { brand: { page } }, report) {
    const sheet: Rect = { x: 0, y: 0, width: page.width, height: page.height };
    const inner: Rect = { ...sheet, x: page.margin, width: page.width - 2 * page.margin };
    for (const { name, kind, frame, origin } of placed(slide)) {
      const [within, place] = mayBleed(slide, kind) ? [sheet, 'page'] : [inner, 'margins'];
      if (contains(within, frame, TOLERANCE)) continue;
      const over = Math.max(
        within.x - frame.x,
        within.y - frame.y,
        right(frame) - right(within),
        bottom(frame) - bottom(within),
      );
      const message = `\`${name}\` reaches ${points(over)} pt over the ${contains(sheet, frame, TOLERANCE) ? place : 'page'}.`;
      report(onSlide(slide, OUT_OF_BOUNDS, origin, message, { frame }));
    }
  },
};

const mayBleed = ({ layout }: Slide, kind: string): boolean =>
  BLEED.has(layout) && (kind === 'shape' || kind === 'image');
