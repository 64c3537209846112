/** Diagnostics for people, with the line they are about, and for programs. Line and column are computed here, once. */
import type { Diagnostic } from './model/diagnostic.ts';
import type { Place } from './model/origin.ts';
import type { Project } from './model/project.ts';

/** How many are printed in full; the rest is counted. */
const SHOWN = 50;
/** Columns of an excerpt before it is trimmed around its caret. */
const EXCERPT = 100;

export interface ReportOptions {
  readonly colour: boolean;
  /** A file's name as a person would type it. */
  display(name: string): string;
}

/** A place as editors count: from 1, columns in UTF-16 code units. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The text of the line. */
  readonly text: string;
}

/** The position of a place; line 1, column 1 and no text where the file cannot be read. */
export function positionOf(place: Place, project: Project): Position {
  const bytes = project.read(place.file);
  if (bytes === null) return { file: place.file, line: 1, column: 1, text: '' };
  const text = new TextDecoder().decode(bytes);
  const before = text.slice(0, place.start);
  const line = before.split('\n').length;
  const start = before.lastIndexOf('\n') + 1;
  const end = text.indexOf('\n', place.start);
  return {
    file: place.file,
    line,
    column: place.start - start + 1,
    text: text.slice(start, end < 0 ? undefined : end).replace(/\r$/, ''),
  };
}

/** All diagnostics as text, each in the shape that the product page shows, and a last line that counts them. */
export function pretty(diagnostics: readonly Diagnostic[], project: Project, options: ReportOptions): string {
  if (diagnostics.length === 0) return '';
  const blocks = diagnostics.slice(0, SHOWN).map(diagnostic => block(diagnostic, project, options));
  if (diagnostics.length > SHOWN) blocks.push(`… and ${diagnostics.length - SHOWN} more.\n`);
  return `${blocks.join('\n')}\n${tally(diagnostics)}\n`;
}

/** How many of each: `2 errors, 1 warning`. */
export function tally(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: string, word: string): string[] => {
    const number = diagnostics.filter(diagnostic => diagnostic.problem.severity === severity).length;
    return number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`];
  };
  return [...count('error', 'error'), ...count('warning', 'warning'), ...count('info', 'remark')].join(', ');
}

function block(diagnostic: Diagnostic, project: Project, options: ReportOptions): string {
  const paint = painter(options.colour);
  const { problem, origin, slide } = diagnostic;
  const place = origin.data ?? origin.template;
  const position = place === null ? null : positionOf(place, project);
  const where = position === null ? (slide?.id ?? 'briefing') : located(position, options);
  const lines = [
    `${paint('bold', where)} ${paint(problem.severity, problem.severity)} ${problem.code}`,
    `  ${diagnostic.message}`,
  ];
  if (position !== null && position.text.trim() !== '') lines.push(...excerpt(position, paint));
  if (diagnostic.hint !== null) lines.push(`  hint: ${diagnostic.hint}`);
  const shownBy = shown(diagnostic, project, options);
  if (shownBy !== null) lines.push(`  ${shownBy}`);
  return `${lines.join('\n')}\n`;
}

const located = (position: Position, options: ReportOptions): string =>
  `${options.display(position.file)}:${position.line}:${position.column}`;

/** `shown by templates/slides/waterfall.hbs:3:5 on slide 12`, as much of it as is known. */
function shown({ origin, slide }: Diagnostic, project: Project, options: ReportOptions): string | null {
  const template = origin.data === null ? null : origin.template;
  const number = slide === null ? null : slide.number === null ? `slide ${slide.id}` : `slide ${slide.number}`;
  if (template === null) return number === null ? null : `on ${number}`;
  const by = `shown by ${located(positionOf(template, project), options)}`;
  return number === null ? by : `${by} on ${number}`;
}

/** The line and a caret under the column; a long line is trimmed on both sides of it. */
function excerpt(position: Position, paint: Painter): string[] {
  const caret = position.column - 1;
  const start = caret > EXCERPT - 20 ? caret - 40 : 0;
  const text = `${start > 0 ? '…' : ''}${position.text.slice(start, start + EXCERPT)}${
    position.text.length > start + EXCERPT ? '…' : ''
  }`;
  const margin = String(position.line).length;
  const before = text.slice(0, caret - start + (start > 0 ? 1 : 0));
  return [
    `  ${position.line} ${paint('faint', '│')} ${text}`,
    `  ${' '.repeat(margin)} ${paint('faint', '│')} ${blank(before)}^`,
  ];
}

/** Spaces as wide as the text on a terminal: Hangul and Han take two columns (Unicode Standard Annex 11). */
const blank = (text: string): string =>
  text.replace(
    /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]|[^\t]/gu,
    c => (/[\u1100-\uFFE6]/.test(c) && !/[\u2000-\u2E7F]/.test(c) ? '  ' : ' '),
  );

type Painter = (style: 'bold' | 'faint' | 'error' | 'warning' | 'info', text: string) => string;

/** SGR colours (ECMA-48 8.3.117), or nothing. */
function painter(colour: boolean): Painter {
  const codes = { bold: '1', faint: '2', error: '31', warning: '33', info: '36' };
  return (style, text) => (colour ? `\u001B[${codes[style]}m${text}\u001B[0m` : text);
}

/** One diagnostic as programs read it: everything the pretty form says, and the pointer. */
export interface DiagnosticRecord {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly hint: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly pointer: string | null;
  readonly template: { readonly file: string; readonly line: number; readonly column: number } | null;
  readonly slide: { readonly id: string; readonly number: number | null } | null;
}

/** Diagnostics as plain records, for `--report json`. */
export function records(
  diagnostics: readonly Diagnostic[],
  project: Project,
  options: Pick<ReportOptions, 'display'>,
): DiagnosticRecord[] {
  const plain = (place: Place | null) => {
    if (place === null) return null;
    const { file, line, column } = positionOf(place, project);
    return { file: options.display(file), line, column };
  };
  return diagnostics.map(({ problem, message, hint, origin, slide }) => {
    const at = plain(origin.data ?? origin.template);
    return {
      code: problem.code,
      severity: problem.severity,
      message,
      hint,
      file: at?.file ?? null,
      line: at?.line ?? null,
      column: at?.column ?? null,
      pointer: origin.pointer,
      template: plain(origin.template),
      slide: slide === null ? null : { id: slide.id, number: slide.number },
    };
  });
}
