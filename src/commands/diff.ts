/** `diff`: what one deck says and another does not. */
import { Command } from 'commander';
import { differences } from '../difference.ts';
import { EXIT, type MakeCommand } from './command.ts';
import { openDeck } from './deck.ts';
import { deckFault } from './fault.ts';

export const diff: MakeCommand = (terminal, finish) =>
  new Command('diff')
    .description('say what has changed from one deck to another: slides, facts and words, wherever they stand')
    .argument('<before>', 'a deck that was made here')
    .argument('<after>', 'a later one')
    .action((before: string, after: string) => {
      const decks = [openDeck(before), openDeck(after)] as const;
      try {
        terminal.print(differences(...decks));
      } catch (error) {
        throw deckFault(`${before} or ${after}`, error);
      }
      finish(EXIT.done);
    });
