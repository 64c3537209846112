/** Slides that show facts say where they come from. */
import type { LayoutName } from '../model/brand.ts';
import type { Problem } from '../model/diagnostic.ts';
import type { Rule } from './rule.ts';
import { leaves, onSlide } from './walk.ts';

const SOURCE_MISSING: Problem = {
  code: 'source-missing',
  severity: 'warning',
  means: 'A slide shows facts and has no source line.',
  mend: 'Let the template draw the slide with `slide`, which writes the line from the facts; give each fact a `source`.',
};

/** Layouts without a source line. */
const WITHOUT: ReadonlySet<LayoutName> = new Set(['title-slide', 'section-header', 'blank']);

/** Source line. */
export const sourced: Rule = {
  problems: [SOURCE_MISSING],
  slide(slide, _scene, report) {
    if (slide.facts.length === 0 || WITHOUT.has(slide.layout)) return;
    if (leaves(slide.items).some(item => item.placeholder === 'source')) return;
    const count = slide.facts.length === 1 ? 'a fact' : `${slide.facts.length} facts`;
    report(onSlide(slide, SOURCE_MISSING, slide.origin, `The slide shows ${count} and names no source.`));
  },
};
