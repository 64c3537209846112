/** Matrices of two axes: points where the data puts them, and beside the plot what they mean. */
import { diagnose, type Report } from '../model/diagnostic.ts';
import { attribute, EVIDENCE, INLINE, ON_OFF, token } from '../model/element.ts';
import type { DiagramPart } from '../model/node.ts';
import type { Item } from '../model/scene.ts';
import { inches, type Points, type Rect, roundedRect } from '../model/units.ts';
import type { DiagramContext, DiagramDrawing, DiagramKind, SetWords, Stanza } from './kind.ts';
import { inlinesOf, paragraphOf, partsOf, plainOf, wordsOf } from './parts.ts';
import { drawAxes, drawDots, isEmphasised, MARGIN, numberOf, setSmall } from './plot.ts';
import { OFF_SCALE } from './problems.ts';

export const matrix: DiagramKind = {
  phrase: 'Matrix',
  attributes: {},
  parts: ['axis', 'quadrant', 'dot', 'remark'],
  elements: {
    axis: {
      doc: 'An axis of a matrix: its name, and what its two ends mean.',
      children: [],
      words: false,
      attributes: {
        along: token(['x', 'y'], '`x` runs to the right, `y` runs up.', { required: true }),
        name: attribute('text', 'What it measures.', { required: true }),
        low: attribute('text', 'What its beginning means.', { required: true }),
        high: attribute('text', 'What its end means.', { required: true }),
      },
    },
    quadrant: {
      doc: 'The name of a quarter of a matrix, in its corner.',
      children: INLINE,
      words: true,
      attributes: {
        at: token(['top-left', 'top-right', 'bottom-right', 'bottom-left'], 'Which quarter.', { required: true }),
      },
    },
    dot: {
      doc: 'A point of a matrix; its words are the label.',
      children: INLINE,
      words: true,
      attributes: {
        x: attribute('quantity', 'Its place on the x axis, from 0 to 1.', { required: true }),
        y: attribute('quantity', 'Its place on the y axis, from 0 to 1.', { required: true }),
        fact: EVIDENCE,
        emphasis: token(ON_OFF, '`on` for the point that proves the title.', { default: 'off' }),
      },
    },
    remark: { doc: 'A paragraph beside a matrix.', children: INLINE, words: true, attributes: {} },
  },
  describe: diagram =>
    partsOf(diagram, 'dot').map(dot => `${wordsOf(dot)} (${endOf(diagram, dot, 'x')}, ${endOf(diagram, dot, 'y')})`),
  check: checkDots,
  sizes: ({ type: { lead, body } }) => ({ largest: lead.size, smallest: Math.min(lead.size, body.minimum) }),
  draw: drawMatrix,
  advice: 'take out a point, shorten the labels, or say less beside the plot.',
};

const axisOf = (diagram: DiagramPart, along: string): DiagramPart | null =>
  partsOf(diagram, 'axis').find(axis => plainOf(axis, 'along') === along) ?? null;

/** Which end of an axis a point is nearer to, in its words. */
function endOf(diagram: DiagramPart, dot: DiagramPart, along: 'x' | 'y'): string {
  const axis = axisOf(diagram, along);
  return axis === null ? '' : (plainOf(axis, (numberOf(dot, along) ?? 0) < 0.5 ? 'low' : 'high') ?? '');
}

function checkDots(diagram: DiagramPart, report: Report): void {
  for (const dot of partsOf(diagram, 'dot'))
    for (const along of ['x', 'y']) {
      const value = numberOf(dot, along);
      if (value === null || (value >= 0 && value <= 1)) continue;
      const message = `"${wordsOf(dot)}" has ${along} = ${value}; an axis goes from 0 to 1.`;
      report(diagnose(OFF_SCALE, dot.origin, message));
    }
}

/** Side of the plot. */
const SIDE = inches(4.3);
/** Between the plot and the words outside of it. */
const GAP = 8;
/** The words of the y axis are at most this wide. */
const WIDEST = 88;
/** Before each remark. */
const REMARK_GAP = 8;
const LIST_GAP = 16;

