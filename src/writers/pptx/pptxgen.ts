/**
 * Step 2: the drawing calls to pptxgenjs, and what it drew. The only file that knows that library; it gets clean text, numbers in
 * inches and fresh objects (it writes into its arguments), never a path or an address, and writes once, uncompressed.
 */
import { createRequire } from 'node:module';
import type Pptxgenjs from 'pptxgenjs';
import type { ColourToken, Page } from '../../model/brand.ts';
import type { Geometry, LaidParagraph, LaidRun, Stroke } from '../../model/scene.ts';
import { POINTS_PER_INCH, type Points, type Rect } from '../../model/units.ts';
import { readZip } from '../../package/package.ts';
import type { ConnectorCall, DrawnCall, ShapeCall, TableCall, TextCall } from './calls.ts';

/**
 * Calls on one sheet. A sheet is a slide to the library and nothing to us: shapes are cut out of it one by one. It writes four
 * files a slide, so that many slides' shapes on one sheet take a third of the time (1,000 slides: 104 ms, one by one 341 ms).
 */
const SHEET = 1_000;

/** Draws every call: the XML of each, in swatches instead of colours. */
export async function draw(
  calls: readonly DrawnCall[],
  page: Page,
  hex: (token: ColourToken) => string,
): Promise<ReadonlyMap<DrawnCall, string>> {
  const drawn = new Map<DrawnCall, string>();
  if (calls.length === 0) return drawn;
  // The CommonJS build: the other is an ES module that Node before 20.19 does not recognise. Loaded here, because most commands never write.
  const Pptx = createRequire(import.meta.url)('pptxgenjs') as typeof Pptxgenjs.default;
  const deck = new Pptx();
  deck.defineLayout({ name: page.name, width: inches(page.width), height: inches(page.height) });
  deck.layout = page.name;
  const sheets: DrawnCall[][] = [];
  for (let at = 0; at < calls.length; at += SHEET) sheets.push(calls.slice(at, at + SHEET));
  for (const sheet of sheets) {
    const slide = deck.addSlide();
    sheet.forEach((call, index) => void drawCall(slide, call, String(index), hex));
  }
  const files = readZip((await deck.write({ outputType: 'uint8array' })) as Uint8Array);
  sheets.forEach((sheet, index) => {
    const text = DECODER.decode(files.get(`ppt/slides/slide${index + 1}.xml`));
    cutOut(text, sheet, drawn);
  });
  return drawn;
}

const DECODER = new TextDecoder();

/** Seven digits: 960 points are 13.3333333 in and then 12,192,000 EMU; with three they would be 12,191,695. */
const inches = (points: Points): number => Math.round((points / POINTS_PER_INCH) * 1e7) / 1e7;

const place = ({ x, y, width, height }: Rect) => ({ x: inches(x), y: inches(y), w: inches(width), h: inches(height) });

type Sheet = Pptxgenjs.default.Slide;
type TextProps = Pptxgenjs.default.TextProps;
type TableCell = Pptxgenjs.default.TableCell;
type ShapeName = Pptxgenjs.default.SHAPE_NAME;
type Hex = (token: ColourToken) => string;

function drawCall(sheet: Sheet, call: DrawnCall, objectName: string, hex: Hex): Sheet {
  switch (call.kind) {
    case 'text':
      return drawText(sheet, call, objectName, hex);
    case 'shape':
      return drawShape(sheet, call, objectName, hex);
    case 'table':
      return drawTable(sheet, call, objectName, hex);
    case 'connector':
      return drawConnector(sheet, call, objectName, hex);
  }
}

const drawText = (sheet: Sheet, call: TextCall, objectName: string, hex: Hex): Sheet =>
  sheet.addText(texts(call.paragraphs, hex), { objectName, ...place(call.frame), isTextBox: true });

/**
 * Runs with all that the library can say of them. Alignment, bullets, spacing and breaks are not its business: it would open a
 * paragraph at each, and write the paragraph's properties once a run.
 */
function texts(paragraphs: readonly LaidParagraph[], hex: Hex): TextProps[] {
  return paragraphs.flatMap((paragraph): TextProps[] => {
    const runs = paragraph.runs.filter(run => run.kind === 'run');
    if (runs.length === 0) return [{ text: '', options: { breakLine: true } }];
    return runs.map((run, index) => ({
      text: run.text,
      options: { ...runOptions(run, hex), breakLine: index === runs.length - 1 },
    }));
  });
}

