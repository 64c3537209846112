/** How placeholders are tied from slide to layout to master: by type and index, the same on every layout, so that changing a slide's layout keeps its content. */
import { type Brand, type ColourToken, type LayoutName, type PlaceholderName, pitchOf } from '../../model/brand.ts';
import type { Placeholder, TextBlock } from '../../model/scene.ts';
import type { Align } from '../../model/text.ts';
import type { Points, Rect } from '../../model/units.ts';
import { type Xml, xml } from '../../package/package.ts';
import { memo } from './memo.ts';

/** What a slide's placeholder gets from its layout. */
export interface Given {
  readonly frame: Rect;
  readonly size: Points;
  readonly bold: boolean;
  readonly face: 'major' | 'minor';
  readonly colour: ColourToken;
  readonly pitch: Points;
  readonly align: Align;
  readonly anchor: TextBlock['anchor'];
  readonly bulleted: boolean;
}

interface Tie {
  /** Null for the general kind that takes text, a table or a chart alike. */
  readonly type: string | null;
  readonly index: number | null;
  readonly size: 'half' | 'quarter' | null;
}

const tie = (type: string | null, index: number | null, size: Tie['size'] = null): Tie => ({ type, index, size });

/** Indices 10 to 12 are PowerPoint's own for date, footer and number; those above 12 are free for a template. */
const TIES: Readonly<Record<PlaceholderName, Tie>> = {
  title: tie('title', null),
  subtitle: tie('subTitle', 1),
  body: tie(null, 1),
  'body-2': tie(null, 2, 'half'),
  date: tie('dt', 10, 'half'),
  footer: tie('ftr', 11, 'quarter'),
  'slide-number': tie('sldNum', 12, 'quarter'),
  chart: tie('chart', 13),
  table: tie('tbl', 14),
  picture: tie('pic', 15),
  subhead: tie('body', 16, 'quarter'),
  'so-what': tie('body', 17, 'quarter'),
  tracker: tie('body', 18, 'quarter'),
  source: tie('body', 19, 'quarter'),
};

/** The `p:ph` of a placeholder. The title of a title slide is of a type of its own. */
export function placeholderXml(name: PlaceholderName, layout: LayoutName, prompted = false): Xml {
  const { type, index, size } = TIES[name];
  const own = name === 'title' && layout === 'title-slide' ? 'ctrTitle' : type;
  return xml`<p:ph${own !== null && xml` type="${own}"`}${size !== null && xml` sz="${size}"`}${
    index !== null && xml` idx="${index}"`
  }${prompted && xml` hasCustomPrompt="1"`}/>`;
}

/** Text in the body's own look has bullets; a quote, a subhead or a source line in the same kind of placeholder has none. */
export const isBulleted = ({ role }: Placeholder): boolean => role === 'body';

/** What each placeholder passes down to the slide: everything that equals it is left out there. The same answer for the same placeholder. */
export const givenBy = (brand: Brand, language: string): ((placeholder: Placeholder) => Given) =>
  memo(placeholder => {
    const { frame, role, colour, align, anchor } = placeholder;
    const style = brand.type[role];
    const { size, bold, face } = style;
    const pitch = pitchOf(style, size, language);
    return { frame, size, bold, face, colour, pitch, align, anchor, bulleted: isBulleted(placeholder) };
  });
