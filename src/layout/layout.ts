/** Gives every node its place: Deck → Scene. */
import type { Faces } from '../fonts/fonts.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Source } from '../model/briefing.ts';
import { diagnose, type Problem, type Report } from '../model/diagnostic.ts';
import type { Fact, Ledger } from '../model/fact.ts';
import type { Sheet } from '../model/handout.ts';
import type { SectionTitle } from '../model/markup.ts';
import { FORGETFUL, type Memory } from '../model/memory.ts';
import type { Deck, SlideNode } from '../model/node.ts';
import { at, type Origin } from '../model/origin.ts';
import type { Scene, SceneSection, Slide } from '../model/scene.ts';
import type { DeckContext } from './context.ts';
import { type Part, partsOf } from './continuation.ts';
import { handoutOf } from './handout.ts';
import { type Keeper, keeper, onceADeck, type Page } from './kept.ts';
import { type Numbering, numberSlides } from './numbering.ts';
import * as problems from './problems.ts';
import { printsPages } from './shown.ts';
import { laySlide } from './slide.ts';

/** Everything that layout can say. */
export const LAYOUT_PROBLEMS: readonly Problem[] = Object.values(problems);

/** `atlas` is needed where a slide shows a map. A slide is laid out again where anything that it is made from has changed since `memory`. */
export function layout(
  deck: Deck,
  source: Source,
  faces: Faces,
  report: Report,
  atlas: Atlas | null = null,
  memory: Memory = FORGETFUL,
): Scene {
  const { brand, layouts, pictures } = source;
  const { ledger } = source.briefing;
  const context = { ...contextOf(deck, source, faces, onceADeck(report)), atlas };
  const kept = keeper(deck, source, context, memory);
  const { slides: inParts, numbering } = continueSlides(deck, source, kept);
  for (const parts of inParts) if (parts.length > 1) sayContinued(parts, numbering, report);
  const parts = inParts.flat();
  const slides = parts.map((part, index) =>
    kept.made(`slide ${part.slide.id}`, [part], pageOf(part.slide, index, layouts, numbering), page =>
      laySlide(part, page),
    ),
  );
  return {
    identity: deck.identity,
    brand,
    layouts,
    sections: sectionsOf(deck, parts),
    slides,
    pictures,
    sources: ledger.sources,
    sourceless: placesOf(ledger, ({ sources }) => sources.length === 0),
    unverified: placesOf(ledger, ({ verify }) => verify),
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
    numbers: new Map(),
    named: new Map(),
    pages: new Map(),
    opportunities: new Map(),
    said: new Set(),
    atlas: null,
    report,
  };
}

const pageOf = (slide: SlideNode, index: number, layouts: Source['layouts'], numbering: Numbering): Page => ({
  number: index + 1,
  id: slide.id,
  design: layouts[slide.layout],
  numbering,
});

/**
 * The slides of the deck, those that are too full in parts. Page numbers in words have widths of their own, and count the parts:
 * so they are written, and slides fitted again, until no number moves. Parts never become fewer, so that this ends.
 */
function continueSlides(
  deck: Deck,
  { layouts, briefing: { ledger } }: Source,
  kept: Keeper,
): { readonly slides: readonly (readonly Part[])[]; readonly numbering: Numbering } {
  const nodes = deck.slides.map(kept.slide);
  let slides: readonly (readonly Part[])[] = nodes.map(slide => [{ slide, fitted: null, needs: null }]);
  let seen = '';
  for (let round = 0; ; round++) {
    const numbered = numberSlides(
      slides.flatMap(parts => parts.map(({ slide }) => slide)),
      ledger,
    );
    const numbering = kept.numbering(numbered, round);
    const now = JSON.stringify([[...numbering.numbers], [...numbering.pages]]);
    if (now === seen) return { slides, numbering };
    seen = now;
    let index = 0;
    slides = nodes.map((slide, at) => {
      const before = slides[at]!;
      const page = pageOf(slide, index, layouts, numbering);
      index += before.length;
      if (round > 0 && !printsPages(slide)) return before;
      const least = before.length;
      return kept.made(`parts ${round} ${slide.id}`, [slide, least], page, context => partsOf(slide, least, context));
    });
  }
}

const placesOf = ({ facts }: Ledger, which: (fact: Fact) => boolean): ReadonlyMap<string, Origin> =>
  new Map([...facts.values()].filter(which).map(({ id, place, pointer }) => [id, at(place, pointer)]));

/** The author's slides that go on: whoever counts on one page learns by how much it is too full. */
function sayContinued(parts: readonly Part[], { numbers }: Numbering, report: Report): void {
  const { slide, needs } = parts[0]!;
  if (slide.section === null) return;
  const message = `The slide needs ${needs ?? 'room for its page numbers'}: it goes on, ${parts.length} slides in all.`;
  const hint = 'to keep it on one slide cut its words, or take out what is last';
  const place = { id: slide.id, number: numbers.get(slide.id) ?? null };
  report(diagnose(problems.CONTINUED, slide.origin, message, { hint, slide: place }));
}

/**
 * Every slide is in a section, and a section is a run of slides that follow each other (PowerPoint knows no other): built-in
 * slides go with those around them, to the untracked sections at the two ends.
 */
function sectionsOf({ sections }: Deck, parts: readonly Part[]): readonly SceneSection[] {
  const runs: { title: SectionTitle; slides: number[] }[] = [];
  for (const [index, { slide }] of parts.entries()) {
    const seen = runs.some(run => run.title.tracked);
    const own = sections.find(({ id }) => id === slide.section);
    const title = own ?? sections.at(seen ? -1 : 0);
    if (title === undefined) continue;
    if (runs.at(-1)?.title === title) runs.at(-1)?.slides.push(index + 1);
    else runs.push({ title, slides: [index + 1] });
  }
  return runs.map(({ title, slides }) => ({ ...title, slides }));
}
