/** What npm ships: the tarball installs in an empty folder, is small, runs no script, and its command works. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyReference, HOME, inFolder } from './support/cli.ts';
import { guide } from './support/guide.ts';
import { startBriefwright } from './support/process.ts';

const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', [...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });

test(
  'the packed command builds and previews the reference deck where nothing else is installed',
  () =>
    inFolder(async folder => {
      npm(['pack', '--pack-destination', folder], HOME);
      const tarball = readdirSync(folder).find(name => name.endsWith('.tgz'))!;
      writeFileSync(join(folder, 'package.json'), '{"private": true}');
      npm(['install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', `./${tarball}`], folder);
      copyReference(folder);
      const bin = join(folder, 'node_modules', '.bin', 'briefwright');
      const out = execFileSync(bin, ['build'], { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
      expect(out.trim()).toBe(join('output', 'korea-ai-semiconductors.pptx'));
      expect(existsSync(join(folder, out.trim()))).toBe(true);

      // A map's packages are bundled apart, and its land is found in a package: both only show here.
      cpSync(join(HOME, 'tests', 'fixtures', 'slide-geo-map'), join(folder, 'map'), { recursive: true });
      execFileSync(bin, ['build', 'map'], { cwd: folder, stdio: 'ignore', shell: process.platform === 'win32' });

      followGuide(join(folder, 'my-briefing'));

      const cli = join(folder, 'node_modules', 'briefwright', 'dist', 'cli.js');
      const preview = startBriefwright(['preview', '--no-open'], folder, [cli]);
      const address = (await preview.until(/http:.*\n/)).trim().split('\n')[0]!;
      for (const [name, part] of [
        ['', '<main'],
        ['client.js', 'EventSource'],
        ['style.css', '.paper'],
      ] as const)
        expect(await (await fetch(`${address}${name}`)).text(), name).toContain(part);
      expect(await preview.end()).toBe(130);

      expect(bytesBelow(join(folder, 'node_modules')) / 2 ** 20).toBeLessThan(100);
      expect(installScripts(join(folder, 'node_modules'))).toEqual([]);
    }),
  300_000,
);

/** Every step of the README's guide, typed as it stands there, in a folder beside the tarball. */
function followGuide(folder: string): void {
  mkdirSync(folder);
  for (const step of guide()) {
    if (step.kind === 'shown') expect(readFileSync(join(folder, step.file), 'utf8')).toContain(step.text);
    if (step.kind === 'added') appendFileSync(join(folder, step.file), `\n${step.text}`);
    if (step.kind !== 'command' || step.line.startsWith('mkdir ')) continue;
    const { status, stderr } = spawnSync(step.line, { cwd: folder, encoding: 'utf8', shell: true });
    expect(status, `${step.line}\n${stderr}`).toBe(step.code);
  }
  expect(existsSync(join(folder, 'output', 'my-briefing.board.pptx'))).toBe(true);
}

function bytesBelow(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isDirectory()) return stats?.size ?? 0;
  return readdirSync(path).reduce((sum, name) => sum + bytesBelow(join(path, name)), 0);
}

/** Packages that would run something when they are installed. */
function installScripts(modules: string): string[] {
  const packages = readdirSync(modules, { recursive: true, encoding: 'utf8' }).filter(name =>
    /(^|[\\/])package\.json$/.test(name),
  );
  return packages.filter(name => {
    const { scripts = {} } = JSON.parse(readFileSync(join(modules, name), 'utf8')) as {
      scripts?: Record<string, string>;
    };
    const isPackage = /^(@[^\\/]+[\\/])?[^\\/]+[\\/]package\.json$/.test(name.replace(/.*node_modules[\\/]/, ''));
    return isPackage && ['preinstall', 'install', 'postinstall'].some(script => script in scripts);
  });
}
