/** The door of this room: every command, and what runs the one that was typed. */
import { Command, CommanderError } from 'commander';
import { FileError } from '../files.ts';
import { UsageError } from '../target.ts';
import { VERSION } from '../version.ts';
import { brand } from './brand.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { EXIT, type MakeCommand, type Terminal } from './command.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { facts } from './facts.ts';
import { init } from './init.ts';
import { create } from './new.ts';
import { outline } from './outline.ts';
import { preview } from './preview.ts';
import { schema } from './schema.ts';
import { trace } from './trace.ts';

export { UsageError } from '../target.ts';
export { EXIT, type Terminal } from './command.ts';

/** In the order in which `--help` lists them. */
const COMMANDS: readonly MakeCommand[] = [
  build,
  preview,
  check,
  outline,
  facts,
  trace,
  diff,
  init,
  create,
  brand,
  explain,
  schema,
];

/** Runs what was typed after `briefwright`; the result is the exit code. */
export async function run(typed: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = EXIT.done;
  const program = programOf(terminal, result => {
    code = result;
  });
  try {
    await program.parseAsync(typed, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (error instanceof UsageError || error instanceof FileError) {
      terminal.say(`error: ${error.message}\n`);
      return error instanceof UsageError ? EXIT.usage : EXIT.file;
    }
    terminal.say(
      `This is a bug in briefwright ${VERSION}, not in your briefing. Please report it with what follows.\n\n`,
    );
    terminal.say(`${error instanceof Error ? error.stack : String(error)}\n`);
    return EXIT.bug;
  }
}

function programOf(terminal: Terminal, finish: (code: number) => void): Command {
  const program = new Command('briefwright')
    .description('Compiles structured facts into a branded, native, editable PowerPoint briefing.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeOut: terminal.print, writeErr: terminal.say })
    .showHelpAfterError('(briefwright --help shows every command)');
  for (const make of COMMANDS) program.addCommand(make(terminal, finish).copyInheritedSettings(program));
  return program;
}
