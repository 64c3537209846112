/** What a slide says, apart from where it stands: headings, paragraphs, lists, tables and figures in reading order, for formats that tell. */
import type { TextRole } from '../model/brand.ts';
import type { Chart } from '../model/chart.ts';
import type { Item, LaidParagraph, LaidRow, Line, Slide, TextBlock } from '../model/scene.ts';

/** A paragraph with the lines that it is drawn on. */
export interface Passage {
  readonly kind: 'passage';
  /** 2 for the slide's title, 3 for a heading on it; 0 for plain words. */
  readonly level: 0 | 2 | 3;
  readonly role: TextRole;
  readonly paragraph: LaidParagraph;
  readonly lines: readonly Line[];
}

/** What is on every slide to find one's way by, and is no part of what this one says: tracker, footer, slide number. */
export interface Furniture {
  readonly kind: 'furniture';
  readonly passages: readonly Passage[];
}

export interface ListPart {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListEntry[];
}

export interface ListEntry {
  readonly passage: Passage;
  readonly nested: readonly ListPart[];
}

export interface TablePart {
  readonly kind: 'table';
  readonly alt: string | null;
  readonly rows: readonly LaidRow[];
}

/** A picture, a diagram, a chart: what its alternative text says, and the words that stand in it. */
export interface Figure {
  readonly kind: 'figure';
  readonly alt: string;
  readonly chart: Chart | null;
  readonly parts: readonly Part[];
}

export type Part = Passage | Furniture | ListPart | TablePart | Figure;

export const structureOf = (slide: Slide): readonly Part[] => slide.items.flatMap(partsOf);

function partsOf(item: Item): readonly Part[] {
  switch (item.kind) {
    case 'text':
      return textParts(item);
    case 'group':
      return figure(item, item.items.flatMap(partsOf));
    case 'chart':
      return figure(item, item.drawing.flatMap(partsOf), item.chart);
    case 'shape':
      return figure(item, item.words === null ? [] : textParts(item.words));
    case 'table':
      return [{ kind: 'table', alt: item.alt, rows: item.rows }];
    default:
      return figure(item, []);
  }
}

/** A figure where the item says what it shows; else its parts by themselves. */
const figure = ({ alt }: Item, parts: readonly Part[], chart: Chart | null = null): readonly Part[] =>
  alt === null || alt === '' ? parts : [{ kind: 'figure', alt, chart, parts }];

const FURNITURE: ReadonlySet<string | null> = new Set(['tracker', 'footer', 'slide-number']);

const isFurniture = ({ placeholder, role }: TextBlock): boolean => role === 'tracker' || FURNITURE.has(placeholder);

/** The paragraphs of a text, those of a list gathered. */
export function textParts(block: TextBlock): readonly Part[] {
  const level = block.placeholder === 'title' ? 2 : block.role === 'heading' ? 3 : 0;
  const passages = block.paragraphs.map(
    (paragraph, index): Passage => ({
      kind: 'passage',
      level,
      role: block.role,
      paragraph,
      lines: block.lines.filter(line => line.paragraph === index),
    }),
  );
  return isFurniture(block) ? [{ kind: 'furniture', passages }] : gathered(passages);
}

/** Paragraphs that stand on no slide: speaker notes. */
export const proseOf = (paragraphs: readonly LaidParagraph[]): readonly Part[] =>
  gathered(paragraphs.map(paragraph => ({ kind: 'passage', level: 0, role: 'body', paragraph, lines: [] })));

function gathered(passages: readonly Passage[]): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < passages.length; ) {
    const end = passages.findIndex(({ paragraph }, index) => index >= at && paragraph.list === null);
    const run = passages.slice(at, end < 0 ? passages.length : end);
    parts.push(...listsOf(run));
    if (end >= 0) parts.push(passages[end]!);
    at += run.length + 1;
  }
  return parts;
}

/** Neighbouring items as lists; what is deeper than the first is nested in the item before it. */
function listsOf(passages: readonly Passage[]): readonly ListPart[] {
  const lists: { kind: 'list'; ordered: boolean; items: ListEntry[] }[] = [];
  for (let at = 0; at < passages.length; ) {
    const passage = passages[at]!;
    const { level, ordered } = passage.paragraph.list!;
    const next = passages.findIndex(({ paragraph }, index) => index > at && paragraph.list!.level <= level);
    const end = next < 0 ? passages.length : next;
    if (lists.at(-1)?.ordered !== ordered) lists.push({ kind: 'list', ordered, items: [] });
    lists.at(-1)!.items.push({ passage, nested: listsOf(passages.slice(at + 1, end)) });
    at = end;
  }
  return lists;
}
