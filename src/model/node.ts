/** What to show, before it has a place. Parse has turned all sugar into these; nothing optional is left. */
import type { ColourToken, LayoutName, PlaceholderName, Status, TextRole } from './brand.ts';
import type { Chart } from './chart.ts';
import type { Spanning } from './grid.ts';
import type { Identity, Quantity, SectionTitle } from './markup.ts';
import type { Origin } from './origin.ts';
import type { Outline } from './outline.ts';
import type { Align, Inlines, Paragraph } from './text.ts';
import type { FactUse } from './use.ts';

export type Gap = 'none' | 's' | 'm' | 'l';

/** Children in a row or a column. */
export interface Box {
  readonly kind: 'box';
  readonly name: string;
  readonly direction: 'row' | 'column';
  /** Shares of the width in twelfths, one a child, for a row; null for equal shares. In a column it is null. */
  readonly columns: readonly number[] | null;
  /** For a grid: how many children stand side by side before a new row begins; null for one row or column. */
  readonly wrap: number | null;
  readonly gap: Gap;
  readonly padding: Gap;
  /** A ground under the children; null for none. */
  readonly fill: ColourToken | null;
  /** A bar of the highlight at the left edge. */
  readonly accent: boolean;
  /** Takes the height that is left in a column. */
  readonly grow: boolean;
  /** How children stand across the direction. */
  readonly align: 'start' | 'centre' | 'end' | 'stretch';
  /** How children stand along the direction. */
  readonly justify: 'start' | 'centre' | 'end' | 'between';
  readonly children: readonly Node[];
  readonly origin: Origin;
}

/** A box that is told nothing: no room, no ground, children from the top left. */
export const PLAIN_BOX = {
  kind: 'box',
  columns: null,
  wrap: null,
  gap: 'none',
  padding: 'none',
  fill: null,
  accent: false,
  grow: false,
  align: 'stretch',
  justify: 'start',
} as const;

export interface Text {
  readonly kind: 'text';
  readonly name: string;
  readonly role: TextRole;
  readonly paragraphs: readonly Paragraph[];
  /** Null for the role's colour. */
  readonly colour: ColourToken | null;
  readonly align: Align;
  readonly anchor: 'top' | 'middle' | 'bottom';
  /** The placeholder of the slide's layout that this text fills; null for a text box of its own. */
  readonly placeholder: PlaceholderName | null;
  readonly origin: Origin;
}

/** A picture of the data, by Project name. `cover` fills its frame and is cropped around the focus; `contain` is shown whole. */
export interface PictureNode {
  readonly kind: 'picture';
  readonly name: string;
  readonly file: string;
  /** Empty for a decorative one; null where nobody has said what it shows, which a check refuses. */
  readonly alt: string | null;
  readonly fit: 'cover' | 'contain';
  /** What stays in sight, in shares of the width from the left and of the height from the top. */
  readonly focus: { readonly x: number; readonly y: number };
  readonly placeholder: PlaceholderName | null;
  readonly origin: Origin;
}

export interface ShapeNode {
  readonly kind: 'shape';
  readonly name: string;
  readonly geometry: 'rule' | 'rectangle' | 'ellipse' | 'chevron';
  readonly fill: ColourToken | null;
  /** Points; null for what the box gives it. */
  readonly width: number | null;
  readonly height: number | null;
  readonly origin: Origin;
}

/** An icon, drawn as a freeform in a colour of the brand. */
export interface IconNode {
  readonly kind: 'icon';
  readonly name: string;
  readonly outline: Outline;
  readonly colour: ColourToken;
  /** Points on a side. */
  readonly size: number;
  /** Empty for one that repeats what stands beside it. */
  readonly alt: string;
  readonly origin: Origin;
}

/** A judgement as a drawing: a disc filled by quarters, or a status by its shape, its letter and its colour. */
export interface MarkNode {
  readonly kind: 'mark';
  readonly name: string;
  /** Quarters of the disc, or the status. */
  readonly shows: 0 | 1 | 2 | 3 | 4 | Status;
  /** Of the disc; a status has its own. */
  readonly colour: ColourToken;
  readonly alt: string;
  readonly origin: Origin;
}

