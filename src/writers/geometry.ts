/** Where the lines and grounds of items lie: the same for every writer that draws, whatever it draws with. */
import { gridOf } from '../model/grid.ts';
import type { Step } from '../model/outline.ts';
import type { Connector, Geometry, Image, LaidCell, Stroke, TableItem } from '../model/scene.ts';
import { bottom, type Point, type Points, type Rect, right } from '../model/units.ts';

type Corner = readonly [x: Points, y: Points];

/** The outline of a shape; corners as Office's preset of the same name has them (ECMA-376 part 1, `presetShapeDefinitions.xml`). */
export function outlineOf(geometry: Geometry, frame: Rect): readonly Step[] {
  const { x, y, width, height } = frame;
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  const [end, foot] = [right(frame), bottom(frame)];
  const depth = Math.min(width, height) / 2;
  switch (geometry) {
    case 'rectangle':
      return polygon([x, y], [end, y], [end, foot], [x, foot]);
    case 'chevron':
      return polygon([x, y], [end - depth, y], [end, middleY], [end - depth, foot], [x, foot], [x + depth, middleY]);
    case 'diamond':
      return polygon([middleX, y], [end, middleY], [middleX, foot], [x, middleY]);
    case 'triangle':
      return polygon([middleX, y], [end, foot], [x, foot]);
    case 'ellipse':
      return [['M', middleX, y], ...quarters(frame, 4), ['Z']];
    case 'quarter':
      return [['M', middleX, y], ...quarters(frame, 1), ['L', middleX, middleY], ['Z']];
    case 'half':
      return [['M', middleX, y], ...quarters(frame, 2), ['L', middleX, middleY], ['Z']];
    case 'three-quarters':
      return [['M', middleX, y], ...quarters(frame, 3), ['L', middleX, middleY], ['Z']];
  }
}

export const polygon = (first: Corner, ...others: readonly Corner[]): readonly Step[] => [
  ['M', ...first],
  ...others.map((corner): Step => ['L', ...corner]),
  ['Z'],
];

/** How far the handles of a quarter of a circle stand out, as a share of its radius: 4/3 (√2 − 1). */
const HANDLE = 0.5522847498;

/** So many quarters of the ellipse in a frame, clockwise from the top. */
function quarters({ x, y, width, height }: Rect, count: 1 | 2 | 3 | 4): readonly Step[] {
  const [a, b] = [width / 2, height / 2];
  const at = (across: number, down: number): Corner => [x + a * (1 + across), y + b * (1 + down)];
  const curve = (one: Corner, two: Corner, to: Corner): Step => ['C', ...one, ...two, ...to];
  return [
    curve(at(HANDLE, -1), at(1, -HANDLE), at(1, 0)),
    curve(at(1, HANDLE), at(HANDLE, 1), at(0, 1)),
    curve(at(-HANDLE, 1), at(-1, HANDLE), at(-1, 0)),
    curve(at(-1, -HANDLE), at(-HANDLE, -1), at(0, -1)),
  ].slice(0, count);
}

/** Across a stripe of a forecast, and from one to the next. */
export const HATCH = { stripe: 1.4, pitch: 4 } as const;

/**
 * The stripes that hatch an outline, leaning as those of previews do; they stand out of it and are to be clipped. Drawn one by one:
 * tiles of a pattern that is turned show their seams in many readers.
 */
export function stripesOver(steps: readonly Step[]): readonly (readonly Step[])[] {
  const across = steps.flatMap(([, ...numbers]) => numbers.filter((_, at) => at % 2 === 0));
  const down = steps.flatMap(([, ...numbers]) => numbers.filter((_, at) => at % 2 === 1));
  const [top, foot] = [Math.min(...down), Math.max(...down)];
  // Along a stripe x + y stays the same.
  const pitch = HATCH.pitch * Math.SQRT2;
  const first = Math.floor((Math.min(...across) + top) / pitch);
  const last = Math.floor((Math.max(...across) + foot) / pitch);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const start = (first + index) * pitch;
    const end = start + HATCH.stripe * Math.SQRT2;
    return polygon([start - top, top], [end - top, top], [end - foot, foot], [start - foot, foot]);
  });
}

/** Lengths of dashes and gaps; empty for a solid line. */
export function dashesOf({ width, dash }: Stroke): readonly Points[] {
  switch (dash) {
    case 'solid':
      return [];
    case 'dashed':
      return [width * 4, width * 3];
    case 'dotted':
      return [width, width * 2];
    case 'dash-dotted':
      return [width * 4, width * 3, width, width * 3];
    case 'long-dashed':
      return [width * 8, width * 3];
  }
}

/** The head of an arrow, three line widths long, as Office draws its middle size: its tip and two corners; null where it has none. */
export function arrowHeadOf({ from, corners, to, stroke, arrow }: Connector): readonly [Corner, Corner, Corner] | null {
  if (arrow === 'none') return null;
  const before: Point = corners.at(-1) ?? from;
  const length = Math.hypot(to.x - before.x, to.y - before.y) || 1;
  const [alongX, alongY] = [(to.x - before.x) / length, (to.y - before.y) / length];
  const size = 3 * Math.max(stroke.width, 2);
  const [backX, backY] = [to.x - alongX * size, to.y - alongY * size];
  const half = size / 2;
  return [
    [to.x, to.y],
    [backX - alongY * half, backY + alongX * half],
    [backX + alongY * half, backY - alongX * half],
  ];
}

export interface PlacedCell {
  readonly cell: LaidCell;
  readonly box: Rect;
  /** The line under it. */
  readonly rule: Stroke | null;
}

/** The cells of a table row by row, each where it stands: those that begin in the row. */
export function cellsOf({ frame, columns, rows }: TableItem): readonly (readonly PlacedCell[])[] {
  const grid = gridOf(rows);
  const heights = rows.map(row => row.height);
  return rows.map(({ cells }, index) =>
    cells.map(cell => {
      const column = grid[index]!.indexOf(cell);
      const end = index + cell.rowSpan;
      const box = {
        x: frame.x + total(columns, 0, column),
        y: frame.y + total(heights, 0, index),
        width: total(columns, column, column + cell.columnSpan),
        height: total(heights, index, end),
      };
      return { cell, box, rule: rows[end - 1]!.rule };
    }),
  );
}

const total = (lengths: readonly number[], from: number, to: number): number =>
  lengths.slice(from, to).reduce((sum, one) => sum + one, 0);

/** Where the whole picture lies, so that what the crop leaves of it fills the frame. */
export function wholePicture({ frame, crop }: Image): Rect {
  const width = frame.width / (1 - crop.left - crop.right);
  const height = frame.height / (1 - crop.top - crop.bottom);
  return { x: frame.x - crop.left * width, y: frame.y - crop.top * height, width, height };
}
