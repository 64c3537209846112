/** The reference deck in every form that a brand has: three pages, two grounds, three languages. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { build } from '../../src/build.ts';
import { openProject } from '../../src/files.ts';
import type { Project } from '../../src/model/project.ts';

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
