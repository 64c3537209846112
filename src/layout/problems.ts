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
  mend: 'Take out rows, or shorten the longest cells: a table goes on on a next slide, but no row of it does.',
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

export const CONTINUED: Problem = {
  code: 'continued',
  severity: 'info',
  means:
    'A list, a table, cards or a timeline hold more than one slide does, and go on on the next: `Title (1/2)`, `Title (2/2)`.',
  mend: 'Nothing needs to be done; cut the words or the rows where it has to be one slide.',
};
