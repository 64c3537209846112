/** Slides as SVG: text as glyph outlines, so that a preview breaks its lines where PowerPoint does, on any machine. */
import { colourOf } from '../model/brand.ts';
import { languageTag } from '../model/language.ts';
import type { Step } from '../model/outline.ts';
import type { Connector, Freeform, Image, Item, Scene, Shape, Slide, TableItem, TextBlock } from '../model/scene.ts';
import { bottom, hundredths, type Point, type Rect, right, roundedRect } from '../model/units.ts';
import { type Xml, xml } from '../package/package.ts';
import { arrowHeadOf, cellsOf, outlineOf } from './geometry.ts';
import { definitionsOf, type Pen, penOf } from './pen.ts';
import { outputName, type Writer, type WriterContext } from './writer.ts';

/** A set: `NAME/slide-01.svg` and so on, hidden slides included. */
export const svg: Writer = {
  extension: 'svg',
  async write(scene, context) {
    return scene.slides.map(slide => ({
      name: slideFile(scene, slide, 'svg'),
      bytes: new TextEncoder().encode(drawSlide(slide, scene, context.faces, context.width ?? null)),
    }));
  },
};

/** `NAME/slide-03.svg`; as many digits as the last slide's number has, at least two. */
export function slideFile(scene: Scene, slide: Slide, extension: string): string {
  const digits = Math.max(2, String(scene.slides.length).length);
  return `${outputName(scene.identity)}/slide-${String(slide.number).padStart(digits, '0')}.${extension}`;
}

/** One slide: its layout's ground and decoration, then its items, one SVG unit a point; `across` is its width in pixels, else a point is one. */
export function drawSlide(
  slide: Slide,
  scene: Scene,
  faces: WriterContext['faces'],
  across: number | null = null,
): string {
  const definitions = definitionsOf();
  const drawing = drawPage(slide, scene, penOf(scene, faces, definitions));
  const { width, height } = scene.brand.page;
  const shown = across === null ? { width, height } : { width: across, height: hundredths((across * height) / width) };
  return xml`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${shown.width}" height="${shown.height}" role="img" xml:lang="${languageTag(scene.identity.language)}">
    <title>${slide.title}</title>
    <defs>${definitions.all()}</defs>
    ${drawing}
  </svg>`.xml;
}

/** What stands in the SVG of a slide, without the definitions that it refers to: several slides may share theirs. */
export function drawPage(slide: Slide, scene: Scene, pen: Pen): Xml {
  const { width, height } = scene.brand.page;
  const layout = scene.layouts[slide.layout];
  const ground = colourOf(scene.brand, layout.background).hex;
  const body = [...layout.decoration, ...slide.items].map(item => drawItem(item, pen));
  return xml`<rect x="-1" y="-1" width="${width + 2}" height="${height + 2}" fill="${ground}"/>${body}`;
}

function drawItem(item: Item, pen: Pen): Xml {
  switch (item.kind) {
    case 'group':
      return labelled(
        item,
        item.items.map(inner => drawItem(inner, pen)),
      );
    case 'shape':
      return item.words === null
        ? drawShape(item, pen)
        : xml`<g>${drawShape(item, pen)}${drawText(item.words, pen)}</g>`;
    case 'freeform':
      return labelled(item, drawFreeform(item, pen));
    case 'text':
      return drawText(item, pen);
    case 'image':
      return labelled(item, drawImage(item, pen));
    case 'chart':
      return labelled(
        item,
        item.drawing.map(inner => drawItem(inner, pen)),
      );
    case 'table':
      return labelled(item, drawTable(item, pen));
    case 'connector':
      return drawConnector(item, pen);
  }
}

/** A group that carries the item's alternative text, where it has one. */
const labelled = ({ alt }: Item, content: Xml | readonly Xml[]): Xml =>
  alt === null || alt === '' ? xml`<g>${content}</g>` : xml`<g role="img"><title>${alt}</title>${content}</g>`;

