/** The same input gives the same bytes: in any order, beside other builds, warm or cold; and the deck names its input by a hash. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuildOptions, build } from '../src/build.ts';
import { openProject } from '../src/files.ts';
import { inputHash, noting } from '../src/input.ts';
import { FORGETFUL, type Memory, openMemory } from '../src/model/memory.ts';
import type { Project } from '../src/model/project.ts';
import { briefwright, HOME, inFolder } from './support/cli.ts';
import { openDeck } from './support/deck.ts';
import { buildFixture, fixtureNames } from './support/fixture.ts';

const BRIEFING = 'data/korea-ai-semiconductors';
const LANGUAGES = ['en', 'ko', 'zh'] as const;
const AUDIENCES = [null, 'minister', 'board'] as const;
const JOBS = AUDIENCES.flatMap(audience => LANGUAGES.map(language => ({ audience, languages: [language] })));

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type Hashed = readonly [name: string, hash: string];

/** The files of a build of the reference briefing. */
async function hashes(options: Partial<BuildOptions>, memory: Memory = FORGETFUL): Promise<readonly Hashed[]> {
  const { artifacts } = await build(openProject(HOME), { briefing: BRIEFING, ...options }, memory);
  return artifacts.map(({ name, bytes }) => [name, hash(bytes)]);
}

/** The decks of many builds, each begun when the one before is done. */
async function oneByOne(jobs: readonly Partial<BuildOptions>[], before = async (): Promise<void> => {}) {
  const decks: Hashed[] = [];
  for (const job of jobs) {
    await before();
    decks.push(...(await hashes(job)));
  }
  return decks;
}

describe('a deck has the same bytes', () => {
  let alone: readonly Hashed[];
  beforeAll(async () => {
    alone = await oneByOne(JOBS);
  });

  test('in the other order, each after a build that failed', async () => {
    const backwards = await oneByOne([...JOBS].reverse(), async () => {
      expect((await buildFixture('check-overflow')).result.artifacts).toEqual([]);
    });
    expect(backwards.reverse()).toEqual(alone);
  });

  test('when all are built at the same time', async () => {
    expect((await Promise.all(JOBS.map(job => hashes(job)))).flat()).toEqual(alone);
  });

  test('alone, and as one of all languages', async () => {
    const builds = AUDIENCES.map(audience => hashes({ audience, languages: 'all' }));
    expect((await Promise.all(builds)).flat()).toEqual(alone);
  });

  test('with what the builds before it have left in a memory', async () => {
    const memory = openMemory();
    for (const job of JOBS) {
      expect(alone).toContainEqual((await hashes(job, memory))[0]);
      memory.turn();
    }
  });

  test('written with previews, and without', async () => {
    expect((await hashes({ formats: ['svg', 'pptx'] })).at(-1)).toEqual(alone[0]);
  });

  test('from a process of its own', () =>
    inFolder(async folder => {
      const name = 'korea-ai-semiconductors.board.ko.pptx';
      expect(briefwright(['build', BRIEFING, '--audience', 'board', '--lang', 'ko', '-o', folder], HOME).code).toBe(0);
      expect(alone).toContainEqual([name, hash(readFileSync(join(folder, name)))]);
    }));
});

test('a memory changes neither what is drawn nor what is said, the second time either', async () => {
  const memory = openMemory();
  for (const name of fixtureNames().filter(name => /^(slide-p|read-[dtu]|expand-t)/.test(name))) {
    const cold = await buildFixture(name, { formats: ['text', 'png'] });
    for (const _ of ['first', 'again']) {
      const warm = await buildFixture(name, { formats: ['text', 'png'] }, memory);
      expect(warm.found, name).toEqual(cold.found);
      expect(warm.result.artifacts, name).toEqual(cold.result.artifacts);
      memory.turn();
    }
  }
});

