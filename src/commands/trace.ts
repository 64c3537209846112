/** `trace`: every figure on a deck's slides, back to its fact, its source and its line. */
import { Command, InvalidArgumentError } from 'commander';
import { type DiskProject, openProject } from '../files.ts';
import { type Input, inputHash, noting } from '../input.ts';
import type { Ledger } from '../model/fact.ts';
import { folderOf } from '../model/project.ts';
import { positionOf } from '../report.ts';
import { type Trace, traced } from '../trace.ts';
import { EXIT, type MakeCommand, type Terminal } from './command.ts';
import { openDeck } from './deck.ts';

export const trace: MakeCommand = (terminal, finish) =>
  new Command('trace')
    .description('say of every figure on a deck’s slides which fact it is, where that stands and who its source is')
    .argument('<deck>', 'a deck that was made here; run where it was built')
    .option('--slide <number>', 'of one slide alone', slideNumber)
    .action(async (deck: string, flags: { slide?: number }) =>
      finish(await print(deck, flags.slide ?? null, terminal)),
    );

function slideNumber(typed: string): number {
  if (/^\d+$/.test(typed)) return Number(typed);
  throw new InvalidArgumentError('It is the number of a slide.');
}

async function print(deck: string, slide: number | null, terminal: Terminal): Promise<number> {
  const found = openDeck(deck).trace;
  const slides = found.slides.filter(({ number }) => slide === null || number === slide);
  if (slides.length === 0 && slide !== null) {
    terminal.say(`error: ${deck} has no slide ${slide}; it has ${found.slides.length}\n`);
    return EXIT.usage;
  }
  const project = openProject('.');
  const { ledger, input } = await ledgerOf(found, project);
  if (ledger === null) terminal.say('The briefing is not here, so facts are named without value, line and source.\n');
  else if (input !== found.input)
    terminal.say(
      'The deck was made from other files than are here now, or with other flags; values and lines are those of now.\n',
    );
  const lineOf = (place: Parameters<typeof positionOf>[0]) => {
    const { file, line } = positionOf(place, project);
    return `${project.display(file)}:${line}`;
  };
  for (const one of slides) terminal.print(traced(one, ledger, lineOf));
  return EXIT.done;
}

/** The ledger of the briefing that the deck was made from, as it is now, and the hash of what it is read from. */
async function ledgerOf(found: Trace, project: DiskProject): Promise<{ ledger: Ledger | null; input: string }> {
  const briefing = briefingOf(found, project);
  if (briefing === null) return { ledger: null, input: '' };
  const { read } = await import('../read/read.ts');
  const files: Input = new Map();
  const source = read(noting(project, files), { briefing, brand: found.brand }, () => {});
  return { ledger: source?.briefing.ledger ?? null, input: inputHash(files) };
}

/** The folder of the briefing: above some datum of the deck, with a briefing.yaml in it. */
function briefingOf(found: Trace, project: DiskProject): string | null {
  const files = new Set(found.slides.flatMap(({ shapes }) => shapes.flatMap(({ data }) => data?.file ?? [])));
  for (const file of files)
    for (let folder = folderOf(file); folder !== ''; folder = folderOf(folder))
      if (project.read(`${folder}/briefing.yaml`) !== null) return folder;
  return null;
}
