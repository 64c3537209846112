/** Slides as PNG, by way of their SVG. */
import type { Artifact } from '../model/artifact.ts';
import { FORGETFUL } from '../model/memory.ts';
import { rasterise } from '../pictures/pictures.ts';
import { drawSlide, slideFile } from './svg.ts';
import type { Writer } from './writer.ts';

/** Pixels across, where nobody asked for another width. */
const WIDTH = 1280;

/**
 * A set: `NAME/slide-01.png` and so on, 1280 pixels wide or as asked. Text is drawn from outlines and is the same everywhere; East Asian text
 * whose outlines are not installed is drawn with what fonts the machine has.
 */
export const png: Writer = {
  extension: 'png',
  async write(scene, { faces, width: asked, memory = FORGETFUL }) {
    const across = asked ?? WIDTH;
    const artifacts: Artifact[] = [];
    for (const slide of scene.slides) {
      const { width, height } = scene.brand.page;
      const drawing = drawSlide(slide, scene, faces);
      const pixels = memory.recall(`png ${across} ${drawing}`, () => {
        const bytes = new TextEncoder().encode(drawing);
        return rasterise({ bytes, format: 'svg', width, height }, across);
      });
      artifacts.push({ name: slideFile(scene, slide, 'png'), bytes: await pixels });
    }
    return artifacts;
  },
};
