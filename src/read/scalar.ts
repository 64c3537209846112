/** Numbers, flags and tokens: one scalar, checked against its contract and boxed. */
import type { Contract } from '../model/contract.ts';
import { diagnose, type Problem } from '../model/diagnostic.ts';
import { suggestion } from '../model/nearest.ts';
import { at, type Origin } from '../model/origin.ts';
import type { FlagValue, NumberValue, Provenance, TokenValue } from '../model/value.ts';
import type { Context } from './context.ts';
import { LOST_DIGITS, NOT_ALLOWED, NOT_FINITE, WRONG_TYPE } from './problems.ts';
import { type DataNode, describe } from './tree.ts';

const NUMBER = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const INFINITE = /^[-+]?\.(?:inf|nan)$/i;
const FLAG = /^(?:true|True|TRUE|false|False|FALSE)$/;

/** Whether a scalar is a number by YAML 1.2's core schema (10.3.2), octal and hexadecimal left out. */
export const isNumber = (node: DataNode): boolean =>
  node.kind === 'scalar' && node.plain && (NUMBER.test(node.text) || INFINITE.test(node.text));
export const isFlag = (node: DataNode): boolean => node.kind === 'scalar' && node.plain && FLAG.test(node.text);

/** A number as typed; null where it was reported. */
export function readNumber(node: DataNode, contract: Contract, pointer: string, context: Context): NumberValue | null {
  const origin = at(node.place, pointer);
  if (node.kind !== 'scalar' || !isNumber(node)) {
    context.report(
      wrongType(contract.type === 'integer' ? 'a whole number' : 'a number', node, origin, numberHint(node)),
    );
    return null;
  }
  const value = Number(node.text);
  const fault = (problem: Problem, message: string) => void context.report(diagnose(problem, origin, message));
  if (!Number.isFinite(value)) fault(NOT_FINITE, `${node.text} is not a finite number.`);
  else if (losesDigits(node.text))
    fault(LOST_DIGITS, `${node.text} has more digits than a number keeps: it would become ${value}.`);
  else if (contract.type === 'integer' && !Number.isInteger(value))
    fault(WRONG_TYPE, `${node.text} is not a whole number.`);
  else if (contract.minimum !== undefined && value < contract.minimum)
    fault(NOT_ALLOWED, `${node.text} is less than ${contract.minimum}.`);
  else if (contract.maximum !== undefined && value > contract.maximum)
    fault(NOT_ALLOWED, `${node.text} is more than ${contract.maximum}.`);
  else return { boxed: true, kind: 'number', value, source: node.text, pointer, place: node.place };
  return null;
}

/** `true` or `false`; null where it was reported. */
export function readFlag(node: DataNode, pointer: string, context: Context): FlagValue | null {
  if (node.kind === 'scalar' && isFlag(node))
    return { boxed: true, kind: 'flag', value: /^t/i.test(node.text), pointer, place: node.place };
  const word = node.kind === 'scalar' ? node.text.toLowerCase() : '';
  const meant = /^(?:yes|on|y|true)$/.test(word) ? 'true' : /^(?:no|off|n|false)$/.test(word) ? 'false' : null;
  const hint = meant === null ? null : `write \`${meant}\`, without quotes`;
  context.report(wrongType('true or false', node, at(node.place, pointer), hint));
  return null;
}

/** A word, exactly as typed; null where it was reported. */
export function readToken(node: DataNode, contract: Contract, pointer: string, context: Context): TokenValue | null {
  const origin = at(node.place, pointer);
  if (node.kind !== 'scalar') {
    context.report(
      wrongType(contract.enum === undefined ? 'text' : `one of ${contract.enum.join(', ')}`, node, origin),
    );
    return null;
  }
  const refusal = refuse(node.text, contract);
  if (refusal !== null) {
    context.report(diagnose(NOT_ALLOWED, origin, refusal.message, { hint: refusal.hint }));
    return null;
  }
  return { boxed: true, kind: 'token', value: node.text, pointer, place: node.place };
}

/** The diagnostic for a value of another type than expected. */
export const wrongType = (expected: string, node: DataNode, origin: Origin, hint: string | null = null) =>
  diagnose(WRONG_TYPE, origin, `Expected ${expected}, found ${describe(node)}.`, { hint });

/** A contract's default as if it had been written. */
export function readDefault(contract: Contract, spot: Provenance): NumberValue | FlagValue | TokenValue | null {
  const value = contract.default;
  if (value === undefined) return null;
  if (typeof value === 'number') return { boxed: true, kind: 'number', value, source: String(value), ...spot };
  if (typeof value === 'boolean') return { boxed: true, kind: 'flag', value, ...spot };
  return { boxed: true, kind: 'token', value, ...spot };
}

function refuse(text: string, contract: Contract): { message: string; hint: string | null } | null {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = contract;
  if (contract.enum !== undefined && !contract.enum.includes(text))
    return { message: `\`${text}\` is not one of the words allowed here.`, hint: suggestion(text, contract.enum) };
  if (contract.pattern !== undefined && !new RegExp(contract.pattern, 'u').test(text))
    return {
      message: `\`${text}\` is not of the form that is wanted here.`,
      hint: contract.description ?? `the form is ${contract.pattern}`,
    };
  if (text.length < minLength)
    return { message: `The text has ${text.length} characters; at least ${minLength} are needed.`, hint: null };
  if (text.length > maxLength)
    return { message: `The text has ${text.length} characters; ${maxLength} are allowed.`, hint: null };
  return null;
}

function numberHint(node: DataNode): string | null {
  if (node.kind !== 'scalar') return null;
  const meant = withoutCommas(node.text.replace(/[_ '\u00A0\u202F]/g, ''));
  if (meant === null) return null;
  return meant.sure ? `write \`${meant.number}\`, without quotes or separators` : `did you mean \`${meant.number}\`?`;
}

/** A number typed with commas as one without: `1,000` groups by thousands; the one comma of `3,8` may be a decimal mark. */
export function withoutCommas(text: string): { readonly number: string; readonly sure: boolean } | null {
  const sure = !text.includes(',') || /^[-+]?[1-9]\d{0,2}(?:,\d{3})+(?!\d)[^,]*$/.test(text);
  const number = sure ? text.replaceAll(',', '') : text.replace(',', '.');
  return NUMBER.test(number) ? { number, sure } : null;
}

/** Whether a decimal has digits that a double does not keep: what it reads back as has others. */
function losesDigits(text: string): boolean {
  const digits = (source: string) =>
    source
      .replace(/[eE].*$/, '')
      .replace(/[-+.]/g, '')
      .replace(/^0+|0+$/g, '');
  return digits(text) !== digits(String(Number(text)));
}
