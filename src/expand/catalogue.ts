/** Templates by the names that partials, contracts and data have for them. */
import type { Contract, Template } from '../model/contract.ts';
import type { Edition } from './edition.ts';

/** The names that a template sees; for a section kind its slide keys, each with the contract of its slide template. */
export function contractOf(edition: Edition, template: Template): Contract {
  if (template.slides.size === 0) return template.contract;
  const slides = [...template.slides].map(([key, name]) => [key, slideTemplate(edition, name)?.contract ?? {}]);
  return { type: 'object', properties: { ...template.contract.properties, ...Object.fromEntries(slides) } };
}

/** A slide template by the name that contracts and data use for it: `big-number`. */
export const slideTemplate = (edition: Edition, name: string): Template | null =>
  edition.source.templates.get(name) ?? edition.source.templates.get(`slides/${name}`) ?? null;
