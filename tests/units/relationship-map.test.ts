/** Relationship maps by laws: whatever the nodes and the ties, lines keep off words and nodes, and meet what they join. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange } from '../../src/diagrams/arrangement.ts';
import { tracksOf } from '../../src/diagrams/tracks.ts';
import type { DiagramPart } from '../../src/model/node.ts';
import type { Connector, Group, Item, Shape } from '../../src/model/scene.ts';
import { bottom, contains, overlapArea, type Point, type Rect, right } from '../../src/model/units.ts';
import { drawn } from '../support/diagram.ts';
import { diagram, part } from '../support/nodes.ts';

const draw = (parts: readonly DiagramPart[], placement: string) =>
  drawn(diagram('relationship-map', { placement }, parts));

const node = (id: string, group: string, words: string) => part('node', { id, group }, words);
const tie = (from: string, to: string, words: string) =>
  part('tie', { from, to, kind: 'capital', dash: 'solid', arrow: 'no' }, words);

const words = (most: number) =>
  fc
    .array(fc.constantFrom('one', 'carriages', 'lease', 'of', 'memorandum', '2025', 'research'), {
      minLength: 1,
      maxLength: most,
    })
    .map(all => all.join(' '));
/** Any map of up to seven nodes and ten ties; ends may be any two nodes. */
const maps = fc
  .record({ groups: fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }), names: words(3) })
  .chain(({ groups, names }) =>
    fc.record({
      nodes: fc.constant([
        node('n0', 'core', names),
        ...groups.map((core, index) => node(`n${index + 1}`, core ? 'core' : 'partner', names)),
      ]),
      ties: fc.array(
        fc
          .tuple(fc.nat(groups.length), fc.nat(groups.length), words(6))
          .filter(([from, to]) => from !== to)
          .map(([from, to, label]) => tie(`n${from}`, `n${to}`, label)),
        { minLength: 1, maxLength: 10 },
      ),
      placement: fc.constantFrom('hub', 'columns'),
    }),
  );

const isShape = (item: Item): item is Shape => item.kind === 'shape';
const isLine = (item: Item): item is Connector => item.kind === 'connector';

/** A line's parts as rectangles without a width or a height. */
const partsOf = ({ from, corners, to }: Connector): readonly Rect[] => {
  const points: readonly Point[] = [from, ...corners, to];
  return points.slice(1).map((end, index) => {
    const start = points[index]!;
    return {
      x: Math.min(start.x, end.x),
      y: Math.min(start.y, end.y),
      width: Math.abs(start.x - end.x),
      height: Math.abs(start.y - end.y),
    };
  });
};

/** Whether a line's part goes through the inside of a frame; along its edge is not through it. */
const through = (line: Rect, frame: Rect): boolean =>
  line.x < right(frame) - 0.1 &&
  right(line) > frame.x + 0.1 &&
  line.y < bottom(frame) - 0.1 &&
  bottom(line) > frame.y + 0.1;

const isOnEdge = ({ x, y }: Point, frame: Rect): boolean => {
  const [across, down] = [
    x >= frame.x - 0.02 && x <= right(frame) + 0.02,
    y >= frame.y - 0.02 && y <= bottom(frame) + 0.02,
  ];
  const near = (a: number, b: number) => Math.abs(a - b) < 0.02;
  return (
    (across && (near(y, frame.y) || near(y, bottom(frame)))) || (down && (near(x, frame.x) || near(x, right(frame))))
  );
};

/** Whether two parts run on one another for a while. */
function coincide(a: Rect, b: Rect): boolean {
  const along = (one: Rect, two: Rect) => Math.min(right(one), right(two)) - Math.max(one.x, two.x);
  const down = (one: Rect, two: Rect) => Math.min(bottom(one), bottom(two)) - Math.max(one.y, two.y);
  const level = a.height === 0 && b.height === 0 && Math.abs(a.y - b.y) < 1 && along(a, b) > 1;
  return level || (a.width === 0 && b.width === 0 && Math.abs(a.x - b.x) < 1 && down(a, b) > 1);
}

