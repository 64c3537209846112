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
