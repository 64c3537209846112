/** `explain`: what a diagnostic means and how to mend it. */
import { Command } from 'commander';
import { EXIT, type MakeCommand, type Terminal } from './command.ts';

export const explain: MakeCommand = (terminal, finish) =>
  new Command('explain')
    .description('say what a diagnostic means and how to mend it; all of them where none is named')
    .argument('[code]')
    .action(async (code: string | undefined) => finish(await say(code, terminal)));

async function say(code: string | undefined, terminal: Terminal): Promise<number> {
  const { explanation } = await import('../problems.ts');
  const text = explanation(code ?? null);
  if (text === null) {
    terminal.say(`error: there is no diagnostic \`${code}\`; \`briefwright explain\` lists them\n`);
    return EXIT.usage;
  }
  terminal.print(text);
  return EXIT.done;
}
