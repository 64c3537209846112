/** What every command is made of and with: the terminal that it talks to, and the codes that it ends with. */
import type { Command } from 'commander';

export const EXIT = { done: 0, briefing: 1, usage: 2, file: 3, policy: 4, bug: 70, interrupted: 130 } as const;

/** The world outside, as far as commands see it; `cli.ts` makes one of `process`. */
export interface Terminal {
  /** Results: stdout. */
  print(text: string): void;
  /** Diagnostics and whatever else is no result: stderr. */
  say(text: string): void;
  /** Whether `say` reaches a person at a terminal, not a pipe or a file. */
  readonly interactive: boolean;
  /** Whether `say` may use colours. */
  readonly colour: boolean;
  /** Milliseconds since some moment that stays the same. */
  now(): number;
  /** The day where the author is: 2026-03-02. */
  today(): string;
  /** SOURCE_DATE_EPOCH as an ISO 8601 instant; null where it is not set. Throws a `UsageError` where it is no time. */
  modified(): string | null;
}

/** Makes a command; what it does ends in `finish`, with the exit code. */
export type MakeCommand = (terminal: Terminal, finish: (code: number) => void) => Command;
