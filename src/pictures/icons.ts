/** The icon set: each icon one path in one SVG file, read through the Project and turned into steps that every writer can draw. */
import svgpath from 'svgpath';
import type { Icons, Outline, Step } from '../model/outline.ts';
import { ICONS, type Project } from '../model/project.ts';
import { hundredths } from '../model/units.ts';

/**
 * Phosphor's regular weight. Its icons are filled outlines of one path each, in a box of 256 by 256; both fill rules draw each of the 1,512
 * alike (rasterised and compared), so that it does not matter which one a program knows.
 */
const FOLDER = `${ICONS}/regular`;
const SIDE = 256;

export function openIcons(project: Project): Icons {
  const known = new Map<string, Outline | null>();
  return {
    find(name) {
      const found = known.get(name) ?? readIcon(project, name);
      known.set(name, found);
      return found;
    },
    names: () => project.list(FOLDER).flatMap(file => (file.endsWith('.svg') ? [file.slice(0, -'.svg'.length)] : [])),
  };
}

function readIcon(project: Project, name: string): Outline | null {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) return null;
  const bytes = project.read(`${FOLDER}/${name}.svg`);
  const path = bytes === null ? null : /<path\b[^>]*\sd="([^"]*)"/.exec(new TextDecoder().decode(bytes))?.[1];
  return path == null ? null : { name, width: SIDE, height: SIDE, steps: stepsOf(path) };
}

/** A path as absolute lines and cubic curves, in hundredths of a unit. */
export function stepsOf(path: string): readonly Step[] {
  const steps: Step[] = [];
  const drawn = svgpath(path).abs().unshort().unarc();
  // The path can be changed while it is gone through; a callback that gives nothing changes nothing.
  drawn.iterate((segment, _, x, y) => void steps.push(...stepOf(segment as readonly [string, ...number[]], x, y)));
  return steps;
}

/** One segment that starts at a point. */
function stepOf([command, ...numbers]: readonly [string, ...number[]], x: number, y: number): readonly Step[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
  switch (command) {
    case 'M':
    case 'L':
      return [[command, hundredths(a), hundredths(b)]];
    case 'H':
      return [['L', hundredths(a), hundredths(y)]];
    case 'V':
      return [['L', hundredths(x), hundredths(a)]];
    case 'C':
      return [['C', hundredths(a), hundredths(b), hundredths(c), hundredths(d), hundredths(e), hundredths(f)]];
    case 'Q':
      return [cubic([x, y], [a, b], [c, d])];
    default:
      return [['Z']];
  }
}

type Point = readonly [x: number, y: number];

/** A quadratic curve as the cubic one of the same form: its handles stand two thirds of the way to the control point. */
function cubic(start: Point, control: Point, end: Point): Step {
  const handle = (from: Point, axis: 0 | 1): number => hundredths(from[axis] + ((control[axis] - from[axis]) * 2) / 3);
  const [x, y] = end;
  return ['C', handle(start, 0), handle(start, 1), handle(end, 0), handle(end, 1), hundredths(x), hundredths(y)];
}
