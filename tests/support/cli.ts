/** The front door as a user opens it: a process, its output and its exit code, in a folder of its own. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const HOME = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `briefwright` from source. */
export function briefwright(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Ran {
  const loader = join(HOME, 'node_modules', 'tsx', 'dist', 'loader.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', `file://${loader}`, join(HOME, 'src', 'cli.ts'), ...args],
    { cwd, env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  return { code: status, out: stdout, err: stderr };
}

/** A temporary folder, gone after `use`. */
export async function inFolder<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Copies the reference briefing into `folder/data` and gives its folder. */
export function copyReference(folder: string): string {
  const copy = join(folder, 'data', 'korea-ai-semiconductors');
  cpSync(join(HOME, 'data', 'korea-ai-semiconductors'), copy, { recursive: true });
  return copy;
}
