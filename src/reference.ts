/** A corporate template (`.potx`, `.pptx`) as far as it is understood: its page, its theme, its layouts with their placeholders. */
import { below, localName, readXml, readZip, type XmlNode } from './package/package.ts';

export interface Reference {
  /** In points; null where the presentation says nothing. */
  readonly page: { readonly width: number; readonly height: number } | null;
  readonly masters: readonly ReferenceMaster[];
}

export interface ReferenceMaster {
  readonly name: string;
  /** Hex or the system's name for a colour, by slot of the theme: dk1, lt1, accent1. */
  readonly colours: ReadonlyMap<string, string>;
  /** Families of headings and of text: Latin, then by script as the theme names them. */
  readonly fonts: { readonly major: FontScheme; readonly minor: FontScheme };
  readonly layouts: readonly ReferenceLayout[];
}

export interface FontScheme {
  readonly latin: string;
  /** `Hang` → Malgun Gothic. */
  readonly scripts: ReadonlyMap<string, string>;
}

export interface ReferenceLayout {
  readonly name: string;
  /** As PowerPoint knows it: `title`, `obj`, `twoObj`; null for a layout of one's own. */
  readonly type: string | null;
  /** Types of its placeholders, in their order: `title`, `body`, `pic`; one without a type holds anything. */
  readonly placeholders: readonly string[];
}

/** Parts by name, and the part that a relationship of another leads to. */
interface Parts {
  root(name: string): XmlNode | null;
  /** The parts of a type that a part names, in the order of its relationships. */
  related(name: string, type: string): readonly string[];
}

/** Null where the package holds no presentation. Throws a `ZipFault` or an `XmlFault` where it is none. */
export function referenceOf(bytes: Uint8Array): Reference | null {
  const parts = open(readZip(bytes));
  const [main] = parts.related('', 'officeDocument');
  const presentation = main === undefined ? null : parts.root(main);
  if (main === undefined || presentation === null || localName(presentation) !== 'presentation') return null;
  return { page: pageOf(presentation), masters: parts.related(main, 'slideMaster').map(name => masterOf(name, parts)) };
}

function open(files: ReadonlyMap<string, Uint8Array>): Parts {
  // Names of parts are compared without regard to case (ECMA-376 part 2, 6.2.2.3).
  const byName = new Map([...files].map(([name, bytes]) => [name.toLowerCase(), bytes]));
  const root = (name: string): XmlNode | null => {
    const bytes = byName.get(name.toLowerCase());
    return bytes === undefined ? null : readXml(bytes);
  };
  const related = (name: string, type: string): readonly string[] => {
    const slash = name.lastIndexOf('/') + 1;
    const relations = root(`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`);
    return (relations === null ? [] : below(relations, 'Relationship'))
      .filter(
        ({ attributes }) => attributes.get('Type')?.endsWith(`/${type}`) && attributes.get('TargetMode') !== 'External',
      )
      .map(({ attributes }) => resolved(name.slice(0, slash), attributes.get('Target') ?? ''));
  };
  return { root, related };
}

/** Within the package: `..` above its root leads to the root. */
function resolved(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function pageOf(presentation: XmlNode): Reference['page'] {
  const size = below(presentation, 'sldSz')[0]?.attributes;
  const [width, height] = [Number(size?.get('cx')), Number(size?.get('cy'))];
  return width > 0 && height > 0 ? { width: width / EMU, height: height / EMU } : null;
}

/** English Metric Units in a point (ECMA-376 part 1, 20.1.10.16). */
const EMU = 12_700;

function masterOf(name: string, parts: Parts): ReferenceMaster {
  const [themeName] = parts.related(name, 'theme');
  const theme = themeName === undefined ? null : parts.root(themeName);
  const scheme = theme === null ? undefined : below(theme, 'clrScheme')[0];
  const colours = (scheme?.children ?? []).flatMap((slot): [string, string][] => {
    const value = slot.children[0]?.attributes;
    const colour = value?.get('lastClr') ?? value?.get('val');
    return colour === undefined
      ? []
      : [[localName(slot), /^[\da-f]{6}$/i.test(colour) ? `#${colour.toUpperCase()}` : colour]];
  });
  const faces = (slot: string): FontScheme => fontsOf(theme === null ? undefined : below(theme, slot)[0]);
  return {
    name: theme?.attributes.get('name') ?? name,
    colours: new Map(colours),
    fonts: { major: faces('majorFont'), minor: faces('minorFont') },
    layouts: parts.related(name, 'slideLayout').flatMap(layout => layoutOf(layout, parts) ?? []),
  };
}

function fontsOf(font: XmlNode | undefined): FontScheme {
  const latin = font === undefined ? undefined : below(font, 'latin')[0]?.attributes.get('typeface');
  const scripts = (font === undefined ? [] : below(font, 'font')).map(({ attributes }): [string, string] => [
    attributes.get('script') ?? '',
    attributes.get('typeface') ?? '',
  ]);
  return { latin: latin ?? '', scripts: new Map(scripts) };
}

function layoutOf(name: string, parts: Parts): ReferenceLayout | null {
  const root = parts.root(name);
  if (root === null) return null;
  return {
    name: below(root, 'cSld')[0]?.attributes.get('name') ?? name,
    type: root.attributes.get('type') ?? null,
    placeholders: below(root, 'ph').map(({ attributes }) => attributes.get('type') ?? 'any'),
  };
}
