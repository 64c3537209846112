/** Finished slides: items at fixed positions, in reading order. Nothing is left to decide; a writer is one switch over eight kinds. */
import type { Brand, ColourToken, LayoutName, PlaceholderName, TextRole } from './brand.ts';
import type { Chart } from './chart.ts';
import type { Source } from './fact.ts';
import type { Spanning } from './grid.ts';
import type { Identity, SectionTitle } from './markup.ts';
import type { Origin } from './origin.ts';
import type { Outline } from './outline.ts';
import type { Picture } from './picture.ts';
import type { Align, Field } from './text.ts';
import type { Point, Points, Rect } from './units.ts';
import type { FactUse } from './use.ts';

interface ItemBase {
  /** Unique on its slide and meaningful: `title`, `chart dram share`, `card 2 number`. PowerPoint's selection pane shows it. */
  readonly name: string;
  readonly frame: Rect;
  readonly origin: Origin;
  /** Facts that the item shows, in reading order. */
  readonly facts: readonly FactUse[];
  /** Alternative text; empty for a decorative item, null for text, which speaks for itself. */
  readonly alt: string | null;
  /** The placeholder of the slide's layout that it fills. */
  readonly placeholder: PlaceholderName | null;
}

export interface Group extends ItemBase {
  readonly kind: 'group';
  readonly items: readonly Item[];
}

export interface Stroke {
  readonly colour: ColourToken;
  readonly width: Points;
  readonly dash: 'solid' | 'dashed' | 'dotted' | 'dash-dotted' | 'long-dashed';
}

/** `quarter`, `half` and `three-quarters` are parts of a disc, clockwise from the top. */
export type Geometry =
  | 'rectangle'
  | 'ellipse'
  | 'chevron'
  | 'diamond'
  | 'triangle'
  | 'quarter'
  | 'half'
  | 'three-quarters';

export interface Shape extends ItemBase {
  readonly kind: 'shape';
  readonly geometry: Geometry;
  readonly fill: ColourToken | null;
  /** Drawn hatched in the fill's colour: forecasts. */
  readonly hatched: boolean;
  readonly stroke: Stroke | null;
  /** Typed into the shape itself, within its frame; null where it has none. Its facts are the shape's too. */
  readonly words: TextBlock | null;
}

/** An outline stretched to its frame: icons. */
export interface Freeform extends ItemBase {
  readonly kind: 'freeform';
  readonly outline: Outline;
  readonly fill: ColourToken;
}

/** A stretch of text with everything decided. */
export interface LaidRun {
  readonly kind: 'run';
  readonly text: string;
  readonly role: TextRole;
  readonly size: Points;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly position: 'baseline' | 'superscript' | 'subscript';
  readonly colour: ColourToken;
  readonly face: 'major' | 'minor';
  /** BCP 47, by the script of the text where it differs from the deck's. */
  readonly language: string;
  readonly href: string | null;
  readonly fact: FactUse | null;
  readonly date: boolean;
  /** `number`: the slide's own, kept live in PowerPoint; of the others `text` is all there is. See `Field`. */
  readonly field: Field['field'] | null;
  readonly origin: Origin;
}
export interface LaidBreak {
  readonly kind: 'break';
  /** What the layout ended the line in place of, a space or nothing: text that flows has it back. Null where the author asked for the break. */
  readonly instead: '' | ' ' | null;
}

export interface LaidParagraph {
  readonly runs: readonly (LaidRun | LaidBreak)[];
  readonly align: Align;
  /** Line pitch in exact points (`a:spcPts`). */
  readonly pitch: Points;
  readonly spaceBefore: Points;
  readonly list: { readonly level: number; readonly ordered: boolean } | null;
  /** Left indent of the text, and of the bullet before it, from the frame's left edge. */
  readonly indent: Points;
  readonly origin: Origin;
}

/** A stretch of one face in a measured line. */
export interface Span {
  /** Left edge of the first glyph, from the slide's left edge. */
  readonly x: Points;
  readonly width: Points;
  readonly text: string;
  readonly size: Points;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly colour: ColourToken;
  /** The family measured, and drawn in previews: `Arial`, `Malgun Gothic`. */
  readonly family: string;
  /** Above the baseline, negative below: super- and subscripts. */
  readonly rise: Points;
  /** The run that it is a stretch of, which knows its language, link and fact; null for the bullet or number before an item. */
  readonly run: LaidRun | null;
}

export interface Line {
  /** Baseline from the slide's top. */
  readonly baseline: Points;
  readonly spans: readonly Span[];
  /** Which of the text's paragraphs it is a line of: an index. */
  readonly paragraph: number;
  /** Trailing spaces not counted. */
  readonly width: Points;
}

export interface TextBlock extends ItemBase {
  readonly kind: 'text';
  readonly role: TextRole;
  /** Editable: what PowerPoint gets. */
  readonly paragraphs: readonly LaidParagraph[];
  /** Exact: what previews draw. */
  readonly lines: readonly Line[];
  readonly anchor: 'top' | 'middle' | 'bottom';
  /** False for one-line texts (numbers, labels) whose frame is cut to measure: written `wrap="none"`. */
  readonly wrap: boolean;
  /** Height that the text needs, by the larger of two counts of lines: never above the frame's where no overflow was reported. */
  readonly height: Points;
  /** The ground that the text stands on, for contrast and previews. */
  readonly ground: ColourToken;
}

