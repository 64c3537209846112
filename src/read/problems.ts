/** What read can find wrong with a briefing's files. */
import type { Problem, Severity } from '../model/diagnostic.ts';

export { UNKNOWN_AUDIENCE, UNKNOWN_SLIDE, UNKNOWN_SOURCE, UNSAFE_LINK } from '../model/problems.ts';

const problem = (severity: Severity, code: string, means: string, mend: string): Problem => ({
  code,
  severity,
  means,
  mend,
});
const error = (code: string, means: string, mend: string): Problem => problem('error', code, means, mend);
/** A limit of the compiler, not of the format: exit code 4. */
const limit = (code: string, means: string, mend: string): Problem => ({ ...error(code, means, mend), exit: 4 });
const warning = (code: string, means: string, mend: string): Problem => problem('warning', code, means, mend);

// Files.
export const MISSING_FILE: Problem = {
  ...error(
    'missing-file',
    'A file that the briefing is made of does not exist, or may not be read.',
    'Put it where it is looked for, or correct the name.',
  ),
  exit: 3,
};
export const STRAY_FILE = warning(
  'stray-file',
  'A file beside the briefing has almost the name of one that is read, and is not read.',
  'Rename it: briefing.yaml, facts.yaml, sources.yaml.',
);
export const EMPTY_FILE = error(
  'empty-file',
  'A YAML file has no content, or only comments.',
  'Write its keys, or delete the file.',
);
export const BAD_ENCODING = error(
  'bad-encoding',
  'A file is not valid UTF-8.',
  'Save the file as UTF-8 in the editor.',
);
export const LIMIT_SIZE = limit(
  'limit-size',
  'A YAML file is larger than 10 MB.',
  'Split it: one file a section, facts and sources in their own.',
);
export const LIMIT_DEPTH = limit(
  'limit-depth',
  'A YAML file is nested deeper than 100 levels.',
  'Flatten it; no contract needs more than ten levels.',
);
export const LIMIT_NODES = limit(
  'limit-nodes',
  'The aliases of a YAML file stand for more than 1,000,000 nodes.',
  'Use fewer aliases of aliases.',
);

// YAML.
export const YAML_SYNTAX = error(
  'yaml-syntax',
  'A file is not YAML; only the first fault of a file is shown, because it hides those after it.',
  'Mend the line that is shown, most often with quotes around the text.',
);
export const TAB_INDENT = error(
  'tab-indent',
  'A line is indented with a tab, which YAML forbids.',
  'Indent with spaces.',
);
export const SEVERAL_DOCUMENTS = error(
  'several-documents',
  'A file holds more than one YAML document.',
  'Delete the line `---`, or split the file.',
);
export const UNKNOWN_TAG = error(
  'unknown-tag',
  'A value starts with `!`, which YAML takes for a tag; briefings use none.',
  'Delete the tag, or put the text in quotes.',
);
export const UNKNOWN_ALIAS = error(
  'unknown-alias',
  'A value starts with `*`, which YAML takes for an alias, and no anchor of that name stands before it.',
  'Put the text in quotes, or define the anchor above it.',
);
export const UNUSED_ANCHOR = warning(
  'unused-anchor',
  'A value starts with `&`, so YAML has swallowed its first word as an anchor that nothing uses.',
  'Put the text in quotes.',
);
export const DUPLICATE_KEY = error(
  'duplicate-key',
  'A key stands twice in one map.',
  'Keep one of the two, or rename one.',
);
export const BAD_KEY = error(
  'bad-key',
  'A key is not a word of the form that is wanted there.',
  'Write ids and keys in kebab-case: lower-case letters, digits and hyphens, a letter first.',
);
export const COMMA_MADE_KEY = error(
  'comma-made-key',
  'A comma between braces ended a value, and what follows has become a key of its own.',
  'Put the value in quotes.',
);
export const COLON_MADE_MAP = error(
  'colon-made-map',
  'A colon followed by a space made a map of what was meant as text.',
  'Put the text in quotes.',
);
export const SWALLOWED_TEXT = warning(
  'swallowed-text',
  'A `#` after a space starts a comment, so the rest of the text is lost.',
  'Put the text in quotes; write real comments with a space after `#`.',
);
export const FORBIDDEN_CHARACTER = error(
  'forbidden-character',
  'A text holds a control character, half a surrogate pair or another code point that no document may hold.',
  'Delete the character.',
);

