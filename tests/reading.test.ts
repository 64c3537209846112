/** Readers from npm that nobody here wrote find what the scene holds: in a deck of every item and in the reference deck. Fixtures: `fixtures.test.ts`. */
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../src/build.ts';
import { openProject } from '../src/files.ts';
import type { Scene } from '../src/model/scene.ts';
import { readZip, writeZip } from '../src/package/package.ts';
import { pptx } from '../src/writers/pptx/pptx.ts';
import { HOME } from './support/cli.ts';
import { EVERYTHING } from './support/everything.ts';
import { chartsOf, differences, type Reading, readBack, saidBy } from './support/reading.ts';

/** What differs between a scene and what was read of its deck. */
const unlike = (scene: Scene, { slides, charts }: Reading): readonly string[] => [
  ...saidBy(scene).flatMap((said, index) =>
    JSON.stringify(said) === JSON.stringify(slides[index])
      ? []
      : [`slide ${index + 1}: ${JSON.stringify(slides[index])}`],
  ),
  ...chartsOf(scene).flatMap((chart, index) => differences(chart, charts[index]!)),
];

let everything: Uint8Array;
beforeAll(async () => {
  const context = {
    faces: null as never,
    modified: null,
    version: '1.2.3',
    input: '',
    report: () => {},
    handout: () => [],
  };
  everything = (await pptx.write(EVERYTHING, context))[0]!.bytes;
});

test('a deck with every kind of item', async () => {
  const reading = await readBack(everything);
  expect(reading.slides).toEqual(saidBy(EVERYTHING));
  expect(unlike(EVERYTHING, reading)).toEqual([]);
});

test('the reference deck in each of its languages', async () => {
  const { artifacts, versions } = await build(openProject(HOME), {
    briefing: 'data/korea-ai-semiconductors',
    languages: 'all',
  });
  for (const [index, { scene }] of versions.entries())
    expect(unlike(scene, await readBack(artifacts[index]!.bytes))).toEqual([]);
});

/** The zip with the text of one entry changed, also of an entry within an entry. */
function changed(zip: Uint8Array, [name, ...within]: readonly string[], from: string | RegExp, to: string): Uint8Array {
  const files = new Map<string, Uint8Array | string>(readZip(zip));
  const before = files.get(name!) as Uint8Array;
  const text = new TextDecoder().decode(before);
  if (within.length === 0 && text.replace(from, to) === text) throw new Error(`${name} does not hold ${from}`);
  files.set(name!, within.length > 0 ? changed(before, within, from, to) : text.replace(from, to));
  return writeZip([...files].map(([name, content]) => ({ name, content })));
}

const BOOK = 'ppt/embeddings/workbook1.xlsx';
const SHEET = 'xl/worksheets/sheet1.xml';

describe('a difference is seen', () => {
  test.each<[string, readonly string[], string | RegExp, string, RegExp]>([
    ['in a text', ['ppt/slides/slide2.xml'], 'A bullet that', 'A bullet this', /^slide 2: /],
    ['in a blank between runs', ['ppt/slides/slide2.xml'], '> and <', '>and <', /^slide 2: /],
    ['in a cell', ['ppt/slides/slide6.xml'], '삼성전자', '삼성', /^slide 6: /],
    ['in notes', ['ppt/notesSlides/notesSlide2.xml'], 'A question', 'An answer', /^slide 2: /],
    ['in a value of a workbook', [BOOK, SHEET], '<v>0</v>', '<v></v>', /^values of SK hynix & co: \[null\], not \[0\]/],
    [
      'in a gap of a workbook',
      [BOOK, SHEET],
      '</is></c></row></sheetData>',
      '</is></c><c r="B4"><v>0</v></c></row></sheetData>',
      /^values of Micron/,
    ],
    ['in a category of a workbook', [BOOK, SHEET], 'Micron', 'Macron', /^categories: /],
    ['in a number format', [BOOK, 'xl/styles.xml'], '0&quot;%&quot;', '0.0', /^number formats: /],
    ['in the extent of the table', [BOOK, 'xl/tables/table1.xml'], 'A1:B4', 'A1:B3', /^tables: /],
    ['in a cached value', ['ppt/charts/chart1.xml'], '<c:v>41</c:v>', '<c:v>42</c:v>', /^cached values of Share/],
    ['in a cached category', ['ppt/charts/chart1.xml'], '<c:v>Micron</c:v>', '<c:v>Macron</c:v>', /^cached labels/],
    [
      'in the name of a series',
      ['ppt/charts/chart1.xml'],
      '<c:v>Share</c:v>',
      '<c:v>Part</c:v>',
      /^there is no column for Part/,
    ],
    [
      'in a reference',
      ['ppt/charts/chart1.xml'],
      'Sheet1!$B$2:$B$4',
      'Sheet1!$B$2:$B$3',
      /^Sheet1!\$B\$2:\$B\$3 is not/,
    ],
  ])('%s', async (_, path, from, to, says) => {
    const found = unlike(EVERYTHING, await readBack(changed(everything, path, from, to)));
    expect(found[0]).toMatch(says);
  });
});
