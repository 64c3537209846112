/** PDFs read back by another's reader (pdf.js), and laws that ours keep: what a validator of PDF/UA would ask of their structure. */
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { texts } from '../../src/checks/walk.ts';
import type { Scene, Slide } from '../../src/model/scene.ts';
import { folded } from './office.ts';

/** Text that was set in one go, in points from the page's top left corner. */
export interface ReadText {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly size: number;
  /** The marks around it, outermost first: `P`, `Artifact`. */
  readonly marks: readonly string[];
}

/** An element of the structure: its role, its alternative text, and what is in it. */
export interface ReadElement {
  readonly role: string;
  readonly alt: string | null;
  readonly kids: readonly ReadElement[];
}

export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly texts: readonly ReadText[];
  /** Addresses, or numbers of pages from 1. */
  readonly links: readonly (string | number)[];
  readonly structure: ReadElement | null;
}

export interface ReadBookmark {
  readonly title: string;
  readonly page: number;
  readonly inner: readonly ReadBookmark[];
}

export interface ReadPdf {
  readonly language: string | null;
  readonly title: string | null;
  readonly created: string | null;
  readonly tagged: boolean;
  readonly bookmarks: readonly ReadBookmark[];
  readonly pages: readonly ReadPage[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
  });
  const document = await task.promise;
  const labels = (await document.getPageLabels()) ?? [];
  const pageOf = async (destination: unknown): Promise<number> => {
    const [reference] = destination as readonly [Parameters<typeof document.getPageIndex>[0]];
    return (await document.getPageIndex(reference)) + 1;
  };
  type Outline = readonly { title: string; dest: unknown; items: Outline }[];
  const bookmarks = async (outline: Outline): Promise<readonly ReadBookmark[]> =>
    await Promise.all(
      outline.map(async ({ title, dest, items }) => ({
        title,
        page: await pageOf(dest),
        inner: await bookmarks(items),
      })),
    );
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , width, height] = page.view as [number, number, number, number];
    const annotations = (await page.getAnnotations()) as { url?: string; dest?: unknown }[];
    const links = annotations.map(async ({ url, dest }) => url ?? (await pageOf(dest)));
    const tree = (await page.getStructTree()) as Tree | null;
    pages.push({
      width,
      height,
      label: labels[number - 1] ?? '',
      texts: await textsOn(page, height),
      links: await Promise.all(links),
      structure: tree === null ? null : elementOf(tree),
    });
  }
  const info = (await document.getMetadata()).info as Readonly<Record<string, string | undefined>>;
  const { Marked } = ((await document.getMarkInfo()) ?? {}) as { Marked?: boolean };
  const read = {
    language: info.Language ?? null,
    title: info.Title ?? null,
    created: info.CreationDate ?? null,
    tagged: Marked === true,
    bookmarks: await bookmarks(((await document.getOutline()) ?? []) as Outline),
    pages,
  };
  await task.destroy();
  return read;
}

interface Tree {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Tree[];
}

const elementOf = ({ role, alt, children = [] }: Tree): ReadElement => ({
  role: role ?? '',
  alt: alt ?? null,
  kids: children.filter(child => child.role !== undefined).map(elementOf),
});

type Content = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number];

async function textsOn(page: PDFPageProxy, height: number): Promise<readonly ReadText[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const marks: string[] = [];
  return items.flatMap((item: Content): ReadText[] => {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') marks.pop();
      else marks.push((item as { tag?: string }).tag ?? '');
      return [];
    }
    const [a, b, , , x, y] = item.transform as [number, number, number, number, number, number];
    if (item.str === '') return [];
    return [{ text: item.str, x, baseline: height - y, width: item.width, size: Math.hypot(a, b), marks: [...marks] }];
  });
}

/** Every element of a tree, parents first. */
export const elementsIn = (element: ReadElement | null): readonly ReadElement[] =>
  element === null ? [] : [element, ...element.kids.flatMap(elementsIn)];

/** What is wrong with a PDF of ours, as one line each. */
export function flaws(bytes: Uint8Array, read: ReadPdf): readonly string[] {
  const objects = new TextDecoder('latin1').decode(bytes).split(/\nendobj\n/);
  const fonts = objects.filter(object => object.includes('/Type /FontDescriptor'));
  const elements = read.pages.flatMap(({ structure }) => elementsIn(structure));
  return [
    ...fonts.filter(font => !font.includes('/FontFile3 ')).map(font => `a font is not embedded: ${font}`),
    ...(objects.some(object => /\/Subtype \/(Type1|TrueType)\b/.test(object)) ? ['a font is asked of the reader'] : []),
    ...(read.tagged ? [] : ['is not tagged']),
    ...(read.language === null ? ['has no language'] : []),
    ...(read.title === null ? ['has no title'] : []),
    ...elements.flatMap(misplaced),
    ...elements.filter(({ role, alt }) => role === 'Figure' && (alt ?? '') === '').map(() => 'a figure has no words'),
    ...read.pages.flatMap(({ texts, label }) =>
      texts
        .filter(({ marks }) => marks.length !== 1)
        .map(({ text, marks }) => `page ${label}: “${text}” is in the marks ${marks.join(' ')}`),
    ),
    ...read.pages.flatMap(({ structure, label }) => {
      const headings = elementsIn(structure).map(({ role }) => role);
      return headings.filter(role => role === 'H1').length > 1 ? [`page ${label} has two titles`] : [];
    }),
  ];
}

/** What may stand within what (ISO 32000-1, 14.8.4.3). */
const WITHIN: Readonly<Record<string, RegExp>> = {
  L: /^LI$/,
  LI: /^(Lbl|LBody)$/,
  Table: /^TR$/,
  TR: /^(TH|TD)$/,
};

const misplaced = ({ role, kids }: ReadElement): readonly string[] =>
  kids.filter(kid => WITHIN[role]?.test(kid.role) === false).map(kid => `${kid.role} in ${role}`);

/** The slides that have a page. */
export const shown = ({ slides }: Scene): readonly Slide[] => slides.filter(({ hidden }) => !hidden);

/** The slide's words as the scene has them, text by text, that a reader does not come upon in this order. */
export function unread(slide: Slide, page: ReadPage): readonly string[] {
  const read = folded(page.texts.map(({ text }) => text).join(''));
  let at = 0;
  return texts(slide.items)
    .flatMap(({ lines }) => lines)
    .map(({ spans }) => folded(spans.map(({ text }) => text).join('')))
    .filter(words => {
      const found = read.indexOf(words, at);
      at = Math.max(at, found + words.length);
      return found < 0;
    });
}
