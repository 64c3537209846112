/** Tables: columns by content or by shares, rows as high as their cells, hairlines only. */
import type { ColourToken, TextRole } from '../model/brand.ts';
import { diagnose } from '../model/diagnostic.ts';
import { gridOf, isTinted } from '../model/grid.ts';
import type { Cell, Row, TableNode } from '../model/node.ts';
import type { LaidCell, LaidRow, Stroke, TableItem } from '../model/scene.ts';
import { hundredths, type Points, type Rect } from '../model/units.ts';
import { factName } from '../model/use.ts';
import { heightAt, layBlock, narrowest, oneLineWidth, type Typeset, typeset } from './blocks.ts';
import type { SlideContext } from './context.ts';
import { balanceHeading } from './headings.ts';
import { TABLE_TOO_TALL } from './problems.ts';
import { raise } from './shares.ts';

export interface TableSizes {
  readonly cell: Points;
  readonly head: Points;
}

/** A table measured at a width. */
export interface TableLayout {
  readonly columns: readonly Points[];
  readonly rows: readonly { readonly height: Points; readonly cells: readonly Typeset[] }[];
  readonly height: Points;
}

const PADDING = { horizontal: 7.2, vertical: 4 } as const;
const HAIRLINE: Stroke = { colour: 'hairline', width: 0.75, dash: 'solid' };
const HEAD_RULE: Stroke = { colour: 'muted', width: 1, dash: 'solid' };

/** Where a table has more height than it needs, its low rows grow to one height, at most this; small print less, enlarged cells more. */
const TALLEST = { table: 57.6, label: 26 } as const;
/** Height that growing rows leave free below the table. */
const FREE = 7.2;
/** Where it has less, each row gives up at most this much. */
const SQUEEZE = 4;

/** A cell set at its size. */
export interface SetCell {
  readonly text: Typeset;
  /** The narrowest width that breaks none of its words, and the one that keeps its paragraphs on a line each. */
  readonly least: Points;
  readonly wanted: Points;
}

/** The cells of a table set at their sizes, row by row. */
export type SetTable = readonly (readonly SetCell[])[];

/** Each cell is set once at each size, for all the tables of a slide that goes on. */
export function setTable(node: TableNode, sizes: TableSizes, context: SlideContext): SetTable {
  const cells = CELLS.get(context) ?? new Map<Cell, Map<Points, SetCell>>();
  CELLS.set(context, cells);
  return node.rows.map(row => {
    const size = row.header ? sizes.head : sizes.cell;
    return row.cells.map(cell => {
      const sets = cells.get(cell) ?? new Map<Points, SetCell>();
      cells.set(cell, sets);
      const set = sets.get(size) ?? setCell(cell, row, node.role, size, context);
      sets.set(size, set);
      return set;
    });
  });
}
/** A cache: a slide that goes on is fitted as a whole and in parts. */
const CELLS = new WeakMap<SlideContext, Map<Cell, Map<Points, SetCell>>>();

export function measureTable(node: TableNode, cells: SetTable, width: Points, context: SlideContext): TableLayout {
  const columns = columnWidths(node, cells, width);
  const places = placesOf(node, columns);
  const set = node.rows.map((row, index) =>
    cells[index]!.map((cell, at) => {
      const inner = places[index]![at]!.width - 2 * PADDING.horizontal;
      const text = row.header ? balanceHeading(cell.text, inner, context) : cell.text;
      return { text, height: heightAt(text, inner) + 2 * PADDING.vertical };
    }),
  );
  const heights = rowHeights(node, set);
  const rows = set.map((row, index) => ({ height: heights[index]!, cells: row.map(({ text }) => text) }));
  return { columns, rows, height: sum(heights) };
}

/** Each row as high as its cells; a cell that spans rows adds to all of them what they lack together. */
function rowHeights(node: TableNode, cells: readonly (readonly { readonly height: Points }[])[]): readonly Points[] {
  const heights = node.rows.map((row, index) =>
    Math.max(
      2 * PADDING.vertical,
      ...row.cells.map(({ rowSpan }, at) => (rowSpan === 1 ? cells[index]![at]!.height : 0)),
    ),
  );
  node.rows.forEach((row, index) => {
    row.cells.forEach(({ rowSpan }, at) => {
      if (rowSpan === 1) return;
      const end = index + rowSpan;
      // Rows give up their squeeze each, and what spans them has the padding of one.
      const needed = cells[index]![at]!.height + (rowSpan - 1) * SQUEEZE;
      const lacking = Math.max(0, needed - sum(heights.slice(index, end))) / rowSpan;
      for (let row = index; row < end; row++) heights[row]! += lacking;
    });
  });
  return heights.map(hundredths);
}

