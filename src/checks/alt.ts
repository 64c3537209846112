/** Whoever cannot see a figure is told what it shows. */
import { LONGEST_ALT } from '../model/alt.ts';
import type { Problem } from '../model/diagnostic.ts';
import type { Item } from '../model/scene.ts';
import type { Rule } from './rule.ts';
import { onSlide } from './walk.ts';

const MISSING: Problem = {
  code: 'missing-alt',
  severity: 'error',
  means: 'A picture, chart or table has no alternative text.',
  mend: 'Write `alt`: what the figure shows, in one sentence; an empty one for a picture that only decorates.',
};

const TOO_LONG: Problem = {
  code: 'alt-too-long',
  severity: 'warning',
  means: 'An alternative text has more than 300 characters, more than a screen reader’s user can keep in mind.',
  mend: 'Say what the figure shows; the data are in the chart or the table itself.',
};

const FILE_NAME: Problem = {
  code: 'alt-is-file-name',
  severity: 'warning',
  means: 'An alternative text is the name of a file, which says nothing of the picture.',
  mend: 'Write what the picture shows.',
};

/** Alternative text. An empty one marks a picture as decoration; charts and tables never decorate. */
export const alternatives: Rule = {
  problems: [MISSING, TOO_LONG, FILE_NAME],
  slide(slide, _scene, report) {
    for (const { kind, name, alt, origin, frame } of withGroups(slide.items)) {
      const figure = kind === 'chart' || kind === 'table';
      const words = alt?.trim() ?? '';
      if ((alt === null && kind === 'image') || (words === '' && figure))
        report(onSlide(slide, MISSING, origin, `\`${name}\` has no alternative text.`, { frame }));
      else if (words.length > LONGEST_ALT) {
        const message = `The alternative text of \`${name}\` has ${words.length} characters; ${LONGEST_ALT} are read.`;
        report(onSlide(slide, TOO_LONG, origin, message, { frame }));
      } else if (/^\S+\.(png|jpe?g|svg|gif|webp)$/i.test(words))
        report(
          onSlide(slide, FILE_NAME, origin, `The alternative text of \`${name}\` is a file name, ${words}.`, { frame }),
        );
    }
  },
};

const withGroups = (items: readonly Item[]): readonly Item[] =>
  items.flatMap(item => (item.kind === 'group' ? [item, ...withGroups(item.items)] : [item]));
