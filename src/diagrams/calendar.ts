/** The head and the lines of a scale of years. */
import { NOWHERE } from '../model/origin.ts';
import type { Connector, Item } from '../model/scene.ts';
import { plainRun } from '../model/text.ts';
import { hundredths, type Points, type Rect } from '../model/units.ts';
import type { DiagramContext, SetWords } from './kind.ts';
import { lineOf } from './parts.ts';
import { columnStart, columnsPerYear, positionOn, type Years } from './years.ts';

/** Between the numbers of the years and the line below them. */
export const HEAD_GAP = 5;
/** Of the marks between two years, on that line. */
const TICK = 4;

/** The numbers of the years on one line above the body, the lines between them, and short marks for their parts. */
export function drawCalendar(years: Years, body: Rect, line: Points, context: DiagramContext): readonly Item[] {
  const { name } = context;
  const [top, foot] = [hundredths(body.y), hundredths(body.y + body.height)];
  const at = positionOn(years, body.x, body.width);
  const vertical = (label: string, day: number, [from, to]: readonly [Points, Points], colour: string): Connector => {
    const x = hundredths(at(day));
    return lineOf(`${name} ${label}`, { x, y: from }, { x, y: to }, colour);
  };
  const columns = columnsPerYear(years);
  const all = Array.from({ length: years.last - years.first + 1 }, (_, index) => years.first + index);
  const named = namedYears(all, body.width / all.length, context);
  return [
    lineOf(`${name} axis`, { x: hundredths(body.x), y: top }, { x: hundredths(body.x + body.width), y: top }, 'muted'),
    ...all.flatMap((year, index) =>
      Array.from({ length: columns }, (_, column) => column)
        .filter(column => column > 0 || index > 0)
        .map(column => {
          const day = columnStart(year, column, columns);
          return column === 0 && named.includes(year)
            ? vertical(`line ${year}`, day, [top, foot], 'hairline')
            : vertical(`tick ${year} ${column + 1}`, day, [top - TICK, top], 'mark');
        }),
    ),
    ...named.map((year, index) => {
      const x = hundredths(at(columnStart(year, 0, columns)));
      const end = at(columnStart(named[index + 1] ?? years.last + 1, 0, columns));
      const frame = {
        x,
        y: hundredths(body.y - HEAD_GAP - line),
        width: hundredths(end - x),
        height: hundredths(line),
      };
      return setYear(String(year), context).lay(`${name} ${year}`, frame);
    }),
  ];
}

/** Every year, or every second, fifth or tenth, so that the numbers keep apart; the last ones where they have room. */
function namedYears(all: readonly number[], width: Points, context: DiagramContext): readonly number[] {
  const needed = setYear('0000', context).oneLine;
  const every = [1, 2, 5].find(step => needed <= step * width) ?? 10;
  return all.filter((_, index) => index % every === 0 && needed <= (all.length - index) * width);
}

export function setYear(year: string, { brand, ground, set }: DiagramContext): SetWords {
  const paragraphs = [{ inlines: [plainRun(year, NOWHERE)], list: null, origin: NOWHERE }];
  const stanza = { paragraphs, size: brand.type.label.size, colour: 'muted', bold: true };
  return set({ stanzas: [stanza], role: 'label', align: 'centre', anchor: 'middle', ground, origin: NOWHERE });
}
