/** `schema`: the JSON Schemas that editors complete from. */
import { join } from 'node:path';
import { Command } from 'commander';
import { openProject, writeFiles } from '../files.ts';
import { EXIT, type MakeCommand, type Terminal } from './command.ts';

export const schema: MakeCommand = (terminal, finish) =>
  new Command('schema')
    .description('write the JSON Schemas that editors complete from')
    .option('-o, --output <folder>', 'where to', 'schemas')
    .action(async (flags: { output: string }) => finish(await write(flags.output, terminal)));

async function write(folder: string, terminal: Terminal): Promise<number> {
  const { schemas } = await import('../read/read.ts');
  const files = [...schemas(openProject('.'))].map(([name, content]) => ({
    path: join(folder, name),
    bytes: new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`),
  }));
  for (const path of await writeFiles(files)) terminal.print(`${path}\n`);
  return EXIT.done;
}
