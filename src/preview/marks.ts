/** What stands where on a slide, for the overlays: facts, boxes, and the layout's places. */
import type { Item, LayoutDesign, Line, Slide, Span, TextBlock } from '../model/scene.ts';
import { roundedRect } from '../model/units.ts';
import { factName } from '../model/use.ts';
import type { Mark } from './view.ts';

/** From the baseline up and down, as multiples of the size. */
const ASCENT = 0.95;
const DESCENT = 0.27;

/** Every stretch of a line that prints a fact, and every part of a chart that stands for one. */
export const factMarks = (slide: Slide): readonly Mark[] => marksIn(slide.items);

function marksIn(items: readonly Item[]): readonly Mark[] {
  return items.flatMap((item): readonly Mark[] => {
    switch (item.kind) {
      case 'group':
        return marksIn(item.items);
      case 'text':
        return marksOfText(item);
      case 'table':
        return item.rows.flatMap(({ cells }) => cells.flatMap(({ text }) => marksOfText(text)));
      case 'chart':
        return marksIn(item.drawing);
      case 'shape':
        return [...whole(item), ...(item.words === null ? [] : marksOfText(item.words))];
      default:
        return whole(item);
    }
  });
}

const whole = ({ facts, frame }: Item): readonly Mark[] => facts.map(use => ({ name: factName(use), frame }));

/** A text without a run that knows its fact, such as the label of a bar, stands for its facts as a whole. */
function marksOfText(block: TextBlock): readonly Mark[] {
  const marks = block.lines.flatMap(line => line.spans.flatMap(span => markOfSpan(span, line)));
  return marks.length > 0 ? marks : whole(block);
}

function markOfSpan(span: Span, { baseline }: Line): readonly Mark[] {
  const fact = span.run?.fact ?? null;
  if (fact === null) return [];
  const y = baseline - span.rise - span.size * ASCENT;
  return [{ name: factName(fact), frame: { x: span.x, y, width: span.width, height: span.size * (ASCENT + DESCENT) } }];
}

/** Every item that can be selected in PowerPoint, groups with what is in them. */
export const boxMarks = (items: readonly Item[]): readonly Mark[] =>
  items.flatMap(item => [
    { name: item.name, frame: item.frame },
    ...(item.kind === 'group' ? boxMarks(item.items) : []),
  ]);

/** The places that a layout offers, its content among them. */
export const gridMarks = ({ placeholders, content }: LayoutDesign): readonly Mark[] => [
  ...placeholders.filter(({ name }) => name !== 'body').map(({ name, frame }) => ({ name, frame })),
  { name: 'content', frame: content },
];

/** Rounded to hundredths of a point, so that what is sent is short. */
export const rounded = (marks: readonly Mark[]): readonly Mark[] =>
  marks.map(({ name, frame }) => ({ name, frame: roundedRect(frame) }));
