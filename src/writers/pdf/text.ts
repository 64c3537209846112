/** Text with its meaning: headings, paragraphs, lists and links, each line where it was measured. */
import type { LaidParagraph, Line, Span, TextBlock } from '../../model/scene.ts';
import type { Hand } from './canvas.ts';
import { aroundWords } from './paint.ts';
import type { Element, ElementType } from './structure.ts';

/** Spans that follow each other and mean the same: the bullet, a link, or plain words of one language. */
interface Stretch {
  readonly kind: 'bullet' | 'words';
  readonly href: string | null;
  readonly language: string | null;
  readonly pieces: { readonly span: Span; readonly baseline: number; readonly spaced: boolean }[];
}

/** A list that is open, and the item that a list below it belongs to. */
interface OpenList {
  readonly element: Element;
  readonly ordered: boolean;
  body: Element;
}

/** Writes a text as elements of `parent`. */
export function drawText(block: TextBlock, parent: Element, hand: Hand): void {
  const lists: OpenList[] = [];
  for (const [index, paragraph] of block.paragraphs.entries()) {
    const lines = block.lines.filter(line => line.paragraph === index);
    const stretches = stretchesOf(paragraph, lines, hand.language);
    if (stretches.length === 0) continue;
    if (paragraph.list === null) {
      lists.length = 0;
      drawStretches(stretches, hand.structure.add(parent, typeOf(block)), null, hand);
    } else drawItem(stretches, paragraph.list, lists, parent, hand);
  }
}

/** The title is the heading of its slide; what stands at the head of a card is one below it. */
function typeOf({ placeholder, role }: TextBlock): ElementType {
  if (placeholder === 'title') return 'H1';
  return role === 'heading' ? 'H2' : 'P';
}

function drawItem(
  stretches: readonly Stretch[],
  { level, ordered }: NonNullable<LaidParagraph['list']>,
  lists: OpenList[],
  parent: Element,
  hand: Hand,
): void {
  const { structure } = hand;
  lists.length = Math.min(lists.length, level + 1);
  if (lists.length === level + 1 && lists[level]!.ordered !== ordered) lists.length = level;
  const open = lists[level] ?? openList(lists.at(-1)?.body ?? parent, ordered, hand);
  lists[lists.includes(open) ? lists.indexOf(open) : lists.length] = open;
  const item = structure.add(open.element, 'LI');
  const label = stretches.some(({ kind }) => kind === 'bullet') ? structure.add(item, 'Lbl') : null;
  open.body = structure.add(item, 'LBody');
  drawStretches(stretches, open.body, label, hand);
}

function openList(parent: Element, ordered: boolean, { structure }: Hand): OpenList {
  const attributes = { O: '/List', ListNumbering: ordered ? '/Decimal' : '/Disc' };
  return { element: structure.add(parent, 'L', { attributes }), ordered, body: parent };
}

function drawStretches(stretches: readonly Stretch[], body: Element, label: Element | null, hand: Hand): void {
  const { canvas, structure } = hand;
  for (const { kind, href, language, pieces } of stretches) {
    const within = kind === 'bullet' ? (label ?? body) : href === null ? body : structure.add(body, 'Link');
    canvas.marked(
      within,
      () => {
        for (const { span, baseline, spaced } of pieces) canvas.write(span, baseline, spaced);
      },
      language ?? undefined,
    );
    if (href !== null) drawLinks(pieces, href, within, hand);
  }
}

/** A link may break over lines: each line has its own area. */
function drawLinks(pieces: Stretch['pieces'], href: string, element: Element, { canvas }: Hand): void {
  const title = pieces.map(({ span, spaced }) => span.text + (spaced ? ' ' : '')).join('');
  for (const baseline of new Set(pieces.map(piece => piece.baseline))) {
    const spans = pieces.flatMap(piece => (piece.baseline === baseline ? [piece.span] : []));
    const [first, last] = [spans[0]!, spans.at(-1)!];
    const area = aroundWords(first.x, last.x + last.width - first.x, baseline, first.size);
    canvas.link(area, href, title, element);
  }
}

function stretchesOf(paragraph: LaidParagraph, lines: readonly Line[], language: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const ends = spacesBehind(paragraph, lines);
  for (const [index, { baseline, spans }] of lines.entries())
    for (const span of spans) {
      const spaced = span === spans.at(-1) && ends[index]!;
      const own = span.run === null || span.run.language === language ? null : span.run.language;
      const next: Stretch = {
        kind: span.run === null ? 'bullet' : 'words',
        href: span.run?.href ?? null,
        language: own,
        pieces: [{ span, baseline, spaced }],
      };
      const last = stretches.at(-1);
      if (last?.kind === next.kind && last.href === next.href && last.language === own)
        last.pieces.push(...next.pieces);
      else stretches.push(next);
    }
  return stretches;
}

/** Whether a space, or a break, stood behind each line: it hangs there unseen, and divides the words for whoever copies them. */
function spacesBehind({ runs }: LaidParagraph, lines: readonly Line[]): readonly boolean[] {
  const text = runs.map(run => (run.kind === 'break' ? ' ' : run.text)).join('');
  let at = 0;
  return lines.map(({ spans }, index) => {
    const words = spans.map(span => (span.run === null ? '' : span.text)).join('');
    const found = text.indexOf(words, at);
    if (found >= 0) at = found + words.length;
    return index < lines.length - 1 && (found < 0 || text[at] === ' ');
  });
}
