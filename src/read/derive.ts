/** Colours that a brand leaves out, from those that it has. */
import { contrast, distance, mix, turn } from '../colour/colour.ts';

export const isLighter = (one: string, other: string): boolean => contrast(one, '#000000') > contrast(other, '#000000');

/** As far from white as from black (WCAG contrast). */
export const MIDDLE = '#757575';

/** The nearest relative of a colour that has a contrast to a ground: whiter on a dark one, blacker on a light one. */
export function lift(hex: string, least: number, ground: string): string {
  const towards = isLighter(ground, MIDDLE) ? '#000000' : '#FFFFFF';
  for (let share = 0; share < 1; share += 0.04) {
    const found = mix(hex, towards, share);
    if (contrast(found, ground) >= least) return found;
  }
  return towards;
}

/** Ink for secondary text: three quarters of it where that can be read, else all of it. */
export function soften(ink: string, paper: string): string {
  const hex = mix(paper, ink, 0.75);
  return contrast(hex, paper) >= 4.5 ? hex : ink;
}

/** The lightest mixture of ink in paper that still shows as a mark, at 3:1 (WCAG 2.2, 1.4.11). */
export function grey(ink: string, paper: string): string {
  for (let share = 0.3; share < 1; share += 0.02) {
    const hex = mix(paper, ink, share);
    if (contrast(hex, paper) >= 3) return hex;
  }
  return ink;
}

/** Empty accents take what the brand has already, and then hues as far from all the others as can be. */
export function fillAccents(
  asked: readonly (string | null)[],
  own: readonly string[],
  [ink, paper]: [string, string] | string[],
) {
  const accents = [...asked];
  const spare = [...own];
  for (const [index, accent] of accents.entries()) {
    if (accent !== null) continue;
    const used = [ink!, ...accents.filter(hex => hex !== null)];
    const apart = (hex: string) => Math.min(...used.map(other => distance(hex, other)));
    const fits = (hex: string) => contrast(hex, paper!) >= 3 && apart(hex) >= 12;
    const found = spare.find(fits) ?? furthest(accents[0]!, paper!, hex => (fits(hex) ? apart(hex) : -1));
    accents[index] = found;
  }
  return accents as string[];
}

/** Lightness (OKLCH) of marks that can be seen on each ground, the most usual first. */
const MARKS = { light: [0.5, 0.38, 0.62], dark: [0.76, 0.9, 0.6] } as const;

/** Of thirty-six relatives of a colour, twelve hues at three lightnesses, the one that scores highest; the first of equals. */
function furthest(hex: string, paper: string, score: (hex: string) => number): string {
  const relatives = MARKS[isLighter(paper, MIDDLE) ? 'light' : 'dark'].flatMap(lightness =>
    Array.from({ length: 12 }, (_, step) => turn(hex, step * 30, lightness)),
  );
  return relatives.reduce((best, relative) => (score(relative) > score(best) ? relative : best));
}
