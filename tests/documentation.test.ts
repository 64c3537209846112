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

test('every built-in slide and section kind is used by a fixture or by a briefing', () => {
  const used = [FIXTURES, join(HOME, 'data')]
    .flatMap(folder =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(name => name.endsWith('.yaml'))
        .map(name => readFileSync(join(folder, name), 'utf8')),
    )
    .join('\n');
  const kinds = (shelf: string): string[] =>
    readdirSync(join(HOME, 'templates', shelf)).map(name => name.replace('.hbs', ''));
  const sections = kinds('sections').filter(kind => !new RegExp(`kind: ${kind}\\b`).test(used));
  const drawn = readdirSync(join(HOME, 'templates', 'sections'))
    .map(name => read(`templates/sections/${name}`))
    .join('\n');
  const slides = kinds('slides').filter(
    kind => !new RegExp(`(slide: |slides/|: )${kind}\\b|\\b${kind}\\b.*\\]`).test(`${used}\n${drawn}`),
  );
  expect({ sections, slides }).toEqual({ sections: [], slides: [] });
});

test('the version in the code is the version of the package', () => {
  expect(VERSION).toBe(JSON.parse(read('package.json')).version);
});

test('the schemas that editors read are the contracts of the code; `npm run schema` writes them', () => {
  const generated = schemas(openProject(HOME));
  expect(readdirSync(join(HOME, 'schemas')).sort()).toEqual([...generated.keys()].sort());
  for (const [name, schema] of generated) expect(JSON.parse(read(`schemas/${name}`)), name).toEqual(schema);
});
