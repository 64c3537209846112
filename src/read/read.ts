/** The door of this room: YAML and brand files in; a briefing, its templates and its brand out. */
import type { Ground, PageName } from '../model/brand.ts';
import type { Source } from '../model/briefing.ts';
import type { Problem, Report } from '../model/diagnostic.ts';
import type { Ledger } from '../model/fact.ts';
import { FORGETFUL, type Memory, remake } from '../model/memory.ts';
import { at } from '../model/origin.ts';
import type { Picture } from '../model/picture.ts';
import type { Project } from '../model/project.ts';
import {
  type Content,
  type ContentMap,
  isList,
  isMap,
  isValue,
  type Provenance,
  type TextValue,
} from '../model/value.ts';
import { openIcons, PICTURE_PROBLEMS } from '../pictures/pictures.ts';
import { readBrand } from './brand.ts';
import * as brandProblems from './brand-problems.ts';
import { entriesIn, wordOf } from './content.ts';
import { blankContext, type Context } from './context.ts';
import { BRIEFING, BUILT_IN_KEYS } from './contracts/briefing.ts';
import { known } from './fact.ts';
import { readLedger } from './ledger.ts';
import { readAudiences, readOrder, slideIndex } from './order.ts';
import { openParts, type Parts } from './parts.ts';
import * as problems from './problems.ts';
import { readSections } from './sections.ts';
import { openTemplates } from './templates.ts';
import { childOf, entriesOf, only } from './tree.ts';
import { walk } from './walk.ts';
import { readWords } from './words.ts';

export { readBrand } from './brand.ts';
export { schemas } from './schema.ts';

/** Everything that reading can find wrong. */
export const READ_PROBLEMS: readonly Problem[] = [
  ...Object.values(problems),
  ...Object.values(brandProblems),
  ...PICTURE_PROBLEMS,
];

/** The brand of a briefing that names none. */
const DEFAULT_BRAND = 'briefing';

/**
 * Reads a briefing and all that it needs. Every fault is reported, each once. Null where a deck cannot be thought of:
 * without a title, a date, a ledger or a brand; a slide or section with a fault in it is merely left out.
 */
export function read(
  project: Project,
  request: { readonly briefing: string; readonly brand: string | null },
  sink: Report,
  memory: Memory = FORGETFUL,
): Source | null {
  const report = once(sink);
  const parts = openParts(project, request.briefing, report, memory);
  if (parts === null) return null;

  const pictures = new Map<string, Picture>();
  const names = contextOf(project, parts, pictures, report);
  const templates = openTemplates(request.briefing, project, report, memory);
  const words = readWords(request.briefing, project, report, memory);
  const content = readHead(parts, names);
  const readers = new Set(isMap(content.audiences) ? entriesIn(content.audiences).map(([name]) => name) : []);
  const ledger = remake(memory, `ledger ${request.briefing}`, ledgerParts(parts, readers, names), report, report =>
    readLedger(parts, readers, { ...names, report }),
  );
  const context: Context = { ...names, templates, ledger };
  const sections = readSections(parts, readers, context);
  const order = readOrder(parts, content.order, sections, context);
  const audiences = readAudiences(content.audiences, context);
  const largeType = known(content['large-type'], readers, problems.UNKNOWN_AUDIENCE, 'audience', context);
  const brand = readBrand(project, brandRequest(request.brand, request.briefing, content, parts), report, memory);

  const head = headOf(content);
  if (brand === null || head === null || !isWhole(parts, ledger)) return null;
  for (const [file, picture] of brand.pictures) pictures.set(file, picture);
  const { languages } = context;
  const id = idOf(request.briefing);
  const folder = request.briefing;
  const provenance = top(parts);
  const briefing = { id, folder, ...head, languages, order, audiences, largeType, ledger, words, provenance };
  // A divider says what its section says, so nothing in the data has asked for its template.
  if (head.dividers) templates.get('slides/divider');
  const used = { templates: templates.used(), templateNames: templates.names };
  return { briefing, ...used, brand: brand.brand, layouts: brand.layouts, pictures, icons: openIcons(project) };
}

