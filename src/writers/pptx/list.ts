/** Bullets and numbers of lists, on the master's levels and on paragraphs that stand outside a body. Sizes are those that layout measures with. */
import type { Brand } from '../../model/brand.ts';
import type { Points } from '../../model/units.ts';
import { type Xml, xml } from '../../package/package.ts';

export const LEVELS = [0, 1, 2, 3, 4] as const;

/** The bullet's left edge: one em a level. */
export const bulletIndent = (level: number, size: Points): Points => level * size;
/** The text's left edge: one em behind its bullet. */
export const levelIndent = (level: number, size: Points): Points => (level + 1) * size;
/** Space before a body's paragraphs but the first. */
export const spaceBetween = (size: Points): Points => Math.round(size * 0.4);

/** What stands before the items of a level. */
export type Bullet = (level: number) => Xml;

/** Arial has the brand's characters on every machine; the theme's own face may not. */
export const bulletOf =
  ({ style }: Brand): Bullet =>
  level =>
    xml`<a:buFont typeface="Arial"/><a:buChar char="${style.bullets[level === 0 ? 0 : 1]}"/>`;

export const NUMBERED = xml`<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>`;
export const NO_BULLET = xml`<a:buNone/>`;
