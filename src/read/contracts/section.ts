/** The contract of a section: its own keys; every other key is a slide. */
import type { Contract } from '../../model/contract.ts';
import { KEBAB } from './slide.ts';

export const SECTION_KEYS: Readonly<Record<string, Contract>> = {
  kind: {
    type: 'string',
    description:
      'The template that draws its slides, such as `investment`; left out for a section of explicit slides alone.',
  },
  title: { $ref: 'text', description: "Its name in the tracker, the agenda and PowerPoint's list of sections." },
  message: { $ref: 'text', description: 'Its claim: its row in the summary, and its divider.' },
  evidence: { $ref: 'text', description: 'What proves the claim; stands beside it in the summary.' },
  question: { $ref: 'text', description: 'The question that it answers; stands in the agenda.' },
  tracked: {
    type: 'boolean',
    default: true,
    description:
      '`false` for slides outside the argument, such as an overview or a backup: summary, agenda and tracker leave the section out.',
  },
  icon: {
    type: 'string',
    description: 'An icon of the set, such as `factory`; stands in the agenda instead of its number.',
  },
};

export const SECTION: Contract = {
  type: 'object',
  description: 'A section of the deck. Every key that is not listed is a slide, in file order.',
  required: ['title'],
  properties: SECTION_KEYS,
  propertyNames: { pattern: KEBAB },
  additionalProperties: { $ref: 'slide-content' },
};
