/** The page that the HTML writer makes, as text. What it does in a browser is in tests/browser. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CLIENTS, inlined } from '../../client/inline.ts';
import { loadFaces } from '../../src/fonts/fonts.ts';
import type { Scene } from '../../src/model/scene.ts';
import { SCRIPT, STYLE } from '../../src/writers/html/client.ts';
import { WRITERS } from '../../src/writers/writers.ts';
import { EVERYTHING } from '../support/everything.ts';
import { at, builtIn, house, sceneOf, slideOf, textBlock, titleBlock } from '../support/scene.ts';

const faces = await loadFaces(builtIn, house.brand, 'en');
const context = { faces, modified: null, version: '1.2.3', input: '', report: () => {}, handout: () => [] };
const pageOf = async (scene: Scene): Promise<string> => {
  const [only] = await WRITERS.html.write(scene, context);
  return new TextDecoder().decode(only!.bytes);
};

test.each(['deck', 'preview'] as const)(
  'what is inlined of the client %s is of the sources; `npm run client` writes it',
  async name => {
    const module = readFileSync(new URL(CLIENTS[name], new URL('../../client/', import.meta.url)), 'utf8');
    expect(module).toBe(await inlined(name));
  },
);

test('the script and the style end where their elements do, and the policy lets these two alone run', async () => {
  const page = await pageOf(EVERYTHING);
  expect(`${SCRIPT}${STYLE}`).not.toMatch(/<\/(script|style)|<!--/i);
  for (const [, kind, text] of page.matchAll(/<(script|style)>(.*?)<\/\1>/gs)) {
    const hash = createHash('sha256').update(text!).digest('base64');
    expect(page).toContain(`${kind}-src 'sha256-${hash}'`);
  }
  expect(page).toContain(`content="default-src 'none'; img-src data:;`);
  expect(page).not.toMatch(/<[^>]*\s(style|on\w+)=/i);
});

test('every kind of item on every layout is drawn, with each id once and each reference to one, the same twice', async () => {
  const page = await pageOf(EVERYTHING);
  expect(await pageOf(EVERYTHING)).toBe(page);
  expect(page).not.toMatch(/NaN|undefined|Infinity/);
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
  expect(new Set(ids).size).toBe(ids.length);
  const known = new Set(ids);
  const references = [...page.matchAll(/ href="#([^"]+)"|url\(#([^)]+)\)/g)].map(([, link, paint]) => link ?? paint!);
  expect(references.filter(id => !known.has(id))).toEqual([]);
});

test('words of the data stay words', async () => {
  const hostile = '</title><script>alert(1)</script> & "quoted" <b>';
  const scene = sceneOf([
    slideOf(1, [titleBlock(hostile, { faces }), textBlock('body', hostile, at(60, 160, 800, 30), { faces })]),
  ]);
  const page = await pageOf({ ...scene, identity: { ...scene.identity, title: hostile, classification: hostile } });
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).not.toContain('<b>quoted');
  expect(page).toContain('&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot; &lt;b&gt;');
});

test('a link to a section leads to its first slide, one to a slide that is left out nowhere', async () => {
  const agenda = (href: string) =>
    slideOf(1, [
      titleBlock('Agenda', { faces }),
      textBlock('body', 'All crews', at(60, 160, 800, 30), { faces, href }),
    ]);
  const crews = [2, 3].map(number => slideOf(number, [titleBlock('Crews', { faces })], { section: 'crews' }));
  const linked = async (href: string) =>
    (await pageOf(sceneOf([agenda(href), ...crews]))).match(/(?<=<a href=")[^"]*(?="[^>]*>All crews)/)?.[0];
  expect([await linked('#crews'), await linked('#nowhere')]).toEqual(['#2', undefined]);
});

test('the page speaks the language of the deck where it can, and says so where it cannot', async () => {
  const deck = (language: string) => pageOf(sceneOf([slideOf(1, [titleBlock('A', { faces })])], language));
  expect(await deck('ko')).toMatch(/<html lang="ko-KR".*<a class="skip" href="#main">슬라이드로/s);
  expect(await deck('fr')).toMatch(/<html lang="fr-FR".*<a class="skip" href="#main" lang="en">Skip/s);
});
