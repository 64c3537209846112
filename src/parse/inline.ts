/** Words with their look: runs that know their facts, white space as in HTML, paragraphs at blank lines of the data. */
import type { Printed } from '../model/markup.ts';
import type { Origin } from '../model/origin.ts';
import { type Break, type Field, type Inlines, type Paragraph, plainRun, type Run } from '../model/text.ts';
import { addressOf, colourOf, isTarget, originOf, sourceIdOf, targetOf } from './attributes.ts';
import { cutMarkers, type Draft, noteFacts } from './parsing.ts';
import { checkUses } from './policy.ts';
import type { Element } from './tree.ts';

type Look = Pick<Run, 'bold' | 'italic' | 'position' | 'colour' | 'href'>;
const PLAIN: Look = { bold: false, italic: false, position: 'baseline', colour: null, href: null };

/** A blank line of the data, where a paragraph ends. */
const END = { kind: 'end' } as const;
type Piece = Run | Break | Field | typeof END;

interface Setting {
  readonly draft: Draft;
  readonly inNotes: boolean;
}

/** The words of an element as paragraphs; none where it holds no word. */
export function paragraphsOf(
  draft: Draft,
  element: Element,
  list: Paragraph['list'] = null,
  inNotes = false,
): readonly Paragraph[] {
  const pieces = piecesOf({ draft, inNotes }, element, element.children, PLAIN);
  return splitAt(pieces).flatMap(part => {
    const inlines = collapse(part);
    return inlines.length === 0 ? [] : [{ inlines, list, origin: originIn(inlines, element.origin) }];
  });
}

/** The words of an element as one line of text. */
export function inlinesOf(draft: Draft, element: Element): Inlines {
  const pieces = piecesOf({ draft, inNotes: false }, element, element.children, PLAIN);
  return collapse(pieces.map(piece => (piece.kind === 'end' ? { ...spaceAt(element.origin) } : piece)));
}

/** The words of an attribute, as runs. */
export function attributeInlines(draft: Draft, element: Element, name: string): Inlines {
  const written = element.attributes.get(name) ?? '';
  return collapse(textPieces({ draft, inNotes: false }, element, written, PLAIN).filter(piece => piece.kind !== 'end'));
}

/** The datum that the words show, else the element's own origin. */
export function originIn(inlines: Inlines, origin: Origin): Origin {
  const shown = inlines.find(inline => inline.kind === 'text' && inline.origin.data !== origin.data);
  return shown?.kind === 'text' ? shown.origin : origin;
}

function piecesOf(setting: Setting, parent: Element, children: Element['children'], look: Look): Piece[] {
  return children.flatMap(child => {
    if (typeof child === 'string') return textPieces(setting, parent, child, look);
    return elementPieces(setting, child, look);
  });
}

function elementPieces(setting: Setting, element: Element, look: Look): Piece[] {
  const { draft } = setting;
  const inside = (more: Partial<Look>) => piecesOf(setting, element, element.children, { ...look, ...more });
  switch (element.name) {
    case 'b':
      return inside({ bold: true });
    case 'em':
      return inside({ italic: true });
    case 'sup':
      return inside({ position: 'superscript' });
    case 'sub':
      return inside({ position: 'subscript' });
    case 'span':
      return inside({ colour: colourOf(draft, element) });
    case 'a':
      return inside({ href: addressOf(draft, element, 'href') });
    case 'br':
      return [{ kind: 'break' }];
    case 'page-of': {
      const target = targetOf(draft, element, 'slide');
      return target === null ? [] : [{ kind: 'field', field: 'page-of', target, origin: element.origin }];
    }
    case 'pages-of': {
      const target = sourceIdOf(draft, element, 'source');
      return target === null ? [] : [{ kind: 'field', field: 'pages-of', target, origin: element.origin }];
    }
    default:
      // Lists inside of items and paragraphs inside of notes are read by those who hold them.
      return [];
  }
}

function textPieces(setting: Setting, element: Element, text: string, look: Look): Piece[] {
  return cutMarkers(text, setting.draft.parsing.markup).flatMap(part => {
    if (typeof part !== 'string') return printedPieces(setting, element, part, look);
    return [{ ...plainRun(part, element.origin), ...look }];
  });
}

function printedPieces({ draft, inNotes }: Setting, element: Element, printed: Printed, look: Look): Piece[] {
  const origin = originOf(element, printed);
  checkUses(draft, printed.facts, origin, inNotes);
  if (!inNotes) noteFacts(draft, printed.facts);
  return printed.inlines.flatMap((inline): Piece[] => {
    if (inline.kind !== 'text') return [inline];
    const href = inline.href?.startsWith('#') && !isTarget(draft, inline.href.slice(1), origin) ? null : inline.href;
    const run: Run = {
      ...inline,
      bold: inline.bold || look.bold,
      italic: inline.italic || look.italic,
      position: look.position,
      colour: inline.colour ?? look.colour,
      href: href ?? look.href,
      origin,
    };
    if (!run.text.includes('\n')) return [run];
    const [first = '', ...others] = run.text.split(/\n[ \t]*\n\s*/);
    return [{ ...run, text: first }, ...others.flatMap((text): Piece[] => [END, { ...run, text }])];
  });
}

function splitAt(pieces: readonly Piece[]): readonly (readonly (Run | Break | Field)[])[] {
  const parts: (Run | Break | Field)[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === 'end') parts.push([]);
    else parts.at(-1)!.push(piece);
  }
  return parts;
}

/** White space as in HTML: runs of it are one space, none stands at an edge or beside a break. No-break spaces stay. */
function collapse(pieces: readonly (Piece | Run)[]): Inlines {
  const collapsed: (Run | Break | Field)[] = [];
  let afterSpace = true;
  for (const piece of pieces) {
    if (piece.kind === 'end') continue;
    if (piece.kind !== 'text') {
      if (piece.kind === 'break') trimEnd(collapsed);
      collapsed.push(piece);
      afterSpace = piece.kind === 'break';
      continue;
    }
    const spaced = piece.text.replace(/[ \t\n\r\f]+/g, ' ');
    const text = afterSpace ? spaced.replace(/^ /, '') : spaced;
    if (text === '') continue;
    collapsed.push(text === piece.text ? piece : { ...piece, text });
    afterSpace = text.endsWith(' ');
  }
  trimEnd(collapsed);
  return collapsed;
}

function trimEnd(inlines: (Run | Break | Field)[]): void {
  for (let last = inlines.at(-1); last?.kind === 'text'; last = inlines.at(-1)) {
    if (!last.text.endsWith(' ')) return;
    inlines.pop();
    const text = last.text.slice(0, -1);
    if (text === '') continue;
    inlines.push({ ...last, text });
    return;
  }
}

const spaceAt = (origin: Origin): Run => plainRun(' ', origin);
