/** Where a build's files go: what `-o` and `--to` say together. */
import { basename, dirname, join } from 'node:path';
import type { Build } from './build.ts';
import type { File } from './files.ts';
import { FORMATS, type Format, WRITERS } from './writers/writers.ts';

/** Flags or arguments that contradict each other: exit code 2. */
export class UsageError extends Error {}

export interface Target {
  readonly formats: readonly Format[];
  /** The files of one build. */
  files(result: Build): readonly File[];
}

/** `output` is a file where it ends in a known extension, in capitals or not, else a folder; `to` is undefined where nobody said. */
export function targetOf(output: string, to: readonly Format[] | undefined, briefings: number): Target {
  const format = formatOf(output);
  if (format === undefined) return { formats: to ?? ['pptx'], files: result => within(output, result) };
  if (to?.some(asked => asked !== format)) {
    throw new UsageError(`-o ${output} is a ${format} file, and --to asks for ${to.join(', ')}; name a folder`);
  }
  if (briefings > 1)
    throw new UsageError(`-o ${output} is one file, and there are ${briefings} briefings; name a folder`);
  return { formats: [format], files: result => named(output, result) };
}

/** The format with the longest extension that a file ends in: `deck.handout.pdf` is a handout, `deck.pdf` a PDF. */
function formatOf(file: string): Format | undefined {
  const endings = FORMATS.filter(format => file.toLowerCase().endsWith(`.${WRITERS[format].extension}`));
  return endings.sort((a, b) => WRITERS[b].extension.length - WRITERS[a].extension.length)[0];
}

const within = (folder: string, { artifacts }: Build): readonly File[] =>
  artifacts.map(({ name, bytes }) => ({ path: join(folder, ...name.split('/')), bytes }));

/** One artifact has the very name that was asked for; of several, each has its stem: `all.pptx`, `all.ko.pptx`. */
function named(output: string, { artifacts, source }: Build): readonly File[] {
  if (artifacts.length === 1) return [{ path: output, bytes: artifacts[0]!.bytes }];
  const stem = basename(output).replace(/(\.handout)?\.\w+$/i, '');
  const id = source?.briefing.id ?? '';
  return artifacts.map(({ name, bytes }) => ({
    path: join(dirname(output), ...`${stem}${name.slice(id.length)}`.split('/')),
    bytes,
  }));
}