/** Saves of one after the other, as in a preview; each is what to replace by what in which file of the reference briefing. */
const SAVES: readonly (readonly [what: string, ...replaced: readonly (readonly [string, RegExp, string])[]])[] = [
  ['nothing'],
  ['a message', ['sections/talent.yaml', /^( {4}en: ).*/m, '$1The forecast gap is $(ksia-gap) by 2031']],
  ['the date', ['briefing.yaml', /^date: .*/m, 'date: 2025-07-16']],
  ['a source', ['sources.yaml', /en: Reuters,/, 'en: Reuters Agency,']],
  ['a line above', ['sections/talent.yaml', /^/, '# a comment\n']],
  [
    'two characters without a width',
    ['sections/talent.yaml', /^( {4}en: )/m, '$1ש '],
    ['sections/startups.yaml', /^( {4}en: )/m, '$1ש '],
  ],
  ['the second of them alone', ['sections/talent.yaml', /^( {4}en: )/m, '$1ש ']],
  ['a fact', ['facts.yaml', /value: 9\.4\b/, 'value: 9.6']],
  ['the order', ['briefing.yaml', /agenda, investment, leaders,/, 'agenda, leaders, investment,']],
  ['a slide fewer', ['briefing.yaml', /^(order: .*) agenda,/m, '$1']],
  ['nothing again'],
];

test('a save changes what it would have changed from the start', async () => {
  const memory = openMemory();
  const disk = openProject(HOME);
  for (const [what, ...replaced] of SAVES) {
    const edits = new Map<string, string>();
    for (const [file, pattern, by] of replaced) {
      const name = `${BRIEFING}/${file}`;
      const text = new TextDecoder().decode(disk.read(name)!);
      expect(text, what).toMatch(pattern);
      edits.set(name, text.replace(pattern, by));
    }
    const read = (name: string) => (edits.has(name) ? new TextEncoder().encode(edits.get(name)) : disk.read(name));
    const cold = await build({ ...disk, read }, { briefing: BRIEFING });
    const warm = await build({ ...disk, read }, { briefing: BRIEFING }, memory);
    expect(warm.diagnostics, what).toEqual(cold.diagnostics);
    expect(warm.artifacts.map(({ bytes }) => hash(bytes))).toEqual(cold.artifacts.map(({ bytes }) => hash(bytes)));
    memory.turn();
  }
});

describe('the hash of the input', () => {
  const project = (files: Readonly<Record<string, string>>): Project => ({
    read: name => (files[name] === undefined ? null : new TextEncoder().encode(files[name])),
    list: () => [],
  });
  const hashed = (files: Readonly<Record<string, string>>, names: readonly string[]): string => {
    const input = new Map<string, string>();
    const noted = noting(project(files), input);
    for (const name of names) noted.read(name);
    return inputHash(input);
  };
  const files = { a: 'one', b: 'two', c: 'three' };
  const read = hashed(files, ['a', 'b']);

  test.each([
    ['is the same in any order, however often a file is read', hashed(files, ['b', 'a', 'b']), true],
    ['does not count what was asked for and is not there', hashed(files, ['a', 'nowhere', 'b']), true],
    ['does not count what nobody read', hashed({ ...files, c: 'four' }, ['a', 'b']), true],
    ['changes with a file', hashed({ ...files, b: 'too' }, ['a', 'b']), false],
    ['changes with a name', hashed({ a: 'one', d: 'two' }, ['a', 'd']), false],
    ['changes where two files change places', hashed({ a: 'two', b: 'one' }, ['a', 'b']), false],
    ['counts every file that was read', hashed(files, ['a', 'b', 'c']), false],
  ])('%s', (_, other, same) => expect(other === read).toBe(same));

  test('stands in the manifest, and changes with the data, the templates, the brand and the pictures', async () => {
    const whole = openProject(HOME);
    const inputOf = async (changed: string | null): Promise<string> => {
      const touched: Project = {
        list: folder => whole.list(folder),
        read(name) {
          const bytes = whole.read(name);
          return bytes === null || name !== changed ? bytes : Uint8Array.from([...bytes, LINE_FEED]);
        },
      };
      const { artifacts } = await build(touched, { briefing: 'tests/fixtures/slide-picture' });
      return openDeck(artifacts[0]!.bytes).root('customXml/item1.xml')!.attributes.input!;
    };
    const input = await inputOf(null);
    expect(input).toMatch(/^[0-9a-f]{64}$/);
    expect(await inputOf('data/korea-ai-semiconductors/facts.yaml')).toBe(input);
    for (const read of READ) expect(await inputOf(read), read).not.toBe(input);
  });
});

/** At the end of a file it changes nothing but the bytes. */
const LINE_FEED = 0x0a;

const READ = [
  'tests/fixtures/slide-picture/briefing.yaml',
  'tests/fixtures/slide-picture/platform.svg',
  'templates/slides/picture.hbs',
  'assets/brands/briefing/_brand.yml',
];
