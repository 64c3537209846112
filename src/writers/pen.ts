/** What slides are drawn with: colours of the brand, glyph outlines, hatches and pictures, each defined once a document. */
import { type ColourToken, colourOf } from '../model/brand.ts';
import type { Scene, Span, Stroke } from '../model/scene.ts';
import { hundredths, type Points } from '../model/units.ts';
import { NO_XML, raw, type Xml, xml } from '../package/package.ts';
import { dashesOf, HATCH } from './geometry.ts';
import type { WriterContext } from './writer.ts';

export interface Pen {
  /** A `fill` value: the colour's hex, or a reference to its hatch. */
  fill(token: ColourToken, hatched: boolean): string;
  /** Stroke attributes; nothing for null. */
  stroke(stroke: Stroke | null): Xml;
  /** A span of text at its place. */
  write(span: Span, baseline: Points): Xml;
  /** A picture with its top left corner at 0, 0 and one unit a pixel. */
  picture(file: string): { readonly xml: Xml; readonly width: number; readonly height: number };
}

/** What the drawings of one document refer to. */
export interface Definitions {
  /** The id of a definition, made when it is first asked for. */
  id(key: string, make: (id: string) => Xml): string;
  /** All of them, in the order of asking. */
  all(): readonly Xml[];
}

/** Definitions under names that say what they are, or, `short`, under numbers: a page refers to its glyphs by the ten thousand. */
export function definitionsOf(short = false): Definitions {
  const known = new Map<string, { readonly id: string; readonly xml: Xml }>();
  return {
    id(key, make) {
      const found = known.get(key);
      if (found !== undefined) return found.id;
      const id = short ? `g${known.size.toString(36)}` : key;
      known.set(key, { id, xml: make(id) });
      return id;
    },
    all: () => [...known.values()].map(({ xml: definition }) => definition),
  };
}

/** `labels` says whether a stretch of text carries its words for readers of the SVG; a page that lays words over it has no need of them. */
export function penOf(scene: Scene, faces: WriterContext['faces'], definitions: Definitions, labels = true): Pen {
  const hex = (token: ColourToken) => colourOf(scene.brand, token).hex;
  const labelOf = ({ text }: Span) => (labels ? xml` role="img" aria-label="${text}"` : NO_XML);

  return {
    fill(token, hatched) {
      if (!hatched) return hex(token);
      const [colour, paper] = [hex(token), hex('paper')];
      const key = `hatch-${colour.slice(1)}-${paper.slice(1)}`;
      return `url(#${definitions.id(key, id => hatch(id, colour, paper))})`;
    },
    stroke(stroke) {
      if (stroke === null) return NO_XML;
      const dashes = dashesOf(stroke);
      return xml` stroke="${hex(stroke.colour)}" stroke-width="${stroke.width}"${dashes.length > 0 && xml` stroke-dasharray="${dashes.join(' ')}"`}`;
    },
    write(span, baseline) {
      const glyphs = faces.glyphs(span.text, span).filter(({ path }) => path !== '');
      const y = hundredths(baseline - span.rise);
      if (glyphs.some(({ missing }) => missing))
        return typed(span, faces.advances(span.text, span).widths, y, hex(span.colour), labelOf(span));
      const [first] = glyphs;
      if (first === undefined) return NO_XML;
      const scale = span.size / first.unitsPerEm;
      const uses = glyphs.map(({ key, path, x, unitsPerEm }) => {
        const outline = definitions.id(key, id => xml`<path id="${id}" d="${path}"/>`);
        const left = Math.round(x / scale);
        if (unitsPerEm === first.unitsPerEm) return xml`<use href="#${outline}" x="${left}"/>`;
        const factor = (first.unitsPerEm / unitsPerEm).toFixed(6);
        return xml`<use href="#${outline}" transform="translate(${left}) scale(${factor})"/>`;
      });
      const place = `translate(${hundredths(span.x)} ${y}) scale(${scale.toFixed(6)} ${(-scale).toFixed(6)})`;
      return xml`<g${labelOf(span)} fill="${hex(span.colour)}" transform="${place}">${uses}</g>`;
    },
    picture(file) {
      const { bytes, format, width, height } = scene.pictures.get(file)!;
      const text = format === 'svg' ? new TextDecoder().decode(bytes) : '';
      const drawing = /<svg\b[\s\S]*<\/svg>/.exec(text)?.[0];
      // Drawn in place it stays sharp at any size; with ids or styles it could change what else is on the slide.
      if (drawing !== undefined && !/\sid=|\sclass=|\sstyle=|<style/.test(drawing))
        return { xml: raw(drawing), width, height };
      const type = format === 'svg' ? 'image/svg+xml' : `image/${format}`;
      const uri = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
      return { xml: xml`<image width="${width}" height="${height}" href="${uri}"/>`, width, height };
    },
  };
}

/** Diagonal stripes for forecasts. */
const hatch = (id: string, colour: string, paper: string): Xml =>
  xml`<pattern id="${id}" width="${HATCH.pitch}" height="${HATCH.pitch}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="${HATCH.pitch}" height="${HATCH.pitch}" fill="${paper}"/><rect width="${HATCH.stripe}" height="${HATCH.pitch}" fill="${colour}"/>
  </pattern>`;

/** Families that have the glyphs where the recipient's own is not installed. */
const STAND_INS: Readonly<Record<string, string>> = {
  'Malgun Gothic': 'Apple SD Gothic Neo, Noto Sans CJK KR, Noto Sans KR',
  'Microsoft YaHei': 'PingFang SC, Noto Sans CJK SC, Noto Sans SC',
  'Yu Gothic': 'Hiragino Sans, Noto Sans CJK JP, Noto Sans JP',
};

/**
 * Text whose outlines are not at hand is left to the viewer's fonts, character by character in the middle of the advance
 * that was measured: `textLength` and lists of positions are not drawn everywhere (librsvg).
 */
function typed(span: Span, widths: readonly Points[], y: Points, colour: string, label: Xml): Xml {
  const { text, size, bold, italic, family } = span;
  const families = [family, STAND_INS[family], 'sans-serif'].filter(name => name !== undefined).join(', ');
  let [x, at] = [span.x, 0];
  const characters = [...text].map(character => {
    const width = widths[at] ?? 0;
    [x, at] = [x + width, at + character.length];
    return character.trim() === '' ? NO_XML : xml`<text x="${hundredths(x - width / 2)}" y="${y}">${character}</text>`;
  });
  const style = italic ? xml` font-style="italic"` : NO_XML;
  return xml`<g${label} font-family="${families}" font-size="${size}" font-weight="${bold ? 700 : 400}"${style} text-anchor="middle" fill="${colour}">${characters}</g>`;
}
