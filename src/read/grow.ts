/** From the parser's nodes to our tree: aliases resolved, limits kept, and the traps of YAML found on the way. */
import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  type Pair,
  type ParsedNode,
  type Scalar,
} from 'yaml';
import { type Diagnostic, diagnose, type Problem } from '../model/diagnostic.ts';
import { FORBIDDEN_CHARACTERS } from '../model/language.ts';
import { suggestion } from '../model/nearest.ts';
import { at, type Place } from '../model/origin.ts';
import { forbidden } from './decode.ts';
import { BAD_KEY, FORBIDDEN_CHARACTER, LIMIT_DEPTH, LIMIT_NODES, UNKNOWN_ALIAS } from './problems.ts';
import { anchorTrap, commaTrap, commentTrap, quoteHint, tagTrap, twinTrap } from './traps.ts';
import type { DataNode, Entry, MapNode, ScalarNode, Stretch } from './tree.ts';

/** Deeper than any contract by far, and far from the depth at which the parser gives up. */
const MAX_DEPTH = 100;
/** With aliases counted in full: 150 honest aliases pass, ten to the tenth do not. */
const MAX_NODES = 1_000_000;

export interface Growth {
  readonly tree: DataNode | null;
  readonly faults: readonly Diagnostic[];
  /** A limit was met: the tree is not to be used. */
  readonly exhausted: boolean;
}

interface Soil {
  readonly stretch: Stretch;
  readonly faults: Diagnostic[];
  /** Anchors met so far, in file order; a later one of the same name takes its place. */
  readonly anchors: Map<string, DataNode>;
  readonly unused: Map<string, ScalarNode>;
  exhausted: boolean;
}

/** The tree of a parsed document, with every fault that is not one of syntax. */
export function grow(document: Document.Parsed<ParsedNode>, stretch: Stretch): Growth {
  const soil: Soil = { stretch, faults: [], anchors: new Map(), unused: new Map(), exhausted: false };
  const tree = document.contents === null || isBlank(document.contents) ? null : growNode(soil, document.contents, 1);
  for (const { pos } of document.warnings) soil.faults.push(tagTrap(stretch, placeOf(soil, pos[0], pos[1])));
  for (const [name, node] of soil.unused) soil.faults.push(anchorTrap(stretch, name, node.place));
  const faults = soil.faults.sort((a, b) => a.origin.data!.start - b.origin.data!.start);
  return { tree, faults, exhausted: soil.exhausted };
}

const isBlank = (node: ParsedNode): boolean => isScalar(node) && node.source === '' && node.type === 'PLAIN';

function growNode(soil: Soil, node: unknown, depth: number): DataNode {
  if (isAlias(node)) return growAlias(soil, node as Alias.Parsed);
  const anchored = node as ParsedNode;
  const tree = isScalar(node) ? growScalar(soil, node as Scalar.Parsed) : growCollection(soil, anchored, depth);
  if (anchored.anchor) {
    soil.anchors.set(anchored.anchor, tree);
    if (tree.kind === 'scalar') soil.unused.set(anchored.anchor, tree);
  }
  if (tree.size > MAX_NODES) exhaust(soil, LIMIT_NODES, tree.place, nodesSentence(tree.size));
  return tree;
}

function growScalar(soil: Soil, node: Scalar.Parsed): ScalarNode {
  const place = placeOf(soil, node.range[0], node.range[1]);
  const raw = soil.stretch.text.slice(place.start, place.end);
  const text = String(node.value ?? '');
  const plain = node.type === 'PLAIN' || node.type === undefined;
  const lost = plain ? commentTrap(soil.stretch, place) : null;
  if (lost !== null) soil.faults.push(lost);
  if (!plain && raw.includes('\\')) {
    const match = FORBIDDEN_CHARACTERS.exec(text);
    if (match !== null) fault(soil, FORBIDDEN_CHARACTER, place, forbidden(match[0]), 'delete the escape');
  }
  return { kind: 'scalar', place, raw, size: 1, text: node.type?.startsWith('BLOCK') ? text.trimEnd() : text, plain };
}

