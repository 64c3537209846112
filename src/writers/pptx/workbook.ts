/** The workbook behind a chart: one sheet that is one table. The chart's caches are written from the same sheet, so they cannot differ. */
import type { NativeColumn } from '../../charts/charts.ts';
import type { Category } from '../../model/chart.ts';
import {
  asItIs,
  decimal,
  document,
  joinZip,
  type Part,
  packageEntries,
  packer,
  relations,
  type Xml,
  xml,
} from '../../package/package.ts';
import { OFFICE_DOCUMENT, RELATIONS_NS, SHEET_NS, STYLES, TABLE, TYPE, WORKSHEET } from './names.ts';

/** Rows of a chart's data: categories in the first column, what its native form asks for in the others. */
export interface DataSheet {
  /** Column heads: unique and never empty, because Excel repairs a table otherwise. The first is a blank, as PowerPoint writes it. */
  readonly heads: readonly string[];
  readonly rows: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
  /** One a column of values. */
  readonly formats: readonly string[];
}

export function sheetOf(categories: readonly Category[], columns: readonly NativeColumn[]): DataSheet {
  const heads = [' '];
  for (const { head: wanted } of columns) {
    let head = wanted;
    for (let n = 2; heads.some(other => other.toLowerCase() === head.toLowerCase()); n++) head = `${wanted} ${n}`;
    heads.push(head);
  }
  const rows = categories.map(({ label }, index) => ({
    label,
    values: columns.map(({ values }) => values[index] ?? null),
  }));
  return { heads, rows, formats: columns.map(({ numberFormat }) => numberFormat || 'General') };
}

/** A column's letters: 0 → A, 26 → AA. */
const column = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : column(Math.floor(index / 26) - 1) + column(index % 26);

/** Where the chart finds its data. `series` counts from 0. */
export const references = {
  head: (series: number): string => `Sheet1!$${column(series + 1)}$1`,
  labels: ({ rows }: DataSheet): string => `Sheet1!$A$2:$A$${rows.length + 1}`,
  values: (series: number, { rows }: DataSheet): string => {
    const letters = column(series + 1);
    return `Sheet1!$${letters}$2:$${letters}$${rows.length + 1}`;
  },
};

const BOOK = 'xl/workbook.xml';
const SHEET = 'xl/worksheets/sheet1.xml';
const TABLE_PART = 'xl/tables/table1.xml';
const STYLES_PART = 'xl/styles.xml';

/**
 * Writes each workbook as a package of its own, stored: the deck compresses it as a whole, which takes half the bytes of eight parts
 * compressed one by one (1,000 charts: 1.5 MB, 3.0 MB). The drawing library's own have always been stored. What no chart changes is
 * made once.
 */
export function workbookWriter(): (sheet: DataSheet) => Uint8Array {
  const packed = packer(asItIs);
  const book = relations();
  const page = relations();
  const worksheet = book.to(WORKSHEET, SHEET);
  book.to(STYLES, STYLES_PART);
  const table = page.to(TABLE, TABLE_PART);
  const contents = (sheet: DataSheet): ReadonlyMap<string, string> =>
    new Map([
      [SHEET, worksheetPart(sheet, table)],
      [TABLE_PART, tablePart(sheet)],
      [STYLES_PART, stylesPart(sheet)],
    ]);
  const part = (name: string, type: string, content = '', related = relations()): Part => ({
    name,
    type,
    content,
    relationships: related.list(),
  });
  const frame = packageEntries(
    [
      part(BOOK, TYPE.workbook, workbookPart(worksheet), book),
      part(SHEET, TYPE.worksheet, '', page),
      part(TABLE_PART, TYPE.table),
      part(STYLES_PART, TYPE.styles),
    ],
    [{ id: 'rId1', type: OFFICE_DOCUMENT, target: BOOK, external: false }],
    packed,
  );
  return sheet => {
    const own = contents(sheet);
    return joinZip(
      frame.map(([name, same]) => {
        const content = own.get(name);
        return [name, content === undefined ? same : packed(content)];
      }),
    );
  };
}

const workbookPart = (worksheet: string): string =>
  document(
    xml`<workbook xmlns="${SHEET_NS}" xmlns:r="${RELATIONS_NS}"><sheets><sheet name="Sheet1" sheetId="1" r:id="${worksheet}"/></sheets></workbook>`,
  );

