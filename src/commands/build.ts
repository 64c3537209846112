/** `build`: checks briefings and writes their decks. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { EMITTED, type Emitted, emitted } from '../emit.ts';
import { type File, FileError, writeFiles } from '../files.ts';
import { openMemory } from '../model/memory.ts';
import { type Target, targetOf, UsageError } from '../target.ts';
import { openWatch } from '../watch.ts';
import { FORMATS, type Format } from '../writers/writers.ts';
import { type CommonFlags, finishSteps, type Job, named, onBriefings, runAll, type Wanted } from './briefings.ts';
import type { MakeCommand, Terminal } from './command.ts';
import type { Steps } from './steps.ts';

interface BuildFlags extends CommonFlags {
  readonly output: string;
  readonly to?: readonly Format[];
  readonly slides?: readonly string[];
  readonly width?: number;
  readonly emit?: Emitted;
  readonly watch?: boolean;
}

export const build: MakeCommand = (terminal, finish) =>
  onBriefings(new Command('build'))
    .description('check briefings and write their decks; every briefing under data/ where none is named')
    .option('-o, --output <path>', 'a file where it ends in a known extension, else a folder', 'output')
    .option('--to <formats>', `formats to write, with commas: ${FORMATS.join(', ')} (default: pptx)`, formatList)
    .option('--slides <list>', 'the only slides to write, with commas: 3-5, investment/pledge, investment', slideList)
    .option('--width <pixels>', 'how wide SVG, PNG and contact sheets are', pixels)
    .addOption(new Option('--emit <form>', 'print an intermediate form and write nothing').choices(EMITTED))
    .option('-w, --watch', 'stay, and write again what a saved file changes; Ctrl-C ends it')
    .action(async (briefings: string[], flags: BuildFlags) => finish(await write(briefings, flags, terminal)));

function formatList(typed: string): readonly Format[] {
  const asked = typed.split(',').map(name => name.trim());
  const unknown = asked.find(name => !FORMATS.includes(name as Format));
  if (unknown === undefined) return asked as Format[];
  throw new InvalidArgumentError(`There is no format \`${unknown}\`; known: ${FORMATS.join(', ')}.`);
}

const slideList = (typed: string): readonly string[] => typed.split(',').map(words => words.trim());

function pixels(typed: string): number {
  const [least, most] = [100, 8000];
  if (/^\d+$/.test(typed) && Number(typed) >= least && Number(typed) <= most) return Number(typed);
  throw new InvalidArgumentError(`A width is a whole number of pixels from ${least} to ${most}.`);
}

async function write(typed: readonly string[], flags: BuildFlags, terminal: Terminal): Promise<number> {
  const briefings = named(typed);
  const target = targetOf(flags.output, flags.to, briefings.length);
  const wanted = {
    formats: formatsOf(flags, target.formats),
    slides: flags.slides ?? null,
    width: flags.width ?? null,
  };
  if (flags.watch) return keepWriting(briefings, wanted, target, flags, terminal);
  const { jobs, code, steps } = await runAll(briefings, flags, wanted, terminal);
  if (flags.emit !== undefined) for (const { result } of jobs) terminal.print(emitted(flags.emit, result));
  else await save(jobs, target, flags, terminal, steps);
  finishSteps(steps, flags, terminal);
  return code;
}

async function save(
  jobs: readonly Job[],
  target: Target,
  flags: BuildFlags,
  terminal: Terminal,
  steps: Steps,
  before: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<readonly File[]> {
  const files = jobs.flatMap(({ result }) => target.files(result));
  const twice = files.find(({ path }, index) => files.findIndex(file => file.path === path) < index);
  if (twice !== undefined)
    throw new UsageError(`two decks would be written to ${twice.path}; build them apart, with -o`);
  if (files.length > 0) steps.begin(`${files.length} files`, 'save');
  for (const path of await writeFiles(files, flags.slides !== undefined, before))
    if (flags.quiet !== true) terminal.print(`${path}\n`);
  return files;
}

/** Builds, and stays: each briefing again when a file that it was made from has changed; what came out the same is not written. */
async function keepWriting(
  briefings: readonly string[],
  wanted: Wanted,
  target: Target,
  flags: BuildFlags,
  terminal: Terminal,
): Promise<never> {
  if (flags.emit !== undefined) throw new UsageError('--watch writes files, and --emit prints; ask for one of them');
  const memories = new Map(briefings.map(briefing => [briefing, openMemory()]));
  const jobs = new Map<string, Job>();
  const written = new Map<string, Uint8Array>();
  const asked = () => new Map([...jobs.values()].flatMap(({ project }) => [...project.asked]));

  async function write(due: readonly string[]): Promise<void> {
    const ran = await runAll(due, flags, wanted, terminal, memories);
    for (const [index, briefing] of due.entries()) {
      jobs.set(briefing, ran.jobs[index]!);
      memories.get(briefing)!.turn();
    }
    try {
      const files = await save([...jobs.values()], target, flags, terminal, ran.steps, written);
      for (const { path, bytes } of files) written.set(path, bytes);
    } catch (error) {
      // A deck that is open elsewhere is written at the next save.
      if (!(error instanceof FileError)) throw error;
      terminal.say(`error: ${error.message}\n`);
    }
    finishSteps(ran.steps, flags, terminal);
    if (flags.quiet !== true) terminal.say(`watching ${briefings.join(', ')}; Ctrl-C ends it\n`);
  }

  await write(briefings);
  return new Promise<never>((_, reject) => {
    const watch = openWatch(paths => {
      const due = briefings.filter(briefing => paths.some(path => jobs.get(briefing)!.project.asked.has(path)));
      write(due).then(() => watch.follow(asked()), reject);
    });
    watch.follow(asked());
  });
}

/** What to write: for `--emit`, the text form of the scene alone or nothing. */
function formatsOf({ emit }: BuildFlags, formats: readonly Format[]): readonly Format[] {
  if (emit === undefined) return formats;
  return emit === 'scene' ? ['text'] : [];
}
