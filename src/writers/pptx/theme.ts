/** The theme: all that a deck's colours and faces hang on. One part each for slides, notes and handouts, which must not share it (PptxGenJS #1443). */
import { type Brand, type FaceNames, latinOf, THEME_SLOTS } from '../../model/brand.ts';
import { document, raw, type Xml, xml } from '../../package/package.ts';
import { DRAWING_NS } from './names.ts';

/** A theme part in the brand's colours, but for those of `other`, and its faces; `language` chooses the East Asian family. */
export function themePart(brand: Brand, language: string, other: Partial<Brand['theme']> = {}): string {
  const { palette, name } = { palette: brand.palette, name: brand.name.short };
  const colours = { ...brand.theme, ...other };
  return document(xml`
    <a:theme xmlns:a="${DRAWING_NS}" name="${name}">
      <a:themeElements>
        <a:clrScheme name="${name}">
          ${THEME_SLOTS.map(slot => xml`<a:${raw(slot)}><a:srgbClr val="${hex(colours[slot])}"/></a:${raw(slot)}>`)}
        </a:clrScheme>
        <a:fontScheme name="${name}">
          <a:majorFont>${faceXml(brand.fonts.major, language)}</a:majorFont>
          <a:minorFont>${faceXml(brand.fonts.minor, language)}</a:minorFont>
        </a:fontScheme>
        ${FORMATS}
      </a:themeElements>
      <a:objectDefaults/>
      <a:extraClrSchemeLst/>
      ${
        palette.size > 0 &&
        xml`<a:custClrLst>${[...palette].map(
          ([label, colour]) => xml`<a:custClr name="${label}"><a:srgbClr val="${hex(colour)}"/></a:custClr>`,
        )}</a:custClrLst>`
      }
    </a:theme>`);
}

const hex = (colour: string): string => colour.replace('#', '').toUpperCase();

/** Scripts by which a theme names families for text in another language than the deck's. */
const SCRIPTS: Readonly<Record<string, string>> = { ko: 'Hang', ja: 'Jpan', zh: 'Hans' };

/** The deck's language rules the East Asian slot; a deck in Latin letters takes the brand's first, so that a Korean name in it is set right. Complex scripts
 * stay in the Latin family, which on Office's machines has them. */
function faceXml(names: FaceNames, language: string): Xml {
  const { eastAsian } = names;
  const latin = latinOf(names, language);
  const family = eastAsian.get(language) ?? [...eastAsian.values()][0] ?? '';
  return xml`
    <a:latin typeface="${latin}"/>
    <a:ea typeface="${family}"/>
    <a:cs typeface="${latin}"/>
    ${[...eastAsian]
      .filter(([code]) => code in SCRIPTS)
      .map(([code, name]) => xml`<a:font script="${SCRIPTS[code]!}" typeface="${name}"/>`)}`;
}

const PLAIN_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const line = (width: number): string =>
  `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${PLAIN_FILL}<a:prstDash val="solid"/></a:ln>`;
const NO_EFFECT = '<a:effectStyle><a:effectLst/></a:effectStyle>';

/** Flat: fills without gradients, three line widths, no shadows. A theme must name three of each (ECMA-376 part 1, 20.1.4.1.14). */
const FORMATS = raw(
  `<a:fmtScheme name="Flat"><a:fillStyleLst>${PLAIN_FILL.repeat(3)}</a:fillStyleLst>` +
    `<a:lnStyleLst>${line(6350)}${line(12700)}${line(19050)}</a:lnStyleLst>` +
    `<a:effectStyleLst>${NO_EFFECT.repeat(3)}</a:effectStyleLst>` +
    `<a:bgFillStyleLst>${PLAIN_FILL.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`,
);
