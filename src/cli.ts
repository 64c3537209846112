#!/usr/bin/env node
/** argv in, exit code out: the only file that knows `process`. */
import { basename, dirname, extname } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import type { Build, BuildOptions } from './build.ts';
import { EMITTED, type Emitted, emitted } from './emit.ts';
import { briefingsUnder, type DiskProject, FileError, locate, openProject, writeArtifacts } from './files.ts';
import { facts, outline } from './listing.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import { pretty, records } from './report.ts';
import { VERSION } from './version.ts';
import { FORMATS, type Format } from './writers/writers.ts';

const EXIT = { done: 0, briefing: 1, usage: 2, file: 3, bug: 70, interrupted: 130 } as const;

interface CommonFlags {
  readonly report: 'pretty' | 'json';
  readonly strict?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
  readonly lang?: string;
  readonly audience?: string;
  readonly brand?: string;
}
interface BuildFlags extends CommonFlags {
  readonly output: string;
  readonly to: readonly Format[];
  readonly emit?: Emitted;
}

/** What a command works on: a briefing, its project, and what came of building it. */
interface Job {
  readonly project: DiskProject;
  readonly result: Build;
}

const say = (text: string): void => void process.stderr.write(text);
const print = (text: string): void => void process.stdout.write(text);

/** Runs the command line; the result is the exit code. */
async function main(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  try {
    await commands(result => {
      code = result;
    }).parseAsync([...argv]);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (error instanceof FileError) {
      say(`error: ${error.message}\n`);
      return EXIT.file;
    }
    say(`This is a bug in briefwright ${VERSION}, not in your briefing. Please report it with what follows.\n\n`);
    say(`${error instanceof Error ? error.stack : String(error)}\n`);
    return EXIT.bug;
  }
}

