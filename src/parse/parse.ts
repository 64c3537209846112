/** From markup to nodes: every element known, every token decided, every run aware of its fact. */
import { DIAGRAM_PROBLEMS } from '../diagrams/diagrams.ts';
import type { Source } from '../model/briefing.ts';
import type { Problem, Report } from '../model/diagnostic.ts';
import type { Markup, Printed, SlideMarkup } from '../model/markup.ts';
import { FORGETFUL, type Memory, remake, settle } from '../model/memory.ts';
import type { Deck } from '../model/node.ts';
import { MARKER, once, openParsing } from './parsing.ts';
import * as problems from './problems.ts';
import { readSlide } from './slide.ts';

/** Everything that parse can say, the types of diagrams included: it asks them. */
export const PARSE_PROBLEMS: readonly Problem[] = [...Object.values(problems), ...DIAGRAM_PROBLEMS];

/**
 * Parses a deck. A slide that cannot be read is reported and left out; every other mistake leaves its slide standing. A slide is parsed
 * again where anything that it is made from has changed since `memory`.
 */
export function parse(markup: Markup, source: Source, report: Report, memory: Memory = FORGETFUL): Deck {
  const parsing = openParsing(markup, source, report);
  const { identity, sections, files, printed } = markup;
  const room = `parse ${identity.language} ${identity.audience}`;
  const { brand, layouts, templates, briefing } = source;
  const { ledger, words } = briefing;
  const ids = markup.slides.map(({ id }) => id);
  const house = settle(memory, room, { identity, sections, ids, files, brand, layouts, templates, ledger, words });
  const slides = markup.slides.flatMap(slide => {
    const kept = settle(memory, `${room} ${slide.id}`, { slide, printed: printedOn(slide, printed) });
    return (
      remake(memory, `${room} node ${slide.id}`, [kept, house], parsing.report, said =>
        readSlide(slide, { ...parsing, report: once(said) }),
      ) ?? []
    );
  });
  return { identity, sections, slides };
}

const printedOn = ({ text }: SlideMarkup, printed: Markup['printed']): readonly (Printed | undefined)[] =>
  [...text.matchAll(MARKER)].map(([, index]) => printed[Number(index)]);
