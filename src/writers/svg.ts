/** Slides as SVG: text as glyph outlines, so that a preview breaks its lines where PowerPoint does, on any machine. */
import { colourOf } from '../model/brand.ts';
import { gridOf } from '../model/grid.ts';
import { languageTag } from '../model/language.ts';
import type {
  Connector,
  Freeform,
  Image,
  Item,
  Scene,
  Shape,
  Slide,
  Stroke,
  TableItem,
  TextBlock,
} from '../model/scene.ts';
import { bottom, type Point, type Rect, right } from '../model/units.ts';
import { type Xml, xml } from '../package/package.ts';
import { type Pen, penOf } from './pen.ts';
import { outputName, type Writer, type WriterContext } from './writer.ts';

/** A set: `NAME/slide-01.svg` and so on, hidden slides included. */
export const svg: Writer = {
  extension: 'svg',
  async write(scene, context) {
    return scene.slides.map(slide => ({
      name: slideFile(scene, slide, 'svg'),
      bytes: new TextEncoder().encode(drawSlide(slide, scene, context.faces)),
    }));
  },
};

/** `NAME/slide-03.svg`; as many digits as the last slide's number has, at least two. */
export function slideFile(scene: Scene, slide: Slide, extension: string): string {
  const digits = Math.max(2, String(scene.slides.length).length);
  return `${outputName(scene.identity)}/slide-${String(slide.number).padStart(digits, '0')}.${extension}`;
}

/** One slide: its layout's ground and decoration, then its items, one SVG unit a point. */
export function drawSlide(slide: Slide, scene: Scene, faces: WriterContext['faces']): string {
  const pen = penOf(scene, faces);
  const { width, height } = scene.brand.page;
  const layout = scene.layouts[slide.layout];
  const body = [...layout.decoration, ...slide.items].map(item => drawItem(item, pen));
  const ground = colourOf(scene.brand, layout.background).hex;
  return xml`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" xml:lang="${languageTag(scene.identity.language)}">
    <title>${slide.title}</title>
    <defs>${pen.definitions()}</defs>
    <rect x="-1" y="-1" width="${width + 2}" height="${height + 2}" fill="${ground}"/>
    ${body}
  </svg>`.xml;
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
  const { x, y, width, height } = rounded(frame);
  switch (geometry) {
    case 'rectangle':
      return xml`<rect x="${x}" y="${y}" width="${width}" height="${height}"${paint}/>`;
    case 'ellipse':
      return xml`<ellipse cx="${round(x + width / 2)}" cy="${round(y + height / 2)}" rx="${width / 2}" ry="${height / 2}"${paint}/>`;
    case 'quarter':
    case 'half':
    case 'three-quarters':
      return xml`<path d="${sector(geometry, frame)}"${paint}/>`;
    default:
      return xml`<polygon points="${outline(geometry, frame)}"${paint}/>`;
  }
}

function drawFreeform({ outline: { width, height, steps }, frame, fill }: Freeform, pen: Pen): Xml {
  const place = `translate(${round(frame.x)} ${round(frame.y)}) scale(${frame.width / width} ${frame.height / height})`;
  const path = steps.map(([command, ...numbers]) => `${command}${numbers.join(' ')}`).join('');
  return xml`<path transform="${place}" fill-rule="evenodd" fill="${pen.fill(fill, false)}" d="${path}"/>`;
}

/** From the top clockwise to where the part ends, and back over the centre. */
function sector(geometry: 'quarter' | 'half' | 'three-quarters', frame: Rect): string {
  const { x, y, width, height } = rounded(frame);
  const [across, down] = [round(width / 2), round(height / 2)];
  const [centreX, centreY] = [round(x + across), round(y + down)];
  const end = {
    quarter: `0 0 1 ${round(x + width)} ${centreY}`,
    half: `0 0 1 ${centreX} ${round(y + height)}`,
    'three-quarters': `0 1 1 ${x} ${centreY}`,
  }[geometry];
  return `M${centreX} ${y} A${across} ${down} ${end} L${centreX} ${centreY} Z`;
}

