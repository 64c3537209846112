/** A scene with every kind of item on every layout, for the writers: deep-frozen, so that a writer that changes it fails. */
import { LAYOUTS, type LayoutName, type PlaceholderName } from '../../src/model/brand.ts';
import type { Chart } from '../../src/model/chart.ts';
import { NOWHERE, type Origin } from '../../src/model/origin.ts';
import type { Picture } from '../../src/model/picture.ts';
import type {
  ChartItem,
  Connector,
  Group,
  Image,
  Item,
  LaidParagraph,
  LaidRun,
  Scene,
  TableItem,
  TextBlock,
} from '../../src/model/scene.ts';
import type { Rect } from '../../src/model/units.ts';
import { category, chart, EVERY_TYPE, valued } from './charts.ts';
import { at, BLANK_SERIES, house, sceneOf, shape, slideOf, textBlock } from './scene.ts';

const { layouts } = house;

export const origin: Origin = {
  pointer: '/sections/one/first',
  data: { file: 'data/demo/sections/one.yaml', start: 10, end: 20 },
  template: { file: '@templates/slides/bullets.hbs', start: 0, end: 12 },
};

export const run = (text: string, more: Partial<LaidRun> = {}): LaidRun => ({
  kind: 'run',
  text,
  role: 'body',
  size: 16,
  bold: false,
  italic: false,
  position: 'baseline',
  colour: 'ink',
  face: 'minor',
  language: 'en-GB',
  href: null,
  fact: null,
  date: false,
  field: null,
  origin: NOWHERE,
  ...more,
});

export const paragraph = (runs: LaidParagraph['runs'], more: Partial<LaidParagraph> = {}): LaidParagraph => ({
  runs,
  align: 'left',
  pitch: 20.8,
  spaceBefore: 0,
  list: null,
  indent: 0,
  origin: NOWHERE,
  ...more,
});

/** A bullet or number as layout sets it: one em a level. */
export const point = (text: string, level = 0, ordered = false): LaidParagraph =>
  paragraph([run(text)], {
    list: { level, ordered },
    indent: Math.round((level + (ordered ? 1.4 : 1)) * 16),
    spaceBefore: 6,
  });

export const block = (
  name: string,
  frame: Rect,
  paragraphs: readonly LaidParagraph[],
  more: Partial<TextBlock> = {},
): TextBlock => ({ ...textBlock(name, 'x', frame), paragraphs, ...more });

/** A text that fills a placeholder as its layout has it. */
export function filled(
  layout: LayoutName,
  name: PlaceholderName,
  words: string,
  more: Partial<LaidRun> = {},
): TextBlock {
  const place = layouts[layout].placeholders.find(placeholder => placeholder.name === name)!;
  const made = textBlock(name, words, place.frame, { role: place.role, colour: place.colour, placeholder: name });
  const paragraphs = made.paragraphs.map(one => ({
    ...one,
    align: place.align,
    runs: one.runs.map(inline => (inline.kind === 'run' ? { ...inline, ...more } : inline)),
  }));
  return { ...made, anchor: place.anchor, paragraphs, origin };
}

const bare = { origin: NOWHERE, facts: [], placeholder: null } as const;

const image = (name: string, frame: Rect, file: string, more: Partial<Image> = {}): Image => ({
  ...bare,
  kind: 'image',
  name,
  frame,
  file,
  alt: `A picture: ${name}`,
  crop: { left: 0, top: 0, right: 0, bottom: 0 },
  ...more,
});

const connector = (
  name: string,
  from: Connector['from'],
  to: Connector['to'],
  more: Partial<Connector> = {},
): Connector => ({
  ...bare,
  kind: 'connector',
  name,
  alt: '',
  frame: at(Math.min(from.x, to.x), Math.min(from.y, to.y), Math.abs(to.x - from.x), Math.abs(to.y - from.y)),
  from,
  to,
  corners: [],
  stroke: { colour: 'mark', width: 1.5, dash: 'solid' },
  arrow: 'end',
  ...more,
});