// Contracts.
export const UNKNOWN_KEY = error(
  'unknown-key',
  'A key is not in the contract of the map that it stands in.',
  'Correct the key, or declare it in the front matter of the template.',
);
export const MISSING_KEY = error('missing-key', 'A key that the contract requires is absent or empty.', 'Write it.');
export const WRONG_TYPE = error(
  'wrong-type',
  'A value is of another type than its contract says.',
  'Write what is expected.',
);
export const NOT_ALLOWED = error(
  'not-allowed',
  'A value is not in the list, range, length or pattern that its contract allows.',
  'Write one that is.',
);
export const WRONG_COUNT = error(
  'wrong-count',
  'A list or a map has fewer or more items than its contract allows.',
  'Add or remove items; a long list is two slides.',
);
export const MANY_HIGHLIGHTS = warning(
  'many-highlights',
  'A slide highlights more than one thing where one proves its message.',
  'Keep the one that the message is about; where there are two, say so in two slides.',
);
export const NOT_FINITE = error(
  'not-finite',
  'A number is infinite or not a number.',
  'Write a finite number, or leave the value out.',
);
export const LOST_DIGITS = error(
  'lost-digits',
  'A number has more digits than a computer keeps, so its last ones would change.',
  'Write at most 15 significant digits, or put an identifier in quotes.',
);

// Text.
export const UNKNOWN_FACT = error(
  'unknown-fact',
  'A text or a key names a fact that is not in the ledger.',
  'Correct the id, or add the fact to facts.yaml.',
);
export const UNKNOWN_MEMBER = error(
  'unknown-member',
  'A fact has no member of the name that follows the dot.',
  'Correct the name, or add the member under `values`.',
);
export const NEEDS_MEMBER = error(
  'needs-member',
  'A fact with several values is used where one is wanted.',
  'Name one of its members: `fact.member`.',
);
export const UNKNOWN_FORM = error(
  'unknown-form',
  'A fact is asked for in a form that does not exist.',
  'Write `$(id)`, `$(id short)` or `$(id numeral)`.',
);
export const UNCLOSED_MARK = warning(
  'unclosed-mark',
  'Bold text is opened with `**` and not closed, so the stars are printed.',
  'Close it with `**`, or write `\\*\\*` for two stars.',
);
export const STRAY_LANGUAGE = warning(
  'stray-language',
  'A text is given in a language that the briefing does not have while one that it has is missing.',
  'Correct the language code.',
);

// Facts and sources.
export const UNKNOWN_UNIT = error(
  'unknown-unit',
  'A unit is neither built in nor defined under `units`.',
  'Correct it, or define its word under `units`.',
);
export const BAD_PERIOD = error(
  'bad-period',
  'A date or period is not of a form that is understood.',
  'Write 2024, 2024-Q2, 2024-H1, 2024-04, 2024-04-09 or 2021..2031, with F behind it for a forecast.',
);
export const BAD_CALC = error(
  'bad-calc',
  'The expression of a fact cannot be computed.',
  'Write facts as `$(id)` and combine them with + - * / ^ ( ) and sum(id).',
);
export const CALC_CYCLE = error(
  'calc-cycle',
  'Facts are computed from each other in a circle.',
  'Give one of them a value.',
);
export const FACT_VALUE = error(
  'fact-value',
  'A fact has no value and no statement, or more than one of `value`, `values` and `calc`.',
  'Give exactly one of `value`, `values` and `calc`, or a `statement` alone.',
);
export const DISPLAY_MISMATCH = error(
  'display-mismatch',
  'The number in `display` is not the value of the fact.',
  'Correct the wording or the value, or delete `display`: wordings are generated.',
);
// Sections, slides and templates.
export const UNKNOWN_TEMPLATE = error(
  'unknown-template',
  'A section kind or a slide template of that name does not exist.',
  'Correct the name, or write the template in the `templates` folder.',
);
export const UNLISTED_SECTION = warning(
  'unlisted-section',
  'A section is not named in `order`, so it is not in the deck.',
  'Add it to `order`, or delete the file.',
);
export const EMPTY_SECTION = warning(
  'empty-section',
  'The `order` names a section that has no slides, so nothing of it is in the deck.',
  'Give it a slide, or take it out of `order`.',
);
export const REPEATED_ENTRY = error('repeated-entry', 'A list names the same thing twice.', 'Delete one of the two.');
export const BAD_TEMPLATE = error(
  'bad-template',
  'The front matter of a template is missing or is not a contract.',
  'Start the file with a contract between two lines `---`.',
);
