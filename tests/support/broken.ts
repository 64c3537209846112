/** Paragraphs of a scene as an office suite breaks them. */
import { cells, leaves } from '../../src/checks/walk.ts';
import type { Faces } from '../../src/fonts/fonts.ts';
import type { DeckContext } from '../../src/layout/context.ts';
import { breakLines } from '../../src/layout/lines.ts';
import { measure } from '../../src/layout/measure.ts';
import type { Source } from '../../src/model/briefing.ts';
import { mayHoldEastAsian } from '../../src/model/language.ts';
import type { Deck } from '../../src/model/node.ts';
import type { Scene, TextBlock } from '../../src/model/scene.ts';
import { folded, linesOf, type PageWord } from './office.ts';

/** What measuring a paragraph of a laid deck asks for. */
export const measuringContext = (deck: Deck, { brand, briefing, pictures }: Source, faces: Faces): DeckContext => ({
  ...{ deck, brand, faces, pictures, ledger: briefing.ledger, language: deck.identity.language, atlas: null },
  ...{
    named: new Map(),
    numbers: new Map(),
    pages: new Map(),
    opportunities: new Map(),
    said: new Set<string>(),
    report: () => {},
  },
});

export interface Paragraph {
  /** Its slide's id. */
  readonly slide: string;
  /** Where it stands and what it says, for a person who looks for it. */
  readonly name: string;
  readonly isLatin: boolean;
  /** Room for its words, in points. */
  readonly width: number;
  /** Lines that were predicted, those for which height was reserved, and those that the office made; null where it was not found. */
  readonly predicted: number;
  readonly reserved: number;
  readonly shown: number | null;
}

/** Texts as the office draws them, in order; a chart draws its own. */
const textsOf = (items: Scene['slides'][number]['items']): readonly TextBlock[] =>
  leaves(items).flatMap(item => (item.kind === 'text' ? [item] : item.kind === 'table' ? cells(item) : []));

/** Every paragraph with the lines that it was given and those that the pages show. */
export function paragraphsOf(
  scene: Scene,
  pages: readonly (readonly PageWord[])[],
  context: DeckContext,
): readonly Paragraph[] {
  const shown = scene.slides.filter(({ hidden }) => !hidden);
  return shown.flatMap((slide, page) => {
    const read = reader(pages[page] ?? []);
    return textsOf(slide.items).flatMap(block =>
      block.paragraphs.map((paragraph): Paragraph => {
        const measured = measure(paragraph, context);
        const width = block.wrap ? block.frame.width - paragraph.indent : Number.POSITIVE_INFINITY;
        const { lines, count } = breakLines(measured, width);
        return {
          slide: slide.id,
          name: `${scene.identity.language} ${slide.id} ${block.name}: ${measured.text}`,
          isLatin: !mayHoldEastAsian(measured.text),
          width,
          predicted: lines.length,
          reserved: count,
          shown: read(measured.text),
        };
      }),
    );
  });
}

/** Finds texts in the words of a page, one behind the other, and counts the lines that each takes. */
function reader(words: readonly PageWord[]): (text: string) => number | null {
  const stream = words.map(({ text }) => text).join('');
  const ends: number[] = [];
  for (const { text } of words) ends.push((ends.at(-1) ?? 0) + text.length);
  let from = 0;
  return text => {
    const wanted = folded(text);
    // Footers are drawn first.
    const start = [stream.indexOf(wanted, from), stream.indexOf(wanted)].find(at => at >= 0);
    if (wanted === '' || start === undefined) return null;
    const end = start + wanted.length;
    from = Math.max(from, end);
    return linesOf(words.filter((word, index) => ends[index]! > start && ends[index]! - word.text.length < end)).length;
  };
}
