/** What layout has to say: only what the finished scene cannot show to the checks. */
import type { Problem } from '../model/diagnostic.ts';

export const UNMEASURED_CHARACTER: Problem = {
  code: 'unmeasured-character',
  severity: 'warning',
  means: 'A character is in none of the faces that text is measured with; it counts as one em.',
  mend: 'Write it another way, or look at the slide in PowerPoint before it goes out.',
};

export const UNMEASURED_FAMILY: Problem = {
  code: 'unmeasured-family',
  severity: 'warning',
  means: 'The brand names a font family whose widths are not known here; its text is measured as Arial.',
  mend: 'Name a family that is measured (Arial, Calibri, Malgun Gothic, Microsoft YaHei …), or look at the slides in PowerPoint.',
};

export const TABLE_TOO_TALL: Problem = {
  code: 'table-too-tall',
  severity: 'error',
  means: 'A table needs more height than the slide has, at its smallest size.',
  mend: 'Take out rows, shorten the longest cells, or spread the table over two slides.',
};

export const FIGURE_TOO_SMALL: Problem = {
  code: 'figure-too-small',
  severity: 'error',
  means: 'A chart or a diagram has less room than its labels need, at their smallest sizes.',
  mend: 'Give it more of the slide, take out points, or shorten the labels.',
};

export const BODY_TOO_WIDE: Problem = {
  code: 'body-too-wide',
  severity: 'error',
  means: 'Things that stand side by side need more width than there is, because a word cannot be broken.',
  mend: 'Put fewer things side by side, or shorten the longest word.',
};
