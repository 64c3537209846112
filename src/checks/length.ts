/** Titles take two lines at most, and the last of them is no single word. */

import type { LayoutName } from '../model/brand.ts';
import type { Problem } from '../model/diagnostic.ts';
import type { Line, TextBlock } from '../model/scene.ts';
import type { Rule } from './rule.ts';
import { onSlide, originOf, points, runsOf, titleOf } from './walk.ts';

const TOO_LONG: Problem = {
  code: 'title-too-long',
  severity: 'error',
  means: 'A title needs more lines than its place has, at the smallest size that the brand allows.',
  mend: 'Cut it to one claim; conditions and numbers beyond the first belong in the body.',
};

const ORPHAN: Problem = {
  code: 'title-orphan',
  severity: 'warning',
  means: 'The last line of a title is one short word, however the lines are balanced.',
  mend: 'Cut the title to one line, or say a little more.',
};

/** How many lines a title may take. */
export const titleLines = (layout: LayoutName): number => (layout === 'title-slide' ? 3 : 2);

/** Of the longest line. */
const SHORTEST_SHARE = 0.25;

/** Title length and orphans. */
export const titleLength: Rule = {
  problems: [TOO_LONG, ORPHAN],
  slide(slide, _scene, report) {
    const title = titleOf(slide);
    if (title === null) return;
    const allowed = titleLines(slide.layout);
    const { lines, frame } = title;
    if (lines.length > allowed) {
      const size = Math.max(...title.paragraphs.flatMap(runsOf).map(run => run.size));
      const message = `The title needs ${lines.length} lines at ${points(size)} pt; ${allowed} are allowed.`;
      const hint = `cut about ${excess(title, allowed)} characters, or move some of them to the subhead`;
      report(onSlide(slide, TOO_LONG, originOf(title), message, { hint, frame }));
    } else if (lines.length > 1 && isOrphan(lines)) {
      const message = `The last line of the title is “${wordsOf(lines.at(-1)!)}” alone.`;
      report(onSlide(slide, ORPHAN, originOf(title), message, { frame }));
    }
  },
};

/** Characters beyond what the allowed lines hold; a broken line is full to 95 % on the average. */
function excess({ lines, frame }: TextBlock, allowed: number): number {
  const width = lines.reduce((sum, line) => sum + line.width, 0);
  const characters = lines.reduce((sum, line) => sum + wordsOf(line).length, 0);
  const room = allowed * frame.width * 0.95;
  const last = lines.slice(allowed).reduce((sum, line) => sum + wordsOf(line).length, 0);
  return Math.max(1, width > room ? Math.ceil(((width - room) / width) * characters) : Math.min(last, 5));
}

function isOrphan(lines: readonly Line[]): boolean {
  const last = lines.at(-1)!;
  const longest = Math.max(...lines.map(line => line.width));
  return last.width < longest * SHORTEST_SHARE && !/\s/.test(wordsOf(last).trim());
}

const wordsOf = ({ spans }: Line): string => spans.map(span => span.text).join('');
