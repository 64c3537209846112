/** What types of diagrams may find wrong in their parts: only what the rules of their elements cannot see. */
import type { Problem } from '../model/diagnostic.ts';

export const OFF_SCALE: Problem = {
  code: 'off-scale',
  severity: 'error',
  means: 'A part of a diagram has no place on its scale: it has no date or position, or one outside of what is shown.',
  mend: 'Give it one, or show more: the span of a roadmap may be left out, and then holds all of its dates.',
};

export const UNKNOWN_NODE: Problem = {
  code: 'unknown-node',
  severity: 'error',
  means: 'A tie names a node that its map does not have.',
  mend: 'Name a node by its id, or add the node.',
};

export const STRAY_TIE: Problem = {
  code: 'stray-tie',
  severity: 'error',
  means: 'A tie of a relationship map would have to cross a node: neither end is core, or both are and stand apart.',
  mend: 'Put one of its two nodes into the group `core`, say both ties of a pair in one label, or show the ties as a table: `slide: partners`.',
};
