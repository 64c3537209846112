/** A YAML file as a tree, or the reasons why it is none. */
import { parseDocument } from 'yaml';
import { diagnose, type Report } from '../model/diagnostic.ts';
import { FORBIDDEN_CHARACTERS } from '../model/language.ts';
import { type Memory, recallWithReports } from '../model/memory.ts';
import { at } from '../model/origin.ts';
import type { Project } from '../model/project.ts';
import { decode, forbidden } from './decode.ts';
import { grow } from './grow.ts';
import { EMPTY_FILE, FORBIDDEN_CHARACTER } from './problems.ts';
import { reportSyntax, YAML_OPTIONS } from './syntax.ts';
import type { DataNode, Stretch } from './tree.ts';

export interface Document {
  readonly file: string;
  readonly text: string;
  /** Null where the file is empty or is not YAML; that was reported. */
  readonly root: DataNode | null;
}

/** Reads a YAML file; null where there is no such file, which is for the caller to judge. */
export function openDocument(project: Project, file: string, report: Report, memory: Memory): Document | null {
  const bytes = project.read(file);
  if (bytes === null) return null;
  const text = decode(file, bytes, report);
  if (text === null) return { file, text: '', root: null };
  const root = recallWithReports(memory, `yaml ${file}\n${text}`, report, report =>
    parseYaml({ file, text, start: 0, end: text.length }, report),
  );
  return { file, text, root };
}

/** The stretch as a tree; null where it was reported as empty or as no YAML. */
export function parseYaml(stretch: Stretch, report: Report): DataNode | null {
  const document = parseDocument(stretch.text.slice(stretch.start, stretch.end), YAML_OPTIONS);
  const growth = grow(document, stretch);
  if (document.errors.length > 0 && !growth.exhausted) {
    reportSyntax(stretch, document, report);
    return null;
  }
  growth.faults.forEach(report);
  reportForbidden(stretch, report);
  if (growth.exhausted) return null;
  if (growth.tree === null) {
    const origin = at({ file: stretch.file, start: stretch.start, end: stretch.start });
    report(diagnose(EMPTY_FILE, origin, 'The file has no content.', { hint: 'write its keys, or delete the file' }));
  }
  return growth.tree;
}

function reportForbidden({ file, text, start, end }: Stretch, report: Report): void {
  const pattern = new RegExp(FORBIDDEN_CHARACTERS.source, 'g');
  for (const match of text.slice(start, end).matchAll(pattern)) {
    const place = { file, start: start + match.index, end: start + match.index + match[0].length };
    report(diagnose(FORBIDDEN_CHARACTER, at(place), forbidden(match[0]), { hint: 'delete the character' }));
  }
}
