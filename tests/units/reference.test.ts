/** Decks that others made, read with caution: the same tree as a second reader has, and no fault that is not one of the file. */
import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readXml, readZip, writeZip, XmlFault, type XmlNode, ZipFault } from '../../src/package/package.ts';
import { referencePortrait } from '../../src/portrait.ts';
import { referenceOf } from '../../src/reference.ts';
import { traced, traceOf } from '../../src/trace.ts';
import { type Built, buildFixture } from '../support/fixture.ts';

let built: Built;
let deck: Uint8Array;
let files: Map<string, Uint8Array>;
beforeAll(async () => {
  built = await buildFixture('slide-kpi-cards', { formats: ['pptx'] });
  deck = built.result.artifacts[0]!.bytes;
  files = readZip(deck);
});

const xml = (text: string): Uint8Array => new TextEncoder().encode(text);
const rezipped = (changed: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  writeZip([...changed].map(([name, content]) => ({ name, content })));

describe('XML', () => {
  test('of every part of a deck is read as another reader reads it', () => {
    const theirs = (element: XmlElement): XmlNode => ({
      name: element.name,
      attributes: new Map(Object.entries(element.attributes)),
      children: element.children.filter(child => child instanceof XmlElement).map(theirs),
      text: element.children.map(child => (child instanceof XmlText ? child.text : '')).join(''),
    });
    const parts = [...files].filter(([name]) => /\.(xml|rels)$/.test(name));
    expect(parts.length).toBeGreaterThan(20);
    for (const [name, bytes] of parts)
      expect(readXml(bytes), name).toEqual(theirs(parseXml(new TextDecoder().decode(bytes)).root!));
  });

  test.each([
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', /document type/],
    ['<a>&b;</a>', /entity &b; is not known/],
    ['<a>&#x110000;</a>', /entity .* is not known/],
    ['<a><b></a>', /<\/a> closes what is not open/],
    ['<a b="1" b="2"/>', /attribute b stands twice/],
    ['<a', /not well-formed/],
    ['<a/><b/>', /two roots/],
    ['<a>', /ends before its root does/],
    ['words', /outside of its root/],
    ['', /ends before/],
    ['<a>'.repeat(300), /nested deeper than 256/],
  ])('%j is refused', (text, says) => {
    expect(() => readXml(xml(text))).toThrow(XmlFault);
    expect(() => readXml(xml(text))).toThrow(says);
  });

  test('in UTF-16, with CDATA, comments and references, is read', () => {
    const text = '<?xml version="1.0"?><!-- one --><a b=\'"&#65;\'><![CDATA[<x>]]>&amp;</a>';
    const bytes = Uint8Array.from([0xff, 0xfe, ...[...text].flatMap(c => [c.charCodeAt(0), 0])]);
    expect(readXml(bytes)).toEqual({ name: 'a', attributes: new Map([['b', '"A']]), children: [], text: '<x>&' });
  });
});

test('a deck of ours is a template with our layouts, theme colours and fonts, and nothing is missing', () => {
  const reference = referenceOf(deck)!;
  const { brand, layouts } = built.result.versions[0]!.scene;
  expect(reference.page).toEqual({ width: brand.page.width, height: brand.page.height });
  const [master] = reference.masters;
  expect(master!.layouts.map(({ name }) => name)).toEqual(Object.values(layouts).map(({ title }) => title));
  expect(master!.colours.get('accent1')).toBe(brand.theme.accent1);
  expect(master!.fonts.major.latin).toBe(brand.fonts.major.latin);
  expect(referencePortrait(reference)).not.toMatch(/^missing$/m);
});

test('a package without theme, or without masters, says so', () => {
  const without = (pattern: RegExp): Uint8Array =>
    rezipped(new Map([...files].filter(([name]) => !pattern.test(name))));
  expect(referencePortrait(referenceOf(without(/theme\/theme/))!)).toMatch(/^missing\n.*no theme colour dk1, lt1/m);
  expect(referencePortrait(referenceOf(without(/presentation\.xml\.rels/))!)).toMatch(/^missing\n {2}master\t/m);
  expect(referenceOf(without(/ppt\/presentation\.xml$/))).toBeNull();
});

test('a figure leads to its line and its source', () => {
  const { slides } = traceOf(deck)!;
  const { ledger } = built.result.source!.briefing;
  const rows = traced(slides[0]!, ledger, ({ file, start }) => `${file}@${start}`)
    .trim()
    .split('\n')
    .map(row => row.split('\t'));
  const [, id, , name, value, place, sources] = rows[0]!;
  const fact = ledger.facts.get(name!)!;
  expect(id).toBe(slides[0]!.id);
  expect(value).toBe(`${fact.value} ${fact.unit.id}`);
  expect(place).toBe(`${fact.place.file}@${fact.place.start}`);
  expect(sources).toContain(fact.sources[0]);
  expect(traced(slides[0]!, null, () => '').split('\n')).toHaveLength(rows.length + 1);
});

test('whatever a deck was damaged by, the fault is one of the file', () => {
  const names = fc.constantFrom(...[...files.keys()].filter(name => /\.(xml|rels)$/.test(name)));
  const damage = fc.record({
    name: names,
    at: fc.nat(),
    by: fc.uint8Array({ minLength: 0, maxLength: 12 }),
    cut: fc.nat(40),
  });
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 6 }), fc.option(fc.nat(deck.length)), (damages, end) => {
      const changed = new Map(files);
      for (const { name, at, by, cut } of damages) {
        const bytes = changed.get(name)!;
        const start = at % (bytes.length + 1);
        changed.set(name, Uint8Array.from([...bytes.subarray(0, start), ...by, ...bytes.subarray(start + cut)]));
      }
      const whole = rezipped(changed);
      const damaged = end === null ? whole : whole.subarray(0, end);
      for (const readIt of [traceOf, referenceOf])
        try {
          const found = readIt(damaged);
          if (found !== null && 'masters' in found) referencePortrait(found);
        } catch (error) {
          if (!(error instanceof ZipFault || error instanceof XmlFault)) throw error;
        }
    }),
    { numRuns: 60 },
  );
});
