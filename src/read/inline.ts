/** The author's inline Markdown: bold, emphasis, links, backslash escapes, and `$(fact)`. */
import type { FactForm, FactUse } from '../model/use.ts';
import type { Inline } from '../model/value.ts';

/** What the text asks of its surroundings. Offsets and lengths are in the text as parsed. */
export interface Surroundings {
  /** The fact that `$(…)` names; null where it was reported. */
  fact(written: string, offset: number): { readonly use: FactUse; readonly form: FactForm } | null;
  /** Whether a link may lead there; reported where not. */
  link(href: string, offset: number): boolean;
  /** `**` at the offset opens bold text that nothing closes. */
  unclosed(offset: number): void;
}

interface Style {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly href: string | null;
}

const SPECIAL = /[\\$*_[]/;
const FACT = /\$\(([A-Za-z][^()\n]*)\)/y;
/** What begins as an address is meant as one, whatever blanks it holds. */
const LINK =
  /\[((?:\\.|\$\([^()]*\)|[^[\]\\])+)\]\(((?:(?:https?|mailto):[^()\n]*|[^()\s]*)(?:\([^()\s]*\)[^()\s]*)*)\)/y;
const ESCAPE = /\\[!-/:-@[-`{-~]/y;
const WORD = /[\p{L}\p{N}]/u;
const PLAIN: Style = { bold: false, italic: false, href: null };

/** The pieces of a text; neighbours of one look are one piece. */
export function parseInlines(text: string, surroundings: Surroundings): readonly Inline[] {
  if (text === '') return [];
  if (!SPECIAL.test(text)) return [{ kind: 'words', text, ...PLAIN }];
  const pieces: Inline[] = [];
  scan({ text, surroundings, pieces }, 0, text.length, PLAIN);
  return pieces;
}

interface Scan {
  readonly text: string;
  readonly surroundings: Surroundings;
  readonly pieces: Inline[];
}

function scan(state: Scan, from: number, to: number, style: Style): void {
  /** Marks with no closing one left in this stretch: looked for once, so that a text of stars stays linear. */
  const hopeless = new Set<string>();
  for (let i = from; i < to; ) {
    const next =
      escaped(state, i, style) ??
      fact(state, i, style) ??
      link(state, i, to, style) ??
      emphasis(state, i, from, to, style, hopeless);
    if (next !== null) i = next;
    else i = words(state, state.text.slice(i, plainEnd(state.text, i + 1, to)), style, i);
  }
}

/** Each of the readers gives the offset behind what it has read, or null where it is not its turn. */
function escaped(state: Scan, i: number, style: Style): number | null {
  if (state.text[i] !== '\\' || match(ESCAPE, state.text, i) === null) return null;
  words(state, state.text[i + 1]!, style, i);
  return i + 2;
}

function fact(state: Scan, i: number, style: Style): number | null {
  const found = state.text[i] === '$' ? match(FACT, state.text, i) : null;
  if (found === null) return null;
  const named = state.surroundings.fact(found[1]!, i + 2);
  if (named === null) return words(state, found[0], style, i);
  state.pieces.push({ kind: 'fact', ...named, ...style });
  return i + found[0].length;
}

function link(state: Scan, i: number, to: number, style: Style): number | null {
  const found = state.text[i] === '[' && style.href === null ? match(LINK, state.text, i) : null;
  if (found === null || i + found[0].length > to) return null;
  const [whole, label, href] = found as unknown as [string, string, string];
  const safe = state.surroundings.link(href, i + label.length + 3);
  scan(state, i + 1, i + 1 + label.length, { ...style, href: safe ? href : null });
  return i + whole.length;
}

function emphasis(
  state: Scan,
  i: number,
  from: number,
  to: number,
  style: Style,
  hopeless: Set<string>,
): number | null {
  const { text } = state;
  if (text[i] !== '*' && text[i] !== '_') return null;
  const mark = text.startsWith('**', i) && i + 1 < to ? '**' : text[i]!;
  const inner = i + mark.length;
  if (hopeless.has(mark) || inner >= to || /\s/.test(text[inner]!)) return null;
  if (mark === '_' && i > from && WORD.test(text[i - 1]!)) return null;
  const close = closing(text, mark, inner, to);
  if (close === null) {
    hopeless.add(mark);
    if (mark === '**') state.surroundings.unclosed(i);
    return mark === '**' ? words(state, mark, style, i) : null;
  }
  scan(state, inner, close, mark === '**' ? { ...style, bold: true } : { ...style, italic: true });
  return close + mark.length;
}

/** Where the mark is closed: before it stands no space, and `_` is not followed by a letter or digit. */
function closing(text: string, mark: string, from: number, to: number): number | null {
  for (let i = from; i < to; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '$') i += (match(FACT, text, i)?.[0].length ?? 1) - 1;
    else if (text[i] === mark[0]) {
      let run = 1;
      while (i + run < to && text[i + run] === mark[0]) run++;
      const at = i + run - mark.length;
      const fits = mark === '**' ? run >= 2 : mark === '*' ? run % 2 === 1 : !WORD.test(text[i + run] ?? '');
      if (fits && i > from && !/\s/.test(text[i - 1]!)) return at;
      i += run - 1;
    }
  }
  return null;
}

function words({ pieces }: Pick<Scan, 'pieces'>, text: string, style: Style, offset: number): number {
  const last = pieces.at(-1);
  const same = last?.kind === 'words' && last.bold === style.bold && last.italic === style.italic;
  if (same && last.href === style.href) pieces[pieces.length - 1] = { ...last, text: last.text + text };
  else pieces.push({ kind: 'words', text, ...style });
  return offset + text.length;
}

function plainEnd(text: string, from: number, to: number): number {
  let i = from;
  while (i < to && !SPECIAL.test(text[i]!)) i++;
  return i;
}

function match(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  const sticky = new RegExp(pattern.source, pattern.flags);
  sticky.lastIndex = offset;
  return sticky.exec(text);
}
