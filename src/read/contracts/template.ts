/** The contract of front matter: what a template says of itself, by its folder. */
import type { Contract } from '../../model/contract.ts';
import { CONTRACT } from './shapes.ts';
import { KEBAB } from './slide.ts';

const description: Contract = { type: 'string', minLength: 1, description: 'What it shows, in one sentence.' };

const SLIDE_TEMPLATE: Contract = {
  type: 'object',
  description: 'A slide or component: the keys that it takes.',
  required: ['description'],
  properties: { description, properties: CONTRACT.properties!.properties!, required: CONTRACT.properties!.required! },
};

const SECTION_TEMPLATE: Contract = {
  type: 'object',
  description: 'A section kind: its slides, each with the slide template that draws it.',
  required: ['description', 'slides'],
  properties: {
    description,
    slides: {
      type: 'object',
      propertyNames: { pattern: KEBAB },
      additionalProperties: { type: 'string' },
      description: 'Slide keys, each with the name of a slide template: {pledge: big-number}.',
    },
  },
};

export const FRONT_MATTER = { sections: SECTION_TEMPLATE, slides: SLIDE_TEMPLATE, components: SLIDE_TEMPLATE } as const;

/** `words.yaml`: fixed words of the templates, by English phrase and language. */
export const WORDS: Contract = {
  type: 'object',
  description: 'Fixed words of the templates: the English phrase, and what it is in other languages.',
  additionalProperties: {
    type: 'object',
    propertyNames: { pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' },
    additionalProperties: { type: 'string', minLength: 1 },
  },
};
