/** What two decks do not both say. */
import { expect, test } from 'vitest';
import { differences, type TracedDeck } from '../../src/difference.ts';
import { loadFaces } from '../../src/fonts/fonts.ts';
import { FORGETFUL } from '../../src/model/memory.ts';
import type { Slide } from '../../src/model/scene.ts';
import { traceOf } from '../../src/trace.ts';
import { WRITERS } from '../../src/writers/writers.ts';
import { at, builtIn, house, sceneOf, slideOf, textBlock, titleBlock } from '../support/scene.ts';

const faces = await loadFaces(builtIn, house.brand, 'en');
const context = { faces, modified: null, version: '1', input: '', report() {}, handout: () => [], memory: FORGETFUL };

async function deckOf(slides: readonly Slide[]): Promise<TracedDeck> {
  const [deck] = await WRITERS.pptx.write(sceneOf(slides), context);
  return { trace: traceOf(deck!.bytes)!, bytes: deck!.bytes };
}

const figure = (words: string, fact: string) =>
  textBlock('figure', words, at(60, 160, 400, 40), { fact: { fact, member: null } });
const titled = (number: number, title: string, ...items: readonly ReturnType<typeof figure>[]) =>
  slideOf(number, [titleBlock(title), ...items], { id: `demo/${title.split(' ')[0]!.toLowerCase()}` });

test('two decks that say the same have no difference, wherever things stand and lines break', async () => {
  const moved = { ...figure('₩9.4 trillion', 'pledge'), frame: at(90, 200, 400, 60) };
  const before = await deckOf([titled(1, 'Money is pledged', figure('₩9.4\ntrillion', 'pledge'))]);
  expect(differences(before, before)).toBe('');
  expect(differences(before, await deckOf([titled(1, 'Money is pledged', moved)]))).toBe('');
});

test('words, facts and slides that went and came are told, each on its slide', async () => {
  const before = await deckOf([
    titled(1, 'Agenda'),
    titled(2, 'Money is pledged', figure('₩9.4 trillion', 'pledge')),
    titled(3, 'People are short', figure('3,000', 'gap')),
  ]);
  const after = await deckOf([
    titled(1, 'Money is pledged', figure('₩9.8 trillion', 'pledge')),
    titled(2, 'People are short', figure('3,000', 'shortage')),
    titled(3, 'Trust is new'),
  ]);
  expect(differences(before, after).split('\n')).toEqual([
    '- slide 1 demo/agenda: Agenda',
    'slide 1 demo/money, slide 2 before',
    '  - figure: ₩9.4 trillion (pledge)',
    '  + figure: ₩9.8 trillion (pledge)',
    'slide 2 demo/people, slide 3 before',
    '  - fact gap',
    '  + fact shortage',
    '+ slide 3 demo/trust: Trust is new',
    '',
  ]);
});
