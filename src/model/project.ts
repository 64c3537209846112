/** The files that a build may see, by name: the disk in the CLI, a Map in tests. */

/**
 * Everything a build reads goes through this door, so the core touches no disk and `watch` knows what to watch.
 *
 * Names use `/` and never climb (`..`). A name is relative to the project's root, or starts with a mount:
 * `@templates/` and `@brands/` (built in), `@fonts/`, `@icons/` and `@atlas/` (npm packages, `@fonts/arimo/files/…`, `@icons/regular/…`);
 * `@starters/` holds what `init` and `new` begin with, and `@settings` is what was said of the briefing from outside.
 */
export interface Project {
  /** A file's bytes; null where there is no such file or it may not be read. Asking is remembered. */
  read(name: string): Uint8Array | null;
  /** Names of the files directly in a folder, sorted by code unit; empty where there is no such folder. */
  list(folder: string): readonly string[];
}

export const BUILT_IN_TEMPLATES = '@templates';
export const BUILT_IN_BRANDS = '@brands';
export const FONTS = '@fonts';
export const ICONS = '@icons';
export const ATLAS = '@atlas';
export const STARTERS = '@starters';
export const SETTINGS = '@settings';

/** `name` beside or below `folder`, with `.` and `..` resolved; null where it would leave the project's root. */
export function resolveName(folder: string, name: string): string | null {
  if (/^([a-z][a-z0-9+.-]*:|[\\/]|~)/i.test(name) || /[\0\\]/.test(name)) return null;
  const parts: string[] = [];
  for (const part of [...folder.split('/'), ...name.split('/')]) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** The folder that holds `name`: `data/korea/facts.yaml` → `data/korea`. */
export const folderOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('/')));
