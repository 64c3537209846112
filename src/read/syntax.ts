/** What the YAML parser complains of, as one diagnostic: the first fault, at the place where the author can mend it. */
import { type Document, isCollection, isScalar, type ParsedNode, parseDocument, visit, type YAMLError } from 'yaml';
import { diagnose, type Problem, type Report } from '../model/diagnostic.ts';
import { at } from '../model/origin.ts';
import { LIMIT_DEPTH, SEVERAL_DOCUMENTS, TAB_INDENT, YAML_SYNTAX } from './problems.ts';
import { lineAround, quoted, repairHint, valueStretch } from './repair.ts';
import type { Stretch } from './tree.ts';

/**
 * Every scalar stays the string that was typed (`failsafe`), duplicate keys are found by `grow`, and line numbers are
 * left to the printer: 20,000 lines take 170 ms instead of 320 ms, positions intact (measured with yaml 2.9.1).
 */
export const YAML_OPTIONS = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false } as const;

/** How a fault is worded: where, what, and what to do. Offsets into the whole text. */
interface Finding {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string | null;
  readonly problem?: Problem;
}

/** Reports the first syntax error of a stretch. */
export function reportSyntax(stretch: Stretch, document: Document.Parsed<ParsedNode>, report: Report): void {
  const first = document.errors.reduce((a, b) => (b.pos[0] < a.pos[0] ? b : a));
  const finding =
    byCode(stretch, first) ??
    unclosed(stretch, document, first) ??
    deeper(stretch, first) ??
    healed(stretch, first) ??
    plain(stretch, first);
  const { start, end, message, hint } = finding;
  report(diagnose(finding.problem ?? YAML_SYNTAX, at({ file: stretch.file, start, end }), message, { hint }));
}

function byCode(stretch: Stretch, error: YAMLError): Finding | null {
  const start = stretch.start + error.pos[0];
  const end = stretch.start + error.pos[1];
  if (error.code === 'TAB_AS_INDENT') {
    const problem = TAB_INDENT;
    return { problem, start, end, message: 'The line is indented with a tab.', hint: 'indent with spaces' };
  }
  if (error.code === 'MULTIPLE_DOCS') {
    const message = 'A second YAML document begins here; a file holds one.';
    return {
      problem: SEVERAL_DOCUMENTS,
      start,
      end: start + 3,
      message,
      hint: 'delete the line `---`, or split the file',
    };
  }
  if (error.code === 'RESOURCE_EXHAUSTION') {
    return {
      problem: LIMIT_DEPTH,
      start,
      end,
      message: 'The file is nested too deeply; 100 levels are allowed.',
      hint: null,
    };
  }
  return null;
}

/** A quote or bracket that is never closed: the parser stops at its end, the author looks for its beginning. */
function unclosed(stretch: Stretch, document: Document.Parsed<ParsedNode>, error: YAMLError): Finding | null {
  if (!/closing|end with a/.test(error.message)) return null;
  const source = stretch.text.slice(stretch.start, stretch.end);
  let opener: number | null = null;
  visit(document, (_, node) => {
    if ((!isScalar(node) && !isCollection(node)) || !node.range) return;
    const [start, end] = node.range;
    const closing = CLOSING[source[start]!];
    const open = closing !== undefined && (end - start < 2 || source[end - 1] !== closing || end >= error.pos[0]);
    if (open && start <= error.pos[0] && (isScalar(node) || node.flow === true)) opener = start;
  });
  if (opener === null) return null;
  const start = stretch.start + opener;
  const mark = stretch.text[start]!;
  const line = lineNumber(stretch.text, stretch.start + error.pos[0]);
  const message = `The \`${mark}\` that opens here is not closed; the fault shows in line ${line}.`;
  const eol = lineAround(stretch.text, start).end;
  const hint = repairHint(stretch.text, start, eol, stretch.text.slice(start, eol).trimEnd() + CLOSING[mark]);
  return { start, end: start + 1, message, hint };
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", '{': '}', '[': ']' };

/** A key below one that has its value in the line already: the parser stops at that value, the author looks for the indentation. */
function deeper({ text, start, end }: Stretch, error: YAMLError): Finding | null {
  const value = valueStretch(text, start + error.pos[0]);
  if (value === null) return null;
  const above = lineAround(text, value.start);
  const below = /^(?:[ \r]*\n)+( +)(?:- +)?[\w-]+:(?= |\r?$)/m.exec(text.slice(above.end, end));
  const indent = text.slice(above.start).search(/\S/);
  if (below === null || below.index > 0 || below[1]!.length <= indent) return null;
  const key = above.end + below[0].search(/[^\s]/);
  const message = `The line is indented deeper than line ${lineNumber(text, above.start)}, which has its value already.`;
  return { start: key, end: above.end + below[0].length, message, hint: HINTS.BAD_INDENT! };
}

/** A line that quotes around its value mend, which is tried before it is said. */
function healed(stretch: Stretch, error: YAMLError): Finding | null {
  const { text } = stretch;
  const value = valueStretch(text, stretch.start + error.pos[0]);
  if (value === null) return null;
  const old = text.slice(value.start, value.end);
  const source = text.slice(stretch.start, value.start) + quoted(old) + text.slice(value.end, stretch.end);
  const lineEnd = lineAround(source, value.start - stretch.start).end;
  const still = parseDocument(source, YAML_OPTIONS).errors.some(({ pos }) => pos[0] <= lineEnd);
  if (still) return null;
  const message = `${reason(old)}, so YAML does not take it for one text.`;
  return { ...value, message, hint: repairHint(text, value.start, value.end, quoted(old)) };
}

function reason(value: string): string {
  if (/^["']/.test(value)) return 'The value goes on after its closing quote';
  if (/^[*&!|>%@`{}[\],?-]/.test(value)) return `The value starts with \`${value[0]}\``;
  if (/: |:$/.test(value)) return 'The value holds a colon followed by a space';
  return 'The value holds a character with a meaning of its own';
}

function plain(stretch: Stretch, error: YAMLError): Finding {
  const start = stretch.start + error.pos[0];
  const end = stretch.start + Math.max(error.pos[1], error.pos[0] + 1);
  const sentence = SENTENCES[error.code] ?? `This is not YAML: ${error.message.replace(/\s+/g, ' ')}.`;
  return { start, end: Math.min(end, stretch.end), message: sentence, hint: HINTS[error.code] ?? null };
}

const SENTENCES: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'A map begins in the middle of a line or of a value.',
  MULTILINE_IMPLICIT_KEY: 'A line stands where a key is expected and has no colon.',
  BAD_DQ_ESCAPE: 'A backslash in double quotes starts an escape, and this is none.',
  BAD_INDENT: 'The line is indented less or more than the lines that it belongs to.',
};
const HINTS: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'check the indentation, or put the text in quotes',
  MULTILINE_IMPLICIT_KEY: 'write `key: value`',
  BAD_DQ_ESCAPE: 'use single quotes, which know no escapes, or write `\\\\`',
  BAD_INDENT: 'indent the keys of one map alike',
};

const lineNumber = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
