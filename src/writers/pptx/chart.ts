/** Chart parts of our own writing: the library's are invalid in all kinds but three (POWERPOINT.md). */
import type { NativeForm } from '../../charts/charts.ts';
import { contrast } from '../../colour/colour.ts';
import { type Brand, type ColourToken, colourOf, type TextRole } from '../../model/brand.ts';
import type { ChartPoint, Series } from '../../model/chart.ts';
import { languageTag } from '../../model/language.ts';
import type { ChartItem } from '../../model/scene.ts';
import { bottom, type Points, type Rect, right } from '../../model/units.ts';
import { document, type Relations, raw, type Xml, xml } from '../../package/package.ts';
import { hatched, type Paint, solid } from './colour.ts';
import { formatOf } from './label.ts';
import { faces } from './look.ts';
import { CHART_NS, DRAWING_NS, PACKAGE, RELATIONS_NS } from './names.ts';
import { hundredths } from './units.ts';
import { caches, type DataSheet } from './workbook.ts';

export interface ChartContext {
  readonly brand: Brand;
  readonly paint: Paint;
  readonly language: string;
  readonly native: NativeForm;
  /** The part of the workbook. */
  readonly workbook: string;
  /** The relationship to shapes drawn over the chart (reference lines); null for none. */
  readonly overlay: string | null;
  readonly relations: Relations;
}

/** Axes are numbered within their chart. */
const CATEGORY_AXIS = 1;
const VALUE_AXIS = 2;

/** The chart part of an item; its data are the sheet's. */
export function chartPart(item: ChartItem, sheet: DataSheet, context: ChartContext): string {
  const { relations, workbook, overlay } = context;
  return document(xml`
    <c:chartSpace xmlns:c="${CHART_NS}" xmlns:a="${DRAWING_NS}" xmlns:r="${RELATIONS_NS}">
      <c:date1904 val="0"/><c:roundedCorners val="0"/>
      <c:chart>
        <c:autoTitleDeleted val="1"/>
        <c:plotArea>
          ${layoutXml(item.plot, item.frame, true)}
          ${plotXml(item, sheet, context)}
          ${categoryAxis(item, context)}
          ${valueAxis(item, context)}
          <c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>
        </c:plotArea>
        ${legendXml(item, context)}
        <c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>
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
function legendXml({ chart, frame, plot, drawing, sizes }: ChartItem, context: ChartContext): Xml | false {
  if (chart.series.length < 2) return false;
  const names = drawing.filter(item => /^series \d+ (patch|name)$/.test(item.name));
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

const GROUPINGS = { none: 'clustered', stacked: 'stacked', percent: 'percentStacked' } as const;

function plotXml(item: ChartItem, sheet: DataSheet, context: ChartContext): Xml {
  const { chart, gapWidth } = item;
  const { native } = context;
  return xml`
    <c:${raw(native.element)}>
      <c:barDir val="${native.direction}"/><c:grouping val="${GROUPINGS[chart.stacking]}"/><c:varyColors val="0"/>
      ${chart.series.map((series, index) => seriesXml(series, index, item, sheet, context))}
      <c:gapWidth val="${Math.round(gapWidth)}"/><c:overlap val="${chart.stacking === 'none' ? 0 : 100}"/>
      <c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>
    </c:${raw(native.element)}>`;
}

function seriesXml(series: Series, index: number, item: ChartItem, sheet: DataSheet, context: ChartContext): Xml {
  const { brand, paint } = context;
  const own = series.colour ?? brand.series[index % brand.series.length]!;
  const colours = series.points.map(point => pointColour(point, own, brand));
  const forecasts = item.chart.categories.map(category => category.forecast);
  const points = colours.map((colour, at) =>
    colour === own && !forecasts[at]
      ? false
      : xml`<c:dPt><c:idx val="${at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${fillXml(paint(colour), forecasts[at] === true)}</c:dPt>`,
  );
  return xml`
    <c:ser>
      <c:idx val="${index}"/><c:order val="${index}"/>
      <c:tx>${caches.head(index, sheet)}</c:tx>
      ${fillXml(paint(own), false)}
      <c:invertIfNegative val="0"/>
      ${points}
      ${labelsXml(series, item.labelled[index] ?? [], colours, item, context)}
      <c:cat>${caches.labels(sheet)}</c:cat>
      <c:val>${caches.values(index, sheet)}</c:val>
    </c:ser>`;
}

const fillXml = (colour: Xml, forecast: boolean): Xml => xml`
  <c:spPr>${forecast ? hatched(colour) : solid(colour)}<a:ln>${forecast ? solid(colour) : xml`<a:noFill/>`}</a:ln></c:spPr>`;

function pointColour({ emphasis }: ChartPoint, own: ColourToken, { highlight }: Brand): ColourToken {
  return emphasis === null ? own : highlight[emphasis];
}

