/** Diagrams in their frames: words set by the rules of the page, at the largest size that fits. */
import { DIAGRAMS, type DiagramContext, type DiagramDrawing, type SetWords, type Words } from '../diagrams/diagrams.ts';
import type { ColourToken } from '../model/brand.ts';
import { diagnose } from '../model/diagnostic.ts';
import type { Diagram } from '../model/node.ts';
import type { Group, Item } from '../model/scene.ts';
import type { Points, Rect } from '../model/units.ts';
import { factName } from '../model/use.ts';
import { heightAt, layBlock, narrowest, oneLineWidth, type Typeset, typeset } from './blocks.ts';
import type { SlideContext } from './context.ts';
import { balanceHeading } from './headings.ts';
import { FIGURE_TOO_SMALL } from './problems.ts';

/** The diagram as a group, at the largest size of its main words that fits, or the smallest. */
export function layDiagram(
  node: Diagram,
  frame: Rect,
  ground: ColourToken,
  largest: Points | null,
  context: SlideContext,
): Group {
  const named = { ...node, name: context.name(node.name) };
  const { drawn } = fitDiagram(named, frame, ground, largest, context);
  if (drawn.excess > 0) sayTooSmall(node, drawn.excess, frame, context);
  return grouped(named, frame, drawn.items);
}

/** The diagram at the largest size of its main words that fits, no larger than asked for, or the smallest. */
export function fitDiagram(
  { name, type, root }: Diagram,
  frame: Rect,
  ground: ColourToken,
  largest: Points | null,
  context: SlideContext,
): { readonly size: Points; readonly drawn: DiagramDrawing } {
  const kind = DIAGRAMS[type]!;
  const { brand, language, atlas } = context;
  const sizes = kind.sizes(brand);
  const set = (words: Words): SetWords => setterOf(typesetWords(words, context), context);
  for (let size = largest ?? sizes.largest; ; size--) {
    const given = { brand, language, name, ground, size, set, atlas } satisfies DiagramContext;
    const drawn = kind.draw(root, frame, given);
    if (drawn.excess <= 0 || size <= sizes.smallest) return { size, drawn };
  }
}

function sayTooSmall(node: Diagram, excess: Points, frame: Rect, context: SlideContext): void {
  const message = `The ${node.type} lacks ${Math.ceil(excess)} pt for its words at their smallest size.`;
  context.report(
    diagnose(FIGURE_TOO_SMALL, node.origin, message, {
      hint: DIAGRAMS[node.type]!.advice,
      slide: { id: context.id, number: context.number },
      frame,
    }),
  );
}

function grouped(node: Diagram, frame: Rect, items: readonly Item[]): Group {
  const facts = new Map(items.flatMap(item => item.facts.map(use => [factName(use), use] as const)));
  return {
    kind: 'group',
    name: node.name,
    frame,
    origin: node.origin,
    facts: [...facts.values()],
    alt: node.alt,
    placeholder: null,
    items,
  };
}

/** Stanzas below each other; the last gives the block its size. */
function typesetWords({ stanzas, ...look }: Words, context: SlideContext): Typeset {
  const set = stanzas.map(({ paragraphs, size, gap = 0, ...stanza }) => {
    const text = typeset({ ...look, ...stanza, name: '', placeholder: null, paragraphs }, size, context);
    const solid = text.paragraphs.map((paragraph, index) => ({ ...paragraph, spaceBefore: index === 0 ? gap : 0 }));
    return { ...text, paragraphs: solid };
  });
  return {
    ...set.at(-1)!,
    paragraphs: set.flatMap(({ paragraphs }) => paragraphs),
    measured: set.flatMap(({ measured }) => measured),
  };
}

const setterOf = (text: Typeset, context: SlideContext): SetWords => ({
  heightAt: width => heightAt(text, width),
  narrowest: narrowest(text),
  oneLine: oneLineWidth(text),
  balanced: width => setterOf(balanceHeading(text, width, context), context),
  lay: (name, frame) => layBlock({ ...text, spec: { ...text.spec, name } }, frame, context),
});
