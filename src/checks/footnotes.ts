/** Footnote marks and the note that they lead to. */
import type { Problem } from '../model/diagnostic.ts';
import type { Origin } from '../model/origin.ts';
import type { TextBlock } from '../model/scene.ts';
import type { Rule } from './rule.ts';
import { onSlide, runsOf, texts } from './walk.ts';

const UNMATCHED: Problem = {
  code: 'footnote-unmatched',
  severity: 'warning',
  means: 'A footnote mark, ¹ ² or ³, stands on a slide and not in its note, or in the note alone.',
  mend: 'Begin each part of `note` with its mark, and put the same mark behind the word that it explains.',
};

const MARK = /[¹²³]/;
const MARKS = /[¹²³]/g;
/** Raised figures that belong to a unit: m², km³. */
const UNITS = /(?<![\p{L}])(?:[kcdm]?m|ft|yd|in|mi)[²³]/gu;

/** Footnotes. */
export const footnotes: Rule = {
  problems: [UNMATCHED],
  slide(slide, _scene, report) {
    const all = texts(slide.items);
    const [notes, others] = [marksIn(all.filter(isNote)), marksIn(all.filter(text => !isNote(text)))];
    for (const [mark, { text, origin }] of [...others, ...notes]) {
      if (others.has(mark) && notes.has(mark)) continue;
      const message = notes.has(mark)
        ? `The note explains ${mark}, which stands nowhere else on the slide.`
        : `The mark ${mark} stands on the slide and not in its note.`;
      report(onSlide(slide, UNMATCHED, origin, message, { frame: text.frame }));
    }
  },
};

const isNote = ({ placeholder }: TextBlock): boolean => placeholder === 'source';

/** Each mark with the first words that bear it. */
function marksIn(
  blocks: readonly TextBlock[],
): ReadonlyMap<string, { readonly text: TextBlock; readonly origin: Origin }> {
  const found = new Map<string, { text: TextBlock; origin: Origin }>();
  for (const text of blocks)
    for (const run of text.paragraphs.flatMap(runsOf)) {
      if (!MARK.test(run.text)) continue;
      for (const [mark] of run.text.replace(UNITS, '').matchAll(MARKS))
        if (!found.has(mark)) found.set(mark, { text, origin: run.origin });
    }
  return found;
}
