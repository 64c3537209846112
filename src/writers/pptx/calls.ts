/** Step 1: a scene as plain lists of drawing calls, one list a layout and a slide. Nothing here knows XML or the drawing library. */
import type { ColourToken, PlaceholderName } from '../../model/brand.ts';
import { isTinted, type Spanning } from '../../model/grid.ts';
import { FORBIDDEN_CHARACTERS } from '../../model/language.ts';
import { NOWHERE, type Origin } from '../../model/origin.ts';
import {
  type ChartItem,
  type Connector,
  type Freeform,
  type Group,
  type Image,
  type Item,
  type LaidParagraph,
  type LayoutDesign,
  type Placeholder,
  placeholderOf,
  type Scene,
  type Shape,
  type Slide,
  type Stroke,
  type TableItem,
  type TextBlock,
} from '../../model/scene.ts';
import type { Points, Rect } from '../../model/units.ts';
import type { FactUse } from '../../model/use.ts';
import { type Given, givenBy } from './placeholder.ts';

interface CallBase {
  /** Unique on its slide. */
  readonly name: string;
  readonly frame: Rect;
  /** Empty for decoration; null for what speaks for itself. */
  readonly alt: string | null;
  /** The placeholder that it fills, with what that passes down; null where the slide's layout has none of that name. */
  readonly placeholder: { readonly name: PlaceholderName; readonly given: Given } | null;
  readonly origin: Origin;
  readonly facts: readonly FactUse[];
}

export interface TextCall extends CallBase, Pick<TextBlock, 'paragraphs' | 'anchor' | 'wrap'> {
  readonly kind: 'text';
}
export interface ShapeCall extends CallBase, Pick<Shape, 'geometry' | 'fill' | 'hatched' | 'stroke'> {
  readonly kind: 'shape';
  readonly words: Pick<TextBlock, 'paragraphs' | 'anchor' | 'wrap' | 'frame'> | null;
}
export interface FreeformCall extends CallBase, Pick<Freeform, 'outline' | 'fill'> {
  readonly kind: 'freeform';
}
export interface CellCall extends Spanning, Pick<TextBlock, 'paragraphs' | 'anchor'> {
  readonly fill: ColourToken | null;
  /** Whether the table style sets it as a head: that knows of the first row alone. */
  readonly header: boolean;
  /** The hairlines above and below: the one below a row is the one above the next, as PowerPoint itself writes it. */
  readonly above: Stroke | null;
  readonly below: Stroke | null;
}
export interface TableCall extends CallBase, Pick<TableItem, 'columns' | 'padding' | 'banded'> {
  readonly kind: 'table';
  readonly rows: readonly { readonly height: Points; readonly cells: readonly CellCall[] }[];
  readonly headed: boolean;
}
export interface ConnectorCall extends CallBase, Pick<Connector, 'from' | 'corners' | 'to' | 'stroke' | 'arrow'> {
  readonly kind: 'connector';
}
export interface PictureCall extends CallBase, Pick<Image, 'file' | 'crop'> {
  readonly kind: 'picture';
}
export interface ChartCall extends CallBase {
  readonly kind: 'chart';
  readonly item: ChartItem;
}
export interface GroupCall extends CallBase {
  readonly kind: 'group';
  readonly calls: readonly Call[];
}

/** What the drawing library draws whole; of texts it draws the looks of their runs. The rest it cannot do rightly, so it is not asked to. */
export type DrawnCall = ShapeCall | TableCall | ConnectorCall;
export type Call = DrawnCall | FreeformCall | TextCall | PictureCall | ChartCall | GroupCall;

export interface SlideCalls {
  readonly slide: Slide;
  readonly calls: readonly Call[];
}

export interface DeckCalls {
  /** What each layout draws by itself, in the order of the scene's layouts. */
  readonly layouts: readonly { readonly layout: LayoutDesign; readonly calls: readonly Call[] }[];
  readonly slides: readonly SlideCalls[];
}

/** The drawing calls of a scene, in reading order, which is also the order of drawing. */
export function callsOf(scene: Scene): DeckCalls {
  const given = givenBy(scene.brand, scene.identity.language);
  const listed = (items: readonly Item[], layout: LayoutDesign | null): readonly Call[] => {
    const context = { layout, given, names: new Set<string>(), filled: new Set<string>() };
    return items.map(item => callOf(item, context));
  };
  return {
    layouts: Object.values(scene.layouts).map(layout => ({ layout, calls: listed(layout.decoration, null) })),
    slides: scene.slides.map(slide => ({ slide, calls: listed(slide.items, scene.layouts[slide.layout]) })),
  };
}

/** Every call of a list, groups before what they hold. */
export const everyCall = (calls: readonly Call[]): readonly Call[] =>
  calls.flatMap(call => (call.kind === 'group' ? [call, ...everyCall(call.calls)] : [call]));

