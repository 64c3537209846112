/** Text styles of the master's levels, and the table style of the brand: what a text or table typed by hand looks like. */
import { type Brand, pitchOf, type TextRole } from '../../model/brand.ts';
import { document, raw, type Xml, xml } from '../../package/package.ts';
import { type Paint, solid } from './colour.ts';
import { guid } from './identity.ts';
import { type Bullet, bulletIndent, LEVELS, levelIndent, NO_BULLET, spaceBetween } from './list.ts';
import { faces } from './look.ts';
import { DRAWING_NS } from './names.ts';
import type { Given } from './placeholder.ts';
import { ALIGNS } from './text.ts';
import { emu, hundredths } from './units.ts';

/** Looks as levels: `a:lvl1pPr` to `a:lvl5pPr` of a master's style or a placeholder's `a:lstStyle`. */
export type Look = Pick<Given, 'size' | 'bold' | 'face' | 'colour' | 'pitch' | 'align' | 'bulleted'>;

export function lookOf(role: TextRole, brand: Brand, language: string, bulleted: boolean): Look {
  const { size, bold, face, colour, ...style } = brand.type[role];
  return {
    size,
    bold,
    face,
    colour,
    pitch: pitchOf({ size, bold, face, colour, ...style }, size, language),
    align: 'left',
    bulleted,
  };
}

/** One level for plain text, five for a body. All levels are of one size: fit has measured the text in it. */
export const levelsOf = (look: Look, paint: Paint, bullet: Bullet): Xml =>
  xml`${(look.bulleted ? LEVELS : [0]).map(level => levelXml(level, look, paint, bullet))}`;

function levelXml(
  level: number,
  { size, bold, face, colour, pitch, align, bulleted }: Look,
  paint: Paint,
  bullet: Bullet,
): Xml {
  const tag = raw(`a:lvl${level + 1}pPr`);
  const indent = bulleted
    ? xml` marL="${emu(levelIndent(level, size))}" indent="${-emu(levelIndent(level, size) - bulletIndent(level, size))}"`
    : xml` marL="0" indent="0"`;
  return xml`
    <${tag}${indent} algn="${ALIGNS[align]}" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="0">
      <a:lnSpc><a:spcPts val="${hundredths(pitch)}"/></a:lnSpc>
      <a:spcBef><a:spcPts val="${bulleted ? hundredths(spaceBetween(size)) : 0}"/></a:spcBef>
      ${bulleted ? bullet(level) : NO_BULLET}
      <a:defRPr sz="${hundredths(size)}" b="${bold ? 1 : 0}" kern="1200">
        ${solid(paint(colour))}${faces(face)}
      </a:defRPr>
    </${tag}>`;
}

/** The table style's GUID: one a brand, so that slides copied between its decks keep their tables' look. */
export const tableStyleId = (brand: Brand): string => guid(`table style ${brand.id}`);

/** `ppt/tableStyles.xml`: hairlines between rows, a stronger line under a bold header, bands in the panel colour where asked for. */
export function tableStylesPart(brand: Brand, paint: Paint): string {
  const edge = (side: string, width: number | null, colour = 'hairline'): Xml => {
    const line =
      width === null
        ? xml`<a:ln><a:noFill/></a:ln>`
        : xml`<a:ln w="${width}" cmpd="sng">${solid(paint(colour))}</a:ln>`;
    return xml`<a:${raw(side)}>${line}</a:${raw(side)}>`;
  };
  const text = (bold: boolean): Xml => xml`
    <a:tcTxStyle${bold && xml` b="on"`}>
      <a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>${paint('ink')}
    </a:tcTxStyle>`;
  const part = (name: string, bold: boolean, edges: readonly Xml[], fill: Xml | null = null): Xml => xml`
    <a:${raw(name)}>
      ${text(bold)}
      <a:tcStyle><a:tcBdr>${edges}</a:tcBdr>${fill !== null && xml`<a:fill>${fill}</a:fill>`}</a:tcStyle>
    </a:${raw(name)}>`;
  const band = (name: string): Xml =>
    xml`<a:${raw(name)}><a:tcStyle><a:tcBdr/><a:fill>${solid(paint('panel'))}</a:fill></a:tcStyle></a:${raw(name)}>`;
  const hairlines = [
    edge('left', null),
    edge('right', null),
    edge('top', null),
    edge('bottom', 6350),
    edge('insideH', 6350),
    edge('insideV', null),
  ];
  const id = tableStyleId(brand);
  return document(xml`
    <a:tblStyleLst xmlns:a="${DRAWING_NS}" def="${id}">
      <a:tblStyle styleId="${id}" styleName="${brand.name.short}">
        ${part('wholeTbl', false, hairlines, xml`<a:noFill/>`)}
        ${band('band1H')}${band('band1V')}
        ${part('lastCol', true, [])}${part('firstCol', true, [])}
        ${part('lastRow', true, [edge('top', 12700, 'ink')])}
        ${part('firstRow', true, [edge('bottom', 12700, 'ink')])}
      </a:tblStyle>
    </a:tblStyleLst>`);
}
