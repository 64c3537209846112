/** Items as marks on a page, whatever they mean. */
import type { Step } from '../../model/outline.ts';
import type { Connector, Freeform, Image, Item, Shape, Stroke, TableItem, TextBlock } from '../../model/scene.ts';
import { bottom, type Point, type Rect, right } from '../../model/units.ts';
import { arrowHeadOf, cellsOf, outlineOf, type PlacedCell, polygon, wholePicture } from '../geometry.ts';
import type { Canvas } from './canvas.ts';

export function paint(item: Item, canvas: Canvas): void {
  switch (item.kind) {
    case 'group':
      for (const inner of item.items) paint(inner, canvas);
      break;
    case 'shape':
      paintShape(item, canvas);
      if (item.words !== null) paintText(item.words, canvas);
      break;
    case 'freeform':
      paintFreeform(item, canvas);
      break;
    case 'text':
      paintText(item, canvas);
      break;
    case 'image':
      paintImage(item, canvas);
      break;
    case 'chart':
      for (const inner of item.drawing) paint(inner, canvas);
      break;
    case 'table':
      paintTable(item, canvas);
      break;
    case 'connector':
      paintConnector(item, canvas);
  }
}

export function paintShape({ geometry, frame, fill, hatched, stroke }: Shape, canvas: Canvas): void {
  const outline = outlineOf(geometry, frame);
  if (fill !== null) canvas.fill(outline, fill, { hatched });
  if (stroke !== null) canvas.stroke(outline, stroke);
}

function paintFreeform({ outline: { width, height, steps }, frame, fill }: Freeform, canvas: Canvas): void {
  const place = (value: number, at: number): number =>
    at % 2 === 0 ? frame.x + (value / width) * frame.width : frame.y + (value / height) * frame.height;
  const placed = steps.map(([command, ...numbers]) => [command, ...numbers.map(place)] as unknown as Step);
  canvas.fill(placed, fill, { evenOdd: true });
}

function paintText({ lines }: TextBlock, canvas: Canvas): void {
  for (const { baseline, spans } of lines) for (const span of spans) canvas.write(span, baseline);
}

const paintImage = (image: Image, canvas: Canvas): void => canvas.picture(image.file, wholePicture(image), image.frame);

function paintTable(table: TableItem, canvas: Canvas): void {
  for (const placed of cellsOf(table).flat()) {
    paintCell(placed, canvas);
    paintText(placed.cell.text, canvas);
  }
}

/** What is behind a cell's words and below them. */
export function paintCell({ cell: { fill }, box, rule }: PlacedCell, canvas: Canvas): void {
  if (fill !== null) canvas.fill(outlineOf('rectangle', box), fill);
  const under = { x: box.x, y: bottom(box) };
  if (rule !== null) strokeThrough([under, { ...under, x: right(box) }], rule, canvas);
}

function paintConnector(connector: Connector, canvas: Canvas): void {
  const { from, corners, to, stroke } = connector;
  strokeThrough([from, ...corners, to], stroke, canvas);
  const head = arrowHeadOf(connector);
  if (head !== null) canvas.fill(polygon(...head), stroke.colour);
}

const strokeThrough = (points: readonly Point[], stroke: Stroke, canvas: Canvas): void =>
  canvas.stroke(
    points.map(({ x, y }, index) => [index === 0 ? 'M' : 'L', x, y]),
    stroke,
  );

/** The room that letters of a size take around their baseline: what a pointer may touch. */
export const aroundWords = (x: number, width: number, baseline: number, size: number): Rect => ({
  x,
  y: baseline - size * 0.9,
  width,
  height: size * 1.15,
});
