/** Filled outlines, and the icons that are some. */

/** A step of a path: absolute, in the outline's own units, straight or cubic. */
export type Step =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

/** Closed curves in a box of their own; what an odd number of them surrounds is filled. */
export interface Outline {
  /** What it is called in its set: `factory`. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly steps: readonly Step[];
}

/** A set of icons; each is read when it is first asked for. */
export interface Icons {
  /** Null for a name that the set does not have. */
  find(name: string): Outline | null;
  /** Every name, sorted: what a mistake is compared with. */
  names(): readonly string[];
}
