/** Ecosystem maps: layers below each other, and on each the names of those who work there, as chips on one grid. */
import { attribute, EVIDENCE, INLINE, ON_OFF, token } from '../model/element.ts';
import type { DiagramPart } from '../model/node.ts';
import type { Item, Shape } from '../model/scene.ts';
import { plainText } from '../model/text.ts';
import { hundredths, type Points, type Rect } from '../model/units.ts';
import type { DiagramContext, DiagramDrawing, DiagramKind, SetWords, Stanza } from './kind.ts';
import { inlinesOf, lineOf, paragraphOf, plainOf, shapeOf, withWords, wordsOf } from './parts.ts';

export const ecosystemMap: DiagramKind = {
  phrase: 'Ecosystem map',
  attributes: {},
  parts: ['layer'],
  elements: {
    layer: {
      doc: 'A layer of an ecosystem map.',
      children: ['member'],
      words: false,
      attributes: { label: attribute('text', 'What its members have in common.', { required: true }) },
    },
    member: {
      doc: 'One who works on a layer; its words are the name.',
      children: INLINE,
      words: true,
      attributes: {
        fact: EVIDENCE,
        former: attribute(
          'text',
          'What became of one that no longer is: it is outlined, with these words below its name.',
        ),
        emphasis: token(ON_OFF, '`on` for those whom the title is about.', { default: 'off' }),
      },
    },
  },
  describe: ({ parts }) =>
    parts.map(layer => `${plainText(inlinesOf(layer, 'label'))}: ${layer.parts.map(wordsOf).join(', ')}`),
  sizes: ({ type: { table } }) => ({ largest: table.size, smallest: table.minimum }),
  draw: drawLayers,
  advice: 'shorten the longest names, take out a member, or make two layers of the fullest',
};

/** A chip is 0.42 in high, more where its words take two lines. */
const CHIP = { height: 30.24, across: 8, down: 4, gap: 8 } as const;
/** Chips side by side: with fewer they would be bars, with more their names would not fit. */
const SIDE_BY_SIDE = { least: 3, most: 5 } as const;
/** Rows of chips in a layer. */
const MOST_ROWS = 2;
/** Between a layer's chips and the hairlines: at least, and at most where there is room. */
const PADDING = { least: 7, most: 24 } as const;
/** Room above the figure as a share of what is left: things look centred a little above the middle. */
const OPTICAL_CENTRE = 0.45;

interface Layer {
  readonly part: DiagramPart;
  readonly label: SetWords;
  readonly chips: readonly SetWords[];
  readonly chipHeight: Points;
  readonly rows: number;
  /** Height that its label or its chips need. */
  readonly height: Points;
}

/** Labels on two columns of the page's twelve, chips on the other ten. */
function drawLayers(diagram: DiagramPart, frame: Rect, context: DiagramContext): DiagramDrawing {
  const { gutter } = context.brand.page;
  const twelfth = (frame.width - 11 * gutter) / 12;
  const labels = { ...frame, width: hundredths(2 * twelfth + gutter) };
  const start = hundredths(frame.x + 2 * (twelfth + gutter));
  const room = frame.x + frame.width - start;
  const sets = diagram.parts.map(part => part.parts.map(member => setMember(member, context)));
  const columns = columnsFor(sets, room);
  const width = hundredths((room - (columns - 1) * CHIP.gap) / columns);
  const layers = diagram.parts.map((part, index) =>
    layerOf(part, sets[index]!, { labels: labels.width, width, columns }, context),
  );
  const needed = layers.reduce((sum, { height }) => sum + height, 0);
  const slack = frame.height - needed;
  const padding = Math.min(PADDING.most, Math.max(PADDING.least, slack / (2 * layers.length)));
  const rest = Math.max(0, slack - 2 * padding * layers.length);
  const inner = width - 2 * CHIP.across;
  const tooWide = Math.max(
    0,
    ...layers.map(({ label }) => label.narrowest - labels.width),
    ...sets.flat().map(({ narrowest }) => narrowest - inner),
  );
  const tooManyRows = Math.max(...layers.map(({ rows }) => rows)) - MOST_ROWS;
  let y = frame.y + rest * OPTICAL_CENTRE;
  const items = layers.flatMap((layer, index) => {
    const band = { ...frame, y, height: layer.height + 2 * padding };
    y += band.height;
    return drawLayer(layer, index, { band, labels, start, width, columns }, context);
  });
  const excess = Math.max(0, 2 * PADDING.least * layers.length - slack, tooWide, tooManyRows * CHIP.height);
  return { items, excess };
}

