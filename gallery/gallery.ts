/**
 * Every slide kind in both brands, light and dark, on one page: `npm run gallery`. The kinds are the templates that there are, shown by the
 * fixtures of their names; the page needs nothing else. `-- --picture` also draws the picture that the README shows.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Version } from '../src/build.ts';
import { openProject } from '../src/files.ts';
import { type Faces, loadFaces } from '../src/fonts/fonts.ts';
import { STAMP } from '../src/model/markup.ts';
import type { Project } from '../src/model/project.ts';
import type { Scene, Slide } from '../src/model/scene.ts';
import { raw, type Xml, xml } from '../src/package/package.ts';
import { rasterise } from '../src/pictures/pictures.ts';
import { definitionsOf, penOf } from '../src/writers/pen.ts';
import { drawPage } from '../src/writers/svg.ts';
import { STYLE } from './style.ts';

const HOME = dirname(dirname(fileURLToPath(import.meta.url)));
const FIXTURES = 'tests/fixtures';
const BRANDS = ['briefing', 'gazette'] as const;
const GROUNDS = ['light', 'dark'] as const;

interface Kind {
  readonly name: string;
  readonly description: string;
  readonly looks: readonly Look[];
}

/** A kind in one brand on one ground. */
interface Look {
  readonly title: string;
  readonly scene: Scene;
  readonly slide: Slide;
  readonly faces: Faces;
}

const project = openProject(HOME);
const kinds: Kind[] = [];
for (const file of readdirSync(join(HOME, 'templates', 'slides')).filter(name => name.endsWith('.hbs')))
  kinds.push(await kindOf(file.replace('.hbs', '')));

mkdirSync(join(HOME, 'output', 'gallery'), { recursive: true });
save('output/gallery/index.html', new TextEncoder().encode(page(kinds)));
if (process.argv.includes('--picture')) save('assets/gallery.png', await picture(kinds));

async function kindOf(name: string): Promise<Kind> {
  const looks: Look[] = [];
  let description = '';
  for (const brand of BRANDS)
    for (const ground of GROUNDS) {
      const { source, versions } = await build(grounded(project, ground), {
        briefing: `${FIXTURES}/slide-${name}`,
        formats: [],
        brand,
      });
      const [version] = versions;
      if (source === null || version === undefined)
        throw new Error(`the fixture slide-${name} does not build in ${brand}, ${ground}`);
      description = source.templates.get(`slides/${name}`)?.description ?? description;
      looks.push({
        title: `${brand}, ${ground}`,
        scene: version.scene,
        slide: fullest(name, version),
        faces: await loadFaces(project, source.brand, version.language),
      });
    }
  return { name, description, looks };
}

/**
 * The slide with the most on it, since a fixture may begin with the least that a kind can show: of those that have a tag of the template;
 * of all, where it is made of components alone.
 */
function fullest(name: string, { markup, scene }: Version): Slide {
  const file = markup.files.findIndex(path => path.endsWith(`/slides/${name}.hbs`));
  const tagged = new Set(markup.slides.filter(({ text }) => text.includes(`${STAMP}="${file}:`)).map(({ id }) => id));
  const candidates = tagged.size === 0 ? scene.slides : scene.slides.filter(({ id }) => tagged.has(id));
  return candidates.reduce((best, slide) => (slide.items.length > best.items.length ? slide : best));
}

/** The project, with every briefing on one ground whatever it says itself. */
function grounded(whole: Project, ground: string): Project {
  return {
    list: folder => whole.list(folder),
    read(name) {
      const bytes = whole.read(name);
      if (bytes === null || !name.endsWith('/briefing.yaml')) return bytes;
      const text = new TextDecoder().decode(bytes).replace(/^ground:.*\n/m, '');
      return new TextEncoder().encode(`${text.trimEnd()}\nground: ${ground}\n`);
    },
  };
}

function page(shown: readonly Kind[]): string {
  const definitions = definitionsOf(true);
  const sections = shown.map(({ name, description, looks }) => {
    const figures = looks.map(({ title, scene, slide, faces }) => {
      const { width, height } = scene.brand.page;
      const drawing = drawPage(slide, scene, penOf(scene, faces, definitions, false));
      const picture = xml`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${slide.title}"><g aria-hidden="true">${drawing}</g></svg>`;
      return xml`<figure>${picture}<figcaption>${title}</figcaption></figure>`;
    });
    const words = description.split('`').map((part, index) => (index % 2 === 0 ? part : xml`<code>${part}</code>`));
    return xml`<section id="${name}"><h2>${name}</h2><p>${words} <a href="../../templates/slides/${name}.hbs">Template</a></p><div>${figures}</div></section>`;
  });
  const links = shown.map(({ name }) => xml`<li><a href="#${name}">${name}</a></li>`);
  const body: Xml = xml`<header><h1>Slides of Briefwright</h1><p>${`${shown.length} kinds, in ${BRANDS.length} brands, light and dark`}</p></header>
    <nav aria-label="Slides"><ul>${links}</ul></nav>
    <main>${sections}</main>
    <svg aria-hidden="true" width="0" height="0"><defs>${definitions.all()}</defs></svg>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Slides of Briefwright</title>
<style>${raw(STYLE).xml}</style></head><body>${body.xml}</body></html>
`;
}

/** One slide of each kind, each in the next of the looks, in rows. */
async function picture(shown: readonly Kind[]): Promise<Uint8Array> {
  const [columns, width, height, gap] = [5, 960, 540, 36];
  const definitions = definitionsOf();
  const drawn = shown.map(({ looks }, index) => {
    const { scene, slide, faces } = looks[(index + Math.floor(index / columns)) % looks.length]!;
    const [x, y] = [gap + (index % columns) * (width + gap), gap + Math.floor(index / columns) * (height + gap)];
    const drawing = drawPage(slide, scene, penOf(scene, faces, definitions));
    return xml`<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${drawing}</svg>`;
  });
  const size = {
    width: gap + columns * (width + gap),
    height: gap + Math.ceil(shown.length / columns) * (height + gap),
  };
  const sheet = xml`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}">
    <defs>${definitions.all()}</defs><rect width="${size.width}" height="${size.height}" fill="#D8D8D4"/>${drawn}
  </svg>`;
  return await rasterise({ bytes: new TextEncoder().encode(sheet.xml), format: 'svg', ...size }, 1600);
}

function save(file: string, bytes: Uint8Array): void {
  writeFileSync(join(HOME, file), bytes);
  process.stdout.write(`${file}\n`);
}
