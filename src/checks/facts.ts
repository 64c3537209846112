/** Every number on a slide comes from the ledger. */
import type { LayoutName, TextRole } from '../model/brand.ts';
import type { Problem, Report } from '../model/diagnostic.ts';
import { LEDGER } from '../model/markup.ts';
import type { Origin } from '../model/origin.ts';
import type { ChartItem, LaidParagraph, LaidRun, Slide, TextBlock } from '../model/scene.ts';
import { bareNumerals } from './numerals.ts';
import type { Rule } from './rule.ts';
import { cells, leaves, onSlide, runsOf } from './walk.ts';

const WITHOUT_FACT: Problem = {
  code: 'number-without-fact',
  severity: 'error',
  means: 'A number on a slide is typed instead of taken from the ledger, so nobody can trace it or update it.',
  mend: 'Add the fact and write `$(id)`; a numeral that is a name goes under `literals` with the reason.',
};

/** Roles whose digits are the compiler's own, dates and page numbers among them. */
const OWN_ROLES: ReadonlySet<TextRole> = new Set(['footer', 'source', 'tracker', 'sticker']);
/** Roles of figures that stand by themselves. */
const FIGURES: ReadonlySet<TextRole> = new Set(['hero', 'number', 'value']);
/** On these the number of a section stands by itself. */
const NUMBERED: ReadonlySet<LayoutName> = new Set(['section-header']);

/**
 * Each numeral in titles, bodies and charts has a fact, or is a sum of facts. Not held to it: dates, years, quarters, times of day, names such as HBM4,
 * page numbers, ordinals, source lines, notes, and what the slide lists under `literals`.
 */
export const facts: Rule = {
  problems: [WITHOUT_FACT],
  slide(slide, _scene, report) {
    const ordinals = ordinalsOf(slide);
    for (const item of leaves(slide.items)) {
      if (item.kind === 'text' && !ordinals.has(item)) checkText(item, slide, report);
      if (item.kind === 'table') for (const cell of cells(item)) checkText(cell, slide, report);
      if (item.kind === 'chart') checkChart(item, slide, report);
    }
  },
};

/** Texts that count, 1, 2, 3 … in reading order, each a number alone: the entries of an agenda, the steps of a plan. */
function ordinalsOf(slide: Slide): ReadonlySet<TextBlock> {
  const ordinals = new Set<TextBlock>();
  for (const item of leaves(slide.items)) {
    if (item.kind !== 'text' || FIGURES.has(item.role)) continue;
    const words = item.paragraphs.flatMap(runsOf);
    if (words.map(run => run.text).join('') === String(ordinals.size + 1) && words.every(run => run.field === null))
      ordinals.add(item);
  }
  return ordinals;
}

function checkText(text: TextBlock, slide: Slide, report: Report): void {
  if (OWN_ROLES.has(text.role) || (NUMBERED.has(slide.layout) && text.placeholder === 'subhead')) return;
  for (const paragraph of text.paragraphs)
    for (const { numeral, start } of bareNumerals(...marked(paragraph, slide)))
      tell(numeral, originAt(paragraph, start), `the text \`${text.name}\``, text, slide, report);
}

/** The words of a paragraph, and the stretches of it whose digits are accounted for. */
function marked(
  { runs }: LaidParagraph,
  { literals }: Slide,
): readonly [string, readonly (readonly [number, number])[]] {
  let words = '';
  const known: [number, number][] = [];
  for (const run of runs) {
    const text = run.kind === 'break' ? ' ' : run.text;
    if (run.kind === 'run' && isAccounted(run)) known.push([words.length, words.length + text.length]);
    words += text;
  }
  for (const literal of literals.keys())
    for (let at = words.indexOf(literal); literal !== '' && at >= 0; at = words.indexOf(literal, at + 1))
      known.push([at, at + literal.length]);
  return [words, known];
}

/** Facts, dates, page numbers and footnote marks; what was counted of the ledger; and what the list of sources says of a source. */
const isAccounted = ({ fact, date, field, position, origin }: LaidRun): boolean =>
  fact !== null ||
  date ||
  field !== null ||
  position !== 'baseline' ||
  origin.pointer === LEDGER.pointer ||
  (origin.pointer ?? '').startsWith('/sources/');

function originAt({ runs, origin }: LaidParagraph, offset: number): Origin {
  let end = 0;
  for (const run of runs) {
    end += run.kind === 'break' ? 1 : run.text.length;
    if (offset < end && run.kind === 'run') return run.origin;
  }
  return origin;
}

function checkChart(item: ChartItem, slide: Slide, report: Report): void {
  const { categories, series, reference } = item.chart;
  const known = (text: string) =>
    bareNumerals(
      text,
      [...slide.literals.keys()].flatMap(literal => spansOf(text, literal)),
    );
  // A label may say among how many its points were counted.
  const bases = categories.map((_, at) => new Set(series.map(({ points }) => String(points[at]!.parts.length))));
  for (const [at, one] of categories.entries())
    for (const { numeral } of known(one.label))
      if (!bases[at]!.has(numeral)) tell(numeral, one.origin, 'a label of the chart', item, slide, report);
  for (const point of series.flatMap(one => one.points))
    if (
      point.value !== null &&
      point.fact === null &&
      point.parts.length === 0 &&
      /\d/.test(point.label) &&
      known(point.label).length > 0
    )
      tell(point.label, point.origin, 'a value of the chart', item, slide, report);
  if (reference !== null && reference.fact === null)
    for (const { numeral } of known(reference.label))
      tell(numeral, reference.origin, 'the line across the chart', item, slide, report);
}

const spansOf = (text: string, literal: string): readonly (readonly [number, number])[] => {
  const at = literal === '' ? -1 : text.indexOf(literal);
  return at < 0 ? [] : [[at, at + literal.length]];
};

function tell(
  numeral: string,
  origin: Origin,
  where: string,
  { frame }: Pick<TextBlock, 'frame'>,
  slide: Slide,
  report: Report,
): void {
  const hint = `write it as \`$(id)\` of a fact, or name it under \`literals\` with the reason`;
  report(onSlide(slide, WITHOUT_FACT, origin, `${numeral} in ${where} has no fact.`, { hint, frame }));
}
