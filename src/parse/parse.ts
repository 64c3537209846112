/** From markup to nodes: every element known, every token decided, every run aware of its fact. */
import { DIAGRAM_PROBLEMS } from '../diagrams/diagrams.ts';
import type { Source } from '../model/briefing.ts';
import type { Problem, Report } from '../model/diagnostic.ts';
import type { Markup } from '../model/markup.ts';
import type { Deck } from '../model/node.ts';
import { openParsing } from './parsing.ts';
import * as problems from './problems.ts';
import { readSlide } from './slide.ts';

/** Everything that parse can say, the types of diagrams included: it asks them. */
export const PARSE_PROBLEMS: readonly Problem[] = [...Object.values(problems), ...DIAGRAM_PROBLEMS];

/** Parses a deck. A slide that cannot be read is reported and left out; every other mistake leaves its slide standing. */
export function parse(markup: Markup, source: Source, report: Report): Deck {
  const parsing = openParsing(markup, source, report);
  const slides = markup.slides.flatMap(slide => readSlide(slide, parsing) ?? []);
  return { identity: markup.identity, sections: markup.sections, slides };
}