export interface ChartNode {
  readonly kind: 'chart';
  readonly name: string;
  readonly chart: Chart;
  readonly placeholder: PlaceholderName | null;
  readonly origin: Origin;
}

export interface Cell extends Spanning {
  readonly paragraphs: readonly Paragraph[];
  readonly align: Align;
  readonly bold: boolean;
  readonly colour: ColourToken | null;
  readonly origin: Origin;
}

export interface Row {
  readonly header: boolean;
  readonly emphasis: boolean;
  /** Those that begin in this row; see `gridOf`. */
  readonly cells: readonly Cell[];
  /** Facts that stand behind the row without being printed. */
  readonly evidence: readonly FactUse[];
  readonly origin: Origin;
}

export interface TableNode {
  readonly kind: 'table';
  readonly name: string;
  /** Shares of the width, one a column; null for shares by content. */
  readonly columns: readonly number[] | null;
  /** A grid without a gap: every place of every row has one cell. */
  readonly rows: readonly Row[];
  readonly role: TextRole;
  /** Whether every other row is tinted. */
  readonly banded: boolean;
  readonly alt: string;
  readonly placeholder: PlaceholderName | null;
  readonly origin: Origin;
}

/** What an attribute of a diagram's part says: a token, a colour or a count as its plain words. */
export interface DiagramValue {
  readonly plain: string;
  readonly inlines: Inlines;
  /** Set where the attribute asks for a quantity. */
  readonly quantity: Quantity | null;
}

/** A part of a diagram: an element with what its attributes say, those left out by their defaults. */
export interface DiagramPart {
  /** The element's name. */
  readonly kind: string;
  /** Attributes that say nothing are left out. */
  readonly values: ReadonlyMap<string, DiagramValue>;
  readonly words: readonly Paragraph[];
  readonly parts: readonly DiagramPart[];
  /** Facts that stand behind it without being printed. */
  readonly evidence: readonly FactUse[];
  readonly origin: Origin;
}

/** A figure with rules of its own: those of the file in `diagrams/` that bears the name of its type. */
export interface Diagram {
  readonly kind: 'diagram';
  readonly name: string;
  readonly type: string;
  readonly root: DiagramPart;
  readonly alt: string;
  /** What the alternative text calls it where it is read from the parts; null for the author's own text. */
  readonly phrase: string | null;
  readonly origin: Origin;
}

export type Node = Box | Text | PictureNode | ShapeNode | IconNode | MarkNode | ChartNode | TableNode | Diagram;

/** The source line of a slide: which facts it names is read from what the slide shows. */
export interface SourceLine {
  /** `Source:` and `Note:` in the language. */
  readonly sourceLabel: string;
  readonly noteLabel: string;
  /** Words for the numbers of the slides that name the sources in its stead, with `{slides}` where these stand; null where it names all itself. */
  readonly see: string | null;
  /** A source in words of its own, before those of the facts; null where there is none. */
  readonly own: string | null;
  readonly note: Inlines | null;
  readonly origin: Origin;
}

export interface SlideNode {
  readonly id: string;
  readonly section: string | null;
  readonly layout: LayoutName;
  /** Texts that fill placeholders of the layout: title, subtitle, subhead, date, so-what. */
  readonly texts: readonly Text[];
  readonly body: Box | null;
  readonly tracker: boolean;
  readonly sourceLine: SourceLine | null;
  readonly sticker: Inlines | null;
  /** Footer text and slide number are shown. */
  readonly footer: boolean;
  readonly notes: readonly Paragraph[];
  readonly hidden: boolean;
  readonly literals: ReadonlyMap<string, string>;
  /** Facts shown anywhere on the slide, notes excluded, in reading order and without repeats. */
  readonly facts: readonly FactUse[];
  readonly origin: Origin;
}

export interface Deck {
  readonly identity: Identity;
  readonly sections: readonly SectionTitle[];
  readonly slides: readonly SlideNode[];
}
