/** LibreOffice and poppler, where they are installed: they prove looks, never validity. */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const installed = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/** Whether decks can be rendered here; `.ci/run` installs what it takes. */
export const CAN_RENDER = installed('soffice') && installed('pdftotext');

/** The text of every page of a deck as LibreOffice shows it, white space folded. */
export function renderedPages(deck: Uint8Array, folder: string): string[] {
  writeFileSync(join(folder, 'deck.pptx'), deck);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'deck.pptx')],
    {
      stdio: 'ignore',
    },
  );
  const text = execFileSync('pdftotext', ['-layout', join(folder, 'deck.pdf'), '-'], { encoding: 'utf8' });
  return text.split('\f').slice(0, -1).map(folded);
}

/** White space folded away altogether: renderers break lines and space CJK text as they like. */
export const folded = (text: string): string => text.replace(/\s+/g, '');