export interface Image extends ItemBase {
  readonly kind: 'image';
  /** Project name; bytes in `Scene.pictures`. */
  readonly file: string;
  /** Shares of the picture cut off at each edge, 0 to 1. */
  readonly crop: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

export interface ChartItem extends ItemBase {
  readonly kind: 'chart';
  readonly chart: Chart;
  /** The inner plot area, pinned in PowerPoint too. */
  readonly plot: Rect;
  readonly axis: ValueAxis;
  /** The other one: across a scatter or bubble chart, that of the lines in a combination of two units; null for none. */
  readonly secondAxis: ValueAxis | null;
  /** Gap between categories as a percentage of a bar's width (`c:gapWidth`). */
  readonly gapWidth: number;
  /** Text sizes chosen by fit. */
  readonly sizes: { readonly value: Points; readonly label: Points };
  /** Every how many categories a name is printed. */
  readonly categoryStep: number;
  /** What points print, by series and category: labels that would collide are left out. */
  readonly labels: readonly (readonly (DataLabel | null)[])[];
  /** The same chart as shapes and text, for previews. */
  readonly drawing: readonly Item[];
  /** Names of those parts of the drawing that PowerPoint's own charts do not have: they are drawn over it. */
  readonly overlay: ReadonlySet<string>;
}

/** Bounds and step of an axis of values. */
export interface ValueAxis {
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
}

/** The label of a point: where it stands, seen from its mark. */
export interface DataLabel {
  readonly place: 'end' | 'inside' | 'above' | 'below' | 'left' | 'right';
  /** The name of its series or of its point, printed before the value; null for the value alone. */
  readonly name: 'series' | 'category' | null;
  /** Whether the value is printed. */
  readonly value: boolean;
  /** How far it is moved from its place, in points, so that it does not lie on another. */
  readonly moved: Point;
}

export interface LaidCell extends Spanning {
  readonly text: TextBlock;
  readonly fill: ColourToken | null;
  readonly header: boolean;
}

export interface LaidRow {
  readonly height: Points;
  readonly header: boolean;
  /** Those that begin in this row; see `gridOf`. */
  readonly cells: readonly LaidCell[];
  /** The hairline under the row, and under each cell that ends with it. */
  readonly rule: Stroke | null;
}

export interface TableItem extends ItemBase {
  readonly kind: 'table';
  readonly columns: readonly Points[];
  readonly rows: readonly LaidRow[];
  /** Whether the table's style tints every other row, the first below a head first. */
  readonly banded: boolean;
  /** Inside every cell, in points: left and right, top and bottom. */
  readonly padding: { readonly horizontal: Points; readonly vertical: Points };
}

/** A line from one point to another, straight or by right angles; it stays glued to the shapes that it names. */
export interface Connector extends ItemBase {
  readonly kind: 'connector';
  readonly from: Point & { readonly item: string | null };
  readonly to: Point & { readonly item: string | null };
  /** Where it turns: nowhere for a straight line, twice for an elbow, which leaves and arrives level. */
  readonly corners: readonly [] | readonly [Point, Point];
  readonly stroke: Stroke;
  readonly arrow: 'none' | 'end';
}

export type Item = Group | Shape | Freeform | TextBlock | Image | ChartItem | TableItem | Connector;

export interface Placeholder {
  readonly name: PlaceholderName;
  /** Where the layout puts it; a slide that puts it elsewhere carries its own frame. */
  readonly frame: Rect;
  readonly role: TextRole;
  readonly colour: ColourToken;
  readonly anchor: 'top' | 'middle' | 'bottom';
  readonly align: 'left' | 'right' | 'centre';
  /** What an empty one says in PowerPoint. */
  readonly prompt: string;
}

/** One layout of the master: what it offers to fill and what it draws by itself (accent bars, logo, hairlines). */
export interface LayoutDesign {
  readonly name: LayoutName;
  /** What PowerPoint lists it as. */
  readonly title: string;
  readonly background: ColourToken;
  readonly placeholders: readonly Placeholder[];
  /** Where a slide's body goes when it has neither subhead nor so-what; those take their part of it. */
  readonly content: Rect;
  readonly decoration: readonly Item[];
}

/** What a layout, or the master, offers under a name; null where it offers none. */
export const placeholderOf = (
  { placeholders }: Pick<LayoutDesign, 'placeholders'>,
  name: PlaceholderName | null,
): Placeholder | null => placeholders.find(placeholder => placeholder.name === name) ?? null;

export interface Slide {
  readonly id: string;
  /** 1-based. */
  readonly number: number;
  readonly section: string | null;
  readonly layout: LayoutName;
  /** The title's words; empty where there is none (a check says so). */
  readonly title: string;
  /** In reading order: title first. What the layout itself draws is not repeated here. */
  readonly items: readonly Item[];
  /** Those of a body that lacks room, as layout has said: that they collide or are cut is no news. Empty where all fits. */
  readonly crammed: readonly Item[];
  readonly notes: readonly LaidParagraph[];
  readonly hidden: boolean;
  readonly literals: ReadonlyMap<string, string>;
  readonly facts: readonly FactUse[];
  readonly origin: Origin;
}

/** PowerPoint's own sections: consecutive slides under a name. */
export interface SceneSection extends SectionTitle {
  /** Numbers of its slides. */
  readonly slides: readonly number[];
}

export interface Scene {
  readonly identity: Identity;
  readonly brand: Brand;
  readonly layouts: Readonly<Record<LayoutName, LayoutDesign>>;
  readonly sections: readonly SceneSection[];
  readonly slides: readonly Slide[];
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly sources: ReadonlyMap<string, Source>;
  /** Where each fact without a source stands in the ledger. */
  readonly sourceless: ReadonlyMap<string, Origin>;
  /** Where each fact that somebody must still check stands in the ledger. */
  readonly unverified: ReadonlyMap<string, Origin>;
}
