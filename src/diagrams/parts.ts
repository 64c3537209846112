/** What a diagram reads of its parts, and what all that it draws has in common. */
import type { ColourToken } from '../model/brand.ts';
import type { DiagramPart } from '../model/node.ts';
import { NOWHERE } from '../model/origin.ts';
import type { Connector, Shape } from '../model/scene.ts';
import { type Inlines, type Paragraph, plainText } from '../model/text.ts';
import { hundredths, type Point, type Points } from '../model/units.ts';
import type { SetWords } from './kind.ts';

/** The words of an attribute; null where it says nothing. */
export const plainOf = (part: DiagramPart, name: string): string | null => part.values.get(name)?.plain ?? null;

/** The words of an attribute as runs; none where it says nothing. */
export const inlinesOf = (part: DiagramPart, name: string): Inlines => part.values.get(name)?.inlines ?? [];

/** Runs as a paragraph of their own; none where there are none. */
export const paragraphOf = (inlines: Inlines, { origin }: Pick<DiagramPart, 'origin'>): readonly Paragraph[] =>
  inlines.length === 0 ? [] : [{ inlines, list: null, origin }];

/** The words between the tags of a part. */
export const wordsOf = ({ words }: DiagramPart): string => words.map(({ inlines }) => plainText(inlines)).join(' ');

/** The parts of one kind. */
export const partsOf = (diagram: DiagramPart, kind: string): readonly DiagramPart[] =>
  diagram.parts.filter(part => part.kind === kind);

/** What an item has that shows nothing of the data and says nothing to a screen reader. */
export const BARE = { facts: [], placeholder: null, alt: '', origin: NOWHERE } as const;

export const shapeOf = (
  name: string,
  geometry: Shape['geometry'],
  frame: Shape['frame'],
  fill: ColourToken | null,
): Shape => ({ ...BARE, kind: 'shape', name, frame, geometry, fill, hatched: false, stroke: null, words: null });

/** A straight line. `from` and `to` stay glued to the items that they name. */
export const lineOf = (
  name: string,
  from: Point & { readonly item?: string },
  to: Point & { readonly item?: string },
  colour: ColourToken,
): Connector => ({
  ...BARE,
  kind: 'connector',
  name,
  frame: {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: hundredths(Math.abs(from.x - to.x)),
    height: hundredths(Math.abs(from.y - to.y)),
  },
  from: { x: from.x, y: from.y, item: from.item ?? null },
  to: { x: to.x, y: to.y, item: to.item ?? null },
  stroke: { colour, width: 1, dash: 'solid' },
  corners: [],
  arrow: 'none',
});

/** A line that turns twice by right angles, upright at `turn`. */
export const elbowOf = (
  name: string,
  from: Point & { readonly item?: string },
  to: Point & { readonly item?: string },
  turn: Points,
  colour: ColourToken,
): Connector => ({
  ...lineOf(name, from, to, colour),
  corners: [
    { x: turn, y: from.y },
    { x: turn, y: to.y },
  ],
});

/** The shape with words typed into it, `inset` points from its edges. */
export function withWords(
  shape: Shape,
  words: SetWords,
  inset: { readonly across: Points; readonly down: Points },
): Shape {
  const { x, y, width, height } = shape.frame;
  const laid = words.lay(shape.name, {
    x: hundredths(x + inset.across),
    y: hundredths(y + inset.down),
    width: hundredths(width - 2 * inset.across),
    height: hundredths(height - 2 * inset.down),
  });
  return { ...shape, words: laid, facts: laid.facts, origin: laid.origin, alt: null };
}
