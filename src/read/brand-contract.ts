/** The contract of `_brand.yml`: brand.yml as posit-dev publishes it, and everything for PowerPoint under `defaults.briefing`. */
import { CARDS, COVERS, MASTHEADS, TEXT_ROLES, THEME_SLOTS } from '../model/brand.ts';
import type { Contract } from '../model/contract.ts';

/** Inches: the zones of a slide need five, and PowerPoint takes at most fifty-six. */
export const PAGE_SIDE = [5, 56] as const;
export const PAGE_MARGIN = [0, 1] as const;

const text: Contract = { type: 'string' };
const number: Contract = { type: 'number', minimum: 0 };
const anything: Contract = {};
const list = (items: Contract): Contract => ({ type: 'array', items });
const open = (additionalProperties: Contract): Contract => ({ type: 'object', additionalProperties });
const keys = (names: readonly string[], contract: Contract): Record<string, Contract> =>
  Object.fromEntries(names.map(name => [name, contract]));
const closed = (properties: Readonly<Record<string, Contract>>): Contract => ({ type: 'object', properties });

/** Points as a number, or with a unit as CSS writes it. */
const size: Contract = {
  oneOf: [number, { type: 'string', pattern: '^[0-9.]+(pt|px|rem|em)$', description: '`16pt`' }],
};
const weight: Contract = { oneOf: [{ type: 'integer', minimum: 100, maximum: 900 }, text] };
const image: Contract = { oneOf: [text, closed({ path: text, alt: text })] };
const variants: Contract = { oneOf: [text, closed({ path: text, alt: text, light: text, dark: text })] };

const family = { family: text, weight, 'line-height': number };
const base: Contract = { oneOf: [text, closed({ ...family, size })] };
/** Without a size: brand.yml leaves that to the reader of the file. */
const headings: Contract = { oneOf: [text, closed({ ...family, style: text, color: text })] };
const sizes = closed(keys(TEXT_ROLES, { type: 'number', minimum: 6, maximum: 200 }));
const leading = open(closed(keys(TEXT_ROLES, { type: 'number', minimum: 0.8, maximum: 3 })));
const faces = open(closed({ major: text, minor: text, latin: text, fallback: list(text) }));
const word = (words: readonly string[]): Contract => ({ type: 'string', enum: words });
const style = closed({
  cover: word(COVERS),
  card: word(CARDS),
  masthead: word(MASTHEADS),
  bullets: { ...list({ type: 'string', minLength: 1, maxLength: 1 }), minItems: 2, maxItems: 2 },
});
const status = closed({ color: text, mark: text });
const within = ([minimum, maximum]: readonly [number, number]): Contract => ({ type: 'number', minimum, maximum });
const page = closed({
  size: { ...list(within(PAGE_SIDE)), minItems: 2, maxItems: 2 },
  margin: within(PAGE_MARGIN),
  gutter: within(PAGE_MARGIN),
  scale: sizes,
  minimum: sizes,
});

const highlight = closed({ on: text, off: text });
const marks = closed(keys(['good', 'watch', 'bad'], status));
/** What a brand says of the ground that it is not made for; what is left out is lifted from its own. */
const other = closed({
  ...keys(['foreground', 'background', 'primary', 'secondary', 'tertiary', 'panel'], text),
  ...keys(['success', 'warning', 'danger', 'stage'], text),
  theme: closed(keys(THEME_SLOTS, text)),
  series: list(text),
  highlight,
  status: marks,
});

/** Everything that brand.yml leaves out: East Asian faces, type scale, accents, series, pages, footer. */
const extension = closed({
  schema: { type: 'integer', minimum: 1, maximum: 1 },
  fonts: faces,
  scale: sizes,
  minimum: sizes,
  leading,
  theme: closed(keys(THEME_SLOTS, text)),
  series: list(text),
  highlight,
  status: marks,
  stage: text,
  style,
  headings: { type: 'array', items: word(TEXT_ROLES) },
  dark: other,
  light: other,
  pages: closed(keys(['wide', 'classic', 'a4'], page)),
  logo: closed({ clear: number, min_height: number, cover: list(number) }),
  footer: closed({ text, page: text }),
});

export const BRAND_CONTRACT: Contract = closed({
  meta: {
    type: 'object',
    properties: {
      name: { oneOf: [text, closed({ short: text, full: text })] },
      link: { oneOf: [text, open(text)] },
    },
    additionalProperties: anything,
  },
  logo: {
    oneOf: [
      text,
      closed({ path: text, alt: text, images: open(image), small: variants, medium: variants, large: variants }),
    ],
  },
  color: closed({
    palette: open(text),
    ...keys(['foreground', 'background', 'primary', 'secondary', 'tertiary', 'success'], text),
    ...keys(['info', 'warning', 'danger', 'light', 'dark'], text),
  }),
  typography: closed({
    fonts: list(open(anything)),
    base,
    headings,
    ...keys(['monospace', 'monospace-inline', 'monospace-block'], { oneOf: [text, open(anything)] }),
    link: { oneOf: [text, closed({ weight, decoration: text, color: text, 'background-color': text })] },
  }),
  defaults: { type: 'object', properties: { briefing: extension }, additionalProperties: anything },
});
