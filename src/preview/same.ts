/** Whether two things look the same on a slide. */

/** What only says where a thing was written, which moves with every line above it; and what is drawn in another form beside it. */
const UNSEEN: ReadonlySet<string> = new Set(['origin', 'place', 'provenance', 'chart']);

/** Compares all that is drawn of two parts of a scene, deeply; where they were written does not count. */
export function looksSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof Uint8Array || b instanceof Uint8Array)
    return a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0;
  if (a instanceof Map || b instanceof Map)
    return (
      a instanceof Map &&
      b instanceof Map &&
      a.size === b.size &&
      [...a].every(([key, value]) => b.has(key) && looksSame(value, b.get(key)))
    );
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every(
    key =>
      UNSEEN.has(key) ||
      looksSame((a as Readonly<Record<string, unknown>>)[key], (b as Readonly<Record<string, unknown>>)[key]),
  );
}
