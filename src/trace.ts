/** What a deck says of its own making: the manifest, read back; and from there to the ledger and its sources. */
import type { Ledger } from './model/fact.ts';
import type { Place } from './model/origin.ts';
import { below, readXml, readZip, type XmlNode } from './package/package.ts';
import { MANIFEST_NS } from './writers/writers.ts';

export interface Trace {
  /** The hash of all that the deck was made from. */
  readonly input: string;
  readonly brand: string;
  readonly slides: readonly TracedSlide[];
}

export interface TracedSlide {
  readonly id: string;
  readonly number: number;
  readonly shapes: readonly TracedShape[];
}

export interface TracedShape {
  /** Its id on the slide. */
  readonly id: string;
  readonly name: string;
  /** Of what a reader sees of it, as it was built. */
  readonly hash: string;
  /** As they are written: `dram-share.samsung`. */
  readonly facts: readonly string[];
  /** Where the datum stood when the deck was made; null for what the compiler adds. */
  readonly data: Place | null;
}

/** Reads the manifest of a deck; null where it has none. Throws a `ZipFault` or an `XmlFault` where the file is no deck. */
export function traceOf(deck: Uint8Array): Trace | null {
  const items = [...readZip(deck)].filter(([name]) => /^customXml\/item\d+\.xml$/.test(name));
  const root = items.map(([, bytes]) => readXml(bytes)).find(node => node.attributes.get('xmlns') === MANIFEST_NS);
  if (root === undefined) return null;
  return {
    input: root.attributes.get('input') ?? '',
    brand: root.attributes.get('brand') ?? '',
    slides: below(root, 'slide').map(slide => ({
      id: slide.attributes.get('id') ?? '',
      number: Number(slide.attributes.get('number')),
      shapes: below(slide, 'shape').map(shapeOf),
    })),
  };
}

const shapeOf = ({ attributes }: XmlNode): TracedShape => ({
  id: attributes.get('id') ?? '',
  name: attributes.get('name') ?? '',
  hash: attributes.get('hash') ?? '',
  facts: (attributes.get('facts') ?? '').split(' ').filter(name => name !== ''),
  data: placeOf(attributes.get('data') ?? ''),
});

function placeOf(written: string): Place | null {
  const [, file, start, end] = /^(.*):(\d+):(\d+)$/.exec(written) ?? [];
  return file === undefined ? null : { file, start: Number(start), end: Number(end) };
}

/**
 * Every figure that a slide shows, a line each: number and id of the slide, shape, fact, value, where it stands in the ledger, sources.
 * `lineOf` gives a place as `file:line`; without a ledger what only it knows is left out.
 */
export function traced(slide: TracedSlide, ledger: Ledger | null, lineOf: (place: Place) => string): string {
  const rows = slide.shapes.flatMap(({ name, facts }) =>
    facts.map(fact => [slide.number, slide.id, name, fact, ...origin(fact, ledger, lineOf)]),
  );
  return rows.map(cells => `${cells.join('\t')}\n`).join('');
}

function origin(name: string, ledger: Ledger | null, lineOf: (place: Place) => string): readonly string[] {
  const [id, key] = [name.replace(/\..*$/s, ''), /\.(.*)$/s.exec(name)?.[1]];
  const fact = ledger?.facts.get(id);
  if (fact === undefined) return [];
  const member = fact.members.find(one => one.key === key);
  const value = member === undefined ? fact.value : member.value;
  const sources = fact.sources.map(source => {
    const known = ledger!.sources.get(source);
    return known?.url == null ? source : `${source} ${known.url}`;
  });
  return [
    value === null ? 'statement' : `${value} ${fact.unit.id}`,
    lineOf(member?.place ?? fact.place),
    sources.join('; '),
  ];
}
