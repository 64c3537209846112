/** The zones of a page: a grid of twelve columns, seven bands, and what stands in them. */
import { contrast } from '../colour/colour.ts';
import {
  type Brand,
  type ColourToken,
  colourOf,
  type Logo,
  type Page,
  type PlaceholderName,
  type TextRole,
} from '../model/brand.ts';
import { NOWHERE } from '../model/origin.ts';
import type { Image, Placeholder, Shape } from '../model/scene.ts';
import { inches, type Rect } from '../model/units.ts';

export interface Zones {
  readonly tracker: Placeholder;
  readonly title: Placeholder;
  readonly subhead: Placeholder;
  readonly soWhat: Placeholder;
  readonly source: Placeholder;
  readonly footer: Placeholder;
  readonly number: Placeholder;
  readonly logo: Rect | null;
  /** Between subhead and so-what, which not every slide has. */
  readonly body: Rect;
  /** From the title to the source line. */
  readonly content: Rect;
  /** All between the margins. */
  readonly full: Rect;
}

/** A page narrower than this has a third line for its sources: the same words need it there. */
const NARROW = inches(12);

/** Zones from the top are at fixed heights; those at the foot keep their distance from the page's lower edge. */
export function zonesOf(page: Page, logo: Logo | null): Zones {
  const third = page.width < NARROW ? 0.12 : 0;
  const x = page.margin;
  const width = page.width - 2 * page.margin;
  const top = (y: number, height: number): Rect => ({ x, y: inches(y), width, height: inches(height) });
  const foot = (up: number, height: number): Rect => ({
    x,
    y: page.height - inches(up),
    width,
    height: inches(height),
  });
  const between = (from: number, up: number): Rect => ({
    x,
    y: inches(from),
    width,
    height: page.height - inches(from + up),
  });
  const logoBox = logo === null ? null : { ...foot(0.45, 0.28), width: inches(0.28) * logo.aspect };
  const indent = logoBox === null ? 0 : logoBox.width + inches(0.14);
  const numberWidth = inches(0.6);
  const footer = foot(0.42, 0.22);
  return {
    tracker: offer('tracker', { ...top(0.32, 0.24), ...column(page, 1, 9) }, 'tracker', 'Section'),
    title: offer('title', top(0.58, 0.95), 'title', 'One sentence that states the takeaway'),
    subhead: offer('subhead', top(1.56, 0.34), 'subhead', 'Measure, unit, period'),
    soWhat: offer('so-what', foot(1.55 + third, 0.5), 'lead', 'So what: the consequence in one line', {
      anchor: 'middle',
    }),
    source: offer('source', foot(0.88 + third, 0.34 + third), 'source', 'Source: publisher (year)'),
    footer: offer('footer', { ...footer, x: x + indent, width: width - indent - numberWidth }, 'footer', 'Footer', {
      anchor: 'middle',
    }),
    number: offer('slide-number', { ...footer, x: x + width - numberWidth, width: numberWidth }, 'footer', '‹#›', {
      anchor: 'middle',
      align: 'right',
    }),
    logo: logoBox,
    body: between(2.0, 1.75 + third),
    content: between(1.8, 1.05 + third),
    full: between(0.32, 1.05 + third),
  };
}

/** Left edge and width of `span` of the page's twelve columns, the first numbered 1. */
export function column(page: Page, first: number, span: number): Pick<Rect, 'x' | 'width'> {
  const width = (page.width - 2 * page.margin - 11 * page.gutter) / 12;
  return { x: page.margin + (first - 1) * (width + page.gutter), width: span * width + (span - 1) * page.gutter };
}

/** The first token that reads as text on a ground (4.5:1, WCAG 2.2, 1.4.3), else the last. */
export function legible(brand: Brand, ground: ColourToken, tokens: readonly ColourToken[]): ColourToken {
  const hex = (token: ColourToken) => colourOf(brand, token).hex;
  return tokens.find(token => contrast(hex(token), hex(ground)) >= 4.5) ?? tokens.at(-1)!;
}

export function offer(
  name: PlaceholderName,
  frame: Rect,
  role: TextRole,
  prompt: string,
  more: Partial<Pick<Placeholder, 'colour' | 'anchor' | 'align'>> = {},
): Placeholder {
  return {
    name,
    frame,
    role,
    prompt,
    colour: QUIET.has(role) ? 'muted' : 'ink',
    anchor: 'top',
    align: 'left',
    ...more,
  };
}
const QUIET: ReadonlySet<TextRole> = new Set(['subhead', 'tracker', 'source', 'footer']);

const DECORATIVE = { origin: NOWHERE, facts: [], placeholder: null } as const;

export const panel = (name: string, frame: Rect, fill: ColourToken): Shape => ({
  ...DECORATIVE,
  kind: 'shape',
  name,
  frame,
  alt: '',
  geometry: 'rectangle',
  fill,
  hatched: false,
  stroke: null,
  words: null,
});

/** A logo with its top left corner at a point, `height` inches high. */
export function logoAt(logo: Logo | null, { x, y }: Pick<Rect, 'x' | 'y'>, height: number): readonly Image[] {
  if (logo === null) return [];
  const frame = { x, y, width: inches(height) * logo.aspect, height: inches(height) };
  const crop = { left: 0, top: 0, right: 0, bottom: 0 };
  return [{ ...DECORATIVE, kind: 'image', name: 'logo', frame, alt: logo.alt, file: logo.file, crop }];
}
