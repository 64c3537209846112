/** Brand colours as DrawingML has them: bound to the theme where the brand binds them, literal only for status colours. */
import { type Brand, type ColourToken, colourOf, type Ground, THEME_SLOTS, type ThemeSlot } from '../../model/brand.ts';
import { raw, type Xml, xml } from '../../package/package.ts';
import { memo } from './memo.ts';

/** The colour element of a token, such as `<a:schemeClr val="accent1"/>`. */
export type Paint = (token: ColourToken) => Xml;

/** Slides name the four basic colours by their use (`tx1`, `bg1`), which the master maps to the theme's dark and light. */
const USES: Readonly<Record<Ground, Readonly<Partial<Record<ThemeSlot, string>>>>> = {
  light: { dk1: 'tx1', lt1: 'bg1', dk2: 'tx2', lt2: 'bg2' },
  dark: { lt1: 'tx1', dk1: 'bg1', lt2: 'tx2', dk2: 'bg2' },
};

/** The attributes of a `p:clrMap` (ECMA-376 part 1, 19.3.1.6) on a ground. */
export const colourMap = (ground: Ground): Xml =>
  raw(THEME_SLOTS.map(slot => ` ${USES[ground][slot] ?? slot}="${slot}"`).join(''));

export const paintOf = (brand: Brand): Paint => memo(token => colourXml(brand, token));

function colourXml(brand: Brand, token: ColourToken): Xml {
  const { hex, slot, lumMod, lumOff } = colourOf(brand, token);
  if (slot === null) return xml`<a:srgbClr val="${hex.slice(1)}"/>`;
  const use = USES[brand.ground][slot] ?? slot;
  if (lumMod === null && lumOff === null) return xml`<a:schemeClr val="${use}"/>`;
  return xml`
    <a:schemeClr val="${use}">
      ${lumMod !== null && xml`<a:lumMod val="${Math.round(lumMod * 1000)}"/>`}
      ${lumOff !== null && xml`<a:lumOff val="${Math.round(lumOff * 1000)}"/>`}
    </a:schemeClr>`;
}

export const solid = (colour: Xml): Xml => xml`<a:solidFill>${colour}</a:solidFill>`;

/** Diagonal stripes on the slide's ground: what is forecast, not measured. */
export const hatched = (colour: Xml): Xml =>
  xml`<a:pattFill prst="dkUpDiag"><a:fgClr>${colour}</a:fgClr><a:bgClr><a:schemeClr val="bg1"/></a:bgClr></a:pattFill>`;

/**
 * Tokens as numbers in the guise of hex colours. The drawing library knows neither tints nor all theme colours, so everything is
 * drawn in swatches, and the graft puts the true colour in their place.
 */
export interface Swatches {
  hex(token: ColourToken): string;
  /** Replaces every swatch in drawn XML. */
  bind(drawn: string): string;
}

export function swatchesOf(brand: Brand, paint: Paint): Swatches {
  const tokens = [...brand.colours.keys()];
  const numbers = new Map(tokens.map((token, index) => [token, index.toString(16).toUpperCase().padStart(6, '0')]));
  return {
    hex(token) {
      const number = numbers.get(token);
      if (number === undefined) throw new Error(`no colour ${token} in brand ${brand.id}`);
      return number;
    },
    bind: drawn => drawn.replace(SWATCH, (_, number: string) => paint(tokens[Number.parseInt(number, 16)]!).xml),
  };
}

const SWATCH = /<a:srgbClr val="([0-9A-F]{6})"\/>/g;
