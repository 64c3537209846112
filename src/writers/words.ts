/**
 * The words of a slide as SVG text, laid unseen over their outlines: each stretch at its place and as wide as it is drawn, so that it can
 * be selected, copied and searched for; in their order, with the roles that tell readers of the accessible tree what they are.
 */
import type { LaidRow, Slide, Span } from '../model/scene.ts';
import { attr, NO_XML, type Xml, xml } from '../package/package.ts';
import {
  type Figure,
  type ListPart,
  type Part,
  type Passage,
  structureOf,
  type TablePart,
  textParts,
} from './structure.ts';

export interface WordsContext {
  /** BCP 47: runs of another language carry their own. */
  readonly language: string;
  /** Where a link leads within the document; null for nowhere. */
  address(href: string): string | null;
}

export const wordsOf = (slide: Slide, context: WordsContext): Xml =>
  xml`<g fill="none">${structureOf(slide).map(part => draw(part, context))}</g>`;

function draw(part: Part, context: WordsContext): Xml {
  switch (part.kind) {
    case 'passage':
      return passage(part, context);
    case 'furniture':
      return xml`<g aria-hidden="true">${part.passages.map(one => words(one, context))}</g>`;
    case 'list':
      return list(part, context);
    case 'table':
      return table(part, context);
    case 'figure':
      return figure(part, context);
  }
}

function passage(part: Passage, context: WordsContext): Xml {
  if (part.level === 0) return xml`<g role="paragraph">${words(part, context)}</g>`;
  return xml`<g role="heading" aria-level="${part.level}">${words(part, context)}</g>`;
}

const list = ({ items }: ListPart, context: WordsContext): Xml =>
  xml`<g role="list">${items.map(
    ({ passage: item, nested }) =>
      xml`<g role="listitem">${words(item, context)}${nested.map(inner => list(inner, context))}</g>`,
  )}</g>`;

const table = ({ alt, rows }: TablePart, context: WordsContext): Xml =>
  xml`<g role="table"${attr('aria-label', alt === '' ? null : alt)}>${rows.map(row => tableRow(row, context))}</g>`;

const tableRow = (row: LaidRow, context: WordsContext): Xml =>
  xml`<g role="row">${row.cells.map(({ header, text, columnSpan, rowSpan }) => {
    const role = row.header ? 'columnheader' : header ? 'rowheader' : 'cell';
    const spans = xml`${attr('aria-colspan', columnSpan > 1 ? columnSpan : null)}${attr('aria-rowspan', rowSpan > 1 ? rowSpan : null)}`;
    return xml`<g role="${role}"${spans}>${textParts(text).map(part => draw(part, context))}</g>`;
  })}</g>`;

/** What its alternative text says need not be read twice; with links in it, it is a group of its words. */
const figure = ({ alt, parts }: Figure, context: WordsContext): Xml =>
  xml`<g role="${parts.some(hasLink) ? 'group' : 'img'}" aria-label="${alt}">${parts.map(part => draw(part, context))}</g>`;

function hasLink(part: Part): boolean {
  switch (part.kind) {
    case 'passage':
      return part.paragraph.runs.some(run => run.kind === 'run' && run.href !== null);
    case 'list':
      return part.items.some(({ passage: item, nested }) => hasLink(item) || nested.some(hasLink));
    case 'figure':
      return part.parts.some(hasLink);
    case 'table':
      return part.rows.some(({ cells }) => cells.some(({ text }) => textParts(text).some(hasLink)));
    case 'furniture':
      return false;
  }
}

/** One SVG text a paragraph: what is selected over several of its lines is copied as it flows. */
function words({ paragraph, lines }: Passage, context: WordsContext): Xml {
  const text = paragraph.runs.map(run => (run.kind === 'run' ? run.text : (run.instead ?? '\n'))).join('');
  let at = 0;
  const spans = lines.flatMap(({ baseline, spans: ofLine }) =>
    ofLine.flatMap(span => {
      if (span.run === null) return paragraph.list?.ordered ? [xml`${stretch(span, baseline, context)} `] : [];
      const start = Math.max(at, text.indexOf(span.text, at));
      const gap = /\s/.test(text.slice(at, start)) ? ' ' : '';
      at = start + span.text.length;
      return [xml`${gap}${stretch(span, baseline, context)}`];
    }),
  );
  return xml`<text>${spans}</text>`;
}

function stretch(span: Span, baseline: number, context: WordsContext): Xml {
  const { x, width, rise, size, run } = span;
  const y = Math.round((baseline - rise) * 100) / 100;
  const language = run !== null && run.language !== context.language ? attr('lang', run.language) : NO_XML;
  const drawn = xml`<tspan x="${x}" y="${y}" font-size="${size}" textLength="${width}" lengthAdjust="spacingAndGlyphs"${language}>${span.text}</tspan>`;
  const address = run?.href == null ? null : context.address(run.href);
  return address === null ? drawn : xml`<a href="${address}"${elsewhere(address)}>${drawn}</a>`;
}

/** A link out of the document opens beside it, and tells nobody where from. */
export const elsewhere = (address: string): Xml =>
  address.startsWith('#') ? NO_XML : xml` target="_blank" rel="noopener noreferrer"`;
