/** Text as it flows from markup to slide: paragraphs of runs that know their fact and their origin. */
import type { ColourToken, TextRole } from './brand.ts';
import type { Origin } from './origin.ts';
import type { FactUse } from './use.ts';

/** A stretch of text in one look. */
export interface Run {
  readonly kind: 'text';
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly position: 'baseline' | 'superscript' | 'subscript';
  /** Null for the role of its text; `unit` is what a figure counts, set small on its line. */
  readonly role: TextRole | null;
  /** Null for the colour of the paragraph's role. */
  readonly colour: ColourToken | null;
  /** `https:`, `http:` or `mailto:`, or `#id` for a slide of the deck. */
  readonly href: string | null;
  /** The fact that the text prints, or null for plain words. */
  readonly fact: FactUse | null;
  /** A date printed by the `date` helper: its digits need no fact. */
  readonly date: boolean;
  readonly origin: Origin;
}

/** A run of plain words. */
export const plainRun = (text: string, origin: Origin, fact: FactUse | null = null): Run => ({
  kind: 'text',
  text,
  bold: false,
  italic: false,
  position: 'baseline',
  role: null,
  colour: null,
  href: null,
  fact,
  date: false,
  origin,
});

/** A line break that the author or the layout asked for. */
export interface Break {
  readonly kind: 'break';
}

/** Text that is only known once slides are numbered. */
export interface Field {
  readonly kind: 'field';
  /**
   * `number`: this slide's own. `page-of`: the number of the first slide with the id, or of the section, in `target`, as a link to it.
   * `pages-of`: the numbers of all slides that show a fact of the source in `target`.
   * `part`: the words in `target`, which count the parts of a slide that goes on.
   */
  readonly field: 'number' | 'page-of' | 'pages-of' | 'part';
  readonly target: string | null;
  readonly origin: Origin;
}

export type Inlines = readonly (Run | Break | Field)[];

export type Align = 'left' | 'centre' | 'right';

export interface Paragraph {
  readonly inlines: Inlines;
  /** Null for plain text; level 0 is the outermost. */
  readonly list: { readonly level: number; readonly ordered: boolean } | null;
  readonly origin: Origin;
}

/** The words of a paragraph, breaks as a single space; fields leave nothing, but for the count of parts. */
export const plainText = (inlines: Inlines): string =>
  inlines
    .map(inline => {
      if (inline.kind === 'field') return inline.field === 'part' ? inline.target : '';
      return inline.kind === 'text' ? inline.text : ' ';
    })
    .join('');
