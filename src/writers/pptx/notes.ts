/** Speaker notes: their master, the handout master, and one notes page for each slide that has any. */
import type { Brand, Page } from '../../model/brand.ts';
import { languageTag } from '../../model/language.ts';
import type { LaidParagraph } from '../../model/scene.ts';
import { EMU_PER_POINT } from '../../model/units.ts';
import { attr, document, raw, type Xml, xml } from '../../package/package.ts';
import { colourMap } from './colour.ts';
import { guid } from './identity.ts';
import type { Inherited, Looks } from './look.ts';
import { DRAWING_NS, PRESENTATION_NS, RELATIONS_NS } from './names.ts';
import { paragraphsXml, type TextContext } from './text.ts';

/** Notes and handouts are printed on A4 portrait: 7.5 × 10 in is what PowerPoint makes of it. */
export const NOTES_SIZE = { width: 6_858_000, height: 9_144_000 } as const;

const SPACES = xml` xmlns:a="${DRAWING_NS}" xmlns:r="${RELATIONS_NS}" xmlns:p="${PRESENTATION_NS}"`;
const MAP = xml`<p:clrMap${colourMap('light')}/>`;
const BACKGROUND = raw('<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>');
const ROOT = raw(
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>',
);

interface Corner {
  readonly name: string;
  /** The attributes of its `p:ph`. */
  readonly tie: string;
  readonly frame: readonly [number, number, number, number];
  readonly align: 'l' | 'r';
  readonly anchor: 't' | 'b';
}

/** Header, date, footer and number in the four corners; in EMU. */
const corners = (first: number): readonly Corner[] => [
  { name: 'header', tie: 'type="hdr" sz="quarter"', frame: [0, 0, 2_971_800, 458_788], align: 'l', anchor: 't' },
  {
    name: 'date',
    tie: `type="dt"${first === 0 ? ' sz="quarter"' : ''} idx="1"`,
    frame: [3_884_613, 0, 2_971_800, 458_788],
    align: 'r',
    anchor: 't',
  },
  {
    name: 'footer',
    tie: `type="ftr" sz="quarter" idx="${first + 2}"`,
    frame: [0, 8_685_213, 2_971_800, 458_787],
    align: 'l',
    anchor: 'b',
  },
  {
    name: 'number',
    tie: `type="sldNum" sz="quarter" idx="${first + 3}"`,
    frame: [3_884_613, 8_685_213, 2_971_800, 458_787],
    align: 'r',
    anchor: 'b',
  },
];

function cornerXml({ name, tie, frame: [x, y, cx, cy], align, anchor }: Corner, id: number): Xml {
  const field =
    name === 'number' &&
    xml`<a:fld id="${guid('field slide number')}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>`;
  return xml`
    <p:sp>
      <p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${raw(tie)}/></p:nvPr></p:nvSpPr>
      <p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>
      <p:txBody>
        <a:bodyPr vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720" rtlCol="0" anchor="${anchor}"/>
        <a:lstStyle><a:lvl1pPr algn="${align}"><a:defRPr sz="1000"/></a:lvl1pPr></a:lstStyle>
        <a:p>${field}<a:endParaRPr lang="en-GB"/></a:p>
      </p:txBody>
    </p:sp>`;
}

export const handoutMasterPart = (): string =>
  document(xml`
    <p:handoutMaster${SPACES}>
      <p:cSld>${BACKGROUND}<p:spTree>${ROOT}${corners(0).map((corner, index) => cornerXml(corner, index + 2))}</p:spTree></p:cSld>
      ${MAP}
    </p:handoutMaster>`);

/** The room for the slide; in EMU. */
const ABOVE = { x: 685_800, y: 1_143_000, width: 5_486_400, height: 3_086_100 } as const;

/** The slide in its own proportions, as large as the room takes it, in the middle. */
function frameXml({ width, height }: Page): Xml {
  const scale = Math.min(ABOVE.width / width, ABOVE.height / height);
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
  const [x, y] = [ABOVE.x + Math.round((ABOVE.width - wide) / 2), ABOVE.y + Math.round((ABOVE.height - high) / 2)];
  return xml`<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${wide}" cy="${high}"/></a:xfrm>`;
}

