/** Series of a chart part: how they look, which points look otherwise, what is printed at them. */
import {
  hatchedEdge,
  type NativeLabel,
  type NativePlot,
  type NativePoint,
  type NativeSeries,
} from '../../charts/charts.ts';
import type { Brand, ColourToken, TextRole } from '../../model/brand.ts';
import { languageTag } from '../../model/language.ts';
import type { ChartItem } from '../../model/scene.ts';
import type { Points } from '../../model/units.ts';
import { NO_XML, type Xml, xml } from '../../package/package.ts';
import { hatched, type Paint, solid } from './colour.ts';
import { guid } from './identity.ts';
import { formatOf } from './label.ts';
import { faces } from './look.ts';
import { CHART_2012_NS } from './names.ts';
import { emu, hundredths } from './units.ts';
import { caches, type DataSheet, labelPoints } from './workbook.ts';

/** What everything in a chart is written with. */
export interface Ink {
  readonly brand: Brand;
  readonly paint: Paint;
  readonly language: string;
}

interface SeriesContext extends Ink {
  readonly item: ChartItem;
  readonly sheet: DataSheet;
  readonly element: NativePlot['element'];
}

/** The order of children is the same for every type; which of them there are, is not (ECMA-376 part 1, 21.2.2). */
export function seriesXml(series: NativeSeries, number: number, context: SeriesContext): Xml {
  const { element, sheet } = context;
  const { values, x, size } = series;
  return xml`
    <c:ser>
      <c:idx val="${number}"/><c:order val="${number}"/>
      <c:tx>${caches.head(values, sheet)}</c:tx>
      ${lookXml(series, context)}
      ${(element === 'barChart' || element === 'bubbleChart') && xml`<c:invertIfNegative val="0"/>`}
      ${series.points.map((point, at) => pointXml(point, at, series, context))}
      ${labelsXml(series, number, context)}
      ${x === null && xml`<c:cat>${caches.labels(sheet)}</c:cat><c:val>${caches.values(values, sheet)}</c:val>`}
      ${x !== null && xml`<c:xVal>${caches.values(x, sheet)}</c:xVal><c:yVal>${caches.values(values, sheet)}</c:yVal>`}
      ${(element === 'lineChart' || element === 'scatterChart') && xml`<c:smooth val="0"/>`}
      ${size !== null && xml`<c:bubbleSize>${caches.values(size, sheet)}</c:bubbleSize><c:bubble3D val="0"/>`}
      ${series.points.some(({ label }) => label?.name === 'category') && x !== null && rangeXml(sheet)}
    </c:ser>`;
}

function lookXml({ mark, colour, width, marker, parted }: NativeSeries, { paint }: SeriesContext): Xml {
  if (mark === 'none') return xml`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`;
  if (mark === 'fill') return fillXml(paint(colour), null, parted);
  if (mark === 'marker')
    return xml`<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>${markerXml(paint(colour), false, marker)}`;
  return xml`<c:spPr>${lineXml(paint(colour), width, false)}</c:spPr>${markerXml(paint(colour), false, marker)}`;
}

/** Parts of a whole have an edge in the colour of the ground, hatched ones in their own. */
const fillXml = (colour: Xml, edgeWidth: Points | null, parted = false): Xml => {
  const edge = edgeWidth !== null ? xml` w="${emu(edgeWidth)}"` : parted ? xml` w="19050"` : NO_XML;
  const line = edgeWidth !== null ? solid(colour) : parted ? solid(xml`<a:schemeClr val="bg1"/>`) : xml`<a:noFill/>`;
  return xml`<c:spPr>${edgeWidth !== null ? hatched(colour) : solid(colour)}<a:ln${edge}>${line}</a:ln></c:spPr>`;
};

const lineXml = (colour: Xml, width: Points, dashed: boolean): Xml =>
  xml`<a:ln w="${emu(width)}" cap="rnd">${solid(colour)}<a:prstDash val="${dashed ? 'sysDash' : 'solid'}"/><a:round/></a:ln>`;

