/** Block elements as nodes: boxes with their children, texts, figures. */
import type { TextRole } from '../model/brand.ts';
import { diagnose } from '../model/diagnostic.ts';
import { type Box, type Node, PLAIN_BOX, type Text } from '../model/node.ts';
import type { Paragraph } from '../model/text.ts';
import { colourOf, countOf, isYes, noteEvidence, sharesOf, tokenOf } from './attributes.ts';
import { readChart } from './chart.ts';
import { readDiagram } from './diagram.ts';
import { deltaOf, iconOf, markOf, pictureOf, ruleOf, shapeOf, statOf } from './figures.ts';
import { paragraphsOf } from './inline.ts';
import { chartName } from './naming.ts';
import { type Draft, inTemplate, nameFor } from './parsing.ts';
import { BAD_ATTRIBUTE } from './problems.ts';
import { readTable } from './table.ts';
import type { Element } from './tree.ts';

/** The children of an element as nodes. Paragraphs and lists of one look that follow each other are one text. */
export function nodesOf(draft: Draft, children: Element['children'], merge: boolean): readonly Node[] {
  const nodes: Node[] = [];
  for (const child of children) {
    if (typeof child === 'string') continue;
    const node = nodeOf(draft, child);
    const last = nodes.at(-1);
    if (node === null) continue;
    if (merge && node.kind === 'text' && last?.kind === 'text' && isAlike(last, node)) {
      nodes[nodes.length - 1] = { ...last, paragraphs: [...last.paragraphs, ...node.paragraphs] };
    } else nodes.push(node);
  }
  return nodes;
}

const isAlike = (a: Text, b: Text): boolean => a.role === b.role && a.colour === b.colour && a.align === b.align;

/** The body of a slide: its children below each other. */
export function bodyOf(draft: Draft, children: readonly Element[], slide: Element): Box | null {
  const nodes = nodesOf(draft, children, true);
  if (nodes.length === 0) return null;
  const name = nameFor(draft, 'body');
  return { name, direction: 'column', children: nodes, origin: slide.origin, ...PLAIN_BOX, gap: 'm', grow: true };
}

/** One block element; null where it has nothing to show. */
function nodeOf(draft: Draft, element: Element): Node | null {
  switch (element.name) {
    case 'row':
      return boxOf(draft, element, { direction: 'row', wrap: null });
    case 'column':
    case 'card':
      return boxOf(draft, element, { direction: 'column', wrap: null });
    case 'grid':
      return boxOf(draft, element, { direction: 'row', wrap: countOf(draft, element, 'columns') });
    case 'p':
      noteEvidence(draft, element);
      return textNode(draft, element, paragraphsOf(draft, element));
    case 'ul':
    case 'ol':
      return textNode(draft, element, itemsOf(draft, element, 0));
    case 'stat':
      return statOf(draft, element);
    case 'table':
      return readTable(draft, element);
    case 'chart': {
      const chart = readChart(draft, element);
      if (chart === null) return null;
      // What an author can mend in a chart stands where its data are, not where its slide begins.
      const { pointer, data } = chart.categories[0]!.origin;
      const origin = { pointer, data, template: element.origin.template };
      return { kind: 'chart', name: chartName(draft, chart), chart, placeholder: null, origin };
    }
    case 'diagram':
      return readDiagram(draft, element);
    case 'picture':
      return pictureOf(draft, element);
    case 'rule':
      return ruleOf(draft, element);
    case 'shape':
      return shapeOf(draft, element);
    case 'icon':
      return iconOf(draft, element);
    case 'delta':
      return deltaOf(draft, element);
    case 'ball':
    case 'status':
      return markOf(draft, element);
    default:
      return null;
  }
}

function boxOf(draft: Draft, element: Element, form: Pick<Box, 'direction' | 'wrap'>): Box | null {
  const name = nameFor(draft, element.name);
  const columns = element.name === 'row' ? sharesOf(draft, element, 'columns') : null;
  const children =
    columns === null ? nodesOf(draft, element.children, form.direction === 'column') : rowOf(draft, element, columns);
  if (children.every(child => child.kind === 'box' && child.children.length === 0)) return null;
  return {
    kind: 'box',
    name,
    ...form,
    columns: columns?.length === children.length ? columns : null,
    gap: tokenOf<Box['gap']>(draft, element, 'gap')!,
    padding: tokenOf<Box['padding']>(draft, element, 'padding')!,
    fill: colourOf(draft, element, 'fill'),
    accent: isYes(draft, element, 'accent'),
    grow: isYes(draft, element, 'grow'),
    align: PLACES[tokenOf<'start' | 'center' | 'end' | 'stretch'>(draft, element, 'align')!],
    justify: PLACES[tokenOf<'start' | 'center' | 'end' | 'between'>(draft, element, 'justify')!],
    children,
    origin: element.origin,
  };
}

const PLACES = { start: 'start', center: 'centre', end: 'end', stretch: 'stretch', between: 'between' } as const;

/** One node a share: a child that has nothing to show keeps its place, so that rows below each other stay in line. */
function rowOf(draft: Draft, element: Element, columns: readonly number[]): readonly Node[] {
  const nodes = element.children.flatMap((child): Node[] => {
    if (typeof child === 'string') return [];
    const name = nameFor(draft, 'gap');
    const { origin } = child;
    return [nodeOf(draft, child) ?? { name, direction: 'column', children: [], origin, ...PLAIN_BOX }];
  });
  if (columns.length === nodes.length) return nodes;
  const message = `\`columns\` of <row> has ${columns.length} shares for ${nodes.length} children.`;
  const origin = draft.parsing.attributeOrigin(inTemplate(element.origin), 'columns');
  draft.parsing.report(diagnose(BAD_ATTRIBUTE, origin, message, { hint: 'one share a child' }));
  return nodes;
}

function textNode(draft: Draft, element: Element, paragraphs: readonly Paragraph[]): Text | null {
  if (paragraphs.length === 0) return null;
  const align = element.name === 'p' ? tokenOf<'left' | 'center' | 'right'>(draft, element, 'align')! : 'left';
  const role = tokenOf<TextRole>(draft, element, 'style')!;
  return {
    kind: 'text',
    name: nameFor(draft, role === 'body' ? 'text' : role),
    role,
    paragraphs,
    colour: colourOf(draft, element),
    align: align === 'center' ? 'centre' : align,
    anchor: 'top',
    placeholder: null,
    origin: paragraphs[0]!.origin,
  };
}

/** The items of a list, those of lists inside of them one level deeper. */
function itemsOf(draft: Draft, list: Element, level: number): readonly Paragraph[] {
  return list.children.flatMap(item => {
    if (typeof item === 'string') return [];
    const nested = item.children.flatMap(child =>
      typeof child !== 'string' && (child.name === 'ul' || child.name === 'ol') ? itemsOf(draft, child, level + 1) : [],
    );
    return [...paragraphsOf(draft, item, { level, ordered: list.name === 'ol' }), ...nested];
  });
}
