/** The levels of a relationship map: every tie that can be is a straight line, at one level from its core node to its partner. */
import type { Points } from '../model/units.ts';
import { type Apart, levelsApart, type Reach } from './apart.ts';
import type { AcrossTie, Arrangement, Tie } from './arrangement.ts';

/** Of a node: 0.55 in, higher where its words or its ties ask for it. */
const NODE_HEIGHT = 39.6;
/** Between two nodes, between two labels, and of a tie that is seen above and below its words in a column. */
const GAP = { nodes: 8, labels: 6, link: 10 } as const;
/** Between a tie's line and its label, which stands above it. */
export const ABOVE_LINE = 2;
/** Between two ties that leave a node on one side, and between them and its corners. */
const PORTS = { apart: 10, inset: 10 } as const;

export interface Measured {
  readonly arrangement: Arrangement;
  /** Height that a node's words need. */
  words(id: string): Points;
  /** Height of a tie's label. */
  label(tie: Tie): Points;
}

/** What has a level: a tie across, at its partner, or a node by its id that no straight tie reaches. */
type Step = AcrossTie | string;

export interface Lanes {
  /** Level of a tie at its partner, from the top of the map. */
  lane(tie: AcrossTie): Points;
  /** Level of a tie at its core node: the same, but for those that bend. */
  port(tie: AcrossTie): Points;
  /** Top and height of a node. */
  extent(id: string): { readonly y: Points; readonly height: Points };
  /** Points of height that are missing. */
  readonly lack: Points;
}

export function lanesOf(measured: Measured, height: Points): Lanes {
  const { arrangement } = measured;
  const steps = [
    ...new Set(
      [...arrangement.left, ...arrangement.right, ...arrangement.core].flatMap(id => stepsOf(id, arrangement)),
    ),
  ];
  const apart = pairsOf(measured).map(([above, below, distance]): Apart => {
    return { above: steps.indexOf(above), below: steps.indexOf(below), distance };
  });
  const reaches = steps.map((step): Reach => reachOf(step, measured));
  const { levels, lack } = levelsApart(reaches, apart, height);
  const level = (step: Step): Points => levels[steps.indexOf(step)]!;
  const extent = (id: string) => {
    const own = stepsOf(id, arrangement).map(level);
    const [top, bottom] = [Math.min(...own), Math.max(...own)];
    const bends = 2 * bendsOf(id, arrangement).length * PORTS.apart;
    const tall = Math.max(NODE_HEIGHT, measured.words(id), bottom - top + 2 * PORTS.inset) + bends;
    return { y: (top + bottom - tall) / 2, height: tall };
  };
  return { lane: level, port: tie => portOf(tie, arrangement, level, extent), extent, lack };
}

/** The ties of a partner in the order of the core, the straight ties of a core node; the node itself where there is none. */
function stepsOf(id: string, { across, bent }: Arrangement): readonly Step[] {
  const own = across.filter(tie => tie.partner === id || (tie.core === id && !bent.has(tie)));
  return own.length === 0 ? [id] : own;
}

const bendsOf = (id: string, { bent }: Arrangement): readonly AcrossTie[] =>
  [...bent].filter(({ core }) => core === id);

/** Room that a node needs above and below a level: for half of it, and for ties that bend away. */
const halfOf = (id: string, { arrangement, words }: Measured): Points =>
  Math.max(NODE_HEIGHT, words(id)) / 2 + bendsOf(id, arrangement).length * PORTS.apart;

/** Room that a step's label needs above its line. */
const labelled = (step: Step, { label }: Measured): Points => (typeof step === 'string' ? 0 : label(step) + ABOVE_LINE);

/** Room that a step needs to the edge of the map: for its label, and for the nodes at both its ends. */
function reachOf(step: Step, measured: Measured): Reach {
  const half =
    typeof step === 'string'
      ? halfOf(step, measured)
      : Math.max(halfOf(step.partner, measured), halfOf(step.core, measured));
  return { above: Math.max(labelled(step, measured), half), below: half };
}

/** Which steps stand above which, and how far: labels of one node, neighbours of one column. */
function pairsOf(measured: Measured): readonly (readonly [above: Step, below: Step, distance: Points])[] {
  const { arrangement } = measured;
  const within = [...arrangement.left, ...arrangement.right].flatMap(id => {
    const steps = stepsOf(id, arrangement);
    return steps.slice(1).map((below, index) => {
      const above = steps[index]!;
      return [above, below, GAP.labels + labelled(below, measured)] as const;
    });
  });
  const between = [arrangement.left, arrangement.right, arrangement.core].flatMap(column =>
    column.slice(1).flatMap((lower, index) => neighbours(column[index]!, lower, measured)),
  );
  return [...within, ...between];
}

function neighbours(upper: string, lower: string, measured: Measured) {
  const { arrangement, label } = measured;
  const link = arrangement.along.find(({ from, to }) => [from, to].includes(upper) && [from, to].includes(lower));
  const gap = link === undefined ? GAP.nodes : label(link) + 2 * GAP.link;
  const nodes = halfOf(upper, measured) + gap + halfOf(lower, measured);
  const isCore = arrangement.core.includes(upper);
  const labels = (below: Step) => (isCore ? 0 : GAP.labels + labelled(below, measured));
  return stepsOf(upper, arrangement).flatMap(above =>
    stepsOf(lower, arrangement).map(below => [above, below, Math.max(nodes, labels(below))] as const),
  );
}

/** Ties that bend leave their core node at the end that is nearer to their partner, beyond all that are straight. */
function portOf(
  tie: AcrossTie,
  arrangement: Arrangement,
  level: (step: Step) => Points,
  extent: (id: string) => { readonly y: Points; readonly height: Points },
): Points {
  if (!arrangement.bent.has(tie)) return level(tie);
  const { y, height } = extent(tie.core);
  const isUp = level(tie) < y + height / 2;
  const bends = bendsOf(tie.core, arrangement)
    .filter(other => level(other) < y + height / 2 === isUp)
    .toSorted((one, two) => level(one) - level(two));
  const place = PORTS.apart * (isUp ? bends.indexOf(tie) : bends.length - 1 - bends.indexOf(tie)) + PORTS.apart / 2;
  return isUp ? y + place : y + height - place;
}
