/**
 * Slides that hold more than one page takes: what has units of a kind goes on on the next slide, `Title (1/2)`, `Title (2/2)`.
 * The rest of the compiler sees slides like any other.
 */
import type { TextRole } from '../model/brand.ts';
import { bracketed } from '../model/language.ts';
import type { SlideNode, Text } from '../model/node.ts';
import { type Field, plainText } from '../model/text.ts';
import type { Points } from '../model/units.ts';
import type { SlideContext } from './context.ts';
import { fitDiagram } from './diagrams.ts';
import { enlargeTable, type Fitted, fitBody, isTooWide, lackOf, type Start } from './fit.ts';
import { measureLeaves } from './leaves.ts';
import { bodyRegion } from './region.ts';
import { type SeriesInBody, seriesOf } from './series.ts';
import { shareOut } from './shares.ts';
import { factsOfPart, marksOn } from './shown.ts';

/** A slide to lay, with its body fitted: one of the deck, or a part of one that goes on. */
export interface Part {
  readonly slide: SlideNode;
  readonly fitted: Fitted | null;
  /** What the whole would need on one slide, as the end of a sentence; null for what does not go on. */
  readonly needs: string | null;
}

/**
 * The slide, in as few parts as it takes, and in no fewer than `least`. Where that does not help either it stays whole, and
 * the checks say what is too much.
 */
export function partsOf(slide: SlideNode, least: number, context: SlideContext): readonly Part[] {
  if (slide.body === null) return [{ slide, fitted: null, needs: null }];
  const whole = fitPart(slide, context);
  const series = seriesOf(slide.body);
  const lack = series === null ? 0 : lackOf(whole, context);
  const needs = series === null ? null : needsOf(series, lack, isTooWide(whole));
  if (series === null || (needs === null && least === 1)) {
    const fitted = enlargeTable(whole, slide.body, bodyRegion(slide, context), context.design.background, context);
    return [{ slide, fitted, needs: null }];
  }
  const weights = series.weights(whole.leaves, widthOf(series, whole));
  const { height } = bodyRegion(slide, context);
  for (let count = Math.max(least, fewest(series, weights, height)); count <= series.count; count++) {
    const lengths = shareOut(weights, count, series.most);
    const parts = cut(slide, lengths, series, whole, context);
    const fitted = parts.map(part => fitPart(part, context));
    // Rows are squeezed to stay on one slide, not to make fewer of several.
    const areFitting = fitted.map(one => !isTooWide(one) && one.excess.height === 0 && lackOf(one, context) === 0);
    // A unit that fills more than a slide is told of where it stands; where none fits, more slides would be more of the same.
    if (areFitting.every((isFitting, part) => isFitting || lengths[part] === 1) && areFitting.includes(true))
      return alike(slide, lengths, series, { whole, fitted }, context).map(part => ({ ...part, needs }));
  }
  return [{ slide, fitted: whole, needs: null }];
}

/** What is too much for one slide; null where nothing is. */
function needsOf({ count, most }: SeriesInBody, lack: Points, isWide: boolean): string | null {
  if (lack > 0) return `${Math.ceil(lack)} pt more height than it has, at its smallest sizes`;
  if (isWide) return 'more width than it has, at its smallest sizes';
  return count > most ? `room for ${count} entries; ${most} are read` : null;
}

const fitPart = (slide: SlideNode, context: SlideContext, start?: Start): Fitted =>
  fitBody(slide.body!, bodyRegion(slide, context), context.design.background, context, start);

/** How many parts are worth a try: by height no fewer than it takes to hold the units, one that is too high by itself aside. */
function fewest({ count, most }: SeriesInBody, weights: readonly Points[], height: Points): number {
  const needed = weights.reduce((sum, weight) => sum + Math.min(weight, height), 0);
  return Math.max(2, Math.ceil(count / most), height > 0 ? Math.ceil(needed / height) : 0);
}

