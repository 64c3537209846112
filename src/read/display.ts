/** Numbers as people write them, read back: so that an exception to the generated wording cannot change a value. */

const SCALES: Readonly<Record<string, number>> = {
  조: 1e12,
  억: 1e8,
  만: 1e4,
  천: 1e3,
  万亿: 1e12,
  萬億: 1e12,
  兆: 1e12,
  亿: 1e8,
  億: 1e8,
  万: 1e4,
  萬: 1e4,
  trillion: 1e12,
  tn: 1e12,
  billion: 1e9,
  bn: 1e9,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  thousand: 1e3,
  k: 1e3,
};
const GROUP =
  /([0-9][0-9,]*(?:\.[0-9]+)?)\s*(万亿|萬億|[조억만천兆亿億万萬]|(?:trillion|billion|million|thousand|tn|bn|mn|m|k)(?![a-z]))?/iu;

/**
 * Whether the first number in a wording is the value: in the unit itself or multiplied by its scale, rounded as it is shown.
 * `9조 4,000억 원` is 9.4 with a scale of 1e12; signs are left aside, since words may carry them.
 */
export function showsValue(wording: string, value: number, scale: number): boolean {
  const shown = readNumeral(wording.normalize('NFKC'));
  if (shown === null) return false;
  return shown.some(({ amount, step }) =>
    [Math.abs(value), Math.abs(value) * scale].some(wanted => Math.abs(amount - wanted) <= step / 2 + wanted * 1e-9),
  );
}

interface Reading {
  readonly amount: number;
  /** What one unit of the last digit shown is worth. */
  readonly step: number;
}

/** The first number with its scale words counted; `m` and `k` also without, since `4 m` may be metres. Null where there is none. */
function readNumeral(text: string): readonly Reading[] | null {
  const first = GROUP.exec(text);
  if (first === null) return null;
  let reading = group(first);
  let scale = scaleOf(first);
  let rest = text.slice(first.index + first[0].length);
  for (let next = GROUP.exec(rest); next !== null && /^\s*$/.test(rest.slice(0, next.index)); next = GROUP.exec(rest)) {
    if (scale < 1e4 || scaleOf(next) >= scale) break;
    scale = scaleOf(next);
    reading = { amount: reading.amount + group(next).amount, step: group(next).step };
    rest = rest.slice(next.index + next[0].length);
  }
  const digits = first[1]!.replaceAll(',', '');
  const ambiguous = /^[mk]?$/i.test(first[2] ?? '');
  return ambiguous ? [reading, { amount: Number(digits), step: stepOf(digits) }] : [reading];
}

function group(match: RegExpExecArray): Reading {
  const digits = match[1]!.replaceAll(',', '');
  return { amount: Number(digits) * scaleOf(match), step: stepOf(digits) * scaleOf(match) };
}

const scaleOf = (match: RegExpExecArray): number => SCALES[match[2]?.toLowerCase() ?? ''] ?? 1;
const stepOf = (digits: string): number => 10 ** -(digits.split('.')[1]?.length ?? 0);