const runOptions = (run: LaidRun, hex: Hex) => ({
  fontSize: run.size,
  bold: run.bold,
  italic: run.italic,
  superscript: run.position === 'superscript',
  subscript: run.position === 'subscript',
  color: hex(run.colour),
  fontFace: run.face === 'major' ? '+mj-lt' : '+mn-lt',
  lang: run.language,
});

const PRESETS: Readonly<Record<Geometry, 'rect' | 'ellipse' | 'chevron' | 'diamond' | 'triangle'>> = {
  rectangle: 'rect',
  ellipse: 'ellipse',
  chevron: 'chevron',
  diamond: 'diamond',
  triangle: 'triangle',
};

const drawShape = (sheet: Sheet, call: ShapeCall, objectName: string, hex: Hex): Sheet =>
  sheet.addShape(PRESETS[call.geometry] as ShapeName, {
    objectName,
    ...place(call.frame),
    ...(call.fill !== null && { fill: { color: hex(call.fill) } }),
    ...(call.stroke !== null && { line: lineOf(call.stroke, hex) }),
  });

const DASHES = { solid: 'solid', dashed: 'dash', dotted: 'sysDot' } as const;

const lineOf = ({ colour, width, dash }: Stroke, hex: Hex) => ({ color: hex(colour), width, dashType: DASHES[dash] });

const drawConnector = (sheet: Sheet, call: ConnectorCall, objectName: string, hex: Hex): Sheet =>
  sheet.addShape('line' as ShapeName, {
    objectName,
    ...place({
      x: Math.min(call.from.x, call.to.x),
      y: Math.min(call.from.y, call.to.y),
      width: Math.abs(call.to.x - call.from.x),
      height: Math.abs(call.to.y - call.from.y),
    }),
    flipH: call.to.x < call.from.x,
    flipV: call.to.y < call.from.y,
    line: { ...lineOf(call.stroke, hex), ...(call.arrow === 'end' && { endArrowType: 'triangle' as const }) },
  });

function drawTable(sheet: Sheet, call: TableCall, objectName: string, hex: Hex): Sheet {
  const { horizontal, vertical } = call.padding;
  const margin: [number, number, number, number] = [
    inches(vertical),
    inches(horizontal),
    inches(vertical),
    inches(horizontal),
  ];
  const border = (stroke: Stroke | null) =>
    stroke === null
      ? { type: 'none' as const }
      : {
          type: stroke.dash === 'solid' ? ('solid' as const) : ('dash' as const),
          pt: stroke.width,
          color: hex(stroke.colour),
        };
  const rows = call.rows.map(row =>
    row.cells.map(
      (cell): TableCell => ({
        text: texts(cell.paragraphs, hex) as TableCell[],
        options: {
          margin,
          colspan: cell.span,
          valign: cell.anchor,
          border: [border(cell.above), border(null), border(cell.below), border(null)],
          ...(cell.fill !== null && { fill: { color: hex(cell.fill) } }),
        },
      }),
    ),
  );
  return sheet.addTable(rows, {
    objectName,
    ...place(call.frame),
    colW: call.columns.map(inches),
    rowH: call.rows.map(row => inches(row.height)),
  });
}

/** Cuts a sheet into its shapes, which stand in the order of the calls; the names that we gave prove it. */
function cutOut(text: string, sheet: readonly DrawnCall[], drawn: Map<DrawnCall, string>): void {
  let at = text.indexOf('</p:grpSpPr>');
  sheet.forEach((call, index) => {
    const tag = call.kind === 'table' ? 'p:graphicFrame' : 'p:sp';
    const start = text.indexOf(`<${tag}>`, at);
    at = text.indexOf(`</${tag}>`, start) + tag.length + 3;
    const shape = text.slice(start, at);
    const name = ` name="${index}"`;
    if (start < 0 || shape.indexOf(name) !== shape.indexOf(' name="'))
      throw new Error(`pptxgenjs did not draw ${call.name}`);
    drawn.set(call, shape);
  });
}