function table(name: string, frame: Rect, more: Partial<TableItem> = {}): TableItem {
  const rule = { colour: 'hairline', width: 0.75, dash: 'solid' } as const;
  /** An empty cell has no paragraph at all, as layout leaves it. */
  const words = (text: string, bold: boolean) =>
    text === '' ? [] : [paragraph([run(text, { size: 13, bold })], { pitch: 15 })];
  const cell = (text: string, header: boolean, columnSpan = 1, rowSpan = 1) => ({
    text: block('cell', frame, words(text, header), { anchor: 'middle' }),
    fill: header ? 'panel' : null,
    columnSpan,
    rowSpan,
    header,
  });
  return {
    ...bare,
    kind: 'table',
    name,
    frame: { ...frame, width: 500 },
    alt: null,
    columns: [200, 150, 150],
    banded: false,
    padding: { horizontal: 6, vertical: 4 },
    rows: [
      { height: 30, header: true, rule, cells: [cell('Maker', true), cell('Share & trend', true, 2)] },
      {
        height: 30,
        header: false,
        rule,
        cells: [cell('삼성전자', false), cell('41', false), cell('<40>', false, 1, 2)],
      },
      { height: 30, header: false, rule, cells: [cell('SK hynix', false), cell('0', false)] },
      { height: 30, header: false, rule: null, cells: [cell('Others', false), cell('', false, 2)] },
    ],
    ...more,
  };
}

