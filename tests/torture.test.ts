/**
 * Decks under torture: every text of every fixture made too much in one way. Each slide fits, goes on, or fails with a named
 * excess; nothing lies on anything else, and nothing leaves the page.
 */
import { describe, expect, test } from 'vitest';
import { parseDocument, type Scalar, type YAMLMap, YAMLSeq } from 'yaml';
import { build } from '../src/build.ts';
import { check } from '../src/checks/checks.ts';
import { openProject } from '../src/files.ts';
import { loadFaces } from '../src/fonts/fonts.ts';
import { layout } from '../src/layout/layout.ts';
import { loadAtlas } from '../src/maps/maps.ts';
import type { Diagnostic } from '../src/model/diagnostic.ts';
import { FORGETFUL } from '../src/model/memory.ts';
import type { Deck } from '../src/model/node.ts';
import { pptx } from '../src/writers/pptx/pptx.ts';
import { measuringContext, paragraphsOf } from './support/broken.ts';
import { inFolder } from './support/cli.ts';
import { buildFixture, expected, FIXTURES, fixtureNames } from './support/fixture.ts';
import { CAN_RENDER, printed, wordsOf } from './support/office.ts';

/** What an excess may be called: each with what was measured, and what to do. */
const NAMED = new Set(['overflow', 'title-too-long', 'table-too-tall', 'figure-too-small', 'body-too-wide']);

const COLLIDING = new Set(['overlap', 'out-of-bounds']);

/** The ways in which words become too much. */
const WAYS: Readonly<Record<string, (words: string) => string>> = {
  'three times as long': words => `${words} ${words} ${words}`,
  'numbers of twelve digits': words => words.replace(/\d+(?:[.,]\d+)*/g, '123,456,789,012'),
  'German compounds': words => words.replace(/\p{L}{4,}/gu, 'Donaudampfschifffahrtsgesellschaft'),
  Thai: words => words.replace(/\p{L}+/gu, 'ปัญญาประดิษฐ์'),
  emoji: words => words.replace(/\p{L}+/gu, '👩🏽‍🔬🚢'),
  Arabic: words => words.replace(/\p{L}+/gu, 'السفينة'),
  Hebrew: words => words.replace(/\p{L}+/gu, 'אונייה'),
  Korean: words => words.replace(/\p{L}+/gu, '반도체산업'),
};

/** The same value with every text that is shown changed. */
function tortured<T>(value: T, way: (words: string) => string): T {
  if (Array.isArray(value)) return value.map(item => tortured(item, way)) as T;
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, tortured(item, way)])) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (key === 'origin' || key === 'outline' || key === 'facts') return [key, item];
      const isShown = typeof item === 'string' && (key === 'text' || key === 'label' || key === 'words');
      return [key, isShown ? (item === '' ? item : way(item)) : tortured(item, way)];
    }),
  ) as T;
}

const names = fixtureNames().filter(
  name => /^(slide|layout|brand)-/.test(name) && !expected(name).some(line => / error /.test(line)),
);

/** A fixture's deck under torture, and all that is said of it. */
async function tortureOf(name: string, way: (words: string) => string) {
  const { result } = await buildFixture(name, { formats: [] });
  const { source } = result;
  const { deck, language } = result.versions[0]!;
  const faces = await loadFaces(openProject(FIXTURES), source!.brand, language, FORGETFUL);
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void found.push(diagnostic);
  const scene = layout(tortured<Deck>(deck, way), source!, faces, report, await loadAtlas(openProject(FIXTURES), deck));
  check(scene, report);
  const failing = new Set(found.filter(({ problem }) => NAMED.has(problem.code)).map(({ slide }) => slide?.id));
  return { scene, found, failing, faces, context: measuringContext(deck, source!, faces) };
}

describe.each(Object.entries(WAYS))('%s', (_, way) => {
  test.each(names)('%s', async name => {
    const { found, failing } = await tortureOf(name, way);
    // What is too large for its place lies on its neighbours; a slide that says so needs not say that too.
    const silent = found.filter(({ problem, slide }) => COLLIDING.has(problem.code) && !failing.has(slide?.id));
    expect(silent.map(({ problem, slide, message }) => `${problem.code} ${slide?.id} ${message}`)).toEqual([]);
    for (const { problem, message, hint } of found.filter(one => NAMED.has(one.problem.code)))
      expect(`${problem.code} ${message} ${hint}`).toMatch(/\d.*(?:cut|shorten|short|use|put|take|fewer)/);
  });
});