/** The narrowest width at which no word of a table is broken. */
export const narrowestTable = (node: TableNode, cells: SetTable): Points =>
  sum(byColumn(node, cells, cell => cell.least));

export function layTable(
  node: TableNode,
  layout: TableLayout,
  frame: Rect,
  ground: ColourToken,
  context: SlideContext,
): TableItem {
  const excess = tableExcess(layout, frame.height);
  const missing = layout.height - frame.height - excess;
  const squeeze = Math.max(0, missing / Math.max(1, layout.rows.length));
  if (excess > 0.1) sayTooTall(node, excess, layout, frame, context);
  const padding = { ...PADDING, vertical: PADDING.vertical - squeeze / 2 };
  const least = squeeze > 0 ? 0 : levelOf(node, layout, frame.height - FREE, context);
  const heights = layout.rows.map(({ height }, index) =>
    hundredths(node.rows[index]!.header ? height - squeeze : Math.max(height - squeeze, least)),
  );
  const rows = layRows(node, layout, heights, padding, frame, ground, context);
  return {
    kind: 'table',
    name: context.name(node.name),
    frame: { ...frame, height: excess > 0.1 ? frame.height : hundredths(sum(heights)) },
    origin: node.origin,
    facts: [
      ...new Map(
        rows.flatMap(row => row.cells).flatMap(cell => cell.text.facts.map(use => [factName(use), use] as const)),
      ).values(),
    ],
    alt: node.alt,
    placeholder: node.placeholder,
    columns: layout.columns,
    rows,
    banded: node.banded,
    padding,
  };
}

/** Points that a table lacks of a height, its rows squeezed. */
export const tableExcess = ({ height, rows }: TableLayout, room: Points): Points =>
  Math.max(0, height - room - SQUEEZE * rows.length);

/** The height to which all lower rows below the header can be raised. */
function levelOf(node: TableNode, { rows, height }: TableLayout, room: Points, { brand }: SlideContext): Points {
  const body = rows.filter((_, index) => !node.rows[index]!.header).map(row => row.height);
  const ascending = [...body].sort((a, b) => a - b);
  const set = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ size }) => size)));
  const larger = Math.max(1, set / brand.type[node.role].size);
  const tallest = TALLEST[node.role === 'table' ? 'table' : 'label'] * larger ** 1.5;
  let filled = room - height;
  let level = ascending[0] ?? 0;
  for (let count = 1; count <= ascending.length && filled > 0; count++) {
    const next = Math.min(ascending[count] ?? tallest, tallest);
    const rise = Math.min(Math.max(0, next - level), filled / count);
    level += rise;
    filled -= rise * count;
  }
  return level;
}

function layRows(
  node: TableNode,
  layout: TableLayout,
  heights: readonly Points[],
  padding: TableItem['padding'],
  frame: Rect,
  ground: ColourToken,
  context: SlideContext,
): readonly LaidRow[] {
  const places = placesOf(node, layout.columns);
  return node.rows.map((row, index): LaidRow => {
    const fill = row.emphasis || (node.banded && isTinted(node.rows, index)) ? 'panel' : null;
    const y = frame.y + sum(heights.slice(0, index));
    const cells = row.cells.map(({ columnSpan, rowSpan }, at): LaidCell => {
      const { x, width } = places[index]![at]!;
      const inner = {
        x: hundredths(frame.x + x + padding.horizontal),
        y: hundredths(y + padding.vertical),
        width: Math.max(0, width - 2 * padding.horizontal),
        height: hundredths(sum(heights.slice(index, index + rowSpan)) - 2 * padding.vertical),
      };
      const set = layout.rows[index]!.cells[at]!;
      const text = layBlock({ ...set, spec: { ...set.spec, ground: fill ?? ground } }, inner, context);
      return { text, fill, columnSpan, rowSpan, header: row.header };
    });
    return { height: heights[index]!, header: row.header, cells, rule: row.header ? HEAD_RULE : HAIRLINE };
  });
}

