/** Decks read back by readers from npm that nobody here wrote: pptxtojson for slides, hucre for charts and workbooks. */
import { parseChart } from 'hucre/ooxml';
import { type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import { type Element, parse } from 'pptxtojson/dist/index.js';
import { gridOf } from '../../src/model/grid.ts';
import type { ChartItem, Item, LaidParagraph, Scene, TableItem } from '../../src/model/scene.ts';
import { type Deck, openDeck } from './deck.ts';

/** What a slide says, in reading order; white space counts as one blank, and what is empty is left out. */
export interface Said {
  /** Paragraphs of each text. */
  readonly texts: readonly (readonly string[])[];
  /** Cells of each table, row by row; a cell covered by a merge is empty. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly notes: readonly string[];
}

/** A chart as a reader sees it. */
export interface ReadChart {
  readonly sheets: readonly Sheet[];
  /** Of each series of the chart part: where its name, categories and values stand in the workbook. */
  readonly series: readonly { readonly name: string | null; readonly references: readonly string[] }[];
  /** What the chart shows where its workbook is not opened; of combined charts the reader gives the last kind alone. */
  readonly cached: readonly CachedSeries[];
}

interface CachedSeries {
  /** Null for the axes of a scatter chart, which the reader gives without names and gaps. */
  readonly name: string | null;
  readonly labels: readonly string[];
  /** By row of the workbook, from 0. */
  readonly values: readonly (number | null)[];
}

export interface Reading {
  readonly slides: readonly Said[];
  /** In the order of the deck. */
  readonly charts: readonly ReadChart[];
}

/** What the readers find in a deck. */
export async function readBack(bytes: Uint8Array): Promise<Reading> {
  const none = { imageMode: 'none', videoMode: 'none', audioMode: 'none' } as const;
  const { slides } = await parse(Uint8Array.from(bytes).buffer, none);
  const found = slides.map(({ elements, note }) => ({ leaves: leavesOf(elements), note }));
  const deck = openDeck(bytes);
  const charts = found.flatMap(({ leaves }) => leaves.filter(leaf => leaf.type === 'chart'));
  return {
    slides: found.map(({ leaves, note }) => ({
      texts: leaves.flatMap(leaf => ('content' in leaf ? nonEmpty(paragraphsIn(leaf.content)) : [])),
      tables: leaves.flatMap(leaf =>
        leaf.type === 'table' ? [leaf.data.map(row => row.map(cell => paragraphsIn(cell.text).join(' ')))] : [],
      ),
      notes: paragraphsIn(note),
    })),
    charts: await Promise.all(charts.map((chart, index) => readChart(deck, index + 1, chart.data))),
  };
}

type Leaf = Exclude<Element, { readonly type: 'group' | 'diagram' }>;

/** Everything that is no group, in document order. */
const leavesOf = (elements: readonly Element[]): readonly Leaf[] =>
  elements
    .flatMap((element): readonly Leaf[] =>
      element.type === 'group' || element.type === 'diagram' ? leavesOf(element.elements) : [element],
    )
    .sort((one, other) => one.order - other.order);

const nonEmpty = (paragraphs: readonly string[]): readonly (readonly string[])[] =>
  paragraphs.length === 0 ? [] : [paragraphs];

/** The reader gives text as HTML, and spaces as `&nbsp;`. */
const paragraphsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<p\b[^>]*>(.*?)<\/p>/gs)]
    .map(([, inner]) => single(unescaped(inner!.replace(/<[^>]*>/g, ''))))
    .filter(words => words !== '');

const single = (text: string): string => text.replace(/\s+/g, ' ').trim();

const NAMED: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescaped = (text: string): string => text.replace(/&(nbsp|lt|gt|quot|apos|amp);/g, (_, name) => NAMED[name]!);

async function readChart(deck: Deck, number: number, data: unknown): Promise<ReadChart> {
  const part = `ppt/charts/chart${number}.xml`;
  const { series = [] } = parseChart(deck.text(part)) ?? {};
  const book = deck.related(part).find(({ type }) => type === 'package')!.target;
  return {
    sheets: (await readXlsx(deck.files.get(book)!, { readStyles: true })).sheets,
    series: series.map(({ name, categoriesRef, valuesRef, bubbleSizeRef }) => ({
      name: name ?? null,
      references: [categoriesRef, valuesRef, bubbleSizeRef].filter(reference => reference !== undefined),
    })),
    cached: (data as readonly (number[] | NamedSeries)[]).map(cachedOf),
  };
}

interface NamedSeries {
  readonly key: string;
  readonly values: readonly { readonly x: string; readonly y: number }[];
  readonly xlabels: Readonly<Record<string, string>>;
}

function cachedOf(series: number[] | NamedSeries): CachedSeries {
  if (Array.isArray(series)) return { name: null, labels: [], values: series };
  // A category without a name is no label; the last one has a name or a value.
  const places = [...Object.keys(series.xlabels), ...series.values.map(({ x }) => x)].map(Number);
  const values: (number | null)[] = Array.from({ length: Math.max(-1, ...places) + 1 }, () => null);
  for (const { x, y } of series.values) values[Number(x)] = y;
  return { name: unescaped(series.key), labels: Object.values(series.xlabels).map(unescaped), values };
}

/** What the scene says, in the words of the readers. */
export const saidBy = (scene: Scene): readonly Said[] =>
  scene.slides.map(({ items, notes }) => {
    const leaves = itemsBelow(items);
    return {
      texts: leaves.flatMap(item => (item.kind === 'text' ? nonEmpty(wordsOf(item.paragraphs, onSlides)) : [])),
      tables: leaves.flatMap(item => (item.kind === 'table' ? [cellsOf(item)] : [])),
      notes: wordsOf(notes, inNotes),
    };
  });