const extent = ({ heads, rows }: DataSheet): string => `A1:${column(heads.length - 1)}${rows.length + 1}`;

/** Styles from 1 carry the number formats of the columns. A gap is a cell that is not there; a zero is a zero. */
function worksheetPart(sheet: DataSheet, table: string): string {
  const text = (reference: string, words: string): Xml =>
    xml`<c r="${reference}" t="inlineStr"><is><t${words !== words.trim() && xml` xml:space="preserve"`}>${words}</t></is></c>`;
  return document(xml`
    <worksheet xmlns="${SHEET_NS}" xmlns:r="${RELATIONS_NS}">
      <dimension ref="${extent(sheet)}"/>
      <sheetData>
        <row r="1">${sheet.heads.map((head, index) => text(`${column(index)}1`, head))}</row>
        ${sheet.rows.map(
          ({ label, values }, row) => xml`
            <row r="${row + 2}">
              ${label !== '' && text(`A${row + 2}`, label)}
              ${values.map((value, index) => value !== null && xml`<c r="${column(index + 1)}${row + 2}" s="${styleOf(sheet, index)}"><v>${value}</v></c>`)}
            </row>`,
        )}
      </sheetData>
      <tableParts count="1"><tablePart r:id="${table}"/></tableParts>
    </worksheet>`);
}

const tablePart = (sheet: DataSheet): string =>
  document(xml`
    <table xmlns="${SHEET_NS}" id="1" name="Table1" displayName="Table1" ref="${extent(sheet)}" totalsRowShown="0">
      <tableColumns count="${sheet.heads.length}">
        ${sheet.heads.map((head, index) => xml`<tableColumn id="${index + 1}" name="${head}"/>`)}
      </tableColumns>
      <tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/>
    </table>`);

/** Each format once, in the order of the columns. */
const formatsOf = ({ formats }: DataSheet): readonly string[] => [...new Set(formats)];

const styleOf = (sheet: DataSheet, column: number): number => formatsOf(sheet).indexOf(sheet.formats[column]!) + 1;

/** Formats of one's own are numbered from 164 (ECMA-376 part 1, 18.8.30). */
function stylesPart(sheet: DataSheet): string {
  const formats = formatsOf(sheet).map((code, index) => ({ code, id: code === 'General' ? 0 : 164 + index }));
  const own = formats.filter(({ id }) => id > 0);
  return document(xml`
    <styleSheet xmlns="${SHEET_NS}">
      ${own.length > 0 && xml`<numFmts count="${own.length}">${own.map(({ code, id }) => xml`<numFmt numFmtId="${id}" formatCode="${code}"/>`)}</numFmts>`}
      <fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>
      <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
      <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
      <cellXfs count="${formats.length + 1}">
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        ${formats.map(({ id }) => xml`<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`)}
      </cellXfs>
      <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
    </styleSheet>`);
}

/** A category without a name is an empty cell, and a point that is not there. */
export const labelPoints = ({ rows }: DataSheet): readonly Xml[] =>
  rows.flatMap(({ label }, index) => (label === '' ? [] : [xml`<c:pt idx="${index}"><c:v>${label}</c:v></c:pt>`]));

/** The caches of a chart part, from the same sheet. */
export const caches = {
  head: (series: number, { heads }: DataSheet): Xml => xml`
    <c:strRef>
      <c:f>${references.head(series)}</c:f>
      <c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${heads[series + 1]!}</c:v></c:pt></c:strCache>
    </c:strRef>`,
  labelCells: references.labels,
  labels: (sheet: DataSheet): Xml => xml`
    <c:strRef>
      <c:f>${references.labels(sheet)}</c:f>
      <c:strCache>
        <c:ptCount val="${sheet.rows.length}"/>
        ${labelPoints(sheet)}
      </c:strCache>
    </c:strRef>`,
  values: (series: number, sheet: DataSheet): Xml => xml`
    <c:numRef>
      <c:f>${references.values(series, sheet)}</c:f>
      <c:numCache>
        <c:formatCode>${sheet.formats[series]!}</c:formatCode>
        <c:ptCount val="${sheet.rows.length}"/>
        ${sheet.rows.map(({ values }, index) => {
          const value = values[series] ?? null;
          return value !== null && xml`<c:pt idx="${index}"><c:v>${decimal(value)}</c:v></c:pt>`;
        })}
      </c:numCache>
    </c:numRef>`,
};
