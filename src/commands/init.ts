/** `init`: a new project with a small briefing in it, which is built at once. */
import { basename, join, resolve } from 'node:path';
import { Command } from 'commander';
import { type File, FileError, openProject, readIfThere, writeFiles, writeNewFiles } from '../files.ts';
import { build } from './build.ts';
import type { MakeCommand, Terminal } from './command.ts';
import { schemaFiles } from './schema.ts';
import { isName, starter, titleOf } from './starters.ts';

export const init: MakeCommand = (terminal, finish) =>
  new Command('init')
    .description('write a small briefing to begin with, and build it; nothing that is there is overwritten')
    .argument('[folder]', 'the project’s folder', '.')
    .option('--title <words>', 'what the deck is called')
    .action(async (folder: string, flags: { title?: string }) => {
      const name = nameOf(folder);
      await write(folder, name, flags.title ?? titleFor(name), terminal);
      const briefing = join(folder, 'data', name);
      await build(terminal, finish).parseAsync([briefing, '-o', join(folder, 'output')], { from: 'user' });
      terminal.say(
        `\nThe figures are made up, so the slides that show them say Draft. Write your own in ${join(briefing, 'facts.yaml')},\n` +
          `then \`npm run build:deck\`${folder === '.' ? '' : ` in ${folder}`}.\n`,
      );
    });

/** The briefing has the folder's name, where that can be one. */
function nameOf(folder: string): string {
  const name = basename(resolve(folder))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  return isName(name) ? name : 'my-briefing';
}

/** A numeral in a title wants a fact, and a folder's name has none. */
const titleFor = (name: string): string => (/\d/.test(name) ? 'My briefing' : titleOf(name));

const BRIEFING = ['briefing.yaml', 'facts.yaml', 'sources.yaml', 'sections/harbour.yaml'];

/** What belongs to the project rather than to the briefing: where it is there already, it stays. */
const BESIDE: readonly (readonly [string, string])[] = [
  ['.gitignore', 'editor/gitignore'],
  ['.vscode/settings.json', 'editor/settings.json'],
  ['.vscode/extensions.json', 'editor/extensions.json'],
];

async function write(folder: string, name: string, title: string, terminal: Terminal): Promise<void> {
  const words = { TITLE: JSON.stringify(title), DATE: terminal.today() };
  const briefing = BRIEFING.map(file => ({
    path: join(folder, 'data', name, file),
    bytes: starter(`briefing/${file}`, words),
  }));
  // Judged before anything is written.
  const manifest = manifestOf(join(folder, 'package.json'));
  const beside = [
    ...BESIDE.map(([path, from]) => ({ path: join(folder, path), bytes: starter(from) })),
    ...(await schemaFiles(openProject(resolve(folder)), join(folder, 'schemas'))),
  ];
  const kept = beside.filter(({ path }) => readIfThere(path) !== null);
  const written = [
    ...(await writeNewFiles(briefing)),
    ...(await writeFiles([...beside.filter(file => !kept.includes(file)), ...manifest])),
  ];
  for (const path of written) terminal.print(`${path}\n`);
  for (const { path } of kept) terminal.say(`${path} was there and is as it was.\n`);
}

const SCRIPTS = { 'build:deck': 'briefwright build', check: 'briefwright check' };

/** The package.json with the scripts that it lacks; nothing where it lacks none. */
function manifestOf(path: string): readonly File[] {
  const bytes = readIfThere(path);
  let manifest: { scripts?: Record<string, string> };
  try {
    manifest = bytes === null ? { private: true } : JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new FileError(`${path} is not JSON; nothing was written`);
  }
  const scripts = { ...SCRIPTS, ...manifest.scripts };
  if (Object.keys(SCRIPTS).every(script => manifest.scripts?.[script] !== undefined)) return [];
  const text = `${JSON.stringify({ ...manifest, scripts }, null, 2)}\n`;
  return [{ path, bytes: new TextEncoder().encode(text) }];
}
