/** Slides on PDF pages: what is drawn, and what each mark of it is to a reader. */
import type { PlaceholderName } from '../../model/brand.ts';
import type { Item, Scene, Slide, TableItem, TextBlock } from '../../model/scene.ts';
import { cellsOf, outlineOf } from '../geometry.ts';
import type { Hand } from './canvas.ts';
import { aroundWords, paint, paintCell, paintShape } from './paint.ts';
import type { Element } from './structure.ts';
import { words } from './syntax.ts';
import { drawText } from './text.ts';

/** What stands on every slide alike. */
const FURNITURE: ReadonlySet<PlaceholderName | null> = new Set(['tracker', 'date', 'footer', 'slide-number']);

const isFurniture = ({ placeholder, role }: TextBlock): boolean => role === 'tracker' || FURNITURE.has(placeholder);

/** A slide as part of a section: its layout's ground and decoration, then its items. */
export function drawSlide(slide: Slide, scene: Scene, section: Element, hand: Hand): void {
  const { width, height } = scene.brand.page;
  const layout = scene.layouts[slide.layout];
  hand.canvas.marked(null, () => {
    hand.canvas.fill(outlineOf('rectangle', { x: 0, y: 0, width, height }), layout.background);
    for (const item of layout.decoration) paint(item, hand.canvas);
  });
  for (const item of slide.items) drawItem(item, section, hand);
}

export function drawItem(item: Item, parent: Element, hand: Hand): void {
  const { canvas } = hand;
  switch (item.kind) {
    case 'text':
      if (isFurniture(item)) canvas.marked(null, () => paint(item, canvas));
      else drawText(item, parent, hand);
      break;
    case 'table':
      drawTable(item, parent, hand);
      break;
    case 'group':
      if (hasAlt(item)) drawFigure(item, parent, hand);
      else for (const inner of item.items) drawItem(inner, parent, hand);
      break;
    case 'shape':
      if (hasAlt(item)) drawFigure(item, parent, hand);
      else canvas.marked(null, () => paintShape(item, canvas));
      if (!hasAlt(item) && item.words !== null) drawText(item.words, parent, hand);
      break;
    case 'freeform':
    case 'image':
    case 'chart':
    case 'connector':
      if (hasAlt(item)) drawFigure(item, parent, hand);
      else canvas.marked(null, () => paint(item, canvas));
  }
}

const hasAlt = ({ alt }: Item): boolean => alt !== null && alt !== '';

/** What is seen as one thing and read as its alternative text; its words can be copied, and its links followed. */
function drawFigure(item: Item, parent: Element, { canvas, structure }: Hand): void {
  const attributes = { O: '/Layout', Placement: '/Block', BBox: `[${canvas.areaOf(item.frame)}]` };
  const figure = structure.add(parent, 'Figure', { alt: item.alt ?? '', attributes });
  canvas.marked(figure, () => paint(item, canvas));
  for (const { baseline, spans } of textsIn(item).flatMap(({ lines }) => lines))
    for (const { run, x, width, size, text } of spans)
      if (run !== null && run.href !== null)
        canvas.link(aroundWords(x, width, baseline, size), run.href, text, structure.add(figure, 'Link'));
}

function textsIn(item: Item): readonly TextBlock[] {
  if (item.kind === 'text') return [item];
  if (item.kind === 'group') return item.items.flatMap(textsIn);
  return item.kind === 'shape' && item.words !== null ? [item.words] : [];
}

function drawTable(item: TableItem, parent: Element, hand: Hand): void {
  const { canvas, structure } = hand;
  const summary = item.alt === null || item.alt === '' ? null : words(item.alt);
  const table = structure.add(parent, 'Table', { attributes: { O: '/Table', Summary: summary } });
  for (const [index, cells] of cellsOf(item).entries()) {
    const row = structure.add(table, 'TR');
    for (const placed of cells) {
      const { text, header, columnSpan, rowSpan } = placed.cell;
      canvas.marked(null, () => paintCell(placed, canvas));
      const attributes = {
        O: '/Table',
        Scope: header ? (item.rows[index]!.header ? '/Column' : '/Row') : null,
        ColSpan: columnSpan > 1 ? String(columnSpan) : null,
        RowSpan: rowSpan > 1 ? String(rowSpan) : null,
      };
      drawText(text, structure.add(row, header ? 'TH' : 'TD', { attributes }), hand);
    }
  }
}
