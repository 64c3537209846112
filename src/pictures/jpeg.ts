/** JPEG (ISO/IEC 10918-1, annex B) by its segments: size, how the camera was held, and the picture without what else a camera writes. */
import { orientationOf } from './exif.ts';

export interface Segment {
  readonly marker: number;
  /** Of its first byte, 0xFF. */
  readonly start: number;
  /** Behind its last; beyond the end of a file that is cut off. */
  readonly end: number;
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const APP1 = 0xe1;
const COMMENT = 0xfe;

/** The segments up to the pixels, the head of these included. Fill bytes (B.1.1.2) and strays before a marker are passed over. */
export function* segmentsIn(bytes: Uint8Array): Generator<Segment> {
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff || marker === 0xff || marker === 0) {
      at++;
      continue;
    }
    const end = at + 2 + bytes[at + 2]! * 256 + bytes[at + 3]!;
    yield { marker, start: at, end };
    if (marker === START_OF_SCAN) return;
    at = end;
  }
}

/** Whether it is the header of a frame (B.2.2), which has height and width from its fifth byte on. */
export const isFrame = ({ marker }: Segment): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Where the picture is over: behind the first end of image that is no part of a segment, else behind the last there is; null for none. */
export function endOfImage(bytes: Uint8Array): number | null {
  const pixels = [...segmentsIn(bytes)].find(({ marker }) => marker === START_OF_SCAN)?.end ?? bytes.length;
  for (let at = bytes.indexOf(0xff, pixels); at >= 0 && at + 2 <= bytes.length; at = bytes.indexOf(0xff, at)) {
    const marker = bytes[at + 1]!;
    if (marker === END_OF_IMAGE) return at + 2;
    if (marker === 0xff) at++;
    else at += marker < 0xc0 || isRestart(marker) ? 2 : 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
  }
  const last = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf(Buffer.of(0xff, END_OF_IMAGE));
  return last < pixels ? null : last + 2;
}

/** What stands between pixels without a length. */
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/** Of application segments those that say how the pixels are read: density, colour profile, Adobe's colour transform. */
const NEEDED: ReadonlyMap<number, string> = new Map([
  [0xe0, 'JFIF\0'],
  [0xe2, 'ICC_PROFILE\0'],
  [0xee, 'Adobe'],
]);

const isNeeded = (bytes: Uint8Array, { marker, start }: Segment): boolean => {
  if (marker !== COMMENT && (marker < 0xe0 || marker > 0xef)) return true;
  const name = NEEDED.get(marker);
  return name !== undefined && startsWith(bytes, start + 4, name);
};

/**
 * The same pixels without what a camera or a program writes beside them: where and when the photograph was taken and by whom (EXIF, XMP,
 * IPTC), comments, previews, and what follows the picture in the file. The same bytes where there is nothing of it.
 */
export function withoutSegmentsBeside(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let kept = 0;
  const segments = [...segmentsIn(bytes)];
  for (const [index, segment] of segments.entries()) {
    if (isNeeded(bytes, segment)) continue;
    parts.push(bytes.subarray(kept, segment.start));
    // Where its length is wrong, its content goes with it.
    kept = segments[index + 1]?.start ?? segment.end;
  }
  const end = endOfImage(bytes) ?? bytes.length;
  return parts.length === 0 && end === bytes.length
    ? bytes
    : Uint8Array.from(Buffer.concat([...parts, bytes.subarray(kept, end)]));
}

/** From 1, upright, to 8, as EXIF counts it. */
export function orientationInJpeg(bytes: Uint8Array): number {
  for (const segment of segmentsIn(bytes))
    if (segment.marker === APP1 && startsWith(bytes, segment.start + 4, 'Exif\0'))
      return orientationOf(bytes.subarray(segment.start + 10, segment.end));
  return 1;
}

const startsWith = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0));
