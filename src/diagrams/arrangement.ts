/** The order of a relationship map, without lengths: which node stands in which column, and which ties run across and along. */
import type { DiagramPart } from '../model/node.ts';
import { partsOf, plainOf } from './parts.ts';

/** A tie with the ids of the nodes that it joins. */
export interface Tie {
  readonly part: DiagramPart;
  readonly from: string;
  readonly to: string;
}

/** A tie between a core node and a partner. */
export interface AcrossTie extends Tie {
  readonly core: string;
  readonly partner: string;
}

export interface Arrangement {
  /** Ids from top to bottom. */
  readonly core: readonly string[];
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** Between a core node and a partner, from top to bottom on the left, then on the right. */
  readonly across: readonly AcrossTie[];
  /** Those of them that would have to cross another of their side: their lines bend, all others are straight. */
  readonly bent: ReadonlySet<AcrossTie>;
  /** Between two neighbours of one column. */
  readonly along: readonly Tie[];
  /** Neither: no line can be drawn that crosses no node. */
  readonly stray: readonly Tie[];
}

/** The ties whose two ends are nodes of the map. */
export function tiesOf(diagram: DiagramPart): readonly Tie[] {
  const known = new Set(partsOf(diagram, 'node').map(node => plainOf(node, 'id')));
  return partsOf(diagram, 'tie').flatMap(part => {
    const [from, to] = [plainOf(part, 'from'), plainOf(part, 'to')];
    return known.has(from) && known.has(to) ? [{ part, from: from!, to: to! }] : [];
  });
}

/**
 * Core nodes in the order of the data, partners at the level of the core nodes that they are tied to. Those tied to one another stand
 * next to each other. A hub deals the partners to both sides; a side that would have none leaves all to the other.
 */
export function arrange(diagram: DiagramPart): Arrangement {
  const ties = tiesOf(diagram);
  const ids = (isCore: boolean) =>
    partsOf(diagram, 'node')
      .filter(node => (plainOf(node, 'group') === 'core') === isCore)
      .map(node => plainOf(node, 'id')!);
  const isCore = new Set(ids(true));
  const within = (core: boolean) => ties.filter(({ from, to }) => isCore.has(from) === core && isCore.has(to) === core);
  const across = ties.flatMap((tie): AcrossTie[] => {
    const { from, to } = tie;
    if (isCore.has(from) === isCore.has(to)) return [];
    return [isCore.has(from) ? { ...tie, core: from, partner: to } : { ...tie, core: to, partner: from }];
  });
  const cores = chained(ids(true), within(true));
  const partners = chained(ids(false), within(false));
  const along = [...cores.joined, ...partners.joined];
  const core = cores.chains.flat();
  const sorted = levelled(partners.chains, core, across);
  const [left, right] = plainOf(diagram, 'placement') === 'columns' ? [[], sorted.flat()] : dealt(sorted, across);
  const drawn = new Set<DiagramPart>([...across, ...along].map(({ part }) => part));
  const inOrder = (ids: readonly string[]) => ids.flatMap(id => inCoreOrder(id, across, core));
  return {
    core,
    left,
    right,
    across: [...inOrder(left), ...inOrder(right)],
    bent: new Set([...bentAmong(inOrder(left), core), ...bentAmong(inOrder(right), core)]),
    along,
    stray: ties.filter(({ part }) => !drawn.has(part)),
  };
}

const inCoreOrder = (id: string, ties: readonly AcrossTie[], core: readonly string[]): readonly AcrossTie[] =>
  ties.filter(({ partner }) => partner === id).toSorted((one, two) => core.indexOf(one.core) - core.indexOf(two.core));

/** What is left beside the longest run of ties whose core nodes follow each other from top to bottom. */
function bentAmong(ties: readonly AcrossTie[], core: readonly string[]): readonly AcrossTie[] {
  const runs: AcrossTie[][] = [];
  for (const tie of ties) {
    const before = runs.filter(run => core.indexOf(run.at(-1)!.core) <= core.indexOf(tie.core));
    const longest = before.reduce((best, run) => (run.length > best.length ? run : best), [] as AcrossTie[]);
    runs.push([...longest, tie]);
  }
  const straight = runs.reduce((best, run) => (run.length > best.length ? run : best), [] as AcrossTie[]);
  return ties.filter(tie => !straight.includes(tie));
}

/** Ids in chains, so that two of them that are tied are neighbours; a tie that would make a fork or a ring joins nothing. */
function chained(ids: readonly string[], ties: readonly Tie[]) {
  let chains: readonly (readonly string[])[] = ids.map(id => [id]);
  const joined: Tie[] = [];
  for (const tie of ties) {
    const [one, two] = [tie.from, tie.to].map(id => chains.find(chain => chain.includes(id))!) as [string[], string[]];
    const isEnd = (chain: readonly string[], id: string) => chain[0] === id || chain.at(-1) === id;
    if (one === two || !isEnd(one, tie.from) || !isEnd(two, tie.to)) continue;
    const long = [
      ...(one.at(-1) === tie.from ? one : one.toReversed()),
      ...(two[0] === tie.to ? two : two.toReversed()),
    ];
    const inOrder = ids.indexOf(long[0]!) < ids.indexOf(long.at(-1)!) ? long : long.toReversed();
    const first = chains.find(chain => chain === one || chain === two);
    chains = chains.flatMap(chain => (chain === first ? [inOrder] : chain === one || chain === two ? [] : [chain]));
    joined.push(tie);
  }
  return { chains, joined };
}

/** Chains of partners by the mean place of the core nodes that they are tied to (barycentres, Sugiyama 1981); those without come last. */
function levelled(chains: readonly (readonly string[])[], core: readonly string[], ties: readonly AcrossTie[]) {
  const level = (ids: readonly string[]): number => {
    const places = ties.filter(({ partner }) => ids.includes(partner)).map(tie => core.indexOf(tie.core));
    return places.length === 0 ? core.length : places.reduce((sum, place) => sum + place, 0) / places.length;
  };
  const upright = chains.map(chain => (level([chain[0]!]) > level([chain.at(-1)!]) ? chain.toReversed() : chain));
  return upright.toSorted((one, two) => level(one) - level(two));
}

/** Chains from the top, each to the side that has fewer ties. */
function dealt(
  chains: readonly (readonly string[])[],
  ties: readonly AcrossTie[],
): readonly [left: readonly string[], right: readonly string[]] {
  const sides: [string[], string[]] = [[], []];
  const load = (ids: readonly string[]): number =>
    ids.reduce((sum, id) => sum + Math.max(1, ties.filter(({ partner }) => partner === id).length), 0);
  for (const chain of chains) sides[load(sides[0]) < load(sides[1]) ? 0 : 1].push(...chain);
  return sides[0].length === 0 ? [[], sides[1]] : sides;
}
