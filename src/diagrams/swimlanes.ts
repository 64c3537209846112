/** The lanes of a roadmap: their steps on levels, each on the first where nothing is in its way. */
import type { DiagramPart } from '../model/node.ts';
import type { Item } from '../model/scene.ts';
import { hundredths, type Points, type Rect } from '../model/units.ts';
import { daysOf } from './days.ts';
import type { DiagramContext, SetWords } from './kind.ts';
import { type Candidate, onLevels } from './levels.ts';
import { inlinesOf, lineOf, paragraphOf, partsOf } from './parts.ts';
import { daysOfStep, drawStep, type Placing, placingsOf, type Step, stepAt } from './steps.ts';
import { positionOn, type Years } from './years.ts';

/** Room above the first and below the last level of a lane, and between two of them. */
const LANE_PADDING = 6;
const LEVEL_GAP = 4;

export interface Lane {
  readonly part: DiagramPart;
  readonly label: SetWords;
  readonly steps: readonly (readonly [placing: Placing, level: number])[];
  /** Heights of its levels. */
  readonly levels: readonly Points[];
  readonly height: Points;
}

export const stepsOf = (lane: DiagramPart): readonly DiagramPart[] => partsOf(lane, 'step');

/** What its name and its labels lack of the width, in points; nothing above 0 where all fit. */
export const laneExcess =
  (width: Points) =>
  ({ label, steps }: Lane): readonly Points[] => [label.narrowest - width, ...steps.map(([{ excess }]) => excess)];

export function layLane(part: DiagramPart, width: Points, grid: Rect, years: Years, context: DiagramContext): Lane {
  const at = positionOn(years, grid.x, grid.width);
  const steps = stepsOf(part)
    .map(step => {
      const [from, to] = daysOfStep(step) ?? [0, 0];
      const [first, last] = daysOf(`${years.first}..${years.last}`)!;
      return stepAt(step, at(from), at(to), { left: from < first, right: to > last }, grid);
    })
    .sort((a, b) => a.from - b.from);
  const reach = { from: grid.x, to: grid.x + grid.width };
  const placed = onLevels(alike(steps, reach, context), 0);
  const levels: Points[] = [];
  for (const [{ height }, level] of placed) levels[level] = Math.max(levels[level] ?? 0, height);
  const label = setLaneLabel(part, context).balanced(width);
  const needed = Math.max(
    label.heightAt(width),
    levels.reduce((sum, height) => sum + height, (levels.length - 1) * LEVEL_GAP),
  );
  return { part, label, steps: placed, levels, height: needed + 2 * LANE_PADDING };
}

/** The ways to draw the steps of a lane: where the label of one bar stands beside it, so do those of all for which there is room. */
function alike(steps: readonly Step[], reach: Candidate, context: DiagramContext): readonly (readonly Placing[])[] {
  const placings = steps.map(step => placingsOf(step, reach, context));
  if (placings.every(([best]) => !best!.step.isPhase || best!.side === 'inside')) return placings;
  return steps.map((step, at) => {
    const beside = placingsOf(step, reach, context, true);
    return beside.every(({ excess }) => excess === 0) ? beside : placings[at]!;
  });
}

/** Its hairline, its name, and its steps in order of time, level by level in the middle of its height. */
export function drawLane(
  lane: Lane,
  frame: Rect,
  width: Points,
  name: string,
  context: DiagramContext,
): readonly Item[] {
  const { label, levels, steps } = lane;
  const used = levels.reduce((sum, height) => sum + height, (levels.length - 1) * LEVEL_GAP);
  const middles = levels.map((height, level) => {
    const above = levels.slice(0, level).reduce((sum, one) => sum + one + LEVEL_GAP, 0);
    return hundredths(frame.y + (frame.height - used) / 2 + above + height / 2);
  });
  const below = hundredths(frame.y + frame.height);
  const place = { x: frame.x, y: hundredths(frame.y), width: hundredths(width), height: hundredths(frame.height) };
  return [
    lineOf(`${name} rule`, { x: frame.x, y: below }, { x: hundredths(frame.x + frame.width), y: below }, 'hairline'),
    label.lay(`${name} label`, place),
    ...steps.flatMap(([placing, level], index) =>
      drawStep(placing, middles[level]!, `${name} step ${index + 1}`, context),
    ),
  ];
}

function setLaneLabel(part: DiagramPart, { size, ground, set }: DiagramContext): SetWords {
  const stanza = { paragraphs: paragraphOf(inlinesOf(part, 'label'), part), size, colour: 'ink', bold: true };
  return set({ stanzas: [stanza], role: 'table', align: 'left', anchor: 'middle', ground, origin: part.origin });
}
