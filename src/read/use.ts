/** A fact as data names it: `pledge`, `dram-share.samsung`, in text with `short` or `numeral` behind it. */
import { diagnose } from '../model/diagnostic.ts';
import { nearest, suggestion } from '../model/nearest.ts';
import { at, type Place } from '../model/origin.ts';
import { type FactForm, type FactUse, factName } from '../model/use.ts';
import type { Context } from './context.ts';
import { NEEDS_MEMBER, UNKNOWN_FACT, UNKNOWN_FORM, UNKNOWN_MEMBER } from './problems.ts';

/** What `$(…)` says: a use and how to word it; null where it was reported. */
export function readMention(
  written: string,
  place: Place,
  pointer: string,
  context: Context,
): { use: FactUse; form: FactForm } | null {
  const asked = /^(.*\S)\s+(short|numeral)\s*$/.exec(written);
  const form = (asked?.[2] ?? 'long') as FactForm;
  const name = (asked?.[1] ?? written).trim();
  const id = /^[^\s.]+/.exec(name)?.[0] ?? name;
  const words = /^[^\s.]+\s+(.+)$/.exec(name)?.[1];
  if (words !== undefined && context.index?.has(id)) {
    const message = `\`${words}\` is no form of a fact; there are \`short\` and \`numeral\`, and the long form without a word.`;
    context.report(diagnose(UNKNOWN_FORM, at(place, pointer), message, { hint: `write \`$(${id} short)\`` }));
    return null;
  }
  const use = readUse(name, place, pointer, context);
  return use === null ? null : { use, form };
}

/** `id` or `id.member`, known to the ledger and with one value; null where it was reported. */
export function readUse(name: string, place: Place, pointer: string, context: Context): FactUse | null {
  const dot = name.indexOf('.');
  const use: FactUse = {
    fact: dot === -1 ? name : name.slice(0, dot),
    member: dot === -1 ? null : name.slice(dot + 1),
  };
  if (context.index === null) return use;
  const members = context.index.get(use.fact);
  const origin = at({ ...place, end: Math.min(place.end, place.start + name.length) }, pointer);
  if (members === undefined) {
    const near = nearest(use.fact, context.index.keys());
    const hint =
      near === null ? 'add it to the facts, or write `\\$(` for a plain bracket' : `did you mean \`${near}\`?`;
    context.report(diagnose(UNKNOWN_FACT, origin, `There is no fact \`${use.fact}\`.`, { hint }));
    return null;
  }
  if (use.member === null && members.size > 0) {
    const example = factName({ fact: use.fact, member: [...members][0]! });
    const message = `\`${use.fact}\` has ${members.size} values; one is wanted here.`;
    context.report(diagnose(NEEDS_MEMBER, origin, message, { hint: `name one of them, such as \`${example}\`` }));
    return null;
  }
  if (use.member !== null && !members.has(use.member)) {
    const start = Math.min(place.end, place.start + dot + 1);
    const message = `The fact \`${use.fact}\` has no member \`${use.member}\`.`;
    const hint = members.size === 0 ? `it has one value: write \`${use.fact}\`` : suggestion(use.member, members);
    context.report(diagnose(UNKNOWN_MEMBER, at({ ...origin.data!, start }, pointer), message, { hint }));
    return null;
  }
  return use;
}
