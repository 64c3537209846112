/** Roadmaps on any input: nothing outside of the frame, no label on another, everything where its day is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onLevels } from '../../src/diagrams/levels.ts';
import { columnsPerYear, positionOn } from '../../src/diagrams/years.ts';
import type { DiagramPart } from '../../src/model/node.ts';
import type { Item } from '../../src/model/scene.ts';
import { contains, overlapArea } from '../../src/model/units.ts';
import { drawn } from '../support/diagram.ts';
import { diagram, part } from '../support/nodes.ts';

const lay = (lanes: readonly DiagramPart[], more: Readonly<Record<string, string>> = {}) =>
  drawn(diagram('roadmap', more, lanes));

/** Square points: frames are rounded to a hundredth of a point on each side. */
const HAIR = 10;

const textsIn = (items: readonly Item[]) =>
  items.flatMap(item =>
    item.kind === 'text' ? [item] : item.kind === 'shape' && item.words !== null ? [item.words] : [],
  );

const year = fc.integer({ min: 2024, max: 2032 });
const words = fc.constantFrom(
  'Bill',
  'First train is handed over',
  'Platforms are lengthened at every station of the line',
);
const step = fc
  .tuple(fc.boolean(), year, fc.integer({ min: 0, max: 3 }), words, fc.boolean())
  .map(([isPhase, from, length, label, hatched]) =>
    part(
      'step',
      {
        ...(isPhase ? { from: `${from}`, to: `${from + length}` } : { at: `${from}` }),
        forecast: hatched ? 'yes' : 'no',
      },
      label,
    ),
  );
const lanes = fc
  .array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
  .map(all => all.map((steps, index) => part('lane', { label: `Lane ${index + 1}` }, '', steps)));

describe('a roadmap', () => {
  test('keeps its words apart and in its frame, or says what it lacks', () => {
    fc.assert(
      fc.property(lanes, found => {
        const { group, said } = lay(found, {
          today: '2025-03-14',
          'today-label': '14 Mar 2025',
          key: 'Target or forecast',
        });
        if (said.length > 0) {
          expect(said.map(({ problem }) => problem.code)).toEqual(['figure-too-small']);
          return;
        }
        for (const item of group.items) expect(contains(group.frame, item.frame, 0.1), item.name).toBe(true);
        const labels = textsIn(group.items);
        for (const [index, one] of labels.entries())
          for (const two of labels.slice(index + 1))
            expect(overlapArea(one.frame, two.frame), `${one.name} and ${two.name}`).toBeLessThan(HAIR);
        const marks = group.items.filter(({ name }) => /(bar|diamond)$/.test(name));
        for (const mark of marks)
          for (const text of labels.filter(({ name }) => !name.startsWith(mark.name.replace(/ \w+$/, ''))))
            expect(overlapArea(mark.frame, text.frame), `${mark.name} and ${text.name}`).toBeLessThan(HAIR);
      }),
      { numRuns: 25 },
    );
  });

  test('where the label of one bar stands beside it, so do those of its lane', () => {
    const long = part('step', { from: '2026', to: '2026' }, 'First train is handed over');
    const short = part('step', { from: '2027', to: '2030' }, 'Bill');
    const inBar = (steps: readonly DiagramPart[]) =>
      lay([part('lane', { label: 'Trains' }, '', steps)], { span: '2026..2035' }).group.items.flatMap(item =>
        item.kind === 'shape' && item.name.endsWith('bar') ? [item.words !== null] : [],
      );
    expect(inBar([short])).toEqual([true]);
    expect(inBar([long, short])).toEqual([false, false]);
  });

  test('a phase that began before the years shown begins with them', () => {
    const steps = [part('step', { to: '2027' }, 'Loans'), part('step', { at: '2030' }, 'End')];
    const { group } = lay([part('lane', { label: 'Money' }, '', steps)], { span: '2026..2030' });
    const frameOf = (name: string) => group.items.find(item => item.name === `roadmap ${name}`)!.frame;
    const [bar, axis] = [frameOf('lane 1 step 1 bar'), frameOf('axis')];
    expect(bar.x).toBe(axis.x);
    expect(bar.width / axis.width).toBeCloseTo(2 / 5, 2);
  });
});

test('things that share a level keep their gap, and none needs a level more than there are things', () => {
  const candidate = fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 30 }))
    .map(([from, length]) => ({ from, to: from + length }));
  fc.assert(
    fc.property(
      fc.array(fc.array(candidate, { minLength: 1, maxLength: 3 }), { maxLength: 12 }),
      fc.integer({ min: 0, max: 5 }),
      (things, gap) => {
        const placed = onLevels(things, gap);
        expect(placed.length).toBe(things.length);
        for (const [index, [one, level]] of placed.entries()) {
          expect(things[index]).toContain(one);
          expect(level).toBeLessThan(things.length);
          for (const [two, other] of placed.slice(index + 1))
            if (other === level)
              expect(Math.max(one.from, two.from) - Math.min(one.to, two.to)).toBeGreaterThanOrEqual(gap);
        }
      },
    ),
  );
});

test('years have ten to forty columns, and days stand in proportion', () => {
  for (let length = 1; length <= 40; length++) {
    const years = { first: 2026, last: 2025 + length };
    const columns = length * columnsPerYear(years);
    expect(columns).toBeGreaterThanOrEqual(10);
    expect(columns).toBeLessThanOrEqual(40);
  }
  const at = positionOn({ first: 2026, last: 2027 }, 100, 730);
  // 2026-01-01 is day 20454.
  expect([at(20454), at(20454 + 365), at(20454 + 730), at(0), at(99999)]).toEqual([100, 465, 830, 100, 830]);
});
