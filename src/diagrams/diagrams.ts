/** The types of diagrams: one file each. */
import type { Problem } from '../model/diagnostic.ts';
import type { AttributeRules, ElementRules } from '../model/element.ts';
import { ecosystemMap } from './ecosystem-map.ts';
import { geoMap } from './geo-map.ts';
import type { DiagramKind } from './kind.ts';
import { matrix } from './matrix.ts';
import * as problems from './problems.ts';
import { relationshipMap } from './relationship-map.ts';
import { roadmap } from './roadmap.ts';
import { timeline } from './timeline.ts';

export type { DiagramContext, DiagramDrawing, DiagramKind, SetWords, Words } from './kind.ts';

export const DIAGRAMS: Readonly<Record<string, DiagramKind>> = {
  'ecosystem-map': ecosystemMap,
  'geo-map': geoMap,
  matrix,
  'relationship-map': relationshipMap,
  roadmap,
  timeline,
};

/** Everything that a type of diagram can say. */
export const DIAGRAM_PROBLEMS: readonly Problem[] = Object.values(problems);

const kinds = Object.values(DIAGRAMS);

/** What `<diagram>` may be told, in any type. */
export const DIAGRAM_ATTRIBUTES: AttributeRules = Object.assign({}, ...kinds.map(({ attributes }) => attributes));

/** What may stand directly in `<diagram>`, in any type. */
export const DIAGRAM_PARTS: readonly string[] = [...new Set(kinds.flatMap(({ parts }) => parts))];

/** The elements of all types. */
export const DIAGRAM_ELEMENTS: ElementRules = Object.assign({}, ...kinds.map(({ elements }) => elements));
