/** Headings and labels, with their lines ended where they read well. */
import type { LaidBreak, LaidParagraph, LaidRun } from '../model/scene.ts';
import type { Points } from '../model/units.ts';
import { remeasure, type Typeset } from './blocks.ts';
import type { SlideContext } from './context.ts';
import { balance, breakLines, endsOfWords } from './lines.ts';
import type { Measured } from './measure.ts';

/**
 * Writes explicit breaks into a short text where PowerPoint would break it badly: inside a Korean word or between a number
 * and its Chinese unit, and in any language where it would leave one word alone on the second of two lines.
 */
export function balanceHeading(text: Typeset, width: Points, context: SlideContext): Typeset {
  const paragraphs = text.paragraphs.map((paragraph, index) =>
    breaksIn(text.measured[index]!, width).reduceRight(breakAt, paragraph),
  );
  const changed = paragraphs.some((paragraph, index) => paragraph !== text.paragraphs[index]);
  return changed ? remeasure({ ...text, paragraphs }, context) : text;
}

/** Where to end lines ourselves: two that balance, or more that keep words whole; none where PowerPoint does well. */
function breaksIn(measured: Measured, width: Points): readonly number[] {
  const isEastAsian = measured.libreoffice !== null;
  if (!isEastAsian && !leavesOrphan(measured, width)) return [];
  const position = balance(measured, width);
  if (position !== null) return [position];
  return isEastAsian ? endsOfWords(measured, width) : [];
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
