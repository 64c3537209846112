/** Drawing calls as text, one a line: what the PowerPoint writer asks for, before any XML. */
import type { LaidParagraph } from '../../src/model/scene.ts';
import type { Call, DeckCalls } from '../../src/writers/pptx/calls.ts';

export const printCalls = (deck: DeckCalls): string =>
  deck.slides
    .map(({ slide, calls }) =>
      [`slide ${slide.number} ${slide.id} on ${slide.layout}`, ...lines(calls, '  '), ''].join('\n'),
    )
    .join('\n');

const lines = (calls: readonly Call[], indent: string): string[] =>
  calls.flatMap(call => [indent + line(call), ...(call.kind === 'group' ? lines(call.calls, `${indent}  `) : [])]);

function line(call: Call): string {
  const { x, y, width, height } = call.frame;
  const place = [x, y, width, height].map(points => Math.round(points * 10) / 10).join(' ');
  const tie = call.placeholder === null ? '' : ` → ${call.placeholder.name}`;
  return [`${call.kind} “${call.name}” at ${place}${tie}`, details(call)].filter(part => part !== '').join(' | ');
}

function details(call: Call): string {
  switch (call.kind) {
    case 'text':
      return `${call.anchor}${call.wrap ? '' : ', one line'} | ${call.paragraphs.map(words).join(' ¶ ')}`;
    case 'shape':
      return [
        call.geometry,
        call.fill ?? 'empty',
        call.hatched && 'hatched',
        call.stroke?.dash,
        call.words?.paragraphs.map(words).join(' ¶ '),
      ]
        .filter(Boolean)
        .join(', ');
    case 'freeform':
      return `${call.outline.name}, ${call.fill}`;
    case 'connector':
      return [
        `${call.from.item ?? 'free'} to ${call.to.item ?? 'free'}`,
        call.arrow,
        call.stroke.colour,
        ...call.corners.map(({ x, y }) => `by ${x} ${y}`),
      ].join(', ');
    case 'picture':
      return call.file;
    case 'chart':
      return `${call.item.chart.type}, ${call.item.chart.stacking}, ${call.item.chart.series.length} series`;
    case 'table':
      return call.rows
        .map(row => row.cells.map(cell => cell.paragraphs.map(words).join(' ¶ ')).join(' ‖ '))
        .join(' ⏎ ');
    case 'group':
      return '';
  }
}

const words = ({ runs, list }: LaidParagraph): string => {
  const mark = list === null ? '' : `${'>'.repeat(list.level)}${list.ordered ? '#' : '•'} `;
  return (
    mark +
    runs
      .map(run => (run.kind === 'break' ? '↵' : `${run.text}[${run.size}${run.bold ? 'b' : ''} ${run.colour}]`))
      .join('')
  );
};
