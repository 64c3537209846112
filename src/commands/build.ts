/** `build`: checks briefings and writes their decks. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { EMITTED, type Emitted, emitted } from '../emit.ts';
import { writeFiles } from '../files.ts';
import { type Target, targetOf, UsageError } from '../target.ts';
import { FORMATS, type Format } from '../writers/writers.ts';
import { type CommonFlags, finishSteps, type Job, named, onBriefings, runAll } from './briefings.ts';
import type { MakeCommand, Terminal } from './command.ts';
import type { Steps } from './steps.ts';

interface BuildFlags extends CommonFlags {
  readonly output: string;
  readonly to?: readonly Format[];
  readonly slides?: readonly string[];
  readonly emit?: Emitted;
}

export const build: MakeCommand = (terminal, finish) =>
  onBriefings(new Command('build'))
    .description('check briefings and write their decks; every briefing under data/ where none is named')
    .option('-o, --output <path>', 'a file where it ends in a known extension, else a folder', 'output')
    .option('--to <formats>', `formats to write, with commas: ${FORMATS.join(', ')} (default: pptx)`, formatList)
    .option('--slides <list>', 'the only slides to write, with commas: 3-5, investment/pledge, investment', slideList)
    .addOption(new Option('--emit <form>', 'print an intermediate form and write nothing').choices(EMITTED))
    .action(async (briefings: string[], flags: BuildFlags) => finish(await write(briefings, flags, terminal)));

function formatList(typed: string): readonly Format[] {
  const asked = typed.split(',').map(name => name.trim());
  const unknown = asked.find(name => !FORMATS.includes(name as Format));
  if (unknown === undefined) return asked as Format[];
  throw new InvalidArgumentError(`There is no format \`${unknown}\`; known: ${FORMATS.join(', ')}.`);
}

const slideList = (typed: string): readonly string[] => typed.split(',').map(words => words.trim());

async function write(typed: readonly string[], flags: BuildFlags, terminal: Terminal): Promise<number> {
  const briefings = named(typed);
  const target = targetOf(flags.output, flags.to, briefings.length);
  const wanted = { formats: formatsOf(flags, target.formats), slides: flags.slides ?? null };
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
): Promise<void> {
  const files = jobs.flatMap(({ result }) => target.files(result));
  const twice = files.find(({ path }, index) => files.findIndex(file => file.path === path) < index);
  if (twice !== undefined)
    throw new UsageError(`two decks would be written to ${twice.path}; build them apart, with -o`);
  if (files.length > 0) steps.begin(`${files.length} files`, 'save');
  for (const path of await writeFiles(files, flags.slides !== undefined))
    if (flags.quiet !== true) terminal.print(`${path}\n`);
}

/** What to write: for `--emit`, the text form of the scene alone or nothing. */
function formatsOf({ emit }: BuildFlags, formats: readonly Format[]): readonly Format[] {
  if (emit === undefined) return formats;
  return emit === 'scene' ? ['text'] : [];
}
