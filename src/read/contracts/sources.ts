/** The contract of `sources.yaml`: where facts come from. */
import type { Contract } from '../../model/contract.ts';
import { KEBAB } from './slide.ts';

export const SOURCE: Contract = {
  type: 'object',
  description: 'One document, page or statement that facts were taken from.',
  required: ['publisher'],
  properties: {
    publisher: { $ref: 'text', description: 'Who published it; printed in source lines.' },
    title: { $ref: 'text', description: 'What it is called, or what it is about.' },
    date: {
      type: 'string',
      description:
        'When it was published: 2024, 2024-04, 2024-04-09, or a remark; its year is printed in source lines.',
    },
    url: { type: 'string', pattern: '^(https?://|mailto:).+$', description: 'Where it stands: http, https or mailto.' },
    note: { type: 'string', description: 'A remark for those who keep the file; printed nowhere.' },
  },
};

export const SOURCES: Contract = {
  type: 'object',
  description: 'Sources by id; an id is kebab-case, starts with a letter and never changes.',
  propertyNames: { pattern: KEBAB },
  additionalProperties: SOURCE,
};
