/** Pages of paper to be handed out: a slide, what is said to it, and where its facts come from. */
import type { Item, Slide } from './scene.ts';
import type { Points, Rect } from './units.ts';

export interface Sheet {
  /** 1-based. */
  readonly number: number;
  readonly width: Points;
  readonly height: Points;
  readonly slide: Slide;
  /** Where the slide is shown; null where its words continue from the page before. */
  readonly frame: Rect | null;
  /** Words and rules, in reading order. */
  readonly items: readonly Item[];
}
