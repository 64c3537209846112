/** The templates that a briefing may use, each with its contract: its own, the project's, the built-in ones. */
import {
  type Contract,
  logicalName,
  shortNames,
  TEMPLATE_KINDS,
  type Template,
  type TemplateKind,
} from '../model/contract.ts';
import { diagnose, type Report } from '../model/diagnostic.ts';
import { type Memory, recallWithReports } from '../model/memory.ts';
import { suggestion } from '../model/nearest.ts';
import { at, type Place } from '../model/origin.ts';
import { BUILT_IN_TEMPLATES, type Project } from '../model/project.ts';
import { isMap } from '../model/value.ts';
import { plainOf } from './content.ts';
import { blankContext, type Shelf } from './context.ts';
import { SECTION, SECTION_KEYS } from './contracts/section.ts';
import { SLIDE_KEYS } from './contracts/slide.ts';
import { FRONT_MATTER } from './contracts/template.ts';
import { decode } from './decode.ts';
import { parseYaml } from './document.ts';
import { BAD_KEY, BAD_TEMPLATE, NOT_ALLOWED, UNKNOWN_KEY, UNKNOWN_TEMPLATE } from './problems.ts';
import { childOf, type DataNode, entriesOf } from './tree.ts';
import { walk } from './walk.ts';

/** Where templates are looked for: the first that has a name shadows the others. */
export const templateFolders = (folder: string): readonly string[] => [
  ...new Set([folder === '' || folder === '.' ? 'templates' : `${folder}/templates`, 'templates', BUILT_IN_TEMPLATES]),
];

/**
 * The templates that a briefing in `folder` may use; what is wrong with one is reported. The project's own are read at once, so that
 * their mistakes are found; a built-in one when it is first asked for, so that a briefing does not pay for what it does not use.
 */
export function openTemplates(folder: string, project: Project, report: Report, memory: Memory): Shelf {
  const files = templateFiles(folder, project);
  const names = [...files.keys()];
  const shelf = new Map<string, Template | null>();
  const get = (name: string): Template | null | undefined => {
    const file = files.get(name);
    if (file === undefined) return undefined;
    let template = shelf.get(name);
    if (template === undefined) {
      template = readTemplate(name, file, names, project, report, memory);
      shelf.set(name, template);
    }
    return template;
  };
  for (const [name, file] of files) if (!file.startsWith(BUILT_IN_TEMPLATES)) get(name);
  return {
    names,
    get,
    used() {
      // A Map that grows while it is walked is walked to its end.
      for (const template of shelf.values()) for (const name of template === null ? [] : shownBy(template)) get(name);
      return new Map([...shelf].filter((entry): entry is [string, Template] => entry[1] !== null));
    },
  };
}

/** Files by logical name: the first folder that has a name wins. */
function templateFiles(folder: string, project: Project): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const root of templateFolders(folder)) {
    for (const kind of TEMPLATE_KINDS) {
      for (const file of project.list(`${root}/${kind}`).filter(name => name.endsWith('.hbs'))) {
        const name = `${kind}/${file.slice(0, -'.hbs'.length)}`;
        if (!files.has(name)) files.set(name, `${root}/${kind}/${file}`);
      }
    }
  }
  return files;
}

