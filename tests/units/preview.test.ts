/** What the page is told of a build: the same whatever was shown before, with every slide that is meant at its place. */
import { describe, expect, test } from 'vitest';
import { build } from '../../src/build.ts';
import { type DiskProject, openProject } from '../../src/files.ts';
import { FORGETFUL } from '../../src/model/memory.ts';
import { interleave } from '../../src/preview/outline.ts';
import { looksSame } from '../../src/preview/same.ts';
import { type Rendered, render } from '../../src/preview/views.ts';
import { HOME } from '../support/cli.ts';

const BRIEFING = 'data/korea-ai-semiconductors';
const ALL = { language: null, audience: null, brand: null, page: null, ground: null };
const NONE = { language: [], audience: [], brand: [], page: [], ground: [] };

/** The checkout with one file changed. */
function edited(name: string, change: (text: string) => string): DiskProject {
  const whole = openProject(HOME);
  return {
    ...whole,
    read(asked) {
      const bytes = whole.read(asked);
      return bytes === null || asked !== name
        ? bytes
        : new TextEncoder().encode(change(new TextDecoder().decode(bytes)));
    },
  };
}

async function shown(project: DiskProject, before: Rendered | null): Promise<Rendered> {
  const result = await build(project, { briefing: BRIEFING, formats: [] });
  return render({ project, result, selection: ALL, choices: NONE, editor: '', memory: FORGETFUL }, before);
}

const EDITS: readonly (readonly [name: string, project: DiskProject])[] = [
  ['nothing', edited('', text => text)],
  ['a remark in a first line', edited(`${BRIEFING}/facts.yaml`, text => `# One line further down\n${text}`)],
  ['a title', edited(`${BRIEFING}/sections/talent.yaml`, text => text.replace(/( {4}en: ).*/, '$1Other words'))],
  ['a number', edited(`${BRIEFING}/facts.yaml`, text => text.replace(/value: 9\.4\b/, 'value: 9.5'))],
  ['a colour', edited('assets/brands/briefing/_brand.yml', text => text.replace('#0B5CAD', '#7A1FA2'))],
  ['a logo', edited('assets/brands/briefing/logos/mark.svg', text => text.replace('#8C95A1', '#FF0000'))],
  ['the order', edited(`${BRIEFING}/briefing.yaml`, text => text.replace(/summary, agenda/, 'agenda, summary'))],
];

test.each(EDITS)('after an edit of %s, what was drawn before changes nothing of what is shown', async (_, project) => {
  const before = await shown(openProject(HOME), null);
  const warm = await shown(project, before);
  const cold = await shown(project, null);
  expect(warm.view).toEqual(cold.view);
  expect(new Map(warm.drawings)).toEqual(new Map(cold.drawings));
});

test('a slide that cannot be read has a card at its place, the first time too', async () => {
  const whole = await shown(openProject(HOME), null);
  const broken = edited(`${BRIEFING}/sections/talent.yaml`, text =>
    text.replace(/\$\([a-z][a-z0-9-]*(?![\s\S]*\$\()/, '$(nothing'),
  );
  const { view } = await shown(broken, null);
  expect(view.slides.map(({ id }) => id)).toEqual(whole.view.slides.map(({ id }) => id));
  const lost = view.slides.filter(({ drawing }) => drawing === null).map(({ id }) => id);
  expect(lost.length).toBe(1);
  expect(view.problems.map(({ slide, code }) => [slide, code])).toEqual([[lost[0], 'unknown-fact']]);
});

describe('interleave', () => {
  test.each([
    [
      ['a', 'b'],
      ['a', 'x', 'b'],
      ['a', 'x', 'b'],
    ],
    [
      ['a', 'b'],
      ['x', 'a', 'b', 'y'],
      ['x', 'a', 'b', 'y'],
    ],
    [[], ['a', 'b'], ['a', 'b']],
    [
      ['b', 'a'],
      ['a', 'x', 'b'],
      ['b', 'a', 'x'],
    ],
    [['a'], [], ['a']],
  ])('%j with what %j has', (present, wanted, merged) => expect(interleave(present, wanted)).toEqual(merged));
});

test('only what is seen counts for a look', () => {
  const text = (words: string, start: number) => ({ lines: new Map([['one', [{ words }]]]), origin: { start } });
  expect(looksSame(text('a', 1), text('a', 2))).toBe(true);
  expect(looksSame(text('a', 1), text('b', 1))).toBe(false);
  expect(looksSame({ bytes: Uint8Array.of(1, 2) }, { bytes: Uint8Array.of(1, 3) })).toBe(false);
  expect(looksSame([1, 2], [1, 2, 3])).toBe(false);
  expect(looksSame({ a: null }, { a: {} })).toBe(false);
});
