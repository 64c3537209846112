/** Tables: rows of cells, as many in each as there are columns; columns of figures stand right. */
import { diagnose } from '../model/diagnostic.ts';
import { gridOf } from '../model/grid.ts';
import type { Cell, Row, TableNode } from '../model/node.ts';
import type { Align } from '../model/text.ts';
import { colourOf, countOf, noteEvidence, sharesOf, textOf, tokenOf } from './attributes.ts';
import { describeTable } from './describe.ts';
import { paragraphsOf } from './inline.ts';
import { tableName } from './naming.ts';
import type { Draft } from './parsing.ts';
import { EMPTY_CHART, RAGGED_TABLE } from './problems.ts';
import type { Element } from './tree.ts';

/** A cell whose alignment the author may have left open. */
type OpenCell = Omit<Cell, 'align'> & { readonly align: Align | null };
type OpenRow = Omit<Row, 'cells'> & { readonly cells: readonly OpenCell[] };

/** A table; null where it has no row, which was reported. */
export function readTable(draft: Draft, element: Element): TableNode | null {
  const rows = element.children.filter(child => typeof child !== 'string').map(row => readRow(draft, row));
  if (rows.every(({ cells }) => cells.length === 0)) {
    draft.parsing.report(diagnose(EMPTY_CHART, element.origin, 'This table has no cell.'));
    return null;
  }
  const even = levelled(draft, rows, element);
  const aligned = alignFigures(even);
  const width = gridOf(aligned)[0]!.length;
  const columns = sharesOf(draft, element, 'columns');
  return {
    kind: 'table',
    name: tableName(draft, aligned),
    columns: columns?.length === width ? columns : null,
    rows: aligned,
    role: tokenOf<'table' | 'label'>(draft, element, 'style') ?? 'table',
    banded: tokenOf(draft, element, 'banded') === 'yes',
    alt: textOf(draft, element, 'alt') ?? describeTable(draft, aligned),
    placeholder: null,
    origin: element.origin,
  };
}

function readRow(draft: Draft, element: Element): OpenRow {
  const evidence = noteEvidence(draft, element);
  const elements = element.children.filter(child => typeof child !== 'string');
  const header = elements.length > 0 && elements.every(({ name }) => name === 'th');
  const cells = elements.map((cell): OpenCell => {
    const paragraphs = paragraphsOf(draft, cell);
    return {
      paragraphs,
      align: ALIGN[tokenOf<keyof typeof ALIGN>(draft, cell, 'align') ?? 'open'],
      bold: cell.name === 'th' && !header,
      colour: colourOf(draft, cell),
      columnSpan: countOf(draft, cell, 'colspan'),
      rowSpan: countOf(draft, cell, 'rowspan'),
      origin: paragraphs[0]?.origin ?? cell.origin,
    };
  });
  const emphasis = tokenOf(draft, element, 'emphasis') === 'on';
  return { header, emphasis, cells, evidence, origin: cells[0]?.origin ?? element.origin };
}

const ALIGN = { left: 'left', center: 'centre', right: 'right', open: null } as const;

/** The rows as a grid without a gap, as wide as the first; what stands out of it or is missing is reported and made good. */
function levelled(draft: Draft, rows: readonly OpenRow[], table: Element): readonly OpenRow[] {
  const width = rows[0]!.cells.reduce((sum, { columnSpan }) => sum + columnSpan, 0);
  const heads = rows.findIndex(({ header }) => !header);
  // By column, how many more rows the cell above reaches down.
  const reach: number[] = Array.from({ length: width }, () => 0);
  return rows.map((row, index) => {
    const complain = (message: string) =>
      draft.parsing.report(diagnose(RAGGED_TABLE, row.cells.length > 0 ? row.origin : table.origin, message));
    const above = reach.filter(more => more > 0).length;
    const own = row.cells.reduce((sum, { columnSpan }) => sum + columnSpan, above);
    if (own !== width) complain(`Row ${index + 1} of the table has ${own} cells; the first has ${width}.`);
    const end = index < heads ? heads : rows.length;
    const cells: OpenCell[] = [];
    for (const cell of row.cells) {
      const column = reach.indexOf(0);
      if (column < 0) break;
      const [columnSpan, rowSpan] = [
        Math.min(cell.columnSpan, freeFrom(reach, column)),
        Math.min(cell.rowSpan, end - index),
      ];
      if (rowSpan < cell.rowSpan || (columnSpan < cell.columnSpan && own === width))
        complain(
          `A cell of row ${index + 1} reaches ${rowSpan < cell.rowSpan ? 'below its part of the table' : 'into another'}.`,
        );
      reach.fill(rowSpan, column, column + columnSpan);
      cells.push({ ...cell, columnSpan, rowSpan });
    }
    for (let column = reach.indexOf(0); column >= 0; column = reach.indexOf(0)) {
      reach[column] = 1;
      cells.push({ ...BLANK, origin: row.origin });
    }
    for (let column = 0; column < width; column++) reach[column]! -= 1;
    return { ...row, cells };
  });
}

/** Free columns side by side from one on. */
function freeFrom(reach: readonly number[], column: number): number {
  const taken = reach.findIndex((more, at) => at > column && more > 0);
  return (taken < 0 ? reach.length : taken) - column;
}

const BLANK = { paragraphs: [], align: null, bold: false, colour: null, columnSpan: 1, rowSpan: 1 } as const;

/** A column whose cells are figures alone stands right, its head too; everything else stands left. */
function alignFigures(rows: readonly OpenRow[]): readonly Row[] {
  const grid = gridOf(rows);
  const body = grid.filter((_, index) => !rows[index]!.header);
  const figures = grid[0]!.map((_, column) => {
    const cells = body.map(row => row[column]!).filter(({ paragraphs }) => paragraphs.length > 0);
    return cells.length > 0 && cells.every(isFigure);
  });
  return rows.map((row, index) => ({
    ...row,
    cells: row.cells.map(cell => {
      const isAligned = cell.columnSpan === 1 && figures[grid[index]!.indexOf(cell)];
      return { ...cell, align: cell.align ?? (isAligned ? 'right' : 'left') };
    }),
  }));
}

/** One fact alone, or digits with their signs; years name and are not compared. */
function isFigure({ paragraphs }: OpenCell): boolean {
  const [only, ...more] = paragraphs.flatMap(({ inlines }) => inlines);
  if (only === undefined || more.length > 0) return false;
  if (only.kind !== 'text') return only.kind === 'field';
  if (/^\d{4}(?:[년年])?$/.test(only.text)) return false;
  return only.fact !== null ? /\d/.test(only.text) : /^[\s\d.,%+\-−–~<>≥≤]+$/.test(only.text);
}
