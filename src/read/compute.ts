/** Facts that are computed from others: each once, after those that it needs. */
import { diagnose } from '../model/diagnostic.ts';
import type { Fact } from '../model/fact.ts';
import { suggestion } from '../model/nearest.ts';
import { at, type Place } from '../model/origin.ts';
import type { FactUse } from '../model/use.ts';
import { compute, type Expression, parseCalc, usesOf } from './calc.ts';
import type { Context } from './context.ts';
import type { Parts } from './parts.ts';
import { BAD_CALC, CALC_CYCLE, UNKNOWN_FACT } from './problems.ts';
import { childOf, type DataNode } from './tree.ts';
import { readUse } from './use.ts';

/** The drafts with the values of their expressions; one that cannot be computed keeps none, and was reported. */
export function computeFacts(
  parts: Parts,
  drafts: ReadonlyMap<string, Fact>,
  context: Context,
): ReadonlyMap<string, Fact> {
  const facts = new Map(drafts);
  const waiting = new Map<string, Formula>();
  for (const { key, value } of parts.facts) {
    const fact = drafts.get(key);
    const formula = fact?.calc == null ? null : readFormula(fact, childOf(value, 'calc')!, context);
    if (formula !== null) waiting.set(key, formula);
  }
  for (let ready = nextReady(waiting); ready !== null; ready = nextReady(waiting)) {
    waiting.delete(ready.fact.id);
    facts.set(ready.fact.id, { ...ready.fact, value: evaluate(ready, facts, context) });
  }
  reportCircles(waiting, context);
  return facts;
}

/** An expression whose names are all known. */
interface Formula {
  readonly fact: Fact;
  readonly node: DataNode;
  readonly tree: Expression;
  /** Ids of the facts that it needs. */
  readonly needs: readonly string[];
}

function readFormula(fact: Fact, node: DataNode, context: Context): Formula | null {
  const tree = parseCalc(fact.calc!);
  if ('message' in tree) {
    const start = node.place.start + (node.raw.startsWith(fact.calc!) ? 0 : 1) + tree.offset;
    const place: Place = { ...node.place, start: Math.min(start, node.place.end), end: node.place.end };
    context.report(diagnose(BAD_CALC, at(place, `${fact.pointer}/calc`), tree.message));
    return null;
  }
  const uses = usesOf(tree);
  const sound = uses.map(use => isKnown(use, fact, node, context));
  return sound.every(known => known) ? { fact, node, tree, needs: uses.map(({ name }) => useOf(name).fact) } : null;
}

function isKnown(use: ReturnType<typeof usesOf>[number], fact: Fact, node: DataNode, context: Context): boolean {
  const start = node.place.start + Math.max(0, node.raw.indexOf(fact.calc!)) + use.offset;
  const place = { ...node.place, start, end: start + use.name.length };
  const pointer = `${fact.pointer}/calc`;
  if (use.kind === 'fact') return readUse(use.name, place, pointer, context) !== null;
  if (context.index === null) return true;
  const members = context.index.get(use.name);
  if (members !== undefined && members.size > 0) return true;
  const message =
    members === undefined
      ? `There is no fact \`${use.name}\`.`
      : `\`${use.name}\` has one value; \`sum\` takes a fact with \`values\`.`;
  const hint = members === undefined ? suggestion(use.name, context.index.keys()) : `write \`$(${use.name})\``;
  context.report(diagnose(members === undefined ? UNKNOWN_FACT : BAD_CALC, at(place, pointer), message, { hint }));
  return false;
}

/** A formula that needs none of those that wait. */
function nextReady(waiting: ReadonlyMap<string, Formula>): Formula | null {
  for (const formula of waiting.values()) if (!formula.needs.some(id => waiting.has(id))) return formula;
  return null;
}

function evaluate(formula: Formula, facts: ReadonlyMap<string, Fact>, context: Context): number | null {
  const { fact, node, tree } = formula;
  const origin = at(node.place, `${fact.pointer}/calc`);
  const gaps: string[] = [];
  const value = compute(tree, use => {
    const { fact: id, member } = useOf(use.name);
    const source = facts.get(id);
    const values = (source?.members ?? []).filter(({ key }) => use.kind === 'sum' || key === member);
    const amounts = use.kind === 'sum' || member !== null ? values.map(one => one.value) : [source?.value ?? null];
    if (amounts.includes(null)) gaps.push(use.name);
    return amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
  });
  if (gaps.length > 0) {
    // A fact that failed by itself was reported there.
    const own = gaps.filter(name => facts.get(useOf(name).fact)?.calc === null);
    if (own.length > 0) context.report(diagnose(BAD_CALC, origin, `\`${own[0]}\` has no value to compute with.`));
    return null;
  }
  if (Number.isFinite(value)) return value;
  const hint = 'a divisor is zero, or a power is out of range';
  context.report(diagnose(BAD_CALC, origin, `The expression gives ${value}, which is no number.`, { hint }));
  return null;
}

function useOf(name: string): FactUse {
  const dot = name.indexOf('.');
  return { fact: dot === -1 ? name : name.slice(0, dot), member: dot === -1 ? null : name.slice(dot + 1) };
}

/** Every circle once, at the fact of it that stands first in the file; what merely leads into one is silent. */
function reportCircles(waiting: ReadonlyMap<string, Formula>, context: Context): void {
  const seen = new Set<string>();
  for (const start of waiting.keys()) {
    const trail: string[] = [];
    let id = start;
    while (!seen.has(id)) {
      seen.add(id);
      trail.push(id);
      id = waiting.get(id)!.needs.find(need => waiting.has(need))!;
    }
    const circle = trail.includes(id) ? trail.slice(trail.indexOf(id)) : [];
    if (circle.length === 0) continue;
    const { fact, node } = waiting.get(circle[0]!)!;
    const message = `The fact is computed from itself: ${[...circle, circle[0]].join(' → ')}.`;
    context.report(
      diagnose(CALC_CYCLE, at(node.place, `${fact.pointer}/calc`), message, { hint: 'give one of them a value' }),
    );
  }
}
