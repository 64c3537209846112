/** Walks a template's syntax tree with data in hand and writes the markup. Nothing is compiled, nothing of JavaScript is in reach. */
import { logicalName, type Template } from '../model/contract.ts';
import { diagnose } from '../model/diagnostic.ts';
import { UNKNOWN } from '../model/markup.ts';
import { suggestion } from '../model/nearest.ts';
import { isValue, record, SELF } from '../model/value.ts';
import type { Edition } from './edition.ts';
import { called, expression, type Frame, type Output, originOf } from './expression.ts';
import { load } from './load.ts';
import { escapeMarkup } from './markup.ts';
import { mark } from './print.ts';
import { HELPER_ARGUMENT, TEMPLATE_LIMIT, UNPRINTABLE } from './problems.ts';
import {
  type Datum,
  entries,
  isNames,
  isPrinted,
  isTruthy,
  type Names,
  namesIn,
  pointerIn,
  provenanceIn,
  type Scope,
  wordOf,
} from './scope.ts';
import { inTemplate, pathOf } from './syntax.ts';

/** Components nest a few levels deep; more than this many calls it itself. */
const MAX_CALLS = 32;

/** The markup that a template makes of `here`; empty where it cannot be parsed. */
export function evaluate(edition: Edition, template: Template, here: Datum, pointer: string): string {
  const output: Output = { chunks: [], inTag: false };
  const scope: Scope = { here, outer: null, variables: {}, parameters: {}, pointer: pointerIn(here) ?? pointer };
  enter(edition, template, scope, null, [], output);
  return output.chunks.join('');
}

function enter(
  edition: Edition,
  template: Template,
  scope: Scope,
  block: Frame['block'],
  calls: readonly string[],
  output: Output,
): void {
  const loaded = load(edition, template);
  if (loaded === null) return;
  const file = edition.files.indexOf(template.file);
  const frame = { edition, template, loaded, file, scope, block, calls: [...calls, template.name], output };
  walk(frame, loaded.syntax.program);
}

function walk(frame: Frame, program: hbs.AST.Program | undefined): void {
  for (const node of program?.body ?? []) {
    switch (node.type) {
      case 'ContentStatement':
        writeContent(frame, node);
        break;
      case 'MustacheStatement':
        writeDatum(frame, node, called(frame, node as hbs.AST.MustacheStatement));
        break;
      case 'BlockStatement':
        walkBlock(frame, node as hbs.AST.BlockStatement);
        break;
      case 'PartialStatement':
      case 'PartialBlockStatement':
        walkPartial(frame, node as hbs.AST.PartialStatement);
        break;
    }
  }
}

function writeContent(frame: Frame, node: hbs.AST.Statement): void {
  const { edition, loaded, file, scope, output } = frame;
  for (const { text, tag } of loaded.pieces.get(node) ?? []) {
    if (!write(edition, output, text)) {
      reportLimit(frame, node, '20 MB of markup');
      return;
    }
    const [open, close] = [text.lastIndexOf('<'), text.lastIndexOf('>')];
    if (open >= 0 || close >= 0) output.inTag = open > close;
    if (tag !== null) write(edition, output, ` _at="${file}:${tag.start}:${tag.end} ${escapeMarkup(scope.pointer)}"`);
  }
}

/** False where the deck's limit is reached. */
function write(edition: Edition, output: Output, text: string): boolean {
  edition.budget.characters -= text.length;
  if (edition.budget.characters < 0) return false;
  output.chunks.push(text);
  return true;
}

function writeDatum(frame: Frame, node: hbs.AST.Node, datum: Datum): void {
  const { edition, output } = frame;
  if (datum === undefined && output.inTag) write(edition, output, mark(edition, UNKNOWN, true));
  if (datum === null || datum === undefined) return;
  if (isValue(datum) || isPrinted(datum)) {
    write(edition, output, mark(edition, datum, output.inTag));
    return;
  }
  if (typeof datum !== 'object') {
    const words = datum === true ? 'yes' : datum === false ? 'no' : String(datum);
    write(edition, output, escapeMarkup(words));
    return;
  }
  const what = Array.isArray(datum) ? 'a list' : 'a map';
  const hint = Array.isArray(datum) ? 'loop over it with `{{#each}}`' : `print one of ${namesIn(datum).join(', ')}`;
  edition.report(diagnose(UNPRINTABLE, originOf(frame, node), `This is ${what}, which has no words.`, { hint }));
}

function walkBlock(frame: Frame, node: hbs.AST.BlockStatement): void {
  const name = pathOf(node.path)?.original ?? '';
  const datum = node.params[0] === undefined ? null : expression(frame, node.params[0]);
  const truthy = isTruthy(frame.edition, datum);
  if (name === 'if') walk(frame, truthy ? node.program : node.inverse);
  else if (name === 'unless') walk(frame, truthy ? node.inverse : node.program);
  else if (name === 'with') {
    if (!truthy) walk(frame, node.inverse);
    else walk(within(frame, node.program, datum, null, frame.scope.variables), node.program);
  } else if (name === 'each') walkEach(frame, node, datum);
}