const drawText = (block: TextBlock, pen: Pen): Xml =>
  xml`<g>${block.lines.flatMap(({ baseline, spans }) => spans.map(span => pen.write(span, baseline)))}</g>`;

function drawShape({ geometry, frame, fill, hatched, stroke }: Shape, pen: Pen): Xml {
  const paint = xml` fill="${fill === null ? 'none' : pen.fill(fill, hatched)}"${pen.stroke(stroke)}`;
  const { x, y, width, height } = roundedRect(frame);
  switch (geometry) {
    case 'rectangle':
      return xml`<rect x="${x}" y="${y}" width="${width}" height="${height}"${paint}/>`;
    case 'ellipse':
      return xml`<ellipse cx="${hundredths(x + width / 2)}" cy="${hundredths(y + height / 2)}" rx="${width / 2}" ry="${height / 2}"${paint}/>`;
    case 'chevron':
    case 'diamond':
    case 'triangle':
    case 'quarter':
    case 'half':
    case 'three-quarters':
      return xml`<path d="${pathOf(outlineOf(geometry, frame))}"${paint}/>`;
  }
}

function drawFreeform({ outline: { width, height, steps }, frame, fill }: Freeform, pen: Pen): Xml {
  const place = `translate(${hundredths(frame.x)} ${hundredths(frame.y)}) scale(${frame.width / width} ${frame.height / height})`;
  return xml`<path transform="${place}" fill-rule="evenodd" fill="${pen.fill(fill, false)}" d="${pathOf(steps)}"/>`;
}

const pathOf = (steps: readonly Step[]): string =>
  steps.map(([command, ...numbers]) => `${command}${numbers.map(hundredths).join(' ')}`).join('');

/** The whole picture in a viewport that shows only what the crop leaves. */
function drawImage({ file, frame, crop }: Image, pen: Pen): Xml {
  const { x, y, width, height } = roundedRect(frame);
  const picture = pen.picture(file);
  const across = (share: number) => hundredths(share * picture.width);
  const down = (share: number) => hundredths(share * picture.height);
  const shown = [across(1 - crop.left - crop.right), down(1 - crop.top - crop.bottom)];
  const window = [across(crop.left), down(crop.top), ...shown].join(' ');
  return xml`<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${window}" preserveAspectRatio="none">
    ${picture.xml}
  </svg>`;
}

const drawTable = (table: TableItem, pen: Pen): readonly Xml[] =>
  cellsOf(table)
    .flat()
    .map(({ cell: { fill, text }, box, rule }) => {
      const under = { x: box.x, y: bottom(box) };
      return xml`${fill !== null && ground(box, pen.fill(fill, false))}${drawText(text, pen)}${
        rule !== null && segment(under, { ...under, x: right(box) }, pen.stroke(rule))
      }`;
    });

const ground = (box: Rect, fill: string): Xml => {
  const { x, y, width, height } = roundedRect(box);
  return xml`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;
};

const segment = (from: Point, to: Point, stroke: Xml): Xml =>
  xml`<line x1="${hundredths(from.x)}" y1="${hundredths(from.y)}" x2="${hundredths(to.x)}" y2="${hundredths(to.y)}"${stroke}/>`;

function drawConnector(connector: Connector, pen: Pen): Xml {
  const { from, corners, to, stroke } = connector;
  const paint = pen.stroke(stroke);
  const points = [from, ...corners, to].map(({ x, y }) => `${hundredths(x)},${hundredths(y)}`).join(' ');
  const line =
    corners.length === 0 ? segment(from, to, paint) : xml`<polyline points="${points}" fill="none"${paint}/>`;
  const head = arrowHeadOf(connector);
  if (head === null) return line;
  const tip = head.map(corner => corner.map(hundredths).join(',')).join(' ');
  return xml`${line}<polygon points="${tip}" fill="${pen.fill(stroke.colour, false)}"/>`;
}