interface Context {
  /** Null where the items are a layout's own decoration, which fills nothing. */
  readonly layout: LayoutDesign | null;
  given(placeholder: Placeholder): Given;
  readonly names: Set<string>;
  readonly filled: Set<string>;
}

function callOf(item: Item, context: Context): Call {
  const base = baseOf(item, context);
  switch (item.kind) {
    case 'group':
      return groupCall(item, base, context);
    case 'shape':
      return shapeCall(item, base);
    case 'freeform':
      return { ...base, kind: 'freeform', outline: item.outline, fill: item.fill };
    case 'text':
      return { ...base, kind: 'text', paragraphs: cleaned(item.paragraphs), anchor: item.anchor, wrap: item.wrap };
    case 'image':
      return { ...base, kind: 'picture', file: item.file, crop: item.crop };
    case 'chart':
      return { ...base, kind: 'chart', alt: item.alt || item.chart.alt, item };
    case 'table':
      return tableCall(item, base);
    case 'connector':
      return connectorCall(item, base);
  }
}

function baseOf(item: Item, { layout, given, names, filled }: Context): CallBase {
  const offered = layout === null ? null : placeholderOf(layout, item.placeholder);
  const free = offered !== null && !filled.has(offered.name);
  if (free) filled.add(offered.name);
  return {
    name: uniqueName(clean(item.name), names),
    frame: item.frame,
    alt: item.alt === null ? null : clean(item.alt),
    placeholder: free ? { name: offered.name, given: given(offered) } : null,
    origin: item.origin,
    facts: item.facts,
  };
}

/** Two shapes of one name cannot be told apart in the selection pane, nor by what is glued to them. */
function uniqueName(name: string, names: Set<string>): string {
  let unique = name;
  for (let n = 2; names.has(unique); n++) unique = `${name} ${n}`;
  names.add(unique);
  return unique;
}

/** PowerPoint keeps no placeholder inside a group. */
const groupCall = (item: Group, base: CallBase, context: Context): GroupCall => ({
  ...base,
  kind: 'group',
  calls: item.items.map(child => callOf(child, { ...context, layout: null })),
});

const shapeCall = ({ geometry, fill, hatched, stroke, words }: Shape, base: CallBase): ShapeCall => ({
  ...base,
  kind: 'shape',
  geometry,
  fill,
  hatched,
  stroke,
  words: words === null ? null : { ...words, paragraphs: cleaned(words.paragraphs) },
});

const connectorCall = ({ from, corners, to, stroke, arrow }: Connector, base: CallBase): ConnectorCall => ({
  ...base,
  kind: 'connector',
  from,
  corners,
  to,
  stroke,
  arrow,
});

function tableCall(item: TableItem, base: CallBase): TableCall {
  const rows = item.rows.map((row, index) => ({
    height: row.height,
    cells: row.cells.map(({ text, fill, columnSpan, rowSpan, header }) => ({
      paragraphs: cleaned(text.paragraphs),
      anchor: text.anchor,
      // The style's own tint, which goes when the reader turns it off.
      fill: item.banded && isTinted(item.rows, index) ? null : fill,
      columnSpan,
      rowSpan,
      header: header && index === 0,
      above: item.rows[index - 1]?.rule ?? null,
      below: item.rows[index + rowSpan - 1]!.rule,
    })),
  }));
  const headed = item.rows[0]?.header ?? false;
  const { columns, padding, banded } = item;
  return { ...base, kind: 'table', columns, padding, banded, rows, headed };
}

/**
 * Paragraphs without empty runs, and without characters that XML forbids: read has reported those, here they are only kept out. There is
 * always one paragraph, because PowerPoint repairs a text or cell that has none.
 */
function cleaned(paragraphs: readonly LaidParagraph[]): readonly LaidParagraph[] {
  if (paragraphs.length === 0) return [EMPTY];
  return paragraphs.map(paragraph => {
    if (paragraph.runs.every(run => run.kind === 'break' || isClean(run.text))) return paragraph;
    const runs = paragraph.runs.map(run => (run.kind === 'run' ? { ...run, text: clean(run.text) } : run));
    return { ...paragraph, runs: runs.filter(run => run.kind === 'break' || run.text !== '') };
  });
}

const EMPTY: LaidParagraph = {
  runs: [],
  align: 'left',
  pitch: 12,
  spaceBefore: 0,
  list: null,
  indent: 0,
  origin: NOWHERE,
};

const clean = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(FORBIDDEN, '').replace(/[\r\n]+/g, ' ');

const isClean = (text: string): boolean => text !== '' && PLAIN.test(text);

const PLAIN = /^[\u0020-\uD7FF\t]*$/;
const FORBIDDEN = new RegExp(FORBIDDEN_CHARACTERS, 'g');
