import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrast } from '../../src/colour/colour.ts';
import { COLOUR_ROLES, colourOf, LAYOUTS, pitchOf, TEXT_ROLES } from '../../src/model/brand.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { NOWHERE } from '../../src/model/origin.ts';
import type { Project } from '../../src/model/project.ts';
import { contains, overlapArea, right } from '../../src/model/units.ts';
import { type BrandRequest, readBrand } from '../../src/read/brand.ts';

const MARK = '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="16"><path d="M0 0h32v16H0z"/></svg>';

function read(text: string, request: Partial<BrandRequest> = {}) {
  const files = new Map([
    ['assets/brands/acme/_brand.yml', text],
    ['assets/brands/acme/mark.svg', MARK],
  ]);
  const project: Project = {
    read: name => {
      if (name.startsWith('@brands/')) return readFileSync(name.replace('@brands', 'assets/brands'));
      return files.has(name) ? new TextEncoder().encode(files.get(name)) : null;
    },
    list: () => [],
  };
  const diagnostics: Diagnostic[] = [];
  const asked = { name: 'acme', briefingFolder: 'data/x', provenance: NOWHERE, ...request };
  const source = readBrand(project, asked, diagnostic => diagnostics.push(diagnostic));
  const codes = diagnostics.map(({ problem, origin }) => {
    const line = text.slice(0, origin.data?.start ?? 0).split('\n').length;
    return `${problem.code}:${line}`;
  });
  return { source, diagnostics, codes };
}

const brandOf = (text: string, request: Partial<BrandRequest> = {}) => read(text, request).source!.brand;
const MINIMAL = 'color: {foreground: "#1B2430", primary: "#9A4A1C"}\n';

test.each(['briefing', 'gazette'].flatMap(name => (['light', 'dark'] as const).map(ground => ({ name, ground }))))(
  'whatever $name draws on a $ground ground follows its theme, but for marks of status',
  ({ name, ground }) => {
    const { brand } = read('', { name, ground }).source!;
    const marks = Object.values(brand.status).map(({ colour }) => colour);
    const drawn = new Set([...COLOUR_ROLES, ...brand.series, ...Object.values(brand.highlight)]);
    expect([...drawn].filter(token => !marks.includes(token) && colourOf(brand, token).slot === null)).toEqual([]);
  },
);

test('a colour that Office offers as a shade of a slot is bound to it', () => {
  const brand = brandOf(`${MINIMAL}defaults: {briefing: {stage: "#4D250E"}}\n`);
  expect(colourOf(brand, 'stage')).toEqual({ hex: '#4D250E', slot: 'accent1', lumMod: 50, lumOff: null });
});

test('the built-in brand has nothing to complain of', () => {
  const { source, diagnostics } = read('', { name: 'briefing' });
  expect(diagnostics).toEqual([]);
  expect(source!.brand.logo.large!.aspect).toBeCloseTo(4.2);
  expect([...source!.pictures.keys()]).toEqual(['@brands/briefing/logos/mark.svg', '@brands/briefing/logos/wide.svg']);
});

test.each(['light', 'dark'] as const)('a brand of two colours is completed to a %s theme that can be read', ground => {
  const { source, diagnostics } = read(MINIMAL, { ground });
  expect(diagnostics).toEqual([]);
  const { brand } = source!;
  const hex = (token: string) => colourOf(brand, token).hex;
  for (const token of ['ink', 'muted', 'primary', 'link'])
    expect(contrast(hex(token), hex('paper'))).toBeGreaterThan(4.5);
  for (const token of brand.series.slice(0, 6)) expect(contrast(hex(token), hex('paper'))).toBeGreaterThanOrEqual(3);
  expect(new Set(brand.series.map(hex)).size).toBe(12);
  for (const role of TEXT_ROLES) expect(brand.type[role].minimum).toBeLessThanOrEqual(brand.type[role].size);
});

