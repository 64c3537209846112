/** The one walk that reads data by its contract: it validates, boxes, fills in what is absent, and reports each fault once. */
import type { Contract } from '../model/contract.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { nearest, suggestion } from '../model/nearest.ts';
import { at } from '../model/origin.ts';
import { type Content, type ContentMap, contentMap, type Provenance } from '../model/value.ts';
import { below } from './content.ts';
import type { Context } from './context.ts';
import { accepts, wanted } from './kinds.ts';
import { BAD_KEY, MISSING_KEY, UNKNOWN_KEY, WRONG_COUNT } from './problems.ts';
import { readDefault, readFlag, readNumber, readToken, wrongType } from './scalar.ts';
import { SHAPES } from './shapes.ts';
import { type DataNode, type Entry, isEmpty, type MapNode } from './tree.ts';

/**
 * Reads a node by a contract. `spot` is the key that holds it: what is missing in a map is reported there.
 * Gives null for what is absent, and for what was reported.
 */
export function walk(node: DataNode | null, contract: Contract, spot: Provenance, context: Context): Content {
  if (node === null || isEmpty(node)) return readDefault(contract, spot);
  if (contract.oneOf !== undefined) return walkOneOf(node, contract.oneOf, spot, context);
  if (contract.$ref !== undefined) return SHAPES[contract.$ref](node, contract, spot, context, walk);
  switch (contract.type) {
    case 'object':
      return walkMap(node, contract, spot, context);
    case 'array':
      return walkList(node, contract, spot, context);
    case 'number':
    case 'integer':
      return readNumber(node, contract, spot.pointer, context);
    case 'boolean':
      return readFlag(node, spot.pointer, context);
    case 'string':
      return readToken(node, contract, spot.pointer, context);
    default:
      return walkAny(node, contract, spot, context);
  }
}

/** A map with the keys of its contract; null only where the node is no map. */
function walkMap(node: DataNode, contract: Contract, spot: Provenance, context: Context): ContentMap | null {
  if (node.kind !== 'map') {
    context.report(wrongType('a map', node, at(node.place, spot.pointer), mapHint(node, contract)));
    return null;
  }
  const properties = contract.properties ?? {};
  const entries: [string, Content][] = Object.keys(properties).map(key => [key, null]);
  const read = new Map<string, Content>(entries);
  for (const entry of node.entries) {
    const known = Object.hasOwn(properties, entry.key) ? properties[entry.key]! : contract.additionalProperties;
    if (known === undefined || known === false) context.report(unknownKey(entry, node, properties, spot));
    else if (admits(entry, contract, spot, context))
      read.set(
        entry.key,
        walk(entry.value, known, { pointer: below(spot.pointer, entry.key), place: entry.place }, context),
      );
  }
  count(node.entries.length, { least: contract.minProperties, most: contract.maxProperties }, spot, context);
  fill(node, contract, spot, read, context);
  return contentMap(read, spot);
}

/** Words where a map is wanted whose one required key is a text: `{text: one}`. */
function mapHint(node: DataNode, { required = [], properties = {} }: Contract): string | null {
  const [key, ...others] = required;
  const isText = key !== undefined && others.length === 0 && properties[key]?.$ref === 'text';
  return isText && node.kind === 'scalar' ? `write \`{${key}: ${node.raw}}\`` : null;
}

/** Sets the defaults of absent keys and reports those that are required. */
function fill(node: MapNode, contract: Contract, spot: Provenance, read: Map<string, Content>, context: Context): void {
  const { properties = {}, additionalProperties: others = false } = contract;
  const written = new Map(node.entries.map(entry => [entry.key, entry]));
  for (const [key, property] of Object.entries(properties))
    if (!written.has(key)) read.set(key, readDefault(property, spot));
  // A key that was reported as a slip of the required one, or as required without being declared, is not missing too.
  const strangers = others === false ? node.entries.filter(({ key }) => !Object.hasOwn(properties, key)) : [];
  const meant = new Set(strangers.map(({ key }) => nearest(key, free(node, properties))));
  for (const key of contract.required ?? []) {
    const entry = written.get(key);
    if (entry === undefined ? meant.has(key) || !Object.hasOwn(properties, key) : !isEmpty(entry.value)) continue;
    if (entry === undefined) {
      const what = properties[key]?.description;
      const message = `The key \`${key}\` is missing.`;
      context.report(
        diagnose(MISSING_KEY, at(spot.place, spot.pointer), message, {
          hint: what === undefined ? null : `${key}: ${what}`,
        }),
      );
    } else {
      const message = `The key \`${key}\` is empty.`;
      context.report(diagnose(MISSING_KEY, at(entry.place, below(spot.pointer, key)), message));
    }
  }
}

