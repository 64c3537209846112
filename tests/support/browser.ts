/** Chromium, where it is installed: what a reader's browser makes of a page of ours, and what an accessibility engine says of it. */
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import axe from 'axe-core';
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const executable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The browser that BRIEFWRIGHT_CHROMIUM names, else the first on PATH; null where there is none, and its tests are skipped. */
export const CHROMIUM: string | null =
  [process.env.BRIEFWRIGHT_CHROMIUM ?? '', 'chromium', 'chromium-browser', 'google-chrome']
    .filter(name => name !== '')
    .flatMap(name =>
      isAbsolute(name) ? [name] : (process.env.PATH ?? '').split(delimiter).map(folder => join(folder, name)),
    )
    .find(executable) ?? null;

/** Alone with the page: no sandbox, since containers forbid it; nothing of the browser's own that asks a network. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless browser with an empty profile, which goes when it is closed. */
export async function openChromium(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  if (CHROMIUM === null) throw new Error('no Chromium on PATH, and BRIEFWRIGHT_CHROMIUM names none');
  return await chromium.launchPersistentContext('', {
    ...options,
    executablePath: CHROMIUM,
    headless: true,
    args: FLAGS,
  });
}

/** What is noted of a page from now on: every address that it asks for, and every error that it throws or prints. */
export function watched(page: Page): { readonly requests: readonly string[]; readonly errors: readonly string[] } {
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', request => requests.push(request.url()));
  page.on('pageerror', error => errors.push(String(error)));
  page.on('console', message => message.type() === 'error' && errors.push(message.text()));
  return { requests, errors };
}

/** What axe-core finds wrong with a page as it stands, as `rule: elements`; best practices of its own among them. */
export async function accessibilityBreaches(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