test.each([
  ['briefing', 'light', '@brands/briefing/logos/wide.svg'],
  ['briefing', 'dark', '@brands/briefing/logos/wide-white.svg'],
  ['gazette', 'light', '@brands/gazette/logos/wide-white.svg'],
  ['gazette', 'dark', '@brands/gazette/logos/wide-white.svg'],
] as const)(
  'the brand %s can be read on a %s ground, and its cover has the logo for what it stands on',
  (name, ground, logo) => {
    const { source, diagnostics } = read('', { name, ground });
    expect(diagnostics).toEqual([]);
    const { brand } = source!;
    expect(brand.ground).toBe(ground);
    expect(brand.logo.large!.file).toBe(logo);
    for (const { colour } of Object.values(brand.status))
      expect(contrast(colourOf(brand, colour).hex, colourOf(brand, 'paper').hex)).toBeGreaterThan(2.4);
  },
);

test('a brand made for a dark ground stays dark unless light is asked for', () => {
  const dark = 'color: {foreground: "#F4F6F8", background: "#0F1A2E", primary: "#6DB6F2"}\n';
  expect(brandOf(dark)).toMatchObject({ ground: 'dark', theme: { dk1: '#0F1A2E', lt1: '#F4F6F8' } });
  expect(brandOf(dark, { ground: 'light' })).toMatchObject({
    ground: 'light',
    theme: { dk1: '#0F1A2E', lt1: '#F4F6F8' },
  });
});

test('what a brand says of its dark form holds there, and the rest is what its role is there or lifted until it is seen', () => {
  const text = `color: {foreground: "#111111", background: "#FFFFFF", primary: "#800000", danger: "#700000"}
defaults: {briefing: {series: ["#800000", "#004000"], dark: {background: "#101820", primary: "#FFB0A0"}}}\n`;
  const brand = brandOf(text, { ground: 'dark' });
  const hex = (token: string) => colourOf(brand, token).hex;
  expect([hex('paper'), hex('primary'), hex(brand.highlight.on), hex(brand.series[0]!)]).toEqual([
    '#101820',
    '#FFB0A0',
    '#FFB0A0',
    '#FFB0A0',
  ]);
  for (const token of [brand.series[1]!, 'bad', 'good', 'watch'])
    expect(contrast(hex(token), hex('paper'))).toBeGreaterThanOrEqual(3);
});

test('a brand says by data how it draws: its cover, its cards, its bullets, and which roles are headings', () => {
  const text = `${MINIMAL}typography: {headings: {family: Georgia, weight: 400}, base: {family: Calibri}}
defaults: {briefing: {headings: [title], style: {cover: rules, card: rule, masthead: rules, bullets: ["–", "·"]}}}\n`;
  const { source, diagnostics } = read(text);
  expect(diagnostics).toEqual([]);
  const { brand, layouts } = source!;
  expect(brand.type.title).toMatchObject({ face: 'major', bold: false });
  expect(brand.type.number).toMatchObject({ face: 'minor', bold: true });
  expect(brand.style.bullets).toEqual(['–', '·']);
  expect(colourOf(brand, 'card').hex).toBe(colourOf(brand, 'paper').hex);
  expect(layouts['title-slide'].background).toBe('stage');
  expect(layouts['title-only'].decoration.map(({ name }) => name)).toEqual(['head rule', 'head mark', 'foot rule']);
});

test('palette names are bound to the theme colour that they are, status colours to none', () => {
  const brand = brandOf(
    'color: {palette: {copper: "#9A4A1C", rose: "#aa3355"}, foreground: "#1B2430", primary: copper, success: rose}\n',
  );
  expect(colourOf(brand, 'copper')).toEqual({ hex: '#9A4A1C', slot: 'accent1', lumMod: null, lumOff: null });
  expect(colourOf(brand, 'good')).toEqual({ hex: '#AA3355', slot: null, lumMod: null, lumOff: null });
  expect(colourOf(brand, 'hairline').slot).toBe('lt2');
});