/** A disc; of a forecast, a ring. */
const markerXml = (colour: Xml, forecast: boolean, size: Points): Xml => xml`
  <c:marker>
    <c:symbol val="circle"/><c:size val="${Math.round(size)}"/>
    <c:spPr>${forecast ? solid(xml`<a:schemeClr val="bg1"/>`) : solid(colour)}<a:ln w="15875">${solid(colour)}</a:ln></c:spPr>
  </c:marker>`;

/** A point that looks other than its series; an area has none. Its marker is larger: LibreOffice asks for that before it takes its colour. */
function pointXml(
  { colour, forecast, highlight = false, bridges = false }: NativePoint,
  at: number,
  series: NativeSeries,
  context: SeriesContext,
) {
  const { element, paint } = context;
  const { mark, width, marker, parted } = series;
  const isPlain = colour === series.colour && !forecast;
  if ((isPlain && !bridges) || mark === 'none' || element === 'areaChart') return false;
  const own = paint(colour);
  const inverts = element === 'barChart' || element === 'bubbleChart';
  return xml`
    <c:dPt>
      <c:idx val="${at}"/>
      ${inverts && xml`<c:invertIfNegative val="0"/>`}
      ${mark !== 'fill' && markerXml(own, forecast, isPlain ? marker : marker + 1)}
      <c:bubble3D val="0"/>
      ${mark === 'fill' && fillXml(own, forecast ? hatchedEdge(highlight) : null, parted)}
      ${mark === 'line' && xml`<c:spPr>${lineXml(own, width, forecast || bridges)}</c:spPr>`}
    </c:dPt>`;
}

/** Labels of a series: one look for all, exceptions point by point. A point that is added gets one where most have. */
function labelsXml(series: NativeSeries, number: number, context: SeriesContext): Xml {
  const { sheet, item } = context;
  const values = sheet.rows.map(row => row.values[series.values] ?? null);
  const shown = series.points.map(({ label }, at) =>
    label === null || values[at] === null ? null : { ...label, format: formatOf(label.words, values[at]!) },
  );
  const common = shown.find(label => label !== null && label.format !== null) ?? shown.find(label => label !== null);
  if (!common) return xml`<c:dLbls><c:delete val="1"/></c:dLbls>`;
  const format = common.format ?? sheet.formats[series.values]!;
  const isRule = shown.filter(label => label !== null).length * 2 > values.filter(value => value !== null).length;
  const isCommon = (label: NativeLabel & { format: string | null }): boolean =>
    isRule &&
    label.format === format &&
    label.ink === common.ink &&
    label.plate === common.plate &&
    label.position === common.position &&
    label.name === null &&
    isInPlace(label);
  const exceptions = shown.map((label, at) => {
    if (label === null) return isRule && xml`<c:dLbl><c:idx val="${at}"/><c:delete val="1"/></c:dLbl>`;
    return !isCommon(label) && labelXml(label, label.format ?? null, at, { ...context, series, number, format });
  });
  const look = textProperties('value', item.sizes.value, context, common.ink);
  return xml`<c:dLbls>${exceptions}${numberFormat(format)}${plateXml(common)}${look}${placeXml({ ...common, name: null, value: isRule && common.value })}${shown.some(label => label !== null && !isInPlace(label)) && leaderXml(context)}</c:dLbls>`;
}

/** Labels that are moved have leaders of our own drawing, or none: LibreOffice draws its own unless it is told. */
const leaderXml = ({ element }: SeriesContext): Xml => xml`
  ${element === 'doughnutChart' && xml`<c:showLeaderLines val="0"/>`}
  <c:extLst>
    <c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="${CHART_2012_NS}"><c15:showLeaderLines val="0"/></c:ext>
  </c:extLst>`;

const isInPlace = ({ moved }: NativeLabel): boolean => moved.x === 0 && moved.y === 0;

interface LabelContext extends SeriesContext {
  readonly series: NativeSeries;
  readonly number: number;
  /** Of the series' other labels. */
  readonly format: string;
}

