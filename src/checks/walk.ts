/** What rules ask of a slide: its items with groups opened, its texts wherever they stand, and how to point at them. */
import { type Diagnostic, diagnose, type Problem } from '../model/diagnostic.ts';
import type { Origin } from '../model/origin.ts';
import type { Item, LaidParagraph, LaidRun, Slide, TextBlock } from '../model/scene.ts';

type Leaf = Exclude<Item, { kind: 'group' }>;

/** Every item that is no group, in reading order; the words of a shape stand after it. */
export const leaves = (items: readonly Item[]): readonly Leaf[] =>
  items.every(isPlain) ? items : items.flatMap(item => (isPlain(item) ? [item] : opened(item)));

const isPlain = (item: Item): item is Leaf => item.kind !== 'group' && (item.kind !== 'shape' || item.words === null);

const opened = (item: Item): readonly Leaf[] =>
  item.kind === 'group' ? leaves(item.items) : item.kind === 'shape' && item.words !== null ? [item, item.words] : [];

/** What can be judged by its place: not a body that is known to lack room. */
export const placed = ({ items, crammed }: Slide): readonly Leaf[] =>
  leaves(items.filter(item => !crammed.includes(item)));

/** Every text of a slide, those of table cells and of charts' drawings included. */
export function texts(items: readonly Item[]): readonly TextBlock[] {
  const found: TextBlock[] = [];
  for (const item of leaves(items)) {
    if (item.kind === 'text') found.push(item);
    else if (item.kind === 'chart') found.push(...texts(item.drawing));
    else if (item.kind === 'table') found.push(...cells(item));
  }
  return found;
}

/** The texts of a table, row by row. */
export const cells = (table: Extract<Item, { kind: 'table' }>): readonly TextBlock[] =>
  table.rows.flatMap(row => row.cells.map(cell => cell.text));

/** The slide's title as it is laid out; null where it has none. */
export function titleOf(slide: Slide): TextBlock | null {
  const title = leaves(slide.items).find(item => item.placeholder === 'title');
  return title?.kind === 'text' ? title : null;
}

/** The runs of a paragraph, breaks left out. */
export const runsOf = ({ runs }: Pick<LaidParagraph, 'runs'>): readonly LaidRun[] =>
  runs.every(isRun) ? runs : runs.filter(isRun);

const isRun = (inline: LaidParagraph['runs'][number]): inline is LaidRun => inline.kind === 'run';

/** Where the words of a text come from: its first run with a place in the data, else the text itself. */
export const originOf = (text: TextBlock): Origin =>
  text.paragraphs.flatMap(runsOf).find(run => run.origin.data !== null)?.origin ?? text.origin;

/** A diagnostic about something on a slide. */
export const onSlide = (
  slide: Slide,
  problem: Problem,
  origin: Origin,
  message: string,
  more: Pick<Partial<Diagnostic>, 'hint' | 'frame'> = {},
): Diagnostic => diagnose(problem, origin, message, { ...more, slide: { id: slide.id, number: slide.number } });

/** Points as people read them: `14`, `14.5`. */
export const points = (value: number): string => String(Math.round(value * 10) / 10);
