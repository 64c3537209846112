/** How a camera was held, as EXIF has it (CIPA DC-008). */

/** The tag of it. */
const ORIENTATION = 0x0112;

/**
 * From 1, upright, to 8; 1 where the data does not say so in a way that can be read. It stands in the first directory of a TIFF (TIFF 6.0,
 * section 2), in entries of twelve bytes: the tag first, a short value in the ninth and tenth.
 */
export function orientationOf(tiff: Uint8Array): number {
  const data = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const isWithin = (at: number, length: number): boolean => at + length <= tiff.length;
  if (!isWithin(0, 8)) return 1;
  const little = tiff[0] === 0x49;
  const directory = data.getUint32(4, little);
  if (!isWithin(directory, 2)) return 1;
  const count = data.getUint16(directory, little);
  for (let entry = directory + 2; entry < directory + 2 + count * 12 && isWithin(entry, 12); entry += 12) {
    if (data.getUint16(entry, little) !== ORIENTATION) continue;
    const value = data.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
