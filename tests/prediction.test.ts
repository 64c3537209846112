/**
 * Where lines break, against an office suite: every paragraph of the nine reference decks, three languages for three audiences.
 * Skipped where none is installed.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../src/build.ts';
import { cells, leaves } from '../src/checks/walk.ts';
import { openProject } from '../src/files.ts';
import { loadFaces } from '../src/fonts/fonts.ts';
import type { DeckContext } from '../src/layout/context.ts';
import { breakLines } from '../src/layout/lines.ts';
import { measure } from '../src/layout/measure.ts';
import { mayHoldEastAsian } from '../src/model/language.ts';
import type { Scene, TextBlock } from '../src/model/scene.ts';
import { HOME } from './support/cli.ts';
import { CAN_RENDER, folded, linesOf, type PageWord, printed, wordsOf } from './support/office.ts';

const BRIEFING = 'data/korea-ai-semiconductors';
const AUDIENCES = ['minister', 'board', 'full'];

interface Paragraph {
  /** Where it stands and what it says, for a person who looks for it. */
  readonly name: string;
  readonly isLatin: boolean;
  /** Room for its words, in points. */
  readonly width: number;
  /** Lines that were predicted, those for which height was reserved, and those that the office made; null where it was not found. */
  readonly predicted: number;
  readonly reserved: number;
  readonly shown: number | null;
}

/** Texts as the office draws them, in order; a chart draws its own. */
const textsOf = (items: Scene['slides'][number]['items']): readonly TextBlock[] =>
  leaves(items).flatMap(item => (item.kind === 'text' ? [item] : item.kind === 'table' ? cells(item) : []));

function paragraphsOf(
  scene: Scene,
  pages: readonly (readonly PageWord[])[],
  context: DeckContext,
): readonly Paragraph[] {
  const shown = scene.slides.filter(({ hidden }) => !hidden);
  return shown.flatMap((slide, page) => {
    const read = reader(pages[page] ?? []);
    return textsOf(slide.items).flatMap(block =>
      block.paragraphs.map((paragraph): Paragraph => {
        const measured = measure(paragraph, context);
        const width = block.wrap ? block.frame.width - paragraph.indent : Number.POSITIVE_INFINITY;
        const { lines, count } = breakLines(measured, width);
        return {
          name: `${scene.identity.language} ${slide.id} ${block.name}: ${measured.text}`,
          isLatin: !mayHoldEastAsian(measured.text),
          width,
          predicted: lines.length,
          reserved: count,
          shown: read(measured.text),
        };
      }),
    );
  });
}

/** Finds texts in the words of a page, one behind the other, and counts the lines that each takes. */
function reader(words: readonly PageWord[]): (text: string) => number | null {
  const stream = words.map(({ text }) => text).join('');
  const ends: number[] = [];
  for (const { text } of words) ends.push((ends.at(-1) ?? 0) + text.length);
  let from = 0;
  return text => {
    const wanted = folded(text);
    // Footers are drawn first.
    const start = [stream.indexOf(wanted, from), stream.indexOf(wanted)].find(at => at >= 0);
    if (wanted === '' || start === undefined) return null;
    const end = start + wanted.length;
    from = Math.max(from, end);
    return linesOf(words.filter((word, index) => ends[index]! > start && ends[index]! - word.text.length < end)).length;
  };
}

describe.skipIf(!CAN_RENDER)('lines of the nine reference decks (needs soffice and pdftotext)', () => {
  const found: Paragraph[] = [];
  let folder = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'briefwright-'));
    const decks = new Map<
      string,
      { readonly deck: Uint8Array; readonly scene: Scene; readonly context: DeckContext }
    >();
    for (const audience of AUDIENCES) {
      const project = openProject(HOME);
      const { artifacts, versions, source } = await build(project, { briefing: BRIEFING, languages: 'all', audience });
      for (const [index, { language, scene, deck }] of versions.entries()) {
        const context = {
          ...{ deck, brand: scene.brand, language, ledger: source!.briefing.ledger, pictures: scene.pictures },
          ...{
            numbers: new Map(),
            pages: new Map(),
            opportunities: new Map(),
            said: new Set<string>(),
            report: () => {},
          },
          faces: await loadFaces(project, scene.brand, language),
          atlas: null,
        };
        decks.set(`${audience}-${language}`, { deck: artifacts[index]!.bytes, scene, context });
      }
    }
    const pdf = printed(new Map([...decks].map(([name, { deck }]) => [name, deck])), folder);
    for (const [name, { scene, context }] of decks) found.push(...paragraphsOf(scene, wordsOf(pdf(name)), context));
  }, 600_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('nearly every paragraph is found on its page', () => {
    const unread = found.filter(({ shown }) => shown === null).map(({ name }) => name);
    expect(found.length).toBeGreaterThan(1500);
    expect(unread.length / found.length, unread.join('\n')).toBeLessThan(0.02);
  });

  test('Latin text wider than 140 pt has the predicted number of lines in 99 of 100 paragraphs', () => {
    const wide = found.filter(({ isLatin, width, shown }) => isLatin && width > 140 && shown !== null);
    const wrong = wide.filter(({ predicted, shown }) => predicted !== shown);
    expect(wide.length).toBeGreaterThan(500);
    expect(wrong.length / wide.length, wrong.map(({ name }) => name).join('\n')).toBeLessThanOrEqual(0.01);
  });

  test('no paragraph has more lines than height was reserved for', () => {
    const over = found.filter(({ reserved, shown }) => shown !== null && shown > reserved);
    expect(over.map(({ name, reserved, shown }) => `${shown} for ${reserved}: ${name}`)).toEqual([]);
  });
});
