/**
 * Where lines break, against an office suite: every paragraph of the nine reference decks, three languages for three audiences.
 * Skipped where none is installed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../src/build.ts';
import { openProject } from '../src/files.ts';
import { loadFaces } from '../src/fonts/fonts.ts';
import type { DeckContext } from '../src/layout/context.ts';
import type { Scene } from '../src/model/scene.ts';
import { measuringContext, type Paragraph, paragraphsOf } from './support/broken.ts';
import { HOME } from './support/cli.ts';
import { CAN_RENDER, printed, wordsOf } from './support/office.ts';

const BRIEFING = 'data/korea-ai-semiconductors';
const AUDIENCES = ['minister', 'board', 'full'];

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
        const context = measuringContext(deck, source!, await loadFaces(project, scene.brand, language));
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
