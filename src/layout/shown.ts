/** What nodes show or rest on: the parts of a slide that goes on name the sources of their own. */
import type { DiagramPart, Node, SlideNode } from '../model/node.ts';
import type { Inlines, Paragraph } from '../model/text.ts';
import { type FactUse, factName } from '../model/use.ts';

/**
 * The facts of a part of a slide, in the slide's order: those that the part's nodes show, and those that no node tells of,
 * because they stand behind words of the whole slide.
 */
export function factsOfPart(slide: SlideNode, part: SlideNode): readonly FactUse[] {
  const [all, own] = [slide, part].map(one => new Set(shownOn(one).facts.map(factName)));
  return slide.facts.filter(use => own!.has(factName(use)) || !all!.has(factName(use)));
}

/** Whether a slide prints page numbers in its words: their widths are only known once slides are numbered. */
export const printsPages = (slide: SlideNode): boolean => shownOn(slide).inlines.some(({ kind }) => kind === 'field');

/** The footnote marks in a slide's words: raised letters, and the raised figures that are characters of their own. */
export function marksOn({ texts, body }: SlideNode): ReadonlySet<string> {
  const { inlines } = together([...texts, ...(body === null ? [] : [body])].map(shownBy));
  const runs = inlines.filter(inline => inline.kind === 'text');
  return new Set(runs.flatMap(run => (run.position === 'superscript' ? run.text : (run.text.match(/[¹²³]/g) ?? []))));
}

interface Shown {
  readonly inlines: Inlines;
  readonly facts: readonly FactUse[];
}

function shownOn({ texts, body, sticker, sourceLine }: SlideNode): Shown {
  const words = said([...(sticker ?? []), ...(sourceLine?.note ?? [])]);
  return together([words, ...[...texts, ...(body === null ? [] : [body])].map(shownBy)]);
}

function shownBy(node: Node): Shown {
  switch (node.kind) {
    case 'box':
      return together(node.children.map(shownBy));
    case 'text':
      return ofParagraphs(node.paragraphs);
    case 'table':
      return together(
        node.rows.flatMap(({ cells, evidence }) => [
          said([], evidence),
          ...cells.map(({ paragraphs }) => ofParagraphs(paragraphs)),
        ]),
      );
    case 'diagram':
      return ofPart(node.root);
    case 'chart':
    case 'picture':
    case 'shape':
    case 'icon':
    case 'mark':
      return said([]);
  }
}

const ofPart = ({ words, values, parts, evidence }: DiagramPart): Shown =>
  together([
    said(
      [...values.values()].flatMap(({ inlines }) => inlines),
      evidence,
    ),
    ofParagraphs(words),
    ...parts.map(ofPart),
  ]);

const ofParagraphs = (paragraphs: readonly Paragraph[]): Shown => said(paragraphs.flatMap(({ inlines }) => inlines));

const said = (inlines: Inlines, evidence: readonly FactUse[] = []): Shown => ({
  inlines,
  facts: [
    ...evidence,
    ...inlines.flatMap(inline => (inline.kind === 'text' && inline.fact !== null ? [inline.fact] : [])),
  ],
});

const together = (all: readonly Shown[]): Shown => ({
  inlines: all.flatMap(({ inlines }) => inlines),
  facts: all.flatMap(({ facts }) => facts),
});
