/** The handout: a slide, its notes and its sources on each page, and overleaf what does not fit. */
import { describe, expect, test } from 'vitest';
import { type BuildOptions, build } from '../src/build.ts';
import { texts } from '../src/checks/walk.ts';
import { contrast } from '../src/colour/colour.ts';
import { openProject } from '../src/files.ts';
import { loadFaces } from '../src/fonts/fonts.ts';
import { layHandout } from '../src/layout/layout.ts';
import { colourOf } from '../src/model/brand.ts';
import type { Scene } from '../src/model/scene.ts';
import { HOME } from './support/cli.ts';
import { buildFixture } from './support/fixture.ts';
import { folded } from './support/office.ts';
import { elementsIn, flaws, type ReadPage, type ReadPdf, readPdf, shown } from './support/pdf.ts';

const textOf = ({ texts }: ReadPage): string => folded(texts.map(({ text }) => text).join(''));

async function handout(options: Partial<BuildOptions>): Promise<{ scene: Scene; bytes: Uint8Array; read: ReadPdf }> {
  const { artifacts, versions } = await build(openProject(HOME), {
    briefing: 'data/korea-ai-semiconductors',
    formats: ['handout'],
    ...options,
  });
  const { bytes } = artifacts[0]!;
  return { scene: versions[0]!.scene, bytes, read: await readPdf(bytes) };
}

describe.each(['en', 'ko', 'zh'])('of the reference deck in %s', language => {
  test('has each slide with its notes and the addresses of its sources, on tagged pages of A4', async () => {
    const { scene, bytes, read } = await handout({ languages: [language] });
    expect(flaws(bytes, read)).toEqual([]);
    const pages = read.pages.filter(({ structure }) => elementsIn(structure).some(({ role }) => role === 'H1'));
    expect(pages).toHaveLength(shown(scene).length);
    for (const [index, slide] of shown(scene).entries()) {
      const { width, height } = pages[index]!;
      expect([width, height]).toEqual([595, 842]);
      const text = textOf(pages[index]!);
      for (const { runs } of slide.notes) {
        const words = runs.map(run => (run.kind === 'break' ? '' : run.text)).join('');
        expect(text, slide.id).toContain(folded(words));
      }
    }
    expect(pages[4]!.links.length).toBeGreaterThan(0);
    expect((await handout({ languages: [language] })).bytes).toEqual(bytes);
  });
});

test('long notes go on overleaf, under the title of their slide, every line once and in order', async () => {
  const { result } = await buildFixture('handout-long-notes', { formats: ['handout'] });
  expect(result.artifacts.map(({ name }) => name)).toEqual(['handout-long-notes.handout.pdf']);
  const { pages, bookmarks } = await readPdf(result.artifacts[0]!.bytes);
  expect(pages.length).toBeGreaterThan(1);
  const [slide] = result.versions[0]!.scene.slides;
  const notes = folded(
    slide!.notes.flatMap(({ runs }) => runs.map(run => (run.kind === 'run' ? run.text : ''))).join(''),
  );
  const furniture = ({ marks }: ReadPage['texts'][number]): boolean => marks.includes('Artifact');
  const words = pages.map(page => textOf({ ...page, texts: page.texts.filter(text => !furniture(text)) })).join('');
  expect(words).toContain(notes);
  for (const page of pages.slice(1)) expect(textOf(page)).toContain(folded(slide!.title));
  for (const { texts, height } of pages) for (const { baseline } of texts) expect(baseline).toBeLessThan(height - 30);
  expect(bookmarks.flatMap(({ inner }) => inner.map(({ page }) => page))).toEqual([1]);
});

test('of a dark brand has dark words on white paper', async () => {
  const { project, result } = await buildFixture('brand-dark', { formats: [] });
  const { deck, scene } = result.versions[0]!;
  const faces = await loadFaces(project, scene.brand, 'en');
  const sheets = layHandout(scene.slides, deck, result.source!, faces, () => {});
  const spans = sheets.flatMap(({ items }) => texts(items).flatMap(({ lines }) => lines.flatMap(line => line.spans)));
  expect(scene.brand.ground).toBe('dark');
  expect(spans.length).toBeGreaterThan(0);
  for (const { colour, text } of spans)
    expect(contrast(colourOf(scene.brand, colour).hex, '#FFFFFF'), text).toBeGreaterThan(4.5);
});
