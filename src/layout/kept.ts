/** What was made of a slide in the last build, kept while all that it is made from is the same: a save changes one slide of many. */
import type { Source } from '../model/briefing.ts';
import type { Diagnostic, Problem, Report } from '../model/diagnostic.ts';
import { type Memory, remake, settle } from '../model/memory.ts';
import type { Deck, SlideNode } from '../model/node.ts';
import { type DeckContext, namer, type SlideContext } from './context.ts';
import type { Numbering } from './numbering.ts';
import { UNMEASURED_CHARACTER, UNMEASURED_FAMILY } from './problems.ts';

export interface Keeper {
  /** The slide as it was where it is the same. */
  slide(slide: SlideNode): SlideNode;
  numbering(numbering: Numbering, round: number): Numbering;
  /** What `make` gave for `from` on this page, or gives now. */
  made<T>(key: string, from: readonly unknown[], page: Page, make: (context: SlideContext) => T): T;
}

/** Where in the deck a slide stands. */
export interface Page extends Pick<SlideContext, 'number' | 'id' | 'design'> {
  readonly numbering: Numbering;
}

/** Faces and the atlas are not looked at: they are the same wherever the brand is. */
export function keeper(deck: Deck, source: Source, context: DeckContext, memory: Memory): Keeper {
  const { identity, sections } = deck;
  const { brand, layouts, pictures, briefing } = source;
  const { language, audience } = identity;
  const room = `layout ${language} ${audience} ${brand.name.full} ${brand.page.name} ${brand.ground}`;
  const house = settle(memory, room, { identity, sections, brand, layouts, pictures, ledger: briefing.ledger });
  return {
    slide: slide => settle(memory, `${room} ${slide.id}`, slide),
    numbering: (numbering, round) => settle(memory, `${room} ${round}`, numbering),
    made: (key, from, { numbering, ...place }, make) =>
      remake(memory, `${room} ${key}`, [...from, house, numbering, place.number], context.report, report =>
        make({ ...context, ...numbering, ...place, name: namer(), said: new Set(), report }),
      ),
  };
}

const ONCE: ReadonlySet<Problem> = new Set([UNMEASURED_FAMILY, UNMEASURED_CHARACTER]);

/** Each slide says what its deck needs to hear once. */
export function onceADeck(report: Report): Report {
  const heard = new Set<string>();
  return (diagnostic: Diagnostic) => {
    if (ONCE.has(diagnostic.problem) && heard.has(diagnostic.message)) return;
    heard.add(diagnostic.message);
    report(diagnostic);
  };
}
