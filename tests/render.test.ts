/** Decks in an office suite: a page a slide, every title on its page, and all colours and faces from the theme. Skipped where none is installed. */
import { execFileSync } from 'node:child_process';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { build } from '../src/build.ts';
import { openProject } from '../src/files.ts';
import { type Brand, THEME_SLOTS } from '../src/model/brand.ts';
import type { Item, Scene, Slide } from '../src/model/scene.ts';
import type { Rect } from '../src/model/units.ts';
import { readZip, writeZip } from '../src/package/package.ts';
import { pptx } from '../src/writers/pptx/pptx.ts';
import { HOME, inFolder } from './support/cli.ts';
import { EVERYTHING } from './support/everything.ts';
import { buildFixture, expected, fixtureNames } from './support/fixture.ts';
import { CAN_RENDER, folded, printed, textOf } from './support/office.ts';

const reference = async (): Promise<{ readonly deck: Uint8Array; readonly scene: Scene }> => {
  const { artifacts, versions } = await build(openProject(HOME), { briefing: 'data/korea-ai-semiconductors' });
  return { deck: artifacts[0]!.bytes, scene: versions[0]!.scene };
};

/** Titles that LibreOffice does not show on their page; one line where it shows another number of pages. */
function notShown({ slides }: Scene, pdf: string): readonly string[] {
  const pages = textOf(pdf);
  const shown = slides.filter(({ hidden }) => !hidden);
  if (pages.length !== shown.length) return [`${pages.length} pages for ${shown.length} slides`];
  return shown.filter(({ title }, page) => !pages[page]!.includes(folded(title))).map(({ title }) => title);
}

test.skipIf(!CAN_RENDER)(
  'LibreOffice shows every slide of the reference deck and of every fixture with its title (needs soffice and pdftotext)',
  { timeout: 240_000 },
  () =>
    inFolder(async folder => {
      const names = fixtureNames().filter(name => !expected(name).some(line => line.includes(' error ')));
      const fixtures = await Promise.all(
        names.map(async name => {
          const { artifacts, versions } = (await buildFixture(name)).result;
          return { name, deck: artifacts[0]!.bytes, scene: versions[0]!.scene };
        }),
      );
      const decks = [{ name: 'reference', ...(await reference()) }, ...fixtures];
      const pdfs = printed(new Map(decks.map(({ name, deck }) => [name, deck])), folder);
      const missing = decks.flatMap(({ name, scene }) => notShown(scene, pdfs(name)).map(said => `${name}: ${said}`));
      expect(missing).toEqual([]);
    }),
);

/** Colours in which red outweighs blue: so does every mixture of them, and no colour of the house brand's theme. */
const WARM: Readonly<Record<(typeof THEME_SLOTS)[number], string>> = {
  dk1: '5A1408',
  lt1: 'FFF3D6',
  dk2: '6E2A00',
  lt2: 'FFDCA8',
  accent1: 'C81E00',
  accent2: 'E07000',
  accent3: '8C3A1E',
  accent4: 'F0A000',
  accent5: 'A04628',
  accent6: 'D2691E',
  hlink: 'B43200',
  folHlink: '963C14',
};
const SERIF = 'Liberation Serif';

/** The deck with the colours and faces of its themes replaced, and nothing else. */
function inWarmTheme(deck: Uint8Array): Uint8Array {
  const swap = (theme: string): string =>
    THEME_SLOTS.reduce(
      (text, slot) =>
        text.replace(new RegExp(`(<a:${slot}>).*?(</a:${slot}>)`), `$1<a:srgbClr val="${WARM[slot]}"/>$2`),
      theme,
    ).replace(/(<a:(?:latin|ea|cs) typeface=")[^"]*/g, `$1${SERIF}`);
  return writeZip(
    [...readZip(deck)].map(([name, content]) => ({
      name,
      content: name.startsWith('ppt/theme/') ? swap(new TextDecoder().decode(content)) : content,
    })),
  );
}

