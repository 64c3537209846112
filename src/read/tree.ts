/** YAML as contracts see it: aliases resolved, keys in file order, every node with its place and its source. */
import type { Place } from '../model/origin.ts';

/** A stretch of a file's text that is YAML: all of it, or the front matter of a template. */
export interface Stretch {
  readonly file: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface NodeBase {
  readonly place: Place;
  /** The node as it stands in the file. */
  readonly raw: string;
  /** How many nodes it stands for, aliases counted in full. */
  readonly size: number;
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  /** As typed where it is plain; unescaped where it is quoted. */
  readonly text: string;
  /** Without quotes: the only scalars that can be numbers, flags or empty. */
  readonly plain: boolean;
}
export interface ListNode extends NodeBase {
  readonly kind: 'list';
  readonly items: readonly DataNode[];
}
export interface Entry {
  readonly key: string;
  /** Of the key. */
  readonly place: Place;
  readonly value: DataNode;
}
export interface MapNode extends NodeBase {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
}
export type DataNode = ScalarNode | ListNode | MapNode;

/** Whether a value was left empty: nothing, `~` or `null`. */
export const isEmpty = (node: DataNode): boolean =>
  node.kind === 'scalar' && node.plain && /^(?:|~|null|Null|NULL)$/.test(node.text);

/** The entries of a map; none where the node is absent or something else. */
export const entriesOf = (node: DataNode | null): readonly Entry[] => (node?.kind === 'map' ? node.entries : []);

/** The value of a key; null where it is absent or empty. */
export function childOf(node: DataNode | null, key: string): DataNode | null {
  const value = entriesOf(node).find(entry => entry.key === key)?.value;
  return value === undefined || isEmpty(value) ? null : value;
}

/** What a node is, for people: `the text "foo"`, `a list of 3`, `a map with the keys a, b`. */
export function describe(node: DataNode): string {
  if (node.kind === 'list') return `a list of ${node.items.length}`;
  if (node.kind === 'map') return 'a map';
  if (isEmpty(node)) return 'nothing';
  const text = node.text.length > 40 ? `${node.text.slice(0, 39)}…` : node.text;
  return `\`${text.replace(/\s+/g, ' ')}\``;
}

/** The map with the keys that `keep` wants, and no others. */
export const only = (map: MapNode, keep: (key: string) => boolean): MapNode => ({
  ...map,
  entries: map.entries.filter(({ key }) => keep(key)),
});
