/** Alternative texts written from the data: what it is, then its values, as many as 150 characters hold. */
import type { ChartType } from '../model/chart.ts';
import type { Row } from '../model/node.ts';
import { plainText } from '../model/text.ts';
import type { Draft } from './parsing.ts';

/** PowerPoint's checker warns of longer ones. */
const LONGEST = 150;

const CHART_NAMES: Readonly<Record<ChartType, string>> = { bar: 'Bar chart', column: 'Column chart' };

/** `Bar chart: Samsung 42.9%, SK hynix 34.5%, …` */
export function describe(
  draft: Draft,
  type: ChartType,
  values: readonly (readonly [label: string, value: string])[],
): string {
  const items = values.map(([label, value]) => `${label} ${value}`);
  return listed(draft.parsing.phrase(CHART_NAMES[type]), items, ', ');
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

/** `Timeline: 9 April 2024 Pledge; 23 May 2024 …`: whole items until the room is used; an ellipsis says that there are more. */
export function listed(name: string, items: readonly string[], separator: string): string {
  let text = `${name}:`;
  for (const [index, item] of items.entries()) {
    const next = `${text}${index === 0 ? ' ' : separator}${item}`;
    const rest = index === items.length - 1 ? '' : `${separator}…`;
    if (next.length + rest.length > LONGEST) return index === 0 ? name : `${text}${separator}…`;
    text = next;
  }
  return text;
}
