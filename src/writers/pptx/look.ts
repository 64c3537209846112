/** The looks of runs: each is drawn by the library once, and bound once to the theme and to what a placeholder passes down. */
import type { LaidRun } from '../../model/scene.ts';
import { raw, type Xml } from '../../package/package.ts';
import { type Paint, type Swatches, solid } from './colour.ts';
import { memo } from './memo.ts';
import type { Given } from './placeholder.ts';
import { hundredths } from './units.ts';

/** What of a text's look is passed down: by a placeholder, or by the header row of the table style. */
export type Inherited = Partial<Pick<Given, 'size' | 'bold' | 'face' | 'colour' | 'pitch' | 'align' | 'bulleted'>>;

/** Runs that agree in this look the same, whatever they say. */
export const lookOf = ({ size, bold, italic, position, colour, face, language }: LaidRun): string =>
  `${size} ${bold} ${italic} ${position} ${colour} ${face} ${language}`;

/** The two halves of an `a:rPr`, between which and behind which a run puts what is its own. */
export interface Look {
  /** With a leading space. */
  readonly attributes: string;
  readonly children: string;
}

/** The look of a run without what is passed down; `coloured` is false where something else, such as the theme's links, gives its colour. */
export type Looks = (run: LaidRun, inherited: Inherited, coloured: boolean) => Look;

/** `drawn` gives the `a:rPr` that the library drew of a run. */
export function looksOf(drawn: (run: LaidRun) => string, paint: Paint, swatches: Swatches): Looks {
  const known = memo((_: Inherited) => new Map<string, Look>());
  return (run, inherited, coloured) => {
    const looks = known(inherited);
    const key = `${lookOf(run)} ${coloured}`;
    const found = looks.get(key);
    if (found !== undefined) return found;
    const hidden = !coloured || inherited.colour === run.colour;
    const made = bound(swatches.bind(drawn(run)), run, inherited, hidden ? solid(paint(run.colour)) : null);
    looks.set(key, made);
    return made;
  };
}

/** The library writes one face into all three slots; in the theme each script has its own (PptxGenJS 4.0.1, `genXmlTextRunProperties`). */
const FACES = /<a:latin typeface="\+m[jn]-lt"[^>]*\/><a:ea [^>]*\/><a:cs [^>]*\/>/;
const facesOf = (face: 'j' | 'n'): string =>
  `<a:latin typeface="+m${face}-lt"/><a:ea typeface="+m${face}-ea"/><a:cs typeface="+m${face}-cs"/>`;
const FACE_NAMES = { major: facesOf('j'), minor: facesOf('n') } as const;
export const faces = (face: 'major' | 'minor'): Xml => raw(FACE_NAMES[face]);

/** Drawn properties without what is passed down, so that the slide follows its layout; `fill` is taken out, too. */
function bound(drawn: string, run: LaidRun, inherited: Inherited, fill: Xml | null): Look {
  let text = drawn.replace(' altLang="en-US"', '').replace(' dirty="0"', '');
  text = text.replace(FACES, inherited.face === run.face ? '' : FACE_NAMES[run.face]);
  if (inherited.size === run.size) text = text.replace(` sz="${hundredths(run.size)}"`, '');
  if (inherited.bold === run.bold) text = text.replace(' b="1"', '');
  else if (inherited.bold === true) text = text.replace('<a:rPr', '<a:rPr b="0"');
  if (fill !== null) text = text.replace(fill.xml, '');
  const [, attributes = '', children = ''] = PROPERTIES.exec(text) ?? [];
  return { attributes, children };
}

const PROPERTIES = /^<a:rPr([^>]*)>(.*)<\/a:rPr>$/;
