/** The shape tree of a slide or a layout: what the library drew, and what it cannot draw, with ids, names, placeholders and alternative texts. */
import type { LayoutName } from '../../model/brand.ts';
import { bottom, type Rect, right } from '../../model/units.ts';
import { attr, NO_XML, type Relations, raw, type Xml, xml } from '../../package/package.ts';
import {
  type Call,
  type ChartCall,
  type ConnectorCall,
  type DrawnCall,
  everyCall,
  type FreeformCall,
  type GroupCall,
  type PictureCall,
  type ShapeCall,
  type TextCall,
} from './calls.ts';
import { hatched, type Paint, type Swatches, solid } from './colour.ts';
import { connectionSite, type Ports, portedXml, portsOf } from './connection.ts';
import { elbowXml } from './elbow.ts';
import { geometryXml } from './freeform.ts';
import type { Media } from './media.ts';
import { CHART, CHART_NS, IMAGE } from './names.ts';
import { placeholderXml } from './placeholder.ts';
import { tableXml } from './table.ts';
import { paragraphsXml, type TextContext } from './text.ts';
import { emu } from './units.ts';

/** Where a tree is written: the slide or layout that owns it, and the deck around it. */
export interface TreeContext extends TextContext {
  readonly layout: LayoutName;
  readonly relations: Relations;
  readonly paint: Paint;
  readonly swatches: Swatches;
  /** What the library drew of a call. */
  shape(call: DrawnCall): string;
  readonly media: Media;
  /** The name of the part that a chart becomes. */
  chart(call: ChartCall): string;
  /** The GUID of the brand's table style. */
  readonly tableStyle: string;
}

export interface Tree {
  readonly shapes: Xml;
  /** Every shape by its id on the slide, groups before what they hold. */
  readonly ids: ReadonlyMap<Call, number>;
}

/** The root of every tree has id 1. */
const FIRST_ID = 2;

/** Shapes numbered in reading order from `first`: the library numbers tables and slide numbers a second time (PptxGenJS #1532). */
export function treeOf(calls: readonly Call[], context: TreeContext, first = FIRST_ID): Tree {
  const every = everyCall(calls);
  const ids = new Map(every.map((call, index) => [call, first + index]));
  const named = new Map(every.map(call => [call.name, call]));
  const shapes = { ...context, ids, named, ports: portsOf(every) };
  return { shapes: xml`${calls.map(call => shapeXml(call, shapes))}`, ids };
}

interface Shapes extends TreeContext {
  readonly ids: ReadonlyMap<Call, number>;
  readonly named: ReadonlyMap<string, Call>;
  readonly ports: Ports;
}

function shapeXml(call: Call, shapes: Shapes): Xml {
  switch (call.kind) {
    case 'group':
      return groupXml(call, shapes);
    case 'text':
      return textXml(call, shapes);
    case 'shape':
      return plainXml(call, shapes);
    case 'freeform':
      return freeformXml(call, shapes);
    case 'connector':
      return connectorXml(call, shapes);
    case 'picture':
      return pictureXml(call, shapes);
    case 'chart':
      return frameXml(call, shapes, chartGraphic(call, shapes));
    case 'table':
      return frameXml(call, shapes, tableXml(call, shapes.shape(call), shapes));
  }
}

const DECORATIVE = xml`
  <a:extLst>
    <a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">
      <adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>
    </a:ext>
  </a:extLst>`;

/** Id, name and alternative text; an empty one marks decoration, which a screen reader passes over. */
function named(call: Call, { ids }: Shapes, link: Xml = NO_XML): Xml {
  const description = call.alt === null || call.alt === '' ? null : call.alt;
  const attributes = xml` id="${ids.get(call)!}" name="${call.name}"${attr('descr', description)}`;
  if (call.alt !== '' && link === NO_XML) return xml`<p:cNvPr${attributes}/>`;
  return xml`<p:cNvPr${attributes}>${link}${call.alt === '' && DECORATIVE}</p:cNvPr>`;
}

