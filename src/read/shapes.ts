/** The shapes that a contract names with `$ref`: what they take, and what they become. */
import { type Contract, type Shape, shortNames } from '../model/contract.ts';
import { diagnose } from '../model/diagnostic.ts';
import { suggestion } from '../model/nearest.ts';
import { at } from '../model/origin.ts';
import { factName } from '../model/use.ts';
import {
  type Content,
  type ContentMap,
  contentMap,
  type FactValue,
  isMap,
  isValue,
  NO_PLACES,
  type Provenance,
  type TextValue,
  type TokenValue,
} from '../model/value.ts';
import { loadPicture } from '../pictures/pictures.ts';
import { below } from './content.ts';
import type { Context } from './context.ts';
import { CONTRACT, LABELLED_FACT, PICTURE } from './contracts/shapes.ts';
import { EXPLICIT_SLIDE } from './contracts/slide.ts';
import { parsePeriod } from './period.ts';
import { BAD_PERIOD, MISSING_KEY, UNKNOWN_TEMPLATE, WRONG_COUNT, WRONG_TYPE } from './problems.ts';
import { readFlag, wrongType } from './scalar.ts';
import { readText } from './text.ts';
import { childOf, type DataNode, describe } from './tree.ts';
import { readUse } from './use.ts';

type Walk = (node: DataNode | null, contract: Contract, spot: Provenance, context: Context) => Content;
/** A shape's reader gets the walk as an argument, because walk itself looks shapes up. */
type ShapeReader = (node: DataNode, contract: Contract, spot: Provenance, context: Context, walk: Walk) => Content;

export const SHAPES: Readonly<Record<Shape, ShapeReader>> = {
  text: readText,
  fact: (node, _, spot, context) => readFact(node, spot, context),
  'labelled-fact': readLabelledFact,
  series: readSeries,
  period: readPeriod,
  highlight: (node, _, spot, context) => readFlag(node, spot.pointer, context),
  picture: readPicture,
  'slide-content': readSlideContent,
  contract: (node, _, spot, context, walk) => walk(node, CONTRACT, spot, context),
};

function readFact(node: DataNode, { pointer }: Provenance, context: Context): FactValue | null {
  const place = node.place;
  if (node.kind !== 'scalar') {
    context.report(wrongType('the id of a fact', node, at(place, pointer)));
    return null;
  }
  const wrapped = /^\$\(\s*([^()\s]+).*\)$/.exec(node.text);
  if (wrapped !== null) {
    const hint = `write \`${wrapped[1]}\`; \`$( )\` is for text`;
    context.report(
      diagnose(WRONG_TYPE, at(place, pointer), `Expected the id of a fact, found ${describe(node)}.`, { hint }),
    );
    return null;
  }
  const start = place.start + (node.plain ? 0 : 1);
  const use = readUse(node.text, { ...place, start }, pointer, context);
  return use === null ? null : { boxed: true, kind: 'fact', use, pointer, place };
}

/** `{label, fact}`: the label of a member stands in where none is written. */
function readLabelledFact(
  node: DataNode,
  _: Contract,
  spot: Provenance,
  context: Context,
  walk: Walk,
): ContentMap | null {
  const content = walk(node, LABELLED_FACT, spot, context);
  if (!isMap(content)) return null;
  const fact = isValue(content.fact) && content.fact.kind === 'fact' ? content.fact : null;
  if (fact === null) return content;
  const member = memberOf(fact, context);
  const label = content.label ?? (member === null ? null : labelOf(member, spot));
  if (label === null) {
    const hint = 'write the words that stand beside the figure';
    context.report(diagnose(MISSING_KEY, at(spot.place, spot.pointer), 'The key `label` is missing.', { hint }));
  }
  return point(fact, label, content.emphasis ?? null, spot, context);
}

