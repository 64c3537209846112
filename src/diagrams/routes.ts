/** The lines of a relationship map, and everything on it in reading order. */
import type { ColourToken } from '../model/brand.ts';
import type { DiagramPart } from '../model/node.ts';
import type { Connector, Item, Shape, Stroke } from '../model/scene.ts';
import { bottom, hundredths, type Point, type Rect, right } from '../model/units.ts';
import type { AcrossTie, Arrangement, Tie } from './arrangement.ts';
import type { DiagramContext } from './kind.ts';
import { ABOVE_LINE } from './lanes.ts';
import { elbowOf, lineOf, partsOf, plainOf } from './parts.ts';
import type { Plan } from './plan.ts';
import { drawNode, drawPlate } from './ties.ts';

/** Width of a tie, in points. */
const LINE = 1.25;

/** Lines first, so that plates of ties within a column lie on them; then each tie as a sentence: who, what, with whom. A node is read where it is first met. */
export function drawPlan(
  diagram: DiagramPart,
  { across, along }: Arrangement,
  plan: Plan,
  { name, ground }: DiagramContext,
): readonly Item[] {
  const nodes = partsOf(diagram, 'node');
  const ties = partsOf(diagram, 'tie');
  const nodeName = (id: string) => `${name} node ${nodes.findIndex(node => plainOf(node, 'id') === id) + 1}`;
  const drawing = { plan, nodeName, tieName: ({ part }: Tie) => `${name} tie ${ties.indexOf(part) + 1}`, ground };
  const drawn = [...across.map(tie => drawAcross(tie, drawing)), ...along.map(tie => drawAlong(tie, drawing))].toSorted(
    (one, two) => ties.indexOf(one.tie.part) - ties.indexOf(two.tie.part),
  );
  const met = new Set<string>();
  const meet = (node: DiagramPart): readonly Shape[] => {
    const id = plainOf(node, 'id')!;
    if (met.has(id)) return [];
    met.add(id);
    return [drawNode(node, plan.names.get(id)!, plan.frames.get(id)!, nodeName(id))];
  };
  const nodeOf = (id: string) => nodes.find(node => plainOf(node, 'id') === id)!;
  const told = drawn.flatMap(({ tie, plate }) => [...meet(nodeOf(tie.from)), plate, ...meet(nodeOf(tie.to))]);
  return [...drawn.map(({ line }) => line), ...told, ...nodes.flatMap(meet)];
}

interface Drawing {
  readonly plan: Plan;
  readonly nodeName: (id: string) => string;
  readonly tieName: (tie: Tie) => string;
  readonly ground: ColourToken;
}

interface DrawnTie {
  readonly tie: Tie;
  readonly line: Connector;
  readonly plate: Shape;
}

function drawAcross(tie: AcrossTie, { plan, nodeName, tieName, ground }: Drawing): DrawnTie {
  const { port, lane, turn, middle } = plan.routes.get(tie)!;
  const plate = plan.plates.get(tie)!;
  const [core, partner] = [plan.frames.get(tie.core)!, plan.frames.get(tie.partner)!];
  const isRight = partner.x > core.x;
  const inner = { x: isRight ? hundredths(right(core)) : core.x, y: port, item: nodeName(tie.core) };
  const outer = { x: isRight ? partner.x : hundredths(right(partner)), y: lane, item: nodeName(tie.partner) };
  const [from, to] = tie.from === tie.core ? [inner, outer] : [outer, inner];
  const name = tieName(tie);
  const line =
    turn === null ? lineOf(`${name} line`, from, to, 'muted') : elbowOf(`${name} line`, from, to, turn, 'muted');
  return {
    tie,
    line: inLook(line, tie),
    plate: drawPlate(plate, { x: middle, y: lane - ABOVE_LINE - plate.height / 2 }, name, ground),
  };
}

/** Straight down or up, from the middle of one edge to that of the other. */
function drawAlong(tie: Tie, { plan, nodeName, tieName, ground }: Drawing): DrawnTie {
  const [from, to] = [plan.frames.get(tie.from)!, plan.frames.get(tie.to)!];
  const isDown = from.y < to.y;
  const end = (frame: Rect, isUpper: boolean): Point => ({
    x: hundredths(frame.x + frame.width / 2),
    y: hundredths(isUpper ? bottom(frame) : frame.y),
  });
  const start = { ...end(from, isDown), item: nodeName(tie.from) };
  const stop = { ...end(to, !isDown), item: nodeName(tie.to) };
  const name = tieName(tie);
  const plate = drawPlate(plan.plates.get(tie)!, { x: start.x, y: (start.y + stop.y) / 2 }, name, ground);
  return { tie, line: inLook(lineOf(`${name} line`, start, stop, 'muted'), tie), plate };
}

function inLook(line: Connector, { part }: Tie): Connector {
  const dash = plainOf(part, 'dash') as Stroke['dash'];
  return {
    ...line,
    origin: part.origin,
    stroke: { ...line.stroke, width: LINE, dash },
    arrow: plainOf(part, 'arrow') === 'yes' ? 'end' : 'none',
  };
}
