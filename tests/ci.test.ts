/** The build server's script ends with the step that fails, and says which: `npm ci` in front of `&&` once failed unseen. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { HOME, inFolder } from './support/cli.ts';

/** An `npm` that notes what it was asked for and fails where its words are `failing`. */
const npm = (failing: string): string => `#!/bin/sh\necho "$*" >> asked\ncase "$*" in "${failing}") exit 7;; esac\n`;

const STEPS = ['ci', 'run build:deck', 'run lint', 'ci', 'test'];

test.skipIf(process.platform === 'win32').each([...new Set(STEPS), 'nothing'])('where `npm %s` fails', failing =>
  inFolder(folder => {
    mkdirSync(join(folder, '.ci'));
    mkdirSync(join(folder, 'bin'));
    cpSync(join(HOME, '.ci', 'run'), join(folder, '.ci', 'run'));
    for (const [name, text] of [
      ['npm', npm(failing)],
      ['soffice', '#!/bin/sh\n'],
      ['pdftohtml', '#!/bin/sh\n'],
      ['chromium', '#!/bin/sh\n'],
    ] as const) {
      writeFileSync(join(folder, 'bin', name), text);
      chmodSync(join(folder, 'bin', name), 0o755);
    }
    const PATH = `${join(folder, 'bin')}${delimiter}${process.env.PATH}`;
    const ran = spawnSync('bash', ['.ci/run'], { cwd: folder, env: { ...process.env, PATH }, encoding: 'utf8' });
    const asked = spawnSync('cat', ['asked'], { cwd: folder, encoding: 'utf8' }).stdout.trim().split('\n');
    if (failing === 'nothing') {
      expect({ code: ran.status, asked, err: ran.stderr }).toEqual({ code: 0, asked: STEPS, err: '' });
      return;
    }
    expect({ code: ran.status, asked }).toEqual({ code: 7, asked: STEPS.slice(0, STEPS.indexOf(failing) + 1) });
    expect(ran.stderr.trim()).toMatch(new RegExp(`^\\.ci/run: \`npm.* ${failing}.*\` failed with code 7$`));
  }),
);
