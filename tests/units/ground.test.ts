/** A dark deck in PowerPoint: light letters by the master's map, and notes that are still printed on white. */
import { expect, test } from 'vitest';
import { openDeck } from '../support/deck.ts';
import { buildFixture } from '../support/fixture.ts';

const { result } = await buildFixture('brand-dark');
const deck = openDeck(result.artifacts[0]!.bytes);

test('the master of a dark deck maps text to the light slot of the theme and the ground to the dark one', () => {
  const map = / bg1="dk1"| tx1="lt1"| bg2="dk2"| tx2="lt2"/g;
  expect(
    deck
      .text('ppt/slideMasters/slideMaster1.xml')
      .match(/<p:clrMap [^>]*>/)![0]
      .match(map),
  ).toHaveLength(4);
  expect(deck.text('ppt/theme/theme1.xml')).toMatch(
    /<a:dk1><a:srgbClr val="0F1A2E"\/>.*<a:lt1><a:srgbClr val="F4F6F8"\/>/s,
  );
});

test('slides name colours by their use, so that a new text on them is light', () => {
  const slides = deck.names(/^ppt\/slides\/slide\d+\.xml$/).map(name => deck.text(name));
  for (const slide of slides) expect(slide).not.toMatch(/val="(?:dk|lt)[12]"/);
  expect(slides.join()).toMatch(/val="(?:tx|bg)[12]"/);
});

test('notes and handouts are dark letters on white', () => {
  for (const name of ['ppt/notesMasters/notesMaster1.xml', 'ppt/handoutMasters/handoutMaster1.xml'])
    expect(deck.text(name)).toMatch(/<p:clrMap [^>]*tx1="dk1" bg1="lt1"/);
  for (const theme of ['ppt/theme/theme2.xml', 'ppt/theme/theme3.xml'])
    expect(deck.text(theme)).toMatch(/<a:lt1><a:srgbClr val="FFFFFF"\/>.*<a:hlink><a:srgbClr val="0F1A2E"\/>/s);
});
