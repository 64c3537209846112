/** Parts and relationships of an Open Packaging Conventions package (ECMA-376 part 2), independent of what they hold. */
import { openPacking } from './threads.ts';
import { NO_XML, type Xml, xml } from './xml.ts';
import { joinZip, type Packed, type Packer, packer } from './zip.ts';

export interface Relationship {
  /** Unique in its source: `rId1`. */
  readonly id: string;
  readonly type: string;
  /** The name of a part of the package, or an address where `external`. */
  readonly target: string;
  readonly external: boolean;
}

/** One file of a package, with what it refers to. */
export interface Part {
  /** With `/`, without a leading one: `ppt/slides/slide1.xml`. */
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array;
  readonly relationships: readonly Relationship[];
}

/** The relationships of a part while it is written: each target once, numbered in the order of asking. */
export interface Relations {
  /** The id of the relationship to a part. */
  to(type: string, target: string): string;
  /** The id of the relationship to an address outside. */
  outside(type: string, address: string): string;
  list(): readonly Relationship[];
}

export function relations(): Relations {
  const known = new Map<string, Relationship>();
  const id = (type: string, target: string, external: boolean): string => {
    const key = `${type} ${target}`;
    const found = known.get(key);
    if (found !== undefined) return found.id;
    const made = { id: `rId${known.size + 1}`, type, target, external };
    known.set(key, made);
    return made.id;
  };
  return {
    to: (type, target) => id(type, target, false),
    outside: (type, address) => id(type, address, true),
    list: () => [...known.values()],
  };
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** An XML part: its declaration and its root element. */
export const document = (root: Xml): string => HEAD + root.xml;

export const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';

/** What every `.xml` is that says nothing else. */
const PLAIN_XML = 'application/xml';

/** Media are typed by their extension, everything else by its name. */
const MEDIA: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
/** What is compressed already. */
const STORED = /\.(png|jpeg|gif)$/;

/** The content type of a medium by its extension. */
export const mediaType = (extension: string): string => {
  const type = MEDIA[extension];
  if (type === undefined) throw new Error(`no content type for .${extension}`);
  return type;
};

/** A package as one zip: see `packageEntries`. */
export const writePackage = (parts: Iterable<Part>, root: readonly Relationship[]): Uint8Array =>
  joinZip(packageEntries(parts, root, packer()));

/** The same bytes as `writePackage`, deflated on a second thread while the next parts are made. */
export async function writeLargePackage(parts: Iterable<Part>, root: readonly Relationship[]): Promise<Uint8Array> {
  const { packing, finish, close } = openPacking();
  try {
    const entries = packageEntries(parts, root, packer(packing));
    await finish();
    return joinZip(entries);
  } finally {
    close();
  }
}

/**
 * `[Content_Types].xml` first, then the package's relationships, then each part in the order given, followed by its own relationships.
 * Each part is packed before the next is asked for, so that a deck is never whole in memory. A part named twice or a relationship to a
 * part that is not there is our bug and throws.
 */
export function packageEntries(
  parts: Iterable<Part>,
  root: readonly Relationship[],
  packed: Packer,
): readonly (readonly [name: string, content: Packed])[] {
  const types = new Map<string, string>();
  const sources = new Map<string, string>();
  const entries: [name: string, content: Packed][] = [];
  const relate = (source: string, relationships: readonly Relationship[]): void => {
    if (relationships.length === 0) return;
    for (const { target, external } of relationships) if (!external) sources.set(target, source);
    entries.push([relationshipsName(source), packed(relationshipsPart(source, relationships))]);
  };
  relate('', root);
  for (const { name, type, content, relationships } of parts) {
    if (types.has(name)) throw new Error(`part ${name} is there twice`);
    types.set(name, type);
    entries.push([name, packed(content, STORED.test(name))]);
    relate(name, relationships);
  }
  for (const [target, source] of sources)
    if (!types.has(target)) throw new Error(`${source || 'the package'} refers to ${target}, which is not there`);
  return [['[Content_Types].xml', packed(contentTypes(types))], ...entries];
}

/** `ppt/slides/slide1.xml` → `ppt/slides/_rels/slide1.xml.rels`; the package's own for the empty name. */
export function relationshipsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function relationshipsPart(source: string, relationships: readonly Relationship[]): string {
  return document(xml`
    <Relationships xmlns="${RELATIONSHIPS}">
      ${relationships.map(
        ({ id, type, target, external }) =>
          xml`<Relationship Id="${id}" Type="${type}" Target="${external ? target : relativeName(source, target)}"${
            external ? EXTERNAL : NO_XML
          }/>`,
      )}
    </Relationships>`);
}

const EXTERNAL = xml` TargetMode="External"`;

/** A part's name as seen from the folder of another: `ppt/slides/slide1.xml`, `ppt/media/a.png` → `../media/a.png`. */
function relativeName(source: string, target: string): string {
  let shared = 0;
  for (let at = 0; at < source.length && source[at] === target[at]; at++) if (source[at] === '/') shared = at + 1;
  return '../'.repeat(source.slice(shared).split('/').length - 1) + target.slice(shared);
}

/** Types of parts by name. Only extensions that occur are declared: an unused one is among the causes named for a repair (PptxGenJS #1449). */
function contentTypes(types: ReadonlyMap<string, string>): string {
  const extensionOf = (name: string) => name.slice(name.lastIndexOf('.') + 1);
  const media = [...new Set([...types.keys()].map(extensionOf))].filter(extension => extension in MEDIA).sort();
  return document(xml`
    <Types xmlns="${TYPES}">
      <Default Extension="rels" ContentType="${RELATIONSHIPS_TYPE}"/>
      <Default Extension="xml" ContentType="${PLAIN_XML}"/>
      ${media.map(extension => xml`<Default Extension="${extension}" ContentType="${mediaType(extension)}"/>`)}
      ${[...types].map(
        ([name, type]) =>
          !(extensionOf(name) in MEDIA) &&
          type !== PLAIN_XML &&
          xml`<Override PartName="/${name}" ContentType="${type}"/>`,
      )}
    </Types>`);
}