/** One by one pixel: the smallest PNG there is. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  character => character.charCodeAt(0),
);
const SVG = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#0B5CAD"/></svg>',
);
const picture = (
  file: string,
  bytes: Uint8Array,
  format: Picture['format'],
  width: number,
  height: number,
): Picture => ({
  file,
  bytes,
  format,
  width,
  height,
  orientation: 1,
  raster: null,
});

const body = layouts['title-content'].placeholders.find(({ name }) => name === 'body')!.frame;
const chartFrame = layouts['title-chart'].placeholders.find(({ name }) => name === 'chart')!.frame;
const tableFrame = layouts['title-table'].placeholders.find(({ name }) => name === 'table')!.frame;
const pictureFrame = layouts['title-picture'].placeholders.find(({ name }) => name === 'picture')!.frame;

const title = (layout: LayoutName, words: string) => filled(layout, 'title', words);
const number = (layout: LayoutName, n: number) => filled(layout, 'slide-number', String(n), { field: 'number' });

const texts: readonly Item[] = [
  title('title-content', 'Text in all its forms: “AT&T” <tags> and 한국어'),
  block(
    'body',
    body,
    [
      point('A bullet that the master draws'),
      point('and one below it', 1),
      paragraph([
        run('Plain words, '),
        run('bold', { bold: true }),
        run(' and '),
        run('slanted', { italic: true }),
        run('.'),
      ]),
      point('First', 0, true),
      point('Second', 0, true),
      paragraph([
        run('A link', { href: 'https://example.org/a?b=1&c=2', colour: 'link' }),
        run(', one of its own colour', { href: '#one/charts', colour: 'bad' }),
        run(' and a note', { position: 'superscript' }),
        { kind: 'break', instead: null },
        run('반도체 ', { language: 'ko-KR' }),
        run('半导体', { language: 'zh-CN', size: 14 }),
      ]),
      paragraph([]),
      paragraph([run('مرحبا', { language: 'ar-SA' })], { align: 'right' }),
    ],
    { placeholder: 'body', origin, facts: [{ fact: 'dram-share', member: 'samsung' }] },
  ),
  filled('title-content', 'source', 'Source: Korea Exim (2025)'),
  number('title-content', 2),
];

const shapes: readonly Item[] = [
  title('title-only', 'Shapes, groups and connectors'),
  ...(['rectangle', 'ellipse', 'chevron', 'diamond', 'triangle'] as const).map((geometry, index) =>
    shape(geometry, at(60 + index * 160, 140, 120, 60), index % 2 === 0 ? 'accent1-tint' : 'good', {
      geometry,
      fill: index % 2 === 0 ? 'accent2' : 'good',
      stroke: index === 1 ? { colour: 'ink', width: 1, dash: 'dotted' } : null,
      hatched: index === 2,
    }),
  ),
  {
    ...bare,
    kind: 'freeform',
    name: 'icon',
    alt: 'Ships',
    frame: at(480, 240, 40, 40),
    fill: 'primary',
    outline: {
      name: 'boat',
      width: 256,
      height: 256,
      steps: [['M', 0, 128], ['L', 256, 128], ['C', 256, 200, 200, 256, 128, 256.5], ['L', 0, 256], ['Z']],
    },
  },
  shape('outline', at(60, 240, 120, 60), 'panel', {
    fill: null,
    stroke: { colour: 'primary', width: 2, dash: 'dashed' },
  }),
  {
    ...bare,
    kind: 'group',
    name: 'card 1',
    alt: null,
    frame: at(240, 240, 200, 100),
    items: [
      shape('card 1 panel', at(240, 240, 200, 100), 'panel'),
      block(
        'card 1 number',
        at(250, 250, 180, 60),
        [paragraph([run('₩9.4tn', { size: 40, bold: true, face: 'major' })], { pitch: 44 })],
        {
          wrap: false,
          anchor: 'middle',
        },
      ),
    ],
  } satisfies Group,
  connector('glued', { x: 180, y: 170, item: 'rectangle' }, { x: 220, y: 170, item: 'ellipse' }),
  connector('rising', { x: 500, y: 340, item: null }, { x: 460, y: 300, item: null }, { arrow: 'none' }),
  ...(['quarter', 'half', 'three-quarters'] as const).map((geometry, index) =>
    shape(geometry, at(60 + index * 40, 380, 30, 30), 'primary', { geometry }),
  ),
  shape('node', at(200, 380, 120, 60), 'panel', {
    stroke: { colour: 'mark', width: 1, dash: 'solid' },
    words: block('node', at(208, 384, 104, 52), [paragraph([run('Node')], { align: 'centre' })], { anchor: 'middle' }),
  }),
  shape('other node', at(420, 400, 120, 80), 'panel'),
  connector(
    'elbow',
    { x: 320, y: 395, item: 'node' },
    { x: 420, y: 440, item: 'other node' },
    {
      corners: [
        { x: 380, y: 395 },
        { x: 380, y: 440 },
      ],
    },
  ),
  connector('level', { x: 500, y: 360, item: null }, { x: 600, y: 360, item: 'card 1' }),
  block('loose list', at(500, 240, 300, 80), [
    point('A bullet of its own'),
    point('One deeper', 1),
    point('Numbered', 0, true),
  ]),
];

const charts: readonly Item[] = [
  title('title-chart', 'One maker leads'),
  chart(
    'chart',
    chartFrame,
    {
      categories: [category('Samsung'), category('SK hynix & co'), category('Micron')],
      series: [
        {
          ...BLANK_SERIES,
          name: 'Share',
          numberFormat: '0"%"',
          points: [
            valued(41, '41%', { emphasis: 'on' }),
            valued(0, '0%', { emphasis: 'off' }),
            valued(null, '', { emphasis: 'off' }),
          ],
        },
      ],
      reference: { value: 30, label: 'Limit 30%', fact: null, origin: NOWHERE },
      numberFormat: '0"%"',
    },
    { placeholder: 'chart' },
  ),
  number('title-chart', 4),
];

const stacked = (stacking: Chart['stacking'], name: string, frame: Rect): ChartItem =>
  chart(name, frame, {
    type: 'column',
    stacking,
    categories: [category('2023'), category('2024'), category('2027F', true)],
    series: ['Memory', 'Logic', ''].map((series, row) => ({
      ...BLANK_SERIES,
      name: series,
      numberFormat: '0.0',
      points: [1.5, -2, 12_345_678.25].map((value, index) =>
        valued(
          stacking === 'percent' ? Math.abs(value) : value / (index === 2 ? 1e6 : 1),
          row === 0 ? 'about one' : `₩${value}tn`,
        ),
      ),
    })),
  });

const moreCharts: readonly Item[] = [
  title('title-only', 'Columns side by side, in stacks and in shares'),
  stacked('none', 'clustered', at(43, 130, 280, 300)),
  stacked('stacked', 'stacked', at(340, 130, 280, 300)),
  stacked('percent', 'shares', at(640, 130, 280, 300)),
];

const everyType: readonly (readonly Item[])[] = EVERY_TYPE.map((items, index) => [
  title('title-only', `Charts of every type, part ${index + 1}`),
  ...items,
]);

const cover: readonly Item[] = [
  filled('title-slide', 'title', 'From memory to AI chips'),
  filled('title-slide', 'subtitle', 'South Korea’s semiconductor strategy'),
  filled('title-slide', 'date', '15 July 2025 | Internal'),
];

const pictures: readonly Item[] = [
  title('title-picture', 'Pictures are stored once'),
  image('photo', pictureFrame, 'dot.png', { placeholder: 'picture' }),
  image('photo again', at(50, 200, 100, 100), 'dot.png', { crop: { left: 0.1, top: 0, right: 0.25, bottom: 0.5 } }),
  image('drawing', at(50, 320, 100, 50), 'flag.svg', { alt: '' }),
];

const notes = [
  paragraph([run('One sentence.'), { kind: 'break', instead: null }, run('And more & more', { bold: true })]),
  point('A question'),
  paragraph([run('답변', { language: 'ko-KR' })]),
  point('First', 0, true),
  point('and below it', 1, true),
  paragraph([
    run('An address', { href: 'https://example.org/notes', colour: 'link' }),
    run(', a slide', { href: '#one/charts', colour: 'link' }),
    run(', nowhere', { href: '#nowhere', colour: 'link' }),
    run('2', { position: 'superscript' }),
  ]),
  paragraph([run('שלום', { language: 'he-IL' })], { align: 'right' }),
];

/** Ten slides in two sections, one of them hidden, one with notes. */
export const EVERYTHING: Scene = frozen({
  ...sceneOf([
    slideOf(1, cover, { id: 'cover', layout: 'title-slide' }),
    slideOf(2, texts, { id: 'one/texts', layout: 'title-content', section: 'one', notes }),
    slideOf(3, shapes, { id: 'one/shapes', section: 'one' }),
    slideOf(4, charts, { id: 'one/charts', layout: 'title-chart', section: 'one' }),
    slideOf(5, moreCharts, { id: 'two/charts', section: 'two' }),
    slideOf(6, [title('title-table', 'A table with a header'), table('table', tableFrame, { placeholder: 'table' })], {
      id: 'two/table',
      layout: 'title-table',
      section: 'two',
    }),
    slideOf(7, pictures, { id: 'two/pictures', layout: 'title-picture', section: 'two' }),
    ...everyType.map((items, index) => slideOf(8 + index, items, { id: `two/types-${index + 1}`, section: 'two' })),
    slideOf(10, [filled('section-header', 'title', 'Hidden')], {
      id: 'two/hidden',
      layout: 'section-header',
      hidden: true,
    }),
  ]),
  sections: [
    { id: 'one', title: 'Investment & more', tracked: true, slides: [2, 3, 4] },
    { id: 'two', title: '인재', tracked: true, slides: [5, 6, 7, 8, 9] },
  ],
  pictures: new Map([
    ...house.pictures,
    ['dot.png', picture('dot.png', PNG, 'png', 1, 1)],
    ['flag.svg', picture('flag.svg', SVG, 'svg', 40, 20)],
  ]),
});

/** One slide on each layout, with its title or nothing. */
export const LAYOUT_SLIDES = LAYOUTS.map((layout, index) => {
  const offered = layouts[layout].placeholders.some(({ name }) => name === 'title');
  return slideOf(index + 1, offered ? [title(layout, `On ${layout}`)] : [], { id: `layout/${layout}`, layout });
});

/** Freezes a value and all that it holds; bytes cannot be frozen and are left. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return value;
  const held = value instanceof Map ? [...value.values()] : Object.values(value);
  held.forEach(frozen);
  return Object.freeze(value);
}
