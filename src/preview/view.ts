/** What the page is told of a build: plain data, the same on both sides of the wire. */
import type { Rect } from '../model/units.ts';

/** What may be chosen on the page; null for what the briefing itself says. */
export const SWITCHES = ['language', 'audience', 'brand', 'page', 'ground'] as const;
export type Switch = (typeof SWITCHES)[number];
export type Selection = Readonly<Record<Switch, string | null>>;
export type Choices = Readonly<Record<Switch, readonly string[]>>;

/** A place in a file, with its line and the address that opens an editor there; `link` is null where there is none. */
export interface Spot {
  /** As a person would type it: `data/korea/facts.yaml`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly link: string | null;
}

export interface ProblemView {
  readonly severity: 'error' | 'warning' | 'info';
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  /** Id of the slide that it is about; null for the briefing as a whole. */
  readonly slide: string | null;
  /** Where on the slide, in points. */
  readonly frame: Rect | null;
  readonly data: Spot | null;
  readonly template: Spot | null;
}

/** A thing on a slide by its frame: an item, a placeholder of the layout, or a fact that is printed there. */
export interface Mark {
  readonly name: string;
  readonly frame: Rect;
}

export interface SlideView {
  readonly id: string;
  /** Null for a slide that could not be drawn. */
  readonly number: number | null;
  /** The section's title. */
  readonly section: string | null;
  readonly title: string;
  /** Key of its SVG among the drawings; null for a slide that could not be drawn. */
  readonly drawing: string | null;
  readonly layout: string | null;
  readonly hidden: boolean;
  readonly template: Spot | null;
  readonly data: Spot | null;
  readonly notes: readonly string[];
  /** Where facts are printed, in reading order; the name is the fact's: `dram-share.samsung`. */
  readonly facts: readonly Mark[];
  /** Facts that it shows, wherever: also in charts and pictures. */
  readonly shows: readonly string[];
  readonly boxes: readonly Mark[];
  readonly grid: readonly Mark[];
}

export interface FactView {
  readonly statement: string | null;
  /** `9.4 KRW tn`, or the members. */
  readonly value: string;
  readonly asOf: string | null;
  /** `attributed`, `unverified`, … */
  readonly remarks: readonly string[];
  readonly sources: readonly { readonly text: string; readonly url: string | null }[];
  readonly spot: Spot | null;
  /** Ids of the slides that show it. */
  readonly slides: readonly string[];
}

export interface BrandView {
  readonly name: string;
  readonly ground: string;
  readonly colours: readonly { readonly name: string; readonly hex: string; readonly slot: string | null }[];
  readonly type: readonly {
    readonly role: string;
    readonly size: number;
    readonly minimum: number;
    readonly bold: boolean;
    readonly colour: string;
    readonly family: string;
  }[];
  readonly faces: readonly { readonly role: string; readonly latin: string; readonly others: readonly string[] }[];
}

export interface View {
  readonly title: string;
  /** BCP 47, of the slides. */
  readonly language: string;
  /** What was asked for, without what the briefing does not have. */
  readonly selection: Selection;
  readonly choices: Choices;
  readonly page: { readonly width: number; readonly height: number };
  /** Whether the slides are those of an earlier build, since of this one there are none. */
  readonly stale: boolean;
  readonly slides: readonly SlideView[];
  readonly problems: readonly ProblemView[];
  /** By the name of the use: `dram-share.samsung`. */
  readonly facts: Readonly<Record<string, FactView>>;
  readonly brand: BrandView | null;
}

/** What the page is sent: a view, and those of its drawings that it does not have yet. */
export interface Message {
  readonly view: View;
  readonly drawings: Readonly<Record<string, string>>;
}
