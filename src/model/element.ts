/** What a markup element may be told and may hold: the vocabulary of templates, in the terms in which its rules are written. */

export interface AttributeRule {
  /**
   * `token`: one of `tokens`. `colour`: a role, or a name of the brand's palette. `text`: any words. `quantity`: one fact or number.
   * `fact`: one fact, whether or not it has a value. `shares`: numbers between spaces. `count`: a whole number. `number`: any.
   * `focus`: a side or a corner, or shares from the left and the top.
   */
  readonly kind:
    | 'token'
    | 'colour'
    | 'text'
    | 'quantity'
    | 'fact'
    | 'shares'
    | 'count'
    | 'number'
    | 'picture'
    | 'address'
    | 'focus'
    | 'slide'
    | 'source';
  readonly tokens: readonly string[];
  readonly required: boolean;
  /** What holds where it is left out; null where nothing does. */
  readonly default: string | null;
  /** One sentence. */
  readonly doc: string;
}

export type AttributeRules = Readonly<Record<string, AttributeRule>>;

export interface ElementRule {
  /** One sentence. */
  readonly doc: string;
  /** Elements that it may hold. */
  readonly children: readonly string[];
  /** Whether it may hold words. */
  readonly words: boolean;
  readonly attributes: AttributeRules;
}

export type ElementRules = Readonly<Record<string, ElementRule>>;

/** What may stand among words. */
export const INLINE: readonly string[] = ['b', 'em', 'sup', 'sub', 'span', 'a', 'br', 'page-of', 'pages-of'];
export const YES_NO: readonly string[] = ['yes', 'no'];
export const ON_OFF: readonly string[] = ['on', 'off'];

type Options = Partial<Pick<AttributeRule, 'required' | 'default'>>;

export const attribute = (
  kind: AttributeRule['kind'],
  doc: string,
  { required = false, default: fallback = null }: Options = {},
): AttributeRule => ({ kind, tokens: [], required, default: fallback, doc });

export const token = (tokens: readonly string[], doc: string, options: Options = {}): AttributeRule => ({
  ...attribute('token', doc, options),
  tokens,
});

/** The fact behind an element whose words do not print it. */
export const EVIDENCE: AttributeRule = attribute(
  'fact',
  'The fact that stands behind the words, for the source line; nothing is printed.',
);
