/** What every part of layout needs to know: the deck's words and the page being filled. */
import type { Faces } from '../fonts/fonts.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Brand } from '../model/brand.ts';
import type { Report } from '../model/diagnostic.ts';
import type { Ledger } from '../model/fact.ts';
import type { Deck } from '../model/node.ts';
import type { Picture } from '../model/picture.ts';
import type { LayoutDesign } from '../model/scene.ts';
import type { Numbering } from './numbering.ts';
import type { Opportunity } from './opportunities.ts';

export interface DeckContext extends Numbering {
  /** The words of the deck as a whole: no slide looks at another. */
  readonly deck: Pick<Deck, 'identity' | 'sections'>;
  readonly brand: Brand;
  readonly faces: Faces;
  readonly ledger: Ledger;
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Language code of the deck. */
  readonly language: string;
  /** Break opportunities by text: a cache, because fit asks again at every size. */
  readonly opportunities: Map<string, readonly Opportunity[]>;
  /** What has been reported for the whole deck, so that it is said once. */
  readonly said: Set<string>;
  /** Null where no slide shows a map. */
  readonly atlas: Atlas | null;
  readonly report: Report;
}

export interface SlideContext extends DeckContext {
  readonly number: number;
  readonly id: string;
  readonly design: LayoutDesign;
  /** Makes a name unique on the slide: `card`, `card 2`. */
  readonly name: (base: string) => string;
}

/** A namer for one slide. PowerPoint's selection pane shows the names, so they count like people do. */
export function namer(): (base: string) => string {
  const taken = new Set<string>();
  return base => {
    let name = base;
    for (let count = 2; taken.has(name); count++) name = `${base} ${count}`;
    taken.add(name);
    return name;
  };
}
