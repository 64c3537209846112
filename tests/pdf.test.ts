/** The reference deck as PDF, in each language, in the eyes of another's reader; tests/fixtures.test.ts reads those of all fixtures. */
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../src/build.ts';
import { texts } from '../src/checks/walk.ts';
import { openProject } from '../src/files.ts';
import type { Scene, Slide } from '../src/model/scene.ts';
import { targetsIn } from '../src/writers/targets.ts';
import { HOME } from './support/cli.ts';
import { elementsIn, flaws, type ReadPdf, readPdf, unread } from './support/pdf.ts';

describe.each(['en', 'ko', 'zh'])('the reference deck in %s', language => {
  let scene: Scene;
  let bytes: Uint8Array;
  let read: ReadPdf;
  const write = async () =>
    await build(openProject(HOME), {
      briefing: 'data/korea-ai-semiconductors',
      formats: ['pdf'],
      languages: [language],
    });
  beforeAll(async () => {
    const { artifacts, versions } = await write();
    scene = versions[0]!.scene;
    bytes = artifacts[0]!.bytes;
    read = await readPdf(bytes);
  });

  test('keeps every law of structure, and its words are read in order', () => {
    expect(flaws(bytes, read)).toEqual([]);
    expect(scene.slides.flatMap((slide, index) => unread(slide, read.pages[index]!))).toEqual([]);
  });

  test('has every line where the scene has it, from its first letter to its last', () => {
    for (const [index, slide] of scene.slides.entries()) {
      const { texts: items } = read.pages[index]!;
      for (const { baseline, spans } of texts(slide.items).flatMap(({ lines }) => lines)) {
        const [first, last] = [spans[0], spans.at(-1)];
        if (first === undefined || last === undefined) continue;
        const near = (a: number, b: number, allowed = 0.1): boolean => Math.abs(a - b) < allowed;
        // A stand-in's glyph stands in the middle of a wider advance.
        const side = 0.06 * first.size;
        const line = items.filter(text => near(text.baseline, baseline) || near(text.baseline, baseline - last.rise));
        expect(
          line.some(({ x }) => near(x, first.x, side)),
          `${slide.id}: ${first.text}`,
        ).toBe(true);
        const ends = line.some(
          ({ x, width, text }) => near(x + width, last.x + last.width, side) || text.endsWith(' '),
        );
        expect(ends, `${slide.id}: ${last.text}`).toBe(true);
      }
    }
  });

  test('names its language, its title and the day of the briefing', () => {
    expect(read.language?.slice(0, 2)).toBe(language);
    expect(read.title).toBe(scene.identity.title);
    expect(read.created).toBe('D:20250715000000Z');
  });

  test('has a bookmark for each section and each slide', () => {
    const wanted = scene.sections.map(({ title, slides }) => ({
      title,
      page: slides[0],
      inner: slides.map(number => ({ title: scene.slides[number - 1]!.title, page: number, inner: [] })),
    }));
    expect(read.bookmarks).toEqual(wanted);
  });

  test('has a heading for every title, a figure for every chart and diagram, and rows of cells for every table', () => {
    for (const [index, slide] of scene.slides.entries()) {
      const elements = elementsIn(read.pages[index]!.structure);
      const count = (role: string) => elements.filter(element => element.role === role).length;
      expect(count('H1'), slide.id).toBe(1);
      const alts = slide.items.flatMap(({ kind, alt }) =>
        kind !== 'table' && alt !== null && alt !== '' ? [alt] : [],
      );
      expect(elements.flatMap(({ role, alt }) => (role === 'Figure' ? [alt] : []))).toEqual(alts);
      const rows = slide.items.flatMap(item => (item.kind === 'table' ? item.rows : []));
      expect(count('TR')).toBe(rows.length);
      expect(count('TH') + count('TD')).toBe(rows.flatMap(({ cells }) => cells).length);
    }
  });

  test('leads to every address that the slides name', () => {
    const targets = targetsIn(scene);
    const leadsTo = (href: string) => (href.startsWith('#') ? String(targets.get(href.slice(1))) : href);
    const named = (slide: Slide): readonly string[] =>
      texts(slide.items).flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ runs }) => runs.flatMap(run => (run.kind === 'run' && run.href ? [run.href] : []))),
      );
    for (const [index, slide] of scene.slides.entries())
      expect(new Set(read.pages[index]!.links.map(String))).toEqual(new Set(named(slide).map(leadsTo)));
  });

  test('has the same bytes twice', async () => {
    expect((await write()).artifacts[0]!.bytes).toEqual(bytes);
  });
});
