/** How a deck looks: colours, faces, type scale and page. Data names none of it; templates name tokens. */
import type { Points } from './units.ts';

export const THEME_SLOTS = [
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
] as const;
/** A colour of an Office theme (ECMA-376 part 1, 20.1.6.2). */
export type ThemeSlot = (typeof THEME_SLOTS)[number];

export const GROUNDS = ['light', 'dark'] as const;
/** Dark letters on a light ground, or light ones on a dark. */
export type Ground = (typeof GROUNDS)[number];

/** The colours that every brand has by meaning; a brand's palette names are legal tokens too. */
export const COLOUR_ROLES = [
  'ink',
  'paper',
  'muted',
  'panel',
  'stage',
  'card',
  'primary',
  'mark',
  'hairline',
  'link',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'good',
  'watch',
  'bad',
] as const;

/** A colour role, or a name of the brand's palette. A hex value never travels: it is asked of the brand by a writer. */
export type ColourToken = string;

export interface Colour {
  /** `#RRGGBB`, upper case: what the eye sees, tint and shade applied. */
  readonly hex: string;
  /** The theme colour it is bound to; null for status colours and palette names without a slot, which are written literally. */
  readonly slot: ThemeSlot | null;
  /** Luminance modulation and offset in percent (`a:lumMod`, `a:lumOff`); null for the slot's own colour. */
  readonly lumMod: number | null;
  readonly lumOff: number | null;
}

export const TEXT_ROLES = [
  'cover',
  'divider',
  'hero',
  'number',
  'title',
  'subtitle',
  'heading',
  'quote',
  'lead',
  'subhead',
  'unit',
  'body',
  'table',
  'value',
  'label',
  'axis',
  'tracker',
  'sticker',
  'source',
  'footer',
] as const;
/** What a text is for; the brand says how large, how small at the least, and in which colour. */
export type TextRole = (typeof TEXT_ROLES)[number];

export interface TypeStyle {
  /** Whole points: half points are rounded by PowerPoint's own export (office2pdf #995). */
  readonly size: Points;
  /** The smallest size that fit may choose. */
  readonly minimum: Points;
  readonly bold: boolean;
  readonly colour: ColourToken;
  /** Line pitch as a multiple of the size, by language (`en`, `ko`, `zh`, …) with `*` for the rest; written as exact points. */
  readonly leading: ReadonlyMap<string, number>;
  /** Headings are set in the major face of the theme, the rest in the minor. */
  readonly face: 'major' | 'minor';
}

/** Families by script, as they are named to the recipient's machine. */
export interface FaceNames {
  readonly latin: string;
  /** Latin family by language of the deck, where it is not that of all: figures of a serif stand badly beside a sans of another script. */
  readonly latinBeside: ReadonlyMap<string, string>;
  /** East Asian family by language: ko, zh, ja. */
  readonly eastAsian: ReadonlyMap<string, string>;
}

export type PageName = 'wide' | 'classic' | 'a4';

export interface Page {
  readonly name: PageName;
  readonly width: Points;
  readonly height: Points;
  readonly margin: Points;
  /** Between two of the twelve columns. */
  readonly gutter: Points;
}

export const LAYOUTS = [
  'title-slide',
  'section-header',
  'title-only',
  'title-content',
  'two-content',
  'title-picture',
  'title-table',
  'title-chart',
  'quote',
  'blank',
] as const;
/** A PowerPoint slide layout by what it is for. */
export type LayoutName = (typeof LAYOUTS)[number];

const PLACEHOLDERS = [
  'title',
  'subtitle',
  'subhead',
  'body',
  'body-2',
  'chart',
  'table',
  'picture',
  'so-what',
  'tracker',
  'source',
  'date',
  'footer',
  'slide-number',
] as const;
/** A placeholder by what fills it. A name occurs at most once on a layout. */
export type PlaceholderName = (typeof PLACEHOLDERS)[number];

export const STATUSES = ['good', 'watch', 'bad'] as const;
export type Status = (typeof STATUSES)[number];

