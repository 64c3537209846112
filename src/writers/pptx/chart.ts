/** Chart parts of our own writing: the library's are invalid in all kinds but three (POWERPOINT.md). */
import type { NativeAxis, NativeForm, NativePlot } from '../../charts/charts.ts';
import type { ChartItem } from '../../model/scene.ts';
import { bottom, type Rect, right } from '../../model/units.ts';
import { document, NO_XML, type Relations, raw, type Xml, xml } from '../../package/package.ts';
import { solid } from './colour.ts';
import { CHART_NS, DRAWING_NS, PACKAGE, RELATIONS_NS } from './names.ts';
import { type Ink, numberFormat, seriesXml, textProperties } from './series.ts';
import { hundredths } from './units.ts';
import type { DataSheet } from './workbook.ts';

export interface ChartContext extends Ink {
  readonly native: NativeForm;
  /** The part of the workbook. */
  readonly workbook: string;
  /** The relationship to shapes drawn over the chart (reference lines); null for none. */
  readonly overlay: string | null;
  readonly relations: Relations;
}

/** The chart part of an item; its data are the sheet's. */
export function chartPart(item: ChartItem, sheet: DataSheet, context: ChartContext): string {
  const { relations, workbook, overlay, native } = context;
  return document(xml`
    <c:chartSpace xmlns:c="${CHART_NS}" xmlns:a="${DRAWING_NS}" xmlns:r="${RELATIONS_NS}">
      <c:date1904 val="0"/><c:roundedCorners val="0"/>
      <c:chart>
        <c:autoTitleDeleted val="1"/>
        <c:plotArea>
          ${layoutXml(item.plot, item.frame, true)}
          ${native.plots.map((plot, index) => plotXml(plot, index, item, sheet, context))}
          ${native.axes.map(axis => axisXml(axis, item, context))}
          <c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>
        </c:plotArea>
        ${legendXml(item, context)}
        <c:plotVisOnly val="1"/><c:dispBlanksAs val="${native.blanks}"/>
      </c:chart>
      <c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>
      ${textProperties('label', item.sizes.label, context)}
      <c:externalData r:id="${relations.to(PACKAGE, workbook)}"><c:autoUpdate val="0"/></c:externalData>
      ${overlay !== null && xml`<c:userShapes r:id="${overlay}"/>`}
    </c:chartSpace>`);
}

/** The inner plot area is pinned, so that bars stand where the preview shows them (measured: within 0.016 in in LibreOffice). */
function layoutXml(plot: Rect, frame: Rect, inner: boolean): Xml {
  const share = (value: number) => Math.round(value * 1e6) / 1e6;
  return xml`
    <c:layout>
      <c:manualLayout>
        ${inner && xml`<c:layoutTarget val="inner"/>`}<c:xMode val="edge"/><c:yMode val="edge"/>
        <c:x val="${share((plot.x - frame.x) / frame.width)}"/><c:y val="${share((plot.y - frame.y) / frame.height)}"/>
        <c:w val="${share(plot.width / frame.width)}"/><c:h val="${share(plot.height / frame.height)}"/>
      </c:manualLayout>
    </c:layout>`;
}

/**
 * The names of several series in a row above the plot, where the preview has them: a legend, so that they follow the data. It gets a
 * quarter more room than was measured, because PowerPoint drops names that do not fit.
 */
function legendXml({ frame, plot, drawing, sizes, overlay }: ChartItem, context: ChartContext): Xml | false {
  const names = drawing.filter(item => /^series \d+ (patch|name)$/.test(item.name) && !overlay.has(item.name));
  if (names.length === 0) return false;
  const width = Math.max(0, ...names.map(item => right(item.frame) - frame.x)) * 1.25;
  const height = Math.max(0, ...names.map(item => bottom(item.frame) - frame.y), sizes.label);
  const area = { x: frame.x, y: frame.y, width: Math.min(width || plot.width, frame.width), height };
  return xml`
    <c:legend>
      <c:legendPos val="t"/>
      ${layoutXml(area, frame, false)}
      <c:overlay val="0"/>
      ${textProperties('axis', sizes.label, context, 'ink')}
    </c:legend>`;
}

