/** Bytes to text: UTF-8 alone, and what else the bytes are where they are not. */

import { diagnose, type Report } from '../model/diagnostic.ts';
import { at, type Place } from '../model/origin.ts';
import { BAD_ENCODING, LIMIT_SIZE } from './problems.ts';

const MAX_BYTES = 10 * 1024 * 1024;

/** The text of a file without its byte order mark; null where it was reported as unreadable. */
export function decode(file: string, bytes: Uint8Array, report: Report): string | null {
  const top: Place = { file, start: 0, end: 0 };
  if (bytes.length > MAX_BYTES) {
    const megabytes = (bytes.length / 1024 / 1024).toFixed(1);
    report(diagnose(LIMIT_SIZE, at(top), `The file has ${megabytes} MB; 10 MB are allowed.`));
    return null;
  }
  const foreign = foreignEncoding(bytes);
  if (foreign !== null) {
    const hint = 'save it as UTF-8';
    report(diagnose(BAD_ENCODING, at(top), `The file is encoded as ${foreign}; UTF-8 is expected.`, { hint }));
    return null;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const offset = firstInvalid(bytes);
    const start = new TextDecoder().decode(bytes.subarray(0, offset)).length;
    const byte = `0x${bytes[offset]!.toString(16).toUpperCase().padStart(2, '0')}`;
    const message = `Byte ${offset} of the file, ${byte}, is not valid UTF-8.`;
    report(diagnose(BAD_ENCODING, at({ file, start, end: start + 1 }), message, { hint: 'save it as UTF-8' }));
    return null;
  }
}

/** The sentence for a character that no document may hold. */
export function forbidden(character: string): string {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return `The text holds U+${code}, which no document may hold.`;
}

/** UTF-16 or UTF-32 by byte order mark, or by the zero bytes that ASCII has in it. */
function foreignEncoding(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32 (little endian)' : 'UTF-16 (little endian)';
  if (a === 0xfe && b === 0xff) return 'UTF-16 (big endian)';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32 (big endian)';
  if (bytes.length < 4) return null;
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'UTF-16 (little endian)';
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return 'UTF-16 (big endian)';
  return null;
}

/** Offset of the first byte that does not belong to a well-formed sequence (Unicode 16, table 3-7). */
function firstInvalid(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i);
    if (length === 0) return i;
    i += length;
  }
  return bytes.length - 1;
}

function sequenceLength(bytes: Uint8Array, i: number): number {
  const lead = bytes[i]!;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  const second = bytes[i + 1] ?? 0;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (length === 0 || second < low || second > high) return 0;
  for (let k = 2; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
