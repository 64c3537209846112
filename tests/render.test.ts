/** The reference deck in an office suite: a page a slide, and every title on its page. Skipped where none is installed. */
import { expect, test } from 'vitest';
import { build } from '../src/build.ts';
import { openProject } from '../src/files.ts';
import { HOME, inFolder } from './support/cli.ts';
import { CAN_RENDER, folded, renderedPages } from './support/office.ts';

test.skipIf(!CAN_RENDER)(
  'LibreOffice shows every slide of the reference deck with its title (needs soffice and pdftotext)',
  () =>
    inFolder(async folder => {
      const { artifacts, versions } = await build(openProject(HOME), { briefing: 'data/korea-ai-semiconductors' });
      const pages = renderedPages(artifacts[0]!.bytes, folder);
      const { slides } = versions[0]!.scene;
      expect(pages.length).toBe(slides.length);
      expect(
        slides.filter(slide => !pages[slide.number - 1]!.includes(folded(slide.title))).map(slide => slide.title),
      ).toEqual([]);
    }),
);
