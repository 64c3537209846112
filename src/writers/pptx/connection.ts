/** Connection sites: the numbered points of a shape to which a connector can be glued (presetShapeDefinitions.xml, `cxnLst`). */
import type { Geometry } from '../../model/scene.ts';
import { bottom, type Point, type Rect, right } from '../../model/units.ts';
import { raw, type Xml, xml } from '../../package/package.ts';
import type { Call } from './calls.ts';
import { emu } from './units.ts';

/** Numbers of the sites at top, left, bottom and right. */
type Sites = readonly [number, number, number, number];

const FOUR: Sites = [0, 1, 2, 3];
const EIGHT: Sites = [0, 2, 4, 6];
/** A part of a disc is a pie, whose three sites lie on its outline, wherever it ends. */
const SITES: Readonly<Record<Geometry, Sites | null>> = {
  rectangle: FOUR,
  ellipse: EIGHT,
  chevron: FOUR,
  diamond: FOUR,
  triangle: [0, 1, 3, 5],
  quarter: null,
  half: null,
  'three-quarters': null,
};

/** Points where connectors meet a rectangle apart from its four sites, by the rectangle's name. */
export type Ports = ReadonlyMap<string, readonly Point[]>;

export function portsOf(calls: readonly Call[]): Ports {
  const rectangles = new Map(calls.filter(isRectangle).map(call => [call.name, call.frame]));
  const ports = new Map<string, Point[]>();
  for (const call of calls) {
    if (call.kind !== 'connector') continue;
    for (const { item, x, y } of [call.from, call.to]) {
      const frame = item === null ? undefined : rectangles.get(item);
      if (frame === undefined || Math.min(...distances(frame, { x, y })) < NEAR) continue;
      ports.set(item!, [...(ports.get(item!) ?? []), { x, y }]);
    }
  }
  return ports;
}

/** Points: nearer than what shows is the site itself. */
const NEAR = 0.5;

const isRectangle = (call: Call): boolean => call.kind === 'shape' && call.geometry === 'rectangle';

/** The site of a shape at or next to a point; null for what has none (groups, tables, charts, connectors). */
export function connectionSite(target: Call, point: Point, ports: Ports): number | null {
  if (target.kind !== 'shape' && target.kind !== 'text' && target.kind !== 'picture') return null;
  const port = ports.get(target.name)?.findIndex(({ x, y }) => x === point.x && y === point.y) ?? -1;
  if (port >= 0) return FOUR.length + port;
  const away = distances(target.frame, point);
  const sites = target.kind === 'shape' ? SITES[target.geometry] : FOUR;
  return sites?.[away.indexOf(Math.min(...away))] ?? null;
}

const distances = (frame: Rect, { x, y }: Point): readonly number[] =>
  sitePoints(frame).map(site => Math.hypot(x - site.x, y - site.y));

const sitePoints = (frame: Rect): readonly Point[] => [
  { x: frame.x + frame.width / 2, y: frame.y },
  { x: frame.x, y: frame.y + frame.height / 2 },
  { x: frame.x + frame.width / 2, y: bottom(frame) },
  { x: right(frame), y: frame.y + frame.height / 2 },
];

/** A rectangle with more sites than the preset has: behind its four, one for each port. */
export function portedXml(frame: Rect, ports: readonly Point[]): Xml {
  const [width, height] = [emu(frame.width), emu(frame.height)];
  const sites = [...sitePoints(frame), ...ports].map(({ x, y }) => ({ x: emu(x - frame.x), y: emu(y - frame.y) }));
  const angle = (x: number, y: number) => (y <= 0 ? '3cd4' : x <= 0 ? 'cd2' : y >= height ? 'cd4' : '0');
  const corner = (tag: string, x: number, y: number) => xml`<a:${raw(tag)}><a:pt x="${x}" y="${y}"/></a:${raw(tag)}>`;
  return xml`
    <a:custGeom>
      <a:avLst/>
      <a:gdLst>${sites.map(({ x, y }, index) => xml`<a:gd name="x${index}" fmla="*/ ${x} w ${width}"/><a:gd name="y${index}" fmla="*/ ${y} h ${height}"/>`)}</a:gdLst>
      <a:ahLst/>
      <a:cxnLst>${sites.map(({ x, y }, index) => xml`<a:cxn ang="${angle(x, y)}"><a:pos x="x${index}" y="y${index}"/></a:cxn>`)}</a:cxnLst>
      <a:rect l="l" t="t" r="r" b="b"/>
      <a:pathLst>
        <a:path w="${width}" h="${height}">
          ${corner('moveTo', 0, 0)}${corner('lnTo', width, 0)}${corner('lnTo', width, height)}${corner('lnTo', 0, height)}<a:close/>
        </a:path>
      </a:pathLst>
    </a:custGeom>`;
}