test.each([
  ['a key that brand.yml does not know', `${MINIMAL}colour: {}\n`, 'unknown-key:2'],
  [
    'a size of headings, which brand.yml does not have',
    `${MINIMAL}typography:\n  headings: {size: 20pt}\n`,
    'unknown-key:3',
  ],
  [
    'a role that the type scale does not have',
    `${MINIMAL}defaults: {briefing: {scale: {titel: 24}}}\n`,
    'unknown-key:2',
  ],
  ['a number that is text', `${MINIMAL}defaults: {briefing: {scale: {title: big}}}\n`, 'wrong-type:2'],
  ['a dangling colour name', 'color:\n  palette: {copper: "#9A4A1C"}\n  primary: coper\n', 'brand-colour:3'],
  ['a CSS colour', 'color:\n  primary: rgb(1,2,3)\n', 'brand-colour:2'],
  ['a colour that names itself', 'color:\n  palette: {a: b, b: a}\n', 'brand-colour:2 brand-colour:2'],
  ['a name of ours for another colour', 'color:\n  palette:\n    ink: "#FF0000"\n', 'brand-shadowed:3'],
  ['a pale foreground', 'color:\n  foreground: "#666666"\n', 'brand-contrast:2'],
  ['a pale highlight', 'color:\n  primary: "#6DB6F2"\n', 'brand-contrast:2'],
  ['series that look alike', `${MINIMAL}defaults: {briefing: {series: ["#1C46A3", "#1D4BA9"]}}\n`, 'brand-series:2'],
  ['a logo that does not exist', `${MINIMAL}logo: nowhere.svg\n`, 'picture-missing:2'],
  ['a logo outside the project', `${MINIMAL}logo: ../../../../mark.svg\n`, 'picture-outside:2'],
])('%s is reported where it stands', (_, text, expected) => {
  expect(read(text).codes.join(' ')).toBe(expected);
});

test('a brand that does not exist is reported with the places looked at', () => {
  const { source, diagnostics } = read(MINIMAL, { name: './brand' });
  expect(source).toBeNull();
  expect(diagnostics[0]).toMatchObject({
    problem: { code: 'brand-missing' },
    hint: expect.stringContaining('data/x/brand'),
  });
});

test('one logo serves cover and footer, with its own proportions', () => {
  const { small, large } = brandOf(`${MINIMAL}logo: mark.svg\nmeta: {name: Acme}\n`).logo;
  expect(small).toEqual({ file: 'assets/brands/acme/mark.svg', alt: 'Acme', aspect: 2 });
  expect(large).toEqual(small);
});

test('leading grows for Hangul and is exact points', () => {
  const { title, body } = brandOf(MINIMAL).type;
  expect(pitchOf(title, 26, 'en')).toBe(29.9);
  expect(pitchOf(title, 26, 'ko')).toBe(32.5);
  expect(pitchOf(body, 16, 'fr')).toBe(20.8);
});

test('a page format has its own type scale', () => {
  const text = `${MINIMAL}defaults: {briefing: {pages: {classic: {size: [10, 7.5], margin: 0.5, scale: {title: 22}}}}}\n`;
  const brand = brandOf(text, { page: 'classic' });
  expect(brand.page).toEqual({ name: 'classic', width: 720, height: 540, margin: 36, gutter: 11.5 });
  expect(brand.type.title).toMatchObject({ size: 22, minimum: 20 });
});

test.each([
  ['wide', 26, 16, 12],
  ['classic', 22, 14, 12],
  ['a4', 24, 15, 12],
] as const)('type on a %s page is as large as the page is wide, and small type stays', (page, title, body, label) => {
  const { type } = brandOf(MINIMAL, { page });
  expect([type.title.size, type.body.size, type.label.size]).toEqual([title, body, label]);
});

test.each(['wide', 'classic', 'a4'] as const)('on a %s page no two placeholders of a layout overlap', page => {
  const { brand, layouts } = read(MINIMAL, { page }).source!;
  const sheet = { x: 0, y: 0, width: brand.page.width, height: brand.page.height };
  expect(Object.keys(layouts).sort()).toEqual([...LAYOUTS].sort());
  for (const layout of Object.values(layouts)) {
    for (const [index, one] of layout.placeholders.entries()) {
      expect(contains(sheet, one.frame), `${layout.name} ${one.name}`).toBe(true);
      expect(right(one.frame)).toBeLessThanOrEqual(brand.page.width - brand.page.margin + 0.01);
      for (const two of layout.placeholders.slice(index + 1))
        expect(overlapArea(one.frame, two.frame), `${layout.name}: ${one.name} and ${two.name}`).toBeLessThan(1);
    }
  }
});

test('the words of a divider can be read on its ground', () => {
  const { brand, layouts } = read(MINIMAL).source!;
  const divider = layouts['section-header'];
  for (const { colour } of divider.placeholders)
    expect(contrast(colourOf(brand, colour).hex, colourOf(brand, divider.background).hex)).toBeGreaterThanOrEqual(4.5);
});
