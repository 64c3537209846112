/** Gives every node its place: Deck → Scene. */
import type { Faces } from '../fonts/fonts.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Source } from '../model/briefing.ts';
import type { Problem, Report } from '../model/diagnostic.ts';
import type { Fact, Ledger } from '../model/fact.ts';
import type { Sheet } from '../model/handout.ts';
import type { SectionTitle } from '../model/markup.ts';
import type { Deck } from '../model/node.ts';
import { at, type Origin } from '../model/origin.ts';
import type { Scene, SceneSection, Slide } from '../model/scene.ts';
import { type DeckContext, namer } from './context.ts';
import { handoutOf } from './handout.ts';
import * as problems from './problems.ts';
import { laySlide } from './slide.ts';

/** Everything that layout can say. */
export const LAYOUT_PROBLEMS: readonly Problem[] = Object.values(problems);

/** `atlas` is needed where a slide shows a map. */
export function layout(deck: Deck, source: Source, faces: Faces, report: Report, atlas: Atlas | null = null): Scene {
  const context = { ...contextOf(deck, source, faces, report), atlas };
  const slides = deck.slides.map((node, index) =>
    laySlide(node, {
      number: index + 1,
      id: node.id,
      design: source.layouts[node.layout],
      name: namer(),
      ...context,
    }),
  );
  return {
    identity: deck.identity,
    brand: source.brand,
    layouts: source.layouts,
    sections: sectionsOf(deck),
    slides,
    pictures: source.pictures,
    sources: source.briefing.ledger.sources,
    sourceless: placesOf(source.briefing.ledger, ({ sources }) => sources.length === 0),
    unverified: placesOf(source.briefing.ledger, ({ verify }) => verify),
  };
}

/** The pages of the handout of slides that are laid out: asked for by its writer alone. */
export function layHandout(
  slides: readonly Slide[],
  deck: Deck,
  source: Source,
  faces: Faces,
  report: Report,
): readonly Sheet[] {
  const context = contextOf(deck, source, faces, report);
  return handoutOf(slides, ({ number, id, layout }) => ({
    ...context,
    number,
    id,
    design: source.layouts[layout],
    name: base => base,
  }));
}

function contextOf(deck: Deck, source: Source, faces: Faces, report: Report): DeckContext {
  return {
    deck,
    brand: source.brand,
    faces,
    ledger: source.briefing.ledger,
    pictures: source.pictures,
    language: deck.identity.language,
    numbers: numberSlides(deck),
    opportunities: new Map(),
    said: new Set(),
    atlas: null,
    report,
  };
}

const placesOf = ({ facts }: Ledger, which: (fact: Fact) => boolean): ReadonlyMap<string, Origin> =>
  new Map([...facts.values()].filter(which).map(({ id, place, pointer }) => [id, at(place, pointer)]));

/**
 * Every slide is in a section, and a section is a run of slides that follow each other (PowerPoint knows no other): built-in
 * slides go with those around them, to the untracked sections at the two ends.
 */
function sectionsOf(deck: Deck): readonly SceneSection[] {
  const runs: { title: SectionTitle; slides: number[] }[] = [];
  for (const [index, { section }] of deck.slides.entries()) {
    const seen = runs.some(run => run.title.tracked);
    const own = deck.sections.find(({ id }) => id === section);
    const title = own ?? deck.sections.at(seen ? -1 : 0);
    if (title === undefined) continue;
    if (runs.at(-1)?.title === title) runs.at(-1)?.slides.push(index + 1);
    else runs.push({ title, slides: [index + 1] });
  }
  return runs.map(({ title, slides }) => ({ ...title, slides }));
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
