/** A Project on disk that remembers what it was asked for; artifacts written whole or not at all. The only reader of files. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ATLAS, BUILT_IN_BRANDS, BUILT_IN_TEMPLATES, FONTS, ICONS, type Project, STARTERS } from './model/project.ts';

/** The package's own folder: the checkout, or where npm put us. */
const HOME = dirname(dirname(fileURLToPath(import.meta.url)));

export interface DiskProject extends Project {
  /** Absolute path of the root that names are relative to. */
  readonly root: string;
  /** Absolute paths of all that was asked for, found or not, each with its stamp when it was first asked for: what `watch` watches. */
  readonly asked: ReadonlyMap<string, string>;
  /** Names of every file below a folder, sorted, relative to it; folders that are links are left alone. */
  listBelow(folder: string): readonly string[];
  /** The path of a name as a person would type it from the working directory. */
  display(name: string): string;
  /** The absolute path of a name. */
  path(name: string): string;
}

/** A file that could not be read or written: exit code 3. */
export class FileError extends Error {}

/** Opens a folder as a project. Nothing outside it is ever read, symbolic links included, but for the built-in mounts. */
export function openProject(root: string): DiskProject {
  const asked = new Map<string, string>();
  const pathOf = (name: string): string => {
    const mount = mountOf(name);
    return mount === null ? join(root, ...name.split('/')) : join(mount.folder, ...mount.rest);
  };
  const allowed = (name: string): string | null => {
    const path = pathOf(name);
    if (!asked.has(path)) asked.set(path, stampOf(path));
    const within = mountOf(name)?.folder ?? root;
    try {
      const real = realpathSync.native(path);
      const home = realpathSync.native(within);
      const inside = relative(home, real);
      return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? null : real;
    } catch {
      return null;
    }
  };
  return {
    root,
    asked,
    path: pathOf,
    display: name => relative(process.cwd(), pathOf(name)).split(sep).join('/') || '.',
    read(name) {
      const path = allowed(name);
      if (path === null) return null;
      try {
        return readFileSync(path);
      } catch {
        return null;
      }
    },
    list(folder) {
      const path = allowed(folder);
      if (path === null) return [];
      try {
        const entries = readdirSync(path, { withFileTypes: true });
        return entries
          .filter(entry => !entry.isDirectory())
          .map(entry => entry.name)
          .sort();
      } catch {
        return [];
      }
    },
    listBelow(folder) {
      const path = allowed(folder);
      if (path === null) return [];
      try {
        const entries = readdirSync(path, { withFileTypes: true, recursive: true });
        const files = entries.filter(entry => entry.isFile());
        return files.map(({ parentPath, name }) => relative(path, join(parentPath, name)).split(sep).join('/')).sort();
      } catch {
        return [];
      }
    },
  };
}

/** What tells the content of a file, or the names in a folder, apart from what it was; empty where there is neither. */
export function stampOf(path: string): string {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
    return `${dev} ${ino} ${size} ${mtimeNs} ${ctimeNs}`;
  } catch {
    return '';
  }
}

/** The folder behind a mount and the rest of the name; null for a name of the project's own. */
function mountOf(name: string): { folder: string; rest: string[] } | null {
  const [mount, ...rest] = name.split('/');
  if (mount === BUILT_IN_TEMPLATES) return { folder: join(HOME, 'templates'), rest };
  if (mount === BUILT_IN_BRANDS) return { folder: join(HOME, 'assets', 'brands'), rest };
  if (mount === STARTERS) return { folder: join(HOME, 'assets', 'starters'), rest };
  if (mount === FONTS && rest[0] !== undefined) return { folder: fontFolder(rest[0]), rest: rest.slice(1) };
  if (mount === ICONS) return { folder: iconFolder(), rest };
  if (mount === ATLAS) return { folder: atlasFolder(), rest };
  return null;
}

/** Where the package of a family lies, or would lie: those of East Asian faces are optional. */
function fontFolder(family: string): string {
  try {
    return dirname(createRequire(import.meta.url).resolve(`@fontsource/${family}/package.json`));
  } catch {
    return join(HOME, 'node_modules', '@fontsource', family);
  }
}

/** The package shows its drawings alone, so one of them leads to the folder that holds all. */
function iconFolder(): string {
  return dirname(dirname(createRequire(import.meta.url).resolve('@phosphor-icons/core/regular/cube.svg')));
}

const atlasFolder = (): string => dirname(createRequire(import.meta.url).resolve('world-atlas/land-110m.json'));

/** A briefing on disk: the project that holds it and its folder's name there. */
export interface Located {
  readonly root: string;
  readonly name: string;
}

/**
 * Finds a briefing by what was typed: its folder or its `briefing.yaml`. The project's root is the working directory where
 * it holds the briefing, and the folder above the briefing elsewhere.
 */
export function locate(typed: string): Located {
  const path = resolve(typed);
  const folder = basename(path) === 'briefing.yaml' ? dirname(path) : path;
  const inside = relative(process.cwd(), folder);
  const root = inside === '' || inside.startsWith('..') || resolve(inside) !== folder ? dirname(folder) : process.cwd();
  return { root, name: relative(root, folder).split(sep).join('/') };
}

