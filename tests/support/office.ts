/** LibreOffice and poppler, where they are installed: they prove looks, never validity. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const installed = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/** Whether decks can be rendered here; `.ci/run` installs what it takes. */
export const CAN_RENDER = installed('soffice') && installed('pdftotext');

/** Prints decks to PDF in one run of the office, by name; gives the path of each PDF. */
export function printed(decks: ReadonlyMap<string, Uint8Array>, folder: string): (name: string) => string {
  for (const [name, bytes] of decks) writeFileSync(join(folder, `${name}.pptx`), bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const files = [...decks.keys()].map(name => join(folder, `${name}.pptx`));
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
    stdio: 'ignore',
  });
  return name => join(folder, `${name}.pdf`);
}

/** The pages of a PDF as PNG, so many pixels across. */
export function picturesOf(pdf: Uint8Array, width: number, folder: string): readonly Uint8Array[] {
  const file = join(folder, 'pages.pdf');
  writeFileSync(file, pdf);
  execFileSync('pdftoppm', ['-png', '-scale-to-x', String(width), '-scale-to-y', '-1', file, join(folder, 'page')]);
  const pages = readdirSync(folder).filter(name => /^page-\d+\.png$/.test(name));
  return pages.sort().map(name => readFileSync(join(folder, name)));
}

/** The text of every page of a PDF, white space folded. */
export function textOf(pdf: string): readonly string[] {
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  return text.split('\f').slice(0, -1).map(folded);
}

/** White space folded away altogether: renderers break lines and space CJK text as they like. */
export const folded = (text: string): string => text.replace(/\s+/g, '');

/** A word as a page shows it, in points from the page's top left. */
export interface PageWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** The words of every page of a PDF in the order in which they were drawn; on a line from left to right. */
export function wordsOf(pdf: string): readonly (readonly PageWord[])[] {
  const xml = execFileSync('pdftotext', ['-raw', '-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
  const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="[\d.-]+" yMax="([\d.-]+)">([^<]*)</g;
  return xml
    .split('<page ')
    .slice(1)
    .map(page =>
      linesOf(
        [...page.matchAll(word)].map(([, left, top, end, text]) => ({
          text: folded(text!.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? '')),
          left: Number(left),
          top: Number(top),
          bottom: Number(end),
        })),
      ).flatMap(line => [...line].sort((a, b) => a.left - b.left)),
    );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Words that follow each other on a line; raised and lowered ones stand on the line whose middle is near. */
export function linesOf(words: readonly PageWord[]): readonly (readonly PageWord[])[] {
  const lines: PageWord[][] = [];
  let middle = Number.NaN;
  for (const word of words) {
    const own = (word.top + word.bottom) / 2;
    if (Math.abs(own - middle) <= 0.4 * (word.bottom - word.top)) lines.at(-1)!.push(word);
    else {
      lines.push([word]);
      middle = own;
    }
  }
  return lines;
}
