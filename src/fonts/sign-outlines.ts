/** Outlines of the signs that no slice has, drawn here: arrows, triangles, discs, squares and the signs of comparison. */

/** Units to an em of what is drawn here. */
export const SIGN_UNITS = 1000;

type Spot = readonly [x: number, y: number];

/** Half of how high capitals are: what signs are centred on. */
const AXIS = 358;
const CAPITAL = 716;
const WEIGHT = { regular: 72, bold: 116 } as const;

/** A sign as SVG path data, y upwards, in a box of so many units across; null for one that is not drawn here. */
export function signOutline(sign: string, width: number, bold: boolean): string | null {
  const pen = bold ? WEIGHT.bold : WEIGHT.regular;
  const middle = width / 2;
  const [left, right] = [width * 0.09, width * 0.91];
  // Of signs that are drawn with the pen alone, which takes room on both sides.
  const [start, end] = [left + pen / 2, right - pen / 2];
  const mirrored = (corners: readonly Spot[]): readonly Spot[] => corners.map(([x, y]) => [width - x, y]);
  const bar = (from: number, to: number, y: number): string => stroke(spots(from, y, to, y), pen);
  const head = spots(right, AXIS, right - 260, AXIS + 170, right - 260, AXIS - 170);
  const wedge = spots(left, 0, right, AXIS, left, CAPITAL);
  const less = spots(end, 620, start, 400, end, 180);
  const wave = (y: number): string =>
    ribbon(
      along(24, at => [start + (end - start) * at, y + 55 * Math.sin(at * 2 * Math.PI)]),
      pen,
    );
  const disc = (radius: number): readonly Spot[] => along(48, at => around([middle, AXIS], radius, at));
  const square = (half: number): readonly Spot[] => {
    const [west, east, south, north] = [middle - half, middle + half, AXIS - half, AXIS + half];
    return spots(west, south, east, south, east, north, west, north, west, south);
  };
  switch (sign) {
    case '→':
      return bar(left, right - 200, AXIS) + area(head);
    case '←':
      return bar(left + 200, right, AXIS) + area(mirrored(head));
    case '↔':
      return bar(left + 200, right - 200, AXIS) + area(head) + area(mirrored(head));
    case '▲':
      return area(spots(left, 0, right, 0, middle, CAPITAL));
    case '▼':
      return area(spots(left, CAPITAL, right, CAPITAL, middle, 0));
    case '►':
      return area(wedge);
    case '◄':
      return area(mirrored(wedge));
    case '●':
      return area(disc(middle - left));
    case '○':
      return ribbon(disc(middle - start), pen);
    case '■':
      return area(square(middle - left));
    case '□':
      return stroke(square(middle - start), pen);
    case '≤':
      return stroke(less, pen) + bar(start, end, 40);
    case '≥':
      return stroke(mirrored(less), pen) + bar(start, end, 40);
    case '≠':
      return bar(start, end, AXIS + 110) + bar(start, end, AXIS - 110) + slash(middle, pen);
    case '≈':
      return wave(AXIS + 110) + wave(AXIS - 110);
    case '√':
      return stroke(spots(pen, 330, width * 0.22, 390, width * 0.44, 40, width * 0.72, 780, end, 780), pen);
    case '∞':
      return ribbon(
        along(48, at => lemniscate([middle, AXIS], middle - start, at)),
        pen,
      );
    case '∑':
      return stroke(spots(end, CAPITAL, start, CAPITAL, middle, AXIS, start, 0, end, 0), pen);
    case '∆':
      return stroke(spots(start, pen / 2, end, pen / 2, middle, CAPITAL - pen / 2, start, pen / 2), pen);
    default:
      return null;
  }
}

const slash = (middle: number, pen: number): string => stroke(spots(middle - 110, 60, middle + 110, 656), pen);

/** Pairs of numbers as spots. */
const spots = (...numbers: readonly number[]): readonly Spot[] =>
  numbers.flatMap((x, at) => (at % 2 === 0 ? [[x, numbers[at + 1]!] as const] : []));

const along = (parts: number, spot: (at: number) => Spot): readonly Spot[] =>
  Array.from({ length: parts + 1 }, (_, index) => spot(index / parts));

const around = ([x, y]: Spot, radius: number, at: number): Spot => [
  x + radius * Math.cos(at * 2 * Math.PI),
  y + radius * Math.sin(at * 2 * Math.PI),
];

/** Bernoulli's, once through both of its loops. */
function lemniscate([x, y]: Spot, reach: number, at: number): Spot {
  const turn = at * 2 * Math.PI;
  const out = reach / (1 + Math.sin(turn) ** 2);
  return [x + out * Math.cos(turn), y + 1.3 * out * Math.sin(turn) * Math.cos(turn)];
}

/** A line of a thickness through spots: a bar for each stretch, longer by half its thickness so that corners close. */
const stroke = (spots: readonly Spot[], thickness: number): string =>
  spots
    .slice(1)
    .map((to, index) => barBetween(spots[index]!, to, thickness / 2))
    .join('');

/** The same for a curve, given by many spots: one outline, along it on one side and back on the other. */
function ribbon(spots: readonly Spot[], thickness: number): string {
  const beside = (side: 1 | -1): readonly Spot[] =>
    spots.map(([x, y], index) => {
      const [fromX, fromY] = spots[Math.max(0, index - 1)]!;
      const [toX, toY] = spots[Math.min(spots.length - 1, index + 1)]!;
      const out = (side * thickness) / 2 / Math.hypot(toX - fromX, toY - fromY);
      return [x - (toY - fromY) * out, y + (toX - fromX) * out];
    });
  return area([...beside(1), ...[...beside(-1)].reverse()]);
}

function barBetween([fromX, fromY]: Spot, [toX, toY]: Spot, half: number): string {
  const length = Math.hypot(toX - fromX, toY - fromY);
  const [x, y] = [((toX - fromX) / length) * half, ((toY - fromY) / length) * half];
  return area([
    [fromX - x + y, fromY - y - x],
    [toX + x + y, toY + y - x],
    [toX + x - y, toY + y + x],
    [fromX - x - y, fromY - y + x],
  ]);
}

/** A filled outline. All go round the same way, so that where two overlap neither makes a hole. */
function area(spots: readonly Spot[]): string {
  const turning = spots.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = spots[(index + 1) % spots.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
  const [first, ...others] = (turning < 0 ? [...spots].reverse() : spots).map(spot => spot.map(Math.round).join(','));
  return `M${first}L${others.join('L')}Z`;
}