/** A cell's words at its first place; the others that it covers are empty. */
function cellsOf({ rows }: TableItem): Said['tables'][number] {
  const told = new Set<unknown>();
  return gridOf(rows).map(row =>
    row.map(cell => {
      if (told.has(cell)) return '';
      told.add(cell);
      return wordsOf(cell.text.paragraphs, onSlides).join(' ');
    }),
  );
}

/** The charts of a scene, in the order of the deck. */
export const chartsOf = (scene: Scene): readonly ChartItem[] =>
  scene.slides.flatMap(({ items }) => itemsBelow(items).filter(item => item.kind === 'chart'));

const itemsBelow = (items: readonly Item[]): readonly Item[] =>
  items.flatMap(item => {
    if (item.kind === 'group') return itemsBelow(item.items);
    return item.kind === 'shape' && item.words !== null ? [item, item.words] : [item];
  });

const wordsOf = (
  paragraphs: readonly LaidParagraph[],
  breaks: (index: number, count: number) => string,
): readonly string[] =>
  paragraphs
    .map(({ runs }) => {
      const count = runs.filter(run => run.kind === 'break').length;
      let index = 0;
      return single(runs.map(run => (run.kind === 'run' ? run.text : breaks(index++, count))).join(''));
    })
    .filter(words => words !== '');

/** The reader gives a line break as a blank and loses the first of several; in notes it loses all. */
const onSlides = (index: number, count: number): string => (index === 0 && count > 1 ? '' : ' ');
const inNotes = (): string => '';

/**
 * Where a chart that was read differs from the scene's, one sentence each. Its workbook is one sheet that is one table: the categories and a column
 * a series, zeros as zeros and gaps as nothing. A type that needs columns of its own (stacks that stand for steps, both axes of a
 * scatter) still holds every value of a category in that category's row.
 */
export function differences({ chart }: ChartItem, { sheets, series, cached }: ReadChart): readonly string[] {
  const [sheet] = sheets;
  if (sheet === undefined || sheets.length > 1) return [`has ${sheets.length} sheets`];
  const [heads = [], ...rows] = sheet.rows;
  const plain = heads.length === chart.series.length + 1;
  const columnOf = (head: string | null) => rows.map(row => row[heads.indexOf(head)] ?? null);
  const found: string[] = [];
  const same = (what: string, seen: unknown, wanted: unknown): void => {
    const [one, other] = [JSON.stringify(seen), JSON.stringify(wanted)];
    if (one !== other) found.push(`${what}: ${one}, not ${other}`);
  };

  same(
    'tables',
    sheet.tables?.map(table => table.range),
    [`A1:${cellName(heads.length - 1, rows.length)}`],
  );
  same(
    'columns of the table',
    sheet.tables?.[0]?.columns.map(column => column.name),
    heads,
  );
  same(
    'categories',
    rows.map(row => row[0] ?? null),
    chart.categories.map(({ label }) => label || null),
  );
  chart.categories.forEach(({ label }, at) => {
    const wanted = chart.series.map(({ points }) => points[at]?.value ?? null);
    const seen = rows[at]?.slice(1) ?? [];
    if (plain) same(`values of ${label}`, seen, wanted);
    else for (const value of wanted) if (!holds(seen, value)) found.push(`${label} has no cell with ${value}`);
  });
  if (plain)
    same(
      'number formats',
      [...new Set(formatsOf(sheet))],
      [...new Set(chart.series.map(({ numberFormat }) => numberFormat))].filter(format => format !== 'General'),
    );

  for (const { name, references } of series) {
    if (!heads.includes(name)) found.push(`there is no column for ${name}`);
    for (const reference of references)
      if (!inside(reference, heads.length, rows.length)) found.push(`${reference} is not in the table`);
  }
  for (const { name, labels, values } of cached) {
    if (name === null) {
      const columns = heads.map((_, index) =>
        rows.flatMap(row => (typeof row[index] === 'number' ? [row[index]] : [])),
      );
      if (!columns.some(column => JSON.stringify(column) === JSON.stringify(values)))
        found.push(`no column holds ${values}`);
    } else {
      same(
        `cached labels of ${name}`,
        labels,
        rows.map(row => row[0] ?? null).filter(label => label !== null),
      );
      same(`cached values of ${name}`, values, columnOf(name));
    }
  }
  return found;
}

/** A step down in a waterfall is the height of a column. */
const holds = (cells: readonly (CellValue | undefined)[], value: number | null): boolean =>
  value === null || cells.some(cell => typeof cell === 'number' && Math.abs(cell) === Math.abs(value));

const formatsOf = ({ cells = new Map() }: Sheet): readonly string[] =>
  [...cells.values()].flatMap(({ type, style }) =>
    type === 'number' && style?.numFmt !== undefined ? [style.numFmt] : [],
  );

const cellName = (column: number, row: number): string => `${String.fromCharCode(65 + column)}${row + 1}`;

/** Whether `Sheet1!$B$2:$B$4` names one column of the table below its head, whole. */
const inside = (reference: string, columns: number, rows: number): boolean => {
  const [, first, from, last = first, to = from] =
    /^Sheet1!\$([A-Z])\$(\d+)(?::\$([A-Z])\$(\d+))?$/.exec(reference) ?? [];
  return (
    first !== undefined &&
    first === last &&
    first.charCodeAt(0) - 65 < columns &&
    from === '2' &&
    Number(to) === rows + 1
  );
};
