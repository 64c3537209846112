/** The handout writer: the sheets that layout has filled, each slide drawn on its own as in the PDF of the deck. */
import { languageTag } from '../../model/language.ts';
import { outlineOf } from '../geometry.ts';
import { outputName, type Writer } from '../writer.ts';
import { canvasOf } from './canvas.ts';
import { bookmarksOf, elementsOf, idsOf } from './chapters.ts';
import { openDocument } from './document.ts';
import type { Reference } from './file.ts';
import { reportMissing } from './missing.ts';
import { drawItem, drawSlide } from './slide.ts';

/** One file, `NAME.handout.pdf`; hidden slides are left out. */
export const handout: Writer = {
  extension: 'handout.pdf',
  async write(scene, context) {
    const document = openDocument(scene, context);
    const { structure } = document;
    const sheets = context
      .handout()
      .map(sheet => ({ sheet, page: document.addPage(sheet.frame === null ? [] : idsOf(sheet.slide), sheet.number) }));
    const elements = elementsOf(scene, structure);
    const language = languageTag(scene.identity.language);
    for (const { sheet, page } of sheets) {
      const { slide, frame, items } = sheet;
      const canvas = canvasOf(page, sheet, scene.brand, document);
      const [element, hand] = [elements.get(slide.number)!, { canvas, structure, language }];
      if (frame !== null) {
        const scale = frame.width / scene.brand.page.width;
        canvas.placed({ ...frame, scale }, () => drawSlide(slide, scene, element, hand));
        const border = { colour: 'hairline', width: 0.75, dash: 'solid' } as const;
        canvas.marked(null, () => canvas.stroke(outlineOf('rectangle', frame), border));
      }
      for (const item of items) drawItem(item, element, hand);
      canvas.finish();
    }
    reportMissing(document.missing, context);
    const first = new Map<number, Reference>();
    for (const { sheet, page } of sheets) if (sheet.frame !== null) first.set(sheet.slide.number, page);
    const bytes = await document.finish(bookmarksOf(scene, first));
    return [{ name: `${outputName(scene.identity)}.handout.pdf`, bytes }];
  },
};