function drawMatrix(diagram: DiagramPart, frame: Rect, context: DiagramContext): DiagramDrawing {
  const { gutter } = context.brand.page;
  const beside = axisWords(axisOf(diagram, 'y'), 'right', context);
  const below = axisWords(axisOf(diagram, 'x'), 'left', context);
  const left = Math.min(WIDEST, Math.max(0, ...beside.map(({ text }) => text.oneLine)));
  const foot = (side: Points) => Math.max(0, ...below.map(({ text }) => text.heightAt(side / 3))) + GAP;
  const half = (frame.width - gutter) / 2;
  const side = Math.min(SIDE, half - left - GAP - MARGIN, frame.height - foot(SIDE) - MARGIN);
  const plot = { x: frame.x + left + GAP, y: frame.y + MARGIN, width: side, height: side };
  const points = drawDots(diagram, plot, context);
  const column = { ...frame, x: frame.x + half + gutter, width: half };
  const words = setColumn(diagram, points.numbered, context);
  const height = words?.heightAt(column.width) ?? 0;
  const tight = [
    ...beside.map(({ text }) => text.narrowest - left),
    ...below.map(({ text }) => text.narrowest - side / 3),
  ];
  return {
    items: [
      ...drawAxes(plot, context.name),
      ...layBeside(beside, { ...plot, x: frame.x, width: left }, context.name),
      ...layBelow(below, { ...plot, y: plot.y + side + GAP, height: foot(side) - GAP }, context.name),
      ...points.items,
      ...(words === null
        ? []
        : [words.lay(`${context.name} remarks`, roundedRect({ ...column, height: Math.min(height, frame.height) }))]),
    ],
    excess: Math.max(0, points.excess, height - frame.height, ...tight),
  };
}

interface AxisWords {
  readonly end: 'low' | 'name' | 'high';
  readonly text: SetWords;
}

/** Low end, name, high end. */
const axisWords = (axis: DiagramPart | null, align: 'left' | 'right', context: DiagramContext): readonly AxisWords[] =>
  axis === null
    ? []
    : (['low', 'name', 'high'] as const).map(end => {
        const isName = end === 'name';
        const place = align === 'right' ? align : isName ? 'centre' : end === 'low' ? 'left' : 'right';
        const anchor = align === 'left' ? 'top' : isName ? 'middle' : end === 'low' ? 'bottom' : 'top';
        const look = { colour: isName ? 'ink' : 'muted', bold: isName, align: place, anchor } as const;
        return { end, text: setSmall(paragraphOf(inlinesOf(axis, end), axis), look, context) };
      });

/** From the top: high end, name, low end, a third of the height each. */
const layBeside = (words: readonly AxisWords[], { x, y, width, height }: Rect, name: string): readonly Item[] =>
  [...words]
    .reverse()
    .map(({ end, text }, index) =>
      text
        .balanced(width)
        .lay(`${name} y ${end}`, roundedRect({ x, y: y + (index * height) / 3, width, height: height / 3 })),
    );

const layBelow = (words: readonly AxisWords[], { x, y, width, height }: Rect, name: string): readonly Item[] =>
  words.map(({ end, text }, index) =>
    text.lay(`${name} x ${end}`, roundedRect({ x: x + (index * width) / 3, y, width: width / 3, height })),
  );

/** Beside the plot: what the numbers stand for, where there are any, and the remarks; null where there is neither. */
function setColumn(diagram: DiagramPart, numbered: boolean, { size, ground, set }: DiagramContext): SetWords | null {
  const names = partsOf(diagram, 'dot').map((dot): Stanza => {
    const paragraphs = dot.words.map(words => ({ ...words, list: { level: 0, ordered: true } }));
    return { paragraphs, size, colour: 'ink', bold: isEmphasised(dot) };
  });
  const remarks = partsOf(diagram, 'remark').map(({ words }, index): Stanza => {
    const gap = index > 0 ? REMARK_GAP : numbered ? LIST_GAP : 0;
    return { paragraphs: words, size, colour: 'ink', gap };
  });
  const stanzas = [...(numbered ? names : []), ...remarks];
  if (stanzas.length === 0) return null;
  return set({ stanzas, role: 'body', align: 'left', anchor: 'top', ground, origin: diagram.origin });
}
