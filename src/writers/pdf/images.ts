/** Pictures in a PDF: photographs as they are, everything else as pixels with what shines through them beside. */
import type { Picture } from '../../model/picture.ts';
import type { Points } from '../../model/units.ts';
import { pixelsOf } from '../../pictures/pictures.ts';
import type { PdfFile, Reference } from './file.ts';
import type { Pdf } from './syntax.ts';

export interface Images {
  /** What pages call a picture that they show so wide: `I1`. */
  use(file: string, width: Points): string;
  /** Writes the pictures that were used; gives the entries of the pages' resources. */
  finish(): Promise<Readonly<Record<string, Reference>>>;
}

/** Pixels to a point: 288 to the inch, as much as offices print. */
const DENSITY = 4;

export function imagesOf(pdf: PdfFile, pictures: ReadonlyMap<string, Picture>): Images {
  /** By Project name: the width in points of the widest that is shown. */
  const used = new Map<string, { readonly resource: string; widest: Points }>();
  return {
    use(file, width) {
      const image = used.get(file) ?? { resource: `I${used.size + 1}`, widest: 0 };
      image.widest = Math.max(image.widest, width);
      used.set(file, image);
      return image.resource;
    },
    async finish() {
      const entries: Record<string, Reference> = {};
      for (const [file, { resource, widest }] of used)
        entries[resource] = await write(pictures.get(file)!, widest, pdf);
      return entries;
    },
  };
}

async function write(picture: Picture, widest: Points, pdf: PdfFile): Promise<Reference> {
  const components = picture.format === 'jpeg' ? componentsOf(picture.bytes) : null;
  if (components === 1 || components === 3) {
    const space = components === 1 ? '/DeviceGray' : '/DeviceRGB';
    const photograph = { ...imageEntries(picture.width, picture.height, space), Filter: '/DCTDecode' };
    return pdf.addStream(photograph, picture.bytes);
  }
  const wanted = Math.ceil(widest * DENSITY);
  const across = picture.format === 'svg' ? wanted : Math.min(wanted, picture.width);
  const { data, width, height } = await pixelsOf(picture, across);
  const [colours, alpha] = separated(data);
  const mask = alpha.some(value => value < 255)
    ? pdf.addStream(imageEntries(width, height, '/DeviceGray'), alpha)
    : null;
  return pdf.addStream({ ...imageEntries(width, height, '/DeviceRGB'), SMask: mask }, colours);
}

const imageEntries = (width: number, height: number, space: Pdf): Readonly<Record<string, Pdf>> => ({
  Type: '/XObject',
  Subtype: '/Image',
  Width: String(width),
  Height: String(height),
  ColorSpace: space,
  BitsPerComponent: '8',
});

/** Red, green and blue; and how opaque each pixel is. */
function separated(pixels: Uint8Array): readonly [Uint8Array, Uint8Array] {
  const count = pixels.length / 4;
  const [colours, alpha] = [new Uint8Array(count * 3), new Uint8Array(count)];
  for (let at = 0; at < count; at++) {
    for (let colour = 0; colour < 3; colour++) colours[at * 3 + colour] = pixels[at * 4 + colour]!;
    alpha[at] = pixels[at * 4 + 3]!;
  }
  return [colours, alpha];
}

/** How many colours a JPEG mixes, as the header of its frame says (ITU-T T.81, B.2.2); null where there is none. */
function componentsOf(bytes: Uint8Array): number | null {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return bytes[at + 9]!;
    at += 2 + bytes[at + 2]! * 256 + bytes[at + 3]!;
  }
  return null;
}
