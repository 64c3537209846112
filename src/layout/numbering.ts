/** Numbers of slides, and which of them show what: for page numbers in words. */

import type { Ledger } from '../model/fact.ts';
import { seriesMark } from '../model/language.ts';
import type { SlideNode } from '../model/node.ts';
import { factName } from '../model/use.ts';

export interface Numbering {
  /** Number of the first slide that shows a fact and names its sources, by the fact's written name. */
  readonly named: ReadonlyMap<string, number>;
  /** Number of each slide, and of the first slide of each section, by id. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Numbers of the slides that show a fact of a source, ascending, by the source's id; notes are the speaker's, as `expand` lists sources. */
  readonly pages: ReadonlyMap<string, readonly number[]>;
}

/** Hidden slides are counted: PowerPoint numbers them too. */
export function numberSlides(slides: readonly SlideNode[], ledger: Ledger): Numbering {
  const numbers = new Map<string, number>();
  const named = new Map<string, number>();
  const pages = new Map<string, Set<number>>();
  for (const [index, slide] of slides.entries()) {
    numbers.set(slide.id, index + 1);
    if (slide.section !== null && !numbers.has(slide.section)) numbers.set(slide.section, index + 1);
    const names = slide.sourceLine !== null && slide.sourceLine.see === null && !slide.hidden;
    if (names) for (const use of slide.facts) if (!named.has(factName(use))) named.set(factName(use), index + 1);
    for (const { fact } of slide.facts)
      for (const source of ledger.facts.get(fact)?.sources ?? [])
        pages.set(source, (pages.get(source) ?? new Set()).add(index + 1));
  }
  return { named, numbers, pages: new Map([...pages].map(([source, found]) => [source, [...found]])) };
}

/** `2, 5, 7–9`, `2、5、7–9`: numbers that follow each other are one run. */
export function pageRuns(numbers: readonly number[], language: string): string {
  const starts = [...numbers.keys()].filter(index => numbers[index] !== numbers[index - 1]! + 1);
  return starts
    .map((start, index) => {
      const [first, last] = [numbers[start]!, numbers[(starts[index + 1] ?? numbers.length) - 1]!];
      return first === last ? `${first}` : `${first}–${last}`;
    })
    .join(seriesMark(language));
}
