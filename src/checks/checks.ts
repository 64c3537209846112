/** The rules that every finished scene is held to, in the order in which they report. */
import type { Report } from '../model/diagnostic.ts';
import type { Scene } from '../model/scene.ts';
import { alternatives } from './alt.ts';
import { axes } from './axes.ts';
import { bounds } from './bounds.ts';
import { claim } from './claim.ts';
import { contrasts } from './contrast.ts';
import { density } from './density.ts';
import { facts } from './facts.ts';
import { footnotes } from './footnotes.ts';
import { titleLength } from './length.ts';
import { overflow } from './overflow.ts';
import { overlap } from './overlap.ts';
import type { Rule } from './rule.ts';
import { sizes } from './size.ts';
import { sourced } from './sourced.ts';
import { titles } from './title.ts';
import { verified } from './verified.ts';

export const RULES: readonly Rule[] = [
  titles,
  titleLength,
  claim,
  overflow,
  bounds,
  overlap,
  sizes,
  facts,
  sourced,
  footnotes,
  verified,
  density,
  alternatives,
  contrasts,
  axes,
];

/** Holds a scene to every rule: slide by slide first, then the deck as a whole. */
export function check(scene: Scene, report: Report): void {
  for (const slide of scene.slides) for (const rule of RULES) rule.slide?.(slide, scene, report);
  for (const rule of RULES) rule.deck?.(scene, report);
}
