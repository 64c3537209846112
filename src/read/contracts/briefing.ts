/** The contract of `briefing.yaml`. */
import { GROUNDS } from '../../model/brand.ts';
import type { Contract } from '../../model/contract.ts';
import { FACTS, UNITS } from './facts.ts';
import { SECTION } from './section.ts';
import { KEBAB, SLIDE_KEYS } from './slide.ts';
import { SOURCES } from './sources.ts';

/**
 * Where a briefing writes the content of a built-in slide. `sources` is taken by the list of sources itself.
 */
export const BUILT_IN_KEYS = {
  cover: 'cover',
  summary: 'summary',
  agenda: 'agenda',
  sources: 'sources-slide',
} as const;

const slide = (description: string): Contract => ({
  type: 'object',
  description,
  properties: SLIDE_KEYS,
  additionalProperties: {},
});

export const BRIEFING: Contract = {
  type: 'object',
  description: 'A briefing: what the deck is called, who may see it, and in which order it speaks.',
  required: ['title', 'date'],
  properties: {
    format: { type: 'string', enum: ['1'], description: 'The version of this form of writing. Left out: 1.' },
    title: { $ref: 'text', description: 'What the deck is called.' },
    subtitle: { $ref: 'text', description: 'One line below the title on the cover.' },
    date: {
      type: 'string',
      pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
      description: 'The day of the briefing: 2025-01-15.',
    },
    classification: { $ref: 'text', description: 'Who may see it; printed in the footer.' },
    author: { $ref: 'text', description: 'Who wrote it; a property of the file.' },
    keywords: { type: 'array', items: { $ref: 'text' }, description: 'Properties of the file, for search.' },
    languages: {
      type: 'array',
      minItems: 1,
      items: { type: 'string', pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' },
      description: 'Language codes; the first is built by default. Left out: en.',
    },
    brand: {
      type: 'string',
      description: 'A folder beside the briefing (`./brand`), or a name under `assets/brands`. Left out: briefing.',
    },
    page: {
      type: 'string',
      enum: ['wide', 'classic', 'a4'],
      description: 'The form of the slides. Left out: wide (16:9).',
    },
    ground: {
      type: 'string',
      enum: [...GROUNDS],
      description:
        'Light or dark slides, in the form that the brand has for each. Left out: what the brand is made for.',
    },
    dividers: { type: 'boolean', description: '`true` puts a divider slide before every section.' },
    order: {
      type: 'array',
      minItems: 1,
      items: { type: 'string' },
      description:
        'Sections by the name of their file, and the built-in slides cover, summary, agenda and sources. Left out: cover, every section, sources.',
    },
    audiences: {
      type: 'object',
      propertyNames: { pattern: KEBAB },
      additionalProperties: { type: 'array', minItems: 1, items: { type: 'string' } },
      description:
        'For each audience the ids of its slides, in the order shown: `investment/pledge`; `investment` alone is all of its slides.',
    },
    'large-type': {
      type: 'array',
      minItems: 1,
      items: { type: 'string' },
      description:
        'Audiences that read from afar: words, labels and tables are set a quarter larger for them wherever there is room.',
    },
    cover: slide('The content of the cover.'),
    summary: slide('The content of the summary; its rows are written from the sections unless they are given.'),
    agenda: slide('The content of the agenda; its items are written from the sections unless they are given.'),
    'sources-slide': slide('The content of the slide that lists the sources.'),
    units: UNITS,
    facts: FACTS,
    sources: SOURCES,
    sections: {
      type: 'object',
      propertyNames: { pattern: KEBAB },
      additionalProperties: SECTION,
      description: 'The sections of a small briefing; a larger one has a file for each in `sections/`.',
    },
  },
};
