/** Gives every node its place: Deck → Scene. */
import type { Faces } from '../fonts/fonts.ts';
import type { Source } from '../model/briefing.ts';
import type { Problem, Report } from '../model/diagnostic.ts';
import type { Deck } from '../model/node.ts';
import type { Scene } from '../model/scene.ts';
import { type DeckContext, namer } from './context.ts';
import * as problems from './problems.ts';
import { laySlide } from './slide.ts';

/** Everything that layout can say. */
export const LAYOUT_PROBLEMS: readonly Problem[] = Object.values(problems);

export function layout(deck: Deck, source: Source, faces: Faces, report: Report): Scene {
  const context: DeckContext = {
    deck,
    brand: source.brand,
    faces,
    ledger: source.briefing.ledger,
    pictures: source.pictures,
    language: deck.identity.language,
    numbers: numberSlides(deck),
    opportunities: new Map(),
    said: new Set(),
    report,
  };
  const slides = deck.slides.map((node, index) =>
    laySlide(node, {
      ...context,
      number: index + 1,
      id: node.id,
      design: source.layouts[node.layout],
      name: namer(),
    }),
  );
  const sections = deck.sections.map(section => ({
    ...section,
    slides: slides.filter(slide => slide.section === section.id).map(slide => slide.number),
  }));
  return {
    identity: deck.identity,
    brand: source.brand,
    layouts: source.layouts,
    sections: sections.filter(section => section.slides.length > 0),
    slides,
    pictures: source.pictures,
    sources: source.briefing.ledger.sources,
  };
}

/** Hidden slides are counted: PowerPoint numbers them too. */
function numberSlides(deck: Deck): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  deck.slides.forEach((slide, index) => {
    numbers.set(slide.id, index + 1);
    if (slide.section !== null && !numbers.has(slide.section)) numbers.set(slide.section, index + 1);
  });
  return numbers;
}
