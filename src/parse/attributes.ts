/** Attributes of an element by their rule: tokens, colours, words, figures. What cannot be is reported, and the default holds. */
import { faultOf } from '../model/address.ts';
import { diagnose } from '../model/diagnostic.ts';
import { type Printed, type Quantity, UNKNOWN } from '../model/markup.ts';
import { nearest, suggestion } from '../model/nearest.ts';
import type { Origin } from '../model/origin.ts';
import { UNKNOWN_SLIDE, UNKNOWN_SOURCE, UNSAFE_LINK } from '../model/problems.ts';
import type { FactUse } from '../model/use.ts';
import { ELEMENTS } from './elements.ts';
import { cutMarkers, type Draft, inTemplate, noteFacts } from './parsing.ts';
import { checkUses } from './policy.ts';
import { BAD_ATTRIBUTE, MISSING_ATTRIBUTE, NOT_A_NUMBER } from './problems.ts';
import type { Element } from './tree.ts';

/** One of the tokens that the element's rule lists; null where it is left out and nothing stands in. */
export function tokenOf<T extends string>(draft: Draft, element: Element, name: string): T | null {
  const rule = ELEMENTS[element.name]!.attributes[name]!;
  const written = textOf(draft, element, name);
  if (written === null) return rule.default as T | null;
  if (rule.tokens.includes(written)) return written as T;
  const hint = suggestion(written, rule.tokens);
  reportValue(draft, element, name, `\`${name}\` of <${element.name}> is \`${written}\`.`, hint);
  return rule.default as T | null;
}

export const isYes = (draft: Draft, element: Element, name: string): boolean => tokenOf(draft, element, name) === 'yes';

/** A colour token of the brand; null for `none`, or where it is left out. */
export function colourOf(draft: Draft, element: Element, name = 'color'): string | null {
  const rule = ELEMENTS[element.name]!.attributes[name]!;
  const written = textOf(draft, element, name) ?? rule.default;
  if (written === null || (written === 'none' && name === 'fill')) return null;
  const { brand } = draft.parsing.source;
  if (brand.colours.has(written)) return written;
  const near = nearest(written, brand.colours.keys());
  const hint = near === null ? `the brand has ${[...brand.colours.keys()].join(', ')}` : `did you mean \`${near}\`?`;
  reportValue(draft, element, name, `The brand has no colour \`${written}\`.`, hint);
  return null;
}

/** The words of an attribute; null where it is left out. Facts in them count as shown. */
export function textOf(draft: Draft, element: Element, name: string): string | null {
  const rule = ELEMENTS[element.name]!.attributes[name]!;
  const written = element.attributes.get(name);
  if (written === undefined) {
    if (rule.required) reportMissing(draft, element, name);
    return null;
  }
  for (const part of cutMarkers(written, draft.parsing.markup)) {
    if (typeof part === 'string') continue;
    checkUses(draft, part.facts, originOf(element, part));
    noteFacts(draft, part.facts);
  }
  const plain = draft.parsing
    .plain(written)
    .replace(/[ \t\n\r\f]+/g, ' ')
    .trim();
  if (plain === '' && rule.required && printedOf(draft, element, name) !== UNKNOWN) reportMissing(draft, element, name);
  return plain === '' ? null : plain;
}

/** The one datum that an attribute prints; null where it prints none or something more. */
export function printedOf(draft: Draft, element: Element, name: string): Printed | null {
  const parts = cutMarkers(element.attributes.get(name) ?? '', draft.parsing.markup);
  const [only] = parts;
  return parts.length === 1 && typeof only === 'object' ? only : null;
}

export interface Figure {
  readonly quantity: Quantity;
  readonly origin: Origin;
}

/** The figure of an attribute; null where it is left out, or has no value and was reported. */
export function figureOf(draft: Draft, element: Element, name: string): Figure | null {
  const words = textOf(draft, element, name);
  const printed = printedOf(draft, element, name);
  if (printed?.quantity) return { quantity: printed.quantity, origin: originOf(element, printed) };
  if (words === null && (printed?.facts.length ?? 0) === 0) return null;
  const fact = printed?.facts[0];
  const shown = fact === undefined ? `\`${words}\`` : `The fact \`${fact.fact}\``;
  const known = fact === undefined ? undefined : draft.parsing.source.briefing.ledger.facts.get(fact.fact);
  const [first] = known?.members ?? [];
  const hint =
    first === undefined
      ? 'give it a fact or a number of the data'
      : `name a member, such as \`${fact!.fact}.${first.key}\``;
  const message = `${shown} is not one figure, which \`${name}\` of <${element.name}> needs.`;
  const origin = printed === null ? inTemplate(element.origin) : originOf(element, printed);
  draft.parsing.report(diagnose(NOT_A_NUMBER, draft.parsing.attributeOrigin(origin, name), message, { hint }));
  return null;
}

/** Notes the facts that stand behind an element without being printed. */
export function noteEvidence(draft: Draft, element: Element): readonly FactUse[] {
  const printed = printedOf(draft, element, 'fact');
  if (printed === null) return [];
  checkUses(draft, printed.facts, originOf(element, printed));
  noteFacts(draft, printed.facts);
  return printed.facts;
}

