/** One loop over all fixtures: what they say, what they look like, that PowerPoint takes them, and that others read the same in them, as decks and as PDF. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Built, buildFixture, expected, FIXTURES, fixtureNames } from './support/fixture.ts';
import { breaches } from './support/laws.ts';
import { flaws, readPdf, shown, unread } from './support/pdf.ts';
import { chartsOf, differences, readBack, saidBy } from './support/reading.ts';
import { OFFICE_VERSIONS, validate } from './support/validator.ts';

describe.each(fixtureNames())('%s', name => {
  const wanted = expected(name);
  let once: Promise<Built> | null = null;
  const built = async (): Promise<Built> => {
    once ??= buildFixture(name, { formats: ['text', 'pptx', 'pdf'] });
    return once;
  };
  const artifact = async (extension: string): Promise<Uint8Array> =>
    (await built()).result.artifacts.find(file => file.name.endsWith(extension))!.bytes;

  test('says what its comments expect, and nothing else', async () => {
    expect((await built()).found).toEqual(wanted);
  });

  if (wanted.some(line => line.includes(' error '))) {
    test('writes nothing', async () => {
      expect((await built()).result.artifacts.map(file => file.name)).toEqual([]);
    });
    return;
  }

  test('lays out as its golden scene says', async () => {
    const scene = new TextDecoder().decode(await artifact('.txt'));
    await expect(scene).toMatchFileSnapshot(join(FIXTURES, name, 'scene.txt'));
  });

  test('is a package without a flaw', async () => {
    const deck = await artifact('.pptx');
    expect(breaches(deck)).toEqual([]);
    expect(await validate(deck, OFFICE_VERSIONS)).toEqual([]);
  });

  test('says the same to readers of others: texts, notes, tables, charts and their workbooks', async () => {
    const { scene } = (await built()).result.versions[0]!;
    const { slides, charts } = await readBack(await artifact('.pptx'));
    expect(slides).toEqual(saidBy(scene));
    expect(charts.length).toBe(chartsOf(scene).length);
    expect(chartsOf(scene).flatMap((chart, index) => differences(chart, charts[index]!))).toEqual([]);
  });

  test('is a PDF with a page a slide, tagged, its fonts within, its words in order', async () => {
    const bytes = await artifact('.pdf');
    const { scene } = (await built()).result.versions[0]!;
    const read = await readPdf(bytes);
    expect(flaws(bytes, read)).toEqual([]);
    expect(read.pages.map(({ label }) => label)).toEqual(shown(scene).map(({ number }) => String(number)));
    expect(shown(scene).flatMap((slide, index) => unread(slide, read.pages[index]!))).toEqual([]);
  });
});

test('what several languages or several formats meet is said once', async () => {
  const languages = await buildFixture('check-number-without-fact', { languages: ['ko', 'en'] });
  expect(languages.found).toEqual(expected('check-number-without-fact'));
  const formats = await buildFixture('write-face-not-installed', { formats: ['pdf', 'handout'] });
  expect(formats.found).toEqual(expected('write-face-not-installed'));
});