/** Labels of a series: one look for all, exceptions point by point. */
function labelsXml(
  series: Series,
  labelled: readonly boolean[],
  colours: readonly ColourToken[],
  item: ChartItem,
  context: ChartContext,
): Xml {
  const { chart, sizes } = item;
  const position = context.native.labelPosition[chart.stacking];
  const formats = series.points.map(({ label, value }) => (value === null ? null : formatOf(label, value)));
  const common = formats.find((format, at) => format !== null && labelled[at]) ?? chart.numberFormat;
  const inks = colours.map(colour =>
    position === 'ctr' ? inkOn(colour, context.brand) : context.brand.type.value.colour,
  );
  const look = (at: number) => textProperties('value', sizes.value, context, inks[at]);
  const place = xml`<c:dLblPos val="${position}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;
  const exceptions = series.points.map((point, at) => {
    if (labelled[at] !== true || point.label === '' || point.value === null)
      return xml`<c:dLbl><c:idx val="${at}"/><c:delete val="1"/></c:dLbl>`;
    const format = formats[at] ?? null;
    if (format === common && inks[at] === inks[0]) return false;
    const words = format === null && writtenLabel(point.label, sizes.value, inks[at]!, context);
    return xml`<c:dLbl><c:idx val="${at}"/>${words}${numberFormat(format ?? common)}${look(at)}${place}</c:dLbl>`;
  });
  return xml`<c:dLbls>${exceptions}${numberFormat(common)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${look(0)}${place}</c:dLbls>`;
}

const numberFormat = (format: string): Xml => xml`<c:numFmt formatCode="${format || 'General'}" sourceLinked="0"/>`;

/** Words that no number format can print stand as text. */
const writtenLabel = (label: string, size: Points, ink: ColourToken, context: ChartContext): Xml => xml`
  <c:tx>
    <c:rich>
      <a:bodyPr/><a:lstStyle/>
      <a:p>
        <a:r>
          <a:rPr lang="${languageTag(context.language)}" sz="${hundredths(size)}">${solid(context.paint(ink))}</a:rPr>
          <a:t>${label}</a:t>
        </a:r>
      </a:p>
    </c:rich>
  </c:tx>`;

/** The darker or the lighter of the brand's two text colours, whichever can be read on a fill. */
function inkOn(fill: ColourToken, brand: Brand): ColourToken {
  const ground = colourOf(brand, fill).hex;
  return contrast(colourOf(brand, 'paper').hex, ground) >= contrast(colourOf(brand, 'ink').hex, ground)
    ? 'paper'
    : 'ink';
}

function textProperties(
  role: TextRole,
  size: Points,
  { brand, paint, language }: ChartContext,
  ink?: ColourToken,
): Xml {
  const { bold, colour, face } = brand.type[role];
  return xml`
    <c:txPr>
      <a:bodyPr/><a:lstStyle/>
      <a:p>
        <a:pPr><a:defRPr sz="${hundredths(size)}" b="${bold ? 1 : 0}">${solid(paint(ink ?? colour))}${faces(face)}</a:defRPr></a:pPr>
        <a:endParaRPr lang="${languageTag(language)}"/>
      </a:p>
    </c:txPr>`;
}

function categoryAxis(item: ChartItem, context: ChartContext): Xml {
  const { position, reversed } = context.native.categoryAxis;
  return xml`
    <c:catAx>
      <c:axId val="${CATEGORY_AXIS}"/>
      <c:scaling><c:orientation val="${reversed ? 'maxMin' : 'minMax'}"/></c:scaling>
      <c:delete val="0"/><c:axPos val="${position}"/>
      <c:numFmt formatCode="General" sourceLinked="0"/>
      <c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>
      <c:spPr>${context.native.direction === 'col' ? baseLine(context.paint) : xml`<a:ln><a:noFill/></a:ln>`}</c:spPr>
      ${textProperties('axis', item.sizes.label, context, 'ink')}
      <c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/>
      <c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/>
    </c:catAx>`;
}

/** Columns stand on a line; bars start at their names. */
const baseLine = (paint: Paint): Xml => xml`<a:ln w="12700">${solid(paint('mark'))}</a:ln>`;

/** Not drawn: the bars carry their values. Its bounds still rule where the bars end. */
function valueAxis({ chart, axis }: ChartItem, { native }: ChartContext): Xml {
  const { minimum, maximum, step } = axis;
  return xml`
    <c:valAx>
      <c:axId val="${VALUE_AXIS}"/>
      <c:scaling><c:orientation val="minMax"/><c:max val="${maximum}"/><c:min val="${minimum}"/></c:scaling>
      <c:delete val="1"/><c:axPos val="${native.valueAxis.position}"/>
      <c:numFmt formatCode="${chart.numberFormat || 'General'}" sourceLinked="0"/>
      <c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>
      <c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>
      ${step > 0 && xml`<c:majorUnit val="${step}"/>`}
    </c:valAx>`;
}