/** The lists of the slides of a fixture by their place in its briefing, each with how many items its contract allows. */
async function listsOf(name: string) {
  const { result, project } = await buildFixture(name, { formats: [] });
  const file = `${name}/briefing.yaml`;
  const document = parseDocument(new TextDecoder().decode(project.read(file)!));
  const { sections = {} } = document.toJS() as { sections?: Record<string, Record<string, unknown>> };
  return Object.entries(sections).flatMap(([section, slides]) =>
    Object.entries(slides).flatMap(([id, slide]) => {
      const template = result.source!.templates.get(`slides/${(slide as { slide?: string } | null)?.slide}`);
      if (template === undefined) return [];
      return Object.entries(template.contract.properties ?? {}).flatMap(([key, { maxItems, oneOf = [] }]) => {
        const most = maxItems ?? Math.max(0, ...oneOf.map(one => one.maxItems ?? 0));
        const path = ['sections', section, id, key];
        return document.getIn(path) instanceof YAMLSeq && most > 0 ? [{ file, document, path, most }] : [];
      });
    }),
  );
}
type List = Awaited<ReturnType<typeof listsOf>>[number];

/** The fixture with so many items in one of its lists, which are told again until they are as many. */
async function withItems(name: string, { file, document, path }: List, count: number) {
  const longer = document.clone();
  const list = longer.getIn(path) as YAMLSeq;
  const given = list.items.length;
  for (let item = given; item < count; item++) list.add((list.items[item % given] as YAMLMap | Scalar).clone());
  const disk = openProject(FIXTURES);
  const text = new TextEncoder().encode(longer.toString({ lineWidth: 0 }));
  const project = { ...disk, read: (asked: string) => (asked === file ? text : disk.read(asked)) };
  return (await build(project, { briefing: name, formats: [] })).diagnostics;
}

describe('every list', () => {
  const slides = names.filter(name => name.startsWith('slide-'));

  test('at its maximum fits, goes on, or fails with a named excess', async () => {
    const silent: string[] = [];
    for (const name of slides)
      for (const list of await listsOf(name)) {
        const found = await withItems(name, list, list.most);
        const failing = new Set(found.filter(({ problem }) => NAMED.has(problem.code)).map(({ slide }) => slide?.id));
        for (const { problem, slide, message } of found)
          if (problem.code === 'wrong-count' || (COLLIDING.has(problem.code) && !failing.has(slide?.id)))
            silent.push(`${name} ${list.path.join('/')} ${problem.code} ${message}`);
      }
    expect(silent).toEqual([]);
  });

  test('of one more is refused, with both numbers', async () => {
    const refused: string[] = [];
    let lists = 0;
    for (const name of slides)
      for (const list of await listsOf(name)) {
        lists++;
        const found = await withItems(name, list, list.most + 1);
        const told = found.find(({ problem }) => problem.code === 'wrong-count')?.message ?? 'nothing';
        if (!told.includes(`${list.most + 1} `) || !told.includes(`at most ${list.most} `))
          refused.push(`${name} ${list.path.join('/')}: ${told}`);
      }
    expect(refused).toEqual([]);
    expect(lists).toBeGreaterThan(20);
  });
});

test.each(['Thai', 'emoji', 'Arabic', 'Hebrew'])('%s is told of, where nothing measures it', async name => {
  const { found } = await tortureOf('slide-bullets', WAYS[name]!);
  expect(found.map(({ problem }) => problem.code)).toContain('unmeasured-character');
});

test.skipIf(!CAN_RENDER)(
  'LibreOffice clips nothing on a slide that fits: no paragraph has more lines than were reserved (needs soffice and pdftotext)',
  { timeout: 600_000 },
  () =>
    inFolder(async folder => {
      const decks = new Map<string, Awaited<ReturnType<typeof tortureOf>>>();
      for (const way of ['three times as long', 'numbers of twelve digits', 'German compounds'])
        for (const name of names.filter(one => one.startsWith('slide-')))
          decks.set(`${name} ${way}`.replaceAll(' ', '-'), await tortureOf(name, WAYS[way]!));
      const files = new Map<string, Uint8Array>();
      for (const [name, { scene, faces }] of decks) {
        const asked = {
          faces,
          modified: null,
          version: '0',
          input: '',
          memory: FORGETFUL,
          handout: () => [],
          report() {},
        };
        files.set(name, (await pptx.write(scene, asked))[0]!.bytes);
      }
      const pdf = printed(files, folder);
      const found = [...decks].flatMap(([name, { scene, failing, context }]) =>
        paragraphsOf(scene, wordsOf(pdf(name)), context)
          .filter(({ slide }) => !failing.has(slide))
          .map(paragraph => ({ ...paragraph, name: `${name} ${paragraph.name}` })),
      );
      const over = found.filter(({ reserved, shown }) => shown !== null && shown > reserved);
      expect(found.length).toBeGreaterThan(500);
      expect(over.map(({ name, reserved, shown }) => `${shown} for ${reserved}: ${name}`)).toEqual([]);
    }),
);
