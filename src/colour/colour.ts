/** Colours as the eye and Office see them: contrast, tints, and how far apart two colours are. All colours are `#RRGGBB`. */
import {
  clampChroma,
  differenceCie76,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  formatHex,
  hsl,
  interpolate,
  oklch,
  type Rgb,
  rgb,
} from 'culori';

/** A hex colour as `#RRGGBB` in upper case; null for every other notation, which PowerPoint could not keep. */
export function parseHex(text: string): string | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  if (short)
    return `#${short
      .slice(1)
      .map(digit => digit.repeat(2))
      .join('')}`.toUpperCase();
  return /^#[0-9a-f]{6}$/i.test(text) ? text.toUpperCase() : null;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). Asked for every text of a deck: no colour objects here. */
export function contrast(a: string, b: string): number {
  const [one, two] = [luminance(a), luminance(b)];
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(hex: string): number {
  const rgb = Number.parseInt(hex.slice(1), 16);
  return 0.2126 * linear(rgb >> 16) + 0.7152 * linear((rgb >> 8) & 255) + 0.0722 * linear(rgb & 255);
}

/** A channel of sRGB, 0 to 255, as a share of its light (IEC 61966-2-1). */
const linear = (channel: number): number =>
  channel <= 10 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;

/**
 * A theme colour with luminance modulation and offset in percent, as Office computes `a:lumMod` and `a:lumOff`:
 * the lightness of HSL times the one plus the other (ECMA-376 part 1, 20.1.2.3.20 and .21).
 */
export function tint(hex: string, lumMod: number, lumOff: number): string {
  const colour = hsl(hex)!;
  return upper({ ...colour, l: Math.min(1, Math.max(0, (colour.l * lumMod + lumOff) / 100)) });
}

/** `share` of `over` laid on `under`, 0 to 1, in sRGB as a transparent fill would be. */
export const mix = (under: string, over: string, share: number): string =>
  upper(interpolate([under, over], 'rgb')(share));

/** The same chroma at another lightness (0 to 1) and with the hue turned by degrees, in OKLCH, within sRGB. */
export function turn(hex: string, degrees: number, lightness: number): string {
  const colour = oklch(hex)!;
  return upper(clampChroma({ ...colour, l: lightness, h: ((colour.h ?? 0) + degrees) % 360 }, 'oklch'));
}

/** The smallest CIE76 distance under normal, protan, deutan and tritan vision at full severity (Machado 2009). */
export function distance(a: string, b: string): number {
  const [first, second] = [rgb(a)!, rgb(b)!];
  return Math.min(...VISIONS.map(see => cie76(see(first), see(second))));
}

const VISIONS: readonly ((colour: Rgb) => Rgb)[] = [
  colour => colour,
  filterDeficiencyProt(1),
  filterDeficiencyDeuter(1),
  filterDeficiencyTrit(1),
];
const cie76 = differenceCie76();

const upper = (colour: Parameters<typeof formatHex>[0]): string => formatHex(colour)!.toUpperCase();
