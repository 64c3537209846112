/** PNG (ISO/IEC 15948) and WebP (RFC 9649) by their chunks: how the camera was held, and the picture without what else is written beside it. */
import { orientationOf } from './exif.ts';

interface Chunk {
  readonly type: string;
  readonly content: Uint8Array;
  /** Of its first byte. */
  readonly start: number;
  /** Behind its last, with what fills it up; beyond the end of a file that is cut off. */
  readonly end: number;
}

type Format = 'png' | 'webp';

/** How a file of a format is laid out, and which of its chunks stand beside the pixels: EXIF, XMP, texts and the time of the last change. */
interface Form {
  /** Of the first chunk. */
  readonly start: number;
  /** Within the head of a chunk, which is eight bytes long. */
  readonly lengthAt: number;
  readonly typeAt: number;
  readonly littleEndian: boolean;
  /** Bytes behind the content: a checksum, or what makes its length even. */
  tail(length: number): number;
  readonly beside: ReadonlySet<string>;
}

const FORMS: Readonly<Record<Format, Form>> = {
  png: {
    start: 8,
    lengthAt: 0,
    typeAt: 4,
    littleEndian: false,
    tail: () => 4,
    beside: new Set(['eXIf', 'iTXt', 'tEXt', 'tIME', 'zTXt']),
  },
  webp: {
    start: 12,
    lengthAt: 4,
    typeAt: 0,
    littleEndian: true,
    tail: length => length % 2,
    beside: new Set(['EXIF', 'XMP ']),
  },
};

/** The chunks of the picture; what follows it in the file is none of them. */
function* chunksIn(bytes: Uint8Array, format: Format): Generator<Chunk> {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { start, lengthAt, typeAt, littleEndian, tail } = FORMS[format];
  // A RIFF file says at its head how long it is; a PNG ends with a chunk that says so.
  const stop = format === 'webp' ? Math.min(bytes.length, 8 + data.getUint32(4, true)) : bytes.length;
  for (let at = start; at + 8 <= stop; ) {
    const length = data.getUint32(at + lengthAt, littleEndian);
    const type = String.fromCharCode(...bytes.subarray(at + typeAt, at + typeAt + 4));
    const close = at + 8 + length;
    const end = close + tail(length);
    yield { type, content: bytes.subarray(at + 8, close), start: at, end };
    if (type === 'IEND') return;
    at = end;
  }
}

/** From 1, upright, to 8, as EXIF counts it. */
export function orientationInChunks(bytes: Uint8Array, format: Format): number {
  for (const { type, content } of chunksIn(bytes, format))
    if (type.toUpperCase() === 'EXIF') return orientationOf(content[0] === 0x45 ? content.subarray(6) : content);
  return 1;
}

/** The same pixels without texts, EXIF and XMP, and without what follows them in the file. The same bytes where there is nothing of it. */
export function withoutChunksBeside(bytes: Uint8Array, format: Format): Uint8Array {
  const chunks = [...chunksIn(bytes, format)];
  const kept = chunks.filter(({ type }) => !FORMS[format].beside.has(type));
  const end = chunks.at(-1)?.end ?? bytes.length;
  if (kept.length === chunks.length && end >= bytes.length) return bytes;
  const head = bytes.subarray(0, FORMS[format].start);
  const made = Uint8Array.from(Buffer.concat([head, ...kept.map(chunk => bytes.subarray(chunk.start, chunk.end))]));
  return format === 'png' ? made : resized(made);
}

/** The file's length stands at its head, and in an extended header what it holds besides: EXIF and XMP are the fourth and third bit (2.7). */
function resized(webp: Uint8Array): Uint8Array {
  new DataView(webp.buffer).setUint32(4, webp.length - 8, true);
  if (String.fromCharCode(...webp.subarray(12, 16)) === 'VP8X') webp[20]! &= ~0x0c;
  return webp;
}
