/** HarfBuzz, the only user of it: shapes a word with one font file. */
import { Blob, Buffer, Direction, Face, Feature, Font, shape } from 'harfbuzzjs';

export interface ShapedGlyph {
  readonly id: number;
  /** The UTF-16 code unit of the word that it stands for. */
  readonly at: number;
  /** In em: the advance of the glyph alone, what kerning adds, and where the outline is put off the pen. */
  readonly nominal: number;
  readonly kern: number;
  readonly offset: number;
}

export interface Shaper {
  readonly unitsPerEm: number;
  covers(codePoint: number): boolean;
  shape(text: string): readonly ShapedGlyph[];
  /** SVG path data in font units, y upwards. */
  path(glyph: number): string;
}

/** PowerPoint kerns and sets no ligatures (measured on its own exports). */
const FEATURES = [new Feature('liga', 0), new Feature('clig', 0)];

/** A font file ready to shape text of a script (ISO 15924), named so that numbers kern as they do among words. */
export function openShaper(file: Uint8Array, script: string): Shaper {
  const face = new Face(new Blob(file));
  const font = new Font(face);
  const buffer = new Buffer();
  const covered = new Set(face.collectUnicodes());
  const advances = new Map<number, number>();
  const advanceOf = (glyph: number): number => {
    const advance = advances.get(glyph) ?? font.glyphHAdvance(glyph);
    advances.set(glyph, advance);
    return advance;
  };
  return {
    unitsPerEm: face.upem,
    covers: codePoint => covered.has(codePoint),
    shape(text) {
      buffer.reset();
      buffer.addText(text);
      buffer.setDirection(Direction.LTR);
      buffer.setScript(script);
      shape(font, buffer, FEATURES);
      const positions = buffer.getGlyphPositions();
      return buffer.getGlyphInfos().map(({ codepoint: id, cluster }, index) => {
        const position = positions[index]!;
        const nominal = advanceOf(id);
        return {
          id,
          at: cluster,
          nominal: nominal / face.upem,
          kern: (position.xAdvance - nominal) / face.upem,
          offset: position.xOffset / face.upem,
        };
      });
    },
    path: glyph => font.glyphToPath(glyph),
  };
}