/** Positive numbers between spaces or commas: `8 4`. */
export function sharesOf(draft: Draft, element: Element, name: string): readonly number[] | null {
  const written = textOf(draft, element, name);
  if (written === null) return null;
  const shares = written.split(/[\s,]+/).map(Number);
  if (shares.every(share => share > 0 && Number.isFinite(share))) return shares;
  reportValue(draft, element, name, `\`${name}\` of <${element.name}> is \`${written}\`.`, 'such as `8 4`');
  return null;
}

/** A plain number, such as a bound of an axis; null where it is left out, or was reported. */
export function numberIn(draft: Draft, element: Element, name: string): number | null {
  const printed = printedOf(draft, element, name)?.quantity?.value;
  if (printed !== undefined && printed !== null) {
    textOf(draft, element, name);
    return printed;
  }
  const written = textOf(draft, element, name);
  if (written === null) return null;
  if (/^-?\d{1,15}(\.\d+)?$/.test(written)) return Number(written);
  reportValue(draft, element, name, `\`${name}\` of <${element.name}> is \`${written}\`.`, 'a number such as `40`');
  return null;
}

/** A whole number, from 1 unless said otherwise. */
export function countOf(draft: Draft, element: Element, name: string, least: 0 | 1 = 1): number {
  const rule = ELEMENTS[element.name]!.attributes[name]!;
  const written = textOf(draft, element, name) ?? rule.default;
  if (written === null) return least;
  if (/^(0|[1-9]\d?)$/.test(written) && Number(written) >= least) return Number(written);
  reportValue(
    draft,
    element,
    name,
    `\`${name}\` of <${element.name}> is \`${written}\`.`,
    `a whole number from ${least} to 99`,
  );
  return least;
}

/** A point of a picture, in shares from its left and its top: `centre`, `top-left`, `30% 60%`. */
export function focusOf(draft: Draft, element: Element, name: string): { readonly x: number; readonly y: number } {
  const written = textOf(draft, element, name) ?? 'centre';
  const shares = /^(\d{1,2}|100)% (\d{1,2}|100)%$/.exec(written);
  if (shares !== null) return { x: Number(shares[1]) / 100, y: Number(shares[2]) / 100 };
  if (!/^(?:cent(?:re|er)|top|bottom|(?:(?:top|bottom)-)?(?:left|right))$/.test(written))
    reportValue(
      draft,
      element,
      name,
      `\`${name}\` of <${element.name}> is \`${written}\`.`,
      'such as `top-left` or `30% 60%`',
    );
  const share = (first: string, last: string): number =>
    written.includes(first) ? 0 : written.includes(last) ? 1 : 0.5;
  return { x: share('left', 'right'), y: share('top', 'bottom') };
}

/** A slide or section of the deck by id; null where it is not there. */
export function targetOf(draft: Draft, element: Element, name: string): string | null {
  const id = textOf(draft, element, name);
  if (id === null) return null;
  return isTarget(draft, id, valueOrigin(draft, element, name)) ? id : null;
}

/** A source of the ledger by id; null where it is not there. */
export function sourceIdOf(draft: Draft, element: Element, name: string): string | null {
  const id = textOf(draft, element, name);
  const { sources } = draft.parsing.source.briefing.ledger;
  if (id === null || sources.has(id)) return id;
  const origin = valueOrigin(draft, element, name);
  const hint = suggestion(id, sources.keys());
  draft.parsing.report(diagnose(UNKNOWN_SOURCE, origin, `The ledger has no source \`${id}\`.`, { hint }));
  return null;
}

/** A safe address; null where it was reported. */
export function addressOf(draft: Draft, element: Element, name: string): string | null {
  const address = textOf(draft, element, name);
  if (address === null) return null;
  const origin = valueOrigin(draft, element, name);
  if (address.startsWith('#')) return isTarget(draft, address.slice(1), origin) ? address : null;
  const fault = faultOf(address);
  if (fault === null) return address;
  draft.parsing.report(diagnose(UNSAFE_LINK, origin, fault.message, { hint: fault.hint }));
  return null;
}

/** Whether the deck has a slide or a section of the name; reported where it has not. */
export function isTarget(draft: Draft, id: string, origin: Origin): boolean {
  const { slides, sections } = draft.parsing.markup;
  if (slides.some(slide => slide.id === id) || sections.some(section => section.id === id)) return true;
  const known = [...slides, ...sections].map(item => item.id);
  draft.parsing.report(
    diagnose(UNKNOWN_SLIDE, origin, `This deck has no slide \`${id}\`.`, { hint: suggestion(id, known) }),
  );
  return false;
}

/** Where a printed datum stands, and the tag that shows it. */
export const originOf = ({ origin }: Element, printed: Printed): Origin => ({
  ...printed.origin,
  template: origin.template,
});

/** Where the value of an attribute comes from: the datum it prints, else the template. */
export function valueOrigin(draft: Draft, element: Element, name: string): Origin {
  const printed = printedOf(draft, element, name);
  const origin = printed === null ? inTemplate(element.origin) : originOf(element, printed);
  return draft.parsing.attributeOrigin(origin, name);
}

function reportValue(draft: Draft, element: Element, name: string, message: string, hint: string | null): void {
  draft.parsing.report(diagnose(BAD_ATTRIBUTE, valueOrigin(draft, element, name), message, { hint }));
}

function reportMissing(draft: Draft, element: Element, name: string): void {
  const origin = element.attributes.has(name) ? element.origin : inTemplate(element.origin);
  const message = `<${element.name}> needs \`${name}\`.`;
  draft.parsing.report(diagnose(MISSING_ATTRIBUTE, origin, message));
}
