/** What kind of node a contract takes: enough to choose among alternatives, and to say what was expected. */
import type { Contract, Shape } from '../model/contract.ts';
import { isFlag, isNumber } from './scalar.ts';
import type { DataNode } from './tree.ts';

/** Whether a node is of the kind that a contract takes, its content left aside. */
export function accepts(contract: Contract, node: DataNode): boolean {
  if (contract.oneOf !== undefined) return contract.oneOf.some(choice => accepts(choice, node));
  if (contract.$ref !== undefined) return SHAPE_KINDS[contract.$ref].includes(node.kind);
  switch (contract.type) {
    case 'object':
      return node.kind === 'map';
    case 'array':
      return node.kind === 'list';
    case 'number':
    case 'integer':
      return isNumber(node);
    case 'boolean':
      return isFlag(node);
    case 'string':
      return node.kind === 'scalar' && (contract.enum === undefined || contract.enum.includes(node.text));
    default:
      return contract.properties === undefined || node.kind === 'map';
  }
}

const SHAPE_KINDS: Readonly<Record<Shape, readonly DataNode['kind'][]>> = {
  text: ['scalar', 'map'],
  fact: ['scalar'],
  'labelled-fact': ['map'],
  series: ['scalar', 'list'],
  period: ['scalar'],
  highlight: ['scalar'],
  picture: ['map'],
  'slide-content': ['map'],
  contract: ['map'],
};

/** What a contract takes, for people: `a number`. */
export function wanted(contract: Contract): string {
  if (contract.oneOf !== undefined) return contract.oneOf.map(wanted).join(' or ');
  if (contract.$ref !== undefined) return SHAPE_WORDS[contract.$ref];
  if (contract.enum !== undefined) return `one of ${contract.enum.join(', ')}`;
  return TYPE_WORDS[contract.type ?? 'string'];
}

const TYPE_WORDS: Readonly<Record<NonNullable<Contract['type']>, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
};

const SHAPE_WORDS: Readonly<Record<Shape, string>> = {
  text: 'text',
  fact: 'the id of a fact',
  'labelled-fact': 'a map with `label` and `fact`',
  series: 'the id of a fact with several values, or a list of maps with `label` and `fact`',
  period: 'a date or period',
  highlight: 'true or false',
  picture: 'a map with `src` and `alt`',
  'slide-content': 'a map with `slide`',
  contract: 'a contract',
};
