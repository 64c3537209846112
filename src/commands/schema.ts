/** `schema`: the JSON Schemas that editors complete from. */
import { join } from 'node:path';
import { Command } from 'commander';
import { type DiskProject, type File, openProject, writeFiles } from '../files.ts';
import { EXIT, type MakeCommand, type Terminal } from './command.ts';

export const schema: MakeCommand = (terminal, finish) =>
  new Command('schema')
    .description('write the JSON Schemas that editors complete from')
    .option('-o, --output <folder>', 'where to', 'schemas')
    .action(async (flags: { output: string }) => finish(await write(flags.output, terminal)));

/** The schemas as files in a folder. */
export async function schemaFiles(project: DiskProject, folder: string): Promise<readonly File[]> {
  const { schemas } = await import('../read/read.ts');
  return [...schemas(project)].map(([name, content]) => ({
    path: join(folder, name),
    bytes: new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`),
  }));
}

async function write(folder: string, terminal: Terminal): Promise<number> {
  for (const path of await writeFiles(await schemaFiles(openProject('.'), folder))) terminal.print(`${path}\n`);
  return EXIT.done;
}
