/** A project in memory: files as text or bytes, with the built-in brands of the checkout behind them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Project } from '../../src/model/project.ts';
import { HOME } from './cli.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A project with the files and the built-in brands; a built-in template is a file below `@templates`. */
export function memoryProject(files: Files): Project {
  return {
    read(name) {
      const file = files[name];
      if (file !== undefined) return typeof file === 'string' ? new TextEncoder().encode(file) : file;
      const path = builtIn(name);
      try {
        return path === null ? null : readFileSync(path);
      } catch {
        return null;
      }
    },
    list(folder) {
      const inside = Object.keys(files).filter(name => name.startsWith(`${folder}/`));
      const names = inside.map(name => name.slice(folder.length + 1));
      return names.filter(name => !name.includes('/')).sort();
    },
  };
}

/** `file:line:column code` of each diagnostic, in the order found; 1-based, as editors count. */
export function placed(diagnostics: readonly Diagnostic[], project: Project): string[] {
  return diagnostics.map(({ problem, origin: { data } }) => {
    if (data === null) return problem.code;
    const before = new TextDecoder().decode(project.read(data.file) ?? new Uint8Array()).slice(0, data.start);
    const line = before.split('\n').length;
    return `${data.file}:${line}:${data.start - before.lastIndexOf('\n')} ${problem.code}`;
  });
}

const builtIn = (name: string): string | null =>
  name.startsWith('@brands') ? join(HOME, name.replace('@brands', 'assets/brands')) : null;
