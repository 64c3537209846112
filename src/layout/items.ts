/** Turns placed nodes into the items of a scene. */
import { type ChartContext, type ChartDrawing, drawChart } from '../charts/charts.ts';
import { diagnose } from '../model/diagnostic.ts';
import type { ChartNode, IconNode, PictureNode, ShapeNode, Text } from '../model/node.ts';
import { type ChartItem, type Freeform, type Image, type Item, placeholderOf, type Shape } from '../model/scene.ts';
import { contains, hundredths, type Rect } from '../model/units.ts';
import { type FactUse, factName } from '../model/use.ts';
import { heightAt, layBlock, type Typeset } from './blocks.ts';
import { standOf } from './cards.ts';
import type { SlideContext } from './context.ts';
import { layDiagram } from './diagrams.ts';
import type { Fitted } from './fit.ts';
import type { Placed } from './flow.ts';
import { ONE_LINE_ROLES } from './leaves.ts';
import { layMark } from './marks.ts';
import { FIGURE_TOO_SMALL } from './problems.ts';
import { layTable } from './tables.ts';

export function itemsOf(fitted: Fitted, context: SlideContext): readonly Item[] {
  const charts = drawCharts(fitted.placed, context);
  return fitted.placed.flatMap(placed => layItems(placed, fitted, charts, context));
}

function layItems(
  { node, frame, ground }: Placed,
  { leaves, diagramSize }: Fitted,
  charts: ReadonlyMap<ChartNode, ChartDrawing>,
  context: SlideContext,
): readonly Item[] {
  switch (node.kind) {
    case 'box':
      return standOf({ ...node, frame }, context);
    case 'text': {
      const text = leaves.text(node, frame.width);
      const spec = { ...text.spec, ground, name: context.name(node.name) };
      const place = placeFor(node, text, frame, context);
      return [layBlock({ ...text, spec }, place, context, ONE_LINE_ROLES.has(node.role))];
    }
    case 'picture':
      return [layPicture(node, frame, context)];
    case 'shape':
      return [layShape(node, frame, context)];
    case 'icon':
      return [layIcon(node, frame, context)];
    case 'mark':
      return [layMark(node, frame, context)];
    case 'chart':
      return [layChart(node, frame, charts.get(node)!, context)];
    case 'table':
      return [layTable(node, leaves.table(node, frame.width), frame, ground, context)];
    case 'diagram':
      return [layDiagram(node, frame, ground, diagramSize, context)];
  }
}

/** A text that has room in its placeholder, and its frame to itself, stands as the layout has it, and moves when that is changed. */
function placeFor({ placeholder, anchor }: Text, text: Typeset, frame: Rect, { design }: SlideContext): Rect {
  const given = placeholderOf(design, placeholder)?.frame;
  const isInside =
    given !== undefined &&
    anchor === 'top' &&
    (['x', 'width'] as const).every(side => Math.abs(given[side] - frame[side]) < 0.01) &&
    contains(frame, given);
  return isInside && heightAt(text, given.width) <= given.height ? given : frame;
}

const BARE = { facts: [], placeholder: null } as const;

/** `cover` cuts the picture to its frame's proportions; `contain` cuts the frame to the picture's. */
function layPicture(node: PictureNode, frame: Rect, context: SlideContext): Image {
  const picture = context.pictures.get(node.file);
  const aspect = picture === undefined ? 1 : picture.width / picture.height;
  const wanted = frame.height === 0 ? aspect : frame.width / frame.height;
  const none = { left: 0, top: 0, right: 0, bottom: 0 };
  const base = { ...BARE, kind: 'image', name: context.name(node.name), alt: node.alt, origin: node.origin } as const;
  const image = { ...base, file: node.file, placeholder: node.placeholder };
  if (node.fit === 'contain') {
    const width = hundredths(wanted > aspect ? frame.height * aspect : frame.width);
    const height = hundredths(wanted > aspect ? frame.height : frame.width / aspect);
    const x = hundredths(frame.x + (frame.width - width) / 2);
    const y = hundredths(frame.y + (frame.height - height) / 2);
    return { ...image, frame: { x, y, width, height }, crop: none };
  }
  const [left, right] = cut(Math.min(1, wanted / aspect), node.focus.x);
  const [top, bottom] = cut(Math.min(1, aspect / wanted), node.focus.y);
  return { ...image, frame, crop: { left, top, right, bottom } };
}

