/** The line as it should have been written: the hint of every fault that quotes would have avoided. */

/** The line of a text that holds an offset. */
export function lineAround(text: string, offset: number): { start: number; end: number } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const feed = text.indexOf('\n', offset);
  const end = feed === -1 ? text.length : feed;
  return { start, end: text[end - 1] === '\r' ? end - 1 : end };
}

/** A value in quotes: double ones unless it holds a double quote or a backslash. */
export const quoted = (value: string): string =>
  /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;

/** The hint that prints the line with one stretch of it replaced, and without its comment. */
export function repairHint(text: string, start: number, end: number, replacement: string): string {
  const line = lineAround(text, start);
  const tail = end <= line.end ? text.slice(end, line.end).replace(/\s+#(\s.*)?$/, '') : '';
  return `write \`${(text.slice(line.start, start) + replacement + tail).trim()}\``;
}

/** Where the value of a line `key: value` or `- value` stands, a comment behind it left out; null on any other line. */
export function valueStretch(text: string, offset: number): { start: number; end: number } | null {
  const line = lineAround(text, offset);
  const match =
    /^(\s*(?:- +)*(?:[^\s#:"'{[][^:#]*|"[^"]*"|'[^']*') *: +|\s*(?:- +)+)(\S.*?)(?:\s+#(?:\s.*)?|\s*)$/.exec(
      text.slice(line.start, line.end),
    );
  if (match === null) return null;
  const start = line.start + match[1]!.length;
  return { start, end: start + match[2]!.length };
}
