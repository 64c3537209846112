/** Every name of a template checked against its contract, whether or not this data comes by it. */
import { type Contract, logicalName } from '../model/contract.ts';
import { diagnose } from '../model/diagnostic.ts';
import { suggestion } from '../model/nearest.ts';
import type { Origin } from '../model/origin.ts';
import { contractOf } from './catalogue.ts';
import type { Edition } from './edition.ts';
import { UNKNOWN_HELPER, UNKNOWN_NAME, UNKNOWN_PARTIAL } from './problems.ts';
import { BLOCKS, inTemplate, pathOf, type Syntax } from './syntax.ts';
import { VOCABULARY } from './vocabulary.ts';

/** What is known of a context: its contract, or nothing. */
type Known = Contract | null;

interface View {
  readonly here: Known;
  readonly outer: View | null;
  readonly parameters: Readonly<Record<string, Known>>;
}

interface Checker {
  readonly edition: Edition;
  readonly syntax: Syntax;
}

/** `@index` and its kin; whether a component was given a block; the day of the briefing. */
const VARIABLES = ['index', 'key', 'first', 'last', 'partial-block', 'date'];

const TEXT: Contract = { $ref: 'text' };
/** A labelled fact and a point of a series are the same to a template. */
const POINT: Contract = {
  properties: { key: {}, label: TEXT, fact: { $ref: 'fact' }, emphasis: {}, forecast: { type: 'boolean' } },
};
/** What the shapes of contracts are made of, where they have names. */
const SHAPES: Partial<Record<NonNullable<Contract['$ref']>, Contract>> = {
  'labelled-fact': POINT,
  picture: { properties: { src: {}, alt: TEXT, credit: TEXT, licence: TEXT, focus: {}, decorative: {} } },
};

export function checkNames(edition: Edition, syntax: Syntax, contract: Contract): void {
  const checker = { edition, syntax };
  checkProgram(checker, syntax.program, { here: contract, outer: null, parameters: {} });
}

function checkProgram(checker: Checker, program: hbs.AST.Program | undefined, view: View): void {
  for (const statement of program?.body ?? []) checkStatement(checker, statement, view);
}

function checkStatement(checker: Checker, node: hbs.AST.Statement, view: View): void {
  if (node.type === 'MustacheStatement') {
    checkCall(checker, node as hbs.AST.MustacheStatement, view);
  } else if (node.type === 'BlockStatement') {
    checkBlock(checker, node as hbs.AST.BlockStatement, view);
  } else if (node.type === 'PartialStatement') {
    checkPartial(checker, node as hbs.AST.PartialStatement, view);
  } else if (node.type === 'PartialBlockStatement') {
    const block = node as hbs.AST.PartialBlockStatement;
    checkPartial(checker, block, view);
    checkProgram(checker, block.program, view);
  }
}

/** A name without arguments is data, one with arguments is a helper: so a key may be called `fact` or `date`. */
function checkCall(checker: Checker, node: hbs.AST.MustacheStatement | hbs.AST.SubExpression, view: View): Known {
  const path = pathOf(node.path);
  const bare = node.params.length === 0 && !node.hash?.pairs.length && node.type === 'MustacheStatement';
  if (bare || path === null) return checkExpression(checker, node.path, view);
  if (!Object.hasOwn(VOCABULARY, path.original)) {
    reportUnknownHelper(checker.edition, path.original, origin(checker, node.path));
  }
  const known = node.params.map(parameter => checkExpression(checker, parameter, view));
  for (const pair of node.hash?.pairs ?? []) checkExpression(checker, pair.value, view);
  if (path.original === 'lookup') return memberContract(known[0] ?? null);
  return path.original === 'pages' && known[0] != null ? { items: known[0] } : null;
}

export function reportUnknownHelper(edition: Edition, name: string, at: Origin): void {
  const hint = suggestion(name, [...Object.keys(VOCABULARY), ...BLOCKS]);
  edition.report(diagnose(UNKNOWN_HELPER, at, `There is no helper \`${name}\`.`, { hint }));
}

function checkBlock(checker: Checker, node: hbs.AST.BlockStatement, view: View): void {
  const name = pathOf(node.path)?.original ?? '';
  if (!BLOCKS.includes(name)) {
    if (node.params.length > 0) reportUnknownHelper(checker.edition, name, origin(checker, node.path));
    return;
  }
  const known = node.params.map(parameter => checkExpression(checker, parameter, view))[0] ?? null;
  const inner = name === 'each' ? memberContract(known) : name === 'with' ? known : null;
  const changes = name === 'each' || name === 'with';
  const parameters = Object.fromEntries((node.program.blockParams ?? []).map((key, i) => [key, i === 0 ? inner : {}]));
  const below = { ...view, parameters: { ...view.parameters, ...parameters } };
  checkProgram(checker, node.program, changes ? { ...below, here: inner, outer: view } : below);
  checkProgram(checker, node.inverse, view);
}

