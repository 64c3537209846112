/** A picture's bytes and what its header says. */

export interface Picture {
  /** Project name. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly format: 'png' | 'jpeg' | 'svg' | 'gif' | 'webp';
  /** Pixels; for SVG its nominal size. */
  readonly width: number;
  readonly height: number;
}
