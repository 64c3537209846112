/** Templates by name, parsed and checked once an edition. */
import type { Template } from '../model/contract.ts';
import { recallWithReports } from '../model/memory.ts';
import { contractOf } from './catalogue.ts';
import type { Edition } from './edition.ts';
import { cutContent, type Pieces } from './markup.ts';
import { checkNames } from './names.ts';
import { parseTemplate, type Syntax } from './syntax.ts';

export interface Loaded {
  readonly syntax: Syntax;
  readonly pieces: Pieces;
}

/** A template's syntax; null where there is none or it cannot be parsed. What is wrong in it is reported the first time. */
export function load(edition: Edition, template: Template): Loaded | null {
  const known = edition.syntaxes.get(template.name);
  if (known !== undefined) return known;
  const loaded = recallWithReports(
    edition.memory,
    `syntax ${template.file}\n${template.text}`,
    edition.report,
    report => {
      const syntax = parseTemplate(template, report);
      return syntax === null ? null : { syntax, pieces: cutContent(syntax, report) };
    },
  );
  edition.syntaxes.set(template.name, loaded);
  edition.files.push(template.file);
  if (loaded !== null) checkNames(edition, loaded.syntax, contractOf(edition, template));
  return loaded;
}
