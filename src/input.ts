/**
 * What a deck was made from, as one hash that does not know where on a machine it lies: every file of data, templates, brand and pictures
 * that `read` took. The faces and icons that the compiler brings are named by its version.
 */
import { createHash } from 'node:crypto';
import type { Project } from './model/project.ts';

/** SHA-256 of the files read so far, by Project name. */
export type Input = Map<string, string>;

/** The project, noting in `input` what is read of it. A file that is not there adds nothing. */
export const noting = (project: Project, input: Input): Project => ({
  list: folder => project.list(folder),
  read(name) {
    const bytes = project.read(name);
    if (bytes !== null && !input.has(name)) input.set(name, sha256(bytes));
    return bytes;
  },
});

/** One hash of them all, whatever the order in which they were read. */
export const inputHash = (input: Input): string =>
  sha256(
    [...input]
      .map(([name, hash]) => `${hash}  ${name}\n`)
      .sort()
      .join(''),
  );

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
