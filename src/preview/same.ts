/** Whether two things look the same on a slide. */
import { isSame } from '../model/same.ts';

/** What only says where a thing was written, which moves with every line above it; and what is drawn in another form beside it. */
const UNSEEN: ReadonlySet<string> = new Set(['origin', 'place', 'provenance', 'chart']);

/** Compares all that is drawn of two parts of a scene, deeply; where they were written does not count. */
export const looksSame = (a: unknown, b: unknown): boolean => isSame(a, b, UNSEEN);
