/** Alternative texts written from the data: what it is, then its values. */
import { listed } from '../model/alt.ts';
import type { Chart, ChartType, Series } from '../model/chart.ts';
import type { Row } from '../model/node.ts';
import { plainText } from '../model/text.ts';
import { type Look, labelOf } from './format.ts';
import type { Draft } from './parsing.ts';
import type { Datum } from './sum.ts';

const CHART_NAMES: Readonly<Record<ChartType, string>> = {
  bar: 'Bar chart',
  column: 'Column chart',
  waterfall: 'Waterfall chart',
  combination: 'Columns and line',
  line: 'Line chart',
  slope: 'Slope chart',
  area: 'Area chart',
  scatter: 'Scatter chart',
  bubble: 'Bubble chart',
  doughnut: 'Doughnut chart',
};

/** `Bar chart: Samsung 42.9%, SK hynix 34.5%, …`; of lines, where each begins and ends. */
export function describe(draft: Draft, chart: Omit<Chart, 'alt'>, data: readonly Datum[], look: Look): string {
  const name = draft.parsing.phrase(CHART_NAMES[chart.type]);
  if (chart.type === 'line' || chart.type === 'slope' || chart.type === 'area')
    return listed(name, coursesOf(draft, chart), '; ');
  if (chart.type === 'waterfall') return listed(name, stepsOf(chart, data, look), ', ');
  const [several, isPlaced] = [chart.series.length > 1, chart.type === 'scatter' || chart.type === 'bubble'];
  const items = chart.series.flatMap((series, index) =>
    series.points.flatMap(({ value, label, x, size }, at) => {
      if (value === null && several) return [];
      const short = several ? null : data.find(one => one.label === chart.categories[at]!.label)?.quantity.short;
      const who = [chart.categories[at]!.label, several && !isPlaced ? chart.series[index]!.name : ''];
      const said = isPlaced
        ? `(${[x, { label }, size].flatMap(one => one?.label ?? []).join(' | ')})`
        : (short ?? label);
      return [[...who, said].filter(word => word !== '').join(' ')];
    }),
  );
  return listed(name, items, ', ');
}

const stepsOf = ({ series }: Omit<Chart, 'alt'>, data: readonly Datum[], look: Look): readonly string[] =>
  series.length === 0 ? [] : data.map(one => `${one.label} ${labelOf(one.quantity, look, !one.total)}`);

/** `Samsung falls from 43.9% in 1Q to 39.3% in 4Q`, the highlighted line first. */
function coursesOf(draft: Draft, { series, categories }: Omit<Chart, 'alt'>): readonly string[] {
  const order = [...series].sort((a, b) => Number(b.emphasis === 'on') - Number(a.emphasis === 'on'));
  return order.flatMap(({ name, points }) => {
    const valued = points.flatMap((point, at) =>
      point.value === null ? [] : [{ point, when: categories[at]!.label }],
    );
    const [first, last] = [valued[0], valued.at(-1)];
    if (first === undefined || last === undefined) return [];
    if (first === last) return [[name, first.when, first.point.label].filter(word => word !== '').join(' ')];
    const words = { name, from: first.point.label, start: first.when, to: last.point.label, end: last.when };
    const sentence = draft.parsing.phrase(courseOf(first.point, last.point));
    return [sentence.replace(/\{(\w+)\}/g, (_, key: keyof typeof words) => words[key]).trim()];
  });
}

function courseOf(first: Series['points'][number], last: Series['points'][number]): string {
  if (first.label === last.label) return '{name} stays at {to} from {start} to {end}';
  const verb = last.value! > first.value! ? 'rises' : 'falls';
  return `{name} ${verb} from {from} in {start} to {to} in {end}`;
}

/** `Table: Company, Founded, Product` */
export function describeTable(draft: Draft, rows: readonly Row[]): string {
  const heads = rows.find(({ header }) => header) ?? rows[0];
  const cells =
    heads?.cells.map(({ paragraphs }) => paragraphs.map(({ inlines }) => plainText(inlines)).join(' ')) ?? [];
  return listed(
    draft.parsing.phrase('Table'),
    cells.filter(cell => cell !== ''),
    ', ',
  );
}
