/** The reference deck in every form that a brand has: three pages, two grounds, three languages. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { build } from '../../src/build.ts';
import { openProject } from '../../src/files.ts';
import type { Project } from '../../src/model/project.ts';
import { openDeck } from '../support/deck.ts';

const BRIEFING = 'data/korea-ai-semiconductors';
const disk = openProject(process.cwd());

/** The project with more lines in its briefing.yaml. */
function withKeys(lines: string): Project {
  const asked = new TextEncoder().encode(`\n${lines}\n`);
  return {
    ...disk,
    read(name) {
      const bytes = disk.read(name);
      return bytes !== null && name === `${BRIEFING}/briefing.yaml` ? Buffer.concat([bytes, asked]) : bytes;
    },
  };
}

const brands = readdirSync('assets/brands').sort();
const forms = brands.flatMap(brand =>
  ['wide', 'classic', 'a4'].flatMap(page => ['light', 'dark'].map(ground => [brand, page, ground] as const)),
);

test.each([
  ['wide', 16 / 9],
  ['classic', 4 / 3],
  ['a4', null],
])('the notes master shows a %s page in its own proportions', async (page, wanted) => {
  const { artifacts, source } = await build(withKeys(`page: ${page}`), { briefing: BRIEFING });
  const deck = openDeck(artifacts[0]!.bytes);
  const picture = /type="sldImg".*?<a:off x="(\d+)" y="(\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"/.exec(
    deck.text('ppt/notesMasters/notesMaster1.xml'),
  )!;
  const [x, y, width, height] = picture.slice(1).map(Number) as [number, number, number, number];
  const { page: own } = source!.brand;
  expect(width / height).toBeCloseTo(wanted ?? own.width / own.height, 4);
  // In the middle of the page, above the notes and below the head.
  expect(x * 2 + width).toBe(6_858_000);
  expect(y).toBeGreaterThanOrEqual(458_788);
  expect(y + height).toBeLessThan(4_400_550);
});

test.each(forms)(
  '%s builds the reference deck on a %s page and a %s ground in every language, with nothing to say',
  {
    timeout: 60_000,
  },
  async (brand, page, ground) => {
    const project = withKeys(`page: ${page}\nground: ${ground}`);
    const { diagnostics } = await build(project, { briefing: BRIEFING, brand, languages: 'all', formats: [] });
    const said = diagnostics.map(({ problem, slide, message }) => `${problem.code} ${slide?.id}: ${message}`);
    expect(said).toEqual([]);
  },
);