/** A fact with members, or a list of labelled facts: either way a list of points, in file order. */
function readSeries(node: DataNode, contract: Contract, spot: Provenance, context: Context, walk: Walk): Content {
  const { minItems = 1, maxItems } = contract;
  const limits = maxItems === undefined ? { minItems } : { minItems, maxItems };
  if (node.kind !== 'scalar')
    return walk(node, { type: 'array', items: { $ref: 'labelled-fact' }, ...limits }, spot, context);
  const { place } = node;
  if (context.index === null) return [];
  const members = context.index.get(node.text);
  if (members === undefined) return readFact(node, spot, context) === null ? null : [];
  const count = members.size;
  if (count === 0) {
    const message = `\`${node.text}\` has one value; a series needs a fact with \`values\`.`;
    const hint = 'give the fact `values`, or write a list of maps with `label` and `fact`';
    context.report(diagnose(WRONG_TYPE, at(place, spot.pointer), message, { hint }));
    return null;
  }
  if (count < minItems || count > (maxItems ?? count)) {
    const message = `\`${node.text}\` has ${count} values; ${count < minItems ? `at least ${minItems} are needed` : `at most ${maxItems} are allowed`}.`;
    context.report(diagnose(WRONG_COUNT, at(place, spot.pointer), message));
  }
  const fact = context.ledger.facts.get(node.text);
  const points = (fact?.members ?? []).map(member => {
    const at = { pointer: spot.pointer, place };
    const value: FactValue = { boxed: true, kind: 'fact', use: { fact: node.text, member: member.key }, ...at };
    return point(value, labelOf(member, at), null, at, context);
  });
  return Object.freeze(points);
}

type Labelled = { readonly key: string; readonly label: TextValue | null };

function memberOf(fact: FactValue, context: Context) {
  return context.ledger.facts.get(fact.use.fact)?.members.find(({ key }) => key === fact.use.member) ?? null;
}

/** What a member is called: its label, else its key. */
function labelOf({ key, label }: Labelled, spot: Provenance): TextValue {
  const words = { kind: 'words', text: key, bold: false, italic: false, href: null } as const;
  return label ?? { boxed: true, kind: 'text', texts: new Map([['*', [words]]]), places: NO_PLACES, ...spot };
}

/** The form that every labelled fact and every point of a series has: `{key, label, fact, emphasis, forecast}`. */
function point(fact: FactValue, label: Content, emphasis: Content, spot: Provenance, context: Context): ContentMap {
  const key: TokenValue = { boxed: true, kind: 'token', value: fact.use.member ?? factName(fact.use), ...spot };
  const value = memberOf(fact, context)?.forecast || context.ledger.facts.get(fact.use.fact)?.asOf?.forecast || false;
  const forecast = { boxed: true, kind: 'flag', value, ...spot } as const;
  return contentMap(Object.entries({ key, label, fact, emphasis, forecast }), spot);
}

function readPeriod(node: DataNode, _: Contract, { pointer }: Provenance, context: Context): TokenValue | null {
  if (node.kind === 'scalar' && parsePeriod(node.text) !== null)
    return { boxed: true, kind: 'token', value: node.text, pointer, place: node.place };
  const hint = 'write 2024, 2024-Q2, 2024-H1, 2024-04, 2024-04-09 or 2021..2031, with F behind it for a forecast';
  const message = `Expected a date or period, found ${describe(node)}.`;
  context.report(diagnose(BAD_PERIOD, at(node.place, pointer), message, { hint }));
  return null;
}

/** A picture's file is found and judged here, so that nothing later needs its name. */
function readPicture(node: DataNode, _: Contract, spot: Provenance, context: Context, walk: Walk): ContentMap | null {
  const content = walk(node, PICTURE, spot, context);
  if (!isMap(content)) return null;
  const decorative = isValue(content.decorative) && content.decorative.kind === 'flag' && content.decorative.value;
  if (content.alt === null && !decorative && childOf(node, 'alt') === null) {
    const hint = 'say what the picture shows, or write `decorative: true`';
    context.report(diagnose(MISSING_KEY, at(spot.place, spot.pointer), 'The picture has no `alt`.', { hint }));
  }
  const source = content.src;
  if (!isValue(source) || source.kind !== 'token') return content;
  const { pointer, place, value } = source;
  const picture = loadPicture(context.project, value, place.file, at(place, pointer), context.report);
  if (picture === null) return null;
  context.pictures.set(picture.file, picture);
  const src = { boxed: true, kind: 'picture', file: picture.file, pointer, place } as const;
  return contentMap([...Object.entries(content), ['src', src]], spot);
}

/** A slide that says which one it is: read by the contract of that slide's template. */
function readSlideContent(node: DataNode, _: Contract, spot: Provenance, context: Context, walk: Walk): Content {
  const named = childOf(node, 'slide');
  if (named?.kind !== 'scalar') return walk(node, EXPLICIT_SLIDE, spot, context);
  const template = context.templates.get(`slides/${named.text}`);
  if (template === null) return null;
  if (template !== undefined) return walk(node, template.contract, spot, context);
  const hint = suggestion(named.text, shortNames(context.templates.names, 'slides'));
  const origin = at(named.place, below(spot.pointer, 'slide'));
  context.report(diagnose(UNKNOWN_TEMPLATE, origin, `There is no slide template \`${named.text}\`.`, { hint }));
  return null;
}
