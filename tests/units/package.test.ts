/** Open Packaging: XML that cannot be left unescaped, zips that are the same twice, archives that are refused. */

import { parseXml } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  attr,
  decimal,
  document,
  type Part,
  packer,
  raw,
  readZip,
  relations,
  writeLargePackage,
  writePackage,
  writeZip,
  xml,
  ZipFault,
} from '../../src/package/package.ts';

const part = (name: string, content: string, more: Partial<Part> = {}): Part => ({
  name,
  type: 'application/test+xml',
  content,
  relationships: [],
  ...more,
});
const textOf = (files: ReadonlyMap<string, Uint8Array>, name: string) => new TextDecoder().decode(files.get(name));

describe('XML', () => {
  test.each([
    ['text is escaped', xml`<a>${'<b> & "c"'}</a>`, '<a>&lt;b&gt; &amp; &quot;c&quot;</a>'],
    ['XML is not', xml`<a>${xml`<b/>`}</a>`, '<a><b/></a>'],
    ['lists are joined', xml`<a>${['x', xml`<b/>`, 3]}</a>`, '<a>x<b/>3</a>'],
    ['nothing is nothing', xml`<a>${null}${false}${''}</a>`, '<a></a>'],
    ['white space in an attribute survives', xml`<a b="${'one\ntwo\t3'}"/>`, '<a b="one&#10;two&#9;3"/>'],
    ['control characters and lone surrogates are left out', xml`<a>${'a\u000bb\ud800c\uffffd😀'}</a>`, '<a>abcd😀</a>'],
    ['an attribute that is null is not written', xml`<a${attr('b', null)}${attr('c', 0)}/>`, '<a c="0"/>'],
    ['indentation of a template is left out', xml`<a>\n      <b/>\n    </a>`, '<a><b/></a>'],
  ])('%s', (_, made, wanted) => {
    expect(made.xml).toBe(wanted);
  });

  test('any text comes back as it was, but for what XML forbids', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const root = parseXml(document(xml`<a b="${text}">${text}</a>`)).root!;
        const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
        expect([root.attributes.b, root.text]).toEqual([allowed, allowed]);
      }),
      { seed: 1, numRuns: 2_000 },
    );
  });

  test.each([
    [0, '0'],
    [-0, '0'],
    [1.5, '1.5'],
    [1e21, '1000000000000000000000'],
    [1.25e-7, '0.000000125'],
    [-3e-10, '-0.0000000003'],
  ])('%d is written %s, never with an exponent', (value, wanted) => {
    expect(decimal(value)).toBe(wanted);
  });

  test('a number that is none is our bug', () => {
    expect(() => xml`<a b="${Number.NaN}"/>`).toThrow('NaN');
    expect(() => decimal(Number.POSITIVE_INFINITY)).toThrow('Infinity');
  });
});

