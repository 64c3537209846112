/** `briefwright` as a process that stays: what it prints is waited for, and it is killed with the test. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { HOME } from './cli.ts';

export interface Started {
  /** All that was printed since the last wait, once it matches. */
  until(pattern: RegExp): Promise<string>;
  /** Presses Ctrl-C and gives the exit code. */
  end(): Promise<number | null>;
  readonly ended: Promise<number | null>;
}

/** What Node runs to start it from source. */
const FROM_SOURCE = [
  '--import',
  `file://${join(HOME, 'node_modules', 'tsx', 'dist', 'loader.mjs')}`,
  join(HOME, 'src', 'cli.ts'),
];

export function startBriefwright(args: readonly string[], cwd: string, command = FROM_SOURCE): Started {
  const child = spawn(process.execPath, [...command, ...args], { cwd });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise<number | null>(done => child.on('exit', code => done(code)));
  let printed = '';
  const looks = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      printed += String(chunk);
      for (const look of looks) look();
    });
  }
  return {
    until: pattern =>
      new Promise(done => {
        const look = (): void => {
          if (!pattern.test(printed)) return;
          looks.delete(look);
          done(printed);
          printed = '';
        };
        looks.add(look);
        look();
      }),
    end() {
      child.kill('SIGINT');
      return ended;
    },
    ended,
  };
}
