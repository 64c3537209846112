/** A brand: `_brand.yml` and its logos become colours, type, page and the ten layouts. */
import { contrast, distance } from '../colour/colour.ts';
import type { Brand, ColourToken, Ground, LayoutName, Logo, Page, PageName } from '../model/brand.ts';
import { colourOf, GROUNDS } from '../model/brand.ts';
import { diagnose, type Problem, type Report } from '../model/diagnostic.ts';
import { FORGETFUL, type Memory } from '../model/memory.ts';
import { at, type Origin } from '../model/origin.ts';
import type { Picture } from '../model/picture.ts';
import { BUILT_IN_BRANDS, type Project, resolveName } from '../model/project.ts';
import type { LayoutDesign } from '../model/scene.ts';
import { inches } from '../model/units.ts';
import { loadPicture } from '../pictures/pictures.ts';
import { BRAND_CONTRACT, PAGE_MARGIN, PAGE_SIDE } from './brand-contract.ts';
import { listAt, nodeAt, numberAt, scalarAt, textAt } from './brand-file.ts';
import { BRAND_CONTRAST, BRAND_MISSING, BRAND_SERIES } from './brand-problems.ts';
import { blankContext } from './context.ts';
import { COMPOSITIONS } from './covers.ts';
import { isLighter, MIDDLE } from './derive.ts';
import { openDocument } from './document.ts';
import { layoutDesigns } from './layouts.ts';
import { readPalette } from './palette.ts';
import { readStyle } from './style.ts';
import type { DataNode, ScalarNode } from './tree.ts';
import { readFonts, readType } from './type.ts';
import { walk } from './walk.ts';

export interface BrandRequest {
  /** `./brand` beside the briefing, or a name under `assets/brands`, or a built-in one. */
  readonly name: string;
  readonly briefingFolder: string;
  /** Who asks for the brand: where a brand that does not exist is reported. */
  readonly provenance: Origin;
  /** Default: wide. */
  readonly page?: PageName;
  /** Default: the one that the brand is made for. */
  readonly ground?: Ground;
}

