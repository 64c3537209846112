/** Figures whose unit has no room on their line have it on one of its own, below. */
import { type Box, type Node, PLAIN_BOX, type Text } from '../model/node.ts';
import type { Paragraph, Run } from '../model/text.ts';

/** The body with every unit below its figure; null where no figure has one. All of a slide are set alike. */
export function unitsBelow(body: Box): Box | null {
  const children = body.children.map(child => (child.kind === 'box' ? (unitsBelow(child) ?? child) : apart(child)));
  return children.every((child, index) => child === body.children[index]) ? null : { ...body, children };
}

/** Whether a figure has a unit of several words, which would outweigh it on its line. */
export const isWordy = (body: Box): boolean =>
  body.children.some(child =>
    child.kind === 'box'
      ? isWordy(child)
      : child.kind === 'text' && child.paragraphs.some(paragraph => /\S\s+\S/.test(unitIn(paragraph)?.text ?? '')),
  );

/** What a paragraph ends in. */
function unitIn({ inlines }: Paragraph): Run | undefined {
  const last = inlines.at(-1);
  return last?.kind === 'text' && last.role === 'unit' ? last : undefined;
}

/** The node itself where it has no unit. */
function apart(node: Node): Node {
  if (node.kind !== 'text' || !node.paragraphs.some(unitIn)) return node;
  const { name, origin } = node;
  const children = node.paragraphs.flatMap((paragraph): Text[] => {
    const unit = unitIn(paragraph);
    const figure = { ...paragraph, inlines: paragraph.inlines.filter(inline => inline !== unit) };
    const words = unit && { ...paragraph, inlines: [{ ...unit, text: unit.text.trim(), role: null }] };
    return [
      { ...node, paragraphs: [figure] },
      ...(words ? [{ ...node, name: `${name} unit`, role: 'unit', colour: null, paragraphs: [words] } as const] : []),
    ];
  });
  return { ...PLAIN_BOX, direction: 'column', name: `${name} with unit`, children, origin };
}
