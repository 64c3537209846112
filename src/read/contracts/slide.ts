/** What every slide takes, whichever template draws it. */
import type { Contract } from '../../model/contract.ts';

/** Ids that people type: facts, sources, sections, slides. */
export const KEBAB = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';

export const SLIDE_KEYS: Readonly<Record<string, Contract>> = {
  message: {
    $ref: 'text',
    description: 'The action title: one sentence that says what the slide proves, at most two lines.',
  },
  subhead: { $ref: 'text', description: 'What is measured, in which unit and when; the line below the title.' },
  'so-what': { $ref: 'text', description: 'What follows from it; the band at the foot of the slide.' },
  note: { $ref: 'text', description: 'A footnote: a definition or caveat, printed before the source line.' },
  sticker: { $ref: 'text', description: 'A word in the top right corner, such as “Preliminary”.' },
  notes: { $ref: 'text', description: 'What the speaker says; a blank line starts a new paragraph.' },
  hidden: { type: 'boolean', description: '`true` keeps the slide in the file and out of the show.' },
  audiences: {
    type: 'array',
    items: { type: 'string' },
    description: 'The only audiences that may see the slide; left out, all may.',
  },
  literals: {
    type: 'object',
    additionalProperties: { type: 'string', minLength: 1 },
    description: 'Numerals in the text that are no facts, each with the reason: `"5G": name of a standard`.',
  },
  slide: {
    type: 'string',
    description: "Which slide it is, such as `big-number`; only for a key that the section's kind does not know.",
  },
};

/** A slide whose template is not known: the keys that every slide has, and any other. */
export const EXPLICIT_SLIDE: Contract = {
  type: 'object',
  description: 'A slide that says which one it is.',
  required: ['slide'],
  properties: SLIDE_KEYS,
  additionalProperties: {},
};
