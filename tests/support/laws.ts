/** Package laws: what every deck must obey, and what Microsoft's validator does not see. */
import type { XmlElement } from '@rgrove/parse-xml';
import { cellsOf, children, type Deck, elements, openDeck } from './deck.ts';

/** A law gives one sentence for each breach. */
export type Law = (deck: Deck) => readonly string[];

/** Breaches of all laws, each behind the law's name; empty for a sound deck. */
export function breaches(bytes: Uint8Array): readonly string[] {
  const deck = openDeck(bytes);
  return Object.entries(LAWS).flatMap(([name, law]) => law(deck).map(breach => `${name}: ${breach}`));
}

const SHEETS = /^ppt\/(slides|slideLayouts|slideMasters|notesSlides|notesMasters|handoutMasters)\/[^/]+\.xml$/;
const SLIDES = /^ppt\/slides\/[^/]+\.xml$/;
const CHARTS = /^ppt\/charts\/[^/]+\.xml$/;
const XML = /\.(xml|rels)$/;
const CONTENT_TYPES = '[Content_Types].xml';

/** Names that stand in a list twice. */
const repeated = (list: readonly string[]): string[] => [
  ...new Set(list.filter((one, at) => list.indexOf(one) !== at)),
];

const perPart = (pattern: RegExp, law: (root: XmlElement, name: string, deck: Deck) => readonly string[]): Law => {
  return deck =>
    deck.names(pattern).flatMap(name => {
      const root = deck.root(name);
      return root === null ? [] : law(root, name, deck).map(breach => `${name} ${breach}`);
    });
};

const attributesOf = (root: XmlElement): (readonly [string, string])[] =>
  elements(root).flatMap(({ name, attributes }) =>
    Object.entries(attributes).map(([key, value]) => [`${name}@${key}`, value] as const),
  );

