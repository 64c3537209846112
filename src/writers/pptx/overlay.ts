/** Shapes drawn over a chart, within its part: a reference line and its label. They move and scale with the chart, as its own shapes do. */
import type { Connector, Item, LaidRun, TextBlock } from '../../model/scene.ts';
import type { Rect } from '../../model/units.ts';
import { document, type Part, raw, type Xml, xml } from '../../package/package.ts';
import type { ChartCall } from './calls.ts';
import { type Paint, solid } from './colour.ts';
import { DASHES } from './dash.ts';
import { faces } from './look.ts';
import { CHART_NS, DRAWING_NS, TYPE } from './names.ts';
import { ALIGNS } from './text.ts';
import { anchorOf } from './tree.ts';
import { emu, hundredths } from './units.ts';

type Mark = Connector | TextBlock;

/** The part with what PowerPoint's chart does not draw itself; null where there is none. A reference line could be no series: bars and a scatter share no axes. */
export function overlayPart({ item }: ChartCall, paint: Paint, name: string): Part | null {
  const marks = item.drawing.filter(isMark).filter(({ name }) => item.overlay.has(name));
  if (marks.length === 0) return null;
  const content = document(xml`
    <c:userShapes xmlns:c="${CHART_NS}" xmlns:a="${DRAWING_NS}" xmlns:cdr="${CHART_DRAWING_NS}">
      ${marks.map((mark, index) => (mark.kind === 'connector' ? lineXml(mark, index + 1, item.frame, paint) : labelXml(mark, index + 1, item.frame, paint)))}
    </c:userShapes>`);
  return { name, type: TYPE.chartShapes, content, relationships: [] };
}

const CHART_DRAWING_NS = 'http://schemas.openxmlformats.org/drawingml/2006/chartDrawing';

const isMark = (item: Item): item is Mark => item.kind === 'connector' || item.kind === 'text';

/** Places in a chart are shares of its frame. */
function anchored(rect: Rect, frame: Rect, shape: Xml): Xml {
  const share = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1e5) / 1e5;
  const corner = (tag: string, x: number, y: number) =>
    xml`<cdr:${raw(tag)}><cdr:x>${share((x - frame.x) / frame.width)}</cdr:x><cdr:y>${share((y - frame.y) / frame.height)}</cdr:y></cdr:${raw(tag)}>`;
  return xml`
    <cdr:relSizeAnchor>
      ${corner('from', rect.x, rect.y)}${corner('to', rect.x + rect.width, rect.y + rect.height)}
      ${shape}
    </cdr:relSizeAnchor>`;
}

const transform = ({ x, y, width, height }: Rect, frame: Rect, rising = false): Xml =>
  xml`<a:xfrm${rising && xml` flipV="1"`}><a:off x="${emu(x - frame.x)}" y="${emu(y - frame.y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>`;

function lineXml({ name, from, to, stroke }: Connector, id: number, frame: Rect, paint: Paint): Xml {
  const rect = {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.abs(to.x - from.x),
    height: Math.abs(to.y - from.y),
  };
  const isRising = (to.x - from.x) * (to.y - from.y) < 0;
  return anchored(
    rect,
    frame,
    xml`
      <cdr:cxnSp macro="">
        <cdr:nvCxnSpPr><cdr:cNvPr id="${id}" name="${name}"/><cdr:cNvCxnSpPr/></cdr:nvCxnSpPr>
        <cdr:spPr>
          ${transform(rect, frame, isRising)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>
          <a:ln w="${emu(stroke.width)}">${solid(paint(stroke.colour))}<a:prstDash val="${DASHES[stroke.dash]}"/></a:ln>
        </cdr:spPr>
      </cdr:cxnSp>`,
  );
}

function labelXml(
  { name, frame: rect, paragraphs, anchor, wrap }: TextBlock,
  id: number,
  frame: Rect,
  paint: Paint,
): Xml {
  return anchored(
    rect,
    frame,
    xml`
      <cdr:sp macro="" textlink="">
        <cdr:nvSpPr><cdr:cNvPr id="${id}" name="${name}"/><cdr:cNvSpPr txBox="1"/></cdr:nvSpPr>
        <cdr:spPr>${transform(rect, frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></cdr:spPr>
        <cdr:txBody>
          <a:bodyPr wrap="${wrap ? 'square' : 'none'}" lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchorOf(anchor)}"/>
          <a:lstStyle/>
          ${paragraphs.map(
            ({ align, runs }) =>
              xml`<a:p><a:pPr algn="${ALIGNS[align]}"/>${runs.map(run => run.kind === 'run' && runXml(run, paint))}</a:p>`,
          )}
        </cdr:txBody>
      </cdr:sp>`,
  );
}

const runXml = ({ language, size, bold, colour, face, text }: LaidRun, paint: Paint): Xml => xml`
  <a:r>
    <a:rPr lang="${language}" sz="${hundredths(size)}"${bold && xml` b="1"`}>${solid(paint(colour))}${faces(face)}</a:rPr>
    <a:t>${text}</a:t>
  </a:r>`;
