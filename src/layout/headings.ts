/** Headings of two lines, ended where they read well. */
import type { LaidBreak, LaidParagraph, LaidRun } from '../model/scene.ts';
import type { Points } from '../model/units.ts';
import { remeasure, type Typeset } from './blocks.ts';
import type { SlideContext } from './context.ts';
import { balance, breakLines, USABLE } from './lines.ts';
import type { Measured } from './measure.ts';

/**
 * Writes an explicit break into each paragraph of two lines where PowerPoint would break it badly: inside a Korean word or
 * between a number and its Chinese unit, and in any language where it would leave one word alone on the second line.
 */
export function balanceHeading(text: Typeset, width: Points, context: SlideContext): Typeset {
  const usable = width * USABLE;
  const paragraphs = text.paragraphs.map((paragraph, index) => {
    const measured = text.measured[index]!;
    const position = measured.libreoffice !== null || leavesOrphan(measured, usable) ? balance(measured, usable) : null;
    return position === null ? paragraph : breakAt(paragraph, position);
  });
  const changed = paragraphs.some((paragraph, index) => paragraph !== text.paragraphs[index]);
  return changed ? remeasure({ ...text, paragraphs }, context) : text;
}

/** A second line shorter than this share of the first looks like a mistake. */
const ORPHAN = 0.2;

function leavesOrphan(measured: Measured, width: Points): boolean {
  const [first, second, ...more] = breakLines(measured, width).lines;
  return second !== undefined && more.length === 0 && second.width < ORPHAN * first!.width;
}

/** The paragraph with a break before a UTF-16 code unit of its text; the spaces there are dropped. */
function breakAt(paragraph: LaidParagraph, position: number): LaidParagraph {
  const runs: (LaidRun | LaidBreak)[] = [];
  let start = 0;
  for (const run of paragraph.runs) {
    const length = run.kind === 'break' ? 1 : run.text.length;
    const cut = position - start;
    if (run.kind === 'run' && cut > 0 && cut <= length) {
      runs.push({ ...run, text: run.text.slice(0, cut).trimEnd() }, { kind: 'break' });
      if (cut < length) runs.push({ ...run, text: run.text.slice(cut) });
    } else runs.push(run);
    start += length;
  }
  return { ...paragraph, runs };
}