/** A report that passes on each fault once: an alias is read as often as it is used. */
function once(report: Report): Report {
  const seen = new Set<string>();
  return diagnostic => {
    const place = diagnostic.origin.data;
    const key = `${diagnostic.problem.code} ${place?.file} ${place?.start} ${place?.end} ${diagnostic.message}`;
    if (!seen.has(key)) report(diagnostic);
    seen.add(key);
  };
}

/** All that a ledger is made from: nodes of files that are the same while their files are. */
const ledgerParts = (parts: Parts, readers: ReadonlySet<string>, { languages }: Context): readonly unknown[] => [
  ...[parts.units, parts.sources, parts.facts].flatMap(entries => [
    entries.length,
    ...entries.map(({ value }) => value),
  ]),
  ...[languages, readers, parts.broken].map(names => [...names].join(' ')),
];

/** What is known before anything is read: names alone. */
function contextOf(project: Project, parts: Parts, pictures: Map<string, Picture>, report: Report): Context {
  const members = ({ value }: Parts['facts'][number]) =>
    new Set(entriesOf(childOf(value, 'values')).map(({ key }) => key));
  return {
    ...blankContext(project, report),
    languages: languagesOf(parts),
    index: parts.broken.has('facts') ? null : new Map(parts.facts.map(entry => [entry.key, members(entry)])),
    slides: slideIndex(parts),
    pictures,
  };
}

function languagesOf({ root }: Parts): readonly string[] {
  const list = childOf(root, 'languages');
  const codes = list?.kind === 'list' ? list.items.flatMap(item => (item.kind === 'scalar' ? [item.text] : [])) : [];
  return codes.length > 0 ? [...new Set(codes)] : ['en'];
}

const top = ({ root }: Parts): Provenance => ({ pointer: '', place: { ...root.place, end: root.place.start } });

/** What stands in `briefing.yaml` itself. The content of built-in slides is read where they stand in the order. */
function readHead(parts: Parts, context: Context): ContentMap {
  const slides: readonly string[] = Object.values(BUILT_IN_KEYS);
  return walk(
    only(parts.root, key => !slides.includes(key)),
    BRIEFING,
    top(parts),
    context,
  ) as ContentMap;
}

/** The briefing's own words; null where those without which there is no deck are missing, which was reported. */
function headOf(content: ContentMap) {
  const title = textOf(content.title);
  const date = content.date;
  if (title === null || !isValue(date) || date.kind !== 'token') return null;
  return {
    title,
    date,
    subtitle: textOf(content.subtitle),
    classification: textOf(content.classification),
    author: textOf(content.author),
    keywords: isList(content.keywords) ? content.keywords.map(textOf).filter(keyword => keyword !== null) : [],
    dividers: isValue(content.dividers) && content.dividers.kind === 'flag' && content.dividers.value,
  };
}

const textOf = (content: Content | undefined): TextValue | null =>
  isValue(content) && content.kind === 'text' ? content : null;

/** Whether everything that texts and charts may refer to is there. */
const isWhole = ({ broken, facts, sources }: Parts, ledger: Ledger): boolean =>
  !broken.has('facts') &&
  !broken.has('sources') &&
  facts.every(({ key }) => ledger.facts.has(key)) &&
  sources.every(({ key }) => ledger.sources.has(key));

function brandRequest(asked: string | null, folder: string, content: ContentMap, parts: Parts) {
  const written = isValue(content.brand) && content.brand.kind === 'token' ? content.brand : null;
  const provenance = asked === null && written !== null ? at(written.place, written.pointer) : at(top(parts).place);
  const page = wordOf(content.page) as PageName | null;
  const name = asked ?? written?.value ?? DEFAULT_BRAND;
  const ground = wordOf(content.ground) as Ground | null;
  return {
    name,
    briefingFolder: folder,
    provenance,
    ...(page === null ? {} : { page }),
    ...(ground === null ? {} : { ground }),
  };
}

/** The folder's name; outputs are named after it. */
const idOf = (folder: string): string =>
  folder
    .split('/')
    .filter(part => part !== '' && part !== '.')
    .at(-1) ?? 'briefing';