/** As many chips side by side as the fullest layer has, fewer where that keeps every name on one line and no layer needs a third row. */
function columnsFor(sets: readonly (readonly SetWords[])[], room: Points): number {
  const fullest = Math.max(...sets.map(({ length }) => length));
  const most = Math.min(SIDE_BY_SIDE.most, Math.max(SIDE_BY_SIDE.least, fullest));
  const widest = Math.max(...sets.flat().map(({ oneLine }) => oneLine)) + 2 * CHIP.across;
  for (let columns = most; columns >= 1 && Math.ceil(fullest / columns) <= MOST_ROWS; columns--)
    if (widest <= (room - (columns - 1) * CHIP.gap) / columns) return columns;
  return most;
}

function layerOf(
  part: DiagramPart,
  sets: readonly SetWords[],
  { labels, width, columns }: { readonly labels: Points; readonly width: Points; readonly columns: number },
  context: DiagramContext,
): Layer {
  const label = setLabel(part, context).balanced(labels);
  const inner = width - 2 * CHIP.across;
  const chips = sets.map(words => words.balanced(inner));
  const chipHeight = Math.max(CHIP.height, ...chips.map(words => words.heightAt(inner) + 2 * CHIP.down));
  const rows = Math.ceil(chips.length / columns);
  const height = Math.max(label.heightAt(labels), rows * chipHeight + (rows - 1) * CHIP.gap);
  return { part, label, chips, chipHeight: hundredths(chipHeight), rows, height };
}

function setLabel(layer: DiagramPart, { size, ground, set }: DiagramContext): SetWords {
  const stanza: Stanza = { paragraphs: paragraphOf(inlinesOf(layer, 'label'), layer), size, colour: 'ink', bold: true };
  return set({ stanzas: [stanza], role: 'table', align: 'left', anchor: 'middle', ground, origin: layer.origin });
}

/** The name and, of one that no longer is, what became of it. */
function setMember(member: DiagramPart, { brand, size, ground, set }: DiagramContext): SetWords {
  const note = paragraphOf(inlinesOf(member, 'former'), member);
  const name: Stanza = { paragraphs: member.words, size, colour: inkOf(member), bold: isEmphasised(member) };
  const below: Stanza = { paragraphs: note, size: brand.type.label.minimum, colour: 'muted' };
  const stanzas = note.length === 0 ? [name] : [name, below];
  const on = fillOf(member) ?? ground;
  return set({ stanzas, role: 'label', align: 'centre', anchor: 'middle', ground: on, origin: member.origin });
}

const isFormer = (member: DiagramPart): boolean => plainOf(member, 'former') !== null;
const isEmphasised = (member: DiagramPart): boolean => plainOf(member, 'emphasis') === 'on' && !isFormer(member);
const inkOf = (member: DiagramPart) => (isEmphasised(member) ? 'paper' : 'ink');
const fillOf = (member: DiagramPart) => (isFormer(member) ? null : isEmphasised(member) ? 'primary' : 'panel');

interface Place {
  readonly band: Rect;
  readonly labels: Rect;
  readonly start: Points;
  readonly width: Points;
  readonly columns: number;
}

/** A hairline above every layer but the first, the label, and the chips in rows from the left. */
function drawLayer(layer: Layer, index: number, place: Place, { name }: DiagramContext): readonly Item[] {
  const { band, labels, start, width, columns } = place;
  const title = `${name} layer ${index + 1}`;
  const y = hundredths(band.y);
  const edge = { y, x: hundredths(band.x + band.width) };
  const rule = lineOf(`${title} rule`, { x: band.x, y }, edge, 'hairline');
  const label = layer.label.lay(title, { ...labels, y, height: hundredths(band.height) });
  const { chipHeight: height, rows } = layer;
  const top = band.y + (band.height - rows * height - (rows - 1) * CHIP.gap) / 2;
  const chips = layer.chips.map((words, at): Shape => {
    const frame = {
      x: hundredths(start + (at % columns) * (width + CHIP.gap)),
      y: hundredths(top + Math.floor(at / columns) * (height + CHIP.gap)),
      width,
      height,
    };
    const member = layer.part.parts[at]!;
    const shape = shapeOf(`${title} chip ${at + 1}`, 'rectangle', frame, fillOf(member));
    return withWords(isFormer(member) ? { ...shape, stroke: OUTLINE } : shape, words, CHIP);
  });
  return index === 0 ? [label, ...chips] : [rule, label, ...chips];
}

const OUTLINE = { colour: 'mark', width: 1, dash: 'dashed' } as const;
