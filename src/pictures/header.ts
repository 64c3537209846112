/** Format and size of a picture, read from its first bytes without decoding it. */
import type { Picture } from '../model/picture.ts';
import { orientationInChunks } from './chunks.ts';
import { endOfImage, isFrame, orientationInJpeg, segmentsIn } from './jpeg.ts';

export type Header = Pick<Picture, 'format' | 'width' | 'height' | 'orientation'>;
/** The end of the sentence that names the file. */
export type Broken = { readonly broken: string };

/** Reads the header of a PNG, JPEG, GIF, WebP or SVG file, or says what the file is instead. */
export function readHeader(bytes: Uint8Array): Header | Broken {
  if (bytes.length === 0) return { broken: 'is empty' };
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = ascii(bytes, 0, 16);
  try {
    if (head.startsWith('\x89PNG\r\n\x1A\n')) return png(data, bytes);
    if (head.startsWith('\xFF\xD8\xFF')) return jpeg(data, bytes);
    if (/^GIF8[79]a/.test(head)) return sized('gif', data.getUint16(6, true), data.getUint16(8, true));
    if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return webp(data, bytes);
  } catch (error) {
    if (error instanceof RangeError) return { broken: 'ends before its header does' };
    throw error;
  }
  return svg(bytes) ?? { broken: `is ${kindOf(head)}, not a PNG, JPEG, SVG, GIF or WebP picture` };
}

/** PNG (ISO/IEC 15948): size in IHDR, chunks up to IEND. */
function png(data: DataView, bytes: Uint8Array): Header | Broken {
  const header = sized('png', data.getUint32(16), data.getUint32(20), orientationInChunks(bytes, 'png'));
  let at = 8;
  while (at + 8 <= bytes.length) {
    if (ascii(bytes, at + 4, 4) === 'IEND') return header;
    at += 12 + data.getUint32(at);
  }
  return { broken: 'is a PNG that is cut off' };
}

/** JPEG: size in the header of a frame; pixels up to the end of the image. */
function jpeg(data: DataView, bytes: Uint8Array): Header | Broken {
  const frame = [...segmentsIn(bytes)].findLast(isFrame);
  if (frame === undefined || endOfImage(bytes) === null) return { broken: 'is a JPEG that is cut off' };
  const [height, width] = [data.getUint16(frame.start + 5), data.getUint16(frame.start + 7)];
  return sized('jpeg', width, height, orientationInJpeg(bytes));
}

/** WebP (RFC 9649): lossy, lossless or extended. */
function webp(data: DataView, bytes: Uint8Array): Header | Broken {
  if (data.getUint32(4, true) + 8 > bytes.length) return { broken: 'is a WebP that is cut off' };
  const chunk = ascii(bytes, 12, 4);
  if (chunk === 'VP8 ') return sized('webp', data.getUint16(26, true) & 0x3fff, data.getUint16(28, true) & 0x3fff);
  const low = data.getUint32(chunk === 'VP8L' ? 21 : 24, true);
  if (chunk === 'VP8L') return sized('webp', (low & 0x3fff) + 1, ((low >> 14) & 0x3fff) + 1);
  const high = data.getUint16(27, true) | (data.getUint8(29) << 16);
  return sized('webp', (low & 0xffffff) + 1, high + 1, orientationInChunks(bytes, 'webp'));
}

/** SVG: `width` and `height` in absolute units, else the view box, else what browsers assume. Null for other text. */
function svg(bytes: Uint8Array): Header | Broken | null {
  const text = new TextDecoder().decode(bytes.subarray(0, 65536));
  const root =
    /^\uFEFF?\s*(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\])?[^>]*>|\s)*<(?:\w+:)?svg\b([^>]*)>/i.exec(
      text,
    );
  if (root === null) return null;
  const attribute = (name: string) => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(root[1]!)?.[1] ?? '';
  const box = attribute('viewBox')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [boxWidth, boxHeight] = box.length === 4 && box.every(Number.isFinite) ? [box[2]!, box[3]!] : [300, 150];
  const [width, height] = [pixels(attribute('width')), pixels(attribute('height'))];
  return sized(
    'svg',
    width ?? (height === null ? boxWidth : (height * boxWidth) / boxHeight),
    height ?? (width === null ? boxHeight : (width * boxHeight) / boxWidth),
  );
}

/** CSS pixels in one unit, 96 to the inch. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
};

function pixels(length: string): number | null {
  const match = /^\s*(\d*\.?\d+(?:e[+-]?\d+)?)\s*(px|pt|pc|in|cm|mm|)\s*$/i.exec(length);
  return match === null ? null : Number(match[1]) * UNITS[match[2]!.toLowerCase()]!;
}

/** Of a picture that is turned by a quarter, width and height are each other's. */
function sized(format: Picture['format'], across: number, down: number, orientation = 1): Header | Broken {
  const [width, height] = orientation < 5 ? [across, down] : [down, across];
  return width > 0 && height > 0
    ? { format, width, height, orientation }
    : { broken: `has no size (${width} × ${height})` };
}

/** What the file most likely is, for the message. */
function kindOf(head: string): string {
  if (/^\s*<(!doctype html|html)/i.test(head)) return 'an HTML page';
  if (head.startsWith('%PDF')) return 'a PDF';
  if (head.startsWith('PK')) return 'a ZIP archive';
  if (head.startsWith('BM')) return 'a BMP';
  if (/^(II\*\0|MM\0\*)/.test(head)) return 'a TIFF';
  return 'some other file';
}

const ascii = (bytes: Uint8Array, start: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(start, start + length));
