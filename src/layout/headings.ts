/** Headings and labels, with their lines ended where they read well. */
import type { Points } from '../model/units.ts';
import { remeasure, type Typeset } from './blocks.ts';
import { breakAt } from './breaks.ts';
import type { SlideContext } from './context.ts';
import { balance, breakLines, DANGLING, endsOfWords, ORPHAN } from './lines.ts';
import type { Measured } from './measure.ts';

/**
 * Writes explicit breaks into a short text where PowerPoint would break it badly: inside a Korean word or between a number
 * and its Chinese unit; in any language where it would leave one word alone on the second of two lines; and in Latin script where it
 * would end the first of two in a small word, or somewhere else than behind a clause.
 */
export function balanceHeading(text: Typeset, width: Points, context: SlideContext): Typeset {
  const paragraphs = text.paragraphs.map((paragraph, index) =>
    breaksIn(text.measured[index]!, width - paragraph.indent).reduceRight(breakAt, paragraph),
  );
  const changed = paragraphs.some((paragraph, index) => paragraph !== text.paragraphs[index]);
  return changed ? remeasure({ ...text, paragraphs }, context) : text;
}

/** Where to end lines ourselves: two that balance, or more that keep words whole; none where PowerPoint does well. */
function breaksIn(measured: Measured, width: Points): readonly number[] {
  const isEastAsian = measured.libreoffice !== null;
  const position = balance(measured, width);
  if (!isEastAsian && !leavesOrphan(measured, width) && !endsBadly(measured, width, position)) return [];
  if (position !== null) return [position];
  if (leavesOrphan(measured, width)) return endsOfWords(measured, evenWidth(measured, width));
  return isEastAsian ? endsOfWords(measured, width) : [];
}

function leavesOrphan(measured: Measured, width: Points): boolean {
  const widths = breakLines(measured, width).lines.map(line => line.width);
  return widths.length > 1 && widths.at(-1)! < ORPHAN * Math.max(...widths);
}

/** Whether the first of two lines dangles, or a clause ends where the two would balance. */
function endsBadly(measured: Measured, width: Points, balanced: number | null): boolean {
  if (balanced === null) return false;
  const { text } = measured;
  const { start, end } = breakLines(measured, width).lines[0]!;
  return DANGLING.test(text.slice(start, end)) || /[:;]\s*$/.test(text.slice(0, balanced));
}

/** The narrowest width, in steps, that makes no more lines: they come out about as long. */
function evenWidth(measured: Measured, width: Points): Points {
  const { count } = breakLines(measured, width);
  let even = width;
  while (even > EVEN_STEP && breakLines(measured, even - EVEN_STEP).count <= count) even -= EVEN_STEP;
  return even;
}
const EVEN_STEP = 4;
