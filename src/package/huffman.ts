/** Huffman codes as deflate has them (RFC 1951, 3.2.2): words of bits for symbols, short ones for frequent symbols. */

export interface HuffmanCode {
  /** How often each symbol occurs: counted by the caller from zero, forgotten when the code is made. */
  readonly counts: Int32Array;
  /** Bits of each symbol's word; 0 for one that does not occur. */
  readonly lengths: Uint8Array;
  /** Words, first bit lowest. */
  readonly words: Uint16Array;
  /** One more than the last symbol that occurs. */
  used(): number;
  make(): void;
}

/** A code for `size` symbols, no word longer than `longest` bits. It can be made again and again. */
export function huffmanCode(size: number, longest: number): HuffmanCode {
  const [counts, lengths, words] = [new Int32Array(size), new Uint8Array(size), new Uint16Array(size)];
  const keys = new Float64Array(size);
  const weights = new Int32Array(size);
  const perLength = new Int32Array(DEEPEST + 1);

  /** The symbols that occur, rare ones first and then by number, so that equal counts always give the same code. */
  function sorted(): Float64Array {
    let found = 0;
    for (let symbol = 0; symbol < size; symbol++)
      if (counts[symbol]! > 0) keys[found++] = counts[symbol]! * SYMBOLS + symbol;
    return keys.subarray(0, found).sort();
  }

  function make(): void {
    const order = sorted();
    for (let i = 0; i < order.length; i++) weights[i] = order[i]! / SYMBOLS;
    toDepths(weights, order.length);
    perLength.fill(0);
    for (let i = 0; i < order.length; i++) perLength[weights[i]!]!++;
    limit(perLength, longest);
    lengths.fill(0);
    for (let length = longest, i = 0; length > 0; length--)
      for (let left = perLength[length]!; left > 0; left--) lengths[order[i++]! % SYMBOLS] = length;
    assign(words, lengths, perLength);
    counts.fill(0);
  }

  function used(): number {
    let end = size;
    while (end > 0 && lengths[end - 1] === 0) end--;
    return end;
  }
  return { counts, lengths, words, used, make };
}

/** More than there are symbols in any code. */
const SYMBOLS = 512;
/** Deeper than any tree whose weights sum up to an integer of 32 bits. */
const DEEPEST = 48;

/** Ascending weights become the depths of their leaves, in place (Moffat and Katajainen, In-Place Calculation of Minimum-Redundancy Codes, 1995). */
function toDepths(a: Int32Array, n: number): void {
  if (n < 2) {
    a[0] = 1;
    return;
  }
  let leaf = 0;
  let root = 0;
  for (let next = 0; next < n - 1; next++) {
    const take = (): number => {
      if (leaf < n && (root >= next || a[leaf]! <= a[root]!)) return a[leaf++]!;
      const weight = a[root]!;
      a[root++] = next;
      return weight;
    };
    const first = take();
    a[next] = first + take();
  }
  a[n - 2] = 0;
  for (let next = n - 3; next >= 0; next--) a[next] = a[a[next]!]! + 1;
  let at = n - 1;
  let inner = n - 2;
  for (let depth = 0, nodes = 1; nodes > 0; depth++) {
    let parents = 0;
    for (; inner >= 0 && a[inner] === depth; inner--) parents++;
    for (; nodes > parents; nodes--) a[at--] = depth;
    nodes = 2 * parents;
  }
}

/** Words that are too long are shortened, and others made longer until all have room (Kraft's sum is one). */
function limit(perLength: Int32Array, longest: number): void {
  let room = 0;
  for (let length = longest + 1; length <= DEEPEST; length++) {
    perLength[longest]! += perLength[length]!;
    perLength[length] = 0;
  }
  for (let length = 1; length <= longest; length++) room += perLength[length]! << (longest - length);
  for (; room > 1 << longest; room--) {
    let length = longest - 1;
    while (perLength[length] === 0) length--;
    perLength[longest]!--;
    perLength[length]!--;
    perLength[length + 1]! += 2;
  }
}

/** Words in the order of lengths, then of symbols; a decoder makes the same from the lengths alone. */
function assign(words: Uint16Array, lengths: Uint8Array, perLength: Int32Array): void {
  const next: number[] = [0, 0];
  for (let length = 2; length <= 16; length++) next[length] = (next[length - 1]! + perLength[length - 1]!) << 1;
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol]!;
    if (length > 0) words[symbol] = reversed(next[length]!++, length);
  }
}

function reversed(word: number, length: number): number {
  let turned = 0;
  for (let bit = 0; bit < length; bit++) turned |= ((word >> bit) & 1) << (length - 1 - bit);
  return turned;
}