function commands(finish: (code: number) => void): Command {
  const program = new Command('briefwright')
    .description('Compiles structured facts into a branded, native, editable PowerPoint briefing.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeErr: say })
    .showHelpAfterError('(briefwright --help shows every command)');

  onBriefings(program.command('build'))
    .description('check briefings and write their decks; every briefing under data/ where none is named')
    .option('-o, --output <path>', 'a file where it ends in a known extension, else a folder', 'output')
    .option('--to <formats>', `formats to write, with commas: ${FORMATS.join(', ')}`, formatList, ['pptx'] as const)
    .addOption(new Option('--emit <form>', 'print an intermediate form and write nothing').choices(EMITTED))
    .action(async (briefings: string[], flags: BuildFlags) => finish(await write(briefings, flags)));

  onBriefings(program.command('check'))
    .description('read, lay out and check briefings; write nothing')
    .action(async (briefings: string[], flags: CommonFlags) => finish(await inspect(briefings, flags, () => '')));

  onBriefings(program.command('outline'))
    .description('print the titles alone: the storyline')
    .action(async (briefings: string[], flags: CommonFlags) => finish(await inspect(briefings, flags, outline)));

  onBriefings(program.command('facts'))
    .description('print the ledger: where each fact is shown, what is unused or unverified')
    .action(async (briefings: string[], flags: CommonFlags) => finish(await inspect(briefings, flags, facts)));

  program
    .command('explain')
    .description('say what a diagnostic means and how to mend it; all of them where none is named')
    .argument('[code]')
    .action(async (code: string | undefined) => finish(await explain(code)));

  program
    .command('schema')
    .description('write the JSON Schemas that editors complete from')
    .option('-o, --output <folder>', 'where to', 'schemas')
    .action(async (flags: { output: string }) => finish(await schema(flags.output)));
  return program;
}

/** What every command on briefings takes. */
function onBriefings(command: Command): Command {
  return command
    .argument('[briefing...]', 'folders that hold a briefing.yaml')
    .option('--lang <code>', 'a language of the briefing, or all')
    .option('--audience <name>', 'the slides of one audience, in its order')
    .option('--brand <name>', 'another brand: a folder, or a name under assets/brands')
    .addOption(
      new Option('--report <form>', 'how diagnostics are printed').choices(['pretty', 'json']).default('pretty'),
    )
    .option('--strict', 'warnings fail too')
    .option('-q, --quiet', 'print errors only')
    .option('--no-color', 'no colours (also: NO_COLOR)');
}

function formatList(typed: string): readonly Format[] {
  const asked = typed.split(',').map(name => name.trim());
  const unknown = asked.find(name => !FORMATS.includes(name as Format));
  if (unknown !== undefined) {
    throw new CommanderError(2, 'format', `error: there is no format \`${unknown}\`; known: ${FORMATS.join(', ')}`);
  }
  return asked as Format[];
}

async function write(typed: readonly string[], flags: BuildFlags): Promise<number> {
  const single = FORMATS.find(format => extname(flags.output) === `.${format}`);
  const formats = formatsOf(flags, single);
  let code: number = EXIT.done;
  for (const briefing of named(typed)) {
    const job = await run(briefing, flags, formats);
    const failed = verdict(job, flags);
    code = Math.max(code, failed);
    if (failed !== EXIT.done) continue;
    if (flags.emit !== undefined) {
      print(emitted(flags.emit, job.result));
      continue;
    }
    const { artifacts } = job.result;
    const one = single !== undefined && artifacts.length === 1;
    const renamed = one ? artifacts.map(artifact => ({ ...artifact, name: basename(flags.output) })) : artifacts;
    const folder = single === undefined ? flags.output : dirname(flags.output);
    for (const path of await writeArtifacts(folder, renamed)) if (flags.quiet !== true) print(`${path}\n`);
  }
  return code;
}

/** What to write: for `--emit`, the text form of the scene alone or nothing. */
function formatsOf(flags: BuildFlags, single: Format | undefined): readonly Format[] {
  if (flags.emit !== undefined) return flags.emit === 'scene' ? ['text'] : [];
  return single === undefined ? flags.to : [single];
}

/** Builds without writing and prints what a listing makes of the result. */
async function inspect(
  typed: readonly string[],
  flags: CommonFlags,
  listing: (result: Build) => string,
): Promise<number> {
  let code: number = EXIT.done;
  for (const briefing of named(typed)) {
    const job = await run(briefing, flags, []);
    code = Math.max(code, verdict(job, flags));
    print(listing(job.result));
  }
  return code;
}

function named(typed: readonly string[]): readonly string[] {
  const briefings = typed.length > 0 ? typed : briefingsUnder('data');
  if (briefings.length === 0)
    throw new FileError('there is no briefing under data/; name a folder with a briefing.yaml');
  return briefings;
}

async function run(typed: string, flags: CommonFlags, formats: readonly Format[]): Promise<Job> {
  const { build } = await import('./build.ts');
  const located = locate(typed);
  const project = openProject(located.root);
  const options: BuildOptions = {
    briefing: located.name,
    formats,
    languages: flags.lang === undefined ? null : flags.lang === 'all' ? 'all' : flags.lang.split(','),
    audience: flags.audience ?? null,
    brand: flags.brand ?? null,
    modified: sourceDate(),
    strict: flags.strict === true,
  };
  return { project, result: await build(project, options) };
}

/** SOURCE_DATE_EPOCH (reproducible-builds.org): seconds since 1970, as the instant written into documents. */
function sourceDate(): string | null {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return epoch !== undefined && /^\d{1,11}$/.test(epoch) ? new Date(Number(epoch) * 1000).toISOString() : null;
}

/** Prints what was found and says with which code to end. */
function verdict({ project, result }: Job, flags: CommonFlags): number {
  const shown = result.diagnostics.filter(({ problem }) => flags.quiet !== true || problem.severity === 'error');
  const display = (name: string): string => project.display(name);
  if (flags.report === 'json') say(`${JSON.stringify(records(shown, project, { display }), null, 2)}\n`);
  else
    say(
      pretty(shown, project, {
        display,
        colour: flags.color && process.env.NO_COLOR === undefined && process.stderr.isTTY === true,
      }),
    );
  return exitOf(result.diagnostics, flags.strict === true);
}

/** 3 or 4 where every error is a file's or a limit's; 1 for any other error, and for warnings where they fail. */
function exitOf(diagnostics: readonly Diagnostic[], strict: boolean): number {
  const fatal = diagnostics.filter(
    ({ problem }) => problem.severity === 'error' || (strict && problem.severity === 'warning'),
  );
  if (fatal.length === 0) return EXIT.done;
  const exits = new Set(fatal.map(({ problem }) => problem.exit ?? EXIT.briefing));
  return exits.size === 1 ? [...exits][0]! : EXIT.briefing;
}

async function explain(code: string | undefined): Promise<number> {
  const { explanation } = await import('./problems.ts');
  const text = explanation(code ?? null);
  if (text === null) {
    say(`error: there is no diagnostic \`${code}\`; \`briefwright explain\` lists them\n`);
    return EXIT.usage;
  }
  print(text);
  return EXIT.done;
}

async function schema(folder: string): Promise<number> {
  const { schemas } = await import('./read/read.ts');
  const files = [...schemas(openProject(process.cwd()))].map(([name, content]) => ({
    name,
    bytes: new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`),
  }));
  for (const path of await writeArtifacts(folder, files)) print(`${path}\n`);
  return EXIT.done;
}

process.on('SIGINT', () => process.exit(EXIT.interrupted));
process.exitCode = await main(process.argv);