/** What is cut off before and behind where a share of a length is shown, with the focus as near to its middle as the ends allow. */
function cut(shown: number, focus: number): readonly [before: number, behind: number] {
  const before = Math.min(Math.max(0, focus - shown / 2), 1 - shown);
  return [before, 1 - shown - before];
}

function layShape(node: ShapeNode, frame: Rect, context: SlideContext): Shape {
  return {
    ...BARE,
    kind: 'shape',
    name: context.name(node.name),
    alt: '',
    origin: node.origin,
    frame: { ...frame, width: node.width ?? frame.width, height: node.height ?? frame.height },
    geometry: node.geometry === 'rule' ? 'rectangle' : node.geometry,
    fill: node.fill ?? (node.geometry === 'rule' ? 'hairline' : 'mark'),
    hatched: false,
    stroke: null,
    words: null,
  };
}

const layIcon = (
  { name, outline, colour, size, alt, origin }: IconNode,
  frame: Rect,
  context: SlideContext,
): Freeform => ({
  ...BARE,
  kind: 'freeform',
  name: context.name(name),
  alt,
  origin,
  frame: { ...frame, width: size, height: size },
  outline,
  fill: colour,
});

function layChart(node: ChartNode, frame: Rect, drawn: ChartDrawing, context: SlideContext): ChartItem {
  const { excess, ...place } = drawn;
  if (excess > 0) {
    const message = `The chart lacks ${Math.ceil(excess)} pt of room for its labels at their smallest sizes.`;
    context.report(
      diagnose(FIGURE_TOO_SMALL, node.origin, message, {
        hint: 'shorten the longest label, take out points, or give the chart more of the slide.',
        slide: { id: context.id, number: context.number },
        frame,
      }),
    );
  }
  const { chart } = node;
  const facts = new Map<string, FactUse>();
  const points = chart.series.flatMap(series => series.points);
  const shown = [...points, ...points.flatMap(({ x, size }) => [x, size]), ...chart.sums, chart.reference];
  for (const one of shown) if (one?.fact) facts.set(factName(one.fact), one.fact);
  return {
    kind: 'chart',
    name: context.name(node.name),
    frame,
    origin: node.origin,
    facts: [...facts.values()],
    alt: chart.alt,
    placeholder: node.placeholder,
    chart,
    ...place,
  };
}

function draw(node: ChartNode, frame: Rect, sizes: ChartContext['sizes'], context: SlideContext): ChartDrawing {
  const { brand, faces, language } = context;
  return drawChart(node.chart, frame, { brand, faces, language, sizes });
}

/**
 * The charts of a slide at the largest sizes at which every one has room, or the smallest: charts side by side are set alike.
 * Names of bars are read as rows and begin as large as the values; names below columns begin at the axis's size.
 */
function drawCharts(placed: readonly Placed[], context: SlideContext): ReadonlyMap<ChartNode, ChartDrawing> {
  const { value, axis } = context.brand.type;
  const charts = placed.filter((one): one is Placed & { node: ChartNode } => one.node.kind === 'chart');
  const named = charts.every(({ node }) => node.chart.type === 'bar') ? value : axis;
  let sizes = { value: value.size, label: named.size };
  for (;;) {
    const drawn = new Map(charts.map(({ node, frame }) => [node, draw(node, frame, sizes, context)]));
    if ([...drawn.values()].every(({ excess }) => excess <= 0)) return drawn;
    if (sizes.label > axis.minimum) sizes = { ...sizes, label: sizes.label - 1 };
    else if (sizes.value > value.minimum) sizes = { ...sizes, value: sizes.value - 1 };
    else return drawn;
  }
}
