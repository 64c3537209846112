/** Scenes made by hand, for rooms that take a finished one: text stands on the lines that it is given. */
import { readFileSync } from 'node:fs';
import type { Faces } from '../../src/fonts/fonts.ts';
import type { Brand, ColourToken, PlaceholderName, TextRole } from '../../src/model/brand.ts';
import { pitchOf } from '../../src/model/brand.ts';
import type { Chart, ChartPoint, Series } from '../../src/model/chart.ts';
import { NOWHERE } from '../../src/model/origin.ts';
import type { Project } from '../../src/model/project.ts';
import type { ChartItem, Item, LaidRun, Line, Scene, Shape, Slide, TextBlock } from '../../src/model/scene.ts';
import type { Points, Rect } from '../../src/model/units.ts';
import type { FactUse } from '../../src/model/use.ts';
import { type BrandSource, readBrand } from '../../src/read/brand.ts';

/** The project that knows only what is built in. */
export const builtIn: Project = {
  read: name => {
    const file = name
      .replace(/^@brands/, 'assets/brands')
      .replace(/^@fonts/, 'node_modules/@fontsource')
      .replace(/^@atlas/, 'node_modules/world-atlas');
    try {
      return new Uint8Array(readFileSync(file));
    } catch {
      return null;
    }
  },
  list: () => [],
};

/** The same where no optional package is installed. */
export const latinOnly: Project = { ...builtIn, read: name => (name.includes('/noto-') ? null : builtIn.read(name)) };

/** The built-in brand with its layouts and logos. */
export const house: BrandSource = readBrand(
  builtIn,
  { name: 'briefing', briefingFolder: 'data', provenance: NOWHERE },
  diagnostic => {
    throw new Error(diagnostic.message);
  },
)!;

export const at = (x: Points, y: Points, width: Points, height: Points): Rect => ({ x, y, width, height });

const base = (name: string, frame: Rect) => ({
  name,
  frame,
  origin: { ...NOWHERE, pointer: `/${name}` },
  facts: [] as FactUse[],
  placeholder: null,
});

interface TextOptions {
  readonly role?: TextRole;
  readonly size?: Points;
  readonly bold?: boolean;
  readonly colour?: ColourToken;
  readonly ground?: ColourToken;
  readonly placeholder?: PlaceholderName;
  readonly fact?: FactUse;
  readonly date?: boolean;
  readonly field?: 'number';
  readonly href?: string;
  readonly ordered?: boolean;
  /** Without it a character counts as half an em. */
  readonly faces?: Faces;
  readonly brand?: Brand;
}

/** A text whose words break where `\n` stands. */
export function textBlock(name: string, words: string, frame: Rect, options: TextOptions = {}): TextBlock {
  const brand = options.brand ?? house.brand;
  const role = options.role ?? 'body';
  const style = brand.type[role];
  const size = options.size ?? style.size;
  const pitch = pitchOf(style, size, 'en');
  const look = { size, bold: options.bold ?? style.bold, italic: false, colour: options.colour ?? style.colour };
  const run: LaidRun = {
    kind: 'run',
    text: words.replace(/\n/g, ' '),
    role,
    ...look,
    position: 'baseline',
    face: style.face,
    language: 'en-GB',
    href: options.href ?? null,
    fact: options.fact ?? null,
    date: options.date ?? false,
    field: options.field ?? null,
    origin: { ...NOWHERE, pointer: `/${name}` },
  };
  const lines = words.split('\n').map((text, index): Line => {
    const baseline = frame.y + pitch * index + size * 0.95;
    let x = frame.x;
    const spans = (options.faces?.split(text, style.face) ?? [{ start: 0, end: text.length, family: 'Arial' }]).map(
      ({ start, end, family }) => {
        const part = text.slice(start, end);
        const widths = options.faces?.advances(part, { ...look, family }).widths;
        const width = widths?.reduce((sum, one) => sum + one, 0) ?? part.length * size * 0.5;
        x += width;
        return { ...look, x: x - width, width, text: part, family, rise: 0, run };
      },
    );
    return { baseline, spans, paragraph: 0, width: x - frame.x };
  });
  return {
    ...base(name, frame),
    kind: 'text',
    facts: options.fact === undefined ? [] : [options.fact],
    alt: null,
    placeholder: options.placeholder ?? null,
    role,
    paragraphs: [
      {
        runs: [run],
        align: 'left',
        pitch,
        spaceBefore: 0,
        list: options.ordered ? { level: 0, ordered: true } : null,
        indent: 0,
        origin: run.origin,
      },
    ],
    lines,
    anchor: 'top',
    wrap: true,
    height: pitch * lines.length,
    ground: options.ground ?? 'paper',
  };
}

