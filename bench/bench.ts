/**
 * Measures whole cold processes side by side in one run: ours, compiled as it is packed, against pptxgenjs alone writing the
 * same shapes with compression. `npm run bench -- --runs 5`. Shared machines scatter: read the ratios of the medians.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../src/build.ts';
import { openProject } from '../src/files.ts';
import { replayable } from './replay.ts';
import { writeSynthetic } from './synthetic.ts';

const HOME = dirname(dirname(fileURLToPath(import.meta.url)));
const RUNS = Number(argument('--runs') ?? 5);
const SIZES = (argument('--sizes') ?? '10,100,1000').split(',').map(Number);

interface Measured {
  readonly seconds: number;
  readonly mebibytes: number;
  /** From the finished scene to the bytes of the deck, within ours. */
  readonly writing: number;
}
interface Row {
  readonly deck: string;
  readonly ours: readonly Measured[];
  readonly alone: readonly Measured[];
  /** Bytes of the decks: ours, theirs. */
  readonly sizes: readonly [number, number];
}

const work = mkdtempSync(join(tmpdir(), 'briefwright-bench-'));
try {
  await main();
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function main(): Promise<void> {
  const cli = compiled();
  const rows = [await reference(cli)];
  for (const charts of [false, true]) for (const slides of SIZES) rows.push(synthetic(cli, slides, charts));
  print(rows);
}

/** Compiles into a folder laid out like the package, so that what is measured is what is shipped. */
function compiled(): string {
  const home = join(work, 'package');
  run('node', ['compile.mjs', join(home, 'dist')], HOME);
  for (const name of ['templates', 'assets', 'package.json'])
    cpSync(join(HOME, name), join(home, name), { recursive: true });
  symlinkSync(join(HOME, 'node_modules'), join(home, 'node_modules'));
  return join(home, 'dist', 'cli.js');
}

async function reference(cli: string): Promise<Row> {
  const briefing = 'data/korea-ai-semiconductors';
  const { versions } = await build(openProject(HOME), { briefing, formats: [] });
  const calls = join(work, 'reference.json');
  writeFileSync(calls, JSON.stringify(replayable(versions[0]!.scene)));
  return measure('reference deck', [cli, 'build', join(HOME, briefing)], ['calls', calls]);
}

function synthetic(cli: string, slides: number, charts: boolean): Row {
  const kind = charts ? 'chart' : 'text';
  const folder = join(work, `${kind}-${slides}`);
  writeSynthetic(folder, slides, charts);
  return measure(
    `${slides} slides, ${charts ? 'text + chart' : 'text'}`,
    [cli, 'build', folder],
    [kind, String(slides)],
  );
}

/** Runs both in turn, so that a busy moment of the machine meets both. */
function measure(deck: string, ours: readonly string[], alone: readonly string[]): Row {
  const [mine, theirs] = [join(work, 'ours.pptx'), join(work, 'alone.pptx')];
  const row = { deck, ours: [] as Measured[], alone: [] as Measured[] };
  for (let turn = 0; turn <= RUNS; turn++) {
    const a = timed([...ours, '-q', '--timings', '-o', mine]);
    const b = timed([join(HOME, 'bench', 'alone.mjs'), ...alone, theirs]);
    // The first turn warms the disk's cache and is not counted.
    if (turn > 0) row.ours.push(a);
    if (turn > 0) row.alone.push(b);
  }
  return { ...row, sizes: [statSync(mine).size, statSync(theirs).size] };
}

function timed(command: readonly string[]): Measured {
  const rss = join(work, 'rss');
  const start = process.hrtime.bigint();
  const said = run('node', ['--import', join(HOME, 'bench', 'rss.mjs'), ...command], HOME, { BENCH_RSS: rss });
  return {
    seconds: Number(process.hrtime.bigint() - start) / 1e9,
    mebibytes: Number(readFileSync(rss, 'utf8')) / 1024,
    writing: Number(/^write pptx +(\d+) ms$/m.exec(said)?.[1] ?? Number.NaN) / 1000,
  };
}

/** What a program said on its standard error. */
function run(program: string, args: readonly string[], cwd: string, env: Record<string, string> = {}): string {
  const { status, stderr } = spawnSync(program, args, { cwd, env: { ...process.env, ...env }, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${stderr.slice(-2000)}`);
  return stderr;
}

function print(rows: readonly Row[]): void {
  const cells = rows.map(({ deck, ours, alone, sizes }) => {
    const [time, theirTime] = [median(ours.map(run => run.seconds)), median(alone.map(run => run.seconds))];
    const [memory, theirMemory] = [median(ours.map(run => run.mebibytes)), median(alone.map(run => run.mebibytes))];
    const writing = median(ours.map(run => run.writing));
    const size = sizes.map(bytes => `${(bytes / 1024).toFixed(0)} kB`);
    return [
      deck,
      `${(time * 1000).toFixed(0)} ms`,
      `${(theirTime * 1000).toFixed(0)} ms`,
      (time / theirTime).toFixed(2),
      `${(writing * 1000).toFixed(0)} ms`,
      (writing / theirTime).toFixed(2),
      `${memory.toFixed(0)} MB`,
      `${theirMemory.toFixed(0)} MB`,
      (memory / theirMemory).toFixed(2),
      ...size,
      (sizes[0] / sizes[1]).toFixed(2),
    ];
  });
  const head = [
    'deck',
    'ours',
    'alone',
    'time ×',
    'scene to bytes',
    'of alone ×',
    'ours',
    'alone',
    'memory ×',
    'ours',
    'alone',
    'size ×',
  ];
  const table = [head, ...cells];
  const widths = head.map((_, column) => Math.max(...table.map(row => row[column]!.length)));
  for (const row of table) {
    process.stdout.write(
      `${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  ')}\n`,
    );
  }
  process.stdout.write(`${RUNS} runs each, whole cold processes, medians; Node ${process.version}.\n`);
  marginal(rows);
}

/** What one more slide costs at 1,000 slides, against one more at 100. */
function marginal(rows: readonly Row[]): void {
  for (const kind of ['text', 'text + chart']) {
    const at = (slides: number): number | null => {
      const row = rows.find(({ deck }) => deck === `${slides} slides, ${kind}`);
      return row === undefined ? null : median(row.ours.map(run => run.seconds));
    };
    const [ten, hundred, thousand] = [at(10), at(100), at(1000)];
    if (ten === null || hundred === null || thousand === null) continue;
    const [near, far] = [(hundred - ten) / 90, (thousand - hundred) / 900];
    process.stdout.write(
      `one more slide, ${kind}: ${(near * 1000).toFixed(2)} ms up to 100, ${(far * 1000).toFixed(2)} ms up to 1,000 (× ${(far / near).toFixed(2)})\n`,
    );
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function argument(name: string): string | undefined {
  const index = process.argv.indexOf(name);
  return index < 0 ? undefined : process.argv[index + 1];
}
