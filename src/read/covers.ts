/** The title page and the dividers, in the compositions that a brand may choose from. */
import type { Brand, ColourToken, Page, Style } from '../model/brand.ts';
import type { LayoutDesign, Shape } from '../model/scene.ts';
import { inches, type Rect } from '../model/units.ts';
import { column, legible, logoAt, offer, panel, type Zones } from './zones.ts';

interface Composition {
  readonly cover: (brand: Brand) => LayoutDesign;
  readonly divider: (brand: Brand, zones: Zones) => LayoutDesign;
  /** What the cover's logo stands on. */
  readonly ground: ColourToken;
}

export const COMPOSITIONS: Readonly<Record<Style['cover'], Composition>> = {
  bars: { cover: coverWithBars, divider: dividerWithBars, ground: 'paper' },
  rules: { cover: coverWithRules, divider: dividerWithRules, ground: 'stage' },
};

/** Words on the left, standing on their subtitle; on the right third a panel of ink with the bars of a chart. */
function coverWithBars(brand: Brand): LayoutDesign {
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
function dividerWithBars(brand: Brand, zones: Zones): LayoutDesign {
  const { page } = brand;
  const wide = { x: page.margin, width: rightThird(page).x - page.margin - CLEAR };
  const on = onStage(brand);
  const title = { ...wide, y: inches(2.8), height: inches(1.25) };
  return {
    name: 'section-header',
    title: 'Section Header',
    background: 'stage',
    placeholders: [
      offer('title', title, 'divider', 'Section', { colour: on.title }),
      offer('subhead', { ...wide, y: inches(2.36), height: inches(0.36) }, 'heading', '1', { colour: on.quiet }),
      offer('subtitle', { ...wide, y: inches(4.1), height: inches(0.9) }, 'subtitle', 'What the section claims', {
        colour: on.bright,
      }),
      { ...zones.tracker, frame: { ...zones.source.frame, height: inches(0.24) }, colour: on.quiet },
      { ...zones.number, colour: on.quiet },
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

/** Words on one ground, between a thin rule below the logo and a strong one above the date. */
function coverWithRules(brand: Brand): LayoutDesign {
  const { page } = brand;
  const on = onStage(brand);
  const wide = column(page, 1, 10);
  const title = { ...wide, y: inches(2.3), height: inches(2.3) };
  const subtitle = { ...wide, y: inches(4.8), height: inches(0.85) };
  const date = { ...wide, y: page.height - inches(0.95), height: inches(0.3) };
  return {
    name: 'title-slide',
    title: 'Title Slide',
    background: 'stage',
    placeholders: [
      offer('title', title, 'cover', 'Title of the briefing', { colour: on.title, anchor: 'bottom' }),
      offer('subtitle', subtitle, 'subtitle', 'Subtitle', { colour: on.bright }),
      offer('date', date, 'label', 'Day and classification', { colour: on.bright }),
    ],
    content: { ...title, height: subtitle.y + subtitle.height - title.y },
    decoration: [...rules(page, on), ...logoAt(brand.logo.large, { x: page.margin, y: inches(0.6) }, 0.6)],
  };
}

/** The cover again, with the number of the section in the place of the logo. */
function dividerWithRules(brand: Brand, zones: Zones): LayoutDesign {
  const { page } = brand;
  const on = onStage(brand);
  const wide = column(page, 1, 10);
  const title = { ...wide, y: inches(2.9), height: inches(1.7) };
  const subtitle = { ...wide, y: inches(4.8), height: inches(0.9) };
  return {
    name: 'section-header',
    title: 'Section Header',
    background: 'stage',
    placeholders: [
      offer('title', title, 'divider', 'Section', { colour: on.title, anchor: 'bottom' }),
      offer('subhead', { ...wide, y: inches(1.06), height: inches(0.36) }, 'heading', '1', { colour: on.rule }),
      offer('subtitle', subtitle, 'subtitle', 'What the section claims', { colour: on.bright }),
      {
        ...zones.tracker,
        frame: { ...zones.source.frame, y: page.height - inches(0.95), height: inches(0.24) },
        colour: on.quiet,
      },
      { ...zones.number, colour: on.quiet },
    ],
    content: { ...wide, y: subtitle.y, height: page.height - subtitle.y - inches(1.35) },
    decoration: rules(page, on),
  };
}

interface OnStage {
  readonly title: ColourToken;
  readonly bright: ColourToken;
  readonly quiet: ColourToken;
  /** Read as text too: the number of a section. */
  readonly rule: ColourToken;
}

const onStage = (brand: Brand): OnStage => ({
  title: legible(brand, 'stage', ['paper', 'ink']),
  bright: legible(brand, 'stage', ['panel', 'paper', 'muted', 'ink']),
  quiet: legible(brand, 'stage', ['mark', 'panel', 'paper', 'ink']),
  rule: legible(brand, 'stage', ['primary', 'accent2', 'mark', 'panel', 'paper', 'ink']),
});

function rules(page: Page, { quiet, rule }: OnStage): readonly Shape[] {
  const across = (y: number, height: number): Rect => ({
    x: page.margin,
    y,
    width: page.width - 2 * page.margin,
    height,
  });
  return [
    panel('thin rule', across(inches(1.6), 0.75), quiet),
    panel('strong rule', across(page.height - inches(1.15), 3), rule),
  ];
}
