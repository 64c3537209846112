/** Connection sites: the numbered points of a shape to which a connector can be glued (presetShapeDefinitions.xml, `cxnLst`). */
import type { Geometry } from '../../model/scene.ts';
import type { Rect } from '../../model/units.ts';
import type { Call } from './calls.ts';

/** Numbers of the sites at top, left, bottom and right. */
type Sites = readonly [number, number, number, number];

const FOUR: Sites = [0, 1, 2, 3];
const SITES: Readonly<Record<Geometry, Sites>> = {
  rectangle: FOUR,
  ellipse: [0, 2, 4, 6],
  chevron: FOUR,
  diamond: FOUR,
  triangle: [0, 1, 3, 5],
};

/** The site of a shape next to a point; null for what has none (groups, tables, charts, connectors). */
export function connectionSite(target: Call, point: { readonly x: number; readonly y: number }): number | null {
  if (target.kind !== 'shape' && target.kind !== 'text' && target.kind !== 'picture') return null;
  const sites = target.kind === 'shape' ? SITES[target.geometry] : FOUR;
  const distances = sitePoints(target.frame).map(([x, y]) => Math.hypot(point.x - x, point.y - y));
  return sites[distances.indexOf(Math.min(...distances))] ?? null;
}

const sitePoints = ({ x, y, width, height }: Rect): readonly (readonly [number, number])[] => [
  [x + width / 2, y],
  [x, y + height / 2],
  [x + width / 2, y + height],
  [x + width, y + height / 2],
];
