/** Ecosystem maps by laws: whatever the layers and the names, chips of a layer are alike, hold their words and keep off each other. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Shape } from '../../src/model/scene.ts';
import { contains, overlapArea } from '../../src/model/units.ts';
import { drawn } from '../support/diagram.ts';
import { diagram, part } from '../support/nodes.ts';

const names = fc
  .array(fc.constantFrom('Alpine', 'Night', 'Works', 'of', 'Maintenance', 'Co'), { minLength: 1, maxLength: 5 })
  .map(words => words.join(' '));
const members = fc
  .tuple(names, fc.option(names))
  .map(([name, former]) => part('member', former === null ? {} : { former }, name));
const layers = fc
  .tuple(names, fc.array(members, { minLength: 1, maxLength: 10 }))
  .map(([label, all]) => part('layer', { label }, '', all));

/** Positions are kept to a hundredth of a point. */
const ROUNDING = 0.02;

test('chips of a layer are of one size, hold their words, and lie on nothing', () => {
  fc.assert(
    fc.property(fc.array(layers, { minLength: 2, maxLength: 6 }), all => {
      const { group, said } = drawn(diagram('ecosystem-map', {}, all));
      const chips = group.items.filter((item): item is Shape => item.kind === 'shape');
      expect(chips).toHaveLength(all.reduce((sum, { parts }) => sum + parts.length, 0));
      if (said.length > 0) return;
      for (const [index, layer] of all.entries()) {
        const own = chips.filter(({ name }) => name.startsWith(`ecosystem-map layer ${index + 1} `));
        expect(own).toHaveLength(layer.parts.length);
        expect(new Set(own.map(({ frame }) => `${frame.width} ${frame.height}`)).size).toBe(1);
        expect(new Set(own.map(({ frame }) => frame.y)).size).toBeLessThanOrEqual(2);
      }
      const placed = group.items.filter(item => item.kind !== 'connector');
      for (const [index, one] of placed.entries()) {
        expect(contains(group.frame, one.frame, 0.1)).toBe(true);
        const words = one.kind === 'shape' ? one.words! : null;
        if (words !== null) expect(words.height).toBeLessThanOrEqual(words.frame.height + 0.1);
        for (const two of placed.slice(index + 1))
          expect(overlapArea(one.frame, two.frame)).toBeLessThan(ROUNDING * one.frame.width);
      }
    }),
    { numRuns: 60 },
  );
});
