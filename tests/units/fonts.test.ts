import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FaceStyle, loadFaces } from '../../src/fonts/fonts.ts';
import { openShaper } from '../../src/fonts/harfbuzz.ts';
import { pairwise } from '../../src/fonts/pairs.ts';
import { unpackWoff } from '../../src/fonts/woff.ts';
import { FONTS } from '../../src/model/project.ts';
import { builtIn, house, latinOnly } from '../support/scene.ts';

const faces = await loadFaces(builtIn, house.brand, 'ko');
const style = (family: string, more: Partial<FaceStyle> = {}): FaceStyle => ({
  family,
  bold: false,
  italic: false,
  size: 16,
  ...more,
});
const width = (text: string, face: FaceStyle): number =>
  faces.advances(text, face).widths.reduce((sum, advance) => sum + advance, 0);

describe('a text is as wide as the recipient’s face makes it', () => {
  // The family, the size and what the text measures; Arial and Calibri by their published advances, kerning included.
  test.each`
    family               | size  | text            | points
    ${'Arial'}           | ${20} | ${'HH'}         | ${29}
    ${'Arial'}           | ${20} | ${'0123456789'} | ${111.25}
    ${'Calibri'}         | ${20} | ${'0123456789'} | ${101.25}
    ${'Georgia'}         | ${16} | ${'0123456789'} | ${87.625}
    ${'Malgun Gothic'}   | ${16} | ${'반도체'}     | ${48}
    ${'Malgun Gothic'}   | ${16} | ${'2031'}       | ${35.5}
    ${'Microsoft YaHei'} | ${16} | ${'芯片，'}     | ${48}
  `('$text in $family at $size pt is $points pt', ({ family, size, text, points }) => {
    expect(width(text, style(family, { size }))).toBeCloseTo(points, 3);
  });

  test('pairs are kerned, and a word is as wide in a sentence as alone', () => {
    const arial = style('Arial');
    expect(width('AV', arial)).toBeLessThan(width('A', arial) + width('V', arial));
    expect(width('nine nine', arial)).toBeCloseTo(2 * width('nine', arial) + width(' ', arial), 6);
  });

  test('letters are never joined: PowerPoint sets no ligatures', () => {
    expect(faces.glyphs('ttfi', style('Calibri'))).toHaveLength(4);
  });

  test('bold is wider than regular', () => {
    expect(width('strategy', style('Arial', { bold: true }))).toBeGreaterThan(width('strategy', style('Arial')));
  });

  test('there is one advance for each UTF-16 code unit', () => {
    const { widths } = faces.advances('a😀ó', style('Arial'));
    expect(widths).toHaveLength('a😀ó'.length);
    expect(widths[2]).toBe(0);
  });
});

describe('words from pairs are the words that HarfBuzz shapes', () => {
  const looks = ['arimo', 'carlito', 'gelasio'].flatMap(twin =>
    ['400-normal', '700-normal', '400-italic', '700-italic'].map(look => [twin, look] as const),
  );
  test.each(looks)('%s %s', (twin, look) => {
    const shaper = openShaper(unpackWoff(builtIn.read(`${FONTS}/${twin}/files/${twin}-latin-${look}.woff`)!), 'Latn');
    const pairs = pairwise(shaper);
    const word = fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 12 }).filter(text => /^[ -~]+$/.test(text));
    fc.assert(
      fc.property(word, text => void expect(pairs.shape(text)).toEqual(shaper.shape(text))),
      { seed: 7, numRuns: 2000 },
    );
    for (const text of ['1111', 'office', 'AVATAR', 'To. Yes,', '1/2', 'fjord', 'ttfi', '4,000']) {
      expect(pairs.shape(text)).toEqual(shaper.shape(text));
    }
  });
});

describe('what cannot be measured is said', () => {
  test('signs of the twin’s other slices are found: ₩, ń, Ω, Ж, ế', () => {
    expect(faces.advances('₩ Gdańsk Ω Ж ế', style('Arial')).unmeasured).toEqual([]);
  });

  test('signs that only the recipient’s face has are known by their widths: → ≥ ▲', () => {
    expect(faces.advances('→≥▲', style('Arial'))).toEqual({ widths: [16, 8.75, 15.875], unmeasured: [] });
  });

  test('a character that no slice has counts one em and is named', () => {
    const { widths, unmeasured } = faces.advances('a✓', style('Arial'));
    expect(unmeasured).toEqual(['✓']);
    expect(widths[1]).toBe(16);
  });

  test('a family without a twin is known to be one', () => {
    expect(faces.measures('Calibri')).toBe(true);
    expect(faces.measures('Malgun Gothic')).toBe(true);
    expect(faces.measures('Comic Sans MS')).toBe(false);
  });
});

