/** Text as the master knows it: paragraphs of runs, each saying only what differs from what is passed down. */
import type { ColourToken } from '../../model/brand.ts';
import { isRightToLeft } from '../../model/language.ts';
import type { LaidParagraph, LaidRun } from '../../model/scene.ts';
import type { Align } from '../../model/text.ts';
import type { Points } from '../../model/units.ts';
import { attr, NO_XML, raw, type Xml, xml } from '../../package/package.ts';
import { guid } from './identity.ts';
import { type Bullet, bulletIndent, levelIndent, NO_BULLET, NUMBERED, spaceBetween } from './list.ts';
import type { Inherited, Looks } from './look.ts';
import { emu, hundredths } from './units.ts';

/** What a text needs to know of the slide: the looks of its runs, and where a link leads. */
export interface TextContext {
  readonly looks: Looks;
  readonly bullet: Bullet;
  /** The `a:hlinkClick` of an address or `#slide`; nothing where there is no such slide. */
  link(href: string): Xml;
  /** Whether PowerPoint's own count gives the number that is printed. */
  readonly counted: boolean;
  /** Whether a colour is the theme's own for links. */
  isLinkColour(token: ColourToken): boolean;
}

export const ALIGNS: Readonly<Record<Align, string>> = { left: 'l', centre: 'ctr', right: 'r' };

/** The `a:p` elements of a text. */
export const paragraphsXml = (
  paragraphs: readonly LaidParagraph[],
  inherited: Inherited,
  context: TextContext,
): readonly Xml[] =>
  paragraphs.map(paragraph => {
    const inlines = paragraph.runs.map(run =>
      run.kind === 'run' ? runXml(run, inherited, context) : lineBreak(paragraph, inherited, context),
    );
    return xml`<a:p>${paragraphProperties(paragraph, inherited, context.bullet)}${inlines}${inlines.length === 0 && END}</a:p>`;
  });

const END = xml`<a:endParaRPr/>`;

/** One run: its look, its link and its words; the slide's own number is a field, where PowerPoint counts as the deck does. */
function runXml(run: LaidRun, inherited: Inherited, context: TextContext): Xml {
  const themed = run.href !== null && context.isLinkColour(run.colour);
  const { attributes, children } = context.looks(run, inherited, !themed);
  const held = run.href === null ? children : children + linkXml(run.href, themed, context);
  const properties = held === '' ? `<a:rPr${attributes}/>` : `<a:rPr${attributes}>${held}</a:rPr>`;
  return run.field === 'number' && context.counted
    ? xml`<a:fld id="${NUMBER}" type="slidenum">${raw(properties)}<a:t>${run.text}</a:t></a:fld>`
    : xml`<a:r>${raw(properties)}<a:t>${run.text}</a:t></a:r>`;
}

const NUMBER = guid('field slide number');

/** PowerPoint paints a link in the theme's colour for links, whatever the run says, unless this extension tells it to keep the text's own. */
function linkXml(href: string, themed: boolean, context: TextContext): string {
  const link = context.link(href).xml;
  return themed ? link : link.replace(/\/>$/, `>${OWN_COLOUR}</a:hlinkClick>`);
}

const OWN_COLOUR =
  '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>';

/** A break takes the size and language of the text around it, so that an empty line is as high as its neighbours. */
function lineBreak({ runs }: LaidParagraph, inherited: Inherited, context: TextContext): Xml {
  const run = runs.find(inline => inline.kind === 'run');
  return run === undefined
    ? xml`<a:br/>`
    : xml`<a:br><a:rPr${raw(context.looks(run, inherited, false).attributes)}/></a:br>`;
}

/** The one `a:pPr` of a paragraph: what differs from what is passed down, pitch in exact points. */
function paragraphProperties(paragraph: LaidParagraph, inherited: Inherited, bullet: Bullet): Xml {
  const { list, align, pitch, spaceBefore, runs } = paragraph;
  const words = runs.filter(run => run.kind === 'run');
  const rightToLeft = isRightToLeft(words.map(({ text }) => text).join(''), words[0]?.language ?? '');
  const attributes = [
    ...indentation(paragraph, inherited),
    attr('lvl', list !== null && list.level > 0 ? list.level : null),
    attr('algn', align === (inherited.align ?? 'left') ? null : ALIGNS[align]),
    attr('rtl', rightToLeft ? 1 : null),
  ];
  const children = [
    pitch !== inherited.pitch && xml`<a:lnSpc><a:spcPts val="${hundredths(pitch)}"/></a:lnSpc>`,
    spaceBefore !== givenSpace(inherited) && xml`<a:spcBef><a:spcPts val="${hundredths(spaceBefore)}"/></a:spcBef>`,
    listMark(list, inherited, bullet),
  ];
  const [named, held] = [xml`${attributes}`, xml`${children}`];
  if (held.xml !== '') return xml`<a:pPr${named}>${held}</a:pPr>`;
  return named.xml === '' ? NO_XML : xml`<a:pPr${named}/>`;
}

/** A body's levels bring their space along; everything else has none. */
const givenSpace = ({ bulleted, size }: Inherited): Points =>
  bulleted === true && size !== undefined ? spaceBetween(size) : 0;

function indentation({ list, indent, runs }: LaidParagraph, { bulleted, size }: Inherited): readonly Xml[] {
  if (list === null && indent === 0) return bulleted === true ? [attr('marL', 0), attr('indent', 0)] : [];
  if (list === null) return [attr('marL', emu(indent)), attr('indent', 0)];
  if (bulleted === true && size !== undefined && indent === levelIndent(list.level, size)) return [];
  const own = runs.find(run => run.kind === 'run')?.size ?? indent;
  return [attr('marL', emu(indent)), attr('indent', -emu(Math.max(0, indent - bulletIndent(list.level, own))))];
}

function listMark(list: LaidParagraph['list'], { bulleted }: Inherited, bullet: Bullet): Xml {
  if (list === null) return bulleted === true ? NO_BULLET : NO_XML;
  if (list.ordered) return NUMBERED;
  return bulleted === true ? NO_XML : bullet(list.level);
}
