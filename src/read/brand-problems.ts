/** What can be wrong with a brand. */
import type { Problem } from '../model/diagnostic.ts';

export const BRAND_MISSING: Problem = {
  code: 'brand-missing',
  severity: 'error',
  means: 'There is no brand of that name: no folder with a `_brand.yml`.',
  mend: 'Name a folder under `assets/brands`, or a folder beside the briefing as `./brand`.',
};

export const BRAND_COLOUR: Problem = {
  code: 'brand-colour',
  severity: 'error',
  means: 'A colour is neither `#RRGGBB` nor a name of the palette.',
  mend: 'Add the name to `color.palette`, or write the colour as six hexadecimal digits after a `#`.',
};

export const BRAND_SHADOWED: Problem = {
  code: 'brand-shadowed',
  severity: 'warning',
  means: 'A palette name is also a role of ours with another colour; templates get the role.',
  mend: 'Give the palette colour another name.',
};

export const BRAND_CONTRAST: Problem = {
  code: 'brand-contrast',
  severity: 'error',
  means: 'Two colours of the brand that always meet are too alike to read: text needs 7:1, highlights and links 4.5:1.',
  mend: 'Darken the one or lighten the other.',
};

export const BRAND_SERIES: Problem = {
  code: 'brand-series',
  severity: 'warning',
  means: 'Two series colours look alike to readers with a colour vision deficiency (CIE76 distance under 12).',
  mend: 'Make one of them darker or lighter; another hue alone does not help.',
};
