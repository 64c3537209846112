/** `check`: reads, lays out and checks briefings, and writes nothing. */
import { Command } from 'commander';
import { type CommonFlags, inspect, onBriefings } from './briefings.ts';
import type { MakeCommand } from './command.ts';

export const check: MakeCommand = (terminal, finish) =>
  onBriefings(new Command('check'))
    .description('read, lay out and check briefings; write nothing')
    .action(async (briefings: string[], flags: CommonFlags) =>
      finish(await inspect(briefings, flags, terminal, () => '')),
    );
