/** The plain text of templates: each tag is stamped with its place, and what markup cannot hold is reported and mended. */
import { diagnose, type Report } from '../model/diagnostic.ts';
import type { Place } from '../model/origin.ts';
import { BARE_CHARACTER } from './problems.ts';
import { inTemplate, type Syntax, statements } from './syntax.ts';

/** A stretch of markup; `tag` is set where it ends in `<name`, and a stamp belongs behind it. */
export interface Piece {
  readonly text: string;
  readonly tag: Place | null;
}

/** The pieces of every content statement of a template. */
export type Pieces = ReadonlyMap<hbs.AST.Statement, readonly Piece[]>;

const TAG_OR_FAULT = /<!--[\s\S]*?-->|<[A-Za-z][\w.-]*|<\/[\s\S]|&(?:#\d+|#x[\dA-Fa-f]+|[A-Za-z]\w*);|[<&]/g;

/** Cuts the text of a template behind each tag's name. */
export function cutContent(syntax: Syntax, report: Report): Pieces {
  const pieces = new Map<hbs.AST.Statement, Piece[]>();
  for (const node of statements(syntax.program)) {
    if (node.type !== 'ContentStatement') continue;
    const { value, original } = node as unknown as { value: string; original: string };
    // White space control trims `value`; the place is that of `original`.
    const start = syntax.place(node).start + Math.max(0, original.indexOf(value));
    pieces.set(node, cut(value, start, syntax.template.file, report));
  }
  return pieces;
}

function cut(text: string, offset: number, file: string, report: Report): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  let buffer = '';
  for (const match of text.matchAll(TAG_OR_FAULT)) {
    const [found] = match;
    const end = match.index + found.length;
    const place = { file, start: offset + match.index, end: offset + end };
    buffer += text.slice(done, match.index);
    done = end;
    if (/^<[A-Za-z]/.test(found)) {
      pieces.push({ text: buffer + found, tag: place });
      buffer = '';
    } else if (found === '<' || found === '&') {
      const escaped = found === '<' ? '&lt;' : '&amp;';
      report(
        diagnose(BARE_CHARACTER, inTemplate(place), `A bare \`${found}\` stands in the text.`, {
          hint: `write \`${escaped}\``,
        }),
      );
      buffer += escaped;
    } else if (!found.startsWith('<!--')) {
      buffer += found;
    }
  }
  pieces.push({ text: buffer + text.slice(done), tag: null });
  return pieces;
}

/** Text as character data or attribute value (XML 1.0, 2.4). */
export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"]/g, character => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!);
