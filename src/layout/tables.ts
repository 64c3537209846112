/** Tables: columns by content or by shares, rows as high as their cells, hairlines only. */
import type { ColourToken } from '../model/brand.ts';
import { diagnose } from '../model/diagnostic.ts';
import type { Cell, Row, TableNode } from '../model/node.ts';
import type { LaidCell, LaidRow, Stroke, TableItem } from '../model/scene.ts';
import type { Points, Rect } from '../model/units.ts';
import { factName } from '../model/use.ts';
import { heightAt, hundredths, layBlock, narrowest, oneLineWidth, type Typeset, typeset } from './blocks.ts';
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

/** Where a table has more height than it needs, its low rows grow to one height, at most this; small print less. */
const TALLEST = { table: 57.6, label: 26 } as const;
/** Height that growing rows leave free below the table. */
const FREE = 7.2;
/** Where it has less, each row gives up at most this much. */
const SQUEEZE = 4;

export function measureTable(node: TableNode, width: Points, sizes: TableSizes, context: SlideContext): TableLayout {
  const cells = node.rows.map(row => row.cells.map(cell => setCell(cell, row, sizes, context)));
  const columns = columnWidths(node, cells, width);
  const rows = node.rows.map((row, index) => {
    const widths = spans(row, columns).map(span => span.width - 2 * PADDING.horizontal);
    const set = cells[index]!.map((cell, at) => (row.header ? balanceHeading(cell, widths[at]!, context) : cell));
    const height = Math.max(0, ...set.map((cell, at) => heightAt(cell, widths[at]!)));
    return { height: hundredths(height + 2 * PADDING.vertical), cells: set };
  });
  return { columns, rows, height: rows.reduce((sum, row) => sum + row.height, 0) };
}

/** The narrowest width at which no word of a table is broken. */
export function narrowestTable(node: TableNode, sizes: TableSizes, context: SlideContext): Points {
  const cells = node.rows.map(row => row.cells.map(cell => setCell(cell, row, sizes, context)));
  return byColumn(node, cells, narrowest).reduce((sum, width) => sum + width, 0);
}

export function layTable(
  node: TableNode,
  layout: TableLayout,
  frame: Rect,
  ground: ColourToken,
  context: SlideContext,
): TableItem {
  const missing = layout.height - frame.height;
  const squeeze = Math.min(SQUEEZE, Math.max(0, missing / Math.max(1, layout.rows.length)));
  const excess = missing - squeeze * layout.rows.length;
  if (excess > 0.1) sayTooTall(node, excess, layout, frame, context);
  const padding = { ...PADDING, vertical: PADDING.vertical - squeeze / 2 };
  const least = levelOf(node, layout, frame.height - FREE);
  let y = frame.y;
  const rows = layout.rows.map((row, index): LaidRow => {
    const height = hundredths(node.rows[index]!.header ? row.height - squeeze : Math.max(row.height - squeeze, least));
    const laid = layRow(node, index, row.cells, layout.columns, padding, { ...frame, y, height }, ground);
    y += height;
    return laid;
  });
  return {
    kind: 'table',
    name: context.name(node.name),
    frame: { ...frame, height: excess > 0.1 ? frame.height : hundredths(y - frame.y) },
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
    padding,
  };
}

