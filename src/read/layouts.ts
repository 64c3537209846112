/** The ten layouts of a brand's page, and what each offers to fill. */
import type { Brand, LayoutName } from '../model/brand.ts';
import type { Item, LayoutDesign, Placeholder } from '../model/scene.ts';
import { inches, type Rect } from '../model/units.ts';
import { COMPOSITIONS } from './covers.ts';
import { column, logoAt, offer, panel, type Zones, zonesOf } from './zones.ts';

export function layoutDesigns(brand: Brand): Readonly<Record<LayoutName, LayoutDesign>> {
  const zones = zonesOf(brand.page, brand.logo.small);
  const content = (name: LayoutName, title: string, body: readonly Placeholder[]): LayoutDesign => ({
    name,
    title,
    background: 'paper',
    placeholders: [...heading(zones), ...body, ...closing(zones)],
    content: zones.content,
    decoration: furniture(brand, zones),
  });
  const [left, right] = [column(brand.page, 1, 6), column(brand.page, 7, 6)];
  const [words, figure] = [column(brand.page, 1, 5), column(brand.page, 6, 7)];
  return {
    'title-slide': COMPOSITIONS[brand.style.cover].cover(brand),
    'section-header': COMPOSITIONS[brand.style.cover].divider(brand, zones),
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

const heading = ({ title, subhead, tracker }: Zones) => [title, subhead, tracker];
const closing = ({ soWhat, source, footer, number }: Zones) => [soWhat, source, footer, number];
const body = (name: 'body' | 'body-2', frame: Rect) => offer(name, frame, 'body', 'Text');

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
    decoration: [panel('accent bar', edge, 'primary'), ...furniture(brand, zones)],
  };
}

/** What every page of content bears: the logo at the foot, and the rules of the masthead where the brand has one. */
const furniture = (brand: Brand, zones: Zones): readonly Item[] => [
  ...MASTHEADS[brand.style.masthead](brand),
  ...(zones.logo === null ? [] : logoAt(brand.logo.small, zones.logo, 0.28)),
];

const MASTHEADS: Readonly<Record<Brand['style']['masthead'], (brand: Brand) => readonly Item[]>> = {
  none: () => [],
  rules({ page }) {
    const across = (y: number): Rect => ({ x: page.margin, y, width: page.width - 2 * page.margin, height: HAIRLINE });
    return [
      panel('head rule', across(inches(0.22)), 'hairline'),
      panel('head mark', { ...column(page, 1, 1), y: inches(0.22), height: MARK }, 'primary'),
      panel('foot rule', across(page.height - inches(0.49)), 'hairline'),
    ];
  },
};

const HAIRLINE = 0.75;
const MARK = 3;
