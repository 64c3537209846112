/** `preview`: a page with every slide, live on each save. */
import { Command, InvalidArgumentError } from 'commander';
import { FileError, locate } from '../files.ts';
import { pretty } from '../report.ts';
import { UsageError } from '../target.ts';
import { named } from './briefings.ts';
import type { MakeCommand, Terminal } from './command.ts';

interface PreviewFlags {
  readonly lang?: string;
  readonly audience?: string;
  readonly brand?: string;
  readonly port?: number;
  readonly editor?: string;
  readonly open?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
}

export const preview: MakeCommand = terminal =>
  new Command('preview')
    .description('show every slide on a local page that follows each save; Ctrl-C ends it')
    .argument('[briefing]', 'a folder that holds a briefing.yaml; the one under data/ where none is named')
    .option('--lang <code>', 'the language to begin with')
    .option('--audience <name>', 'the audience to begin with')
    .option('--brand <name>', 'the brand to begin with: a folder, or a name under assets/brands')
    .option('--port <number>', 'where to serve; the next free one where none is asked for', portNumber)
    .option(
      '--editor <address>',
      'what opens an editor, with {path}, {line} and {column} (default: Visual Studio Code)',
    )
    .option('--open', 'open the page in the browser (default: where there is a terminal)')
    .option('--no-open', 'print its address alone')
    .option('-q, --quiet', 'print the address alone')
    .option('--no-color', 'no colours (also: NO_COLOR)')
    .action(async (briefing: string | undefined, flags: PreviewFlags) => show(briefing, flags, terminal));

function portNumber(typed: string): number {
  const port = Number(typed);
  if (/^\d+$/.test(typed) && port > 0 && port < 65536) return port;
  throw new InvalidArgumentError('A port is a number from 1 to 65535.');
}

/** Never comes back: whoever asked for it ends it. */
async function show(typed: string | undefined, flags: PreviewFlags, terminal: Terminal): Promise<never> {
  const [briefing, ...more] = named(typed === undefined ? [] : [typed]);
  if (more.length > 0)
    throw new FileError(`there are several briefings under data/; name one: ${briefing}, ${more.join(', ')}`);
  const { openInBrowser, PortBusy, startPreview, VS_CODE } = await import('../preview/preview.ts');
  const colour = flags.color && terminal.colour;
  const { address } = await startPreview({
    briefing: locate(briefing!),
    language: flags.lang ?? null,
    audience: flags.audience ?? null,
    brand: flags.brand ?? null,
    port: flags.port ?? null,
    editor: flags.editor ?? VS_CODE,
    onBuild: (diagnostics, project) => {
      if (flags.quiet !== true) terminal.say(pretty(diagnostics, project, { ...project, colour }));
    },
  }).catch(error => {
    throw error instanceof PortBusy ? new UsageError(error.message) : error;
  });
  terminal.print(`${address}\n`);
  if (flags.quiet !== true) terminal.say('Ctrl-C ends the preview\n');
  if (flags.open ?? terminal.interactive) openInBrowser(address);
  return new Promise<never>(() => {});
}
