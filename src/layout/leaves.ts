/** What each kind of node needs, at the sizes that fit has chosen so far. */
import type { ColourToken, TextRole } from '../model/brand.ts';
import type { TableNode, Text } from '../model/node.ts';
import type { Points } from '../model/units.ts';
import { heightAt, narrowest, oneLineWidth, type TextSpec, type Typeset, typeset } from './blocks.ts';
import type { SlideContext } from './context.ts';
import type { Leaf, Sizer } from './flow.ts';
import { balanceHeading } from './headings.ts';
import { markSize } from './marks.ts';
import { measureTable, narrowestTable, type SetTable, setTable, type TableLayout, type TableSizes } from './tables.ts';

/** Sizes by role: siblings shrink together. A role that is not in it has its own size. */
export type Sizes = ReadonlyMap<TextRole, Points>;

export interface Leaves extends Sizer {
  text(node: Text, width: Points): Typeset;
  table(node: TableNode, width: Points): TableLayout;
}

/** Texts that are cut to measure and never wrap. */
export const ONE_LINE_ROLES: ReadonlySet<TextRole> = new Set(['hero', 'number']);
/** Short texts, whose lines we end ourselves where PowerPoint would break a Korean word. */
const HEADING_ROLES: ReadonlySet<TextRole> = new Set(['heading', 'lead', 'label', 'unit']);

/** The least height of what takes all there is. */
const LEAST = { chart: 110, picture: 60, diagram: 140 } as const;
/** Of a shape without a height, and of a rule. */
const SHAPE_HEIGHT = 24;
const RULE_HEIGHT = 0.75;

export const sizeOf = (role: TextRole, sizes: Sizes, context: SlideContext): Points =>
  sizes.get(role) ?? context.brand.type[role].size;

/** Table heads are set like labels, and never larger than the cells below them. */
export function tableSizes(node: TableNode, sizes: Sizes, context: SlideContext): TableSizes {
  const cell = sizeOf(node.role, sizes, context);
  return { cell, head: Math.min(cell, sizeOf('label', sizes, context)) };
}

export const specOf = (node: Text, ground: ColourToken): TextSpec => ({
  name: node.name,
  paragraphs: node.paragraphs,
  role: node.role,
  colour: node.colour,
  align: node.align,
  anchor: node.anchor,
  placeholder: node.placeholder,
  ground,
  origin: node.origin,
});

/** Measures the leaves of one body; each is typeset once at each size, and a table laid out once at each width. */
export function measureLeaves(context: SlideContext): (sizes: Sizes) => Leaves {
  const texts = new Map<Text, Typeset>();
  return sizes => {
    const tables = new Map<TableNode, { readonly cells: SetTable; readonly layouts: Map<Points, TableLayout> }>();
    const tableOf = (node: TableNode) => {
      const known = tables.get(node) ?? {
        cells: setTable(node, tableSizes(node, sizes, context), context),
        layouts: new Map(),
      };
      tables.set(node, known);
      return known;
    };
    const plain = (node: Text): Typeset => {
      const size = sizeOf(node.role, sizes, context);
      const known = texts.get(node);
      const text = known?.size === size ? known : typeset(specOf(node, 'paper'), size, context);
      texts.set(node, text);
      return text;
    };
    const text = (node: Text, width: Points): Typeset =>
      HEADING_ROLES.has(node.role) ? balanceHeading(plain(node), width, context) : plain(node);
    const table = (node: TableNode, width: Points): TableLayout => {
      const { cells, layouts } = tableOf(node);
      const layout = layouts.get(width) ?? measureTable(node, cells, width, context);
      layouts.set(width, layout);
      return layout;
    };
    return {
      text,
      table,
      height: (node, width) => heightOf(node, width, { text, table }),
      narrowest(node) {
        if (node.kind === 'text') return ONE_LINE_ROLES.has(node.role) ? 0 : narrowest(plain(node));
        if (node.kind === 'icon') return node.size;
        if (node.kind === 'mark') return markSize(node);
        return node.kind === 'table' ? narrowestTable(node, tableOf(node).cells) : 0;
      },
      natural(node) {
        if (node.kind === 'text') return oneLineWidth(plain(node));
        if (node.kind === 'icon') return node.size;
        if (node.kind === 'mark') return markSize(node);
        return node.kind === 'shape' ? node.width : null;
      },
    };
  };
}

function heightOf(node: Leaf, width: Points, leaves: Pick<Leaves, 'text' | 'table'>): Points {
  switch (node.kind) {
    case 'text':
      return heightAt(leaves.text(node, width), width);
    case 'table':
      return leaves.table(node, width).height;
    case 'shape':
      return node.height ?? (node.geometry === 'rule' ? RULE_HEIGHT : SHAPE_HEIGHT);
    case 'icon':
      return node.size;
    case 'mark':
      return markSize(node);
    case 'picture':
    case 'chart':
    case 'diagram':
      return LEAST[node.kind];
  }
}
