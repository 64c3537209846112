/** The data of a briefing after read: every scalar boxed with its pointer and its place, every container frozen. */
import type { Place } from './origin.ts';
import type { FactForm, FactUse } from './use.ts';

/** What every boxed scalar and every map knows of itself. */
export interface Provenance {
  readonly pointer: string;
  readonly place: Place;
}

/** A piece of the author's text: words with their inline Markdown, or a fact to be formatted for the language. */
export type Inline =
  | {
      readonly kind: 'words';
      readonly text: string;
      readonly bold: boolean;
      readonly italic: boolean;
      readonly href: string | null;
    }
  | {
      readonly kind: 'fact';
      readonly use: FactUse;
      readonly form: FactForm;
      readonly bold: boolean;
      readonly italic: boolean;
      readonly href: string | null;
    };

export interface TextValue extends Provenance {
  readonly boxed: true;
  readonly kind: 'text';
  /** By language; a plain string stands under `*`, which serves every language. */
  readonly texts: ReadonlyMap<string, readonly Inline[]>;
  /** Where the words of a language stand; a plain string has but the place of the whole. */
  readonly places: ReadonlyMap<string, Place>;
}
/** The places of a plain string. */
export const NO_PLACES: TextValue['places'] = new Map();

export interface NumberValue extends Provenance {
  readonly boxed: true;
  readonly kind: 'number';
  readonly value: number;
  /** The scalar as typed, which is what prints. */
  readonly source: string;
}
export interface FlagValue extends Provenance {
  readonly boxed: true;
  readonly kind: 'flag';
  readonly value: boolean;
}
/** A word from a closed list, an id, a date or another plain token: prints as typed, in no language. */
export interface TokenValue extends Provenance {
  readonly boxed: true;
  readonly kind: 'token';
  readonly value: string;
}
export interface FactValue extends Provenance {
  readonly boxed: true;
  readonly kind: 'fact';
  readonly use: FactUse;
}
/** A picture named in the data; its bytes are in `Briefing.pictures` under `file`. */
export interface PictureValue extends Provenance {
  readonly boxed: true;
  readonly kind: 'picture';
  /** Project name of the file. */
  readonly file: string;
}

/** A boxed scalar. Handlebars sees it as an object, so provenance survives partials, hash parameters and aliases. */
export type Value = TextValue | NumberValue | FlagValue | TokenValue | FactValue | PictureValue;

/** The key under which a ContentMap keeps its own Provenance: a string, because Handlebars copies no symbols. */
export const SELF = '#self';

/** A frozen object without prototype. Every key that the contract declares is there; null where the author left it out. */
export interface ContentMap {
  readonly [key: string]: Content;
}
export type Content = Value | readonly Content[] | ContentMap | null;

/** Whether a content is a boxed scalar. No author's map can pass for one: its values are boxed themselves. */
export const isValue = (content: unknown): content is Value =>
  typeof content === 'object' && content !== null && (content as { boxed?: unknown }).boxed === true;

export const isList = (content: Content | undefined): content is readonly Content[] => Array.isArray(content);

export const isMap = (content: Content | undefined): content is ContentMap =>
  typeof content === 'object' && content !== null && !Array.isArray(content) && !isValue(content);

/**
 * A frozen object of these entries, whatever their names, and without prototype. It begins as an ordinary one: what is born without takes
 * three times the memory (V8, measured).
 */
export const record = <T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> =>
  Object.freeze(Object.setPrototypeOf(Object.fromEntries(entries), null));

/** A map with its provenance. */
export const contentMap = (entries: Iterable<readonly [string, Content]>, { pointer, place }: Provenance): ContentMap =>
  record<unknown>([...entries, [SELF, Object.freeze({ pointer, place })]]) as ContentMap;

/** Where a map stands; null for one that the compiler made. */
export const provenanceOf = (map: ContentMap): Provenance | null =>
  (map[SELF] as unknown as Provenance | undefined) ?? null;