function walkEach(frame: Frame, node: hbs.AST.BlockStatement, datum: Datum): void {
  const { edition } = frame;
  const items = entries(edition, datum);
  if (items === null) {
    edition.report(diagnose(HELPER_ARGUMENT, originOf(frame, node), '{{#each}} was given something that is no list.'));
    return;
  }
  if (items.length === 0) {
    walk(frame, node.inverse);
    return;
  }
  for (const [index, [key, item]] of items.entries()) {
    if (--edition.budget.iterations < 0) {
      reportLimit(frame, node, TURNS);
      return;
    }
    const variables = { index, key, first: index === 0, last: index === items.length - 1 };
    walk(within(frame, node.program, item, key, variables), node.program);
  }
}

const TURNS = '1,000,000 turns of loops and calls';

function reportLimit(frame: Frame, node: hbs.AST.Node, limit: string): void {
  const message = `The templates of this deck need more than ${limit}.`;
  frame.edition.report(diagnose(TEMPLATE_LIMIT, originOf(frame, node), message));
}

/** The frame inside of a block whose context is `here`. */
function within(
  frame: Frame,
  program: hbs.AST.Program,
  here: Datum,
  key: string | number | null,
  variables: Names,
): Frame {
  const outer = frame.scope;
  const [item, at] = program.blockParams ?? [];
  const parameters = { ...outer.parameters, ...(item && { [item]: here }), ...(at && { [at]: key }) };
  const scope = { here, outer, variables, parameters, pointer: pointerIn(here) ?? outer.pointer };
  return { ...frame, scope };
}

function walkPartial(frame: Frame, node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement): void {
  const name = pathOf(node.name as hbs.AST.Expression)?.original ?? '';
  if (name === '@partial-block') {
    // The block is the caller's text and sees the caller's names.
    if (frame.block !== null) walk({ ...frame.block.frame, output: frame.output }, frame.block.program);
    return;
  }
  const template = frame.edition.source.templates.get(logicalName(name));
  if (template === undefined) return;
  if (--frame.edition.budget.iterations < 0) {
    reportLimit(frame, node, TURNS);
    return;
  }
  if (frame.calls.length >= MAX_CALLS) {
    reportCycle(frame, node, template);
    return;
  }
  const here = partialNames(frame, node, template);
  if (here === null) return;
  const program = (node as hbs.AST.PartialBlockStatement).program as hbs.AST.Program | undefined;
  const scope = { here, outer: null, variables: {}, parameters: {}, pointer: pointerIn(here) ?? frame.scope.pointer };
  enter(frame.edition, template, scope, program ? { program, frame } : null, frame.calls, frame.output);
}

/** The names that a called template sees: those of its contract alone, from its arguments, else from where it is called. */
function partialNames(
  frame: Frame,
  node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement,
  template: Template,
): Names | null {
  const given = node.params[0];
  const context = given === undefined ? frame.scope.here : expression(frame, given);
  if (given !== undefined && !isNames(context)) {
    const message = `${template.name} was given ${context === null ? 'a name that is empty' : 'something that is no map'}.`;
    const hint = 'ask for it first with `{{#if}}`';
    frame.edition.report(diagnose(HELPER_ARGUMENT, originOf(frame, node), message, { hint }));
    return null;
  }
  const options = new Map((node.hash?.pairs ?? []).map(pair => [pair.key, option(frame, pair, template)]));
  const provenance = provenanceIn(context);
  const inherited = isNames(context) ? context : {};
  const own = Object.keys(template.contract.properties ?? {}).map((name): [string, Datum] => [
    name,
    options.has(name) ? options.get(name) : Object.hasOwn(inherited, name) ? inherited[name] : null,
  ]);
  if (provenance !== null)
    own.push([SELF, { pointer: provenance.pointer, place: provenance.place } as unknown as Names]);
  const names = record(own);
  for (const name of template.contract.required ?? []) {
    if ((names[name] ?? null) !== null || !template.name.startsWith('components/')) continue;
    frame.edition.report(diagnose(HELPER_ARGUMENT, originOf(frame, node), `${template.name} needs \`${name}\`.`));
  }
  return names;
}

/** What a call hands over; a word that the contract does not list is told where the call stands. */
function option(frame: Frame, { key, value }: hbs.AST.HashPair, template: Template): Datum {
  const datum = expression(frame, value);
  if (datum === undefined) return UNKNOWN;
  const words = template.contract.properties?.[key]?.enum;
  const word = wordOf(frame.edition, datum);
  if (words === undefined || word === null || words.includes(word)) return datum;
  const message = `\`${key}\` of ${template.name} is \`${word}\`.`;
  const hint = suggestion(word, words) ?? `one of ${words.join(', ')}`;
  frame.edition.report(diagnose(HELPER_ARGUMENT, inTemplate(frame.loaded.syntax.place(value)), message, { hint }));
  return UNKNOWN;
}

function reportCycle(frame: Frame, node: hbs.AST.Node, template: Template): void {
  const from = frame.calls.lastIndexOf(template.name);
  const cycle = from < 0 ? frame.calls : frame.calls.slice(from);
  const message = `The templates call each other without end: ${[...cycle, template.name].join(' → ')}.`;
  frame.edition.report(diagnose(TEMPLATE_LIMIT, originOf(frame, node), message));
}
