/** Addresses of links: which are ones, and how every writer writes them. */
import { expect, test } from 'vitest';
import { addressOf, faultOf } from '../../src/model/address.ts';
import { pptx } from '../../src/writers/pptx/pptx.ts';
import { openDeck } from '../support/deck.ts';
import { buildFixture } from '../support/fixture.ts';
import { sceneOf, slideOf, titleBlock } from '../support/scene.ts';

test.each([
  ['https://example.org/a?b=1&c=2#d', 'https://example.org/a?b=1&c=2#d'],
  ['HTTPS://Example.ORG', 'https://example.org/'],
  ['https://a.b/c%20d', 'https://a.b/c%20d'],
  ['https://a.b/c?x=<y>|{é}', 'https://a.b/c?x=%3Cy%3E%7C%7B%C3%A9%7D'],
  ['https://한국.example/반도체', 'https://xn--3e0b707e.example/%EB%B0%98%EB%8F%84%EC%B2%B4'],
  ['mailto:press@example.org?subject=A%20word', 'mailto:press@example.org?subject=A%20word'],
  ['mailto:a@b.c,d@e.f', 'mailto:a@b.c,d@e.f'],
  ['mailto:?to=a@b.c', 'mailto:?to=a@b.c'],
])('%s is written %s, and stays as it is then', (text, written) => {
  expect(addressOf(text)).toBe(written);
  expect(addressOf(written)).toBe(written);
});

test.each([
  ['javascript:alert(1)', 'leads to'],
  ['file:///etc/hosts', 'leads to'],
  ['\\\\share\\x', 'leads to'],
  ['http://a b/c', 'cannot be'],
  ['https://a.b/c d?x=<y>|{é}', 'cannot be'],
  ['https://[', 'cannot be'],
  ['https://', 'leads to'],
  ['http://a.b:99999/', 'cannot be'],
  ['mailto:a@b@c', 'cannot be'],
  ['mailto:someone', 'cannot be'],
])('%s is no address: it %s', (text, reason) => {
  expect(addressOf(text)).toBeNull();
  expect(faultOf(text)!.message).toContain(reason);
});

test('a deck holds addresses percent-encoded, and none that cannot be one', async () => {
  const linked = ['https://a.b/c?x=<é>', 'https://['].map((href, index) =>
    slideOf(index + 1, [titleBlock('Where it stands', { href })]),
  );
  const context = {
    faces: null as never,
    modified: null,
    version: '1',
    input: 'f',
    report: () => {},
    handout: () => [],
  };
  const [file] = await pptx.write(sceneOf(linked), context);
  const deck = openDeck(file!.bytes);
  const outside = [1, 2].map(number =>
    deck.related(`ppt/slides/slide${number}.xml`).filter(({ external }) => external),
  );
  expect(outside.map(list => list.map(({ target }) => target))).toEqual([['https://a.b/c?x=%3C%C3%A9%3E'], []]);
});

test('deck, page, PDF and handout write the address of a source alike', async () => {
  const { result } = await buildFixture('slide-sources', { formats: ['pptx', 'html', 'pdf', 'handout'] });
  const [pptx, ...others] = result.artifacts.map(({ bytes }) => bytes);
  const deck = openDeck(pptx!);
  const targets = deck.names(/slides\/_rels/).map(name => deck.text(name));
  for (const text of [targets.join(), ...others.map(bytes => Buffer.from(bytes).toString('latin1'))]) {
    expect(text).toContain('https://example.org/fund?for=%3Csleepers%3E%7C2025');
    expect(text).not.toMatch(/(?:URI |Target=|href=)[("]https:\/\/example.org\/fund\?for=(?!%3C)/);
  }
});
