/** What every check is: a file in this folder that offers one of these. */
import type { Diagnostic, Problem } from '../model/diagnostic.ts';
import type { Scene, Slide } from '../model/scene.ts';

export interface Rule {
  readonly problems: readonly Problem[];
  /** Looks at one slide. */
  slide?(slide: Slide, scene: Scene, report: (diagnostic: Diagnostic) => void): void;
  /** Looks at the deck as a whole. */
  deck?(scene: Scene, report: (diagnostic: Diagnostic) => void): void;
}
