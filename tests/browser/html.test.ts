/** The deck as a page, in a real browser and from a file, as a reader has it. Skipped where there is no Chromium. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accessibilityBreaches, CHROMIUM, openChromium, watched } from '../support/browser.ts';
import { buildFixture } from '../support/fixture.ts';

describe.skipIf(CHROMIUM === null)('the page (needs Chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-'));
  const address = pathToFileURL(join(folder, 'deck.html')).href;
  let context: BrowserContext;
  let page: Page;
  let seen: ReturnType<typeof watched>;

  beforeAll(async () => {
    const { result } = await buildFixture('briefing-harbour', { formats: ['html'] });
    writeFileSync(join(folder, 'deck.html'), result.artifacts[0]!.bytes);
    context = await openChromium({ hasTouch: true });
  });
  beforeEach(async () => {
    page = await context.newPage();
    seen = watched(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(address);
  });
  afterEach(async () => {
    expect(seen.errors).toEqual([]);
    await page.close();
  });
  afterAll(async () => {
    await context?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const mode = () => page.evaluate('document.documentElement.dataset.mode');
  const hash = (of: Page = page) => of.evaluate('location.hash');
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const shown = (of: Page = page) => of.locator('.slide.current').getAttribute('id');
  const isSeen = (selector: string) => page.locator(selector).first().isVisible();

  test('asks for nothing but itself, whatever is done with it', async () => {
    await press('g', 'Escape', 't', 'n', '/', 'Escape', '?', 'Escape', 'p', 'ArrowRight', 'End', 'Escape');
    expect(seen.requests).toEqual([address]);
  });

  describe('by keyboard alone', () => {
    test('goes through the slides as a presentation does, and passes over what is hidden', async () => {
      await press('p');
      expect(await mode()).toBe('present');
      const walked: unknown[] = [await shown()];
      for (const key of ['ArrowRight', ' ', 'PageDown', 'ArrowDown', 'ArrowLeft', 'PageUp', 'Shift+ ', 'End', 'Home']) {
        await press(key);
        walked.push(await shown());
      }
      expect(walked).toEqual(['1', '2', '3', '4', '6', '4', '3', '2', '6', '1']);
      await press('3', 'Enter');
      expect([await shown(), await hash()]).toEqual(['3', '#3']);
      await press('5', 'Enter');
      expect(await shown()).toBe('5');
      expect(await page.locator('.page:visible').count()).toBe(1);
      await press('Escape');
      expect([await mode(), await hash()]).toEqual(['read', '#5']);
    });

    test('shows a black screen and takes it away, and fills the screen', async () => {
      await press('p', 'b');
      expect(await isSeen('.curtain')).toBe(true);
      await press('b');
      expect(await isSeen('.curtain')).toBe(false);
      await press('f');
      await expect.poll(() => page.evaluate('document.fullscreenElement !== null')).toBe(true);
      await press('f');
      await expect.poll(mode).toBe('read');
    });

    test('moves over the slides below each other, and over the contact sheet', async () => {
      await press('ArrowRight', 'ArrowRight');
      expect(await hash()).toBe('#3');
      await press('g');
      expect(await mode()).toBe('grid');
      expect(await page.locator('.open:visible').count()).toBe(6);
      await page.locator('.open').nth(3).focus();
      await press('Enter');
      expect([await mode(), await hash()]).toEqual(['read', '#4']);
      const top = await page.evaluate<number>('document.getElementById("4").getBoundingClientRect().top');
      expect(Math.abs(top - 68)).toBeLessThan(2);
    });

    test('opens and closes outline, words, notes, help and search', async () => {
      for (const [key, selector, before] of [
        ['o', 'nav', true],
        ['t', '.text', false],
        ['n', '.notes', false],
      ] as const) {
        expect(await isSeen(selector), key).toBe(before);
        await press(key);
        expect(await isSeen(selector), key).toBe(!before);
        await press(key);
        expect(await isSeen(selector), key).toBe(before);
      }
      for (const [key, selector] of [
        ['?', '#help'],
        ['/', '#search'],
      ] as const) {
        await press(key);
        expect(await isSeen(selector)).toBe(true);
        await press('Escape');
        expect(await isSeen(selector)).toBe(false);
      }
    });

    test('letters do nothing where single-letter shortcuts are turned off', async () => {
      await press('?');
      await page.locator('#single').uncheck();
      await press('Escape', 'p');
      expect(await mode()).toBe('read');
    });

    test('reaches every tool and every entry of the outline, with the focus to be seen', async () => {
      const tools = ['outline', 'overview', 'text', 'notes', 'search', 'present', 'presenter', 'help'];
      const entries = ['#1', '#2', '#3', '#4', '#5', '#6'];
      const links = ['https://example.org/partners', '#2', 'https://example.org/port'];
      for (const wanted of ['#main', ...tools.map(tool => `${tool}-button`), ...entries, ...links]) {
        await press('Tab');
        const focused = await page.evaluate(`(() => {
          const element = document.activeElement;
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          return [element.id || element.getAttribute('href'), outlineStyle, parseFloat(outlineWidth) >= 2];
        })()`);
        expect(focused).toEqual([wanted, 'solid', true]);
      }
    });
  });

  test('finds words in slides and in notes, and goes to what it found', async () => {
    await press('/');
    await page.keyboard.type('LOST DAY');
    expect(await page.locator('#found a').allTextContents()).toEqual([
      expect.stringContaining('finished without a lost day'),
    ]);
    expect(await page.locator('#found mark').textContent()).toBe('lost day');
    await press('Enter');
    expect([await isSeen('#search'), await hash()]).toEqual([false, '#3']);
    await press('/');
    await page.locator('#query').fill('부산');
    expect(await page.locator('#count').textContent()).toBe('Slides found: 1');
    await page.locator('#query').fill('nowhere at all');
    expect(await page.locator('#count').textContent()).toBe('Slides found: 0');
    await press('Escape');
  });

  test('follows links to slides; those out of the deck open apart and say nothing of it', async () => {
    await page.goto(`${address}#3`);
    await page.locator('[id="3"] .words a[href="#2"]').click();
    expect(await hash()).toBe('#2');
    const out = page.locator('[id="3"] .words a[href="https://example.org/partners"]');
    expect([await out.getAttribute('target'), await out.getAttribute('rel')]).toEqual([
      '_blank',
      'noopener noreferrer',
    ]);
    await page.goBack();
  });

  test('keeps the number of the slide in the address, and opens where the address says', async () => {
    await page.goto('about:blank');
    await page.goto(`${address}#4`);
    expect(await shown()).toBe('4');
    await page.locator('[id="6"]').scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 5000);
    await expect.poll(() => hash()).toBe('#6');
  });

  test('its words are selected in their order, at their place', async () => {
    const selected = await page.evaluate<string>(`
      const words = document.querySelector('[id="3"] .words');
      getSelection().selectAllChildren(words);
      getSelection().toString()`);
    const lines = selected.split('\n').map(line => line.trim());
    expect(lines.slice(0, 5)).toEqual([
      'Two reasons carry the growth, and neither of them was the weather',
      'Partners – Busan (부산) sends a ship a week; the port authority lists the rest',
      'Works – the quay was deepened',
      'larger ships come in at low water',
      'they leave sooner, as the figures show',
    ]);
    const { drawn, laid } = await page.evaluate<Record<'drawn' | 'laid', { x: number; width: number }>>(`
      const box = element => { const { x, width } = element.getBoundingClientRect(); return { x, width } };
      const title = document.querySelector('[id="3"] .words tspan');
      const outlines = document.querySelectorAll('[id="3"] .page > [aria-hidden] g[transform]');
      ({ laid: box(title), drawn: [...outlines].map(box).find(({ x }) => Math.abs(x - box(title).x) < 4) })`);
    expect(Math.abs(drawn.x - laid.x)).toBeLessThan(3);
    expect(Math.abs(drawn.width - laid.width)).toBeLessThan(6);
  });

  test('tells readers of the accessible tree headings, lists, tables, figures and languages', async () => {
    expect(await page.locator('[id="2"] .page').ariaSnapshot()).toContain(
      'heading "The harbour handled 4.6 million tonnes',
    );
    expect(await page.locator('[id="2"] .words [role="img"]').getAttribute('aria-label')).toMatch(/^Column chart/);
    const list = await page.locator('[id="3"] .words > g > [role="list"]').ariaSnapshot();
    expect(list.replace(/ +/g, ' ')).toContain('- listitem:');
    expect(list.match(/listitem/g)).toHaveLength(4);
    expect(list.match(/- list:/g)).toHaveLength(2);
    const table = await page.locator('[id="4"] .words [role="table"]').ariaSnapshot();
    expect(table.match(/columnheader/g)).toHaveLength(2);
    expect(table).toContain('cell "11"');
    expect(await page.locator('[id="3"] .words [lang="ko-KR"]').first().textContent()).toContain('부산');
    await press('t');
    expect(await page.locator('[id="2"] .text table tr').allTextContents()).toEqual(['20213.1', '20233.8', '20254.6']);
    expect(await page.locator('[id="4"] .text th[scope="col"]').allTextContents()).toEqual(['Equipment', 'Number']);
    expect(await page.locator('[id="3"] .text > ul > li').count()).toBe(2);
    expect(await page.locator('[id="3"] .text > ul > li > ul > li').count()).toBe(2);
  });

  test('two windows stay in step, also when one of them is loaded anew', async () => {
    await page.goto(`${address}#2`);
    const opened = context.waitForEvent('page');
    await press('s');
    const presenter = await opened;
    await presenter.waitForSelector('[data-mode="presenter"]');
    expect([await mode(), await shown(presenter)]).toEqual(['present', '2']);
    expect(await presenter.locator('.notes:visible').textContent()).toContain('Say first what changed');
    expect(await presenter.locator('.slide.next').getAttribute('id')).toBe('3');
    expect(await presenter.locator('#clock').textContent()).toMatch(/\d:\d\d/);

    await presenter.keyboard.press('ArrowRight');
    await expect.poll(() => shown()).toBe('3');
    await page.bringToFront();
    await press('ArrowRight');
    await expect.poll(() => shown(presenter)).toBe('4');
    await presenter.keyboard.press('b');
    await expect.poll(() => isSeen('.curtain')).toBe(true);
    expect(await presenter.locator('.curtain').isVisible()).toBe(false);
    await press('b');
    await expect.poll(() => presenter.locator('.desk [data-does="black"]').getAttribute('aria-pressed')).toBe('false');

    await presenter.reload();
    await presenter.keyboard.press('End');
    await expect.poll(() => shown()).toBe('6');
    await expect.poll(() => presenter.locator('.upcoming').textContent()).toBe('End of the presentation');
    await page.reload();
    await presenter.keyboard.press('Home');
    await expect.poll(() => shown()).toBe('1');

    await presenter.locator('[data-does="pause"]').click();
    expect(await presenter.locator('[data-does="pause"]').getAttribute('aria-pressed')).toBe('true');
    expect(await accessibilityBreaches(presenter)).toEqual([]);
    await presenter.close();
  });

  test('a stroke over the screen turns the slide, one down it does not', async () => {
    await press('p');
    const touch = await context.newCDPSession(page);
    const stroke = async (from: readonly [number, number], to: readonly [number, number]) => {
      const at = ([x, y]: readonly [number, number]) => [{ x, y }];
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(from) });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(to) });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await stroke([900, 400], [500, 420]);
    await expect.poll(() => shown()).toBe('2');
    await stroke([500, 400], [520, 800]);
    await stroke([500, 400], [900, 420]);
    await expect.poll(() => shown()).toBe('1');
  });

  test('prints a slide a page, and nothing else', async () => {
    const file = await page.pdf({ preferCSSPageSize: true });
    const text = file.toString('latin1');
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(6);
    expect(text.match(/\/MediaBox \[0 0 960 540\]/g)).toHaveLength(6);
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['header', 'nav', '.text', '.notes']) expect(await isSeen(selector), selector).toBe(false);
  });

  test('on a phone the slides stand below each other, with their words to be read below each', async () => {
    await page.setViewportSize({ width: 375, height: 740 });
    const { overflow, widths, size } = await page.evaluate<Record<string, unknown>>(`({
      overflow: document.documentElement.scrollWidth,
      widths: [...document.querySelectorAll('.page')].map(slide => Math.round(slide.getBoundingClientRect().width)),
      size: parseFloat(getComputedStyle(document.querySelector('.text p')).fontSize),
    })`);
    expect([overflow, size]).toEqual([375, 16]);
    expect(widths).toEqual([375, 375, 375, 375, 375, 375]);
    expect(await isSeen('[id="3"] .text')).toBe(true);
    expect(await isSeen('nav')).toBe(false);
    await page.locator('#outline-button').click();
    await page.locator('nav a[href="#4"]').click();
    expect([await isSeen('nav'), await hash()]).toEqual([false, '#4']);
  });

  test('stands still where motion is unwanted: nothing on it moves by itself', async () => {
    const moving = await page.evaluate<number>(
      `[...document.querySelectorAll('*')].filter(element => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return transitionDuration !== '0s' || animationName !== 'none';
      }).length`,
    );
    expect(moving).toBe(0);
  });

  describe.each(['light', 'dark'] as const)('in a %s room axe-core finds nothing wrong', colorScheme => {
    beforeEach(() => page.emulateMedia({ colorScheme }));

    test('with slides to read, with words and notes, on a phone', async () => {
      expect(await accessibilityBreaches(page)).toEqual([]);
      await press('t', 'n');
      expect(await accessibilityBreaches(page)).toEqual([]);
      await page.setViewportSize({ width: 375, height: 740 });
      expect(await accessibilityBreaches(page)).toEqual([]);
    });

    test('with a slide presented, with the contact sheet, help and search', async () => {
      await press('p', 'ArrowRight', 'ArrowRight');
      expect(await accessibilityBreaches(page)).toEqual([]);
      await press('Escape', 'g');
      expect(await accessibilityBreaches(page)).toEqual([]);
      await press('?');
      expect(await accessibilityBreaches(page)).toEqual([]);
      await press('Escape', '/');
      await page.keyboard.type('quay');
      expect(await accessibilityBreaches(page)).toEqual([]);
    });
  });
});
