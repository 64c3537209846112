/** What an expression of a template comes to, at the place where the walk stands. */
import type { Template } from '../model/contract.ts';
import type { Origin } from '../model/origin.ts';
import type { Edition } from './edition.ts';
import type { Loaded } from './load.ts';
import { reportUnknownHelper, reportUnknownName } from './names.ts';
import { type Datum, member, namesIn, provenanceIn, type Scope } from './scope.ts';
import { pathOf } from './syntax.ts';
import { callHelper, VOCABULARY } from './vocabulary.ts';

/** A template being walked. */
export interface Frame {
  readonly edition: Edition;
  readonly template: Template;
  readonly loaded: Loaded;
  /** Its index in `Edition.files`. */
  readonly file: number;
  readonly scope: Scope;
  /** What `{{> @partial-block}}` writes. */
  readonly block: { readonly program: hbs.AST.Program; readonly frame: Frame } | null;
  /** Templates that called each other, the outermost first. */
  readonly calls: readonly string[];
  readonly output: Output;
}

export interface Output {
  readonly chunks: string[];
  /** Whether the text so far ends inside of a tag: what is printed there is an attribute. */
  inTag: boolean;
}

/** A name without arguments is data, one with arguments is a helper. */
export function called(frame: Frame, node: hbs.AST.MustacheStatement | hbs.AST.SubExpression): Datum {
  const bare = node.type === 'MustacheStatement' && node.params.length === 0 && !node.hash?.pairs.length;
  const path = pathOf(node.path);
  if (bare || path === null) return expression(frame, node.path);
  const origin = originOf(frame, node);
  if (!Object.hasOwn(VOCABULARY, path.original)) {
    reportUnknownHelper(frame.edition, path.original, originOf(frame, node.path));
    return undefined;
  }
  const options = new Map((node.hash?.pairs ?? []).map(({ key, value }) => [key, expression(frame, value)]));
  const values = node.params.map(parameter => expression(frame, parameter));
  return callHelper({ edition: frame.edition, name: path.original, arguments: values, options, origin });
}

export function expression(frame: Frame, node: hbs.AST.Expression): Datum {
  if (node.type === 'SubExpression') return called(frame, node as hbs.AST.SubExpression);
  if (node.type === 'NullLiteral' || node.type === 'UndefinedLiteral') return null;
  const path = pathOf(node);
  return path === null ? (node as hbs.AST.StringLiteral).value : resolve(frame, path);
}

function resolve(frame: Frame, path: hbs.AST.PathExpression): Datum {
  let scope: Scope | null = frame.scope;
  for (let i = 0; i < path.depth && scope !== null; i++) scope = scope.outer;
  if (scope === null) return undefined;
  const [head, ...rest] = path.parts;
  if (path.data) {
    if (head === 'partial-block') return frame.block !== null;
    if (head === 'date') return frame.edition.source.briefing.date;
    return Object.hasOwn(scope.variables, head!) ? scope.variables[head!] : undefined;
  }
  if (head === undefined) return scope.here;
  const isParameter = path.depth === 0 && Object.hasOwn(scope.parameters, head);
  let datum = isParameter ? scope.parameters[head] : scope.here;
  for (const part of isParameter ? rest : path.parts) {
    const found = member(datum, part);
    if (found === undefined) {
      reportUnknownName(frame.edition, path.original, namesIn(datum), originOf(frame, path));
      return undefined;
    }
    datum = found;
  }
  return datum;
}

/** Where a node stands, and the data that it stands for. */
export function originOf({ loaded, scope }: Frame, node: hbs.AST.Node): Origin {
  const data = provenanceIn(scope.here);
  return { pointer: scope.pointer, data: data?.place ?? null, template: loaded.syntax.place(node) };
}
