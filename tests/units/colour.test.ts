import { expect, test } from 'vitest';
import { contrast, distance, mix, parseHex, tint } from '../../src/colour/colour.ts';

test.each([
  ['#abc', '#AABBCC'],
  ['#0b5cad', '#0B5CAD'],
  ['0b5cad', null],
  ['red', null],
  ['rgb(1,2,3)', null],
  ['#0b5cad80', null],
])('%s is read as %s', (text, hex) => {
  expect(parseHex(text)).toBe(hex);
});

test.each([
  ['#14213D', '#FFFFFF', 16.0],
  ['#0B5CAD', '#FFFFFF', 6.7],
  ['#8C95A1', '#FFFFFF', 3.0],
  ['#FFFFFF', '#FFFFFF', 1],
])('%s on %s has a contrast of %f:1', (front, ground, ratio) => {
  expect(contrast(front, ground)).toBeCloseTo(ratio, 1);
  expect(contrast(ground, front)).toBe(contrast(front, ground));
});

// What PowerPoint's colour picker shows for the Office theme of 2013.
test.each([
  ['#4472C4', 40, 60, '#B4C7E7'],
  ['#4472C4', 75, 0, '#2F5597'],
  ['#ED7D31', 20, 80, '#FBE5D6'],
  ['#FFFFFF', 50, 0, '#808080'],
  ['#000000', 50, 50, '#808080'],
])('%s with %i %% of its lightness and %i more is %s', (hex, lumMod, lumOff, expected) => {
  expect(distance(tint(hex, lumMod, lumOff), expected)).toBeLessThan(1);
});

test('a mixture lies between its two colours', () => {
  expect(mix('#FFFFFF', '#000000', 0.5)).toBe('#808080');
  expect(mix('#FFFFFF', '#14213D', 0)).toBe('#FFFFFF');
});

test('red and green of one lightness are near for somebody with a colour vision deficiency', () => {
  expect(distance('#B04A3A', '#7A6A1E')).toBeLessThan(20);
  expect(distance('#0A0045', '#1C46A3')).toBeGreaterThan(30);
});