describe('a relationship map', () => {
  test('keeps lines off words and nodes, words and nodes off each other, and all of it in its frame', () => {
    fc.assert(
      fc.property(maps, ({ nodes, ties, placement }) => {
        const { group, said } = draw([...nodes, ...ties], placement);
        const [shapes, lines] = [group.items.filter(isShape), group.items.filter(isLine)];
        const stray = arrange(diagram('relationship-map', { placement }, [...nodes, ...ties]).root).stray;
        expect(lines).toHaveLength(ties.length - stray.length);
        expect(shapes).toHaveLength(nodes.length + lines.length);
        if (said.length > 0) return;
        for (const [index, one] of shapes.entries()) {
          expect(contains(group.frame, one.frame, 0.1)).toBe(true);
          expect(contains(one.frame, one.words!.frame)).toBe(true);
          expect(one.words!.height).toBeLessThanOrEqual(one.words!.frame.height + 0.1);
          for (const two of shapes.slice(index + 1)) expect(overlapArea(one.frame, two.frame)).toBe(0);
        }
        for (const line of lines) {
          for (const end of [line.from, line.to])
            expect(isOnEdge(end, shapes.find(({ name }) => name === end.item)!.frame)).toBe(true);
          const own = line.name.replace(/ line$/, '');
          const foreign = shapes.filter(({ name }) => name !== own);
          const crossed = partsOf(line).flatMap(piece => foreign.filter(({ frame }) => through(piece, frame)));
          expect(crossed.map(({ name }) => name)).toEqual([]);
        }
        for (const [index, one] of lines.entries())
          for (const two of lines.slice(index + 1))
            expect(partsOf(one).some(a => partsOf(two).some(b => coincide(a, b)))).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  test('is the same in whichever order its ties are met, once they are sorted', () => {
    const nodes = [node('a', 'core', 'A'), node('b', 'partner', 'B'), node('c', 'partner', 'C')];
    const ties = [tie('a', 'b', 'one'), tie('c', 'a', 'two')];
    const frames = (group: Group) => group.items.filter(isShape).map(({ frame }) => frame);
    const [one, two] = [draw([...nodes, ...ties], 'hub'), draw([...nodes, ...ties.toReversed()], 'hub')];
    const sorted = (group: Group) => frames(group).toSorted((a, b) => a.x - b.x || a.y - b.y);
    expect(sorted(one.group)).toEqual(sorted(two.group));
  });

  test('draws a tie straight unless it must cross another', () => {
    const nodes = [
      node('a', 'core', 'A'),
      node('b', 'core', 'B'),
      node('c', 'core', 'C'),
      node('p', 'partner', 'P'),
      node('q', 'partner', 'Q'),
    ];
    const crossing = [tie('a', 'p', 'one'), tie('c', 'p', 'two'), tie('b', 'q', 'three')];
    const bends = (parts: readonly DiagramPart[]) =>
      draw([...nodes, ...parts], 'columns')
        .group.items.filter(isLine)
        .filter(({ corners }) => corners.length > 0).length;
    expect(bends([tie('a', 'p', 'one'), tie('b', 'p', 'two'), tie('c', 'q', 'three')])).toBe(0);
    expect(bends(crossing)).toBe(1);
  });
});

test('bends whose upright parts would touch turn at different tracks', () => {
  const bends = fc.array(fc.record({ port: fc.nat(200), lane: fc.nat(200) }), { maxLength: 10 });
  fc.assert(
    fc.property(bends, all => {
      const tracks = tracksOf(all);
      for (const [one, a] of all.entries())
        for (const [two, b] of all.entries()) {
          if (one >= two || tracks[one] !== tracks[two]) continue;
          const apart =
            Math.max(Math.min(a.port, a.lane), Math.min(b.port, b.lane)) -
            Math.min(Math.max(a.port, a.lane), Math.max(b.port, b.lane));
          expect(apart).toBeGreaterThanOrEqual(4);
        }
    }),
  );
});
