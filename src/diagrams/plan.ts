/** Every length of a relationship map: its columns, the channels between them, and the way of each tie. */
import type { DiagramPart } from '../model/node.ts';
import { hundredths, type Points, type Rect, right } from '../model/units.ts';
import type { AcrossTie, Arrangement, Tie } from './arrangement.ts';
import type { DiagramContext } from './kind.ts';
import { type Lanes, lanesOf } from './lanes.ts';
import { partsOf, plainOf } from './parts.ts';
import { nameOf, type Plate, plateOf } from './ties.ts';
import { tracksOf } from './tracks.ts';

/** Width of a node: 1.9 in, less on narrow pages. */
const NODE = { width: 136.8, share: 0.17 } as const;
/** Of a channel beside its words: at the core, between two tracks, and at the partner. */
const SEEN = { port: 6, track: 8, arrival: 6 } as const;

/** The way of a tie across a channel. */
export interface Route {
  /** Level at the core node, and at the partner. */
  readonly port: Points;
  readonly lane: Points;
  /** Where its elbow turns; null for a straight line. */
  readonly turn: Points | null;
  /** Middle of its words. */
  readonly middle: Points;
}

export interface Plan {
  readonly frames: ReadonlyMap<string, Rect>;
  readonly names: ReadonlyMap<string, Plate>;
  readonly plates: ReadonlyMap<Tie, Plate>;
  readonly routes: ReadonlyMap<AcrossTie, Route>;
  /** How many tracks the elbows of the fuller channel need. */
  readonly tracks: number;
  readonly excess: Points;
}

/** Lays a map out with room for a number of tracks in each channel. */
export function planMap(
  diagram: DiagramPart,
  arrangement: Arrangement,
  { frame, tracks }: { readonly frame: Rect; readonly tracks: number },
  context: DiagramContext,
): Plan {
  const { left, core, right: partners, across, along } = arrangement;
  const width = hundredths(Math.min(NODE.width, NODE.share * frame.width));
  const edge = hundredths(right(frame) - width);
  const middle = left.length > 0 ? hundredths((frame.x + edge) / 2) : frame.x;
  const room = edge - middle - width - SEEN.port - tracks * SEEN.track - SEEN.arrival;
  const names = new Map(partsOf(diagram, 'node').map(node => [plainOf(node, 'id')!, nameOf(node, width, context)]));
  const plates = new Map<Tie, Plate>([
    ...across.map(tie => [tie, plateOf(tie.part, room, context)] as const),
    ...along.map(tie => [tie, plateOf(tie.part, width, context)] as const),
  ]);
  const [words, label] = [(id: string) => names.get(id)!.height, (tie: Tie) => plates.get(tie)!.height];
  const lanes = lanesOf({ arrangement, words, label }, frame.height);
  const column = (ids: readonly string[], x: Points) =>
    ids.map((id): [string, Rect] => {
      const { y, height } = lanes.extent(id);
      return [id, { x, y: hundredths(frame.y + y), width, height: hundredths(height) }];
    });
  const channels = [
    routesOf(
      across.filter(({ partner }) => left.includes(partner)),
      lanes,
      { from: middle, to: frame.x + width },
      frame,
      tracks,
    ),
    routesOf(
      across.filter(({ partner }) => partners.includes(partner)),
      lanes,
      { from: middle + width, to: edge },
      frame,
      tracks,
    ),
  ];
  return {
    frames: new Map([...column(left, frame.x), ...column(core, middle), ...column(partners, edge)]),
    names,
    plates,
    routes: new Map(channels.flatMap(({ routes }) => [...routes])),
    tracks: Math.max(...channels.map(channel => channel.tracks)),
    excess: Math.max(lanes.lack, ...[...names.values(), ...plates.values()].map(({ lack }) => lack)),
  };
}

/** The ties of one channel between a core node's edge and a partner's; those that bend have a track each where they would touch. */
function routesOf(
  ties: readonly AcrossTie[],
  lanes: Lanes,
  { from, to }: { readonly from: Points; readonly to: Points },
  frame: Rect,
  reserved: number,
): { readonly routes: ReadonlyMap<AcrossTie, Route>; readonly tracks: number } {
  const level = (y: Points) => hundredths(frame.y + y);
  const levels = ties.map(tie => ({ tie, port: level(lanes.port(tie)), lane: level(lanes.lane(tie)) }));
  const bends = levels.filter(({ port, lane }) => port !== lane);
  const tracks = tracksOf(bends);
  const towards = Math.sign(to - from);
  const start = from + towards * (SEEN.port + reserved * SEEN.track);
  const middle = hundredths((start + to - towards * SEEN.arrival) / 2);
  const routes = levels.map(({ tie, port, lane }, index): [AcrossTie, Route] => {
    const track = tracks[bends.indexOf(levels[index]!)];
    const turn = track === undefined ? null : hundredths(from + towards * (SEEN.port + track * SEEN.track));
    return [tie, { port, lane, turn, middle }];
  });
  return { routes: new Map(routes), tracks: Math.max(0, ...tracks.map(track => track + 1)) };
}
