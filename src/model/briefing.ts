/** A briefing as the author meant it: checked against its contracts, all languages still in it, nothing yet arranged. */
import { type Brand, enlarged, type LayoutName } from './brand.ts';
import type { Templates } from './contract.ts';
import type { Ledger } from './fact.ts';
import type { Place } from './origin.ts';
import type { Icons } from './outline.ts';
import type { Picture } from './picture.ts';
import type { LayoutDesign } from './scene.ts';
import type { ContentMap, Provenance, TextValue, TokenValue } from './value.ts';

/** The slides that a briefing has without writing them: named in `order`, drawn by `templates/slides/NAME`. */
export const BUILT_IN_SLIDES = ['cover', 'summary', 'agenda', 'sources'] as const;
export type BuiltInSlide = (typeof BUILT_IN_SLIDES)[number];

/** One slide as the author wrote it: a key of a section's file. */
export interface SlideContent {
  /** `investment/pledge`. */
  readonly id: string;
  readonly key: string;
  /** The slide template it asks for (`slide: big-number` → `slides/big-number`); null where the section's kind draws it. */
  readonly template: string | null;
  readonly content: ContentMap;
}

/** A slide that could not be read: where it would have been. */
export interface DroppedSlide {
  readonly id: string;
  readonly place: Place;
}

export interface Section {
  /** The file's name, `investment`. */
  readonly id: string;
  /** Its template, `sections/investment`; null where all of its slides are explicit. */
  readonly template: string | null;
  readonly title: TextValue;
  readonly message: TextValue | null;
  readonly evidence: TextValue | null;
  readonly question: TextValue | null;
  readonly icon: TokenValue | null;
  /** False for slides outside the argument: they count as built-in ones do. */
  readonly tracked: boolean;
  /** In file order, which is slide order. */
  readonly slides: readonly SlideContent[];
  /** Slides that are left out for an error in them, which was reported. */
  readonly dropped: readonly DroppedSlide[];
  readonly provenance: Provenance;
}

/** A place in the deck's order: a built-in slide or a whole section. */
export type OrderEntry =
  | {
      readonly kind: 'slide';
      readonly slide: BuiltInSlide;
      readonly content: ContentMap;
      readonly provenance: Provenance;
    }
  | { readonly kind: 'section'; readonly section: Section };

export interface Briefing {
  /** The folder's name; outputs are named after it. */
  readonly id: string;
  /** Project name of the folder. */
  readonly folder: string;
  readonly title: TextValue;
  readonly subtitle: TextValue | null;
  readonly date: TokenValue;
  readonly classification: TextValue | null;
  readonly author: TextValue | null;
  readonly keywords: readonly TextValue[];
  /** The first is the default. */
  readonly languages: readonly string[];
  readonly order: readonly OrderEntry[];
  /** Whether every section opens with a divider slide. */
  readonly dividers: boolean;
  /** Slide ids by audience, in the order shown; a section's name stands for all of its slides. */
  readonly audiences: ReadonlyMap<string, readonly TokenValue[]>;
  /** Audiences that read from afar. */
  readonly largeType: readonly string[];
  readonly ledger: Ledger;
  /** Fixed words by English phrase and language, from `templates/words.yaml`. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly provenance: Provenance;
}

/** All that read hands on: what is said, how it may be arranged, how it looks. */
export interface Source {
  readonly briefing: Briefing;
  readonly templates: Templates;
  /** Logical names of all templates that there are, used or not. */
  readonly templateNames: readonly string[];
  readonly brand: Brand;
  readonly layouts: Readonly<Record<LayoutName, LayoutDesign>>;
  /** Every picture that the data or the brand names, by Project name, probed. */
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly icons: Icons;
}

/** The source as an audience sees it: one that reads from afar has larger type. */
export const seenBy = (audience: string | null, source: Source): Source =>
  audience !== null && source.briefing.largeType.includes(audience)
    ? { ...source, brand: enlarged(source.brand) }
    : source;
