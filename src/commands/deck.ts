/** A deck on the disk that was made here. */
import type { TracedDeck } from '../difference.ts';
import { FileError, readIfThere } from '../files.ts';
import { traceOf } from '../trace.ts';
import { deckFault } from './fault.ts';

/** The deck with its manifest. Throws a `FileError` where there is none, or where it is no deck of ours. */
export function openDeck(file: string): TracedDeck {
  const bytes = readIfThere(file);
  if (bytes === null) throw new FileError(`there is no ${file}`);
  try {
    const trace = traceOf(bytes);
    if (trace !== null) return { trace, bytes };
  } catch (error) {
    throw deckFault(file, error);
  }
  throw new FileError(`${file} was not made by briefwright, or another program has taken its manifest away`);
}
