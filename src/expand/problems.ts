/** What expand may find wrong: in templates, and in data that has no words for this language or audience. */
import type { Problem } from '../model/diagnostic.ts';

export const TEMPLATE_SYNTAX: Problem = {
  code: 'template-syntax',
  severity: 'error',
  means: 'A template is not well-formed Handlebars.',
  mend: 'Close every block that is opened, and every pair of braces.',
};

export const REFUSED_SYNTAX: Problem = {
  code: 'refused-syntax',
  severity: 'error',
  means: 'A template uses a part of Handlebars that is refused here: raw output, decorators, or a section over a name.',
  mend: 'Write `{{name}}`, `{{#each}}`, `{{#if}}` or `{{#with}}`; the markup is always escaped.',
};

export const BARE_CHARACTER: Problem = {
  code: 'bare-character',
  severity: 'error',
  means: 'A template has `&` or `<` as plain text, which markup cannot have.',
  mend: 'Write `&amp;` or `&lt;`.',
};

export const UNKNOWN_NAME: Problem = {
  code: 'unknown-name',
  severity: 'error',
  means: 'A template asks for a name that is not in its contract.',
  mend: 'Correct the name, or declare it under `properties` in the front matter.',
};

export const UNKNOWN_HELPER: Problem = {
  code: 'unknown-helper',
  severity: 'error',
  means: 'A template calls a helper that does not exist.',
  mend: 'Use one of the helpers listed in templates/README.md.',
};

export const HELPER_ARGUMENT: Problem = {
  code: 'helper-argument',
  severity: 'error',
  means: 'A helper was called with an argument that it cannot use.',
  mend: 'Look the helper up in templates/README.md.',
};

export const UNKNOWN_PARTIAL: Problem = {
  code: 'unknown-partial',
  severity: 'error',
  means: 'A template calls a component or a slide template that does not exist.',
  mend: 'Correct the name, or add the file to the templates folder.',
};

export const TEMPLATE_LIMIT: Problem = {
  code: 'template-limit',
  severity: 'error',
  means: 'A template calls itself without end, or repeats more than a deck can hold.',
  mend: 'Break the cycle, or loop over less.',
};

export const UNPRINTABLE: Problem = {
  code: 'unprintable',
  severity: 'error',
  means: 'A template prints a list or a map, which has no words.',
  mend: 'Loop over it with `{{#each}}`, or print one of its names.',
};

export const STRAY_MARKUP: Problem = {
  code: 'stray-markup',
  severity: 'error',
  means: 'A section template writes outside of a slide, or a slide that belongs to none of its keys.',
  mend: 'Write each slide inside `{{#with key}}`, or call its slide template with the key.',
};

export const MISSING_LANGUAGE: Problem = {
  code: 'missing-language',
  severity: 'error',
  means: 'A text, or the word of a unit, is not written in the language of the deck.',
  mend: 'Add the language, or write one text for all languages.',
};

export const MISSING_TRANSLATION: Problem = {
  code: 'missing-translation',
  severity: 'error',
  means: 'A fixed phrase of a template has no translation.',
  mend: 'Add the phrase to templates/words.yaml.',
};

export const FOREIGN_NUMBERS: Problem = {
  code: 'foreign-numbers',
  severity: 'warning',
  means: 'Numbers in this language are worded by the rules of English.',
  mend: 'Give the facts that show a `display` in this language.',
};

export const UNKNOWN_FACT: Problem = {
  code: 'template-fact',
  severity: 'error',
  means: 'A template names a fact that the ledger does not have.',
  mend: 'Correct the id, or add the fact to facts.yaml.',
};

export const UNORDERED_SLIDE: Problem = {
  code: 'unordered-slide',
  severity: 'error',
  means: 'An audience lists a built-in slide that the order of the deck leaves out.',
  mend: 'Add the slide to `order`, or take it out of the audience.',
};

export const CLOSED_SLIDE: Problem = {
  code: 'closed-slide',
  severity: 'error',
  means: 'An audience is given a slide that its own `audiences` keep from it.',
  mend: 'Take the slide out of the list, or the audience into the slide’s `audiences`.',
};

export const FACT_WITHOUT_VALUE: Problem = {
  code: 'fact-without-value',
  severity: 'error',
  means: 'A text prints a fact that has no value of its own.',
  mend: 'Name one of its members, as in `$(dram-share.samsung)`, or give the fact a statement.',
};

export const UNDRAWN_SLIDE: Problem = {
  code: 'undrawn-slide',
  severity: 'error',
  means: 'A section has content under a key that its template does not draw.',
  mend: 'Draw the key in the section template, or say which slide it is with `slide:`.',
};
