/** Maps by laws: whatever the places, each stands where it is, and no name lies on another or off the map. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadAtlas } from '../../src/maps/maps.ts';
import type { DiagramPart } from '../../src/model/node.ts';
import { contains, overlapArea, type Rect } from '../../src/model/units.ts';
import { atlas, drawn } from '../support/diagram.ts';
import { buildFixture } from '../support/fixture.ts';
import { box, deckOf, diagram, part, slide, text } from '../support/nodes.ts';
import { builtIn } from '../support/scene.ts';

const FRAME: Rect = { x: 40, y: 130, width: 650, height: 330 };
const locations = fc.record({
  latitude: fc.integer({ min: -55, max: 78 }),
  longitude: fc.integer({ min: -179, max: 179 }),
});

function place({ latitude, longitude }: { latitude: number; longitude: number }, label: string): DiagramPart {
  const bare = part('place', {}, label);
  const value = (number: number) => ({ plain: `${number}`, inlines: [], quantity: { value: number } as never });
  return {
    ...bare,
    values: new Map([
      ['latitude', value(latitude)],
      ['longitude', value(longitude)],
    ]),
  };
}

describe('a map', () => {
  test('holds every location that it is made for, and land within its frame alone', () => {
    fc.assert(
      fc.property(fc.array(locations, { minLength: 1, maxLength: 8 }), all => {
        const { land, at } = atlas.view('points', all, FRAME);
        for (const location of all) expect(at(location)).not.toBeNull();
        for (const [, ...numbers] of land?.steps ?? [])
          for (const [index, number] of numbers.entries()) {
            expect(number).toBeGreaterThanOrEqual(-0.1);
            expect(number).toBeLessThanOrEqual((index % 2 === 0 ? FRAME.width : FRAME.height) + 0.1);
          }
      }),
      { numRuns: 60 },
    );
  });

  test('shows north above south, and places across the Pacific on the side where they are nearer', () => {
    const [seoul, indiana, oslo] = [
      { latitude: 37.6, longitude: 127 },
      { latitude: 40.4, longitude: -86.9 },
      { latitude: 59.9, longitude: 10.8 },
    ];
    const pair = atlas.view('points', [seoul, indiana], FRAME);
    expect(pair.at(seoul)!.x).toBeLessThan(pair.at(indiana)!.x);
    const all = atlas.view('points', [seoul, indiana, oslo], FRAME);
    expect(all.at(indiana)!.x).toBeLessThan(all.at(seoul)!.x);
    expect(all.at(oslo)!.y).toBeLessThan(all.at(indiana)!.y);
    expect(atlas.view('europe', [oslo], FRAME).at(seoul)).toBeNull();
  });

  test('names, or numbers, lie on no other and on no point', () => {
    const names = fc.constantFrom('Oslo', 'Busan', 'West Lafayette, Indiana', 'São Paulo');
    fc.assert(
      fc.property(fc.array(fc.tuple(locations, names), { minLength: 1, maxLength: 8 }), all => {
        const { group, said } = drawn(
          diagram(
            'geo-map',
            {},
            all.map(([at, name]) => place(at, name)),
          ),
        );
        expect(group.items.filter(({ kind }) => kind === 'shape')).toHaveLength(all.length);
        if (said.length > 0) return;
        const placed = group.items.filter(({ kind }) => kind === 'text');
        const dots = group.items.filter(({ kind }) => kind === 'shape');
        for (const [index, one] of placed.entries()) {
          expect(contains(group.frame, one.frame, 0.1)).toBe(true);
          for (const two of [...placed.slice(index + 1), ...dots])
            expect(overlapArea(one.frame, two.frame)).toBeLessThan(0.02 * one.frame.width);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is loaded where a slide asks for one, and not before', async () => {
    expect(await loadAtlas(builtIn, deckOf([slide('No map', box([text('Words')]))]))).toBeNull();
    const asked = async (fixture: string) => [...(await buildFixture(fixture, { formats: [] })).project.asked.keys()];
    expect((await asked('slide-bullets')).filter(path => path.includes('atlas'))).toEqual([]);
    expect((await asked('slide-geo-map')).filter(path => path.includes('atlas'))).toHaveLength(1);
  });
});