describe('zip', () => {
  const words = 'deflate me, deflate me, deflate me, deflate me';
  const entries = [
    { name: 'a.txt', content: words },
    { name: 'b/c.png', content: new Uint8Array([1, 2, 3]), stored: true },
    { name: 'd.txt', content: '' },
  ];

  test('what is written can be read', () => {
    const files = readZip(writeZip(entries));
    expect([...files.keys()]).toEqual(['a.txt', 'b/c.png', 'd.txt']);
    expect(textOf(files, 'a.txt')).toBe(words);
    expect(files.get('b/c.png')).toEqual(new Uint8Array([1, 2, 3]));
  });

  test('the same entries give the same bytes, also from a used packer', () => {
    const packed = packer();
    expect(writeZip(entries, packed)).toEqual(writeZip(entries));
    expect(writeZip(entries, packed)).toEqual(writeZip(entries));
  });

  const whole = writeZip([{ name: 'a.txt', content: words.repeat(50) }]);
  const changed = (at: number, value: number) => whole.map((byte, index) => (index === at ? value : byte));
  test.each<[string, Uint8Array, RegExp]>([
    ['no archive', new TextEncoder().encode('<html>'), /not a zip/],
    ['nothing', new Uint8Array(), /not a zip/],
    ['half of one', whole.subarray(0, whole.length / 2), /not a zip/],
    ['damaged content', changed(45, 0xff), /damaged/],
    ['an encrypted entry', changed(whole.length - 22 - 51 + 8, 1), /encrypted/],
    ['an unknown compression', changed(whole.length - 22 - 51 + 10, 14), /method 14/],
  ])('%s is refused', (_, bytes, reason) => {
    expect(() => readZip(bytes)).toThrow(ZipFault);
    expect(() => readZip(bytes)).toThrow(reason);
  });

  test('limits hold at the limit and refuse one more', () => {
    const size = words.length * 50;
    const limits = { entries: 1, entry: size, total: size };
    expect(readZip(whole, limits).size).toBe(1);
    expect(() => readZip(whole, { ...limits, entry: size - 1 })).toThrow(`${size} bytes`);
    expect(() => readZip(whole, { ...limits, total: size - 1 })).toThrow('in all');
    expect(() => readZip(whole, { ...limits, entries: 0 })).toThrow('1 entries');
  });

  test('an entry that claims less than it holds cannot grow', () => {
    const bomb = writeZip([{ name: 'a', content: '\0'.repeat(1_000_000) }]);
    new DataView(bomb.buffer).setUint32(bomb.length - 22 - 47 + 24, 10, true);
    expect(() => readZip(bomb)).toThrow('damaged');
  });
});

describe('packages', () => {
  const related = relations();
  const id = related.to('http://types/image', 'ppt/media/a.png');
  related.outside('http://types/hyperlink', 'https://example.org/?a=1&b=2');
  const deck = [
    part('ppt/slides/slide1.xml', '<a/>', { relationships: related.list() }),
    part('ppt/media/a.png', 'x', { type: 'image/png' }),
  ];
  const root = [{ id: 'rId1', type: 'http://types/slide', target: 'ppt/slides/slide1.xml', external: false }];

  test('content types come first, relationships after their part, targets are relative', () => {
    const files = readZip(writePackage(deck, root));
    expect([...files.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'ppt/slides/slide1.xml',
      'ppt/slides/_rels/slide1.xml.rels',
      'ppt/media/a.png',
    ]);
    expect(textOf(files, 'ppt/slides/_rels/slide1.xml.rels')).toContain('Target="../media/a.png"');
    expect(textOf(files, 'ppt/slides/_rels/slide1.xml.rels')).toContain('Target="https://example.org/?a=1&amp;b=2"');
    expect(textOf(files, '[Content_Types].xml')).toContain('<Default Extension="png" ContentType="image/png"/>');
    expect(textOf(files, '[Content_Types].xml')).not.toContain('jpeg');
  });

  test('a package has the same bytes where another thread deflates it', async () => {
    const contents = fc.array(fc.string({ maxLength: 5_000, unit: 'grapheme' }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(contents, async texts => {
        const parts = texts.map((text, index) => part(`ppt/slides/slide${index}.xml`, text.repeat(40)));
        expect(await writeLargePackage(parts, [])).toEqual(writePackage(parts, []));
      }),
      { numRuns: 20 },
    );
  });

  test('a part named twice is refused, whatever has been sent to the thread', async () => {
    const twice = Array.from({ length: 2 }, () => part('a.xml', 'a'.repeat(1_000_000)));
    await expect(writeLargePackage(twice, [])).rejects.toThrow('there twice');
  });

  test('a target is related once', () => {
    expect(related.to('http://types/image', 'ppt/media/a.png')).toBe(id);
  });

  test('a dangling relationship or a part named twice is our bug', () => {
    expect(() => writePackage(deck.slice(0, 1), root)).toThrow('ppt/media/a.png, which is not there');
    expect(() => writePackage([...deck, deck[0]!], root)).toThrow('there twice');
  });

  test('raw XML is trusted as it is', () => {
    expect(xml`<a>${raw('<b c="&amp;"/>')}</a>`.xml).toBe('<a><b c="&amp;"/></a>');
  });
});
