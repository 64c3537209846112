/**
 * Step 2: the drawing calls to pptxgenjs, and what it drew. The only file that knows that library; it gets clean text, numbers in
 * inches and fresh objects (it writes into its arguments), never a path or an address, and writes once, uncompressed.
 */
import type Pptxgenjs from 'pptxgenjs';
import type { ColourToken, Page } from '../../model/brand.ts';
import type { Geometry, LaidRun, Stroke } from '../../model/scene.ts';
import { POINTS_PER_INCH, type Points, type Rect } from '../../model/units.ts';
import { readZip } from '../../package/package.ts';
import type { Call, ConnectorCall, DrawnCall, ShapeCall, TableCall } from './calls.ts';
import { DASHES } from './dash.ts';
import { lookOf } from './look.ts';

/** What the library drew, in swatches instead of colours. */
export interface Drawn {
  /** The `a:rPr` of a run. */
  run(run: LaidRun): string;
  /** A shape, line or table with its tags; the table's cells are empty. */
  shape(call: DrawnCall): string;
}

/**
 * Draws shapes, lines and tables one by one, and of all texts each look once: a deck of 1,000 slides has some 10,000 runs in
 * a dozen looks (1,000 slides: 47 ms, with every text 584 ms). All stand on one sheet, a slide to the library and nothing to us.
 */
export async function draw(calls: readonly Call[], page: Page, hex: Hex): Promise<Drawn> {
  // Loaded here, because most commands never write. Its types are those of its CommonJS build.
  const { default: Pptx } = (await import('pptxgenjs')) as unknown as typeof Pptxgenjs;
  const deck = new Pptx();
  deck.defineLayout({ name: page.name, width: inches(page.width), height: inches(page.height) });
  deck.layout = page.name;
  const sheet = deck.addSlide();
  const runs = new Map<string, LaidRun>();
  for (const call of calls) for (const run of runsOf(call)) runs.set(lookOf(run), run);
  const shapes = calls.filter(isDrawn);
  sheet.addText(
    [...runs.values()].map(run => ({ text: 'look', options: runOptions(run, hex) })),
    { objectName: 'looks' },
  );
  shapes.forEach((call, index) => void drawShape(sheet, call, String(index), hex));
  const files = readZip((await deck.write({ outputType: 'uint8array' })) as Uint8Array);
  const text = new TextDecoder().decode(files.get('ppt/slides/slide1.xml'));
  const [looks, drawn] = [cutLooks(text, [...runs.keys()]), cutShapes(text, shapes)];
  return { run: run => looks.get(lookOf(run))!, shape: call => drawn.get(call)! };
}

const isDrawn = (call: Call): call is DrawnCall =>
  call.kind === 'shape' || call.kind === 'table' || call.kind === 'connector';

function runsOf(call: Call): readonly LaidRun[] {
  const paragraphs =
    call.kind === 'text'
      ? call.paragraphs
      : call.kind === 'shape'
        ? (call.words?.paragraphs ?? [])
        : call.kind === 'table'
          ? call.rows.flatMap(row => row.cells.flatMap(cell => cell.paragraphs))
          : [];
  return paragraphs.flatMap(paragraph => paragraph.runs.filter(run => run.kind === 'run'));
}

/** Seven digits: 960 points are 13.3333333 in and then 12,192,000 EMU; with three they would be 12,191,695. */
const inches = (points: Points): number => Math.round((points / POINTS_PER_INCH) * 1e7) / 1e7;

const place = ({ x, y, width, height }: Rect) => ({ x: inches(x), y: inches(y), w: inches(width), h: inches(height) });

type Sheet = Pptxgenjs.default.Slide;
type TableCell = Pptxgenjs.default.TableCell;
type ShapeName = Pptxgenjs.default.SHAPE_NAME;
type Hex = (token: ColourToken) => string;

/**
 * All that the library can say of a run. Alignment, bullets, spacing and breaks are not its business: it would open a paragraph
 * at each, and write the paragraph's properties once a run.
 */
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

function drawShape(sheet: Sheet, call: DrawnCall, objectName: string, hex: Hex): Sheet {
  switch (call.kind) {
    case 'shape':
      return drawGeometry(sheet, call, objectName, hex);
    case 'table':
      return drawTable(sheet, call, objectName, hex);
    case 'connector':
      return drawConnector(sheet, call, objectName, hex);
  }
}

const PRESETS: Readonly<Record<Geometry, 'rect' | 'ellipse' | 'chevron' | 'diamond' | 'triangle' | 'pie'>> = {
  rectangle: 'rect',
  ellipse: 'ellipse',
  chevron: 'chevron',
  diamond: 'diamond',
  triangle: 'triangle',
  quarter: 'pie',
  half: 'pie',
  'three-quarters': 'pie',
};

/** Where parts of a disc end, in degrees clockwise from three o'clock; they begin at the top. */
const PIE_ENDS: Readonly<Partial<Record<Geometry, number>>> = { quarter: 0, half: 90, 'three-quarters': 180 };

const drawGeometry = (sheet: Sheet, call: ShapeCall, objectName: string, hex: Hex): Sheet =>
  sheet.addShape(PRESETS[call.geometry] as ShapeName, {
    objectName,
    ...place(call.frame),
    ...(call.geometry in PIE_ENDS && { angleRange: [270, PIE_ENDS[call.geometry]!] as [number, number] }),
    ...(call.fill !== null && { fill: { color: hex(call.fill) } }),
    ...(call.stroke !== null && { line: lineOf(call.stroke, hex) }),
  });

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
        text: '',
        options: {
          margin,
          colspan: cell.columnSpan,
          rowspan: cell.rowSpan,
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

/** The properties of the runs, which stand in the order of their looks before all shapes. */
function cutLooks(text: string, looks: readonly string[]): ReadonlyMap<string, string> {
  let at = 0;
  const cut = (look: string): readonly [string, string] => {
    const start = text.indexOf('<a:rPr', at);
    at = text.indexOf(RUN_END, start) + RUN_END.length;
    if (start < 0) throw new Error(`pptxgenjs did not draw a run of ${look}`);
    return [look, text.slice(start, at)];
  };
  return new Map(looks.map(cut));
}

const RUN_END = '</a:rPr>';

/** The shapes, which stand in the order of the calls; the names that we gave prove it. */
function cutShapes(text: string, calls: readonly DrawnCall[]): ReadonlyMap<DrawnCall, string> {
  let at = text.indexOf('</p:sp>');
  const cut = (call: DrawnCall, index: number): readonly [DrawnCall, string] => {
    const tag = call.kind === 'table' ? 'p:graphicFrame' : 'p:sp';
    const start = text.indexOf(`<${tag}>`, at);
    at = text.indexOf(`</${tag}>`, start) + tag.length + 3;
    const shape = text.slice(start, at);
    const name = ` name="${index}"`;
    if (start < 0 || shape.indexOf(name) !== shape.indexOf(' name="'))
      throw new Error(`pptxgenjs did not draw ${call.name}`);
    return [call, shape];
  };
  return new Map(calls.map(cut));
}