function checkPartial(
  checker: Checker,
  node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement,
  view: View,
): void {
  for (const parameter of node.params) checkExpression(checker, parameter, view);
  for (const pair of node.hash?.pairs ?? []) checkExpression(checker, pair.value, view);
  const name = pathOf(node.name as hbs.AST.Expression)?.original ?? '';
  if (name === '@partial-block') return;
  const { edition } = checker;
  const template = edition.source.templates.get(logicalName(name));
  if (template === undefined) {
    reportUnknownPartial(edition, name, origin(checker, node));
    return;
  }
  const names = Object.keys(contractOf(edition, template).properties ?? {});
  for (const { key } of node.hash?.pairs ?? []) {
    if (names.includes(key)) continue;
    const message = `${template.name} has no parameter \`${key}\`.`;
    edition.report(diagnose(UNKNOWN_NAME, origin(checker, node), message, { hint: suggestion(key, names) }));
  }
}

function reportUnknownPartial(edition: Edition, name: string, at: Origin): void {
  const known = edition.source.templateNames.flatMap(template => [shortName(template), template]);
  edition.report(diagnose(UNKNOWN_PARTIAL, at, `There is no template \`${name}\`.`, { hint: suggestion(name, known) }));
}

const shortName = (name: string): string => name.replace(/^components\//, '');

function checkExpression(checker: Checker, node: hbs.AST.Expression, view: View): Known {
  if (node.type === 'SubExpression') return checkCall(checker, node as hbs.AST.SubExpression, view);
  const path = pathOf(node);
  return path === null ? null : checkPath(checker, path, view);
}

function checkPath(checker: Checker, path: hbs.AST.PathExpression, view: View): Known {
  if (path.data) {
    if (!VARIABLES.includes(path.parts[0] ?? '')) {
      reportUnknownName(
        checker.edition,
        path.original,
        VARIABLES.map(name => `@${name}`),
        origin(checker, path),
      );
    }
    return null;
  }
  let level: View | null = view;
  for (let i = 0; i < path.depth && level !== null; i++) level = level.outer;
  if (level === null) {
    reportUnknownName(checker.edition, path.original, [], origin(checker, path));
    return null;
  }
  const [head, ...rest] = path.parts;
  if (head === undefined) return level.here;
  if (path.depth === 0 && Object.hasOwn(view.parameters, head))
    return descend(checker, path, view.parameters[head]!, rest);
  return descend(checker, path, level.here, path.parts, path.depth === 0 ? Object.keys(view.parameters) : []);
}

/** What a path leads to; `others` are names that its first part might have meant besides those of `from`. */
function descend(
  checker: Checker,
  path: hbs.AST.PathExpression,
  from: Known,
  parts: readonly string[],
  others: readonly string[] = [],
): Known {
  let known = from;
  for (const part of parts) {
    const names = namesOf(known);
    if (names === null) return null;
    known = Object.hasOwn(names.properties, part) ? names.properties[part]! : names.others;
    if (known !== null) continue;
    const meant = [...Object.keys(names.properties), ...(part === parts[0] ? others : [])];
    reportUnknownName(checker.edition, path.original, meant, origin(checker, path));
    return null;
  }
  return known;
}

/** The message of a name that is not there; the same at compile time and at run time, so that it is reported once. */
export function reportUnknownName(edition: Edition, name: string, known: Iterable<string>, at: Origin): void {
  const part = name.split('/').at(-1)!.split('.').at(-1)!;
  edition.report(diagnose(UNKNOWN_NAME, at, `There is no \`${name}\` here.`, { hint: suggestion(part, known) }));
}

/** The names that a contract declares: none for a scalar; null where it says nothing of them. */
function namesOf(known: Known): { properties: Readonly<Record<string, Contract>>; others: Known } | null {
  const contract = known?.$ref === undefined ? known : (SHAPES[known.$ref] ?? null);
  if (contract?.properties !== undefined) {
    return { properties: contract.properties, others: contract.additionalProperties || null };
  }
  const isScalar = SCALARS.has(known?.$ref ?? known?.type ?? '');
  return isScalar ? { properties: {}, others: null } : null;
}

const SCALARS: ReadonlySet<string> = new Set([
  ...['text', 'fact', 'period', 'highlight'],
  ...['string', 'number', 'integer', 'boolean'],
]);

/** What `{{#each}}` and `{{lookup}}` come to. */
function memberContract(known: Known): Known {
  if (known?.$ref === 'series' || known?.$ref === 'fact') return POINT;
  return known?.items ?? (known?.properties === undefined ? known?.additionalProperties || null : null);
}

const origin = ({ syntax }: Checker, node: hbs.AST.Node): Origin => inTemplate(syntax.place(node));