describe('each character is set in the family of its script', () => {
  test.each`
    text             | families
    ${'AI chips'}    | ${['AI chips:Arial']}
    ${'9조 4,000억'} | ${['9:Arial', '조:Malgun Gothic', ' 4,000:Arial', '억:Malgun Gothic']}
    ${'韩国，2031'}  | ${['韩国，:Malgun Gothic', '2031:Arial']}
    ${'한·미'}       | ${['한·미:Malgun Gothic']}
    ${'R·D'}         | ${['R·D:Arial']}
    ${'かな'}        | ${['かな:Yu Gothic']}
  `('$text', ({ text, families }) => {
    const found = faces.split(text, 'minor').map(({ start, end, family }) => `${text.slice(start, end)}:${family}`);
    expect(found).toEqual(families);
  });

  test('Han in an English deck is set in the Chinese face', async () => {
    const english = await loadFaces(builtIn, house.brand, 'en');
    expect(english.split('韩国', 'minor')[0]!.family).toBe('Microsoft YaHei');
  });
});

describe('glyphs for previews', () => {
  test('stand at the advances that were measured', () => {
    const arial = style('Arial');
    const glyphs = faces.glyphs('To AV', arial);
    const { widths } = faces.advances('To AV', arial);
    const lefts = [0, 1, 2, 3, 4].map(index => widths.slice(0, index).reduce((sum, advance) => sum + advance, 0));
    expect(glyphs.map(({ x }) => x)).toEqual(lefts.map(left => expect.closeTo(left, 6)));
    expect(glyphs.map(({ text, path }) => text + path.slice(0, 1)).join(' ')).toBe('TM oM   AM VM');
    expect(glyphs.some(({ missing }) => missing)).toBe(false);
  });

  test.each([...'→←↔▲►▼◄●○■□≤≥≠≈√∞∑∆'])('%s has an outline as wide as its advance, that no slice has', sign => {
    for (const bold of [false, true]) {
      const face = style('Arial', { bold });
      const [glyph] = faces.glyphs(sign, face);
      expect(glyph).toMatchObject({ missing: false, text: sign, width: faces.advances(sign, face).widths[0] });
      const numbers = [...glyph!.path.matchAll(/[ML](-?\d+),(-?\d+)/g)];
      const across = numbers.map(([, x]) => Number(x) / glyph!.unitsPerEm);
      expect(Math.min(...across)).toBeGreaterThan(-0.1);
      expect(Math.max(...across) * face.size).toBeLessThan(glyph!.width + 0.1 * face.size);
    }
  });

  test('the same letter has the same key, another weight another', () => {
    const [a, b, again] = faces.glyphs('aba', style('Arial'));
    expect(a!.key).toBe(again!.key);
    expect(a!.key).not.toBe(b!.key);
    expect(faces.glyphs('a', style('Arial', { bold: true }))[0]!.key).not.toBe(a!.key);
  });

  test.each`
    family               | text        | name
    ${'Malgun Gothic'}   | ${'한 국'}  | ${'noto-sans-kr-400-normal'}
    ${'Microsoft YaHei'} | ${'芯，片'} | ${'noto-sans-sc-400-normal'}
  `('$family is drawn with $name, each character in the middle of its own advance', ({ family, text, name }) => {
    const face = style(family);
    const { widths } = faces.advances(text, face);
    const glyphs = faces.glyphs(text, face);
    expect(glyphs.map(glyph => glyph.text).join('')).toBe(text);
    expect(glyphs.map(({ width }) => width)).toEqual(widths);
    expect(glyphs[0]!.key).toBe(`${name}-${text.codePointAt(0)!.toString(16)}`);
    // The ink of a square character leaves as much room on its left as on its right.
    const { x, path, unitsPerEm } = glyphs[2]!;
    const across = [...path.matchAll(/[MLQ](-?[\d.]+)/g)].map(([, at]) => x + (Number(at) / unitsPerEm) * face.size);
    const [start, end] = [widths[0]! + widths[1]!, widths[0]! + widths[1]! + widths[2]!];
    expect(Math.abs(Math.min(...across) - start - (end - Math.max(...across)))).toBeLessThan(2);
  });

  test('without its package a face gives boxes, and says what it lacks', async () => {
    const without = await loadFaces(latinOnly, house.brand, 'ko');
    expect(without.glyphs('한 국', style('Malgun Gothic'))).toMatchObject([
      { missing: true, x: 0, width: 16 },
      { missing: false, path: '' },
      { missing: true, x: 21.625, width: 16 },
    ]);
    expect(without.lacks('Malgun Gothic')).toBe('@fontsource/noto-sans-kr');
    expect(faces.lacks('Malgun Gothic')).toBe(null);
    expect(without.lacks('Arial')).toBe(null);
  });
});
