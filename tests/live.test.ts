/** The preview in Chromium: it follows each kind of save, keeps the reader's place, and can be used by everybody. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { locate } from '../src/files.ts';
import { startPreview } from '../src/preview/preview.ts';
import { accessibilityBreaches, CHROMIUM, openChromium, watched } from './support/browser.ts';
import { HOME, inFolder } from './support/cli.ts';

/** A project of its own, with a template and a brand that it may change. */
const FILES = ['data/korea-ai-semiconductors', 'templates', 'assets/brands'];
const BRIEFING = join('data', 'korea-ai-semiconductors');

describe.skipIf(CHROMIUM === null)('the preview', () => {
  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await openChromium({ viewport: { width: 1440, height: 900 } });
  });
  afterAll(() => browser.close());

  /** A preview of the reference briefing, and its page. */
  async function opened(use: (page: Page, edit: Edit) => Promise<void>, query = ''): Promise<void> {
    await inFolder(async folder => {
      for (const name of FILES) cpSync(join(HOME, name), join(folder, name), { recursive: true });
      const preview = await startPreview({
        briefing: { root: folder, name: BRIEFING.split('\\').join('/') },
        language: null,
        audience: null,
        brand: null,
        port: null,
        editor: 'editor://{path}:{line}:{column}',
        onBuild: () => {},
      });
      onTestFinished(() => preview.close());
      const page = await browser.newPage();
      const { requests, errors } = watched(page);
      await page.goto(`${preview.address}${query}`);
      await page.waitForSelector('.paper svg');
      await use(page, (file, pattern, words) => edit(join(folder, file), pattern, words));
      expect(errors).toEqual([]);
      expect(requests.filter(address => !address.startsWith(preview.address) && !address.startsWith('blob:'))).toEqual(
        [],
      );
      await page.close();
    });
  }

  const film = (page: Page): Promise<readonly (string | null)[]> =>
    page.$$eval('#film .thumb', thumbs => thumbs.map(thumb => thumb.getAttribute('data-drawing')));
  const status = (page: Page, words: RegExp): Promise<unknown> => page.locator('#status', { hasText: words }).waitFor();
  /** Numbers of the slides whose drawing is another, once there are some. */
  const changed = async (page: Page, before: readonly (string | null)[]): Promise<readonly number[]> => {
    await expect.poll(() => film(page), { timeout: 30_000 }).not.toEqual(before);
    return (await film(page)).flatMap((key, index) => (key === before[index] ? [] : [index + 1]));
  };

  test('swaps the slides that a saved line of data, a template, a brand or an asset changes, and keeps the place', () =>
    opened(async (page, edit) => {
      await page.click('#film li:has-text("pledged ₩9.4 trillion") button');
      const address = page.url();
      const scrolled = await page.$eval('.rail', rail => rail.scrollTop);
      await page.$eval('#film', list => list.setAttribute('data-untouched', 'yes'));

      let before = await film(page);
      edit(`${BRIEFING}/sections/talent.yaml`, /( {2}message:\n {4}en: )(?:.*)/, '$1Another message about talent');
      expect((await changed(page, before)).length).toBeLessThan(4);

      before = await film(page);
      const mend = edit('templates/slides/cover.hbs', /layout="title-slide"/, 'layout="section-header"');
      expect(await changed(page, before)).toEqual([1]);
      before = await film(page);
      mend();
      expect(await changed(page, before)).toEqual([1]);

      before = await film(page);
      edit('assets/brands/briefing/_brand.yml', /#0B5CAD/i, '#7A1FA2');
      expect((await changed(page, before)).length).toBeGreaterThan(10);

      before = await film(page);
      edit('assets/brands/briefing/logos/wide.svg', /#8C95A1/i, '#FF0000');
      expect(await changed(page, before)).toEqual([1]);

      expect(page.url()).toBe(address);
      expect(await page.$eval('.rail', rail => rail.scrollTop)).toBe(scrolled);
      expect(await page.getAttribute('#film', 'data-untouched')).toBe('yes');
      expect(await page.$eval('#film [aria-current]', button => button.textContent)).toMatch(/pledged ₩9\.4\strillion/);
    }));

  test('puts a card where a slide cannot be drawn, says why and where, and takes it away again', () =>
    opened(async (page, edit) => {
      const before = await film(page);
      const name = `${BRIEFING}/sections/talent.yaml`;
      const mend = edit(name, /\$\([a-z][a-z0-9-]*(?![\s\S]*\$\()/, '$(no-such-fact');
      await status(page, /1 error/);
      const now = await film(page);
      expect(now.length).toBe(before.length);
      expect(now.filter(key => key === '').length).toBe(1);
      await page.click('.lost');
      const card = (await page.textContent('.card')) ?? '';
      expect(card).toContain('unknown-fact');
      expect(card).toMatch(/sections\/talent\.yaml:\d+:\d+/);
      expect(await page.getAttribute('.card a.place', 'href')).toMatch(/^editor:\/\/.*\/talent\.yaml:\d+:\d+$/);
      expect(await accessibilityBreaches(page)).toEqual([]);
      mend();
      await status(page, /no problems/);
      expect(await film(page)).toEqual(before);
      await page.waitForSelector('.paper svg');
    }));

  test('keeps the last slides under a banner where nothing can be built, and marks problems on the slide', () =>
    opened(async (page, edit) => {
      const before = await film(page);
      const mend = edit(`${BRIEFING}/facts.yaml`, /^facts:/m, 'facts: "');
      await status(page, /Cannot be built/);
      expect(await film(page)).toEqual(before);
      mend();
      await status(page, /no problems/);
      edit(
        `${BRIEFING}/sections/talent.yaml`,
        /( {2}message:\n {4}en: )(?:.*)/,
        `$1${'Far too many words '.repeat(15)}`,
      );
      await status(page, /1 error/);
      await page.click('.badge:not(:empty)');
      expect(await page.$$eval('.overlay .flag.error text', flags => flags.map(flag => flag.textContent))).toEqual([
        '1',
      ]);
      expect(await page.textContent('#problems')).toContain('title-too-long');
    }));

  test('shows where a number comes from when it is pointed at', () =>
    opened(async page => {
      await page.click('#film li:has-text("pledged ₩9.4 trillion") button');
      await page.locator('.overlay .fact').first().hover({ force: true });
      const card = page.locator('.fact-card.lit');
      expect(await card.getAttribute('open')).not.toBeNull();
      expect(await card.textContent()).toMatch(/9\.4 KRW tn.*facts\.yaml:\d+/s);
      expect(await page.textContent('#origin')).toContain('slides/big-number.hbs');
    }));

  test('changes language, audience, brand, page and ground, and remembers them in its address', () =>
    opened(async page => {
      for (const [label, value, says] of [
        ['Language', 'ko', /대한민국|한국|반도체/],
        ['Audience', 'board', /./],
        ['Brand', 'gazette', /./],
        ['Page', 'classic', /./],
        ['Ground', 'dark', /./],
      ] as const) {
        const before = await film(page);
        await page.getByRole('combobox', { name: label }).selectOption(value);
        await changed(page, before);
        expect(await page.textContent('#title')).toMatch(says);
      }
      expect(new URL(page.url()).search).toBe('?language=ko&audience=board&brand=gazette&page=classic&ground=dark');
      await page.reload();
      await page.waitForSelector('.paper svg[viewBox^="0 0 720"]');
    }));

  test('can be used with the keyboard alone', () =>
    opened(async page => {
      const title = (): Promise<string | null> => page.textContent('#slide-title');
      const first = await title();
      await page.keyboard.press('ArrowRight');
      expect(await title()).toMatch(/^2 · /);
      await page.keyboard.press('End');
      expect(await title()).toMatch(/^\d\d · /);
      await page.keyboard.press('Home');
      expect(await title()).toBe(first);
      const reached = new Set<string>();
      for (let press = 0; press < 60; press++) {
        await page.keyboard.press('Tab');
        reached.add(await page.evaluate<string>(FOCUSED));
      }
      for (const control of ['slide', 'sheet', 'brand', 'grid', 'boxes', 'problems', 'film', 'outline'])
        expect([...reached], control).toContain(`button ${control} true`);
      expect([...reached].filter(name => / false$/.test(name))).toEqual([]);
      await page.focus('button[data-overlay="boxes"]');
      await page.keyboard.press('Enter');
      expect(await page.$$eval('.overlay .box', boxes => boxes.length)).toBeGreaterThan(2);
      await page.focus('#film button');
      await page.keyboard.press('ArrowDown');
      expect(await page.$eval(':focus', button => button.getAttribute('aria-current'))).toBe('true');
      expect(await title()).toMatch(/^2 · /);
    }));

  test.each(['light', 'dark'] as const)('has no breach of accessibility in its %s form, in any of its views', scheme =>
    opened(async page => {
      await page.emulateMedia({ colorScheme: scheme });
      for (const view of ['sheet', 'brand', 'slide']) {
        await page.click(`button[data-view="${view}"]`);
        expect(await accessibilityBreaches(page), view).toEqual([]);
      }
      await page.click('#film li:has-text("pledged ₩9.4 trillion") button');
      await page.click('.fact-card summary');
      await page.click('button[data-overlay="grid"]');
      await page.click('button[data-rail="outline"]');
      expect(await accessibilityBreaches(page)).toEqual([]);
    }),
  );

  test('says so when it has ended', () =>
    inFolder(async folder => {
      writeFileSync(join(folder, 'briefing.yaml'), 'title: One\ndate: 2026-03-02\norder: [cover]\n');
      const preview = await startPreview({
        briefing: locate(folder),
        language: null,
        audience: null,
        brand: null,
        port: null,
        editor: '',
        onBuild: () => {},
      });
      const page = await browser.newPage();
      await page.goto(preview.address);
      await page.waitForSelector('.paper svg');
      await preview.close();
      await status(page, /has ended/);
      await page.close();
    }));
});

/** What has the focus, by its name in our code, and whether that is seen. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  const name = Object.values(element.dataset)[0] ?? element.className;
  return element === document.body ? 'body' : [element.localName, name, getComputedStyle(element).outlineStyle !== 'none'].join(' ');
})()`;

type Edit = (file: string, pattern: RegExp, words: string) => () => void;

/** Changes a file as an editor does; the result changes it back. */
function edit(path: string, pattern: RegExp, words: string): () => void {
  const before = readFileSync(path, 'utf8');
  if (!pattern.test(before)) throw new Error(`${path} has nothing like ${pattern}`);
  writeFileSync(path, before.replace(pattern, words));
  return () => writeFileSync(path, before);
}
