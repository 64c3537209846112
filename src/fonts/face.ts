/** What is asked of a face, and what it answers. */
import type { Points } from '../model/units.ts';

/** A face as a text asks for it. */
export interface FaceStyle {
  /** As the recipient's machine names it: `Arial`, `Malgun Gothic`. */
  readonly family: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Whole points. */
  readonly size: Points;
}

export interface Advances {
  /** One a UTF-16 code unit, kerning with the next included; 0 for the rest of a character that takes several. */
  readonly widths: readonly Points[];
  /** Characters that no face could measure: each counts as 1 em, and layout reports it. */
  readonly unmeasured: readonly string[];
}

/** PowerPoint places glyphs on a grid of an eighth of a point (1,807 of 2,172 advances in its own exports). */
export const snap = (width: Points): Points => Math.round(width * 8) / 8;
