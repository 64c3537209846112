/** All slides on one picture, small and in order: for a look at the whole, and to show a deck where no deck can be opened. */
import { colourOf } from '../model/brand.ts';
import type { Scene } from '../model/scene.ts';
import { type Xml, xml } from '../package/package.ts';
import { rasterise } from '../pictures/pictures.ts';
import { definitionsOf, penOf } from './pen.ts';
import { drawPage } from './svg.ts';
import { outputName, type Writer, type WriterContext } from './writer.ts';

/** Pixels across, where nobody asked for another width. */
const WIDTH = 1920;
/** Fewer where there are fewer slides. */
const COLUMNS = 4;
/** Between the slides and around them, as a share of a slide's width. */
const GAP = 0.05;

/** `NAME/contact-sheet.png`; hidden slides are pale. */
export const contactSheet: Writer = {
  extension: 'png',
  async write(scene, { faces, width }) {
    const sheet = drawSheet(scene, faces);
    const bytes = new TextEncoder().encode(sheet.svg.xml);
    const pixels = await rasterise({ ...sheet, bytes, format: 'svg' }, width ?? WIDTH);
    return [{ name: `${outputName(scene.identity)}/contact-sheet.png`, bytes: pixels }];
  },
};

function drawSheet(scene: Scene, faces: WriterContext['faces']) {
  const { brand, slides } = scene;
  const { page } = brand;
  const definitions = definitionsOf();
  const pen = penOf(scene, faces, definitions);
  const columns = Math.max(1, Math.min(COLUMNS, slides.length));
  const gap = Math.round(page.width * GAP);
  const drawn = slides.map((slide, index): Xml => {
    const x = gap + (index % columns) * (page.width + gap);
    const y = gap + Math.floor(index / columns) * (page.height + gap);
    return xml`<svg x="${x}" y="${y}" width="${page.width}" height="${page.height}"${slide.hidden && xml` opacity="0.4"`}>${drawPage(slide, scene, pen)}</svg>`;
  });
  const width = gap + columns * (page.width + gap);
  const height = gap + Math.ceil(slides.length / columns) * (page.height + gap);
  const svg = xml`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
    <defs>${definitions.all()}</defs>
    <rect width="${width}" height="${height}" fill="${colourOf(brand, 'hairline').hex}"/>
    ${drawn}
  </svg>`;
  return { svg, width, height };
}
