/** Tables: the library's grid, margins, lines and fills, with header semantics, the brand's table style and our text. */
import { gridOf } from '../../model/grid.ts';
import { raw, type Xml, xml } from '../../package/package.ts';
import type { CellCall, TableCall } from './calls.ts';
import type { Swatches } from './colour.ts';
import { paragraphsXml, type TextContext } from './text.ts';

interface TableContext extends TextContext {
  readonly swatches: Swatches;
  readonly tableStyle: string;
}

/** Of a cell that a merged one covers: PowerPoint repairs a cell without a paragraph. */
const NO_TEXT = '<a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></a:txBody>';

/** The `a:graphicData` of a table. */
export function tableXml(call: TableCall, drawn: string, context: TableContext): Xml {
  const places = gridOf(call.rows).flat();
  const properties = new Map<CellCall, string>();
  let next = 0;
  const grid = context.swatches
    .bind(between(drawn, '<a:tblGrid>', '</a:tbl>'))
    .replace(NO_SIDE_LINE, '')
    .replace(CELL, drawn => cellXml(places[next++]!, drawn, properties, context));
  if (next !== places.length) throw new Error(`pptxgenjs drew ${next} of ${places.length} cells of ${call.name}`);
  return xml`
    <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">
      <a:tbl>
        <a:tblPr${call.headed && xml` firstRow="1"`}${call.banded && xml` bandRow="1"`}><a:tableStyleId>${context.tableStyle}</a:tableStyleId></a:tblPr>
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

/** The drawn tag knows what is merged. All places of a merged cell have its lines and its fill, as PowerPoint itself writes it. */
function cellXml(cell: CellCall, drawn: string, known: Map<CellCall, string>, context: TableContext): string {
  const tag = drawn.slice(0, drawn.indexOf('>') + 1);
  const covering = known.get(cell);
  if (covering !== undefined) return `${tag}${NO_TEXT}${covering}</a:tc>`;
  const text = xml`${paragraphsXml(cell.paragraphs, cell.header ? HEADER : PLAIN, context)}`;
  const properties = drawn
    .slice(drawn.indexOf('<a:tcPr'), drawn.lastIndexOf('</a:tc>'))
    .replace(/ +(?=<\/a:tcPr)/, '')
    .trimEnd();
  known.set(cell, properties);
  return `${tag}<a:txBody><a:bodyPr/><a:lstStyle/>${text.xml}</a:txBody>${properties}</a:tc>`;
}

/** From one tag up to another, which is left out. */
const between = (text: string, from: string, to: string): string => {
  const start = text.indexOf(from);
  return text.slice(start, text.lastIndexOf(to));
};