/** What `--brand` names: a path is the user's, from the working directory; a bare name is one under `assets/brands`. */
export function brandNamed(typed: string, { root, name }: Located): string {
  if (!/^([.~/\\]|[a-z]:)/i.test(typed)) return typed;
  return `./${relative(join(root, name), resolve(typed)).split(sep).join('/')}`;
}

/** The brands that a briefing may be shown in, by name: the project's own and the built-in ones. */
export function brandsFor({ root }: Located): readonly string[] {
  const folders = [join(root, 'assets', 'brands'), join(HOME, 'assets', 'brands')];
  return [...new Set(folders.flatMap(foldersIn))].sort();
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

/** Every briefing under `data/` of the working directory, by name. */
export function briefingsUnder(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isDirectory() && exists(join(folder, entry.name, 'briefing.yaml')))
      .map(entry => join(folder, entry.name))
      .sort();
  } catch {
    return [];
  }
}

const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** How long to wait before trying a rename again, in milliseconds: Windows keeps an open deck locked for a moment. */
const RETRIES = [200, 400, 800];

/** A file to be written, its path relative to the working directory or absolute. */
export interface File {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes files whole or not at all: a temporary file in the same folder, flushed, then renamed over the target.
 * Where the target stays locked, the new bytes are kept beside it and the error says so. `part`: they are a part of a deck,
 * and beside them its other slides may stay. One that has its bytes already, as `before` has it, is left alone. Gives the paths written.
 */
export async function writeFiles(
  files: readonly File[],
  part = false,
  before: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<readonly string[]> {
  const fresh = files.filter(({ path, bytes }) => !isSame(bytes, before.get(path)) || !exists(path));
  for (const { path, bytes } of fresh) await replace(path, bytes);
  if (!part) for (const folder of new Set(files.map(({ path }) => dirname(path)))) removeLeftovers(folder, files);
  return fresh.map(({ path }) => path);
}

const isSame = (bytes: Uint8Array, others: Uint8Array | undefined): boolean =>
  others !== undefined && Buffer.compare(bytes, others) === 0;

/** Writes files that are new, or none: where one of them is there already, it stays as it is. */
export async function writeNewFiles(files: readonly File[]): Promise<readonly string[]> {
  const there = files.map(({ path }) => path).filter(exists);
  if (there.length > 0)
    throw new FileError(
      `${there.map(shown).join(', ')} ${there.length === 1 ? 'is' : 'are'} there already; nothing was written`,
    );
  return writeFiles(files);
}

/** The bytes of a file outside of any project; null where there is none. */
export const readIfThere = (path: string): Uint8Array | null => (exists(path) ? readFileSync(path) : null);

/** Pictures of slides that an earlier, longer deck had: `slide-12.png` beside a new `slide-01.png`. */
function removeLeftovers(folder: string, files: readonly File[]): void {
  const written = new Set(files.filter(({ path }) => dirname(path) === folder).map(({ path }) => basename(path)));
  const kinds = new Set([...written].filter(name => SLIDE_FILE.test(name)).map(name => extname(name)));
  for (const name of kinds.size === 0 ? [] : readdirSync(folder)) {
    if (SLIDE_FILE.test(name) && kinds.has(extname(name)) && !written.has(name)) rmSync(join(folder, name));
  }
}

const SLIDE_FILE = /^slide-\d+\.[a-z]+$/;

async function replace(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new Error('it is a folder');
    const handle = openSync(temporary, 'wx');
    try {
      let written = 0;
      while (written < bytes.length) written += writeSync(handle, bytes, written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    discard(temporary);
    throw new FileError(`${shown(path)} could not be written: ${reason(error)}. What was there before is unchanged.`);
  }
  for (const wait of [...RETRIES, null]) {
    try {
      return renameSync(temporary, path);
    } catch (error) {
      if (wait !== null && /^(EPERM|EBUSY|EACCES)$/.test(codeOf(error))) {
        await new Promise(done => setTimeout(done, wait));
        continue;
      }
      throw new FileError(
        `${shown(path)} is in use (${codeOf(error)}): close it in PowerPoint. The new deck is in ${shown(keepAside(temporary, path))}.`,
      );
    }
  }
}

/** Removes what was begun; where its folder is not there, nothing was. */
function discard(temporary: string): void {
  try {
    rmSync(temporary, { force: true });
  } catch {
    // The reason why it could not be written is told already.
  }
}

/** Keeps finished bytes beside a target that cannot be replaced: `deck.new.pptx`. */
function keepAside(temporary: string, path: string): string {
  const aside = path.replace(/(\.[^./\\]*)?$/, '.new$1');
  try {
    renameSync(temporary, aside);
    return aside;
  } catch {
    return temporary;
  }
}

const shown = (path: string): string => relative(process.cwd(), path) || path;
const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? 'unknown');

function reason(error: unknown): string {
  const known: Readonly<Record<string, string>> = {
    ENOSPC: 'the disk is full',
    EACCES: 'the folder may not be written to',
    EPERM: 'the folder may not be written to',
    EROFS: 'the disk is read-only',
    ENOTDIR: 'a part of its path is a file',
    EEXIST: 'a part of its path is a file',
    ENOENT: 'its folder is not there',
    ENAMETOOLONG: 'its name is too long',
  };
  return known[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}
