/** Tables: rows of cells, as many in each as there are columns; columns of figures stand right. */
import { diagnose } from '../model/diagnostic.ts';
import type { Cell, Row, TableNode } from '../model/node.ts';
import type { Align } from '../model/text.ts';
import { colourOf, countOf, noteEvidence, sharesOf, textOf, tokenOf } from './attributes.ts';
import { describeTable } from './describe.ts';
import { paragraphsOf } from './inline.ts';
import { type Draft, nameFor } from './parsing.ts';
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
  const width = widthOf(rows[0]!);
  const columns = sharesOf(draft, element, 'columns');
  const even = rows.map((row, index) => levelled(draft, row, index, width, element));
  const aligned = alignFigures(even, width);
  return {
    kind: 'table',
    name: nameFor(draft, 'table'),
    columns: columns?.length === width ? columns : null,
    rows: aligned,
    role: tokenOf<'table' | 'label'>(draft, element, 'style') ?? 'table',
    alt: textOf(draft, element, 'alt') ?? describeTable(draft, aligned),
    placeholder: null,
    origin: element.origin,
  };
}

function readRow(draft: Draft, element: Element): OpenRow {
  noteEvidence(draft, element);
  const elements = element.children.filter(child => typeof child !== 'string');
  const header = elements.length > 0 && elements.every(({ name }) => name === 'th');
  const cells = elements.map((cell): OpenCell => {
    const paragraphs = paragraphsOf(draft, cell);
    return {
      paragraphs,
      align: ALIGN[tokenOf<keyof typeof ALIGN>(draft, cell, 'align') ?? 'open'],
      bold: cell.name === 'th' && !header,
      colour: colourOf(draft, cell),
      span: countOf(draft, cell, 'colspan'),
      origin: paragraphs[0]?.origin ?? cell.origin,
    };
  });
  const emphasis = tokenOf(draft, element, 'emphasis') === 'on';
  return { header, emphasis, cells, origin: cells[0]?.origin ?? element.origin };
}

const ALIGN = { left: 'left', center: 'centre', right: 'right', open: null } as const;

const widthOf = ({ cells }: OpenRow): number => cells.reduce((sum, { span }) => sum + span, 0);

/** The row with as many cells as the first; a difference is reported and made good. */
function levelled(draft: Draft, row: OpenRow, index: number, width: number, table: Element): OpenRow {
  const own = widthOf(row);
  if (own === width) return row;
  const message = `Row ${index + 1} of the table has ${own} cells; the first has ${width}.`;
  draft.parsing.report(diagnose(RAGGED_TABLE, row.cells.length > 0 ? row.origin : table.origin, message));
  const cells: OpenCell[] = [];
  let used = 0;
  for (const cell of row.cells) {
    if (used >= width) break;
    cells.push({ ...cell, span: Math.min(cell.span, width - used) });
    used += cell.span;
  }
  const blank: OpenCell = { paragraphs: [], align: null, bold: false, colour: null, span: 1, origin: row.origin };
  return { ...row, cells: [...cells, ...Array.from({ length: Math.max(0, width - used) }, () => blank)] };
}

/** A column whose cells are figures alone stands right, its head too; everything else stands left. */
function alignFigures(rows: readonly OpenRow[], width: number): readonly Row[] {
  const body = rows.filter(({ header }) => !header);
  const figures = Array.from({ length: width }, (_, column) => {
    const cells = body.flatMap(row => cellAt(row, column) ?? []).filter(({ paragraphs }) => paragraphs.length > 0);
    return cells.length > 0 && cells.every(isFigure);
  });
  return rows.map(row => {
    let column = 0;
    const cells = row.cells.map(cell => {
      const align = cell.align ?? (cell.span === 1 && figures[column] ? 'right' : 'left');
      column += cell.span;
      return { ...cell, align };
    });
    return { ...row, cells };
  });
}

function cellAt({ cells }: OpenRow, column: number): OpenCell | null {
  let at = 0;
  for (const cell of cells) {
    if (column < at + cell.span) return cell;
    at += cell.span;
  }
  return null;
}

/** One fact alone, or digits with their signs; years name and are not compared. */
function isFigure({ paragraphs }: OpenCell): boolean {
  const [only, ...more] = paragraphs.flatMap(({ inlines }) => inlines);
  if (only === undefined || more.length > 0) return false;
  if (only.kind !== 'text') return only.kind === 'field';
  if (/^\d{4}(?:[년年])?$/.test(only.text)) return false;
  return only.fact !== null ? /\d/.test(only.text) : /^[\s\d.,%+\-−–~<>≥≤]+$/.test(only.text);
}
