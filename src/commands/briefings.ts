/** What the commands on briefings share: their options, building each briefing in turn, and what is said of it. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Build, BuildOptions } from '../build.ts';
import { brandNamed, briefingsUnder, type DiskProject, FileError, locate, openProject } from '../files.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { FORGETFUL, type Memory } from '../model/memory.ts';
import { pretty, records } from '../report.ts';
import { sarif } from '../sarif.ts';
import { SETTABLE, type Settable, withSettings } from '../settings.ts';
import { UsageError } from '../target.ts';
import { EXIT, type Terminal } from './command.ts';
import { openSteps, type Steps } from './steps.ts';

export interface CommonFlags {
  readonly report: 'pretty' | 'json' | 'sarif';
  readonly strict?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
  readonly lang?: string;
  readonly audience?: string;
  readonly brand?: string;
  readonly release?: boolean;
  readonly set: ReadonlyMap<Settable, string>;
  readonly timings?: boolean;
}

/** What a build is asked for beyond the flags of all commands. */
export type Wanted = Pick<BuildOptions, 'formats' | 'slides' | 'width'>;

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
    .option('--release', 'refuse facts that are still to be verified, instead of marking their slides as a draft')
    .option('--set <key=value>', `one of ${SETTABLE.join(', ')}, in place of the briefing's own`, setting, new Map())
    .addOption(
      new Option('--report <form>', 'how diagnostics are printed')
        .choices(['pretty', 'json', 'sarif'])
        .default('pretty'),
    )
    .option('--timings', 'say where the time went')
    .option('--strict', 'warnings fail too')
    .option('-q, --quiet', 'print errors only')
    .option('--no-color', 'no colours (also: NO_COLOR)');
}

/** Adds `key=value` to what is set. */
function setting(typed: string, before: ReadonlyMap<Settable, string>): ReadonlyMap<Settable, string> {
  const [, key, value] = /^([^=]*)=(.*)$/s.exec(typed) ?? [];
  const known = SETTABLE.find(name => name === key);
  if (known !== undefined && value !== undefined) return new Map([...before, [known, value]]);
  const fault = value === undefined ? 'It is written key=value.' : `\`${key}\` cannot be set.`;
  throw new InvalidArgumentError(`${fault} What can be set: ${SETTABLE.join(', ')}.`);
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
  const { jobs, code, steps } = await runAll(named(typed), flags, { formats: [] }, terminal);
  for (const { result } of jobs) terminal.print(listing(result));
  finishSteps(steps, flags, terminal);
  return code;
}

/** Builds all, each with what its earlier builds have left; says what was found, and gives the gravest exit code. */
export async function runAll(
  briefings: readonly string[],
  flags: CommonFlags,
  wanted: Wanted,
  terminal: Terminal,
  memories: ReadonlyMap<string, Memory> = new Map(),
): Promise<{ readonly jobs: readonly Job[]; readonly code: number; readonly steps: Steps }> {
  if (flags.timings === true && flags.report !== 'pretty')
    throw new UsageError(`--timings are lines of text, and --report ${flags.report} is none; ask for one of the two`);
  const steps = openSteps(terminal, flags.quiet !== true);
  const jobs: Job[] = [];
  for (const briefing of briefings) {
    const job = await run(briefing, flags, wanted, terminal, steps, memories.get(briefing));
    steps.end();
    if (flags.report === 'pretty')
      terminal.say(pretty(toldOf(job, flags), job.project, { ...job.project, colour: flags.color && terminal.colour }));
    jobs.push(job);
  }
  const found = jobs.map(job => ({ diagnostics: toldOf(job, flags), project: job.project }));
  if (flags.report === 'json')
    terminal.say(json(found.flatMap(({ diagnostics, project }) => records(diagnostics, project, project))));
  if (flags.report === 'sarif') terminal.say(json(sarif(found)));
  const code = Math.max(0, ...jobs.map(({ result }) => exitOf(result.diagnostics, flags.strict === true)));
  return { jobs, code, steps };
}

/** Says where the time went, if anybody asked. */
export function finishSteps(steps: Steps, flags: CommonFlags, terminal: Terminal): void {
  steps.end();
  if (flags.timings === true) terminal.say(steps.timings());
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function run(
  typed: string,
  flags: CommonFlags,
  wanted: Wanted,
  terminal: Terminal,
  steps: Steps,
  memory: Memory = FORGETFUL,
): Promise<Job> {
  const { build } = await import('../build.ts');
  const located = locate(typed);
  const project = withSettings(openProject(located.root), flags.set);
  const options: BuildOptions = {
    ...wanted,
    briefing: located.name,
    languages: flags.lang === undefined ? null : flags.lang === 'all' ? 'all' : [...new Set(flags.lang.split(','))],
    audience: flags.audience ?? null,
    brand: flags.brand === undefined ? null : brandNamed(flags.brand, located),
    modified: terminal.modified(),
    strict: flags.strict === true,
    release: flags.release === true,
    onStep: step => steps.begin(located.name, step),
  };
  return { project, result: await build(project, options, memory) };
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
