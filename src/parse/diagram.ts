/** Diagrams: the parts that a type of diagram asks for, with everything that their attributes say. */
import { DIAGRAMS, type DiagramKind } from '../diagrams/diagrams.ts';
import { listed } from '../model/alt.ts';
import { diagnose } from '../model/diagnostic.ts';
import { suggestion } from '../model/nearest.ts';
import type { Diagram, DiagramPart, DiagramValue } from '../model/node.ts';
import { colourOf, figureOf, noteEvidence, textOf, tokenOf } from './attributes.ts';
import { ELEMENTS } from './elements.ts';
import { attributeInlines, originIn, paragraphsOf } from './inline.ts';
import { type Draft, inTemplate, nameFor } from './parsing.ts';
import { EMPTY_CHART, MISPLACED, UNKNOWN_ATTRIBUTE } from './problems.ts';
import type { Element } from './tree.ts';

/** A diagram; null where it has no part, which was reported. */
export function readDiagram(draft: Draft, element: Element): Diagram | null {
  const type = tokenOf(draft, element, 'type');
  if (type === null) return null;
  const kind = DIAGRAMS[type]!;
  reportForeign(draft, element, type, kind);
  const root = partOf(draft, element, kind);
  if (root.parts.length === 0) {
    const message = `This diagram (${type}) has no \`<${kind.parts[0]}>\`.`;
    draft.parsing.report(diagnose(EMPTY_CHART, element.origin, message));
    return null;
  }
  kind.check?.(root, draft.parsing.report);
  const alt = textOf(draft, element, 'alt');
  const phrase = draft.parsing.phrase(kind.phrase);
  return {
    kind: 'diagram',
    name: nameFor(draft, type),
    type,
    root,
    alt: alt ?? listed(phrase, kind.describe(root), '; '),
    phrase: alt === null ? phrase : null,
    origin: element.origin,
  };
}

/** What another type of diagram would take. */
function reportForeign(draft: Draft, element: Element, type: string, kind: DiagramKind): void {
  const { report, attributeOrigin } = draft.parsing;
  const known = ['type', 'alt', ...Object.keys(kind.attributes)];
  for (const name of element.attributes.keys()) {
    if (known.includes(name)) continue;
    const origin = inTemplate(attributeOrigin(element.origin, name));
    const message = `A diagram of the type ${type} has no attribute \`${name}\`.`;
    report(diagnose(UNKNOWN_ATTRIBUTE, origin, message, { hint: suggestion(name, known) }));
  }
  for (const child of elementsIn(element)) {
    if (kind.parts.includes(child.name)) continue;
    const message = `<${child.name}> cannot stand in a diagram of the type ${type}.`;
    const hint = `it takes ${kind.parts.map(name => `<${name}>`).join(', ')}`;
    report(diagnose(MISPLACED, inTemplate(child.origin), message, { hint }));
  }
}

const elementsIn = ({ children }: Element): readonly Element[] => children.filter(child => typeof child !== 'string');

function partOf(draft: Draft, element: Element, kind: DiagramKind): DiagramPart {
  const isRoot = element.name === 'diagram';
  const rules = isRoot ? kind.attributes : ELEMENTS[element.name]!.attributes;
  const values = new Map<string, DiagramValue>();
  for (const name of Object.keys(rules)) {
    const value = saidBy(draft, element, name);
    if (value !== null) values.set(name, value);
  }
  const words = ELEMENTS[element.name]!.words ? paragraphsOf(draft, element) : [];
  const shown = [...words.map(({ inlines }) => inlines), ...[...values.values()].map(({ inlines }) => inlines)];
  const held = elementsIn(element).filter(({ name }) =>
    (isRoot ? kind.parts : Object.keys(kind.elements)).includes(name),
  );
  return {
    kind: element.name,
    values,
    words,
    parts: held.map(child => partOf(draft, child, kind)),
    evidence: 'fact' in rules && rules.fact!.kind === 'fact' ? noteEvidence(draft, element) : [],
    origin: originIn(shown.flat(), element.origin),
  };
}

/** What an attribute says; null where it says nothing. A fact that only stands behind the words is noted apart. */
function saidBy(draft: Draft, element: Element, name: string): DiagramValue | null {
  const plainly = (plain: string | null): DiagramValue | null =>
    plain === null ? null : { plain, inlines: [], quantity: null };
  switch (ELEMENTS[element.name]!.attributes[name]!.kind) {
    case 'fact':
      return null;
    case 'token':
      return plainly(tokenOf(draft, element, name));
    case 'colour':
      return plainly(colourOf(draft, element, name));
    case 'quantity': {
      const figure = figureOf(draft, element, name);
      const plain = textOf(draft, element, name) ?? '';
      const inlines = attributeInlines(draft, element, name);
      return figure === null ? null : { plain, inlines, quantity: figure.quantity };
    }
    default: {
      const plain = textOf(draft, element, name);
      return plain === null ? null : { plain, inlines: attributeInlines(draft, element, name), quantity: null };
    }
  }
}