function setCell(cell: Cell, row: Row, role: TextRole, size: Points, context: SlideContext): SetCell {
  const text = typeset(
    {
      name: 'cell',
      paragraphs: cell.paragraphs,
      role,
      colour: cell.colour ?? (row.header ? 'muted' : context.brand.type.table.colour),
      align: cell.align,
      anchor: row.header ? 'bottom' : 'middle',
      bold: cell.bold || row.header || row.emphasis,
      placeholder: null,
      ground: 'paper',
      origin: cell.origin,
    },
    size,
    context,
  );
  return { text, least: narrowest(text), wanted: oneLineWidth(text) };
}

/** Left edges and widths of each row's cells, spans counted. */
function placesOf(
  { rows }: TableNode,
  columns: readonly Points[],
): readonly (readonly { readonly x: Points; readonly width: Points }[])[] {
  const grid = gridOf(rows);
  return rows.map(({ cells }, index) =>
    cells.map(cell => {
      const column = grid[index]!.indexOf(cell);
      return { x: sum(columns.slice(0, column)), width: sum(columns.slice(column, column + cell.columnSpan)) };
    }),
  );
}

/** Rounded at their edges, so that together they are as wide as the table. */
function columnWidths(node: TableNode, cells: SetTable, width: Points): readonly Points[] {
  let edge = 0;
  return exactWidths(node, cells, width).map(points => {
    const left = hundredths(edge);
    edge += points;
    return hundredths(hundredths(edge) - left);
  });
}

/** Given shares, or by content: every column gets its longest word if there is room, and the rest goes to who has most to say. */
function exactWidths(node: TableNode, cells: SetTable, width: Points): readonly Points[] {
  const least = byColumn(node, cells, cell => cell.least);
  if (node.columns !== null) {
    const shares = node.columns.map(share => (width * share) / sum(node.columns!));
    return sum(least) < width ? raise(shares, least) : shares;
  }
  const wanted = byColumn(node, cells, cell => cell.wanted);
  const [needs, wishes] = [sum(least), sum(wanted)];
  if (wishes <= width) return wanted.map(points => (points * width) / Math.max(1, wishes));
  if (needs >= width) return least.map(points => (points * width) / needs);
  return wanted.map((points, column) => {
    const more = points - least[column]!;
    return least[column]! + (more * (width - needs)) / (wishes - needs);
  });
}

/** The largest of each column's cells, padding included; cells that span columns say nothing about one of them. */
function byColumn(node: TableNode, cells: SetTable, of: (cell: SetCell) => Points): readonly Points[] {
  const grid = gridOf(node.rows);
  const widths = (grid[0] ?? []).map(() => 2 * PADDING.horizontal);
  node.rows.forEach((row, index) => {
    row.cells.forEach((cell, at) => {
      if (cell.columnSpan > 1) return;
      const column = grid[index]!.indexOf(cell);
      widths[column] = Math.max(widths[column]!, of(cells[index]![at]!) + 2 * PADDING.horizontal);
    });
  });
  return widths;
}

const sum = (lengths: readonly Points[]): Points => lengths.reduce((total, points) => total + points, 0);

function sayTooTall(node: TableNode, excess: Points, layout: TableLayout, frame: Rect, context: SlideContext): void {
  const average = layout.height / Math.max(1, layout.rows.length);
  const rows = Math.ceil(excess / average);
  const removable = node.rows.filter(({ header }) => !header).length;
  const shorten = `cut about ${tooMany(layout, excess)} characters from its longest cells`;
  const needed = Math.ceil(frame.height + excess);
  const message = `The table needs ${needed} pt of height; ${Math.floor(frame.height)} pt are there.`;
  context.report(
    diagnose(TABLE_TOO_TALL, node.origin, message, {
      hint:
        rows < removable
          ? `take out ${rows} of its ${layout.rows.length} rows, or ${shorten}`
          : `${shorten}, or give them a wider column`,
      slide: { id: context.id, number: context.number },
      frame,
    }),
  );
}

/** A row is as high as its longest cell: characters of those, by the share of the height that is missing. */
function tooMany({ rows, height }: TableLayout, excess: Points): number {
  const lengths = rows.map(({ cells }) =>
    Math.max(0, ...cells.map(({ measured }) => measured.reduce((sum, { text }) => sum + text.length, 0))),
  );
  return Math.ceil((excess / height) * sum(lengths));
}
