/** `brand`: what is understood of a brand or of a corporate template, and what it lacks. */
import { Command } from 'commander';
import { brandNamed, FileError, openProject, readIfThere } from '../files.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { NOWHERE } from '../model/origin.ts';
import { portrait, referencePortrait } from '../portrait.ts';
import { referenceOf } from '../reference.ts';
import { pretty } from '../report.ts';
import { EXIT, type MakeCommand, type Terminal } from './command.ts';
import { deckFault } from './fault.ts';

export const brand: MakeCommand = (terminal, finish) =>
  new Command('brand')
    .description(
      'say what is understood of a brand, or of a corporate template: colours, fonts, layouts, what is missing',
    )
    .argument('<brand>', 'a folder, a name under assets/brands, or a .potx or .pptx file')
    .action(async (typed: string) =>
      finish(/\.(potx|pptx)$/i.test(typed) ? template(typed, terminal) : await folder(typed, terminal)),
    );

function template(file: string, terminal: Terminal): number {
  const bytes = readIfThere(file);
  if (bytes === null) throw new FileError(`there is no ${file}`);
  terminal.print(referencePortrait(opened(file, bytes)));
  return EXIT.done;
}

function opened(file: string, bytes: Uint8Array) {
  try {
    const reference = referenceOf(bytes);
    if (reference !== null) return reference;
  } catch (error) {
    throw deckFault(file, error);
  }
  throw new FileError(`${file} holds no presentation`);
}

async function folder(typed: string, terminal: Terminal): Promise<number> {
  const { readBrand } = await import('../read/read.ts');
  const project = openProject('.');
  const found: Diagnostic[] = [];
  const name = brandNamed(typed, { root: '.', name: '.' });
  const read = readBrand(project, { name, briefingFolder: '', provenance: NOWHERE }, fault => found.push(fault));
  terminal.say(pretty(found, project, { ...project, colour: terminal.colour }));
  if (read !== null) terminal.print(portrait(read.brand, read.layouts));
  return read === null || found.some(({ problem }) => problem.severity === 'error') ? EXIT.briefing : EXIT.done;
}