/** A partial's name in a template's text. */
const PARTIAL = /\{\{~?#?>\s*([\w/-]+)/g;

/** What a template's body may show: its partials, and for a section kind that draws its slides itself the templates of these. */
function shownBy({ text, bodyStart, slides }: Template): readonly string[] {
  const body = text.slice(bodyStart);
  return [
    ...[...body.matchAll(PARTIAL)].map(([, name]) => logicalName(name!)),
    ...(body.trim() === '' ? [] : slides.values()),
  ];
}

function readTemplate(
  name: string,
  file: string,
  names: readonly string[],
  project: Project,
  report: Report,
  memory: Memory,
): Template | null {
  const bytes = project.read(file);
  const text = bytes === null ? null : decode(file, bytes, report);
  if (text === null) return null;
  return recallWithReports(memory, `template ${file} ${names.join(' ')}\n${text}`, report, report =>
    templateIn(text, name, file, names, project, report),
  );
}

function templateIn(
  text: string,
  name: string,
  file: string,
  names: readonly string[],
  project: Project,
  report: Report,
): Template | null {
  const kind = name.slice(0, name.indexOf('/')) as TemplateKind;
  const bounds = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text);
  if (bounds === null || bounds.index !== 0) {
    const hint = 'start the file with its contract between two lines `---`, at the least `description: …`';
    report(diagnose(BAD_TEMPLATE, at({ file, start: 0, end: 0 }), 'The template has no front matter.', { hint }));
    return null;
  }
  const start = text.indexOf('\n') + 1;
  const front = parseYaml({ file, text, start, end: start + bounds[1]!.length }, report);
  if (front === null) return null;
  const spot = { pointer: '', place: { file, start, end: start } };
  const content = walk(front, FRONT_MATTER[kind], spot, blankContext(project, report));
  if (!isMap(content)) return null;
  const own = plainOf(content) as Contract & { slides?: Readonly<Record<string, string>> };
  checkContract(front, kind === 'slides' ? Object.keys(SLIDE_KEYS) : [], report);
  for (const { key, place, value } of entriesOf(childOf(front, 'slides'))) {
    if (value.kind === 'scalar') checkLink(value.text, value.place, names, report);
    if (!Object.hasOwn(SECTION_KEYS, key)) continue;
    const message = `\`${key}\` is a key that every section has, so it cannot be a slide.`;
    report(diagnose(BAD_KEY, at(place), message, { hint: 'give the slide another name' }));
  }
  return {
    name,
    file,
    text,
    bodyStart: bounds[0].length,
    description: own.description ?? '',
    contract: inherit(kind, own),
    slides: new Map(Object.entries(own.slides ?? {}).map(([key, slide]) => [key, `slides/${slide}`])),
  };
}

/** The template's own keys over those that all of its kind have. */
function inherit(kind: TemplateKind, { description, properties, required }: Contract): Contract {
  if (kind === 'sections') return { ...SECTION, additionalProperties: false };
  return {
    type: 'object',
    ...(description === undefined ? {} : { description }),
    properties: { ...(kind === 'slides' ? SLIDE_KEYS : {}), ...properties },
    required: required ?? [],
  };
}

/** What the contract of contracts cannot say: `required` names keys that exist, and patterns are regular expressions. */
function checkContract(node: DataNode, inherited: readonly string[], report: Report): void {
  const keys = [...inherited, ...entriesOf(childOf(node, 'properties')).map(({ key }) => key)];
  const required = childOf(node, 'required');
  for (const item of required?.kind === 'list' ? required.items : []) {
    if (item.kind !== 'scalar' || keys.includes(item.text)) continue;
    const message = `\`required\` names \`${item.text}\`, which is not among the properties.`;
    report(diagnose(UNKNOWN_KEY, at(item.place), message, { hint: suggestion(item.text, keys) }));
  }
  const pattern = childOf(node, 'pattern') ?? childOf(childOf(node, 'propertyNames'), 'pattern');
  if (pattern?.kind === 'scalar' && !isPattern(pattern.text))
    report(diagnose(NOT_ALLOWED, at(pattern.place), `\`${pattern.text}\` is not a regular expression.`));
  for (const { value } of entriesOf(childOf(node, 'properties'))) checkContract(value, [], report);
  for (const key of ['items', 'additionalProperties']) {
    const child = childOf(node, key);
    if (child !== null) checkContract(child, [], report);
  }
  const choices = childOf(node, 'oneOf');
  for (const choice of choices?.kind === 'list' ? choices.items : []) checkContract(choice, [], report);
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u') !== null;
  } catch {
    return false;
  }
}

/** A section kind names slide templates that there are. */
function checkLink(slide: string, place: Place, names: readonly string[], report: Report): void {
  if (names.includes(`slides/${slide}`)) return;
  const hint = suggestion(slide, shortNames(names, 'slides'));
  report(diagnose(UNKNOWN_TEMPLATE, at(place), `There is no slide template \`${slide}\`.`, { hint }));
}
