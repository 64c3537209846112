/** Judgements as drawings: what they show is told by shape, and by words for who sees none. */
import { expect, test } from 'vitest';
import { contrast } from '../../src/colour/colour.ts';
import { loadFaces } from '../../src/fonts/fonts.ts';
import { layout } from '../../src/layout/layout.ts';
import { colourOf, STATUSES } from '../../src/model/brand.ts';
import type { MarkNode } from '../../src/model/node.ts';
import { NOWHERE } from '../../src/model/origin.ts';
import type { Item } from '../../src/model/scene.ts';
import { contains } from '../../src/model/units.ts';
import { box, deckOf, slide, sourceOf } from '../support/nodes.ts';
import { builtIn, house } from '../support/scene.ts';

const faces = await loadFaces(builtIn, house.brand, 'en');

function drawn(shows: MarkNode['shows']): Item {
  const mark: MarkNode = { kind: 'mark', name: 'mark', shows, colour: 'muted', alt: 'Money: 3/4', origin: NOWHERE };
  const deck = deckOf([slide('A title that says what is so', box([mark]))]);
  return layout(deck, sourceOf(), faces, () => {}).slides[0]!.items.find(({ name }) => name === 'mark')!;
}

test('a ball is a ring of 0.30 in and as many quarters as it shows', () => {
  const parts = ([0, 1, 2, 3, 4] as const).map(shows => {
    const ball = drawn(shows);
    if (ball.kind !== 'group') throw new Error('no group');
    expect(ball).toMatchObject({ alt: 'Money: 3/4', frame: { width: 21.6, height: 21.6 } });
    return ball.items.map(item => (item.kind === 'shape' ? [item.geometry, item.fill] : []));
  });
  const ring = ['ellipse', null];
  expect(parts).toEqual([
    [ring],
    [ring, ['quarter', 'muted']],
    [ring, ['half', 'muted']],
    [ring, ['three-quarters', 'muted']],
    [ring, ['ellipse', 'muted']],
  ]);
});

test('statuses differ in shape and letter, and the letter is read on its shape', () => {
  const marks = STATUSES.map(drawn).map(item => {
    if (item.kind !== 'shape' || item.words === null) throw new Error('no shape with words');
    expect(contains(item.frame, item.words.frame)).toBe(true);
    const [run] = item.words.paragraphs[0]!.runs;
    if (run?.kind !== 'run') throw new Error('no letter');
    const [front, ground] = [run.colour, item.words.ground].map(token => colourOf(house.brand, token).hex);
    expect(contrast(front!, ground!)).toBeGreaterThanOrEqual(4.5);
    return [item.geometry, run.text];
  });
  expect(marks).toEqual([
    ['ellipse', 'G'],
    ['triangle', 'A'],
    ['rectangle', 'R'],
  ]);
});