/** Where pictures and marks of status stand: their colours are their own. */
function ownColours(slide: Slide, { layouts, brand }: Scene): readonly Rect[] {
  const status = new Set(['good', 'watch', 'bad'].filter(token => brand.colours.get(token)?.slot === null));
  const within = (item: Item): readonly Rect[] => {
    if (item.kind === 'group') return item.items.flatMap(within);
    if (item.kind === 'chart') return item.drawing.flatMap(within);
    const literal = JSON.stringify(item, ['fill', 'colour', 'words', 'paragraphs', 'runs', 'stroke']);
    const own = item.kind === 'image' || [...status].some(token => literal.includes(`"${token}"`));
    return own ? [item.frame] : [];
  };
  return [...layouts[slide.layout].decoration, ...slide.items].flatMap(within);
}

/** Pixels of a page in which blue outweighs red, but for those within a point of `spared`. */
async function coolPixels(page: string, spared: readonly Rect[], { width }: Brand['page']): Promise<number> {
  const { data, info } = await sharp(page).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const scale = info.width / width;
  const isSpared = (x: number, y: number): boolean =>
    spared.some(
      frame =>
        x >= (frame.x - 1) * scale - 1 &&
        x <= (frame.x + frame.width + 1) * scale &&
        y >= (frame.y - 1) * scale - 1 &&
        y <= (frame.y + frame.height + 1) * scale,
    );
  let cool = 0;
  for (let at = 0; at < data.length; at += 3) {
    const pixel = at / 3;
    if (data[at]! <= data[at + 2]! && !isSpared(pixel % info.width, Math.floor(pixel / info.width))) cool++;
  }
  return cool;
}

/** Cool pixels of each page, by the slides of a scene. */
async function coolPages(pdf: string, scene: Scene): Promise<readonly number[]> {
  execFileSync('pdftoppm', ['-r', '50', '-png', pdf, pdf]);
  const shown = scene.slides.filter(({ hidden }) => !hidden);
  const digits = String(shown.length).length;
  return Promise.all(
    shown.map((slide, page) =>
      coolPixels(`${pdf}-${String(page + 1).padStart(digits, '0')}.png`, ownColours(slide, scene), scene.brand.page),
    ),
  );
}

/** What a PDF sets in each family; bullets are Arial's in every theme. */
function facesOf(pdf: string): ReadonlyMap<string, ReadonlySet<string>> {
  const listing = execFileSync('pdftohtml', ['-xml', '-i', '-stdout', pdf], { encoding: 'utf8', maxBuffer: 1e8 });
  const specs = new Map(
    [...listing.matchAll(/<fontspec id="(\d+)".*? family="(?:[A-Z]{6}\+)?(\w+)/g)].map(([, id, family]) => [
      id,
      family,
    ]),
  );
  const found = new Map<string, Set<string>>();
  for (const [, id, text] of listing.matchAll(/<text [^>]*font="(\d+)">(.*?)<\/text>/g)) {
    const family = specs.get(id!)!;
    const words = text!.replace(/<[^>]*>/g, '').trim();
    if (words !== '') found.set(family, (found.get(family) ?? new Set()).add(words));
  }
  return found;
}

test.skipIf(!CAN_RENDER)(
  'in another theme no pixel of a brand colour is left outside pictures and marks of status, and no face (needs soffice and pdftoppm)',
  { timeout: 240_000 },
  () =>
    inFolder(async folder => {
      const everything = (
        await pptx.write(EVERYTHING, {
          faces: null as never,
          modified: null,
          version: '1',
          input: '',
          handout: () => [],
          report: () => {},
        })
      )[0]!;
      const decks = [
        { name: 'reference', ...(await reference()) },
        { name: 'everything', deck: everything.bytes, scene: EVERYTHING },
      ];
      const pdfs = printed(
        new Map(
          decks.flatMap(({ name, deck }) => [
            [`${name}-before`, deck],
            [name, inWarmTheme(deck)],
          ]),
        ),
        folder,
      );
      const bullets = new Set<string>(EVERYTHING.brand.style.bullets);
      for (const { name, scene } of decks) {
        const before = await coolPages(pdfs(`${name}-before`), scene);
        expect(before.filter(pixels => pixels < 1000)).toEqual([]);
        expect(await coolPages(pdfs(name), scene)).toEqual(before.map(() => 0));
        const set = facesOf(pdfs(name));
        expect(set.get('LiberationSerif')?.size).toBeGreaterThan(0);
        expect([...(set.get('LiberationSans') ?? [])].filter(words => !bullets.has(words))).toEqual([]);
      }
    }),
);
