/** Maps of places: points on land without borders, names beside them, and beside the map what is to be said of them. */
import { type Bounds, REGIONS, type Region } from '../model/atlas.ts';
import { diagnose, type Report } from '../model/diagnostic.ts';
import { attribute, EVIDENCE, INLINE, ON_OFF, token } from '../model/element.ts';
import type { DiagramPart } from '../model/node.ts';
import type { Freeform, Item } from '../model/scene.ts';
import { plainRun } from '../model/text.ts';
import { contains, inches, overlapArea, type Point, type Points, type Rect, roundedRect } from '../model/units.ts';
import type { DiagramContext, DiagramDrawing, DiagramKind, SetWords, Stanza } from './kind.ts';
import { type Place, placesAround, settle } from './labels.ts';
import { BARE, inlinesOf, paragraphOf, plainOf, shapeOf, wordsOf } from './parts.ts';
import { isEmphasised, numberOf, setSmall } from './plot.ts';
import { OFF_SCALE } from './problems.ts';

export const geoMap: DiagramKind = {
  phrase: 'Map',
  attributes: {
    region: token(['points', ...Object.keys(REGIONS)], 'What is shown; `points` is whatever holds them.', {
      default: 'points',
    }),
  },
  parts: ['place'],
  elements: {
    place: {
      doc: 'A point of a map; its words are the name.',
      children: INLINE,
      words: true,
      attributes: {
        latitude: attribute('quantity', 'Degrees north of the equator; south is negative.', { required: true }),
        longitude: attribute('quantity', 'Degrees east of Greenwich; west is negative.', { required: true }),
        note: attribute('text', 'What is there: stands beside the map.'),
        fact: EVIDENCE,
        emphasis: token(ON_OFF, '`on` for the place that proves the title.', { default: 'off' }),
      },
    },
  },
  describe: ({ parts }) => parts.map(wordsOf),
  check: checkPlaces,
  sizes: ({ type: { table } }) => ({ largest: table.size, smallest: table.minimum }),
  draw: drawGeoMap,
  advice: 'make one point of those that lie together, show a smaller region, or shorten the names and notes',
};

const regionOf = (diagram: DiagramPart): Region => (plainOf(diagram, 'region') ?? 'points') as Region;

const locationOf = (place: DiagramPart) => ({
  latitude: numberOf(place, 'latitude') ?? 0,
  longitude: numberOf(place, 'longitude') ?? 0,
});

/** A location outside of what is shown is a mistake in one of the two; nothing is guessed. */
function checkPlaces(diagram: DiagramPart, report: Report): void {
  const region = regionOf(diagram);
  const [west, south, east, north]: Bounds = REGIONS[region === 'points' ? 'world' : region];
  for (const place of diagram.parts) {
    const { latitude, longitude } = locationOf(place);
    if (latitude >= south && latitude <= north && longitude >= west && longitude <= east) continue;
    const shown = `latitudes ${south} to ${north} and longitudes ${west} to ${east}`;
    const message = `“${wordsOf(place)}” lies at ${latitude}, ${longitude}; the map shows ${shown}.`;
    report(diagnose(OFF_SCALE, place.origin, message, { hint: region === 'points' ? null : 'or leave out `region`' }));
  }
}

const DOT = inches(0.16);
/** Light enough for words on it. */
const LAND = 'hairline';
/** Between a dot and its label. */
const DISTANCE = DOT / 2 + 3;
/** Dots nearer to each other than this are taken for one. */
const LEAST_APART = DOT * 0.7;
/** Columns of the page's twelve beside the map. */
const LIST_COLUMNS = 3;
/** Between two entries of the list. */
const ENTRY_GAP = 7;
/** A name longer than this is set on two lines. */
const WIDEST = 130;

/** Names beside their points or, where they collide, numbers; beside the map a list, where there are numbers or notes. */
function drawGeoMap(diagram: DiagramPart, frame: Rect, context: DiagramContext): DiagramDrawing {
  const { gutter } = context.brand.page;
  const twelfth = (frame.width - 11 * gutter) / 12;
  const width = LIST_COLUMNS * twelfth + (LIST_COLUMNS - 1) * gutter;
  const narrow = roundedRect({ ...frame, width: frame.width - width - gutter });
  const hasNotes = diagram.parts.some(place => plainOf(place, 'note') !== null);
  const named = drawPlaces(diagram, hasNotes ? narrow : roundedRect(frame), false, context);
  const isClear = named.excess === 0;
  if (isClear && !hasNotes) return named;
  const { items, excess } = isClear ? named : drawPlaces(diagram, narrow, true, context);
  const list = setList(diagram, !isClear, context);
  const height = list.heightAt(width);
  const column = { ...frame, x: frame.x + frame.width - width, width, height: Math.min(height, frame.height) };
  return {
    items: [...items, list.lay(`${context.name} list`, roundedRect(column))],
    excess: Math.max(excess, height - frame.height, list.narrowest - width),
  };
}

