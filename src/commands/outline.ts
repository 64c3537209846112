/** `outline`: the titles alone, which are the storyline. */
import { Command } from 'commander';
import { outline as outlineOf } from '../listing.ts';
import { type CommonFlags, inspect, onBriefings } from './briefings.ts';
import type { MakeCommand } from './command.ts';

export const outline: MakeCommand = (terminal, finish) =>
  onBriefings(new Command('outline'))
    .description('print the titles alone: the storyline')
    .action(async (briefings: string[], flags: CommonFlags) =>
      finish(await inspect(briefings, flags, terminal, outlineOf)),
    );
