/** What more than one phase may find wrong, declared once so that it has one code. */
import type { Problem } from './diagnostic.ts';

export const UNKNOWN_AUDIENCE: Problem = {
  code: 'unknown-audience',
  severity: 'error',
  means: 'An audience is named or asked for that the briefing does not define.',
  mend: 'Correct the name, or add it to `audiences` in briefing.yaml.',
};

export const UNKNOWN_SLIDE: Problem = {
  code: 'unknown-slide',
  severity: 'error',
  means: 'A slide or section is named that the briefing, or the deck for this audience, does not have.',
  mend: 'Correct the id; a slide is section/key. Take a link out where its slide is left out.',
};

export const UNKNOWN_SOURCE: Problem = {
  code: 'unknown-source',
  severity: 'error',
  means: 'A source is named that is not listed.',
  mend: 'Correct the id, or add the source to sources.yaml.',
};

export const UNSAFE_LINK: Problem = {
  code: 'unsafe-link',
  severity: 'error',
  means: 'A link leads elsewhere than to http, https, mailto or a slide of the deck, or to what cannot be an address.',
  mend: 'Correct the address, or write it as plain text.',
};