/** What is to be said of each place, below each other; its number first where the map bears numbers. */
function setList({ parts, origin }: DiagramPart, numbered: boolean, { size, ground, set }: DiagramContext): SetWords {
  const stanzas = parts.map((place, index): Stanza => {
    const colour = isEmphasised(place) ? 'primary' : 'ink';
    const words = place.words.flatMap(({ inlines }) => inlines);
    const name = words.map(inline => (inline.kind === 'text' ? { ...inline, bold: true, colour } : inline));
    const note = inlinesOf(place, 'note');
    const inlines = note.length === 0 ? name : [...name, { kind: 'break' } as const, ...note];
    const list = numbered ? { level: 0, ordered: true } : null;
    const paragraphs = [{ inlines, list, origin: place.origin }];
    return { paragraphs, size, colour: 'ink', gap: index === 0 ? 0 : ENTRY_GAP };
  });
  return set({ stanzas, role: 'table', align: 'left', anchor: 'top', ground, origin });
}

interface LabelPlace extends Place {
  readonly text: SetWords;
}

/** The land, and on it each place with its name or its number. */
function drawPlaces(diagram: DiagramPart, map: Rect, numbered: boolean, context: DiagramContext): DiagramDrawing {
  const { parts } = diagram;
  const view = context.atlas!.view(regionOf(diagram), parts.map(locationOf), map);
  // One that is off the map was reported when it was read.
  const centre = { x: map.x + map.width / 2, y: map.y + map.height / 2 };
  const points = parts.map(place => view.at(locationOf(place)) ?? centre);
  const dots = points.map(({ x, y }): Rect => ({ x: x - DOT / 2, y: y - DOT / 2, width: DOT, height: DOT }));
  const places = parts.map((place, index) => {
    const around = labelsOf(place, numbered ? index + 1 : null, points[index]!, context);
    const free = around.filter(({ frame }) => contains(map, frame) && dots.every(dot => overlapArea(dot, frame) === 0));
    return { around, free };
  });
  const settled = settle(places.map(({ free }) => free));
  const shown = settled ?? places.map(({ around }) => around[0]!);
  const land: Freeform | null =
    view.land === null
      ? null
      : { ...BARE, kind: 'freeform', name: `${context.name} land`, frame: map, outline: view.land, fill: LAND };
  const marks = parts.flatMap((place, index): readonly Item[] => {
    const name = `${context.name} place ${index + 1}`;
    const dot = shapeOf(`${name} dot`, 'ellipse', roundedRect(dots[index]!), isEmphasised(place) ? 'primary' : 'muted');
    const { text, frame } = shown[index]!;
    return [{ ...dot, origin: place.origin }, text.balanced(frame.width).lay(name, roundedRect(frame))];
  });
  return {
    items: land === null ? marks : [land, ...marks],
    excess: Math.max(settled === null ? places[0]!.around[0]!.frame.height : 0, crowding(points)),
  };
}

/** How much nearer than it may be one point is to another. */
function crowding(points: readonly Point[]): Points {
  const distances = points.flatMap((one, index) =>
    points.slice(index + 1).map(two => Math.hypot(one.x - two.x, one.y - two.y)),
  );
  return Math.max(0, LEAST_APART - Math.min(LEAST_APART, ...distances));
}

/** A name, or a number, wherever it may stand around its point. */
function labelsOf(
  place: DiagramPart,
  number: number | null,
  point: Point,
  context: DiagramContext,
): readonly LabelPlace[] {
  const { origin } = place;
  const inlines = [plainRun(String(number), origin)];
  const paragraphs = number === null ? place.words : paragraphOf(inlines, place);
  const bold = number !== null || isEmphasised(place);
  // A label may lie on land: what can be read there can be read on the page.
  const set = (align: Place['align']) =>
    setSmall(paragraphs, { colour: 'ink', bold, align }, { ...context, ground: LAND });
  const text = set('left');
  const width = text.oneLine <= WIDEST ? text.oneLine : Math.max(text.narrowest, WIDEST);
  const height = text.balanced(width).heightAt(width);
  return placesAround(point, DISTANCE, width, height).map(around => ({ ...around, text: set(around.align) }));
}