/** Series are numbered through all plots of a chart. */
function plotXml(plot: NativePlot, index: number, item: ChartItem, sheet: DataSheet, context: ChartContext): Xml {
  const { element } = plot;
  const before = context.native.plots.slice(0, index).reduce((count, { series }) => count + series.length, 0);
  const settings = (list: NativePlot['before']) => list.map(([name, value]) => xml`<c:${raw(name)} val="${value}"/>`);
  const own = { ...context, item, sheet, element };
  return xml`
    <c:${raw(element)}>
      ${settings(plot.before)}
      ${plot.series.map((series, at) => seriesXml(series, before + at, own))}
      ${settings(plot.after)}
      ${plot.axes.map(id => xml`<c:axId val="${id}"/>`)}
    </c:${raw(element)}>`;
}

function axisXml(axis: NativeAxis, item: ChartItem, context: ChartContext): Xml {
  const { paint } = context;
  const { kind, bounds, line, gridlines, shown } = axis;
  const isValue = kind === 'value';
  const range = bounds !== null && xml`<c:max val="${bounds.maximum}"/><c:min val="${bounds.minimum}"/>`;
  const hairline = xml`<c:majorGridlines><c:spPr><a:ln w="9525">${solid(paint('hairline'))}</a:ln></c:spPr></c:majorGridlines>`;
  return xml`
    <c:${raw(isValue ? 'valAx' : 'catAx')}>
      <c:axId val="${axis.id}"/>
      <c:scaling><c:orientation val="${axis.reversed ? 'maxMin' : 'minMax'}"/>${range}</c:scaling>
      <c:delete val="${shown ? 0 : 1}"/><c:axPos val="${axis.position}"/>
      ${gridlines && hairline}
      ${axis.title !== null && titleXml(axis.title, item, context)}
      ${numberFormat(axis.numberFormat)}
      <c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${!axis.labels ? 'none' : isValue ? 'nextTo' : 'low'}"/>
      ${shown && xml`<c:spPr>${line === null ? xml`<a:ln><a:noFill/></a:ln>` : xml`<a:ln w="12700">${solid(paint(line))}</a:ln>`}</c:spPr>`}
      ${shown && textProperties('axis', item.sizes.label, context, isValue ? undefined : 'ink')}
      <c:crossAx val="${axis.crosses}"/><c:crosses val="${axis.meets}"/>
      ${isValue ? valueSteps(axis) : categorySteps(item.categoryStep)}
    </c:${raw(isValue ? 'valAx' : 'catAx')}>`;
}

const valueSteps = ({ between, bounds }: NativeAxis): Xml =>
  xml`<c:crossBetween val="${between ? 'between' : 'midCat'}"/>${bounds !== null && bounds.step > 0 && xml`<c:majorUnit val="${bounds.step}"/>`}`;

const categorySteps = (step: number): Xml =>
  xml`<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>${step > 1 && xml`<c:tickLblSkip val="${step}"/>`}<c:noMultiLvlLbl val="1"/>`;

/** Lies where the preview has it. */
function titleXml(name: string, { drawing, frame, sizes }: ChartItem, context: ChartContext): Xml {
  const text = drawing.find(item => item.name === name);
  if (text?.kind !== 'text') return NO_XML;
  const { bold, colour } = context.brand.type.axis;
  const words = text.paragraphs[0]!.runs.map(run => (run.kind === 'run' ? run.text : ' ')).join('');
  const share = (value: number) => Math.round(value * 1e6) / 1e6;
  return xml`
    <c:title>
      <c:tx>
        <c:rich>
          <a:bodyPr rot="0" vert="horz"/><a:lstStyle/>
          <a:p>
            <a:pPr><a:defRPr sz="${hundredths(sizes.label)}" b="${bold ? 1 : 0}">${solid(context.paint(colour))}</a:defRPr></a:pPr>
            <a:r><a:rPr lang="${text.paragraphs[0]!.runs.find(run => run.kind === 'run')!.language}" sz="${hundredths(sizes.label)}" b="${bold ? 1 : 0}">${solid(context.paint(colour))}</a:rPr><a:t>${words}</a:t></a:r>
          </a:p>
        </c:rich>
      </c:tx>
      <c:layout>
        <c:manualLayout>
          <c:xMode val="edge"/><c:yMode val="edge"/>
          <c:x val="${share((text.frame.x - frame.x) / frame.width)}"/><c:y val="${share((text.frame.y - frame.y) / frame.height)}"/>
        </c:manualLayout>
      </c:layout>
      <c:overlay val="0"/>
    </c:title>`;
}