/** Where a text leads that is one page number and nothing else: the link is the shape's, since words that are links are underlined. */
function pageLink({ paragraphs }: TextCall): string | null {
  const only = paragraphs.length === 1 && paragraphs[0]!.runs.length === 1 ? paragraphs[0]!.runs[0]! : null;
  return only?.kind === 'run' && only.field === 'page-of' ? only.href : null;
}

const unlinked = (paragraphs: TextCall['paragraphs']): TextCall['paragraphs'] =>
  paragraphs.map(paragraph => ({
    ...paragraph,
    runs: paragraph.runs.map(run => (run.kind === 'run' ? { ...run, href: null } : run)),
  }));

const tied = (call: Call, { layout }: Shapes): Xml =>
  call.placeholder === null ? xml`<p:nvPr/>` : xml`<p:nvPr>${placeholderXml(call.placeholder.name, layout)}</p:nvPr>`;

/** What stands between two tags of drawn XML, tags included. */
function cut(drawn: string, from: string, to: string): string {
  const start = drawn.indexOf(from);
  return drawn.slice(start, drawn.indexOf(to, start) + to.length);
}

/** A frame in EMU; a whole slide is 12,192,000 wide. */
export const transform = (tag: 'a:xfrm' | 'p:xfrm', { x, y, width, height }: Rect): Xml => xml`
  <${raw(tag)}>
    <a:off x="${emu(x)}" y="${emu(y)}"/>
    <a:ext cx="${emu(width)}" cy="${emu(height)}"/>
  </${raw(tag)}>`;

/** Whether the layout already puts it there: then the slide says nothing, and follows when the layout is changed. */
function isInherited({ frame, placeholder }: Call): boolean {
  if (placeholder === null) return false;
  const given = placeholder.given.frame;
  return (['x', 'y', 'width', 'height'] as const).every(side => emu(frame[side]) === emu(given[side]));
}

const ANCHORS = { top: 't', middle: 'ctr', bottom: 'b' } as const;
export const anchorOf = (anchor: TextCall['anchor']): string => ANCHORS[anchor];

/** What a text outside of any placeholder inherits. */
const NOTHING = {};

function textXml(call: TextCall, shapes: Shapes): Xml {
  const given = call.placeholder?.given ?? null;
  const anchor = call.anchor === given?.anchor ? null : anchorOf(call.anchor);
  const body =
    given === null
      ? xml`<a:bodyPr wrap="${call.wrap ? 'square' : 'none'}" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"${attr('anchor', anchor)}>`
      : xml`<a:bodyPr${!call.wrap && xml` wrap="none"`}${attr('anchor', anchor)}>`;
  const locks = given === null ? xml`<p:cNvSpPr txBox="1"/>` : xml`<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>`;
  const properties =
    given === null
      ? xml`<p:spPr>${transform('a:xfrm', call.frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>`
      : isInherited(call)
        ? xml`<p:spPr/>`
        : xml`<p:spPr>${transform('a:xfrm', call.frame)}</p:spPr>`;
  const page = pageLink(call);
  const words = page === null ? call.paragraphs : unlinked(call.paragraphs);
  return xml`
    <p:sp>
      <p:nvSpPr>${named(call, shapes, page === null ? NO_XML : shapes.link(page))}${locks}${tied(call, shapes)}</p:nvSpPr>
      ${properties}
      <p:txBody>${body}<a:noAutofit/></a:bodyPr><a:lstStyle/>
        ${paragraphsXml(words, given ?? NOTHING, shapes)}
      </p:txBody>
    </p:sp>`;
}

/** An empty text is written all the same: some PowerPoints repair a shape without one (PptxGenJS #1441). */
const NO_TEXT = xml`<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>`;

