/** What cards and the so-what stand on, in the style of the brand. */
import type { ColourToken, Style } from '../model/brand.ts';
import type { Origin } from '../model/origin.ts';
import type { Shape } from '../model/scene.ts';
import { inches, type Points, type Rect } from '../model/units.ts';
import type { SlideContext } from './context.ts';

/** Width of the bar at the left edge of an accented ground. */
export const ACCENT_WIDTH = inches(0.06);

/** Of the rule above a card, and of an accented one. */
const RULE = { plain: 1, accent: 3 } as const;

/** Whether a box stands below a rule: nothing is drawn behind it, so that its words begin at its edge. */
export const isBelowRule = (fill: ColourToken | null, card: Style['card']): boolean =>
  card === 'rule' && fill === 'card';

interface Stand {
  readonly name: string;
  readonly frame: Rect;
  readonly fill: ColourToken | null;
  readonly accent: boolean;
  readonly origin: Origin;
}

/** The shapes behind a box: its ground with the bar of an accent, or the rule above it. */
export function standOf({ name, frame, fill, accent, origin }: Stand, context: SlideContext): readonly Shape[] {
  const panel = (part: string, place: Rect, colour: ColourToken): Shape => ({
    kind: 'shape',
    name: context.name(`${name} ${part}`),
    frame: place,
    origin,
    facts: [],
    alt: '',
    placeholder: null,
    geometry: 'rectangle',
    fill: colour,
    hatched: false,
    stroke: null,
    words: null,
  });
  if (isBelowRule(fill, context.brand.style.card)) {
    const height: Points = accent ? RULE.accent : RULE.plain;
    return [panel('rule', { ...frame, height }, accent ? 'primary' : 'mark')];
  }
  return [
    ...(fill === null ? [] : [panel('ground', frame, fill)]),
    ...(accent ? [panel('accent', { ...frame, width: ACCENT_WIDTH }, 'primary')] : []),
  ];
}
