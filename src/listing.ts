/** What `outline` and `facts` print of a build: tables for people, tabs for programs. */
import type { Build } from './build.ts';
import type { Fact } from './model/fact.ts';
import type { Scene } from './model/scene.ts';

/** The storyline: number, id and title of each slide, a line a slide. */
export function outline(result: Build): string {
  return result.versions
    .flatMap(({ scene }) =>
      scene.slides.map(slide => `${String(slide.number).padStart(2)}\t${slide.id}\t${slide.title}\n`),
    )
    .join('');
}

/** The ledger: each fact with its value, where it is shown, and what is to be said of it; a line a fact. */
export function facts(result: Build): string {
  if (result.source === null) return '';
  const shown = shownOn(result.versions.map(({ scene }) => scene));
  return [...result.source.briefing.ledger.facts.values()]
    .map(fact => {
      const slides = shown.get(fact.id);
      return `${[fact.id, worth(fact), slides === undefined ? '-' : [...slides].join(' '), remarks(fact, slides)].join('\t')}\n`;
    })
    .join('');
}

/** Slide ids by the facts that they show, in the order of the deck. */
function shownOn(scenes: readonly Scene[]): Map<string, Set<string>> {
  const slides = new Map<string, Set<string>>();
  for (const slide of scenes.flatMap(scene => scene.slides)) {
    for (const { fact } of slide.facts) slides.set(fact, (slides.get(fact) ?? new Set()).add(slide.id));
  }
  return slides;
}

/** As it stands in the ledger: value and unit, or the members. */
function worth(fact: Fact): string {
  if (fact.value !== null) return `${fact.value} ${fact.unit.id}`;
  if (fact.members.length === 0) return 'statement';
  return `${fact.members.map(({ key, value }) => `${key} ${value ?? 'n.a.'}`).join(', ')} ${fact.unit.id}`;
}

function remarks(fact: Fact, slides: ReadonlySet<string> | undefined): string {
  const words = [
    slides === undefined && fact.use !== 'never' ? 'unused' : null,
    fact.use === 'plain' ? null : fact.use,
    fact.verify ? 'unverified' : null,
    fact.calc === null ? null : `= ${fact.calc}`,
  ];
  return words.filter(word => word !== null).join(', ');
}