function plainXml(call: ShapeCall, shapes: Shapes): Xml {
  const drawn = shapes.swatches.bind(cut(shapes.shape(call), '<p:spPr>', '</p:spPr>'));
  const paint = call.fill === null ? null : shapes.paint(call.fill);
  const filled = call.hatched && paint !== null ? drawn.replace(solid(paint).xml, hatched(paint).xml) : drawn;
  const lined = filled.replace('<a:ln></a:ln>', '<a:ln><a:noFill/></a:ln>');
  const ports = shapes.ports.get(call.name);
  const ported = ports === undefined ? lined : lined.replace(PRESET, portedXml(call.frame, ports).xml);
  return xml`
    <p:sp>
      <p:nvSpPr>${named(call, shapes)}<p:cNvSpPr/>${tied(call, shapes)}</p:nvSpPr>
      ${raw(ported)}
      ${call.words === null ? NO_TEXT : wordsXml(call, call.words, shapes)}
    </p:sp>`;
}

const PRESET = /<a:prstGeom[\s\S]*<\/a:prstGeom>/;

/** Words typed into a shape: where their frame is narrower than the shape's own room for text, the rest are insets. */
function wordsXml(
  call: ShapeCall,
  { frame, anchor, wrap, paragraphs }: NonNullable<ShapeCall['words']>,
  shapes: Shapes,
): Xml {
  const room = textRoom(call);
  const inset = (points: number) => emu(Math.max(0, points));
  const insets = xml` lIns="${inset(frame.x - room.x)}" tIns="${inset(frame.y - room.y)}" rIns="${inset(right(room) - right(frame))}" bIns="${inset(bottom(room) - bottom(frame))}"`;
  return xml`
      <p:txBody>
        <a:bodyPr wrap="${wrap ? 'square' : 'none'}"${insets} rtlCol="0" anchor="${anchorOf(anchor)}"><a:noAutofit/></a:bodyPr><a:lstStyle/>
        ${paragraphsXml(paragraphs, NOTHING, shapes)}
      </p:txBody>`;
}

/** A preset's own rectangle for text (ECMA-376 part 1, `presetShapeDefinitions.xml`): of a disc, the square within it. */
function textRoom({ geometry, frame }: ShapeCall): Rect {
  const { x, y, width, height } = frame;
  const share = geometry === 'ellipse' ? 0.5 - Math.SQRT1_2 / 2 : geometry === 'diamond' ? 0.25 : 0;
  if (geometry === 'triangle') return { x: x + width / 4, y: y + height / 2, width: width / 2, height: height / 2 };
  return {
    x: x + share * width,
    y: y + share * height,
    width: width * (1 - 2 * share),
    height: height * (1 - 2 * share),
  };
}

const freeformXml = (call: FreeformCall, shapes: Shapes): Xml => xml`
  <p:sp>
    <p:nvSpPr>${named(call, shapes)}<p:cNvSpPr/>${tied(call, shapes)}</p:nvSpPr>
    <p:spPr>
      ${transform('a:xfrm', call.frame)}
      ${geometryXml(call.outline)}
      ${solid(shapes.paint(call.fill))}
      <a:ln><a:noFill/></a:ln>
    </p:spPr>
    ${NO_TEXT}
  </p:sp>`;

/** Where a shape stands, and its geometry. */
const PLACED = /<a:xfrm[\s\S]*<\/a:prstGeom>/;