export interface BrandSource {
  readonly brand: Brand;
  readonly layouts: Readonly<Record<LayoutName, LayoutDesign>>;
  /** The logos, by Project name. */
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** Reads a brand with its logos; null where there is none of that name or it is no YAML, which was reported. */
export function readBrand(
  project: Project,
  request: BrandRequest,
  report: Report,
  memory: Memory = FORGETFUL,
): BrandSource | null {
  const found = locate(project, request, report);
  if (found === null) return null;
  const file = openDocument(project, found.file, report, memory)?.root ?? null;
  if (file === null) return null;
  walk(file, BRAND_CONTRACT, { pointer: '', place: file.place }, blankContext(project, report));

  const style = readStyle(file);
  const palette = readPalette(file, style, request.ground ?? null, report);
  const under = palette.colours.get(COMPOSITIONS[style.cover].ground)!.hex;
  const forms = { small: palette.ground, large: isLighter(under, MIDDLE) ? 'light' : 'dark' } as const;
  const logos = readLogos(project, file, found.file, forms, report);
  const brand: Brand = {
    id: found.folder.slice(found.folder.lastIndexOf('/') + 1),
    name: nameOf(file, found.folder),
    ...palette,
    fonts: readFonts(file),
    type: readType(file, request.page ?? 'wide'),
    page: pageOf(file, request.page ?? 'wide'),
    style,
    logo: { small: logos.small, large: logos.large },
    footer: textAt(file, 'defaults', 'briefing', 'footer', 'text') ?? '{brand} | {classification} | {date}',
  };
  judge(brand, file, report);
  return { brand, layouts: layoutDesigns(brand), pictures: logos.pictures };
}

const FILES = ['_brand.yml', '_brand.yaml'];

function locate(project: Project, { name, briefingFolder, provenance }: BrandRequest, report: Report) {
  const folders = /^\.{0,2}\//.test(name)
    ? [resolveName(briefingFolder, name)]
    : [resolveName('assets/brands', name), resolveName(BUILT_IN_BRANDS, name), name.includes('/') ? name : null];
  const tried = folders.filter(folder => folder !== null);
  for (const folder of tried)
    for (const fileName of FILES) {
      const file = `${folder}/${fileName}`;
      if (project.read(file) !== null) return { folder, file };
    }
  const hint = tried.length === 0 ? 'it must lie in the project' : `looked for ${FILES[0]} in ${tried.join(', ')}`;
  report(diagnose(BRAND_MISSING, provenance, `There is no brand \`${name}\`.`, { hint }));
  return null;
}

function nameOf(file: DataNode, folder: string): Brand['name'] {
  const name = textAt(file, 'meta', 'name');
  const short = name ?? textAt(file, 'meta', 'name', 'short') ?? textAt(file, 'meta', 'name', 'full');
  const id = folder.slice(folder.lastIndexOf('/') + 1);
  return { short: short ?? id, full: name ?? textAt(file, 'meta', 'name', 'full') ?? short ?? id };
}

/** Size in inches, margin and gutter of each page format where the brand says nothing. */
const PAGES = {
  wide: { size: [13.333, 7.5], margin: 0.6, gutter: 0.2 },
  classic: { size: [10, 7.5], margin: 0.5, gutter: 0.16 },
  a4: { size: [10.833, 7.5], margin: 0.6, gutter: 0.16 },
} as const;

function pageOf(file: DataNode, name: PageName): Page {
  const path = ['defaults', 'briefing', 'pages', name] as const;
  const size = listAt(file, ...path, 'size').map(node => (node.kind === 'scalar' ? Number(node.text) : Number.NaN));
  // What lies outside was reported by the contract; a page is made all the same, so that the rest can be checked.
  const points = (value: number | null | undefined, [least, most]: readonly number[], otherwise: number): number =>
    inches(value != null && value >= least! && value <= most! ? value : otherwise);
  return {
    name,
    // Whole points: 13.333 in is how people write the 960 pt of PowerPoint's wide page.
    width: Math.round(points(size[0], PAGE_SIDE, PAGES[name].size[0])),
    height: Math.round(points(size[1], PAGE_SIDE, PAGES[name].size[1])),
    margin: tenths(points(numberAt(file, ...path, 'margin'), PAGE_MARGIN, PAGES[name].margin)),
    gutter: tenths(points(numberAt(file, ...path, 'gutter'), PAGE_MARGIN, PAGES[name].gutter)),
  };
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** The logos for their grounds, or for the other where there is none. Where one size is missing the other serves for both. */
function readLogos(
  project: Project,
  file: DataNode,
  brandFile: string,
  forms: Readonly<Record<'small' | 'large', Ground>>,
  report: Report,
) {
  const pictures = new Map<string, Picture>();
  const named = (size: string, ground: Ground) =>
    ['', ground, ...GROUNDS, 'path']
      .map(key => scalarAt(file, 'logo', size, ...(key === '' ? [] : [key])))
      .find(node => node !== null);
  const whole = scalarAt(file, 'logo') ?? scalarAt(file, 'logo', 'path');
  const first = (sizes: readonly string[], form: Ground) =>
    sizes.map(size => named(size, form)).find(node => node != null) ?? whole;
  const chosen = {
    small: first(['small', 'medium', 'large'], forms.small),
    large: first(['large', 'medium', 'small'], forms.large),
  };

  const load = (node: ScalarNode | null): Logo | null => {
    if (node === null) return null;
    const image = nodeAt(file, 'logo', 'images', node.text);
    const path = scalarAt(image, 'path') ?? (image?.kind === 'scalar' ? image : node);
    const picture = loadPicture(project, path.text, brandFile, at(path.place), report);
    if (picture === null) return null;
    pictures.set(picture.file, picture);
    const alt = textAt(image, 'alt') ?? textAt(file, 'logo', 'alt') ?? nameOf(file, '').full;
    return { file: picture.file, alt, aspect: picture.width / picture.height };
  };
  const small = load(chosen.small);
  return { small, large: chosen.large === chosen.small ? small : load(chosen.large), pictures };
}

/** Pairs that always meet, with the contrast that they need. */
const PAIRS: readonly (readonly [ColourToken, ColourToken, number, string])[] = [
  ['ink', 'paper', 7, 'foreground'],
  ['primary', 'paper', 4.5, 'primary'],
  ['muted', 'paper', 4.5, 'secondary'],
  ['muted', 'panel', 4.5, 'light'],
  ['link', 'paper', 4.5, 'primary'],
];

/** Brand lints: contrast of the pairs that always meet, and series that colour vision deficiencies confuse. */
function judge(brand: Brand, file: DataNode, report: Report): void {
  const hex = (token: ColourToken) => colourOf(brand, token).hex;
  const fault = (problem: Problem, key: string, message: string) => {
    const place = (
      nodeAt(file, 'defaults', 'briefing', key) ??
      nodeAt(file, 'color', key) ??
      nodeAt(file, 'color') ??
      file
    ).place;
    report(diagnose(problem, at(place), message));
  };
  const reported = new Set<string>();
  for (const [front, ground, least, key] of [...PAIRS, [brand.highlight.on, 'paper', 4.5, 'highlight'] as const]) {
    const ratio = contrast(hex(front), hex(ground));
    const pair = `${hex(front)} on ${hex(ground)}`;
    if (ratio >= least || reported.has(pair)) continue;
    reported.add(pair);
    fault(
      BRAND_CONTRAST,
      key,
      `${pair} (${front} on ${ground}) has a contrast of ${ratio.toFixed(1)}:1; ${least}:1 is needed.`,
    );
  }
  const series = brand.series.filter(token => !token.endsWith('-tint'));
  for (const [index, first] of series.entries())
    for (const second of series.slice(index + 1)) {
      const apart = distance(hex(first), hex(second));
      const names = `${first} ${hex(first)} and ${second} ${hex(second)}`;
      if (apart < 12)
        fault(BRAND_SERIES, 'series', `The series colours ${names} are ${apart.toFixed(1)} apart; 12 are needed.`);
    }
}