/** Whether a key has the form that its contract wants; reported where not. */
export function admits(entry: Entry, contract: Contract, spot: Provenance, context: Context): boolean {
  const pattern = contract.propertyNames?.pattern;
  if (pattern === undefined || new RegExp(pattern, 'u').test(entry.key)) return true;
  if (Object.hasOwn(contract.properties ?? {}, entry.key)) return true;
  const kebab = entry.key
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .toLowerCase();
  const hint = new RegExp(pattern, 'u').test(kebab) ? `write \`${kebab}\`` : `the form is ${pattern}`;
  const message = `\`${entry.key}\` is not a name that may stand here.`;
  context.report(diagnose(BAD_KEY, at(entry.place, below(spot.pointer, entry.key)), message, { hint }));
  return false;
}

function unknownKey(
  entry: Entry,
  node: MapNode,
  properties: Readonly<Record<string, Contract>>,
  spot: Provenance,
): Diagnostic {
  const message = `There is no key \`${entry.key}\` here.`;
  return diagnose(UNKNOWN_KEY, at(entry.place, below(spot.pointer, entry.key)), message, {
    hint: suggestion(entry.key, free(node, properties)),
  });
}

/** The keys of a contract that a map does not have. */
function free(node: MapNode, properties: Readonly<Record<string, Contract>>): readonly string[] {
  const written = new Set(node.entries.map(({ key }) => key));
  return Object.keys(properties).filter(key => !written.has(key));
}

function walkList(node: DataNode, contract: Contract, spot: Provenance, context: Context): Content {
  if (node.kind !== 'list') {
    context.report(
      wrongType(
        'a list',
        node,
        at(node.place, spot.pointer),
        node.kind === 'scalar' ? `write \`[${node.raw}]\`` : null,
      ),
    );
    return null;
  }
  const { minItems, maxItems } = contract;
  count(node.items.length, { least: minItems, most: maxItems }, spot, context);
  const items = node.items.map((item, index) => {
    const pointer = below(spot.pointer, index);
    if (isEmpty(item))
      context.report(diagnose(MISSING_KEY, at(item.place, pointer), `Item ${index + 1} of the list is empty.`));
    return walk(item, contract.items ?? {}, { pointer, place: item.place }, context);
  });
  return Object.freeze(items);
}

function count(
  found: number,
  { least = 0, most = Number.POSITIVE_INFINITY }: { least: number | undefined; most: number | undefined },
  spot: Provenance,
  context: Context,
): void {
  if (found >= least && found <= most) return;
  context.report(diagnose(WRONG_COUNT, at(spot.place, spot.pointer), countSentence(found, least, most)));
}

/** `7 items; at most 6 are allowed.` */
function countSentence(count: number, minItems: number, maxItems: number): string {
  const items = count === 1 ? 'There is 1 item' : `There are ${count} items`;
  return count < minItems ? `${items}; at least ${minItems} are needed.` : `${items}; at most ${maxItems} are allowed.`;
}

/** The choice that the node's kind singles out; where several are possible, the first that has no fault. */
function walkOneOf(node: DataNode, choices: readonly Contract[], spot: Provenance, context: Context): Content {
  const possible = choices.filter(choice => accepts(choice, node));
  if (possible.length === 0) {
    context.report(wrongType(choices.map(wanted).join(' or '), node, at(node.place, spot.pointer)));
    return null;
  }
  const trials = possible.map(choice => {
    const faults: Diagnostic[] = [];
    const content = walk(node, choice, spot, { ...context, report: fault => void faults.push(fault) });
    return { content, faults };
  });
  const best = trials.find(({ faults }) => faults.length === 0) ?? trials[0]!;
  best.faults.forEach(context.report);
  return best.content;
}

/** A contract without a type: by its keys where it has some, else whatever stands there. */
function walkAny(node: DataNode, contract: Contract, spot: Provenance, context: Context): Content {
  if (contract.properties !== undefined) return walkMap(node, contract, spot, context);
  if (contract.items !== undefined) return walkList(node, contract, spot, context);
  if (node.kind === 'map') return walkMap(node, { additionalProperties: {} }, spot, context);
  return node.kind === 'list' ? walkList(node, {}, spot, context) : readToken(node, contract, spot.pointer, context);
}
