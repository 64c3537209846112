/** The words of a slide as HTML that flows: for narrow screens, large type and readers of the accessible tree. */
import type { Chart } from '../../model/chart.ts';
import type { LaidRow, LaidRun } from '../../model/scene.ts';
import { attr, type Hole, NO_XML, type Xml, xml } from '../../package/package.ts';
import { type Figure, type ListPart, type Part, type Passage, textParts } from '../structure.ts';
import { elsewhere, type WordsContext } from '../words.ts';

export const articleOf = (parts: readonly Part[], context: WordsContext): Xml =>
  xml`${parts.map(part => draw(part, context))}`;

function draw(part: Part, context: WordsContext): Xml {
  switch (part.kind) {
    case 'passage':
      return passage(part, context);
    case 'furniture':
      return NO_XML;
    case 'list':
      return list(part, context);
    case 'table':
      return xml`<div class="table" tabindex="0" role="group"${attr('aria-label', part.alt || null)}>
        <table>${part.rows.map(row => tableRow(row, context))}</table>
      </div>`;
    case 'figure':
      return figure(part, context);
  }
}

function passage({ level, role, paragraph }: Passage, context: WordsContext): Xml {
  const content = runs(paragraph.runs, context);
  if (level > 0) return level === 2 ? xml`<h2>${content}</h2>` : xml`<h3>${content}</h3>`;
  return xml`<p${role === 'source' && xml` class="source"`}>${content}</p>`;
}

function list({ ordered, items }: ListPart, context: WordsContext): Xml {
  const content = items.map(
    ({ passage: { paragraph }, nested }) =>
      xml`<li>${runs(paragraph.runs, context)}${nested.map(inner => list(inner, context))}</li>`,
  );
  return ordered ? xml`<ol>${content}</ol>` : xml`<ul>${content}</ul>`;
}

const tableRow = (row: LaidRow, context: WordsContext): Xml =>
  xml`<tr>${row.cells.map(({ header, text, columnSpan, rowSpan }) => {
    const spans = xml`${attr('colspan', columnSpan > 1 ? columnSpan : null)}${attr('rowspan', rowSpan > 1 ? rowSpan : null)}`;
    const content =
      text.paragraphs.length > 1 ? textParts(text).map(part => draw(part, context)) : plain(text, context);
    if (row.header) return xml`<th scope="col"${spans}>${content}</th>`;
    return header ? xml`<th scope="row"${spans}>${content}</th>` : xml`<td${spans}>${content}</td>`;
  })}</tr>`;

const plain = ({ paragraphs: [only] }: LaidRow['cells'][number]['text'], context: WordsContext): Xml =>
  only === undefined ? NO_XML : xml`${runs(only.runs, context)}`;

/** A chart as its figures, a diagram as its words, a picture as what its alternative text says. */
function figure({ alt, chart, parts }: Figure, context: WordsContext): Xml {
  if (chart !== null) return xml`<figure><figcaption>${alt}</figcaption>${chartTable(chart, alt)}</figure>`;
  if (parts.length === 0) return xml`<p class="alt">${alt}</p>`;
  return xml`<div role="group" aria-label="${alt}">${articleOf(parts, context)}</div>`;
}

function chartTable({ categories, series }: Chart, alt: string): Xml {
  const head =
    series.length < 2 ? false : xml`<tr><td></td>${series.map(({ name }) => xml`<th scope="col">${name}</th>`)}</tr>`;
  const rows = categories.map(({ label }, index) => {
    const values = series.map(({ points }) => points[index]!);
    return xml`<tr><th scope="row">${label}</th>${values.map(point => xml`<td>${point.label || (point.value ?? '–')}</td>`)}</tr>`;
  });
  return xml`<div class="table" tabindex="0" role="group" aria-label="${alt}"><table>${head}${rows}</table></div>`;
}

const runs = (of: Passage['paragraph']['runs'], context: WordsContext): readonly Hole[] =>
  of.map(run => (run.kind === 'run' ? oneRun(run, context) : (run.instead ?? xml`<br/>`)));

function oneRun(run: LaidRun, context: WordsContext): Xml {
  const raised = { baseline: null, superscript: 'sup', subscript: 'sub' }[run.position];
  const address = run.href === null ? null : context.address(run.href);
  let content = xml`${run.text}`;
  if (raised === 'sup') content = xml`<sup>${content}</sup>`;
  if (raised === 'sub') content = xml`<sub>${content}</sub>`;
  if (run.italic) content = xml`<em>${content}</em>`;
  if (run.bold) content = xml`<b>${content}</b>`;
  if (run.language !== context.language) content = xml`<span lang="${run.language}">${content}</span>`;
  return address === null ? content : xml`<a href="${address}"${elsewhere(address)}>${content}</a>`;
}
