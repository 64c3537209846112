/** What `init` and `new` begin with: the files under `assets/starters`, with the words that they leave open. */
import { openProject } from '../files.ts';
import { STARTERS } from '../model/project.ts';

/** What stands in a starter as `__NAME__`, `__TITLE__` or `__DATE__`. */
export interface Words {
  readonly NAME?: string;
  readonly TITLE?: string;
  readonly DATE?: string;
}

/** A starter by its name, such as `briefing/facts.yaml`. */
export function starter(name: string, words: Words = {}): Uint8Array {
  const bytes = openProject('.').read(`${STARTERS}/${name}`);
  if (bytes === null) throw new Error(`assets/starters/${name} is missing from the package`);
  const text = Object.entries(words).reduce(
    (filled, [word, value]) => filled.replaceAll(`__${word}__`, () => value),
    new TextDecoder().decode(bytes),
  );
  return new TextEncoder().encode(text);
}

/** Lower case and hyphens, as ids are; null for what is none. */
export const isName = (typed: string): boolean => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(typed);

/** `north-sea-ports` → `North sea ports`. */
export const titleOf = (name: string): string => {
  const words = name.replaceAll('-', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};