/** A slide's title in its place. */
export const titleBlock = (words: string, options: TextOptions = {}): TextBlock =>
  textBlock('title', words, house.layouts['title-only'].placeholders[0]!.frame, {
    role: 'title',
    placeholder: 'title',
    ...options,
  });

export const shape = (name: string, frame: Rect, fill: ColourToken, more: Partial<Shape> = {}): Shape => ({
  ...base(name, frame),
  kind: 'shape',
  alt: '',
  geometry: 'rectangle',
  fill,
  hatched: false,
  stroke: null,
  words: null,
  ...more,
});

/** What a chart is where a test does not say. */
export const BLANK_CHART: Chart = {
  type: 'bar',
  categories: [],
  series: [],
  stacking: 'none',
  sums: [],
  reference: null,
  bounds: { from: null, to: null },
  gridlines: false,
  titles: { x: null, y: null },
  numberFormat: '0',
  formats: { x: '0', size: '0' },
  unit: '',
  phrases: {
    aboveZero: 'not from zero',
    base: 'Base',
    increase: 'Increase',
    decrease: 'Decrease',
    total: 'Total',
    change: 'Change',
  },
  alt: 'A chart.',
};

export const BLANK_SERIES: Series = {
  name: '',
  mark: 'column',
  second: false,
  emphasis: null,
  colour: null,
  numberFormat: '0',
  points: [],
};

export const BLANK_POINT: ChartPoint = {
  value: null,
  label: '',
  fact: null,
  parts: [],
  emphasis: null,
  x: null,
  size: null,
  origin: NOWHERE,
};

export function chartItem(name: string, frame: Rect, chart: Partial<Chart>, drawing: readonly Item[] = []): ChartItem {
  const whole: Chart = { ...BLANK_CHART, alt: 'Bar chart', ...chart };
  return {
    ...base(name, frame),
    kind: 'chart',
    alt: whole.alt,
    chart: whole,
    plot: frame,
    axis: { minimum: 0, maximum: 10, step: 2 },
    gapWidth: 50,
    sizes: { value: 14, label: 12 },
    secondAxis: null,
    categoryStep: 1,
    labels: [],
    overlay: new Set(),
    drawing,
  };
}

export function slideOf(number: number, items: readonly Item[], more: Partial<Slide> = {}): Slide {
  const title = items.find(item => item.placeholder === 'title');
  const words =
    title?.kind === 'text' ? title.paragraphs[0]!.runs.map(run => (run.kind === 'run' ? run.text : ' ')) : [];
  return {
    id: `s/${number}`,
    number,
    section: null,
    layout: 'title-only',
    title: words.join(''),
    items,
    crammed: [],
    notes: [],
    hidden: false,
    literals: new Map(),
    facts: [],
    origin: { ...NOWHERE, pointer: `/s/${number}` },
    ...more,
  };
}

export const sceneOf = (slides: readonly Slide[], language = 'en'): Scene => ({
  identity: {
    id: 'demo',
    language,
    firstLanguage: language,
    audience: null,
    draft: null,
    title: 'Demo',
    subtitle: null,
    author: null,
    classification: null,
    keywords: [],
    date: '2025-07-15',
    dateWords: '15 July 2025',
  },
  ...house,
  sections: [],
  slides,
  sources: new Map(),
  sourceless: new Map(),
  unverified: new Map(),
});
