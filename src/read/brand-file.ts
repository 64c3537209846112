/** How to ask the tree of a brand file for a value. A value of another kind was reported by its contract: here it is absent. */
import { isNumber } from './scalar.ts';
import { type DataNode, entriesOf, isEmpty, type ScalarNode } from './tree.ts';

/** The node at a path of keys; null where it is absent or empty. */
export function nodeAt(node: DataNode | null, ...path: readonly string[]): DataNode | null {
  let here = node;
  for (const key of path) here = entriesOf(here).find(entry => entry.key === key)?.value ?? null;
  return here === null || isEmpty(here) ? null : here;
}

export function scalarAt(node: DataNode | null, ...path: readonly string[]): ScalarNode | null {
  const found = nodeAt(node, ...path);
  return found?.kind === 'scalar' ? found : null;
}

export const textAt = (node: DataNode | null, ...path: readonly string[]): string | null =>
  scalarAt(node, ...path)?.text ?? null;

export function numberAt(node: DataNode | null, ...path: readonly string[]): number | null {
  const found = scalarAt(node, ...path);
  const value = found !== null && isNumber(found) ? Number(found.text) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

export function listAt(node: DataNode | null, ...path: readonly string[]): readonly DataNode[] {
  const found = nodeAt(node, ...path);
  return found?.kind === 'list' ? found.items : [];
}
