/** What every type of diagram is: a file in this folder that offers one of these. */
import type { Atlas } from '../model/atlas.ts';
import type { Brand, ColourToken, TextRole } from '../model/brand.ts';
import type { Report } from '../model/diagnostic.ts';
import type { AttributeRules, ElementRules } from '../model/element.ts';
import type { DiagramPart } from '../model/node.ts';
import type { Origin } from '../model/origin.ts';
import type { Item, TextBlock } from '../model/scene.ts';
import type { Align, Paragraph } from '../model/text.ts';
import type { Points, Rect } from '../model/units.ts';

/** Paragraphs in one look. */
export interface Stanza {
  readonly paragraphs: readonly Paragraph[];
  readonly size: Points;
  readonly colour: ColourToken;
  readonly bold?: boolean;
  /** Room before its first paragraph; the others follow without any. Default: 0. */
  readonly gap?: Points;
}

/** Words before they have a place. */
export interface Words {
  /** One or more; all of one role, set below each other. */
  readonly stanzas: readonly Stanza[];
  readonly role: TextRole;
  readonly align: Align;
  readonly anchor: TextBlock['anchor'];
  /** What they stand on. */
  readonly ground: ColourToken;
  readonly origin: Origin;
}

/** Words measured, at their sizes. */
export interface SetWords {
  /** Height that they need at a width. */
  heightAt(width: Points): Points;
  /** The narrowest width that breaks no word. */
  readonly narrowest: Points;
  /** The width of a frame that keeps every paragraph on one line. */
  readonly oneLine: Points;
  /** The same words, with lines ended where they read well at a width. */
  balanced(width: Points): SetWords;
  /** The words in their frame. */
  lay(name: string, frame: Rect): TextBlock;
}

export interface DiagramContext {
  readonly brand: Brand;
  /** The deck's language code. */
  readonly language: string;
  /** The diagram's name on its slide: what it draws bears names that begin with it. */
  readonly name: string;
  readonly ground: ColourToken;
  /** Size of its main words to try: fit lowers it and asks again. */
  readonly size: Points;
  set(words: Words): SetWords;
  /** The world's land, for diagrams that are maps; null where no slide shows one. */
  readonly atlas: Atlas | null;
}

/** A diagram with its place. */
export interface DiagramDrawing {
  /** In reading order. */
  readonly items: readonly Item[];
  /** How many points of height or width are missing; 0 where everything fits. */
  readonly excess: Points;
}

export interface DiagramKind {
  /** What its alternative text calls it: an English phrase, in other languages in `templates/words.yaml`. */
  readonly phrase: string;
  /** How many parts one slide holds of a figure that can go on on a next, each with some of them in their order. Default: it cannot. */
  readonly most?: number;
  /** What `<diagram>` itself is told. An attribute of one name has one rule in all types. */
  readonly attributes: AttributeRules;
  /** Elements that stand directly in it. */
  readonly parts: readonly string[];
  /** The rules of all its elements. */
  readonly elements: ElementRules;
  /** What the alternative text lists. */
  describe(diagram: DiagramPart): readonly string[];
  /** Reports what the rules of its elements cannot see: too many parts, names that nothing bears. */
  check?(diagram: DiagramPart, report: Report): void;
  /** Sizes of its main words. */
  sizes(brand: Brand): { readonly largest: Points; readonly smallest: Points };
  draw(diagram: DiagramPart, frame: Rect, context: DiagramContext): DiagramDrawing;
  /** What an author can do where the smallest size does not fit. */
  readonly advice: string;
}
