/** A deck taken apart: its entries, parsed parts and relationships, for laws and for reading back what was written. */
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { readZip } from '../../src/package/package.ts';

export interface Related {
  readonly id: string;
  readonly type: string;
  /** A part's name, or an address where external. */
  readonly target: string;
  readonly external: boolean;
}

export interface Deck {
  readonly bytes: Uint8Array;
  readonly files: ReadonlyMap<string, Uint8Array>;
  text(name: string): string;
  /** The root element of a part; null where it is not XML. */
  root(name: string): XmlElement | null;
  related(source: string): readonly Related[];
  names(pattern: RegExp): readonly string[];
}

export function openDeck(bytes: Uint8Array): Deck {
  const files = readZip(bytes);
  const roots = new Map<string, XmlElement | null>();
  const text = (name: string): string => new TextDecoder().decode(files.get(name));
  const root = (name: string): XmlElement | null => {
    const known = roots.get(name);
    if (known !== undefined) return known;
    const parsed = parsedOrNull(text(name));
    roots.set(name, parsed);
    return parsed;
  };
  const related = (source: string): readonly Related[] => {
    const slash = source.lastIndexOf('/') + 1;
    const name = `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
    if (!files.has(name)) return [];
    return elements(root(name), 'Relationship').map(({ attributes: { Id, Type, Target, TargetMode } }) => {
      const external = TargetMode === 'External';
      const target = external ? Target! : resolved(source, Target!);
      return { id: Id!, type: Type!.slice(Type!.lastIndexOf('/') + 1), target, external };
    });
  };
  return { bytes, files, text, root, related, names: pattern => [...files.keys()].filter(name => pattern.test(name)) };
}

function parsedOrNull(text: string): XmlElement | null {
  try {
    return parseXml(text).root;
  } catch {
    return null;
  }
}

function resolved(source: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = source.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') parts.pop();
    else parts.push(step);
  }
  return parts.join('/');
}

/** Elements below one, itself included, in document order; all of them where no name is given. */
export function elements(within: XmlElement | null, name?: string): XmlElement[] {
  if (within === null) return [];
  const below = within.children.flatMap(child => (child instanceof XmlElement ? elements(child, name) : []));
  return name === undefined || within.name === name ? [within, ...below] : below;
}

/** Children of one name. */
export const children = (of: XmlElement, name: string): XmlElement[] =>
  of.children.filter((child): child is XmlElement => child instanceof XmlElement && child.name === name);

/** A cell of an embedded workbook's only sheet by its reference, as it would be cached; null where it is empty. */
export function cellsOf(workbook: Deck): ReadonlyMap<string, string> {
  const cells = elements(workbook.root('xl/worksheets/sheet1.xml'), 'c');
  return new Map(cells.map(cell => [cell.attributes.r!, cell.text]));
}
