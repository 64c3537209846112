/** Gives the placeholders that a layout offers for its body to the first nodes that can fill them. */
import type { PlaceholderName } from '../model/brand.ts';
import type { Box, Node } from '../model/node.ts';
import type { LayoutDesign, Placeholder } from '../model/scene.ts';

/** The body with its placeholders named, each at most once, in reading order. */
export function fillPlaceholders(body: Box, design: LayoutDesign): Box {
  return fillBox(body, new Set(design.placeholders));
}

function fillBox(box: Box, free: Set<Placeholder>): Box {
  return { ...box, children: box.children.map(child => fill(child, free)) };
}

/** A text fills a placeholder for texts of its own role: a quote is no body. */
function fill(node: Node, free: Set<Placeholder>): Node {
  if (node.kind === 'box') return fillBox(node, free);
  const wanted = WANTED[node.kind] ?? [];
  const found = [...free].find(
    ({ name, role }) => wanted.includes(name) && (node.kind !== 'text' || node.role === role),
  );
  if (found === undefined) return node;
  free.delete(found);
  return { ...node, placeholder: found.name } as Node;
}

const WANTED: Partial<Record<Node['kind'], readonly PlaceholderName[]>> = {
  text: ['body', 'body-2'],
  chart: ['chart'],
  table: ['table'],
  picture: ['picture'],
};
