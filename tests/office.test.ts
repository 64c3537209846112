/** What we draw against what others make of it: the deck printed by LibreOffice, the PDF drawn by poppler. Skipped where they are missing. */
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { build } from '../src/build.ts';
import { texts } from '../src/checks/walk.ts';
import { openProject } from '../src/files.ts';
import type { Slide } from '../src/model/scene.ts';
import { HOME, inFolder } from './support/cli.ts';
import { CAN_RENDER, picturesOf, printed } from './support/office.ts';
import { type ReadPage, readPdf } from './support/pdf.ts';

/** A paragraph in one of the two: its lines without their spaces, and where its first character stands. */
interface Found {
  readonly lines: readonly string[];
  readonly x: number;
  readonly baseline: number;
  readonly opensWithWon?: boolean;
}

interface Pair {
  readonly ours: Found;
  /** Null where the office's page has no such words. */
  readonly theirs: Found | null;
  /** Whether it opens its text box. */
  readonly first: boolean;
}

/** Without spaces, and without the sign of the won, which LibreOffice takes from another font and writes when the line is done. */
const folded = (text: string): string => text.replace(/[\s₩]+/g, '');

/** Every paragraph of a slide beside the same one on a page; what charts draw by themselves is theirs. */
function pairs(slide: Slide, page: ReadPage): readonly Pair[] {
  const characters = charactersOf(page);
  const words = characters.map(({ character }) => character).join('');
  return texts(slide.items.filter(({ kind }) => kind !== 'chart')).flatMap(({ lines, paragraphs }) =>
    paragraphs.flatMap((_, index): Pair[] => {
      const own = lines
        .filter(({ paragraph }) => paragraph === index)
        .map(({ baseline, spans }) => ({ baseline, spans: spans.filter(({ run }) => run !== null) }));
      const split = own.map(({ spans }) => folded(spans.map(({ text }) => text).join(''))).filter(line => line !== '');
      if (split.length === 0) return [];
      const [{ baseline, spans }] = own as [(typeof own)[0]];
      const ours = { lines: split, x: spans[0]!.x, baseline, opensWithWon: spans[0]!.text.startsWith('₩') };
      return [{ ours, theirs: nearest(ours, words, characters), first: index === 0 }];
    }),
  );
}

interface Character {
  readonly character: string;
  readonly x: number;
  readonly baseline: number;
  /** The same for all that were set on one line, one after the other. */
  readonly line: number;
}

function charactersOf({ texts }: ReadPage): readonly Character[] {
  let line = 0;
  let last: ReadPage['texts'][number] | null = null;
  return texts.flatMap(text => {
    // A superscript stands a third of the size above its line; the next line is 1.2 sizes away.
    const far = last === null ? 0 : 0.6 * Math.max(text.size, last.size);
    if (last !== null && (Math.abs(text.baseline - last.baseline) > far || text.x < last.x)) line += 1;
    if (folded(text.text) !== '') last = text;
    return [...folded(text.text)].map(character => ({ character, x: text.x, baseline: text.baseline, line }));
  });
}

/** Of all places where the page has these words, the one that is nearest to ours. */
function nearest(ours: Found, words: string, characters: readonly Character[]): Found | null {
  const wanted = ours.lines.join('');
  const places: Found[] = [];
  for (let at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + 1)) {
    const own = characters.slice(at, at + wanted.length);
    const lines = new Map<number, string>();
    for (const { line, character } of own) lines.set(line, (lines.get(line) ?? '') + character);
    places.push({ lines: [...lines.values()], x: own[0]!.x, baseline: own[0]!.baseline });
  }
  const distance = (place: Found): number => Math.hypot(place.x - ours.x, place.baseline - ours.baseline);
  return places.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** How far apart two texts begin, in points. Left of a text that opens with the won's sign we do not look. */
const offsetOf = (ours: Found, theirs: Found): number =>
  Math.max(ours.opensWithWon ? 0 : Math.abs(ours.x - theirs.x), Math.abs(ours.baseline - theirs.baseline));

describe.skipIf(!CAN_RENDER)('the reference deck in English, as LibreOffice prints it (needs soffice)', () => {
  test('has the same lines as our own drawing, at the same places', { timeout: 240_000 }, () =>
    inFolder(async folder => {
      const { artifacts, versions } = await build(openProject(HOME), { briefing: 'data/korea-ai-semiconductors' });
      const { pages } = await readPdf(readFileSync(printed(new Map([['deck', artifacts[0]!.bytes]]), folder)('deck')));
      const all = versions[0]!.scene.slides.flatMap((slide, index) => pairs(slide, pages[index]!));
      const found = all.filter((pair): pair is Pair & { theirs: Found } => pair.theirs !== null);
      const sameCount = found.filter(({ ours, theirs }) => ours.lines.length === theirs.lines.length);
      const lines = found.flatMap(({ ours }) => ours.lines);
      const identical = found.flatMap(({ ours, theirs }) => ours.lines.filter(line => theirs.lines.includes(line)));
      const offsets = found
        .flatMap(({ ours, theirs, first }) => (first ? [offsetOf(ours, theirs)] : []))
        .sort((a, b) => a - b);
      const figures = {
        paragraphs: found.length / all.length,
        sameNumberOfLines: sameCount.length / found.length,
        identicalLines: identical.length / lines.length,
        medianOffset: offsets[offsets.length >> 1],
        largestOffset: offsets.at(-1),
      };
      expect(all.length).toBeGreaterThan(350);
      expect(figures).toSatisfy(
        (it: typeof figures) =>
          it.paragraphs >= 0.99 &&
          it.sameNumberOfLines >= 0.99 &&
          it.identicalLines >= 0.95 &&
          it.medianOffset! <= 2 &&
          it.largestOffset! <= 6,
      );
    }),
  );
});

/** The greys of a picture made small, so that what hinting moves by half a pixel is not seen. */
const greys = async (png: Uint8Array): Promise<Uint8Array> =>
  await sharp(png).greyscale().resize({ width: 320 }).raw().toBuffer();

describe.skipIf(!CAN_RENDER).each(['en', 'ko'])('the reference deck as PDF in %s (needs pdftoppm)', language => {
  test('looks as the PNG writer draws it', { timeout: 240_000 }, () =>
    inFolder(async folder => {
      const { artifacts } = await build(openProject(HOME), {
        briefing: 'data/korea-ai-semiconductors',
        formats: ['pdf', 'png'],
        languages: [language],
      });
      const [pdf, ...drawn] = artifacts.map(({ bytes }) => bytes);
      const pages = picturesOf(pdf!, 1280, folder);
      expect(pages.length).toBe(drawn.length);
      for (const [index, page] of pages.entries()) {
        const [theirs, ours] = await Promise.all([greys(page), greys(drawn[index]!)]);
        const differences = Array.from(ours, (grey, at) => Math.abs(grey - theirs[at]!));
        const mean = differences.reduce((sum, difference) => sum + difference, 0) / differences.length;
        expect(mean, `page ${index + 1}`).toBeLessThan(3);
        expect(Math.max(...differences), `page ${index + 1}`).toBeLessThan(110);
      }
    }),
  );
});
