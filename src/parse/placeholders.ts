/** Gives the placeholders that a layout offers for its body to the first nodes that can fill them. */
import type { PlaceholderName } from '../model/brand.ts';
import type { Box, Node } from '../model/node.ts';
import type { LayoutDesign } from '../model/scene.ts';

/** The body with its placeholders named, each at most once, in reading order. */
export function fillPlaceholders(body: Box, design: LayoutDesign): Box {
  const free = new Set(design.placeholders.map(({ name }) => name));
  return fillBox(body, free);
}

function fillBox(box: Box, free: Set<PlaceholderName>): Box {
  return { ...box, children: box.children.map(child => fill(child, free)) };
}

function fill(node: Node, free: Set<PlaceholderName>): Node {
  if (node.kind === 'box') return fillBox(node, free);
  const wanted = WANTED[node.kind];
  if (wanted === undefined || (node.kind === 'text' && node.role !== 'body')) return node;
  const name = wanted.find(candidate => free.delete(candidate));
  return name === undefined ? node : ({ ...node, placeholder: name } as Node);
}

const WANTED: Partial<Record<Node['kind'], readonly PlaceholderName[]>> = {
  text: ['body', 'body-2'],
  chart: ['chart'],
  table: ['table'],
  picture: ['picture'],
};