function growCollection(soil: Soil, node: ParsedNode, depth: number): DataNode {
  const deep = depth > MAX_DEPTH;
  const place = placeOf(soil, node.range[0], deep ? node.range[1] : endOf(node));
  const raw = soil.stretch.text.slice(place.start, place.end);
  if (deep) exhaust(soil, LIMIT_DEPTH, place, `The file is nested deeper than ${MAX_DEPTH} levels.`);
  if (isMap(node) && !deep) return growMap(soil, node.items, node.flow === true, { place, raw }, depth);
  const items = isCollection(node) && !deep ? node.items : [];
  const grown = items.map(item => growNode(soil, isPair(item) ? item.value : item, depth + 1));
  return { kind: 'list', place, raw, size: total(grown), items: grown };
}

/** Where a node's last character stands: a block collection's range goes on to the next line and its comments. */
function endOf(node: unknown): number {
  if (isPair(node)) return endOf(node.value ?? node.key);
  if (isCollection(node) && !node.flow && node.items.length > 0) return endOf(node.items.at(-1));
  return (node as ParsedNode).range[1];
}

function growMap(
  soil: Soil,
  pairs: readonly unknown[],
  flow: boolean,
  base: { place: Place; raw: string },
  depth: number,
): MapNode {
  const entries: Entry[] = [];
  const keys = new Map<string, Place>();
  for (const pair of pairs as readonly Pair<ParsedNode, ParsedNode | null>[]) {
    const entry = growEntry(soil, pair, flow, entries.at(-1) ?? null, depth);
    if (entry === null) continue;
    const twin = keys.get(entry.key);
    if (twin === undefined) entries.push(entry);
    else soil.faults.push(twinTrap(soil.stretch, entry, twin));
    keys.set(entry.key, twin ?? entry.place);
  }
  return { kind: 'map', ...base, size: total(entries.map(entry => entry.value)), entries };
}

function growEntry(
  soil: Soil,
  pair: Pair<ParsedNode, ParsedNode | null>,
  flow: boolean,
  before: Entry | null,
  depth: number,
): Entry | null {
  const { key } = pair;
  const place = placeOf(soil, key?.range?.[0] ?? 0, key?.range?.[1] ?? 0);
  if (!isScalar(key) || key.source === '') {
    const braces = soil.stretch.text.startsWith('{', place.start);
    const hint = braces ? 'in data a fact is `$(id)`; braces make a map, so text with braces needs quotes' : null;
    fault(soil, BAD_KEY, place, 'A key must be a word, not a list or a map.', hint);
    return null;
  }
  if (pair.value === null && flow) {
    soil.faults.push(commaTrap(soil.stretch, String(key.value), place, before));
    return null;
  }
  const value: DataNode =
    pair.value === null
      ? { kind: 'scalar', place: { ...place, start: place.end }, raw: '', size: 1, text: '', plain: true }
      : growNode(soil, pair.value, depth + 1);
  return { key: String(key.value), place, value };
}

function growAlias(soil: Soil, node: Alias.Parsed): DataNode {
  const place = placeOf(soil, node.range[0], node.range[1]);
  const target = soil.anchors.get(node.source);
  if (target !== undefined) {
    soil.unused.delete(node.source);
    return target;
  }
  const near = suggestion(node.source, soil.anchors.keys());
  fault(
    soil,
    UNKNOWN_ALIAS,
    place,
    `\`*\` makes an alias, and there is no anchor \`&${node.source}\` above it.`,
    near ?? quoteHint(soil.stretch.text, place),
  );
  return { kind: 'scalar', place, raw: `*${node.source}`, size: 1, text: `*${node.source}`, plain: false };
}

const total = (nodes: readonly DataNode[]): number => nodes.reduce((sum, node) => sum + node.size, 1);
const nodesSentence = (size: number): string =>
  `With its aliases the file stands for ${size > 1e15 ? 'more than 10^15' : size} nodes; ${MAX_NODES} are allowed.`;

const placeOf = ({ stretch }: Soil, start: number, end: number): Place => ({
  file: stretch.file,
  start: stretch.start + start,
  end: stretch.start + end,
});

function fault(soil: Soil, problem: Problem, place: Place, message: string, hint: string | null): void {
  soil.faults.push(diagnose(problem, at(place), message, { hint }));
}

function exhaust(soil: Soil, problem: Problem, place: Place, message: string): void {
  if (!soil.exhausted) fault(soil, problem, place, message, null);
  soil.exhausted = true;
}
