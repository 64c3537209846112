/** A picture's bytes and what its header says. */

export interface Picture {
  /** Project name. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly format: 'png' | 'jpeg' | 'svg' | 'gif' | 'webp';
  /** Pixels, as it is seen upright; for SVG its nominal size. */
  readonly width: number;
  readonly height: number;
  /** How the bytes are to be turned before they are shown, as EXIF counts it: 1 for upright, which all pictures of a scene are. */
  readonly orientation: number;
  /** Of an SVG: the PNG of the same picture that lies beside it, for readers that draw no SVG; null where there is none. */
  readonly raster: Uint8Array | null;
}