/** A mark that shows a judgement by letter and shape, so that colour is never the only signal. */
export interface StatusMark {
  readonly colour: ColourToken;
  readonly letter: string;
  /** Of the letter: ink or paper, whichever is read better on the mark. */
  readonly letterColour: ColourToken;
}

/** A logo; its bytes are in `Source.pictures` under `file`. */
export interface Logo {
  readonly file: string;
  readonly alt: string;
  /** Width over height. */
  readonly aspect: number;
}

/** The logos for the grounds that they stand on; null where the brand has none. */
export interface Logos {
  /** In the footer, 0.28 in high. */
  readonly small: Logo | null;
  /** On the cover, 0.60 in high. */
  readonly large: Logo | null;
}

/** How the title page and the dividers are composed: a figure of bars on the right third, or one ground between two rules. */
export const COVERS = ['bars', 'rules'] as const;
/** How cards and the so-what stand out: on a ground of their own, or below a rule. */
export const CARDS = ['ground', 'rule'] as const;
/** What stands at the head and the foot of every page: nothing, or rules. */
export const MASTHEADS = ['none', 'rules'] as const;

/** What a brand draws, beyond its colours and faces. */
export interface Style {
  readonly cover: (typeof COVERS)[number];
  readonly card: (typeof CARDS)[number];
  readonly masthead: (typeof MASTHEADS)[number];
  /** Before the items of a list, on the first level and on the others: characters that Arial has. */
  readonly bullets: readonly [string, string];
}

export interface Brand {
  /** The folder's name, or the name under `assets/brands`. */
  readonly id: string;
  readonly name: { readonly short: string; readonly full: string };
  readonly ground: Ground;
  readonly colours: ReadonlyMap<ColourToken, Colour>;
  readonly theme: Readonly<Record<ThemeSlot, string>>;
  /** The palette in the order of the file, for PowerPoint's custom colours. */
  readonly palette: ReadonlyMap<string, string>;
  readonly fonts: { readonly major: FaceNames; readonly minor: FaceNames };
  readonly type: Readonly<Record<TextRole, TypeStyle>>;
  /** Series colours in order; charts cycle through tints of them when there are more series. */
  readonly series: readonly ColourToken[];
  /** The one highlight, and what is not highlighted. */
  readonly highlight: { readonly on: ColourToken; readonly off: ColourToken };
  readonly status: Readonly<Record<Status, StatusMark>>;
  readonly page: Page;
  readonly style: Style;
  readonly logo: Logos;
  /** Footer text with `{brand}`, `{classification}` and `{date}`. */
  readonly footer: string;
}

/** The family of Latin letters and figures in a deck of a language. */
export const latinOf = (names: FaceNames, language: string): string => names.latinBeside.get(language) ?? names.latin;

/** What has to be read from afar: words, labels and tables, not titles and figures, which are large, nor what stands at the foot. */
const READ_FROM_AFAR: ReadonlySet<TextRole> = new Set([
  'heading',
  'lead',
  'subhead',
  'body',
  'table',
  'value',
  'label',
  'axis',
]);
/** A body of 16 pt becomes one of 20. */
const LARGER = 1.25;

/** The brand with larger type, as far as there is room: no role may get smaller or must stay larger than before. */
export const enlarged = (brand: Brand): Brand => ({
  ...brand,
  type: Object.fromEntries(
    Object.entries(brand.type).map(([role, style]) => [
      role,
      READ_FROM_AFAR.has(role as TextRole) ? { ...style, size: Math.round(style.size * LARGER) } : style,
    ]),
  ) as Brand['type'],
});

/** The colour behind a token. An unknown token is our bug: `parse` and `read` have refused it. */
export function colourOf(brand: Brand, token: ColourToken): Colour {
  const colour = brand.colours.get(token);
  if (colour === undefined) throw new Error(`no colour ${token} in brand ${brand.id}`);
  return colour;
}

/** Line pitch in points of a role at a size, for a language: exact points, because fonts differ in built-in line height. */
export function pitchOf(style: TypeStyle, size: Points, language: string): Points {
  const multiple = style.leading.get(language) ?? style.leading.get('*') ?? 1.2;
  return Math.round(size * multiple * 10) / 10;
}