/** The page above, the notes below. Its placeholders are whole: a notes master without them is among the causes named for a repair (PptxGenJS #1449). */
export function notesMasterPart({ page }: Brand, language: string): string {
  const level = (number: number): Xml => xml`
    <a:${raw(`lvl${number}pPr`)} marL="${(number - 1) * 228_600}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="0">
      <a:spcBef><a:spcPts val="400"/></a:spcBef>
      <a:defRPr sz="1200" kern="1200">
        <a:solidFill><a:schemeClr val="tx1"/></a:solidFill>
        <a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>
      </a:defRPr>
    </a:${raw(`lvl${number}pPr`)}>`;
  return document(xml`
    <p:notesMaster${SPACES}>
      <p:cSld>
        ${BACKGROUND}
        <p:spTree>
          ${ROOT}
          ${corners(2).map((corner, index) => cornerXml(corner, index + 4))}
          ${pageXml(2, 'type="sldImg" idx="2"', xml`<p:spPr>${frameXml(page)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="${EMU_PER_POINT / 2}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></p:spPr>`)}
          <p:sp>
            <p:nvSpPr><p:cNvPr id="3" name="notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr>
            <p:spPr><a:xfrm><a:off x="685800" y="4400550"/><a:ext cx="5486400" cy="4114800"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>
            <p:txBody>
              <a:bodyPr vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720" rtlCol="0"/><a:lstStyle/>
              <a:p><a:endParaRPr lang="${languageTag(language)}"/></a:p>
            </p:txBody>
          </p:sp>
        </p:spTree>
      </p:cSld>
      ${MAP}
      <p:notesStyle>${[1, 2, 3, 4, 5].map(level)}</p:notesStyle>
    </p:notesMaster>`);
}

const pageXml = (id: number, tie: string, properties: Xml): Xml => xml`
  <p:sp>
    <p:nvSpPr>
      <p:cNvPr id="${id}" name="slide"/>
      <p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>
      <p:nvPr><p:ph ${raw(tie)}/></p:nvPr>
    </p:nvSpPr>
    ${properties}
  </p:sp>`;

/** What the notes master passes down, so that notes say nothing of it: all but the words, their emphasis and their lists. */
const GIVEN: Inherited = { pitch: 0 };
const plain = (paragraph: LaidParagraph): LaidParagraph => ({ ...paragraph, pitch: 0, spaceBefore: 0 });

/** Notes are printed in the master's size, face and colours, whatever the slide's are. */
const look: Looks = ({ language, bold, italic, position }) => {
  const attributes = [
    attr('lang', language),
    attr('b', bold ? 1 : null),
    attr('i', italic ? 1 : null),
    attr('baseline', position === 'baseline' ? null : position === 'superscript' ? 30_000 : -40_000),
  ];
  return { attributes: xml`${attributes}`.xml, children: '' };
};

/** A slide's notes: each paragraph one, each run with its language and its link. The library makes one run of them all. */
export function notesPart(
  paragraphs: readonly LaidParagraph[],
  context: Omit<TextContext, 'looks' | 'isLinkColour'>,
): string {
  const words = paragraphsXml(paragraphs.map(plain), GIVEN, { ...context, looks: look, isLinkColour: () => true });
  return document(xml`
    <p:notes${SPACES}>
      <p:cSld>
        <p:spTree>
          ${ROOT}
          ${pageXml(2, 'type="sldImg"', xml`<p:spPr/>`)}
          <p:sp>
            <p:nvSpPr><p:cNvPr id="3" name="notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr>
            <p:spPr/>
            <p:txBody><a:bodyPr/><a:lstStyle/>${words}</p:txBody>
          </p:sp>
        </p:spTree>
      </p:cSld>
      <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>
    </p:notes>`);
}
