/** What types of diagrams may find wrong in their parts: only what the rules of their elements cannot see. */
import type { Problem } from '../model/diagnostic.ts';

export const OFF_SCALE: Problem = {
  code: 'off-scale',
  severity: 'error',
  means: 'A part of a diagram has no place on its scale: it has no date or position, or one outside of what is shown.',
  mend: 'Give it one, or show more: the span of a roadmap may be left out, and then holds all of its dates.',
};
