/** What the commands on briefings share: their options, building each briefing in turn, and what is said of it. */
import { type Command, Option } from 'commander';
import type { Build, BuildOptions } from '../build.ts';
import { brandNamed, briefingsUnder, type DiskProject, FileError, locate, openProject } from '../files.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { pretty, records } from '../report.ts';
import type { Format } from '../writers/writers.ts';
import { EXIT, type Terminal } from './command.ts';

export interface CommonFlags {
  readonly report: 'pretty' | 'json';
  readonly strict?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
  readonly lang?: string;
  readonly audience?: string;
  readonly brand?: string;
}

/** A briefing's project, and what came of building it. */
export interface Job {
  readonly project: DiskProject;
  readonly result: Build;
}

/** Gives a command the argument and the options of all commands on briefings. */
export function onBriefings(command: Command): Command {
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

/** The briefings that were typed, or every one under `data/`. */
export function named(typed: readonly string[]): readonly string[] {
  const briefings = typed.length > 0 ? typed : briefingsUnder('data');
  if (briefings.length === 0)
    throw new FileError('there is no briefing under data/; name a folder with a briefing.yaml');
  return briefings;
}

/** Builds without writing and prints what a listing makes of each. */
export async function inspect(
  typed: readonly string[],
  flags: CommonFlags,
  terminal: Terminal,
  listing: (result: Build) => string,
): Promise<number> {
  const { jobs, code } = await runAll(named(typed), flags, [], terminal);
  for (const { result } of jobs) terminal.print(listing(result));
  return code;
}

/** Builds all, says what was found, and gives the gravest exit code. */
export async function runAll(
  briefings: readonly string[],
  flags: CommonFlags,
  formats: readonly Format[],
  terminal: Terminal,
): Promise<{ readonly jobs: readonly Job[]; readonly code: number }> {
  const jobs: Job[] = [];
  for (const briefing of briefings) {
    const job = await run(briefing, flags, formats, terminal);
    if (flags.report === 'pretty')
      terminal.say(pretty(toldOf(job, flags), job.project, { ...job.project, colour: flags.color && terminal.colour }));
    jobs.push(job);
  }
  if (flags.report === 'json') {
    const found = jobs.flatMap(job => records(toldOf(job, flags), job.project, job.project));
    terminal.say(`${JSON.stringify(found, null, 2)}\n`);
  }
  return { jobs, code: Math.max(0, ...jobs.map(({ result }) => exitOf(result.diagnostics, flags.strict === true))) };
}

async function run(typed: string, flags: CommonFlags, formats: readonly Format[], terminal: Terminal): Promise<Job> {
  const { build } = await import('../build.ts');
  const located = locate(typed);
  const project = openProject(located.root);
  const options: BuildOptions = {
    briefing: located.name,
    formats,
    languages: flags.lang === undefined ? null : flags.lang === 'all' ? 'all' : [...new Set(flags.lang.split(','))],
    audience: flags.audience ?? null,
    brand: flags.brand === undefined ? null : brandNamed(flags.brand, located),
    modified: terminal.modified,
    strict: flags.strict === true,
  };
  return { project, result: await build(project, options) };
}

/** What of the diagnostics is printed: with `-q` what makes the build fail. */
const toldOf = ({ result }: Job, flags: CommonFlags): readonly Diagnostic[] =>
  result.diagnostics.filter(diagnostic => flags.quiet !== true || isFatal(diagnostic, flags.strict === true));

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
