/** Slides that show facts say where each of them comes from. */
import type { LayoutName } from '../model/brand.ts';
import type { Problem } from '../model/diagnostic.ts';
import type { Slide } from '../model/scene.ts';
import type { Rule } from './rule.ts';
import { leaves, onSlide } from './walk.ts';

const SOURCE_MISSING: Problem = {
  code: 'source-missing',
  severity: 'warning',
  means:
    'A slide shows a fact and does not say where it comes from: the fact has no `source`, or the slide no source line.',
  mend: 'Give each fact a `source`; let the template draw the slide with `slide`, which writes the line from the facts.',
};

/** Layouts without a source line. */
const WITHOUT: ReadonlySet<LayoutName> = new Set(['title-slide', 'section-header', 'blank']);

/** A source line wherever a fact has a source, and a source for every fact; a fact without is told once, on its first slide. */
export const sourced: Rule = {
  problems: [SOURCE_MISSING],
  slide(slide, { sourceless }, report) {
    const count = showing(slide).filter(id => !sourceless.has(id)).length;
    if (count === 0 || leaves(slide.items).some(item => item.placeholder === 'source')) return;
    const facts = count === 1 ? 'a fact' : `${count} facts`;
    report(onSlide(slide, SOURCE_MISSING, slide.origin, `The slide shows ${facts} and names no source.`));
  },
  deck({ slides, sourceless }, report) {
    for (const [id, origin] of sourceless) {
      const first = slides.find(slide => showing(slide).includes(id));
      if (first === undefined) continue;
      const message = `The slide shows the fact \`${id}\`, which has no source.`;
      report(onSlide(first, SOURCE_MISSING, origin, message, { hint: 'give it `source`' }));
    }
  },
};

/** The facts that a slide should name sources for, each once. */
const showing = ({ layout, facts }: Slide): readonly string[] =>
  WITHOUT.has(layout) ? [] : [...new Set(facts.map(({ fact }) => fact))];
