/** Glyphs as SVG paths, for previews. */
import type { Points } from '../model/units.ts';

export interface Glyph {
  /** The same for the same outline, fit for an XML id: `arimo-700-normal-latin-57`. */
  readonly key: string;
  /** The characters that it shows. */
  readonly text: string;
  /** SVG path data in font units, y upwards from the baseline; empty for a space. */
  readonly path: string;
  readonly unitsPerEm: number;
  /** Left edge from the left edge of the text's first glyph. */
  readonly x: Points;
  readonly width: Points;
  /** The advance in em that the face gives it: kerning and PowerPoint's grid left out. */
  readonly nominal: number;
  /** True where no outline is at hand (the packages of East Asian ones are optional): the path is a box of the glyph's width. */
  readonly missing: boolean;
}

const BOX_UNITS = 1000;

/** What stands for a glyph whose outline is not at hand: a frame of its width, as high as a capital. */
export function boxGlyph(text: string, x: Points, width: Points, size: Points): Glyph {
  const units = Math.round((width / size) * BOX_UNITS);
  const left = Math.round(units * 0.08);
  const right = units - left;
  const frame = `M${left},-60H${right}V780H${left}ZM${left + 40},-20V740H${right - 40}V-20Z`;
  return {
    key: `box-${units}`,
    text,
    path: frame,
    unitsPerEm: BOX_UNITS,
    x,
    width,
    nominal: width / size,
    missing: true,
  };
}
