/** What stands behind the shapes that are maps. */
import type { Contract } from '../../model/contract.ts';

export const LABELLED_FACT: Contract = {
  type: 'object',
  description: 'A figure with the words that stand beside it.',
  required: ['fact'],
  properties: {
    label: { $ref: 'text', description: "The words beside the figure. Left out, the label of the fact's member." },
    fact: { $ref: 'fact', description: 'The figure.' },
    emphasis: {
      type: 'string',
      enum: ['on', 'off'],
      description: '`on` draws it in the highlight colour, `off` in grey.',
    },
  },
};

export const PICTURE: Contract = {
  type: 'object',
  description: 'A picture file of the project.',
  required: ['src', 'credit', 'licence'],
  properties: {
    src: {
      type: 'string',
      minLength: 1,
      description: 'The file, relative to the file that names it: PNG, JPEG, GIF, WebP or SVG.',
    },
    alt: {
      $ref: 'text',
      maxLength: 150,
      description: 'What the picture shows, for those who cannot see it; at most 150 characters.',
    },
    credit: { $ref: 'text', description: 'Who made it; printed below it.' },
    licence: {
      $ref: 'text',
      description: 'Under which terms it may be shown, such as `CC BY 4.0`; printed behind the credit.',
    },
    focus: {
      type: 'string',
      pattern: '^(centre|center|top|bottom|left|right|(top|bottom)-(left|right)|[0-9]{1,2}% [0-9]{1,2}%)$',
      description:
        'With it the picture fills its frame, cropped around this point: `centre`, `top`, `bottom-left` …, or `30% 60%` from the left and the top.',
    },
    decorative: { type: 'boolean', description: '`true` for a picture that says nothing: it needs no `alt`.' },
  },
};

const SHAPE_NAMES = ['text', 'fact', 'labelled-fact', 'series', 'period', 'highlight', 'picture', 'slide-content'];
const TYPES = ['object', 'array', 'string', 'number', 'integer', 'boolean'];
const count: Contract = { type: 'integer', minimum: 0 };

/** The contract of contracts: what front matter may say of a key. */
export const CONTRACT: Contract = {
  type: 'object',
  description: 'What may be written under a key: JSON Schema vocabulary, and `$ref` for shapes that it does not have.',
  properties: {
    $ref: {
      type: 'string',
      enum: SHAPE_NAMES,
      description:
        'A shape: text in any language, a fact, a series of facts, a period, the one highlight of a slide, a picture.',
    },
    type: { type: 'string', enum: TYPES, description: 'For plain values, lists and maps.' },
    description: { type: 'string', description: 'What the key is for; editors show it.' },
    properties: { type: 'object', additionalProperties: { $ref: 'contract' }, description: 'The keys of a map.' },
    required: { type: 'array', items: { type: 'string' }, description: 'Keys that may not be left out.' },
    additionalProperties: {
      oneOf: [{ $ref: 'contract' }, { type: 'boolean' }],
      description: 'The contract of keys that are not named; left out, there are none.',
    },
    propertyNames: {
      type: 'object',
      required: ['pattern'],
      properties: { pattern: { type: 'string', description: 'A regular expression.' } },
      description: 'What such keys look like.',
    },
    minProperties: { ...count, description: 'How many keys a map has at least.' },
    maxProperties: { ...count, description: 'How many keys a map has at most.' },
    items: { $ref: 'contract', description: 'The contract of each item of a list.' },
    minItems: { ...count, description: 'How many items a list has at least.' },
    maxItems: { ...count, description: 'How many items a list has at most.' },
    minimum: { type: 'number', description: 'The least that a number may be.' },
    maximum: { type: 'number', description: 'The most that a number may be.' },
    minLength: { ...count, description: 'How many characters a text has at least.' },
    maxLength: { ...count, description: 'How many characters a text has at most.' },
    pattern: { type: 'string', description: 'A regular expression that a word matches.' },
    enum: { type: 'array', minItems: 1, items: { type: 'string' }, description: 'The words that are allowed.' },
    oneOf: { type: 'array', minItems: 1, items: { $ref: 'contract' }, description: 'Alternatives.' },
    default: {
      oneOf: [{ type: 'number' }, { type: 'boolean' }, { type: 'string' }],
      description: 'What stands in where the key is left out.',
    },
  },
};
