/** The PDF writer: one page a slide, vectors and text, tagged for whoever does not see it. Needs no browser and no office. */
import { languageTag } from '../../model/language.ts';
import { outputName, type Writer } from '../writer.ts';
import { canvasOf } from './canvas.ts';
import { bookmarksOf, elementsOf, idsOf, shownIn } from './chapters.ts';
import { openDocument } from './document.ts';
import { reportMissing } from './missing.ts';
import { drawSlide } from './slide.ts';

/** One file; hidden slides are left out, and the pages bear the numbers of their slides. */
export const pdf: Writer = {
  extension: 'pdf',
  async write(scene, context) {
    const document = openDocument(scene, context);
    const { structure } = document;
    const pages = new Map(shownIn(scene).map(slide => [slide.number, document.addPage(idsOf(slide), slide.number)]));
    const elements = elementsOf(scene, structure);
    const language = languageTag(scene.identity.language);
    for (const slide of shownIn(scene)) {
      const canvas = canvasOf(pages.get(slide.number)!, scene.brand.page, scene.brand, document);
      drawSlide(slide, scene, elements.get(slide.number)!, { canvas, structure, language });
      canvas.finish();
    }
    reportMissing(document.missing, context);
    const bytes = await document.finish(bookmarksOf(scene, pages));
    return [{ name: `${outputName(scene.identity)}.pdf`, bytes }];
  },
};
