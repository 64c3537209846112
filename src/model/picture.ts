/** A picture's bytes and what its header says. */

export interface Picture {
  /** Project name. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly format: 'png' | 'jpeg' | 'svg' | 'gif' | 'webp';
  /** Pixels; for SVG its nominal size. */
  readonly width: number;
  readonly height: number;
  /** Of an SVG: the PNG of the same picture that lies beside it, for readers that draw no SVG; null where there is none. */
  readonly raster: Uint8Array | null;
}
