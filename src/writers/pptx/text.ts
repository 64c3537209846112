/** Text as the master knows it: drawn runs bound to theme and placeholder, and the paragraphs around them. */
import type { ColourToken } from '../../model/brand.ts';
import type { LaidParagraph, LaidRun } from '../../model/scene.ts';
import type { Align } from '../../model/text.ts';
import { EMU_PER_POINT, type Points } from '../../model/units.ts';
import { attr, NO_XML, raw, type Xml, xml } from '../../package/package.ts';
import { type Paint, type Swatches, solid } from './colour.ts';
import { guid } from './identity.ts';
import { bullet, bulletIndent, levelIndent, NO_BULLET, NUMBERED, spaceBetween } from './list.ts';
import type { Given } from './placeholder.ts';

/** What binding needs to know of the slide: its colours, and where a link leads. */
export interface TextContext {
  readonly paint: Paint;
  readonly swatches: Swatches;
  /** The `a:hlinkClick` of an address or `#slide`; nothing where there is no such slide. */
  link(href: string): Xml;
  /** Whether a colour is the theme's own for links. */
  isLinkColour(token: ColourToken): boolean;
}

/** What of a run's look is passed down: by a placeholder, or by the header row of the table style. */
export type Inherited = Partial<Pick<Given, 'size' | 'bold' | 'face' | 'colour' | 'pitch' | 'align' | 'bulleted'>>;

/** EMU, the integer length of DrawingML. */
export const emu = (points: Points): number => Math.round(points * EMU_PER_POINT);
/** Hundredths of a point, for sizes and spacing. */
export const hundredths = (points: Points): number => Math.round(points * 100);

export const ALIGNS: Readonly<Record<Align, string>> = { left: 'l', centre: 'ctr', right: 'r' };

/** The `a:p` elements of a text: our paragraphs around the runs that the library drew. */
export function boundParagraphs(
  drawn: string,
  paragraphs: readonly LaidParagraph[],
  inherited: Inherited,
  context: TextContext,
): Xml {
  const runs = drawnRuns(context.swatches.bind(drawn));
  let next = 0;
  const take = (run: LaidRun): Xml => {
    const text = runs[next++];
    if (text === undefined) throw new Error(`pptxgenjs did not draw “${run.text}”`);
    return boundRun(text, run, inherited, context);
  };
  return paragraphs.reduce<Xml>((before, paragraph) => {
    const inlines = paragraph.runs.map(run => (run.kind === 'run' ? take(run) : lineBreak(paragraph)));
    return xml`${before}<a:p>${paragraphProperties(paragraph, inherited)}${inlines}${paragraph.runs.length === 0 && END}</a:p>`;
  }, NO_XML);
}

const END = xml`<a:endParaRPr/>`;

/** The runs of drawn XML, in order. */
function drawnRuns(drawn: string): string[] {
  const runs: string[] = [];
  for (let start = drawn.indexOf('<a:r>'); start >= 0; ) {
    const end = drawn.indexOf('</a:r>', start) + 6;
    runs.push(drawn.slice(start, end));
    start = drawn.indexOf('<a:r>', end);
  }
  return runs;
}

/** The library writes one face into all three slots; in the theme each script has its own (PptxGenJS 4.0.1, `genXmlTextRunProperties`). */
const FACES = /<a:latin typeface="\+m([jn])-lt"[^>]*\/><a:ea [^>]*\/><a:cs [^>]*\/>/;
const facesOf = (face: 'j' | 'n'): string =>
  `<a:latin typeface="+m${face}-lt"/><a:ea typeface="+m${face}-ea"/><a:cs typeface="+m${face}-cs"/>`;
const MAJOR_FACES = facesOf('j');
const MINOR_FACES = facesOf('n');
export const faces = (face: 'major' | 'minor'): Xml => raw(face === 'major' ? MAJOR_FACES : MINOR_FACES);

/** One drawn run: what the placeholder passes down is taken out, so that the slide follows its layout; links and fields are put in. */
function boundRun(drawn: string, run: LaidRun, inherited: Inherited, context: TextContext): Xml {
  let text = drawn.replace(' altLang="en-US"', '').replace(' dirty="0"', '');
  text = text.replace(FACES, inherited.face === run.face ? '' : run.face === 'major' ? MAJOR_FACES : MINOR_FACES);
  if (inherited.size === run.size) text = text.replace(` sz="${hundredths(run.size)}"`, '');
  if (inherited.bold === run.bold) text = text.replace(' b="1"', '');
  else if (inherited.bold === true) text = text.replace('<a:rPr', '<a:rPr b="0"');
  const themed = run.href !== null && context.isLinkColour(run.colour);
  if (themed || inherited.colour === run.colour) text = text.replace(solid(context.paint(run.colour)).xml, '');
  if (run.href !== null) text = text.replace('</a:rPr>', `${linkXml(run.href, themed, context)}</a:rPr>`);
  if (run.field === 'number') text = text.replace('<a:r>', NUMBER_FIELD).replace('</a:r>', '</a:fld>');
  return raw(text.replace(EMPTY_PROPERTIES, '<a:rPr$1/>'));
}

const EMPTY_PROPERTIES = /<a:rPr([^>]*)><\/a:rPr>/;

/** PowerPoint paints a link in the theme's colour for links, whatever the run says, unless this extension tells it to keep the text's own. */
function linkXml(href: string, themed: boolean, context: TextContext): string {
  const link = context.link(href).xml;
  return themed ? link : link.replace(/\/>$/, `>${OWN_COLOUR}</a:hlinkClick>`);
}

const OWN_COLOUR =
  '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>';

const NUMBER_FIELD = `<a:fld id="${guid('field slide number')}" type="slidenum">`;

/** A break takes the size of the text around it, so that an empty line is as high as its neighbours. */
function lineBreak(paragraph: LaidParagraph): Xml {
  const run = paragraph.runs.find(inline => inline.kind === 'run');
  return run === undefined
    ? xml`<a:br/>`
    : xml`<a:br><a:rPr lang="${run.language}" sz="${hundredths(run.size)}"/></a:br>`;
}

const RIGHT_TO_LEFT = /^(ar|fa|he|ur|yi)\b/;

/** The one `a:pPr` of a paragraph: what differs from what is passed down, pitch in exact points. */
export function paragraphProperties(paragraph: LaidParagraph, inherited: Inherited): Xml {
  const { list, align, pitch, spaceBefore, runs } = paragraph;
  const rightToLeft = runs.some(run => run.kind === 'run' && RIGHT_TO_LEFT.test(run.language));
  const attributes = [
    ...indentation(paragraph, inherited),
    attr('lvl', list !== null && list.level > 0 ? list.level : null),
    attr('algn', align === (inherited.align ?? 'left') ? null : ALIGNS[align]),
    attr('rtl', rightToLeft ? 1 : null),
  ];
  const children = [
    pitch !== inherited.pitch && xml`<a:lnSpc><a:spcPts val="${hundredths(pitch)}"/></a:lnSpc>`,
    spaceBefore !== givenSpace(inherited) && xml`<a:spcBef><a:spcPts val="${hundredths(spaceBefore)}"/></a:spcBef>`,
    bulletOf(list, inherited),
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

function bulletOf(list: LaidParagraph['list'], { bulleted }: Inherited): Xml {
  if (list === null) return bulleted === true ? NO_BULLET : NO_XML;
  if (list.ordered) return NUMBERED;
  return bulleted === true ? NO_XML : bullet(list.level);
}
