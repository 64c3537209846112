/** Judgements as drawings: discs filled by quarters, and statuses whose shape, letter and colour say the same. */
import type { Status } from '../model/brand.ts';
import type { MarkNode } from '../model/node.ts';
import type { Geometry, Group, Shape } from '../model/scene.ts';
import { plainRun } from '../model/text.ts';
import { hundredths, type Points, type Rect } from '../model/units.ts';
import { layBlock, typeset } from './blocks.ts';
import type { SlideContext } from './context.ts';

/** 0.30 and 0.34 in. */
const SIZES = { ball: 21.6, status: 24.48 } as const;
/** Width of a disc's outline. */
const RING = 1.25;
/** Of a status: told apart without its colour. */
const SHAPES: Readonly<Record<Status, Geometry>> = { good: 'ellipse', watch: 'triangle', bad: 'rectangle' };
/** The letter of a triangle stands where the triangle is wide. */
const TRIANGLE_TOP = 0.35;
const LETTER = 12;

/** Width and height. */
export const markSize = ({ shows }: MarkNode): Points => SIZES[typeof shows === 'number' ? 'ball' : 'status'];

export function layMark(node: MarkNode, frame: Rect, context: SlideContext): Group | Shape {
  const size = markSize(node);
  const square = { ...frame, width: size, height: size };
  return typeof node.shows === 'number'
    ? layBall(node, node.shows, square, context)
    : layStatus(node, node.shows, square, context);
}

const PLAIN = { kind: 'shape', facts: [], placeholder: null, hatched: false, words: null } as const;
const QUARTERS = [null, 'quarter', 'half', 'three-quarters', 'ellipse'] as const;

/** A ring, and as much of its disc as there are quarters. */
function layBall(node: MarkNode, quarters: 0 | 1 | 2 | 3 | 4, frame: Rect, context: SlideContext): Group {
  const name = context.name(node.name);
  const { colour, origin } = node;
  const stroke = { colour, width: RING, dash: 'solid' } as const;
  const ring: Shape = {
    ...PLAIN,
    name: `${name} ring`,
    frame,
    origin,
    alt: '',
    geometry: 'ellipse',
    fill: null,
    stroke,
  };
  const geometry = QUARTERS[quarters];
  const part: Shape[] =
    geometry === null
      ? []
      : [{ ...PLAIN, name: `${name} part`, frame, origin, alt: '', geometry, fill: colour, stroke: null }];
  return { kind: 'group', name, frame, origin, facts: [], alt: node.alt, placeholder: null, items: [ring, ...part] };
}

function layStatus(node: MarkNode, status: Status, frame: Rect, context: SlideContext): Shape {
  const name = context.name(node.name);
  const { colour, letter, letterColour } = context.brand.status[status];
  const top = SHAPES[status] === 'triangle' ? hundredths(frame.height * TRIANGLE_TOP) : 0;
  const text = typeset(
    {
      name: `${name} letter`,
      paragraphs: [{ inlines: [plainRun(letter, node.origin)], list: null, origin: node.origin }],
      role: 'value',
      colour: letterColour,
      align: 'centre',
      anchor: 'middle',
      bold: true,
      placeholder: null,
      ground: colour,
      origin: node.origin,
    },
    LETTER,
    context,
  );
  const words = layBlock(text, { ...frame, y: frame.y + top, height: frame.height - top }, context, true);
  return {
    ...PLAIN,
    name,
    frame,
    origin: node.origin,
    alt: node.alt,
    geometry: SHAPES[status],
    fill: colour,
    stroke: null,
    words,
  };
}
