/** Fixed words of the templates, by English phrase and language. */
import type { Report } from '../model/diagnostic.ts';
import type { Memory } from '../model/memory.ts';
import type { Project } from '../model/project.ts';
import { isMap } from '../model/value.ts';
import { entriesIn, wordOf } from './content.ts';
import { blankContext } from './context.ts';
import { WORDS } from './contracts/template.ts';
import { openDocument } from './document.ts';
import { templateFolders } from './templates.ts';
import { walk } from './walk.ts';

/** The `words.yaml` of every template folder in one table; the briefing's own words come first. */
export function readWords(
  folder: string,
  project: Project,
  report: Report,
  memory: Memory,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const words = new Map<string, Map<string, string>>();
  for (const root of templateFolders(folder)) {
    const document = openDocument(project, `${root}/words.yaml`, report, memory);
    if (document === null || document.root === null) continue;
    const spot = { pointer: '', place: { file: document.file, start: 0, end: 0 } };
    const content = walk(document.root, WORDS, spot, blankContext(project, report));
    if (!isMap(content)) continue;
    for (const [phrase, translations] of entriesIn(content)) {
      if (!isMap(translations)) continue;
      const known = words.get(phrase) ?? new Map<string, string>();
      for (const [language, word] of entriesIn(translations)) {
        const translation = wordOf(word);
        if (translation !== null && !known.has(language)) known.set(language, translation);
      }
      words.set(phrase, known);
    }
  }
  return words;
}