export const LAWS: Readonly<Record<string, Law>> = {
  'well-formed': deck =>
    deck.names(XML).flatMap(name => (deck.root(name) === null ? [`${name} is not well-formed XML`] : [])),

  'zip order': ({ bytes }) => {
    const entries = localEntries(bytes);
    return [
      ...(entries[0]?.name === CONTENT_TYPES ? [] : [`${entries[0]?.name} comes first`]),
      ...entries.filter(({ name }) => name.endsWith('/')).map(({ name }) => `${name} is a directory`),
      ...entries.filter(({ date }) => date !== 0x21).map(({ name }) => `${name} has a date`),
      ...repeated(entries.map(({ name }) => name)).map(name => `${name} is there twice`),
    ];
  },

  'content types': deck => {
    const types = deck.root(CONTENT_TYPES);
    const overrides = elements(types, 'Override').map(({ attributes }) => attributes.PartName!.slice(1));
    const defaults = elements(types, 'Default').map(({ attributes }) => attributes.Extension!);
    const extensions = new Set([...deck.files.keys()].map(name => name.slice(name.lastIndexOf('.') + 1)));
    const typed = (name: string) =>
      overrides.includes(name) || defaults.includes(name.slice(name.lastIndexOf('.') + 1));
    return [
      ...overrides.filter(name => !deck.files.has(name)).map(name => `the override ${name} is no part`),
      ...repeated(overrides).map(name => `${name} has two overrides`),
      ...repeated(defaults).map(name => `.${name} has two defaults`),
      ...defaults.filter(name => !extensions.has(name)).map(name => `no part ends in .${name}`),
      ...[...deck.files.keys()]
        .filter(name => name !== CONTENT_TYPES && !typed(name))
        .map(name => `${name} has no type`),
    ];
  },

  relationships: deck =>
    sources(deck).flatMap(source => {
      const related = deck.related(source);
      const dangling = related.filter(({ target, external }) => !external && !deck.files.has(target));
      return [
        ...dangling.map(({ target }) => `${source} refers to ${target}, which is not there`),
        ...repeated(related.map(({ id }) => id)).map(id => `${source} has ${id} twice`),
        ...repeated(related.map(({ type, target }) => `${type} ${target}`)).map(one => `${source} has ${one} twice`),
        ...related
          .filter(({ type, external }) => external && type !== 'hyperlink')
          .map(({ target }) => `${source} reaches outside to ${target}`),
      ];
    }),

  'relationship ids': deck =>
    deck.names(/^ppt\/.*\.xml$/).flatMap(name => {
      const known = new Set(deck.related(name).map(({ id }) => id));
      return attributesOf(deck.root(name)!)
        .filter(([key, value]) => /@r:(id|embed|link)$/.test(key) && !known.has(value))
        .map(([key, value]) => `${name} ${key} ${value} is no relationship`);
    }),

  reachability: deck => {
    const reached = new Set<string>();
    const walk = (name: string): void => {
      if (reached.has(name)) return;
      reached.add(name);
      for (const { target, external } of deck.related(name)) if (!external) walk(target);
    };
    walk('');
    return [...deck.files.keys()]
      .filter(name => name !== CONTENT_TYPES && !name.endsWith('.rels') && !reached.has(name))
      .map(name => `${name} cannot be reached`);
  },

  'shape ids and names': perPart(SHEETS, root => {
    const shapes = elements(root, 'p:cNvPr');
    const names = shapes.map(({ attributes }) => attributes.name!).filter(name => name !== '');
    return [
      ...repeated(shapes.map(({ attributes }) => attributes.id!)).map(id => `has the id ${id} twice`),
      ...repeated(names).map(name => `has the name “${name}” twice`),
      ...shapes
        .filter(({ attributes }) => !/^[1-9]\d*$/.test(attributes.id!))
        .map(() => 'has a shape without a number'),
    ];
  }),

  'glued connectors': perPart(SLIDES, root => {
    const ids = new Set(elements(root, 'p:cNvPr').map(({ attributes }) => attributes.id));
    const glue = [...elements(root, 'a:stCxn'), ...elements(root, 'a:endCxn')];
    return glue
      .filter(({ attributes }) => !ids.has(attributes.id))
      .map(({ attributes }) => `glues to ${attributes.id}`);
  }),

  placeholders: perPart(SLIDES, (root, name, deck) => {
    const layout = deck.related(name).find(({ type }) => type === 'slideLayout')?.target;
    const key = ({ attributes: { type = 'obj', idx = '0' } }: XmlElement) => `${type} ${idx}`;
    const offered = new Set(elements(layout === undefined ? null : deck.root(layout), 'p:ph').map(key));
    const used = elements(root, 'p:ph').map(key);
    return [
      ...used.filter(one => !offered.has(one)).map(one => `fills ${one}, which its layout does not offer`),
      ...repeated(used).map(one => `fills ${one} twice`),
    ];
  }),

  'text bodies': perPart(SLIDES, root => [
    ...elements(root, 'p:sp')
      .filter(shape => children(shape, 'p:txBody').length !== 1)
      .map(shape => `has a shape without text: ${elements(shape, 'p:cNvPr')[0]?.attributes.name}`),
    ...elements(root, 'a:tc')
      .filter(cell => children(cell, 'a:txBody').length !== 1)
      .map(() => 'has a cell without text'),
    ...[...elements(root, 'p:txBody'), ...elements(root, 'a:txBody')]
      .filter(body => children(body, 'a:p').length === 0)
      .map(() => 'has a text without a paragraph'),
  ]),

  'paragraph properties': perPart(/^ppt\/.*\.xml$/, root =>
    elements(root, 'a:p')
      .filter(paragraph => {
        const found = children(paragraph, 'a:pPr');
        const first = paragraph.children[0];
        return found.length > 1 || (found.length === 1 && first !== found[0]);
      })
      .map(paragraph => `has properties out of place in “${paragraph.text}”`),
  ),

  'language of runs': perPart(SLIDES, root =>
    elements(root, 'a:r')
      .filter(run => children(run, 'a:rPr')[0]?.attributes.lang === undefined)
      .map(run => `has no language on “${run.text}”`),
  ),

  'chart axes': perPart(CHARTS, root => {
    const plot = elements(root, 'c:plotArea')[0];
    const groups = plot?.children.filter((child): child is XmlElement => 'name' in child) ?? [];
    const own = (group: XmlElement) => children(group, 'c:axId').map(({ attributes }) => attributes.val!);
    const defined = groups.filter(({ name }) => name.endsWith('Ax')).flatMap(own);
    const used = groups.filter(({ name }) => name.endsWith('Chart')).flatMap(own);
    return [
      ...used.filter(id => !defined.includes(id)).map(id => `uses axis ${id}, which is not defined`),
      ...defined.filter(id => !used.includes(id)).map(id => `defines axis ${id}, which nothing uses`),
      ...repeated(defined).map(id => `defines axis ${id} twice`),
    ];
  }),

  'chart caches': perPart(CHARTS, (root, name, deck) => {
    const book = deck.related(name).find(({ type }) => type === 'package')?.target;
    if (book === undefined) return ['has no workbook'];
    const cells = cellsOf(openDeck(deck.files.get(book)!));
    return [...elements(root, 'c:strRef'), ...elements(root, 'c:numRef')].flatMap(reference => {
      const formula = elements(reference, 'c:f')[0]!.text;
      const cached = new Map(
        elements(reference, 'c:pt').map(point => [point.attributes.idx, elements(point, 'c:v')[0]?.text]),
      );
      return referenced(formula).flatMap((cell, index) => {
        const [held, shown] = [cells.get(cell), cached.get(String(index))];
        return held === shown ? [] : [`caches ${shown} for ${cell}, which holds ${held}`];
      });
    });
  }),

  'number formats': deck => {
    const bare = (format: string) => !NUMBER_FORMAT.test(format.replace(QUOTED, ''));
    const inCharts = deck
      .names(CHARTS)
      .flatMap(name => elements(deck.root(name), 'c:numFmt').map(({ attributes }) => [name, attributes.formatCode!]));
    const inBooks = deck.names(/\.xlsx$/).flatMap(name => {
      const styles = openDeck(deck.files.get(name)!).root('xl/styles.xml');
      return elements(styles, 'numFmt').map(({ attributes }) => [name, attributes.formatCode!]);
    });
    return [...inCharts, ...inBooks]
      .filter(([, format]) => bare(format!))
      .map(([name, format]) => `${name} prints words without quotation marks: ${format}`);
  },

  'table grids': perPart(SLIDES, root =>
    elements(root, 'p:graphicFrame')
      .filter(frame => elements(frame, 'a:tbl').length > 0)
      .flatMap(frame => {
        const width = Number(elements(frame, 'a:ext')[0]!.attributes.cx);
        const columns = elements(frame, 'a:gridCol').reduce((sum, { attributes }) => sum + Number(attributes.w), 0);
        return width === columns ? [] : [`has a table ${width} wide with columns of ${columns}`];
      }),
  ),

  media: deck =>
    deck.names(/^ppt\/media\//).flatMap(name => {
      const kind = kindOf(deck.files.get(name)!);
      return name.endsWith(`.${kind}`) ? [] : [`${name} is ${kind}`];
    }),

  numbers: deck =>
    deck.names(/^ppt\/.*\.xml$/).flatMap(name => {
      const root = deck.root(name)!;
      const values = elements(root, 'c:v').map(value => ['c:v', value.text] as const);
      return [...attributesOf(root), ...values]
        .filter(([key, value]) => !/@(name|descr|title)$|srgbClr@val/.test(key) && NO_NUMBER.test(value))
        .map(([key, value]) => `${name} ${key} is ${value}`);
    }),

  'local paths': deck =>
    deck.names(XML).flatMap(name => {
      const found = LOCAL_PATH.exec(deck.text(name));
      return found === null ? [] : [`${name} names ${found[0]}`];
    }),

  themes: deck => {
    const masters = deck.names(/^ppt\/(slideMasters|notesMasters|handoutMasters)\/[^/]+\.xml$/);
    const themes = masters.flatMap(name => deck.related(name).filter(({ type }) => type === 'theme'));
    return [
      ...repeated(themes.map(({ target }) => target)).map(target => `two masters share ${target}`),
      ...(themes.length < masters.length ? ['a master has no theme'] : []),
    ];
  },

  sections: deck => {
    const root = deck.root('ppt/presentation.xml');
    const slides = elements(root, 'p:sldId').map(({ attributes }) => attributes.id!);
    const sections = elements(root, 'p14:section');
    if (sections.length === 0) return [];
    const held = elements(root, 'p14:sldId').map(({ attributes }) => attributes.id!);
    return [
      ...sections
        .filter(({ attributes: { id } }) => id !== id?.toUpperCase())
        .map(() => 'a section id is in lower case'),
      ...repeated(held).map(id => `slide ${id} is in two sections`),
      ...slides.filter(id => !held.includes(id)).map(id => `slide ${id} is in no section`),
      ...held.filter(id => !slides.includes(id)).map(id => `a section holds ${id}, which is no slide`),
    ];
  },
};

