/** Matrices on any input: points stay where the data puts them, and no label lies on another. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settle } from '../../src/diagrams/labels.ts';
import type { DiagramPart } from '../../src/model/node.ts';
import type { TextBlock } from '../../src/model/scene.ts';
import { contains, overlapArea } from '../../src/model/units.ts';
import { drawn } from '../support/diagram.ts';
import { diagram, part } from '../support/nodes.ts';

const axes = [
  part('axis', { along: 'x', name: 'Evidence', low: 'thin', high: 'firm' }),
  part('axis', { along: 'y', name: 'Impact', low: 'local', high: 'national' }),
];
const quadrants = ['top-left', 'top-right', 'bottom-right', 'bottom-left'].map(at =>
  part('quadrant', { at }, 'Monitor'),
);

function dot(x: number, y: number, label: string): DiagramPart {
  const bare = part('dot', {}, label);
  const at = (value: number) => ({ plain: `${value}`, inlines: [], quantity: { value } as never });
  return {
    ...bare,
    values: new Map([
      ['x', at(x)],
      ['y', at(y)],
    ]),
  };
}

const lay = (dots: readonly DiagramPart[]) =>
  drawn(diagram('matrix', {}, [...axes, ...quadrants, ...dots, part('remark', {}, 'What it means')]));

const share = fc.integer({ min: 0, max: 100 }).map(value => value / 100);
const label = fc.constantFrom('Money', 'Crews and their training', 'Platforms at small stations of the line');
/** Square points: frames are rounded to a hundredth of a point on each side. */
const HAIR = 5;

test('labels keep clear of each other and of all points, within the frame; or a diagnostic says what is missing', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(share, share, label), { minLength: 3, maxLength: 10 }), found => {
      const { group, said } = lay(found.map(([x, y, words]) => dot(x, y, words)));
      if (said.length > 0) {
        expect(said.map(({ problem }) => problem.code)).toEqual(['figure-too-small']);
        return;
      }
      for (const item of group.items) expect(contains(group.frame, item.frame, 0.1), item.name).toBe(true);
      const texts = group.items.filter((item): item is TextBlock => item.kind === 'text');
      for (const [index, one] of texts.entries())
        for (const two of texts.slice(index + 1))
          expect(overlapArea(one.frame, two.frame), `${one.name} and ${two.name}`).toBeLessThan(HAIR);
      for (const point of group.items.filter(({ kind }) => kind === 'shape'))
        for (const text of texts) expect(overlapArea(point.frame, text.frame), text.name).toBeLessThan(HAIR);
    }),
    { numRuns: 30 },
  );
});

test('points stand where the data puts them', () => {
  const { group } = lay([dot(0, 0, 'Low'), dot(1, 1, 'High'), dot(0.5, 0.25, 'Between')]);
  const frameOf = (name: string) => group.items.find(item => item.name === `matrix ${name}`)!.frame;
  const [low, high, between] = [1, 2, 3].map(index => frameOf(`point ${index} dot`));
  expect((between!.x - low!.x) / (high!.x - low!.x)).toBeCloseTo(0.5, 2);
  expect((between!.y - low!.y) / (high!.y - low!.y)).toBeCloseTo(0.25, 2);
  expect(frameOf('x axis').width).toBeCloseTo(high!.x - low!.x, 1);
});

test('labels that collide make way for numbers, and a list beside the plot names them', () => {
  const { group, said } = lay(
    Array.from({ length: 8 }, (_, index) => dot(0.5 + index / 60, 0.5, 'Crews and their training')),
  );
  const wordsOf = (name: string) => {
    const found = group.items.find(item => item.name === name);
    return found?.kind === 'text' ? found.lines.map(({ spans }) => spans.map(({ text }) => text).join('')) : [];
  };
  expect(said).toEqual([]);
  expect(wordsOf('matrix point 3')).toEqual(['3']);
  expect(wordsOf('matrix remarks').slice(0, 2)).toEqual(['1.Crews and their training', '2.Crews and their training']);
});

test('more points on one spot than numbers have room for are too many', () => {
  const { said } = lay(Array.from({ length: 10 }, () => dot(0.5, 0.5, 'Crews')));
  expect(said.map(({ problem }) => problem.code)).toEqual(['figure-too-small']);
});

test('labels are settled wherever they can be', () => {
  const at = (x: number) => ({ frame: { x, y: 0, width: 10, height: 10 } });
  expect(settle([[at(0), at(20)], [at(0)], [at(20), at(40)]])?.map(({ frame }) => frame.x)).toEqual([20, 0, 40]);
  expect(settle([[at(0)], [at(5)]])).toBeNull();
});
