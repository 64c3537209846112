/** The files of a briefing, opened and taken apart: what stands where, before anything is judged. */
import { BUILT_IN_SLIDES } from '../model/briefing.ts';
import { diagnose, type Report } from '../model/diagnostic.ts';
import type { Memory } from '../model/memory.ts';
import { nearest } from '../model/nearest.ts';
import { at, type Place } from '../model/origin.ts';
import { type Project, SETTINGS } from '../model/project.ts';
import { type Document, openDocument } from './document.ts';
import { DUPLICATE_KEY, MISSING_FILE, STRAY_FILE, WRONG_TYPE } from './problems.ts';
import { childOf, type DataNode, describe, type Entry, entriesOf, type MapNode, only } from './tree.ts';

export interface Parts {
  readonly file: string;
  /** `briefing.yaml` without what the other parts hold. */
  readonly root: MapNode;
  readonly units: readonly Entry[];
  readonly facts: readonly Entry[];
  readonly sources: readonly Entry[];
  /** Each section under its id, in the order of the file, or of the files' names. */
  readonly sections: readonly Entry[];
  /** Parts of which a file could not be read: what they name is taken on trust. A section stands here by its id. */
  readonly broken: ReadonlySet<string>;
}

/** Opens `briefing.yaml` and what stands beside it; null where there is no usable `briefing.yaml`, which was reported. */
export function openParts(project: Project, folder: string, report: Report, memory: Memory): Parts | null {
  const file = inFolder(folder, 'briefing.yaml');
  const briefing = openDocument(project, file, report, memory);
  if (briefing === null) {
    const place = { file, start: 0, end: 0 };
    report(
      diagnose(MISSING_FILE, at(place), `There is no ${file}.`, { hint: 'name the folder that holds briefing.yaml' }),
    );
    return null;
  }
  const opened: Opened = { report, memory, broken: new Set() };
  const facts = open(project, inFolder(folder, 'facts.yaml'), 'facts', opened);
  const sources = open(project, inFolder(folder, 'sources.yaml'), 'sources', opened);
  const sections = openSections(project, inFolder(folder, 'sections'), opened);
  const root = overridden(mapOf(briefing, opened), open(project, SETTINGS, 'settings', opened));
  const inRoot = entriesOf(childOf(root, 'sections'));
  reportMissing(
    folder,
    root,
    [...inRoot, ...sections].map(({ key }) => key),
    opened,
  );
  reportStrays(project, folder, report);
  if (root === null) return null;
  return {
    file,
    root: only(root, key => !['units', 'facts', 'sources', 'sections'].includes(key)),
    units: merge([entriesIn(root, 'units', opened), entriesIn(facts, 'units', opened)], opened),
    facts: merge([entriesIn(root, 'facts', opened), entriesIn(facts, 'facts', opened)], opened),
    sources: merge([entriesIn(root, 'sources', opened), entriesOf(sources)], opened),
    sections: merge([entriesIn(root, 'sections', opened), sections], opened),
    broken: opened.broken,
  };
}

/** The map with what was set from outside in place of its own. */
function overridden(root: MapNode | null, settings: MapNode | null): MapNode | null {
  if (root === null || settings === null) return root;
  const kept = only(root, key => settings.entries.every(entry => entry.key !== key));
  return { ...kept, entries: [...kept.entries, ...settings.entries] };
}

/** Sections that the order names and nobody has written, unless the name is a slip of one that is there. */
function reportMissing(folder: string, root: MapNode | null, written: readonly string[], opened: Opened): void {
  const order = childOf(root, 'order');
  const known = [...BUILT_IN_SLIDES, ...written];
  for (const name of order?.kind === 'list' ? order.items : []) {
    if (name.kind !== 'scalar' || opened.broken.has(name.text) || nearest(name.text, known) !== null) continue;
    const file = inFolder(folder, `sections/${name.text}.yaml`);
    opened.report(
      diagnose(MISSING_FILE, at(name.place), `There is no slide or section \`${name.text}\`, and no ${file}.`),
    );
    opened.broken.add(name.text);
  }
}

const inFolder = (folder: string, name: string): string =>
  folder === '' || folder === '.' ? name : `${folder}/${name}`;

const FILES = ['briefing.yaml', 'facts.yaml', 'sources.yaml'];

/** A file beside the briefing that is not read, and is named almost like one that is. */
function reportStrays(project: Project, folder: string, report: Report): void {
  const names = project.list(folder).filter(name => /\.ya?ml$/.test(name) && !FILES.includes(name));
  for (const name of names) {
    const near = nearest(name, FILES);
    if (near === null) continue;
    const origin = at({ file: inFolder(folder, name), start: 0, end: 0 });
    report(diagnose(STRAY_FILE, origin, `\`${name}\` is not read.`, { hint: `did you mean \`${near}\`?` }));
  }
}

interface Opened {
  readonly report: Report;
  readonly memory: Memory;
  readonly broken: Set<string>;
}

function open(project: Project, file: string, part: string, opened: Opened): MapNode | null {
  const document = openDocument(project, file, opened.report, opened.memory);
  if (document === null) return null;
  const root = mapOf(document, opened);
  if (root === null) opened.broken.add(part);
  return root;
}

/** The entry of a section's file has the file's name for a key, and the file's first line for a place. */
function openSections(project: Project, folder: string, opened: Opened): readonly Entry[] {
  const names = project.list(folder).filter(name => /\.ya?ml$/.test(name));
  return names.flatMap(name => {
    const key = name.replace(/\.ya?ml$/, '');
    const value = open(project, `${folder}/${name}`, key, opened);
    return value === null ? [] : [{ key, place: { ...value.place, end: value.place.start }, value }];
  });
}

function mapOf(document: Document, opened: Opened): MapNode | null {
  const { root } = document;
  if (root === null || root.kind === 'map') return root;
  opened.report(diagnose(WRONG_TYPE, at(root.place, ''), `Expected a map of keys, found ${describe(root)}.`));
  return null;
}

function entriesIn(root: DataNode | null, key: string, opened: Opened): readonly Entry[] {
  const node = childOf(root, key);
  if (node === null || node.kind === 'map') return entriesOf(node);
  opened.report(diagnose(WRONG_TYPE, at(node.place, `/${key}`), `Expected a map, found ${describe(node)}.`));
  opened.broken.add(key);
  return [];
}

/** Entries of several files in one list; an id that stands twice is kept once. */
function merge(lists: readonly (readonly Entry[])[], opened: Opened): readonly Entry[] {
  const places = new Map<string, Place>();
  return lists.flat().filter(({ key, place }) => {
    const twin = places.get(key);
    places.set(key, twin ?? place);
    if (twin === undefined) return true;
    const message = `\`${key}\` stands in ${twin.file} and in ${place.file}.`;
    opened.report(diagnose(DUPLICATE_KEY, at(place), message, { hint: 'keep one of the two' }));
    return false;
  });
}
