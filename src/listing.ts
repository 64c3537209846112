/** What `outline` and `facts` print of a build: tables for people, tabs for programs. */
import type { Build } from './build.ts';
import { type Fact, type Ledger, ledgerValue } from './model/fact.ts';
import type { Scene } from './model/scene.ts';

/** The storyline: number, id and title of each slide, a line a slide. */
export function outline(result: Build): string {
  return result.versions
    .flatMap(({ scene }) =>
      scene.slides.map(slide => `${String(slide.number).padStart(2)}\t${slide.id}\t${slide.title}\n`),
    )
    .join('');
}

/** The ledger: each fact with its value, the slides that show it, and what is to be said of it; a line a fact. */
export function facts(result: Build): string {
  if (result.source === null) return '';
  const { ledger } = result.source.briefing;
  const shown = shownOn(result.versions.map(({ scene }) => scene));
  const counted = countedIn(ledger);
  return [...ledger.facts.values()]
    .map(fact => {
      const slides = [...(shown.get(fact.id) ?? [])];
      const cells = [fact.id, worth(fact), slides.join(' ') || '-', remarks(fact, slides, counted.get(fact.id) ?? [])];
      return `${cells.join('\t')}\n`;
    })
    .join('');
}

/** By fact, the computed facts whose `calc` names it. */
function countedIn({ facts }: Ledger): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const { id, calc } of facts.values())
    for (const [, name] of (calc ?? '').matchAll(/\$\(([a-z0-9-]+)/g))
      if (name !== undefined) users.set(name, [...new Set([...(users.get(name) ?? []), id])]);
  return users;
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
  if (fact.value !== null) return `${ledgerValue(fact, fact.value)} ${fact.unit.id}`;
  if (fact.members.length === 0) return 'statement';
  return `${fact.members.map(({ key, value }) => `${key} ${value ?? 'n.a.'}`).join(', ')} ${fact.unit.id}`;
}

function remarks(fact: Fact, slides: readonly string[], users: readonly string[]): string {
  const words = [
    slides.length === 0 && users.length === 0 && fact.use !== 'never' ? 'unused' : null,
    users.length === 0 ? null : `counted in ${users.join(' ')}`,
    fact.use === 'plain' ? null : fact.use,
    fact.verify ? 'unverified' : null,
    fact.calc === null ? null : `= ${fact.calc}`,
  ];
  return words.filter(word => word !== null).join(', ');
}
