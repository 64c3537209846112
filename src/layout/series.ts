/** What of a body can go on on a next slide: the items of a list, the rows of a table, cards, the parts of a figure. */
import { DIAGRAMS, type DiagramKind } from '../diagrams/diagrams.ts';
import { listed } from '../model/alt.ts';
import { gridOf } from '../model/grid.ts';
import { MOST_ITEMS } from '../model/list.ts';
import type { Box, Diagram, Node, TableNode, Text } from '../model/node.ts';
import type { Points } from '../model/units.ts';
import type { Leaves } from './leaves.ts';

/** What stands in a row of its own kind, and can be told in turns. */
export interface Series {
  /** The list, table, grid or figure itself. */
  readonly node: Text | TableNode | Box | Diagram;
  /** How many units it has: none is ever cut in two. */
  readonly count: number;
  /** How many of them one slide holds, whatever their height. */
  readonly most: number;
  /**
   * The node with the units from one to before another; what stands over all of them is repeated. `longest` is how many units
   * the longest part has.
   */
  take(from: number, to: number, longest: number): Node;
  /** What each unit adds to the height in points, for parts about as full as each other; 1 each where they stand side by side. */
  weights(leaves: Leaves, width: Points): readonly number[];
}

/** A body, and what of it is a series. */
export interface SeriesInBody extends Series {
  /** The body with another node in the series' place. */
  put(node: Node): Box;
}

/**
 * The one series of a body; null where it has none, or where something stands beside it: what belongs to a picture or to a
 * figure is read with it. Texts, marks and rules above and below stand on every part, as the head of a table does.
 */
export function seriesOf(body: Box): SeriesInBody | null {
  const found = body.children.flatMap((child, index) => {
    const series = seriesIn(child);
    return series === null ? [] : [{ series, index }];
  });
  const [only] = found;
  if (body.wrap !== null || (body.direction === 'row' && body.children.length > 1)) return null;
  if (only === undefined || found.length > 1) return null;
  if (!body.children.every((child, index) => index === only.index || isQuiet(child))) return null;
  const { series, index } = only;
  const put = (node: Node): Box => ({ ...body, children: body.children.with(index, series.put(node)) });
  return { ...series, put };
}

const isQuiet = (node: Node): boolean =>
  node.kind === 'text' ||
  node.kind === 'mark' ||
  (node.kind === 'shape' && node.geometry === 'rule') ||
  (node.kind === 'box' &&
    node.fill === null &&
    node.children.every(child => isQuiet(child) && seriesIn(child) === null));

function seriesIn(node: Node): (Series & { put(node: Node): Node }) | null {
  const itself = (series: Series | null) => series && { ...series, put: (replaced: Node) => replaced };
  switch (node.kind) {
    case 'text':
      return itself(seriesOfList(node));
    case 'table':
      return itself(seriesOfRows(node));
    case 'diagram':
      return itself(seriesOfParts(node, DIAGRAMS[node.type]!));
    case 'box':
      return node.wrap === null ? seriesOf(node) : itself(seriesOfCards(node));
    default:
      return null;
  }
}

/** Items with those of their second level; words before the first are said again. */
function seriesOfList(node: Text): Series | null {
  const begins = node.paragraphs.flatMap(({ list }, index) => (list?.level === 0 ? [index] : []));
  if (begins.length < 2 || node.paragraphs.some(({ list }) => list?.ordered)) return null;
  const head = node.paragraphs.slice(0, begins[0]);
  const items = (from: number, to: number) => node.paragraphs.slice(begins[from], begins[to] ?? node.paragraphs.length);
  return {
    node,
    count: begins.length,
    most: MOST_ITEMS,
    take: (from, to) => ({ ...node, paragraphs: [...head, ...items(from, to)] }),
    weights: (leaves, width) =>
      begins.map((_, index) => leaves.height({ ...node, paragraphs: items(index, index + 1) }, width)),
  };
}

/** Rows below the head, which is repeated. Rows that a cell spans stay together, and a head further down with its first row. */
function seriesOfRows(node: TableNode): Series | null {
  const { rows } = node;
  const head = rows.findIndex(({ header }) => !header);
  const grid = gridOf(rows);
  const isCut = (index: number): boolean =>
    index === head ||
    (!rows[index - 1]!.header && grid[index]!.every((cell, column) => cell !== grid[index - 1]![column]));
  const begins = rows.flatMap((_, index) => (head >= 0 && index >= head && isCut(index) ? [index] : []));
  if (begins.length < 2) return null;
  const end = (unit: number): number => begins[unit] ?? rows.length;
  return {
    node,
    count: begins.length,
    most: Number.POSITIVE_INFINITY,
    take: (from, to) => ({ ...node, rows: [...rows.slice(0, head), ...rows.slice(end(from), end(to))] }),
    weights(leaves, width) {
      const heights = leaves.table(node, width).rows.map(row => row.height);
      return begins.map((begin, unit) => heights.slice(begin, end(unit + 1)).reduce((sum, height) => sum + height, 0));
    },
  };
}

/** Cards, as wide on a part with fewer of them as on the others. */
function seriesOfCards(node: Box): Series | null {
  const { children } = node;
  if (children.length < 2) return null;
  return {
    node,
    count: children.length,
    most: Number.POSITIVE_INFINITY,
    take: (from, to, longest) => ({ ...node, wrap: Math.min(node.wrap!, longest), children: children.slice(from, to) }),
    weights: () => children.map(() => 1),
  };
}

/** The parts of a figure, and what is said of those that are shown. */
function seriesOfParts(node: Diagram, { most, describe }: DiagramKind): Series | null {
  const { root, phrase } = node;
  if (root.parts.length < 2 || most === undefined) return null;
  return {
    node,
    count: root.parts.length,
    most,
    take(from, to) {
      const shown = { ...root, parts: root.parts.slice(from, to) };
      const alt = phrase === null ? node.alt : listed(phrase, describe(shown), '; ');
      return { ...node, root: shown, alt };
    },
    weights: () => root.parts.map(() => 1),
  };
}
