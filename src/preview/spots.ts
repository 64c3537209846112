/** Places as the page shows them: file, line, and the address that opens an editor there. */
import type { DiskProject } from '../files.ts';
import type { Place } from '../model/origin.ts';
import type { Spot } from './view.ts';

/** Addresses of editors, with `{path}`, `{line}` and `{column}`. */
export const VS_CODE = 'vscode://file/{path}:{line}:{column}';

export type Spots = (place: Place | null) => Spot | null;

interface Lines {
  readonly text: string;
  /** Where each line begins. */
  readonly starts: readonly number[];
}

/** Finds places in the files of a project, each of which is read once. An empty `editor` makes no links. */
export function openSpots(project: DiskProject, editor: string): Spots {
  const files = new Map<string, Lines>();
  const linesOf = (file: string): Lines => {
    const known = files.get(file) ?? linesIn(new TextDecoder().decode(project.read(file) ?? new Uint8Array()));
    files.set(file, known);
    return known;
  };
  return place => {
    if (place === null) return null;
    const { text, starts } = linesOf(place.file);
    const line = lineAt(starts, place.start);
    const start = starts[line]!;
    const column = place.start - start + 1;
    const words = text.slice(start, (starts[line + 1] ?? text.length + 1) - 1).replace(/\r$/, '');
    const path = project.path(place.file);
    const link =
      editor === ''
        ? null
        : editor
            .replaceAll('{path}', () => addressed(path))
            .replaceAll('{line}', String(line + 1))
            .replaceAll('{column}', String(column));
    return { file: project.display(place.file), line: line + 1, column, text: words, link };
  };
}

function linesIn(text: string): Lines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { text, starts };
}

/** The last line that begins at or before an offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A path in an address: `/` between its parts, everything else escaped. */
const addressed = (path: string): string => path.split(/[\\/]/).map(encodeURIComponent).join('/').replace(/^\//, '');