/** The corners of a shape as Office's preset of the same name has them (ECMA-376 part 1, `presetShapeDefinitions.xml`). */
function outline(geometry: 'chevron' | 'diamond' | 'triangle', frame: Rect): string {
  const { x, y, width, height } = frame;
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  const depth = Math.min(width, height) / 2;
  const corners = {
    chevron: [
      [x, y],
      [right(frame) - depth, y],
      [right(frame), middleY],
      [right(frame) - depth, bottom(frame)],
      [x, bottom(frame)],
      [x + depth, middleY],
    ],
    diamond: [
      [middleX, y],
      [right(frame), middleY],
      [middleX, bottom(frame)],
      [x, middleY],
    ],
    triangle: [
      [middleX, y],
      [right(frame), bottom(frame)],
      [x, bottom(frame)],
    ],
  };
  return corners[geometry].map(corner => corner.map(round).join(',')).join(' ');
}

/** The whole picture in a viewport that shows only what the crop leaves. */
function drawImage({ file, frame, crop }: Image, pen: Pen): Xml {
  const { x, y, width, height } = rounded(frame);
  const picture = pen.picture(file);
  const across = (share: number) => round(share * picture.width);
  const down = (share: number) => round(share * picture.height);
  const shown = [across(1 - crop.left - crop.right), down(1 - crop.top - crop.bottom)];
  const window = [across(crop.left), down(crop.top), ...shown].join(' ');
  return xml`<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${window}" preserveAspectRatio="none">
    ${picture.xml}
  </svg>`;
}

function drawTable({ frame, columns, rows }: TableItem, pen: Pen): readonly Xml[] {
  const grid = gridOf(rows);
  const heights = rows.map(row => row.height);
  return rows.flatMap(({ cells }, index) =>
    cells.map(cell => {
      const column = grid[index]!.indexOf(cell);
      const end = index + cell.rowSpan;
      const [x, y] = [frame.x + total(columns, 0, column), frame.y + total(heights, 0, index)];
      const box = { x, y, width: total(columns, column, column + cell.columnSpan), height: total(heights, index, end) };
      const { rule } = rows[end - 1]!;
      const under = { x, y: bottom(box) };
      return xml`${cell.fill !== null && ground(box, pen.fill(cell.fill, false))}${drawText(cell.text, pen)}${
        rule !== null && segment(under, { ...under, x: right(box) }, pen.stroke(rule))
      }`;
    }),
  );
}

const total = (lengths: readonly number[], from: number, to: number): number =>
  lengths.slice(from, to).reduce((sum, one) => sum + one, 0);

const ground = (box: Rect, fill: string): Xml => {
  const { x, y, width, height } = rounded(box);
  return xml`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;
};

const segment = (from: Point, to: Point, stroke: Xml): Xml =>
  xml`<line x1="${round(from.x)}" y1="${round(from.y)}" x2="${round(to.x)}" y2="${round(to.y)}"${stroke}/>`;

/** The line and, where it has one, the head of the arrow: three line widths long, as Office draws its middle size. */
function drawConnector({ from, corners, to, stroke, arrow }: Connector, pen: Pen): Xml {
  const paint = pen.stroke(stroke);
  const points = [from, ...corners, to].map(({ x, y }) => `${round(x)},${round(y)}`).join(' ');
  const line =
    corners.length === 0 ? segment(from, to, paint) : xml`<polyline points="${points}" fill="none"${paint}/>`;
  return arrow === 'none' ? line : xml`${line}${arrowHead(corners.at(-1) ?? from, to, stroke, pen)}`;
}

function arrowHead(from: Point, to: Point, stroke: Stroke, pen: Pen): Xml {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [alongX, alongY] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const size = 3 * Math.max(stroke.width, 2);
  const back = { x: to.x - alongX * size, y: to.y - alongY * size };
  const half = size / 2;
  const corners = [
    [to.x, to.y],
    [back.x - alongY * half, back.y + alongX * half],
    [back.x + alongY * half, back.y - alongX * half],
  ];
  const points = corners.map(corner => corner.map(round).join(',')).join(' ');
  return xml`<polygon points="${points}" fill="${pen.fill(stroke.colour, false)}"/>`;
}

/** Hundredths of a point: finer than any screen shows. */
const round = (value: number): number => Math.round(value * 100) / 100;
const rounded = ({ x, y, width, height }: Rect): Rect => ({
  x: round(x),
  y: round(y),
  width: round(width),
  height: round(height),
});
