/**
 * Measures the preview from a save to what is seen: one line of data of the reference deck is changed, and Chromium says when its frame with
 * the new slide is done. Beside it, marp-cli making a PDF of 16 text slides, fetched by npx. `npm run bench:preview -- --runs 30 --marp no`.
 * The clock is that of the machine; on a busy one read the CPU time of our process, which is what the work costs.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { startPreview } from '../src/preview/preview.ts';
import { CHROMIUM, openChromium } from '../tests/support/browser.ts';

const HOME = dirname(dirname(fileURLToPath(import.meta.url)));
const RUNS = Number(argument('--runs') ?? 30);
const BRIEFING = 'data/korea-ai-semiconductors';
/** A line of its first section, shown on the slide that is looked at. */
const [FILE, LINE] = [join(BRIEFING, 'sections', 'talent.yaml'), /( {2}message:\n {4}en: ).*/];

/** When the frame after a change of the stage has been drawn. */
const SHOWN = `new Promise(done => {
  const observer = new MutationObserver(() => {
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.timeOrigin + performance.now())));
  });
  observer.observe(document.getElementById('stage'), { childList: true });
})`;

const work = mkdtempSync(join(tmpdir(), 'briefwright-bench-'));
try {
  await main();
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function main(): Promise<void> {
  const saves = await measureSaves();
  const [wall, cpu] = [median(saves.map(({ wall }) => wall)), median(saves.map(({ cpu }) => cpu))];
  print(
    `save to screen, one line of data: ${wall.toFixed(0)} ms at the median (goal 150), ${ninth(saves).toFixed(0)} ms at the 9th decile`,
  );
  print(`CPU of our process for it: ${cpu.toFixed(0)} ms at the median; ${RUNS} saves, Node ${process.version}`);
  if (argument('--marp') === 'no') return;
  const theirs = marp();
  print(
    `marp-cli, a PDF of 16 text slides: ${theirs.toFixed(0)} ms; ours is × ${(wall / theirs).toFixed(3)} of it (goal 0.05)`,
  );
}

interface Save {
  /** From before the file is written to after the frame that shows it, in milliseconds. */
  readonly wall: number;
  /** User and system time of this process, in which the preview runs, in milliseconds. */
  readonly cpu: number;
}

async function measureSaves(): Promise<readonly Save[]> {
  for (const name of [BRIEFING, 'templates', 'assets/brands'])
    cpSync(join(HOME, name), join(work, name), { recursive: true });
  const preview = await startPreview({
    briefing: { root: work, name: BRIEFING },
    language: null,
    audience: null,
    brand: null,
    port: null,
    editor: '',
    onBuild: () => {},
  });
  const browser = await openChromium({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await browser.newPage();
    await page.goto(`${preview.address}#talent%2Fworkforce`);
    await page.waitForSelector('.paper svg');
    const saves: Save[] = [];
    // The first ones warm the compiler of the engine and are not counted.
    for (let save = -10; save < RUNS; save++) {
      const one = await measureSave(page, `The gap is about $(ksia-gap) by 2031, says save ${save}`);
      if (save >= 0) saves.push(one);
    }
    return saves;
  } finally {
    await browser.close();
    await preview.close();
  }
}

async function measureSave(page: Page, words: string): Promise<Save> {
  const text = readFileSync(join(work, FILE), 'utf8').replace(LINE, `$1${words}`);
  const shown = page.evaluate<number>(SHOWN);
  // The page is told to look before the file is written.
  await page.evaluate('1');
  const [start, spent] = [performance.timeOrigin + performance.now(), process.cpuUsage()];
  writeFileSync(join(work, FILE), text);
  const end = await shown;
  const { user, system } = process.cpuUsage(spent);
  return { wall: end - start, cpu: (user + system) / 1000 };
}

/** Three runs after one that fetches it, whole processes. */
function marp(): number {
  const deck = join(work, 'deck.md');
  const slides = Array.from(
    { length: 16 },
    (_, slide) => `# Slide ${slide + 1}\n\n- One point\n- Another point\n- A third one\n`,
  );
  writeFileSync(deck, `---\nmarp: true\n---\n\n${slides.join('\n---\n\n')}`);
  const env = { ...process.env, CHROME_PATH: CHROMIUM ?? '', CHROME_NO_SANDBOX: '1' };
  const run = (): number => {
    const start = performance.now();
    execFileSync('npx', ['--yes', '@marp-team/marp-cli', '--pdf', '--no-stdin', deck, '-o', join(work, 'deck.pdf')], {
      env,
      stdio: 'ignore',
    });
    return performance.now() - start;
  };
  run();
  return median([run(), run(), run()]);
}

function ninth(saves: readonly Save[]): number {
  return [...saves].sort((a, b) => a.wall - b.wall)[Math.floor(saves.length * 0.9)]!.wall;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function argument(name: string): string | undefined {
  const index = process.argv.indexOf(name);
  return index < 0 ? undefined : process.argv[index + 1];
}
