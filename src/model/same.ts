/** Whether two values are the same through and through. */

const NONE: ReadonlySet<string> = new Set();

/** Compares plain data deeply, maps in their order; properties named in `unseen` do not count. What is one object is not looked into. */
export function isSame(a: unknown, b: unknown, unseen: ReadonlySet<string> = NONE): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof Uint8Array || b instanceof Uint8Array)
    return a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0;
  if (a instanceof Map || b instanceof Map || a instanceof Set || b instanceof Set)
    return a.constructor === b.constructor && isSame([...(a as Set<unknown>)], [...(b as Set<unknown>)], unseen);
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((one, at) => isSame(one, b[at], unseen));
  const keys = Object.keys(a);
  if (Array.isArray(b) || keys.length !== Object.keys(b).length) return false;
  return keys.every(key => unseen.has(key) || isSame(Reflect.get(a, key), Reflect.get(b, key), unseen));
}
