/** Every slide has a title of its own: it is what navigation, outline and screen readers have to go by. */
import type { Problem } from '../model/diagnostic.ts';
import type { Slide } from '../model/scene.ts';
import type { Rule } from './rule.ts';
import { onSlide, originOf, titleOf } from './walk.ts';

const MISSING: Problem = {
  code: 'title-missing',
  severity: 'error',
  means: 'A slide has no title.',
  mend: 'Write its `message`, one sentence that states the takeaway.',
};

const DUPLICATE: Problem = {
  code: 'title-duplicate',
  severity: 'error',
  means: 'Two slides have the same title, so they cannot be told apart in an outline or by a screen reader.',
  mend: 'Say in each what only this slide shows.',
};

/** Titles present and unique. */
export const titles: Rule = {
  problems: [MISSING, DUPLICATE],
  slide(slide, _scene, report) {
    if (slide.title.trim() === '') report(onSlide(slide, MISSING, slide.origin, 'The slide has no title.'));
  },
  deck({ slides }, report) {
    const first = new Map<string, Slide>();
    for (const slide of slides) {
      const words = slide.title.trim().replace(/\s+/g, ' ');
      const other = first.get(words);
      if (other === undefined) first.set(words, slide);
      else if (words !== '') {
        const title = titleOf(slide);
        const origin = title === null ? slide.origin : originOf(title);
        const message = `Slides ${other.number} and ${slide.number} have the same title.`;
        report(onSlide(slide, DUPLICATE, origin, message, { hint: 'say what only this slide shows' }));
      }
    }
  },
};
