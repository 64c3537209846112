/** What the pages of one PDF share: its file, faces, pictures, structure, links and bookmarks. */
import type { Glyph } from '../../fonts/fonts.ts';
import { addressOf } from '../../model/address.ts';
import { languageTag } from '../../model/language.ts';
import type { Scene, Span } from '../../model/scene.ts';
import type { WriterContext } from '../writer.ts';
import { openFile, type PdfFile, type Reference } from './file.ts';
import { type Images, imagesOf } from './images.ts';
import { type Structure, structureOf } from './structure.ts';
import { dictionary, list, literal, type Pdf, words } from './syntax.ts';
import { type Typefaces, typefacesOf } from './typefaces.ts';

/** A line of the outline that readers show beside the pages. */
export interface Bookmark {
  readonly title: string;
  readonly page: Reference;
  readonly inner: readonly Bookmark[];
}

/** A glyph that no outline is at hand for. */
export interface Missing {
  readonly span: Span;
  readonly character: string;
}

export interface Document {
  readonly file: PdfFile;
  readonly structure: Structure;
  readonly typefaces: Typefaces;
  readonly images: Images;
  /** The tree of pages, and what they all draw with. */
  readonly pages: Reference;
  readonly resources: Reference;
  /** The next page, for the links to these ids, under a number of its own. */
  addPage(ids: readonly string[], label: number): Reference;
  /** The outlines of a span; those that are missing are noted. */
  glyphs(span: Span): readonly Glyph[];
  /** What a link does, as entries of its annotation; null where it leads to a slide that has no page. */
  actionOf(href: string): Readonly<Record<string, Pdf>> | null;
  readonly missing: ReadonlyMap<string, Missing>;
  /** The whole document. */
  finish(bookmarks: readonly Bookmark[]): Promise<Uint8Array>;
}

export function openDocument(scene: Scene, { faces, modified, version }: WriterContext): Document {
  const file = openFile();
  const structure = structureOf(file);
  const typefaces = typefacesOf(file, faces);
  const images = imagesOf(file, scene.pictures);
  const [tree, resources] = [file.reserve(), file.reserve()];
  const pages: { readonly reference: Reference; readonly label: number }[] = [];
  const targets = new Map<string, Reference>();
  const missing = new Map<string, Missing>();

  return {
    file,
    structure,
    typefaces,
    images,
    pages: tree,
    resources,
    missing,
    addPage(ids, label) {
      const reference = file.reserve();
      pages.push({ reference, label });
      for (const id of ids) if (!targets.has(id)) targets.set(id, reference);
      return reference;
    },
    glyphs(span) {
      const glyphs = faces.glyphs(span.text, span);
      for (const glyph of glyphs) {
        const key = `${span.family} ${glyph.text}`;
        if (glyph.missing && !missing.has(key)) missing.set(key, { span, character: glyph.text });
      }
      return glyphs;
    },
    actionOf(href) {
      const page = targets.get(href.slice(1));
      if (href.startsWith('#')) return page === undefined ? null : { Dest: whole(page) };
      const address = addressOf(href);
      return address === null ? null : { A: dictionary({ S: '/URI', URI: literal(address) }) };
    },
    async finish(bookmarks) {
      file.add(
        dictionary({
          Font: dictionary(typefaces.finish()),
          XObject: dictionary(await images.finish()),
        }),
        resources,
      );
      const kids = list(pages.map(({ reference }) => reference));
      file.add(dictionary({ Type: '/Pages', Kids: kids, Count: String(pages.length) }), tree);
      const root = dictionary({
        Type: '/Catalog',
        Pages: tree,
        PageLabels: dictionary({ Nums: list(labelsOf(pages.map(({ label }) => label))) }),
        Outlines: outlineOf(bookmarks, file),
        PageMode: bookmarks.length === 0 ? null : '/UseOutlines',
        ViewerPreferences: dictionary({ DisplayDocTitle: 'true' }),
        Lang: literal(languageTag(scene.identity.language)),
        MarkInfo: dictionary({ Marked: 'true' }),
        StructTreeRoot: structure.finish(),
      });
      return file.finish(file.add(root), file.add(information(scene, modified, version)));
    },
  };
}

function information({ identity, brand }: Scene, modified: string | null, version: string): Pdf {
  const instant = `${(modified ?? identity.date).replace(/\D/g, '').padEnd(8, '01')}`.slice(0, 14).padEnd(14, '0');
  const date = literal(`D:${instant}Z`);
  return dictionary({
    Title: words(identity.title),
    Author: words(identity.author ?? brand.name.full),
    Subject: identity.subtitle === null ? null : words(identity.subtitle),
    Keywords: identity.keywords.length === 0 ? null : words(identity.keywords.join(', ')),
    Creator: words(`Briefwright ${version}`),
    Producer: words(`Briefwright ${version}`),
    CreationDate: date,
    ModDate: date,
  });
}

const whole = (page: Reference): Pdf => `[${page} /Fit]`;

/** Pages bear the numbers of their slides: hidden ones are counted and not shown. A label holds until the next. */
const labelsOf = (labels: readonly number[]): readonly Pdf[] =>
  labels.flatMap((label, index) =>
    index > 0 && labels[index - 1] === label - 1 ? [] : [`${index} ${dictionary({ S: '/D', St: String(label) })}`],
  );

/** Bookmarks as a tree of objects that know their neighbours (ISO 32000-1, 12.3.3); null where there are none. */
function outlineOf(bookmarks: readonly Bookmark[], file: PdfFile): Reference | null {
  if (bookmarks.length === 0) return null;
  const root = file.reserve();
  const items = chain(bookmarks, root, file);
  return file.add(dictionary({ Type: '/Outlines', ...items }), root);
}

/** Writes bookmarks that stand below each other; gives what their parent says of them. */
function chain(
  bookmarks: readonly Bookmark[],
  parent: Reference,
  file: PdfFile,
): { readonly First: Reference; readonly Last: Reference; readonly Count: Pdf } | Record<string, never> {
  if (bookmarks.length === 0) return {};
  const references = bookmarks.map(() => file.reserve());
  let count = bookmarks.length;
  bookmarks.forEach(({ title, page, inner }, index) => {
    const own = chain(inner, references[index]!, file);
    count += Number(own.Count ?? 0);
    const [before, after] = [references[index - 1] ?? null, references[index + 1] ?? null];
    const item = { Title: words(title), Parent: parent, Prev: before, Next: after, Dest: whole(page), ...own };
    file.add(dictionary(item), references[index]);
  });
  return { First: references[0]!, Last: references.at(-1)!, Count: String(count) };
}
