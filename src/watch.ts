/**
 * Says when a file that the last build used has changed. Events of the system make it quick; a look at every stamp once a second makes
 * it sure, where events are lost: network disks, folders that were deleted and came back.
 */
import { type FSWatcher, watch as watchFolder } from 'node:fs';
import { dirname } from 'node:path';
import { stampOf } from './files.ts';

/** How long files must rest before they are read, in milliseconds; in a row of saves, closer together than `ROW`, for longer. */
const REST = 10;
const REST_IN_A_ROW = 20;
const ROW = 100;
/** How long at most a row of saves is waited for. */
const PATIENCE = 250;
/** A file that has become empty is mostly one whose other half is still to be written. */
const REST_WHEN_EMPTY = 200;
/** Between two looks at everything. */
const LOOK = 1000;

export interface Watch {
  /** Watches these paths from now on, each with the stamp that it had when it was read; until then nothing more is said. */
  follow(asked: ReadonlyMap<string, string>): void;
  close(): void;
}

/** Calls `changed` with the paths that are no longer what they were, once for all saves of a moment, and then waits for `follow`. */
export function openWatch(changed: (paths: readonly string[]) => void): Watch {
  const folders = openFolders(() => rest());
  let asked: ReadonlyMap<string, string> = new Map();
  let told = true;
  let timer: NodeJS.Timeout | null = null;
  let since = 0;
  let toldAt = Number.NEGATIVE_INFINITY;

  function rest(time = performance.now() - toldAt < ROW ? REST_IN_A_ROW : REST): void {
    if (told) return;
    since = timer === null ? performance.now() : since;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(look, Math.max(0, Math.min(time, since + PATIENCE - performance.now())));
  }

  function look(): void {
    const waited = timer === null ? 0 : performance.now() - since;
    timer = null;
    if (told) return;
    folders.cover(asked.keys());
    const paths = [...asked].filter(([path, stamp]) => stampOf(path) !== stamp).map(([path]) => path);
    if (paths.length === 0) return;
    if (waited < REST_WHEN_EMPTY - 1 && paths.some(isEmptied)) rest(REST_WHEN_EMPTY);
    else {
      told = true;
      toldAt = performance.now();
      changed(paths);
    }
  }

  const looking = setInterval(() => {
    if (timer === null) look();
  }, LOOK);
  return {
    follow(paths) {
      asked = paths;
      told = false;
      folders.cover(asked.keys());
      rest();
    },
    close() {
      told = true;
      if (timer !== null) clearTimeout(timer);
      clearInterval(looking);
      folders.close();
    },
  };
}

/** A stamp's third figure is the size. */
const isEmptied = (path: string): boolean => stampOf(path).split(' ')[2] === '0';

/** The folders that hold some paths, watched one by one: a folder tells of its files however they are written or replaced. */
function openFolders(event: () => void) {
  const watched = new Map<string, { readonly watcher: FSWatcher; readonly identity: string }>();
  const drop = (folder: string): void => {
    watched.get(folder)?.watcher.close();
    watched.delete(folder);
  };
  const add = (folder: string, identity: string): void => {
    try {
      const watcher = watchFolder(folder, event);
      watcher.on('error', () => drop(folder));
      watched.set(folder, { watcher, identity });
    } catch {
      // The system has no more watchers to give, or the folder went: the look at every stamp is left.
    }
  };
  return {
    /** Watches the folders of these paths as they are now: one that was replaced is another. */
    cover(paths: Iterable<string>): void {
      const wanted = new Map<string, string>();
      for (const path of paths) {
        const folder = standing(dirname(path));
        if (!wanted.has(folder)) wanted.set(folder, identityOf(folder));
      }
      for (const [folder, { identity }] of watched) if (wanted.get(folder) !== identity) drop(folder);
      for (const [folder, identity] of wanted) if (!watched.has(folder)) add(folder, identity);
    },
    close(): void {
      for (const folder of [...watched.keys()]) drop(folder);
    },
  };
}

/** The folder, or the nearest above it that there is. */
function standing(folder: string): string {
  return stampOf(folder) !== '' || dirname(folder) === folder ? folder : standing(dirname(folder));
}

/** Device and inode: the same for as long as it is the same folder. */
const identityOf = (folder: string): string => stampOf(folder).split(' ').slice(0, 2).join(' ');