const widthOf = ({ node }: SeriesInBody, { placed }: Pick<Fitted, 'placed'>): Points =>
  placed.find(one => one.node === node)?.frame.width ?? 0;

/** The parts at the sizes of the one that has to be smallest. */
function alike(
  slide: SlideNode,
  lengths: readonly number[],
  series: SeriesInBody,
  { whole, fitted }: { readonly whole: Fitted; readonly fitted: readonly Fitted[] },
  context: SlideContext,
): readonly Omit<Part, 'needs'>[] {
  const sizes = new Map<TextRole, Points>();
  for (const one of fitted)
    for (const [role, size] of one.sizes) sizes.set(role, Math.min(size, sizes.get(role) ?? size));
  const diagrams = fitted.flatMap(({ placed }) =>
    placed.map(({ node, frame, ground }) =>
      node.kind === 'diagram' ? fitDiagram(node, frame, ground, null, context).size : Number.POSITIVE_INFINITY,
    ),
  );
  const smallest = Math.min(...diagrams);
  const start = {
    sizes,
    diagramSize: Number.isFinite(smallest) ? smallest : null,
    unitsBelow: fitted.some(one => one.unitsBelow),
  };
  // The whole table at these sizes, for its columns.
  const measured = { ...whole, leaves: measureLeaves(context)(sizes) };
  return cut(slide, lengths, series, measured, context).map(part => ({
    slide: part,
    fitted: fitPart(part, context, start),
  }));
}

/**
 * The slide cut into parts of so many units. Title, subhead, so-what and footnote stand on every part, the notes on the first;
 * a table has the columns of the whole.
 */
function cut(
  slide: SlideNode,
  lengths: readonly number[],
  series: SeriesInBody,
  whole: Pick<Fitted, 'placed' | 'leaves'>,
  context: SlideContext,
): readonly SlideNode[] {
  const longest = Math.max(...lengths);
  const { node } = series;
  const columns = node.kind === 'table' ? whole.leaves.table(node, widthOf(series, whole)).columns : null;
  const mark = (index: number) => bracketed(`${index + 1}/${lengths.length}`, context.language);
  let from = 0;
  return lengths.map((units, index) => {
    const taken = series.take(from, from + units, longest);
    from += units;
    const part: SlideNode = {
      ...slide,
      id: index === 0 ? slide.id : `${slide.id}~${index + 1}`,
      texts: slide.texts.map(text => (text.placeholder === 'title' ? counted(text, mark(index)) : text)),
      body: series.put(taken.kind === 'table' && columns !== null ? { ...taken, columns } : taken),
      notes: index === 0 ? slide.notes : [],
    };
    return { ...part, facts: factsOfPart(slide, part), sourceLine: noteOfPart(part) };
  });
}

/** A note that begins with a mark stands where one of its marks does. */
function noteOfPart(part: SlideNode): SlideNode['sourceLine'] {
  const { sourceLine } = part;
  if (!sourceLine?.note) return sourceLine;
  const note = plainText(sourceLine.note).trim();
  const marks = NOTE_MARK.test(note) ? (note.match(NOTE_MARKS) ?? []) : [];
  const isTold = marks.length === 0 || marks.some(mark => marksOn(part).has(mark));
  return isTold ? sourceLine : { ...sourceLine, note: null };
}

/** `¹ Mostly loans. ² Before the reform.`, `V: to be verified`. */
const NOTE_MARK = /^(?:[¹²³]|\p{Lu}[:：])/u;
const NOTE_MARKS = /[¹²³]|^\p{Lu}(?=[:：])/gu;

/** The title with which part of how many this is: ` (1/2)`. */
function counted(title: Text, mark: string): Text {
  const field: Field = { kind: 'field', field: 'part', target: mark, origin: title.origin };
  const last = title.paragraphs.length - 1;
  const paragraphs = title.paragraphs.map((paragraph, index) =>
    index === last ? { ...paragraph, inlines: [...paragraph.inlines, field] } : paragraph,
  );
  return { ...title, paragraphs };
}
