/** What `brand` prints: a brand, or a corporate template, as far as it is understood, and what it lacks. */
import { contrast } from './colour/colour.ts';
import type { Brand, LayoutName } from './model/brand.ts';
import type { LayoutDesign } from './model/scene.ts';
import type { FontScheme, Reference, ReferenceMaster } from './reference.ts';

/** WCAG 2.2: text of body size (1.4.3), large text and marks (1.4.11). */
const READABLE = { text: 4.5, mark: 3 } as const;

export function portrait(brand: Brand, layouts: Readonly<Record<LayoutName, LayoutDesign>>): string {
  const paper = brand.colours.get('paper')!.hex;
  const { width, height, margin } = brand.page;
  return sections([
    ['brand', [[brand.id, brand.name.full, `${brand.ground} ground`, `${width} × ${height} pt, margin ${margin} pt`]]],
    [
      'colours, and their contrast to paper',
      [...brand.colours].map(([name, { hex }]) => [name, hex, seen(hex, paper)]),
    ],
    ['series', [brand.series.map(token => brand.colours.get(token)?.hex ?? token)]],
    [
      'fonts',
      [
        ['headings', ...families(brand.fonts.major)],
        ['text', ...families(brand.fonts.minor)],
      ],
    ],
    [
      'layouts',
      Object.values(layouts).map(({ name, placeholders }) => [name, placeholders.map(one => one.name).join(' ')]),
    ],
    ['missing', missingIn(brand)],
  ]);
}

const families = ({ latin, eastAsian }: Brand['fonts']['major']): readonly string[] => [
  latin,
  ...[...eastAsian].map(([language, family]) => `${language} ${family}`),
];

/** What a brand may have and this one has not. */
function missingIn({ logo }: Brand): readonly (readonly string[])[] {
  const missing: [boolean, string, string][] = [
    [logo.small === null, 'logo.small', 'no logo in the footer'],
    [logo.large === null, 'logo.large', 'no logo on the cover'],
  ];
  return missing.filter(([lacks]) => lacks).map(([, key, means]) => [key, means]);
}

/** The slots of a theme (ECMA-376 part 1, 20.1.6.2). */
const SLOTS = 'dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'.split(' ');
/** Types of placeholders without which a layout can show no briefing's slide. */
const NEEDED = ['title', 'ctrTitle'];

export function referencePortrait({ page, masters }: Reference): string {
  const size = page === null ? 'no size of page' : `${Math.round(page.width)} × ${Math.round(page.height)} pt`;
  return sections([
    ['template', [[size, masters.length === 1 ? '1 master' : `${masters.length} masters`]]],
    ...masters.flatMap(masterSections),
    ['missing', masters.length === 0 ? [['master', 'no slide can be made with it']] : masters.flatMap(lacking)],
  ]);
}

function masterSections({ name, colours, fonts, layouts }: ReferenceMaster): readonly Section[] {
  const paper = colours.get('lt1') ?? '';
  return [
    [
      `theme ${name}: colours, and their contrast to lt1`,
      [...colours].map(([slot, hex]) => [slot, hex, seen(hex, paper)]),
    ],
    [
      `theme ${name}: fonts`,
      [
        ['headings', ...schemeFamilies(fonts.major)],
        ['text', ...schemeFamilies(fonts.minor)],
      ],
    ],
    [
      `theme ${name}: layouts`,
      layouts.map(one => [one.name, one.type ?? 'own', one.placeholders.join(' ') || 'no placeholders']),
    ],
  ];
}

const schemeFamilies = ({ latin, scripts }: FontScheme): readonly string[] =>
  [latin, ...['Hang', 'Hans', 'Hant', 'Jpan'].flatMap(script => scripts.get(script) ?? [])].filter(
    family => family !== '',
  );

function lacking({ name, colours, fonts, layouts }: ReferenceMaster): readonly (readonly string[])[] {
  const slots = SLOTS.filter(slot => !colours.has(slot));
  const titled = layouts.filter(({ placeholders }) => placeholders.some(type => NEEDED.includes(type)));
  const missing: [boolean, string][] = [
    [slots.length > 0, `no theme colour ${slots.join(', ')}`],
    [fonts.major.latin === '' || fonts.minor.latin === '', 'no font for headings or text'],
    [layouts.length === 0, 'no layout'],
    [layouts.length > 0 && titled.length === 0, 'no layout with a title'],
  ];
  return missing.filter(([lacks]) => lacks).map(([, means]) => [name, means]);
}

/** `7.2:1 text`, by what may be drawn in it. */
function seen(hex: string, paper: string): string {
  if (![hex, paper].every(colour => /^#[\dA-F]{6}/i.test(colour))) return '';
  const ratio = contrast(hex, paper);
  const use = ratio >= READABLE.text ? 'text' : ratio >= READABLE.mark ? 'marks' : 'grounds';
  return `${ratio.toFixed(1)}:1 ${use}`;
}

type Section = readonly [head: string, rows: readonly (readonly string[])[]];

const sections = (parts: readonly Section[]): string =>
  parts
    .filter(([, rows]) => rows.length > 0)
    .map(([head, rows]) => `${head}\n${rows.map(row => `  ${row.join('\t')}\n`).join('')}`)
    .join('\n');
