/** The documentation says what is so: links resolve, codes are explained, every template and code has its fixture. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openProject } from '../src/files.ts';
import { PROBLEMS } from '../src/problems.ts';
import { schemas } from '../src/read/read.ts';
import { VERSION } from '../src/version.ts';
import { expected, FIXTURES, fixtureNames } from './support/fixture.ts';

const HOME = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (name: string): string => readFileSync(join(HOME, name), 'utf8');
const PAGES = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'data/README.md',
  'templates/README.md',
  'src/writers/pptx/POWERPOINT.md',
];

test.each(PAGES)('every link of %s leads somewhere', page => {
  const targets = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target]) => target!);
  expect(targets.filter(target => !existsSync(join(HOME, dirname(page), target)))).toEqual([]);
});

describe('diagnostics', () => {
  const codes = PROBLEMS.map(problem => problem.code);

  test('each code is declared once', () => {
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  test('data/README.md explains each, in the words of the code', () => {
    const rows = PROBLEMS.map(
      ({ code, severity, means, mend }) => `| \`${code}\` | ${severity} | ${means} | ${mend} |`,
    );
    const table = read('data/README.md').split('<!-- diagnostics -->')[1]!.split('<!-- /diagnostics -->')[0]!.trim();
    expect(table).toBe(['| code | severity | means | mend |', '|---|---|---|---|', ...rows].join('\n'));
  });

  test('each has a fixture that shows it', () => {
    const shown = new Set(
      fixtureNames()
        .flatMap(expected)
        .map(line => line.split(' ').at(-1)),
    );
    // Ten megabytes are no fixture: tests/units/read.test.ts makes them.
    expect(codes.filter(code => !shown.has(code))).toEqual(['limit-size']);
  });
});

describe('templates', () => {
  const kinds = (shelf: string): string[] =>
    readdirSync(join(HOME, 'templates', shelf)).map(name => name.replace('.hbs', ''));

  test('each built-in slide has a fixture of its name that shows it', () => {
    const shows = (kind: string): boolean =>
      fixtureNames().includes(`slide-${kind}`) &&
      new RegExp(`^ *slide: ${kind}$|^order: .*\\b${kind}\\b|^${kind}s: true$`, 'm').test(
        readFileSync(join(FIXTURES, `slide-${kind}`, 'briefing.yaml'), 'utf8'),
      );
    expect(kinds('slides').filter(kind => !shows(kind))).toEqual([]);
  });

  test('templates/README.md lists each built-in slide, in the words of its contract', () => {
    const rows = kinds('slides').map(kind => {
      const [, description] = /^description: "?(.*?)"?$/m.exec(read(`templates/slides/${kind}.hbs`))!;
      return `| \`${kind}\` | ${description} |`;
    });
    const table = read('templates/README.md').split('| slide | shows |\n|---|---|\n')[1]!.split('\n\n')[0];
    expect(table!.split('\n')).toEqual(rows.sort());
  });

  test('each kind of section is used by a fixture or by a briefing', () => {
    const used = [FIXTURES, join(HOME, 'data')]
      .flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)))
      .filter(name => name.endsWith('.yaml'))
      .flatMap(name => [...readFileSync(name, 'utf8').matchAll(/^ *kind: (\S+)$/gm)].map(([, kind]) => kind!));
    expect(kinds('sections').filter(kind => !used.includes(kind))).toEqual([]);
  });
});

test('the version in the code is the version of the package', () => {
  expect(VERSION).toBe(JSON.parse(read('package.json')).version);
});

test('the schemas that editors read are the contracts of the code; `npm run schema` writes them', () => {
  const generated = schemas(openProject(HOME));
  expect(readdirSync(join(HOME, 'schemas')).sort()).toEqual([...generated.keys()].sort());
  for (const [name, schema] of generated) expect(JSON.parse(read(`schemas/${name}`)), name).toEqual(schema);
});
