/** XML of packages that others made, as a tree: elements, attributes and text; no document type, no entity of anybody's own, limits on depth. */

export interface XmlNode {
  /** With its prefix, as written. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** Of the element itself, without that of its children. */
  readonly text: string;
}

/** What is wrong with a part: a fault of the file, not of ours. */
export class XmlFault extends Error {}

/** Office nests some thirty deep. */
const MAX_DEPTH = 256;

/** A comment, an instruction, a CDATA section, a tag, or text (XML 1.0, 2.4 to 2.7, 3.1). */
const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|</g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** An element whose end has not come yet. */
interface Open {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: XmlNode[];
  text: string;
}

/** The root element. Throws an `XmlFault` where the text is not well-formed, has a document type, or is nested too deep. */
export function readXml(bytes: Uint8Array): XmlNode {
  const text = decoded(bytes);
  if (/<!DOCTYPE/i.test(text)) throw new XmlFault('it has a document type, which Office never writes');
  const open: Open[] = [];
  let root: XmlNode | null = null;
  for (const [token, cdata, closing, name, attributes, empty, words] of text.matchAll(TOKEN)) {
    const parent = open.at(-1);
    if (token === '<') throw new XmlFault('a tag in it is not well-formed');
    if (words !== undefined || cdata !== undefined) {
      if (parent !== undefined) parent.text += cdata ?? unescaped(words!);
      else if (words?.trim() !== '') throw new XmlFault('text stands outside of its root');
    } else if (name !== undefined && closing === '/') {
      if (open.pop()?.name !== name) throw new XmlFault(`</${name}> closes what is not open`);
    } else if (name !== undefined) {
      if (parent === undefined && root !== null) throw new XmlFault('it has two roots');
      const node = { name, attributes: attributesOf(attributes!), children: [], text: '' };
      parent?.children.push(node);
      root ??= node;
      if (empty !== '/' && open.push(node) > MAX_DEPTH) throw new XmlFault(`it is nested deeper than ${MAX_DEPTH}`);
    }
  }
  if (root === null || open.length > 0) throw new XmlFault('it ends before its root does');
  return root;
}

/** UTF-8 or, by its byte order mark, UTF-16: the two that a package may use (ECMA-376 part 2, 8.1.4). */
function decoded(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new XmlFault('it is not text', { cause: error });
  }
}

function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single] of text.matchAll(ATTRIBUTE)) {
    if (attributes.has(name!)) throw new XmlFault(`the attribute ${name} stands twice in a tag`);
    attributes.set(name!, unescaped(double ?? single ?? ''));
  }
  return attributes;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w*));?/gi, (entity, decimal, hex, name) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const character = name === undefined ? (code <= 0x10ffff ? String.fromCodePoint(code) : undefined) : ENTITIES[name];
    if (character === undefined || !entity.endsWith(';')) throw new XmlFault(`the entity ${entity} is not known`);
    return character;
  });
}

/** The elements of a name below a node, in the order of the document; the name without its prefix. */
export function below(node: XmlNode, name: string): readonly XmlNode[] {
  const found: XmlNode[] = [];
  const rest: XmlNode[] = [node];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (next !== node && localName(next) === name) found.push(next);
    for (let index = next.children.length - 1; index >= 0; index--) rest.push(next.children[index]!);
  }
  return found;
}

/** `a:srgbClr` → `srgbClr`. */
export const localName = ({ name }: XmlNode): string => name.slice(name.indexOf(':') + 1);
