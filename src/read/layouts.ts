/** The ten layouts of a brand's page: a grid of twelve columns, seven zones, and what each layout offers to fill. */
import { contrast } from '../colour/colour.ts';
import {
  type Brand,
  type ColourToken,
  colourOf,
  type LayoutName,
  type Logo,
  type Page,
  type PlaceholderName,
  type TextRole,
} from '../model/brand.ts';
import { NOWHERE } from '../model/origin.ts';
import type { Image, Item, LayoutDesign, Placeholder, Shape } from '../model/scene.ts';
import { inches, type Rect } from '../model/units.ts';

export function layoutDesigns(brand: Brand): Readonly<Record<LayoutName, LayoutDesign>> {
  const zones = zonesOf(brand.page, brand.logo.small);
  const content = (name: LayoutName, title: string, body: readonly Placeholder[]): LayoutDesign => ({
    name,
    title,
    background: 'paper',
    placeholders: [...heading(zones), ...body, ...closing(zones)],
    content: zones.content,
    decoration: footerLogo(brand, zones),
  });
  const [left, right] = [column(brand.page, 1, 6), column(brand.page, 7, 6)];
  const [words, figure] = [column(brand.page, 1, 5), column(brand.page, 6, 7)];
  return {
    'title-slide': cover(brand),
    'section-header': divider(brand, zones),
    'title-only': content('title-only', 'Title Only', []),
    'title-content': content('title-content', 'Title and Content', [body('body', zones.body)]),
    'two-content': content('two-content', 'Two Content', [
      body('body', { ...zones.body, ...left }),
      body('body-2', { ...zones.body, ...right }),
    ]),
    'title-picture': content('title-picture', 'Title, Text and Picture', [
      body('body', { ...zones.body, ...words }),
      offer('picture', { ...zones.body, ...figure }, 'body', 'Picture'),
    ]),
    'title-table': content('title-table', 'Title and Table', [offer('table', zones.body, 'table', 'Table')]),
    'title-chart': content('title-chart', 'Title and Chart', [offer('chart', zones.body, 'value', 'Chart')]),
    quote: quote(brand, zones),
    blank: { ...content('blank', 'Blank', []), placeholders: [zones.footer, zones.number], content: zones.full },
  };
}

interface Zones {
  readonly tracker: Placeholder;
  readonly title: Placeholder;
  readonly subhead: Placeholder;
  readonly soWhat: Placeholder;
  readonly source: Placeholder;
  readonly footer: Placeholder;
  readonly number: Placeholder;
  readonly logo: Rect | null;
  /** Between subhead and so-what. */
  readonly body: Rect;
  /** From the title to the source line. */
  readonly content: Rect;
  /** All between the margins. */
  readonly full: Rect;
}

/** A page narrower than this has a third line for its sources: the same words need it there. */
const NARROW = inches(12);

/** Zones from the top are at fixed heights; those at the foot keep their distance from the page's lower edge. */
function zonesOf(page: Page, logo: Logo | null): Zones {
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
    body: between(2.0, 1.65 + third),
    content: between(1.8, 1.05 + third),
    full: between(0.32, 1.05 + third),
  };
}

const heading = ({ title, subhead, tracker }: Zones) => [title, subhead, tracker];
const closing = ({ soWhat, source, footer, number }: Zones) => [soWhat, source, footer, number];
const body = (name: 'body' | 'body-2', frame: Rect) => offer(name, frame, 'body', 'Text');

/** Left edge and width of `span` of the page's twelve columns, the first numbered 1. */
function column(page: Page, first: number, span: number): Pick<Rect, 'x' | 'width'> {
  const width = (page.width - 2 * page.margin - 11 * page.gutter) / 12;
  return { x: page.margin + (first - 1) * (width + page.gutter), width: span * width + (span - 1) * page.gutter };
}

/** Words on the left, standing on their subtitle; on the right third a panel of ink with the bars of a chart. */
function cover(brand: Brand): LayoutDesign {
  const { page } = brand;
  const ground: Rect = { ...rightThird(page), y: 0, height: page.height };
  const wide = { x: page.margin, width: ground.x - page.margin - CLEAR };
  const title = { ...wide, y: inches(2.45), height: inches(1.85) };
  const subtitle = { ...wide, y: inches(4.5), height: inches(0.85) };
  const date = { ...wide, y: page.height - inches(0.9), height: inches(0.3) };
  return {
    name: 'title-slide',
    title: 'Title Slide',
    background: 'paper',
    placeholders: [
      offer('title', title, 'cover', 'Title of the briefing', { anchor: 'bottom' }),
      offer('subtitle', subtitle, 'subtitle', 'Subtitle', { colour: 'muted' }),
      offer('date', date, 'label', 'Day and classification', { colour: 'muted', anchor: 'bottom' }),
    ],
    content: { ...title, height: subtitle.y + subtitle.height - title.y },
    decoration: [
      panel('ground', ground, 'stage'),
      ...bars(page),
      ...logoAt(brand.logo.large, { x: page.margin, y: inches(0.5) }, 0.6),
    ],
  };
}

