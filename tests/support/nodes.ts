/** Decks made by hand, for layout: nodes with everything that a test does not care about filled in. */

import type { LayoutName, PlaceholderName, TextRole } from '../../src/model/brand.ts';
import type { Source } from '../../src/model/briefing.ts';
import type { Chart, ChartPoint } from '../../src/model/chart.ts';
import type { Fact, Source as Publication } from '../../src/model/fact.ts';
import type {
  Box,
  Cell,
  ChartNode,
  Deck,
  Diagram,
  DiagramPart,
  Node,
  SlideNode,
  TableNode,
  Text,
} from '../../src/model/node.ts';
import { NOWHERE } from '../../src/model/origin.ts';
import { type Inlines, type Paragraph, plainRun, type Run } from '../../src/model/text.ts';
import type { FactUse } from '../../src/model/use.ts';
import { BLANK_CHART, BLANK_POINT, BLANK_SERIES, house } from './scene.ts';

export const run = (text: string, more: Partial<Run> = {}): Run => ({ ...plainRun(text, NOWHERE), ...more });

/** `- ` makes a list item, `-- ` one of the second level, `# ` a numbered one. */
export function paragraph(words: string | Inlines): Paragraph {
  if (typeof words !== 'string') return { inlines: words, list: null, origin: NOWHERE };
  const [, mark = '', text = ''] = /^(-{1,2} |# )?([\s\S]*)$/.exec(words)!;
  const list = mark === '' ? null : { level: mark === '-- ' ? 1 : 0, ordered: mark === '# ' };
  return { inlines: [run(text)], list, origin: NOWHERE };
}

export const text = (words: string | readonly string[], role: TextRole = 'body', more: Partial<Text> = {}): Text => ({
  kind: 'text',
  name: role,
  role,
  paragraphs: (typeof words === 'string' ? [words] : words).map(paragraph),
  colour: null,
  align: 'left',
  anchor: 'top',
  placeholder: null,
  origin: NOWHERE,
  ...more,
});

export const fill = (placeholder: PlaceholderName, words: string, role: TextRole = 'body'): Text =>
  text(words, role, { placeholder, name: placeholder });

export const box = (children: readonly Node[], more: Partial<Box> = {}): Box => ({
  kind: 'box',
  name: 'box',
  direction: 'column',
  columns: null,
  wrap: null,
  gap: 'm',
  padding: 'none',
  fill: null,
  accent: false,
  grow: false,
  align: 'stretch',
  justify: 'start',
  children,
  origin: NOWHERE,
  ...more,
});

export const row = (children: readonly Node[], more: Partial<Box> = {}): Box =>
  box(children, { direction: 'row', name: 'row', ...more });

export const card = (children: readonly Node[], more: Partial<Box> = {}): Box =>
  box(children, { name: 'card', fill: 'panel', padding: 'm', gap: 's', ...more });

const cell = (words: string, more: Partial<Cell> = {}): Cell => ({
  paragraphs: [paragraph(words)],
  align: /^[\d₩$]/.test(words) ? 'right' : 'left',
  bold: false,
  colour: null,
  columnSpan: 1,
  rowSpan: 1,
  origin: NOWHERE,
  ...more,
});

/** Lines of cells parted by `|`; the first is the head. */
export const table = (lines: readonly string[], more: Partial<TableNode> = {}): TableNode => ({
  kind: 'table',
  name: 'table',
  columns: null,
  rows: lines.map((line, index) => ({
    header: index === 0,
    emphasis: false,
    cells: line.split('|').map(words => cell(words.trim())),
    evidence: [],
    origin: NOWHERE,
  })),
  role: 'table',
  banded: false,
  alt: 'A table.',
  placeholder: null,
  origin: NOWHERE,
  ...more,
});

const point = (value: number | null, more: Partial<ChartPoint> = {}): ChartPoint => ({
  ...BLANK_POINT,
  value,
  label: value === null ? '' : String(value),
  ...more,
});

/** A chart of categories and the values of one or more series. */
export const chartOf = (
  type: Chart['type'],
  labels: readonly string[],
  series: readonly (readonly (number | null)[])[],
  more: Partial<Chart> = {},
): Chart => ({
  ...BLANK_CHART,
  type,
  categories: labels.map(label => ({
    label,
    forecast: label.endsWith('F'),
    total: label.startsWith('='),
    origin: NOWHERE,
  })),
  series: series.map((values, index) => ({
    ...BLANK_SERIES,
    name: `Series ${index + 1}`,
    points: values.map(value => point(value)),
  })),
  ...more,
});

export const chartNode = (chart: Chart, more: Partial<ChartNode> = {}): ChartNode => ({
  kind: 'chart',
  name: 'chart',
  chart,
  placeholder: null,
  origin: NOWHERE,
  ...more,
});

/** A part of a diagram: its attributes as words, `words` those between its tags. */
export const part = (
  kind: string,
  values: Readonly<Record<string, string>>,
  words = '',
  parts: readonly DiagramPart[] = [],
): DiagramPart => ({
  kind,
  values: new Map(
    Object.entries(values).map(([name, plain]) => [name, { plain, inlines: [run(plain)], quantity: null }]),
  ),
  words: words === '' ? [] : [paragraph(words)],
  parts,
  evidence: [],
  origin: NOWHERE,
});

export const diagram = (
  type: string,
  values: Readonly<Record<string, string>>,
  parts: readonly DiagramPart[],
): Diagram => ({
  kind: 'diagram',
  name: type,
  type,
  root: part('diagram', values, '', parts),
  alt: `A ${type}.`,
  phrase: null,
  origin: NOWHERE,
});

export const slide = (title: string, body: Box | null, more: Partial<SlideNode> = {}): SlideNode => ({
  id: title,
  section: null,
  layout: 'title-content' satisfies LayoutName,
  texts: [fill('title', title, 'title'), ...(more.texts ?? [])],
  body,
  tracker: false,
  sourceLine: null,
  sticker: null,
  footer: true,
  notes: [],
  hidden: false,
  literals: new Map(),
  facts: [],
  origin: NOWHERE,
  ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== 'texts')),
});

export const deckOf = (slides: readonly SlideNode[], language = 'en', more: Partial<Deck> = {}): Deck => ({
  identity: {
    id: 'demo',
    language,
    firstLanguage: language,
    audience: null,
    draft: null,
    title: 'Demo',
    subtitle: null,
    author: null,
    classification: 'Internal',
    keywords: [],
    date: '2025-07-15',
    dateWords: '15 July 2025',
  },
  sections: [],
  slides,
  ...more,
});

/** What layout asks of a source: the built-in brand, and a ledger of facts that name one source each. */
export function sourceOf(
  facts: readonly (readonly [fact: string, publisher: string, year: string | null])[] = [],
): Source {
  const place = { file: 'facts.yaml', start: 0, end: 0 };
  const words = (value: string) => ({
    boxed: true as const,
    kind: 'text' as const,
    pointer: '',
    place,
    texts: new Map([['*', [{ kind: 'words' as const, text: value, bold: false, italic: false, href: null }]]]),
    places: new Map(),
  });
  const ledger = {
    facts: new Map(facts.map(([id, publisher]) => [id, { id, sources: [publisher] } as unknown as Fact])),
    sources: new Map(
      facts.map(([, publisher, year]): [string, Publication] => [
        publisher,
        { id: publisher, publisher: words(publisher), title: null, date: year, year, url: null, place },
      ]),
    ),
  };
  return { ...house, briefing: { ledger }, templates: new Map() } as unknown as Source;
}

export const use = (fact: string): FactUse => ({ fact, member: null });
