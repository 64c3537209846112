/** `facts`: the ledger. */
import { Command } from 'commander';
import { facts as factsOf } from '../listing.ts';
import { type CommonFlags, inspect, onBriefings } from './briefings.ts';
import type { MakeCommand } from './command.ts';

export const facts: MakeCommand = (terminal, finish) =>
  onBriefings(new Command('facts'))
    .description('print the ledger: where each fact is shown, what is unused or unverified')
    .action(async (briefings: string[], flags: CommonFlags) =>
      finish(await inspect(briefings, flags, terminal, factsOf)),
    );
