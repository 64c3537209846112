/** Tables: the library's grid, margins, lines and fills, with header semantics, the brand's table style and our text. */
import { raw, type Xml, xml } from '../../package/package.ts';
import type { CellCall, TableCall } from './calls.ts';
import type { Swatches } from './colour.ts';
import { paragraphsXml, type TextContext } from './text.ts';

interface TableContext extends TextContext {
  readonly swatches: Swatches;
  readonly tableStyle: string;
}

/** A cell that a merged one covers. It needs a paragraph too: PowerPoint repairs a cell without. */
const COVERED =
  '<a:tc hMerge="1"><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></a:txBody><a:tcPr/></a:tc>';

/** The `a:graphicData` of a table. */
export function tableXml(call: TableCall, drawn: string, context: TableContext): Xml {
  const cells = call.rows.flatMap(row => row.cells);
  let next = 0;
  const grid = context.swatches
    .bind(between(drawn, '<a:tblGrid>', '</a:tbl>'))
    .replace(NO_SIDE_LINE, '')
    .replace(CELL, cell => (cell.startsWith('<a:tc hMerge') ? COVERED : cellXml(cells[next++]!, cell, context)));
  if (next !== cells.length) throw new Error(`pptxgenjs drew ${next} of ${cells.length} cells of ${call.name}`);
  return xml`
    <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">
      <a:tbl>
        <a:tblPr${call.headed && xml` firstRow="1"`}><a:tableStyleId>${context.tableStyle}</a:tableStyleId></a:tblPr>
        ${raw(grid.trimEnd())}
      </a:tbl>
    </a:graphicData>`;
}

const CELL = /<a:tc[ >].*?<\/a:tc>/gs;
/** The library writes a line of no width and no colour where it is told of none; the style draws none there either. */
const NO_SIDE_LINE = /<a:ln[LR] w="0"[^>]*><a:noFill\/><\/a:ln[LR]>/g;

/** What the table style passes down. */
const HEADER = { bold: true };
const PLAIN = { bold: false };

function cellXml(cell: CellCall, drawn: string, context: TableContext): string {
  const text = xml`${paragraphsXml(cell.paragraphs, cell.header ? HEADER : PLAIN, context)}`;
  const properties = drawn.slice(drawn.indexOf('<a:tcPr'));
  const span = cell.span > 1 ? ` gridSpan="${cell.span}"` : '';
  const body = `<a:txBody><a:bodyPr/><a:lstStyle/>${text.xml}</a:txBody>`;
  return `<a:tc${span}>${body}${properties.replace(/ +(?=<\/a:tc)/g, '')}`;
}

/** From one tag up to another, which is left out. */
const between = (text: string, from: string, to: string): string => {
  const start = text.indexOf(from);
  return text.slice(start, text.lastIndexOf(to));
};