/** The height to which all lower rows below the header can be raised. */
function levelOf(node: TableNode, { rows, height }: TableLayout, room: Points): Points {
  const body = rows.filter((_, index) => !node.rows[index]!.header).map(row => row.height);
  const ascending = [...body].sort((a, b) => a - b);
  const tallest = TALLEST[node.role === 'table' ? 'table' : 'label'];
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

function layRow(
  node: TableNode,
  index: number,
  cells: readonly Typeset[],
  columns: readonly Points[],
  padding: TableItem['padding'],
  frame: Rect,
  ground: ColourToken,
): LaidRow {
  const row = node.rows[index]!;
  const fill = row.emphasis ? 'panel' : null;
  const laid = spans(row, columns).map(({ x, width }, at): LaidCell => {
    const inner = {
      x: frame.x + x + padding.horizontal,
      y: frame.y + padding.vertical,
      width: Math.max(0, width - 2 * padding.horizontal),
      height: frame.height - 2 * padding.vertical,
    };
    const set = cells[at]!;
    const text = layBlock({ ...set, spec: { ...set.spec, ground: fill ?? ground } }, inner);
    return { text, fill, span: row.cells[at]!.span, header: row.header };
  });
  return { height: frame.height, header: row.header, cells: laid, rule: row.header ? HEAD_RULE : HAIRLINE };
}

function setCell(cell: Cell, row: Row, sizes: TableSizes, context: SlideContext): Typeset {
  return typeset(
    {
      name: 'cell',
      paragraphs: cell.paragraphs,
      role: 'table',
      colour: cell.colour ?? (row.header ? 'muted' : null),
      align: cell.align,
      anchor: row.header ? 'bottom' : 'middle',
      bold: cell.bold || row.header || row.emphasis,
      placeholder: null,
      ground: 'paper',
      origin: cell.origin,
    },
    row.header ? sizes.head : sizes.cell,
    context,
  );
}

/** Left edges and widths of a row's cells, spans counted. */
function spans(row: Row, columns: readonly Points[]): readonly { x: Points; width: Points }[] {
  let column = 0;
  let x = 0;
  return row.cells.map(cell => {
    const width = columns.slice(column, column + cell.span).reduce((sum, points) => sum + points, 0);
    const span = { x, width };
    column += cell.span;
    x += width;
    return span;
  });
}

/** Given shares, or by content: every column gets its longest word if there is room, and the rest goes to who has most to say. */
function columnWidths(node: TableNode, cells: readonly (readonly Typeset[])[], width: Points): readonly Points[] {
  const sum = (widths: readonly Points[]) => widths.reduce((total, points) => total + points, 0);
  const least = byColumn(node, cells, narrowest);
  if (node.columns !== null) {
    const shares = node.columns.map(share => (width * share) / sum(node.columns!));
    return (sum(least) < width ? raise(shares, least) : shares).map(hundredths);
  }
  const wanted = byColumn(node, cells, oneLineWidth);
  const [needs, wishes] = [sum(least), sum(wanted)];
  if (wishes <= width) return wanted.map(points => hundredths((points * width) / Math.max(1, wishes)));
  if (needs >= width) return least.map(points => hundredths((points * width) / needs));
  return wanted.map((points, column) => {
    const more = points - least[column]!;
    return hundredths(least[column]! + (more * (width - needs)) / (wishes - needs));
  });
}

/** The largest of each column's cells, padding included; cells that span columns say nothing about one of them. */
function byColumn(
  node: TableNode,
  cells: readonly (readonly Typeset[])[],
  of: (cell: Typeset) => Points,
): readonly Points[] {
  const widths: Points[] = [];
  node.rows.forEach((row, index) => {
    let column = 0;
    row.cells.forEach((cell, at) => {
      const width = cell.span === 1 ? of(cells[index]![at]!) + 2 * PADDING.horizontal : 2 * PADDING.horizontal;
      widths[column] = Math.max(widths[column] ?? 0, width);
      for (let more = 1; more < cell.span; more++) widths[column + more] ??= 2 * PADDING.horizontal;
      column += cell.span;
    });
  });
  return widths;
}

function sayTooTall(node: TableNode, excess: Points, layout: TableLayout, frame: Rect, context: SlideContext): void {
  const average = layout.height / Math.max(1, layout.rows.length);
  const rows = Math.ceil(excess / average);
  const removable = node.rows.filter(({ header }) => !header).length;
  const shorten = 'shorten the cells that wrap';
  const needed = Math.ceil(frame.height + excess);
  const message = `The table needs ${needed} pt of height; ${Math.floor(frame.height)} pt are there.`;
  context.report(
    diagnose(TABLE_TOO_TALL, node.origin, message, {
      hint: rows < removable ? `take out ${rows} of its ${layout.rows.length} rows, or ${shorten}` : shorten,
      slide: { id: context.id, number: context.number },
      frame,
    }),
  );
}
