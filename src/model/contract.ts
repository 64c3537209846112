/** Contracts: what data may be written where. One vocabulary, a subset of JSON Schema, for documents and templates alike. */

/** The shapes that a contract may name with `$ref`; each is read by `read/` and published in the JSON Schemas. */
export type Shape =
  | 'text'
  | 'fact'
  | 'labelled-fact'
  | 'series'
  | 'period'
  | 'highlight'
  | 'picture'
  | 'slide-content'
  | 'contract';

/**
 * A subset of JSON Schema 2020-12, so that the schemas for editors are these objects themselves.
 * `additionalProperties` is false where it is left out: an unknown key is always a mistake.
 */
export interface Contract {
  readonly $ref?: Shape;
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Contract>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Contract | false;
  readonly propertyNames?: { readonly pattern: string };
  readonly items?: Contract;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly oneOf?: readonly Contract[];
  readonly default?: string | number | boolean;
}

/** A template and its contract: the front matter and the Handlebars below it. */
export interface Template {
  /** Its logical name: `slides/big-number`, `sections/investment`, `components/slide`. */
  readonly name: string;
  readonly file: string;
  /** The whole file, front matter included, so that offsets are the file's own. */
  readonly text: string;
  /** Where the Handlebars begins in `text`. */
  readonly bodyStart: number;
  readonly description: string;
  /** What a slide or component takes, the common slide keys included. */
  readonly contract: Contract;
  /** For a section kind: its slide keys, each with the name of the slide template whose contract its content has. */
  readonly slides: ReadonlyMap<string, string>;
}

/** The templates that a briefing uses and all of the project's own, by logical name; own ones shadow the built-in ones. */
export type Templates = ReadonlyMap<string, Template>;

/** The template that a partial names: `slide` is `components/slide`, `slides/big-number` is itself. */
export const logicalName = (name: string): string => (name.includes('/') ? name : `components/${name}`);

export const TEMPLATE_KINDS = ['sections', 'slides', 'components'] as const;
/** The folder of a template, and the first half of its logical name: `slides/big-number`. */
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** The templates of one kind by the names that data have for them. */
export const shortNames = (names: readonly string[], kind: TemplateKind): readonly string[] =>
  names.filter(name => name.startsWith(`${kind}/`)).map(name => name.slice(kind.length + 1));
