/** Lengths and rectangles. Every number that is a length is in points (1/72 inch) unless its name says otherwise. */

/** A length in points. */
export type Points = number;

export const POINTS_PER_INCH = 72;
/** English Metric Units, the integer length of Office Open XML (ECMA-376 part 1, 20.1.2.1). */
export const EMU_PER_POINT = 12700;

/** Inches as points. */
export const inches = (value: number): Points => value * POINTS_PER_INCH;

/** A position in points from the slide's top left corner. */
export interface Point {
  readonly x: Points;
  readonly y: Points;
}

/** An axis-parallel rectangle: left, top, width and height, in points from the slide's top left corner. */
export interface Rect {
  readonly x: Points;
  readonly y: Points;
  readonly width: Points;
  readonly height: Points;
}

/** Positions are kept to a hundredth of a point: far below what shows, and the same on every machine. */
export const hundredths = (value: number): number => Math.round(value * 100) / 100;

export const roundedRect = ({ x, y, width, height }: Rect): Rect => ({
  x: hundredths(x),
  y: hundredths(y),
  width: hundredths(width),
  height: hundredths(height),
});

export const right = (rect: Rect): Points => rect.x + rect.width;
export const bottom = (rect: Rect): Points => rect.y + rect.height;

/** The overlap of two rectangles in square points; 0 where they only touch. */
export function overlapArea(a: Rect, b: Rect): number {
  const width = Math.min(right(a), right(b)) - Math.max(a.x, b.x);
  const height = Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Whether `inner` lies within `outer`, give or take `tolerance` points on each side. */
export function contains(outer: Rect, inner: Rect, tolerance: Points = 0.01): boolean {
  return (
    inner.x >= outer.x - tolerance &&
    inner.y >= outer.y - tolerance &&
    right(inner) <= right(outer) + tolerance &&
    bottom(inner) <= bottom(outer) + tolerance
  );
}
