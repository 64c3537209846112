/** What parse may find wrong: markup that templates write, and facts shown where they may not be. */
import type { Problem } from '../model/diagnostic.ts';

export const MARKUP_SYNTAX: Problem = {
  code: 'markup-syntax',
  severity: 'error',
  means: 'The markup that a template writes is not well-formed.',
  mend: 'Close every element, quote every attribute, and write `&amp;` and `&lt;` for `&` and `<`.',
};

export const UNKNOWN_ELEMENT: Problem = {
  code: 'unknown-element',
  severity: 'error',
  means: 'A template uses an element that does not exist.',
  mend: 'Use one of the elements listed in templates/README.md.',
};

export const UNKNOWN_ATTRIBUTE: Problem = {
  code: 'unknown-attribute',
  severity: 'error',
  means: 'An element has an attribute that it does not know.',
  mend: 'Use one of the attributes listed in templates/README.md.',
};

export const BAD_ATTRIBUTE: Problem = {
  code: 'bad-attribute',
  severity: 'error',
  means: 'An attribute has a value that it cannot have.',
  mend: 'Use one of the values listed in templates/README.md.',
};

export const MISSING_ATTRIBUTE: Problem = {
  code: 'missing-attribute',
  severity: 'error',
  means: 'An element lacks an attribute without which it means nothing.',
  mend: 'Add the attribute; where its data may be left out, write the element inside `{{#if}}`.',
};

export const MISPLACED: Problem = {
  code: 'misplaced',
  severity: 'error',
  means: 'An element or text stands where it cannot be.',
  mend: 'Move it into one of the elements that may hold it.',
};

export const NO_PLACEHOLDER: Problem = {
  code: 'no-placeholder',
  severity: 'error',
  means: 'A slide fills a placeholder that its layout does not have.',
  mend: 'Choose another layout, or leave the text out.',
};

export const NOT_A_NUMBER: Problem = {
  code: 'not-a-number',
  severity: 'error',
  means: 'A chart or a figure was given something that has no value.',
  mend: 'Give it a fact with a value, or one member of a fact.',
};

export const MIXED_UNITS: Problem = {
  code: 'mixed-units',
  severity: 'error',
  means: 'A chart shows quantities of different units on one scale.',
  mend: 'Leave one of them out, or give both facts the same unit.',
};

export const CHART_FORM: Problem = {
  code: 'chart-form',
  severity: 'error',
  means:
    'A chart shows what its type cannot show truly: an axis without its zero, too many slices, a point without its place.',
  mend: 'Choose another type, or change what the message names.',
};

export const WRONG_SUM: Problem = {
  code: 'wrong-sum',
  severity: 'error',
  means: 'A total of a chart is not the sum of what stands before it.',
  mend: 'Correct a figure, or give the reason with the total: rounding, a part left out.',
};

export const EMPTY_CHART: Problem = {
  code: 'empty-chart',
  severity: 'error',
  means: 'A chart or a table has nothing to show.',
  mend: 'Give it data, or leave it out.',
};

export const RAGGED_TABLE: Problem = {
  code: 'ragged-table',
  severity: 'error',
  means: 'A row of a table has more or fewer cells than the others.',
  mend: 'Write as many cells as there are columns; an empty one is `""`.',
};

export const NEVER_SHOWN: Problem = {
  code: 'never-shown',
  severity: 'error',
  means: 'A slide shows a fact whose use is `never`.',
  mend: 'Show another fact, or change its `use` if it may be shown after all.',
};

export const NOTES_ONLY: Problem = {
  code: 'notes-only',
  severity: 'error',
  means: 'A slide shows a fact whose use is `context`, which belongs in the notes alone.',
  mend: 'Move it into the notes, or change its `use`.',
};

export const CLOSED_FACT: Problem = {
  code: 'closed-fact',
  severity: 'error',
  means: 'A slide shows a fact to an audience that may not see it.',
  mend: 'Leave the slide out for this audience, or add the audience to the fact.',
};

export const UNKNOWN_ICON: Problem = {
  code: 'unknown-icon',
  severity: 'error',
  means: 'The icon set has no icon of that name.',
  mend: 'Correct the name; https://phosphoricons.com shows and searches the set.',
};

export const SKIPPED_CONTENT: Problem = {
  code: 'skipped-content',
  severity: 'error',
  means: 'A slide has two of something of which it can have one.',
  mend: 'Keep one of them.',
};
