/** The land of the world, laid flat. */
import type { Outline } from './outline.ts';
import type { Point, Rect } from './units.ts';

/** A place on the globe in degrees: north and east are positive. */
export interface Location {
  readonly latitude: number;
  readonly longitude: number;
}

/** West, south, east and north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Parts of the world by name. */
export const REGIONS = {
  world: [-180, -60, 180, 84],
  africa: [-20, -36, 54, 38],
  asia: [42, -10, 148, 56],
  europe: [-12, 35, 42, 70],
  'north-america': [-150, 8, -55, 70],
  oceania: [110, -48, 180, 2],
  'south-america': [-83, -56, -34, 13],
} as const satisfies Readonly<Record<string, Bounds>>;
/** What a map shows; `points` is whatever holds its points. */
export type Region = keyof typeof REGIONS | 'points';

/** A part of the world in its frame. */
export interface MapView {
  /** What of the land lies within the frame, in a box of the frame's size; null where there is none. */
  readonly land: Outline | null;
  /** Where a location stands; null where it is outside of the frame. */
  at(location: Location): Point | null;
}

export interface Atlas {
  view(region: Region, locations: readonly Location[], frame: Rect): MapView;
}
