/** How to ask the tree of a brand file for a value, and whether it keeps to its contract. */
import type { Contract } from '../model/contract.ts';
import { diagnose, type Report } from '../model/diagnostic.ts';
import { suggestion } from '../model/nearest.ts';
import { at } from '../model/origin.ts';
import { NOT_ALLOWED, UNKNOWN_KEY, WRONG_TYPE } from './problems.ts';
import { type DataNode, describe, entriesOf, isEmpty, type ScalarNode } from './tree.ts';

/** Reports what in a brand file its contract does not allow. */
export function checkBrandFile(node: DataNode, contract: Contract, path: string, report: Report): void {
  if (isEmpty(node)) return;
  const choices = contract.oneOf ?? [contract];
  const chosen = choices.find(choice => fits(node, choice));
  if (chosen === undefined) {
    const wanted = choices.map(choice => KINDS[choice.type ?? 'string']).join(' or ');
    report(diagnose(WRONG_TYPE, at(node.place), `\`${path}\` takes ${wanted}, not ${describe(node)}.`));
    return;
  }
  if (node.kind === 'list') for (const item of node.items) checkBrandFile(item, chosen.items ?? {}, path, report);
  if (node.kind === 'scalar') checkScalar(node, chosen, path, report);
  if (node.kind !== 'map' || chosen.type === undefined) return;
  const known = chosen.properties ?? {};
  for (const { key, place, value } of entriesOf(node)) {
    const next = Object.hasOwn(known, key) ? known[key]! : chosen.additionalProperties || null;
    if (next !== null) checkBrandFile(value, next, path === '' ? key : `${path}.${key}`, report);
    else {
      const message = `There is no key \`${key}\` in ${path === '' ? 'a brand file' : `\`${path}\``}.`;
      report(diagnose(UNKNOWN_KEY, at(place), message, { hint: suggestion(key, Object.keys(known)) }));
    }
  }
}

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
  return found !== null && isNumber(found) ? Number(found.text) : null;
}

export function listAt(node: DataNode | null, ...path: readonly string[]): readonly DataNode[] {
  const found = nodeAt(node, ...path);
  return found?.kind === 'list' ? found.items : [];
}

const isNumber = (node: ScalarNode): boolean => node.plain && /^-?[0-9]+(\.[0-9]+)?$/.test(node.text);

function checkScalar(node: ScalarNode, contract: Contract, path: string, report: Report): void {
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = contract;
  if (contract.pattern !== undefined && !new RegExp(contract.pattern).test(node.text)) {
    const wanted = contract.description ?? contract.pattern;
    report(diagnose(NOT_ALLOWED, at(node.place), `\`${path}\` is ${describe(node)}; it is written as ${wanted}.`));
  }
  const value = Number(node.text);
  if (value < minimum || value > maximum) {
    const range = maximum === Number.POSITIVE_INFINITY ? `at least ${minimum}` : `between ${minimum} and ${maximum}`;
    report(diagnose(NOT_ALLOWED, at(node.place), `\`${path}\` is ${node.text}; it must be ${range}.`));
  }
}

const KINDS = {
  object: 'a map',
  array: 'a list',
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
} as const;

function fits(node: DataNode, { type }: Contract): boolean {
  if (type === undefined) return true;
  if (type === 'object') return node.kind === 'map';
  if (type === 'array') return node.kind === 'list';
  if (node.kind !== 'scalar') return false;
  return type === 'string' || (isNumber(node) && (type === 'number' || Number.isInteger(Number(node.text))));
}