/** The stage of the cover on all of the slide, with the same bars. */
function divider(brand: Brand, zones: Zones): LayoutDesign {
  const { page } = brand;
  const wide = { x: page.margin, width: rightThird(page).x - page.margin - CLEAR };
  const quiet = legible(brand, 'stage', ['mark', 'panel', 'paper', 'ink']);
  const bright = legible(brand, 'stage', ['panel', 'paper', 'muted', 'ink']);
  const title = { ...wide, y: inches(2.8), height: inches(1.25) };
  return {
    name: 'section-header',
    title: 'Section Header',
    background: 'stage',
    placeholders: [
      offer('title', title, 'divider', 'Section', { colour: legible(brand, 'stage', ['paper', 'ink']) }),
      offer('subhead', { ...wide, y: inches(2.36), height: inches(0.36) }, 'heading', '1', { colour: quiet }),
      offer('subtitle', { ...wide, y: inches(4.1), height: inches(0.9) }, 'subtitle', 'What the section claims', {
        colour: bright,
      }),
      { ...zones.tracker, frame: { ...zones.source.frame, height: inches(0.24) }, colour: quiet },
      { ...zones.number, colour: quiet },
    ],
    content: { ...wide, y: inches(4.1), height: page.height - inches(4.1 + 1.05) },
    decoration: bars(page),
  };
}

/** Between the words of a cover and what stands on its right. */
const CLEAR = inches(0.4);

/** From the ninth of twelve columns to the page's edge. */
function rightThird(page: Page): Pick<Rect, 'x' | 'width'> {
  const { x } = column(page, 9, 4);
  return { x, width: page.width - x };
}

/** Three ranked bars at the left edge of the right third, the longest as long as it. */
function bars(page: Page): readonly Shape[] {
  const { x, width } = rightThird(page);
  const lengths = [
    { share: 1, fill: 'primary' },
    { share: 0.72, fill: 'primary' },
    { share: 0.44, fill: 'muted' },
  ] as const;
  return lengths.map(({ share, fill }, index) => {
    const y = inches(2.8) + index * inches(0.9);
    return panel(`bar ${index + 1}`, { x, y, width: width * share, height: inches(0.6) }, fill);
  });
}

function quote(brand: Brand, zones: Zones): LayoutDesign {
  const inner = column(brand.page, 2, 10);
  const words = { ...inner, y: inches(2.4), height: inches(2.4) };
  const edge = { x: column(brand.page, 1, 12).x, y: words.y, width: inches(0.06), height: words.height };
  return {
    name: 'quote',
    title: 'Quote',
    background: 'paper',
    placeholders: [
      ...heading(zones).filter(({ name }) => name !== 'subhead'),
      offer('body', words, 'quote', 'The quoted sentence'),
      offer('body-2', { ...inner, y: inches(5), height: inches(0.7) }, 'lead', 'Who, in which office, when'),
      ...closing(zones).filter(({ name }) => name !== 'so-what'),
    ],
    content: { ...inner, y: words.y, height: inches(3.3) },
    decoration: [panel('accent bar', edge, 'primary'), ...footerLogo(brand, zones)],
  };
}

/** The first token that reads as text on a ground (4.5:1, WCAG 2.2, 1.4.3), else the last. */
function legible(brand: Brand, ground: ColourToken, tokens: readonly ColourToken[]): ColourToken {
  const hex = (token: ColourToken) => colourOf(brand, token).hex;
  return tokens.find(token => contrast(hex(token), hex(ground)) >= 4.5) ?? tokens.at(-1)!;
}

function offer(
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

const panel = (name: string, frame: Rect, fill: ColourToken): Shape => ({
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

const footerLogo = (brand: Brand, { logo }: Zones): readonly Item[] =>
  logo === null ? [] : logoAt(brand.logo.small, logo, 0.28);

/** A logo with its top left corner at a point, `height` inches high. */
function logoAt(logo: Logo | null, { x, y }: Pick<Rect, 'x' | 'y'>, height: number): readonly Image[] {
  if (logo === null) return [];
  const frame = { x, y, width: inches(height) * logo.aspect, height: inches(height) };
  const crop = { left: 0, top: 0, right: 0, bottom: 0 };
  return [{ ...DECORATIVE, kind: 'image', name: 'logo', frame, alt: logo.alt, file: logo.file, crop }];
}
