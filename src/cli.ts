#!/usr/bin/env node
/** argv in, exit code out: the only file that knows `process`. */
import { join } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Build, BuildOptions } from './build.ts';
import { EMITTED, type Emitted, emitted } from './emit.ts';
import { brandNamed, briefingsUnder, type DiskProject, FileError, locate, openProject, writeFiles } from './files.ts';
import { facts, outline } from './listing.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import { pretty, records } from './report.ts';
import { targetOf, UsageError } from './target.ts';
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
  readonly to?: readonly Format[];
  readonly emit?: Emitted;
}

/** A briefing's project, and what came of building it. */
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
    if (error instanceof UsageError || error instanceof FileError) {
      say(`error: ${error.message}\n`);
      return error instanceof UsageError ? EXIT.usage : EXIT.file;
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
    .option('--to <formats>', `formats to write, with commas: ${FORMATS.join(', ')} (default: pptx)`, formatList)
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
  if (unknown === undefined) return asked as Format[];
  throw new InvalidArgumentError(`There is no format \`${unknown}\`; known: ${FORMATS.join(', ')}.`);
}

async function write(typed: readonly string[], flags: BuildFlags): Promise<number> {
  const briefings = named(typed);
  const target = targetOf(flags.output, flags.to, briefings.length);
  const { jobs, code } = await runAll(briefings, flags, formatsOf(flags, target.formats));
  if (flags.emit !== undefined) {
    for (const { result } of jobs) print(emitted(flags.emit, result));
    return code;
  }
  const files = jobs.flatMap(({ result }) => target.files(result));
  const twice = files.find(({ path }, index) => files.findIndex(file => file.path === path) < index);
  if (twice !== undefined)
    throw new UsageError(`two decks would be written to ${twice.path}; build them apart, with -o`);
  for (const path of await writeFiles(files)) if (flags.quiet !== true) print(`${path}\n`);
  return code;
}

/** What to write: for `--emit`, the text form of the scene alone or nothing. */
function formatsOf({ emit }: BuildFlags, formats: readonly Format[]): readonly Format[] {
  if (emit === undefined) return formats;
  return emit === 'scene' ? ['text'] : [];
}

/** Builds without writing and prints what a listing makes of each. */
async function inspect(
  typed: readonly string[],
  flags: CommonFlags,
  listing: (result: Build) => string,
): Promise<number> {
  const { jobs, code } = await runAll(named(typed), flags, []);
  for (const { result } of jobs) print(listing(result));
  return code;
}

/** Builds all, says what was found, and gives the gravest exit code. */
async function runAll(
  briefings: readonly string[],
  flags: CommonFlags,
  formats: readonly Format[],
): Promise<{ readonly jobs: readonly Job[]; readonly code: number }> {
  const jobs: Job[] = [];
  for (const briefing of briefings) {
    const job = await run(briefing, flags, formats);
    if (flags.report === 'pretty')
      say(pretty(toldOf(job, flags), job.project, { ...job.project, colour: colours(flags) }));
    jobs.push(job);
  }
  if (flags.report === 'json') {
    say(
      `${JSON.stringify(
        jobs.flatMap(job => records(toldOf(job, flags), job.project, job.project)),
        null,
        2,
      )}\n`,
    );
  }
  return { jobs, code: Math.max(0, ...jobs.map(({ result }) => exitOf(result.diagnostics, flags.strict === true))) };
}

/** What of the diagnostics is printed: with `-q` what makes the build fail. */
const toldOf = ({ result }: Job, flags: CommonFlags): readonly Diagnostic[] =>
  result.diagnostics.filter(diagnostic => flags.quiet !== true || isFatal(diagnostic, flags.strict === true));

/** NO_COLOR (no-color.org): any value but an empty one. */
const colours = (flags: CommonFlags): boolean =>
  flags.color && (process.env.NO_COLOR ?? '') === '' && process.stderr.isTTY === true;

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
    languages: flags.lang === undefined ? null : flags.lang === 'all' ? 'all' : [...new Set(flags.lang.split(','))],
    audience: flags.audience ?? null,
    brand: flags.brand === undefined ? null : brandNamed(flags.brand, located),
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

/** 3 or 4 where every error is a file's or a limit's; 1 for any other error, and for warnings where they fail. */
function exitOf(diagnostics: readonly Diagnostic[], strict: boolean): number {
  const exits = new Set(
    diagnostics.filter(diagnostic => isFatal(diagnostic, strict)).map(({ problem }) => problem.exit ?? EXIT.briefing),
  );
  if (exits.size === 0) return EXIT.done;
  return exits.size === 1 ? [...exits][0]! : EXIT.briefing;
}

const isFatal = ({ problem }: Diagnostic, strict: boolean): boolean =>
  problem.severity === 'error' || (strict && problem.severity === 'warning');

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
    path: join(folder, name),
    bytes: new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`),
  }));
  for (const path of await writeFiles(files)) print(`${path}\n`);
  return EXIT.done;
}

/** Whoever reads us may stop reading: `briefwright build --emit nodes | head`. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}
process.on('SIGINT', () => process.exit(EXIT.interrupted));
process.exitCode = await main(process.argv);