/** The library draws a line as a shape; only a connector can stay glued to others. */
function connectorXml(call: ConnectorCall, shapes: Shapes): Xml {
  const [corner] = call.corners;
  const drawn = shapes.swatches.bind(cut(shapes.shape(call), '<p:spPr>', '</p:spPr>')).replace('<a:noFill/>', '');
  const routed =
    corner === undefined
      ? drawn.replace('prst="line"', 'prst="straightConnector1"')
      : drawn.replace(PLACED, elbowXml(call, corner).xml);
  const glue = (tag: 'a:stCxn' | 'a:endCxn', end: ConnectorCall['from']): Xml => {
    const target = end.item === null ? undefined : shapes.named.get(end.item);
    const site = target === undefined ? null : connectionSite(target, end, shapes.ports);
    return site === null ? NO_XML : xml`<${raw(tag)} id="${shapes.ids.get(target!)!}" idx="${site}"/>`;
  };
  return xml`
    <p:cxnSp>
      <p:nvCxnSpPr>
        ${named(call, shapes)}
        <p:cNvCxnSpPr>${glue('a:stCxn', call.from)}${glue('a:endCxn', call.to)}</p:cNvCxnSpPr>
        <p:nvPr/>
      </p:nvCxnSpPr>
      ${raw(routed)}
    </p:cxnSp>`;
}

function groupXml(call: GroupCall, shapes: Shapes): Xml {
  const { x, y, width, height } = call.frame;
  const [left, top, wide, high] = [emu(x), emu(y), emu(width), emu(height)];
  return xml`
    <p:grpSp>
      <p:nvGrpSpPr>${named(call, shapes)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>
      <p:grpSpPr>
        <a:xfrm>
          <a:off x="${left}" y="${top}"/><a:ext cx="${wide}" cy="${high}"/>
          <a:chOff x="${left}" y="${top}"/><a:chExt cx="${wide}" cy="${high}"/>
        </a:xfrm>
      </p:grpSpPr>
      ${call.calls.map(child => shapeXml(child, shapes))}
    </p:grpSp>`;
}

function pictureXml(call: PictureCall, shapes: Shapes): Xml {
  const { raster, vector } = shapes.media.of(call.file);
  const embed = (part: string) => shapes.relations.to(IMAGE, part);
  const share = (value: number) => (value === 0 ? null : Math.round(value * 100_000));
  const { left, top, right, bottom } = call.crop;
  const cropped = [attr('l', share(left)), attr('t', share(top)), attr('r', share(right)), attr('b', share(bottom))];
  return xml`
    <p:pic>
      <p:nvPicPr>
        ${named(call, shapes)}
        <p:cNvPicPr><a:picLocks${call.placeholder !== null && xml` noGrp="1"`} noChangeAspect="1"/></p:cNvPicPr>
        ${tied(call, shapes)}
      </p:nvPicPr>
      <p:blipFill>
        <a:blip r:embed="${embed(raster)}">${vector !== null && vectorXml(embed(vector))}</a:blip>
        ${cropped.some(edge => edge !== NO_XML) && xml`<a:srcRect${cropped}/>`}
        <a:stretch><a:fillRect/></a:stretch>
      </p:blipFill>
      ${
        isInherited(call)
          ? xml`<p:spPr/>`
          : xml`<p:spPr>${transform('a:xfrm', call.frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`
      }
    </p:pic>`;
}

/** The drawing itself beside its raster, for the versions that can show it (2016 and later). */
const vectorXml = (id: string): Xml => xml`
  <a:extLst>
    <a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">
      <asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${id}"/>
    </a:ext>
  </a:extLst>`;

/** Tables and charts always carry their frame: the schema asks for it, in a placeholder too (ECMA-376 part 1, 19.3.1.21). */
function frameXml(call: Call, shapes: Shapes, graphic: Xml): Xml {
  return xml`
    <p:graphicFrame>
      <p:nvGraphicFramePr>
        ${named(call, shapes)}
        <p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>
        ${tied(call, shapes)}
      </p:nvGraphicFramePr>
      ${transform('p:xfrm', call.frame)}
      <a:graphic>${graphic}</a:graphic>
    </p:graphicFrame>`;
}

const chartGraphic = (call: ChartCall, shapes: Shapes): Xml => xml`
  <a:graphicData uri="${CHART_NS}">
    <c:chart xmlns:c="${CHART_NS}" r:id="${shapes.relations.to(CHART, shapes.chart(call))}"/>
  </a:graphicData>`;
