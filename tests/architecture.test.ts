/** The invariants of ARCHITECTURE.md: stated as absences, and tested. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const SOURCE = join(dirname(dirname(fileURLToPath(import.meta.url))), 'src');

/** What stands in `src` itself. */
const FRONT = 'the front of the house';

/** Rooms, and the rooms that each may import. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  package: ['model'],
  pictures: ['model'],
  colour: ['model'],
  fonts: ['model'],
  maps: ['model'],
  read: ['model', 'package', 'pictures', 'colour'],
  expand: ['model'],
  parse: ['model', 'diagrams'],
  checks: ['model', 'colour'],
  charts: ['model', 'fonts'],
  diagrams: ['model'],
  layout: ['model', 'fonts', 'charts', 'diagrams'],
  writers: ['model', 'fonts', 'charts', 'package', 'pictures', 'colour'],
  preview: ['model', 'fonts', 'writers', FRONT],
  commands: ['model', 'read', 'writers', 'package', 'colour', 'preview', FRONT],
};

/** npm packages, and the one place that imports each. */
const AT_HOME: Readonly<Record<string, string>> = {
  yaml: 'read/',
  handlebars: 'expand/',
  '@rgrove/parse-xml': 'parse/',
  linebreak: 'layout/',
  harfbuzzjs: 'fonts/',
  'd3-geo': 'maps/',
  'topojson-client': 'maps/',
  'topojson-specification': 'maps/',
  geojson: 'maps/',
  'd3-array': 'charts/',
  fflate: 'package/',
  sharp: 'pictures/',
  svgpath: 'pictures/',
  culori: 'colour/',
  pptxgenjs: 'writers/pptx/pptxgen.ts',
  commander: 'commands/',
  sarif: 'sarif.ts',
};

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = sourcesBelow(SOURCE).map(path => relative(SOURCE, path));
const text = new Map(files.map(file => [file, readFileSync(join(SOURCE, file), 'utf8')]));
/** A statement, not the word in a string or an indexed type; and `import('…')`. */
const IMPORT = /^(?:import|export)\s[\w$*\s,]*(?:\{[^}]*\})?\s*from '([^']+)'|\bimport\('([^']+)'\)/gm;
const imports: Import[] = files.flatMap(from =>
  [...text.get(from)!.matchAll(IMPORT)].map(([, named, lazy]) => ({ from, to: resolved(from, (named ?? lazy)!) })),
);
const roomOf = (file: string): string | null => (file.includes('/') ? file.slice(0, file.indexOf('/')) : null);

describe('the rooms keep to themselves', () => {
  test('every room is one that ARCHITECTURE.md names', () => {
    const rooms = new Set(files.map(roomOf).filter(room => room !== null));
    expect([...rooms].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  test('a room imports only the rooms that it may', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [room, other] = [roomOf(from), roomOf(to)];
      if (!files.includes(to) || room === null || room === other) return false;
      return !MAY_IMPORT[room]?.includes(other ?? FRONT);
    });
    expect(wrong).toEqual([]);
  });

  test('from outside, only the door of a room is imported; model has no door but its files', () => {
    const wrong = imports.filter(({ from, to }) => {
      const other = roomOf(to);
      if (!files.includes(to) || other === null || other === 'model' || roomOf(from) === other) return false;
      return to !== `${other}/${other}.ts`;
    });
    expect(wrong).toEqual([]);
  });

  test('an npm package is imported in one place', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (to.startsWith('node:') || files.includes(to)) return false;
      const name = to.startsWith('@') ? to.split('/').slice(0, 2).join('/') : to.split('/')[0]!;
      return !from.startsWith(AT_HOME[name] ?? '(nowhere)');
    });
    expect(wrong).toEqual([]);
  });

  test('no two files import each other in a circle', () => {
    const next = new Map(files.map(file => [file, imports.filter(({ from }) => from === file).map(({ to }) => to)]));
    const circles: string[] = [];
    const walk = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      else if (!done.has(file)) for (const target of next.get(file) ?? []) walk(target, [...trail, file]);
      done.add(file);
    };
    const done = new Set<string>();
    for (const file of files) walk(file, []);
    expect(circles).toEqual([]);
  });
});

describe('the core is pure', () => {
  /** The last is a text here: it runs in the reader's browser. */
  const outside = new Set(['cli.ts', 'files.ts', 'report.ts', 'watch.ts', 'writers/html/client.ts']);
  const core = files.filter(file => !outside.has(file) && roomOf(file) !== 'preview');
  const using = (pattern: RegExp, among: readonly string[] = core): string[] =>
    among.filter(file => pattern.test(withoutComments(text.get(file)!)));

  test('only files.ts touches the disk and watch.ts watches it; only the preview serves a page and opens a browser; only the packer starts a thread', () => {
    const allowed = new Set([
      'node:fs files.ts',
      'node:fs watch.ts',
      'node:http preview/server.ts',
      'node:net preview/server.ts',
      'node:child_process preview/open.ts',
      'node:worker_threads package/threads.ts',
    ]);
    const wrong = imports.filter(
      ({ from, to }) =>
        /^node:(fs|net|http|https|dns|child_process|os|worker_threads)/.test(to) && !allowed.has(`${to} ${from}`),
    );
    expect(wrong).toEqual([]);
  });

  test('no clock, no randomness, no environment', () => {
    expect(using(/\bDate\b|Math\.random|\bprocess\.|performance\.|setTimeout/)).toEqual([]);
  });

  test('no state between builds: no `let` at the top of a module', () => {
    expect(using(/^(export )?let /m, files)).toEqual([]);
  });

  test('no order that depends on the machine: no default locale', () => {
    expect(using(/localeCompare|toLocale(String|UpperCase|LowerCase)\(\)|Intl\.\w+\(\)/)).toEqual([]);
  });
});

describe('the house is easy to walk', () => {
  test('no file has more than 350 lines', () => {
    const long = files.filter(file => text.get(file)!.split('\n').length > 350);
    expect(long).toEqual([]);
  });

  test('the compiler fits on a page: build.ts has at most 120 lines', () => {
    expect(text.get('build.ts')!.split('\n').length).toBeLessThanOrEqual(120);
  });

  test('every file says in its first lines what it is for', () => {
    expect(files.filter(file => !/^(#!.*\n)?\/\*\*/.test(text.get(file)!))).toEqual([]);
  });

  test('no room without a name', () => {
    expect(files.filter(file => /(^|\/)(utils?|helpers?|common|misc|core|manager)\b/.test(file))).toEqual([]);
  });
});

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder)
    .map(name => join(folder, name))
    .flatMap(path => (statSync(path).isDirectory() ? sourcesBelow(path) : path.endsWith('.ts') ? [path] : []));
}

/** A relative import as a path below `src`; a package by its name. */
function resolved(from: string, target: string): string {
  return target.startsWith('.') ? join(dirname(from), target) : target;
}

const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\/|(^|[^:])\/\/.*$/gm, '$1');
