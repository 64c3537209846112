/** How boxed content is made: frozen maps that know where they stand. */
import { type Content, type ContentMap, isList, isMap, isValue, SELF } from '../model/value.ts';

/** A child's pointer, its key escaped by RFC 6901. */
export const below = (pointer: string, key: string | number): string =>
  `${pointer}/${typeof key === 'number' ? key : key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The keys and contents of a map, its provenance left out. */
export const entriesIn = (map: ContentMap): readonly (readonly [string, Content])[] =>
  Object.entries(map).filter(([key]) => key !== SELF);

/** The word behind a boxed token; null where there is none. */
export function wordOf(content: Content | undefined): string | null {
  return isValue(content) && content.kind === 'token' ? content.value : null;
}

/** The words of a list of tokens, or of a single one; empty where there are none. */
export function wordsOf(content: Content | undefined): readonly string[] {
  if (isList(content)) return content.map(wordOf).filter(word => word !== null);
  const word = wordOf(content);
  return word === null ? [] : [word];
}

/** Content as plain data: what a contract in front matter becomes. Facts and texts are not part of contracts. */
export function plainOf(content: Content): unknown {
  if (content === null) return null;
  if (isList(content)) return content.map(plainOf);
  if (isMap(content)) {
    const written = entriesIn(content).filter(([, value]) => value !== null);
    return Object.fromEntries(written.map(([key, value]) => [key, plainOf(value)]));
  }
  return content.kind === 'number' || content.kind === 'flag' || content.kind === 'token' ? content.value : null;
}
