/**
 * Land at 1 : 110 million from Natural Earth (public domain), by world-atlas, laid flat and cut to its frame. Areas keep their proportions,
 * there are no borders, and Antarctica is left out.
 */
import { type GeoProjection, geoAzimuthalEqualArea, geoEqualEarth, geoPath } from 'd3-geo';
import type { MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type Atlas, type Bounds, type Location, type MapView, REGIONS, type Region } from '../model/atlas.ts';
import type { Step } from '../model/outline.ts';
import type { Rect } from '../model/units.ts';

/** Reads the land of a TopoJSON file. */
export function openAtlas(bytes: Uint8Array): Atlas {
  const world = JSON.parse(new TextDecoder().decode(bytes)) as Topology<{ land: GeometryCollection }>;
  const { features } = feature(world, world.objects.land);
  const polygons = features.flatMap(({ geometry }) => (geometry as MultiPolygon).coordinates);
  const land: MultiPolygon = { type: 'MultiPolygon', coordinates: polygons.filter(([shore]) => !isAntarctic(shore!)) };
  return { view: (region, locations, frame) => viewOf(land, projectionOf(region, locations, frame), frame) };
}

const isAntarctic = (shore: readonly (readonly number[])[]): boolean => shore.every(([, latitude]) => latitude! < -60);

/** Degrees that a map shows at the least, so that the coast around its points is known again. */
const LEAST_SPAN = 18;
/** Beyond the outermost points, as a share of what they span. */
const BORDER = 0.12;
/** A wider part of the world than this is no longer seen from above its middle. */
const HEMISPHERE = 110;
/** Points at which each edge of a part is projected, to find how much room it takes. */
const SAMPLES = 24;

/** Equal areas: from above the middle of a part of the world, and Equal Earth (Šavrič, Patterson and Jenny 2018) for more than that. */
function projectionOf(region: Region, locations: readonly Location[], frame: Rect): GeoProjection {
  const [west, south, east, north] = region === 'points' ? around(locations) : REGIONS[region];
  const [longitude, latitude] = [(west + east) / 2, (south + north) / 2];
  const isNear = east - west <= HEMISPHERE && north - south <= HEMISPHERE;
  const projection = isNear
    ? geoAzimuthalEqualArea().rotate([-longitude, -latitude])
    : geoEqualEarth().rotate([-longitude, 0]);
  // At the seam of the map its two edges are the same meridian.
  const inside = 0.01;
  const edge = Array.from({ length: SAMPLES + 1 }, (_, index) => index / SAMPLES);
  const coordinates = edge.flatMap(share => {
    const [x, y] = [west + inside + share * (east - west - 2 * inside), south + share * (north - south)];
    return [
      [x, south],
      [x, north],
      [west + inside, y],
      [east - inside, y],
    ];
  });
  projection.fitSize([frame.width, frame.height], { type: 'MultiPoint', coordinates });
  return projection.clipExtent([
    [0, 0],
    [frame.width, frame.height],
  ]);
}

/** The narrowest part of the world that holds all locations with a border, whichever side of the globe its middle is on. */
function around(locations: readonly Location[]): Bounds {
  const longitudes = locations.map(({ longitude }) => longitude).sort((one, two) => one - two);
  const latitudes = locations.map(({ latitude }) => latitude);
  // What is left beside the widest gap between neighbours; the last one's neighbour is the first, once around.
  const gaps = longitudes.map((longitude, index) => (longitudes[index + 1] ?? longitudes[0]! + 360) - longitude);
  const widest = gaps.indexOf(Math.max(...gaps));
  const west = longitudes[(widest + 1) % longitudes.length]!;
  const [x, width] = widened(west, west + 360 - gaps[widest]!);
  const [y, height] = widened(Math.min(...latitudes), Math.max(...latitudes));
  if (width >= 300) return REGIONS.world;
  return [x, Math.max(-60, y), x + width, Math.min(84, y + height)];
}

function widened(from: number, to: number): readonly [from: number, span: number] {
  const span = Math.max(LEAST_SPAN, (to - from) * (1 + 2 * BORDER));
  return [(from + to) / 2 - span / 2, span];
}

function viewOf(land: MultiPolygon, projection: GeoProjection, frame: Rect): MapView {
  const steps: Step[] = [];
  geoPath(projection, penOf(steps))(land);
  const { width, height } = frame;
  return {
    land: steps.length === 0 ? null : { name: 'land', width, height, steps },
    at({ longitude, latitude }) {
      const [x, y] = projection([longitude, latitude]) ?? [-1, -1];
      return x >= 0 && x <= width && y >= 0 && y <= height ? { x: frame.x + x, y: frame.y + y } : null;
    },
  };
}

/** What d3 draws with, to a tenth of a point. */
function penOf(steps: Step[]) {
  const tenths = (value: number): number => Math.round(value * 10) / 10;
  return {
    beginPath: () => {},
    arc: () => {},
    moveTo: (x: number, y: number) => void steps.push(['M', tenths(x), tenths(y)]),
    lineTo: (x: number, y: number) => void steps.push(['L', tenths(x), tenths(y)]),
    closePath: () => void steps.push(['Z']),
  };
}
