/** Labels beside the points that they name, none on another. */
import { overlapArea, type Point, type Points, type Rect } from '../model/units.ts';

/** A place for a label. */
export interface Place {
  readonly frame: Rect;
  readonly align: 'left' | 'centre' | 'right';
}

/** Tries before it is given up: ten labels of eight places each are settled in a few hundred. */
const MOST_TRIES = 20_000;

/** Around a point, the best first: to the right, to the left, above, below, then aslant. */
export function placesAround({ x, y }: Point, distance: Points, width: Points, height: Points): readonly Place[] {
  const [after, before, middle] = [x + distance, x - distance - width, x - width / 2];
  const [above, below, level] = [y - distance - height, y + distance, y - height / 2];
  const place = (left: Points, top: Points, align: Place['align']): Place => ({
    frame: { x: left, y: top, width, height },
    align,
  });
  return [
    place(after, level, 'left'),
    place(before, level, 'right'),
    place(middle, above, 'centre'),
    place(middle, below, 'centre'),
    place(after, above, 'left'),
    place(after, below, 'left'),
    place(before, above, 'right'),
    place(before, below, 'right'),
  ];
}

/**
 * For each label one of its places, so that none lies on another: the first way that is found, the labels with the fewest
 * places settled first. Null where there is none.
 */
export function settle<P extends Pick<Place, 'frame'>>(labels: readonly (readonly P[])[]): readonly P[] | null {
  const order = [...labels.keys()].sort((a, b) => labels[a]!.length - labels[b]!.length);
  const chosen = new Map<number, P>();
  let tries = 0;
  const next = (depth: number): boolean => {
    const label = order[depth];
    if (label === undefined) return true;
    for (const place of labels[label]!) {
      if (++tries > MOST_TRIES) return false;
      if ([...chosen.values()].some(({ frame }) => overlapArea(frame, place.frame) > 0)) continue;
      chosen.set(label, place);
      if (next(depth + 1)) return true;
      chosen.delete(label);
    }
    return false;
  };
  return next(0) ? labels.map((_, index) => chosen.get(index)!) : null;
}
