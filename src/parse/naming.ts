/** Names of charts, tables and pictures by what they show, because PowerPoint lists them and nobody else names them. */
import type { Chart } from '../model/chart.ts';
import type { Row } from '../model/node.ts';
import { plainText } from '../model/text.ts';
import { type Draft, nameFor } from './parsing.ts';

/** Characters that a name may have: the selection pane is narrow. */
const LONGEST = 40;

/** `chart Night train, Coach`: its series; where they have no names, the facts behind it, which stay when the figures change. */
export function chartName(draft: Draft, { series }: Pick<Chart, 'series'>): string {
  const named = series.map(({ name }) => name).filter(name => name.trim() !== '');
  const uses = series.flatMap(({ points }) => points.flatMap(({ fact, parts }) => fact ?? parts));
  return nameFor(draft, titled('chart', named.length > 0 ? named : uses.map(({ fact }) => fact.replaceAll('-', ' '))));
}

/** `table Maker, Share`: the heads of its columns; without these, those of its rows. */
export function tableName(draft: Draft, rows: readonly Row[]): string {
  const [first] = rows;
  const heads = first?.header ? first.cells : rows.flatMap(({ cells }) => cells.slice(0, 1));
  const words = heads.map(({ paragraphs }) => paragraphs.map(({ inlines }) => plainText(inlines)).join(' '));
  return nameFor(draft, titled('table', words));
}

/** `picture pines`: its file, without folder and ending. */
export const pictureName = (draft: Draft, file: string): string =>
  nameFor(draft, titled('picture', [file.replace(/^.*\//, '').replace(/\.[^.]*$/, '')]));

/** The kind and, each once, as many of the words as there is room for; of one that has none, its beginning. */
function titled(kind: string, words: readonly string[]): string {
  const shown = [...new Set(words.map(one => one.replace(/\s+/g, ' ').trim()))].filter(one => one !== '');
  const whole = `${kind} ${shown.join(', ')}`.trim();
  const letters = [...whole];
  if (letters.length <= LONGEST) return whole;
  const start = letters.slice(0, LONGEST - 2).join('');
  const end = [', ', ' '].map(mark => start.lastIndexOf(mark)).find(at => at > kind.length);
  return `${start.slice(0, end)} …`;
}
