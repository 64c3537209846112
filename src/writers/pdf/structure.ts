/** What the marks on the pages are: headings, paragraphs, lists, tables and figures, in reading order (ISO 32000-1, 14.7 and 14.8). */
import type { PdfFile, Reference } from './file.ts';
import { dictionary, list, type Pdf, words } from './syntax.ts';

/** The standard types that we use (14.8.4). */
export type ElementType =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Link'
  | 'Figure'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD';

export interface ElementDetails {
  /** Of a section: its title. */
  readonly title?: string;
  /** What is read instead of a figure. */
  readonly alt?: string;
  /** Attributes that belong to an owner, such as `Table`. */
  readonly attributes?: Readonly<Record<string, Pdf | null>>;
}

export interface Element {
  readonly type: ElementType;
  readonly reference: Reference;
}

export interface Structure {
  readonly document: Element;
  add(parent: Element, type: ElementType, details?: ElementDetails): Element;
  /** The number of the next mark on a page, which is the element's. */
  mark(element: Element, page: Reference): number;
  /** Makes an annotation the element's; gives the key that the annotation carries. */
  annotate(element: Element, annotation: Reference, page: Reference): number;
  /** The key that a page carries. */
  keyOf(page: Reference): number;
  /** Writes the tree. */
  finish(): Reference;
}

interface Node extends Element {
  readonly parent: Reference;
  readonly details: ElementDetails;
  readonly kids: Pdf[];
}

export function structureOf(file: PdfFile): Structure {
  const root = file.reserve();
  const nodes = new Map<Reference, Node>();
  /** What each key stands for: the elements of a page's marks, or the one of an annotation. */
  const owners: (Reference | Reference[])[] = [];
  const pages = new Map<Reference, number>();

  function create(type: ElementType, parent: Reference, details: ElementDetails): Node {
    const node = { type, parent, details, reference: file.reserve(), kids: [] };
    nodes.set(node.reference, node);
    return node;
  }
  const nodeOf = ({ reference }: Element): Node => nodes.get(reference)!;
  function keyOf(page: Reference): number {
    const known = pages.get(page);
    if (known !== undefined) return known;
    pages.set(page, owners.length);
    return owners.push([]) - 1;
  }

  const document = create('Document', root, {});
  return {
    document,
    add(parent, type, details = {}) {
      const node = create(type, parent.reference, details);
      nodeOf(parent).kids.push(node.reference);
      return node;
    },
    mark(element, page) {
      const marks = owners[keyOf(page)] as Reference[];
      const id = marks.push(element.reference) - 1;
      nodeOf(element).kids.push(dictionary({ Type: '/MCR', Pg: page, MCID: String(id) }));
      return id;
    },
    annotate(element, annotation, page) {
      nodeOf(element).kids.push(dictionary({ Type: '/OBJR', Obj: annotation, Pg: page }));
      return owners.push(element.reference) - 1;
    },
    keyOf,
    finish() {
      for (const node of nodes.values()) write(node, file);
      const parents = owners.map((owner, key) => `${key} ${typeof owner === 'string' ? owner : list(owner)}`);
      return file.add(
        dictionary({
          Type: '/StructTreeRoot',
          K: document.reference,
          ParentTree: file.add(dictionary({ Nums: list(parents) })),
          ParentTreeNextKey: String(owners.length),
        }),
        root,
      );
    },
  };
}

function write({ type, parent, reference, kids, details }: Node, file: PdfFile): void {
  const { title, alt, attributes } = details;
  file.add(
    dictionary({
      Type: '/StructElem',
      S: `/${type}`,
      P: parent,
      T: title === undefined ? null : words(title),
      Alt: alt === undefined ? null : words(alt),
      A: attributes === undefined ? null : dictionary(attributes),
      K: kids.length === 1 ? kids[0]! : list(kids),
    }),
    reference,
  );
}