function labelXml(label: NativeLabel, format: string | null, at: number, context: LabelContext): Xml {
  const { item, series } = context;
  const isWritten = label.name !== null || format === null;
  const share = (value: number) => Math.round(value * 1e6) / 1e6;
  return xml`
    <c:dLbl>
      <c:idx val="${at}"/>
      ${!isInPlace(label) && xml`<c:layout><c:manualLayout><c:x val="${share(label.moved.x / item.frame.width)}"/><c:y val="${share(label.moved.y / item.frame.height)}"/></c:manualLayout></c:layout>`}
      ${isWritten && writtenXml(label, format, at, context)}
      ${numberFormat(format ?? context.format)}
      ${(isWritten || label.plate) && plateXml(label)}
      ${textProperties('value', item.sizes.value, context, label.ink)}
      ${placeXml(label)}
      ${label.name !== null && fieldsXml(label.name === 'category' && series.x !== null)}
    </c:dLbl>`;
}

const plateXml = ({ plate }: Pick<NativeLabel, 'plate'>): Xml =>
  xml`<c:spPr>${plate ? solid(xml`<a:schemeClr val="bg1"/>`) : xml`<a:noFill/>`}<a:ln><a:noFill/></a:ln></c:spPr>`;

const placeXml = ({ position, value, name }: NativeLabel): Xml =>
  xml`${position !== null && xml`<c:dLblPos val="${position}"/>`}<c:showLegendKey val="0"/><c:showVal val="${value ? 1 : 0}"/><c:showCatName val="${name === 'category' ? 1 : 0}"/><c:showSerName val="${name === 'series' ? 1 : 0}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;

/** Words that no number format can print stand as text; a name is a field, so that it follows the workbook. */
function writtenXml(label: NativeLabel, format: string | null, at: number, context: LabelContext): Xml {
  const { item, sheet, series, number, language, paint } = context;
  const run = xml`<a:rPr lang="${languageTag(language)}" sz="${hundredths(item.sizes.value)}">${solid(paint(label.ink))}</a:rPr>`;
  const words = (text: string): Xml => xml`<a:r>${run}<a:t>${text}</a:t></a:r>`;
  const field = (type: string, text: string): Xml =>
    xml`<a:fld id="${guid(`${type} ${number} ${at}`)}" type="${type}">${run}<a:t>${text}</a:t></a:fld>`;
  const category = series.x === null ? 'CATEGORYNAME' : 'CELLRANGE';
  const name =
    label.name === 'series'
      ? field('SERIESNAME', sheet.heads[series.values + 1]!)
      : label.name === 'category'
        ? field(category, sheet.rows[at]!.label)
        : false;
  const value = label.value && (format === null || name === false ? words(label.words) : field('VALUE', label.words));
  return xml`
    <c:tx>
      <c:rich>
        <a:bodyPr${label.name !== null && xml` wrap="none"`}/><a:lstStyle/>
        <a:p>${name}${name !== false && label.value && words(' ')}${value}</a:p>
      </c:rich>
    </c:tx>`;
}

/** Fields in labels live by an extension of 2013 ([MS-ODRAWXML] 2.24.3.21); older versions print what they say. The validator knows one child of it. */
const fieldsXml = (range: boolean): Xml => xml`
  <c:extLst>
    <c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="${CHART_2012_NS}">
      ${range ? xml`<c15:showDataLabelsRange val="1"/>` : xml`<c15:dlblFieldTable/>`}
    </c:ext>
  </c:extLst>`;

/** The names of points that have two numbers and no category: cells of the workbook. */
const rangeXml = (sheet: DataSheet): Xml => xml`
  <c:extLst>
    <c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}" xmlns:c15="${CHART_2012_NS}">
      <c15:datalabelsRange>
        <c15:f>${caches.labelCells(sheet)}</c15:f>
        <c15:dlblRangeCache>
          <c:ptCount val="${sheet.rows.length}"/>
          ${labelPoints(sheet)}
        </c15:dlblRangeCache>
      </c15:datalabelsRange>
    </c:ext>
  </c:extLst>`;

export const numberFormat = (format: string): Xml =>
  xml`<c:numFmt formatCode="${format || 'General'}" sourceLinked="0"/>`;

export function textProperties(role: TextRole, size: Points, { brand, paint, language }: Ink, ink?: ColourToken): Xml {
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
