/** The faces of a document: each glyph that is drawn goes into a font of its own making, with the characters that it shows. */
import type { Faces, Glyph } from '../../fonts/fonts.ts';
import type { Step } from '../../model/outline.ts';
import type { Span } from '../../model/scene.ts';
import type { Points } from '../../model/units.ts';
import { stepsOf } from '../../pictures/pictures.ts';
import { compactFont, type FontGlyph } from './cff.ts';
import { bytesOf, type PdfFile, type Reference } from './file.ts';
import { dictionary, hexOf, list, literal, name, numbers, type Pdf } from './syntax.ts';

/** An open face in one weight and slope. */
export interface Typeface {
  /** What pages call it: `F1`. */
  readonly resource: string;
  readonly reference: Reference;
  /** The code of a glyph, and its width in thousandths of an em as the font has it. */
  code(glyph: Glyph): { readonly code: number; readonly width: number };
}

export interface Typefaces {
  of(span: Pick<Span, 'family' | 'bold' | 'italic'>): Typeface;
  /** Writes the fonts, with the glyphs that were asked for; gives the entries of the pages' resources. */
  finish(): Readonly<Record<string, Reference>>;
}

interface Entry extends FontGlyph {
  readonly text: string;
}

interface Font {
  readonly face: Typeface;
  /** Its name, with the mark of a part of a face. */
  readonly subset: string;
  readonly italic: boolean;
  readonly bold: boolean;
  readonly entries: Entry[];
}

const NOT_DEFINED: Entry = { width: 1000, steps: [], text: '' };

export function typefacesOf(file: PdfFile, faces: Faces): Typefaces {
  const fonts = new Map<string, Font>();
  return {
    of({ family, bold, italic }) {
      const style = `${bold ? 'Bold' : ''}${italic ? 'Italic' : ''}` || 'Regular';
      const postScript = `${capitalised(faces.drawnIn(family))}-${style}`;
      const known = fonts.get(postScript);
      if (known !== undefined) return known.face;
      const entries = [NOT_DEFINED];
      const face: Typeface = {
        resource: `F${fonts.size + 1}`,
        reference: file.reserve(),
        code: coder(entries),
      };
      // Two subsets of a face in one file would bear other letters (ISO 32000-1, 9.6.4).
      const tag = String.fromCharCode(...[0, 0, 0, 0, 0, fonts.size % 26].map(letter => 65 + letter));
      fonts.set(postScript, { face, subset: `${tag}+${postScript}`, italic, bold, entries });
      return face;
    },
    finish() {
      for (const font of fonts.values()) write(font, file);
      return Object.fromEntries([...fonts.values()].map(({ face }) => [face.resource, face.reference]));
    },
  };
}

/** `noto-sans-kr` as fonts are named: `NotoSansKr`. */
const capitalised = (face: string): string =>
  face.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());

/** The same outline for other characters has another code: what is copied from the page is what stood in the data. */
function coder(entries: Entry[]): Typeface['code'] {
  const codes = new Map<string, number>();
  return glyph => {
    const key = `${glyph.key} ${glyph.text}`;
    let code = codes.get(key);
    if (code === undefined) {
      code = entries.length;
      codes.set(key, code);
      entries.push({
        text: glyph.text,
        width: Math.round(glyph.nominal * 1000),
        steps: scaled(stepsOf(glyph.path), 1000 / glyph.unitsPerEm),
      });
    }
    return { code, width: entries[code]!.width };
  };
}

/** Glyphs as the operand of `TJ`: their codes, and between them by how much the pen must move from where the font leaves it. */
export function showing(glyphs: readonly Glyph[], size: Points, face: Typeface): Pdf {
  const parts: string[] = [];
  let codes = '';
  let pen = 0;
  for (const glyph of glyphs) {
    const { code, width } = face.code(glyph);
    const move = Math.round(((pen - glyph.x) / size) * 1000);
    if (move !== 0) {
      if (codes !== '') parts.push(`<${codes}>`);
      parts.push(String(move));
      codes = '';
    }
    codes += hexOf(code);
    pen += ((width - move) / 1000) * size;
  }
  return list([...parts, `<${codes}>`]);
}

const scaled = (steps: readonly Step[], factor: number): readonly Step[] =>
  steps.map(([command, ...numbers]) => [command, ...numbers.map(value => value * factor)] as unknown as Step);

/** A composite font (ISO 32000-1, 9.7): two-byte codes that are the glyphs' numbers, widths, and the characters of each. */
function write({ face, subset, italic, bold, entries }: Font, file: PdfFile): void {
  const box = boxOf(entries);
  const program = file.addStream({ Subtype: '/CIDFontType0C' }, compactFont(subset, entries, box));
  const descriptor = file.add(
    dictionary({
      Type: '/FontDescriptor',
      FontName: name(subset),
      Flags: String(4 + (italic ? 64 : 0)),
      FontBBox: `[${numbers(...box)}]`,
      ItalicAngle: italic ? '-12' : '0',
      Ascent: '905',
      Descent: '-212',
      CapHeight: '716',
      StemV: bold ? '140' : '80',
      FontFile3: program,
    }),
  );
  const descendant = file.add(
    dictionary({
      Type: '/Font',
      Subtype: '/CIDFontType0',
      BaseFont: name(subset),
      CIDSystemInfo: dictionary({ Registry: literal('Adobe'), Ordering: literal('Identity'), Supplement: '0' }),
      FontDescriptor: descriptor,
      DW: '1000',
      W: `[0 [${numbers(...entries.map(({ width }) => width))}]]`,
    }),
  );
  file.add(
    dictionary({
      Type: '/Font',
      Subtype: '/Type0',
      BaseFont: name(`${subset}-Identity-H`),
      Encoding: '/Identity-H',
      DescendantFonts: list([descendant]),
      ToUnicode: file.addStream({}, bytesOf(charactersOf(entries))),
    }),
    face.reference,
  );
}

function boxOf(entries: readonly Entry[]): readonly number[] {
  let [left, bottom, right, top] = [0, 0, 0, 0];
  for (const { steps } of entries)
    for (const [, ...numbers] of steps)
      for (let at = 0; at < numbers.length; at += 2) {
        [left, right] = [Math.min(left, numbers[at]!), Math.max(right, numbers[at]!)];
        [bottom, top] = [Math.min(bottom, numbers[at + 1]!), Math.max(top, numbers[at + 1]!)];
      }
  return [Math.floor(left), Math.floor(bottom), Math.ceil(right), Math.ceil(top)];
}

/** Lines of a block of a character map: no more are allowed. */
const BLOCK = 100;

/** The map from codes to characters (9.10.3). */
function charactersOf(entries: readonly Entry[]): Pdf {
  const lines = entries.flatMap(({ text }, code) =>
    text === '' ? [] : [`<${hexOf(code)}> <${[...text].flatMap(utf16).map(hexOf).join('')}>`],
  );
  const blocks = Array.from({ length: Math.ceil(lines.length / BLOCK) }, (_, index) => {
    const block = lines.slice(index * BLOCK, (index + 1) * BLOCK);
    return `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`;
  });
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

const utf16 = (character: string): readonly number[] =>
  Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