const NO_NUMBER = /^(NaN|-?Infinity|undefined|null|-?\d+(\.\d+)?[eE][-+]?\d+)$/;
const QUOTED = /"[^"]*"|\\./g;
const NUMBER_FORMAT = /^(General|[#0,.;%]*)$/;
const LOCAL_PATH = /file:\/\/|[A-Z]:\\|\/(home|Users|root|tmp|var)\/[\w.-]+/;

const sources = (deck: Deck): string[] =>
  deck.names(/\.rels$/).map(name => name.replace('_rels/', '').replace(/\.rels$/, ''));

/** Cells of a reference such as `Sheet1!$A$2:$A$4`. */
function referenced(formula: string): string[] {
  const [, column, first, last = first] = /!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?$/.exec(formula) ?? [];
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, row) => `${column}${Number(first) + row}`);
}

function kindOf(bytes: Uint8Array): string {
  const start = new TextDecoder().decode(bytes.subarray(0, 200));
  if (start.slice(1, 4) === 'PNG') return 'png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'jpeg';
  if (start.startsWith('GIF8')) return 'gif';
  return start.includes('<svg') ? 'svg' : 'unknown';
}

/** Names and dates of the local headers, in file order: what a reader meets that does not look at the end first. */
function localEntries(bytes: Uint8Array): { name: string; date: number }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: { name: string; date: number }[] = [];
  for (let at = 0; at + 30 <= bytes.length && view.getUint32(at, true) === 0x04034b50; ) {
    const length = view.getUint16(at + 26, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + length));
    entries.push({ name, date: view.getUint16(at + 12, true) });
    at += 30 + length + view.getUint16(at + 28, true) + view.getUint32(at + 18, true);
  }
  return entries;
}
