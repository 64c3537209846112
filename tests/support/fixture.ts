/** Fixtures: folders under `tests/fixtures`, each a whole briefing whose expected diagnostics stand in it as comments. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Build, type BuildOptions, build } from '../../src/build.ts';
import { type DiskProject, openProject } from '../../src/files.ts';
import { FORGETFUL, type Memory } from '../../src/model/memory.ts';
import { records } from '../../src/report.ts';

export const FIXTURES = join(dirname(dirname(fileURLToPath(import.meta.url))), 'fixtures');

/** The fixtures' names, sorted. */
export const fixtureNames = (): string[] =>
  readdirSync(FIXTURES, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();

export interface Built {
  readonly project: DiskProject;
  readonly result: Build;
  /** `file:line severity code`, sorted; files relative to the fixture. */
  readonly found: readonly string[];
}

/** Builds one fixture. */
export async function buildFixture(
  name: string,
  options: Partial<BuildOptions> = {},
  memory: Memory = FORGETFUL,
): Promise<Built> {
  const project = openProject(FIXTURES);
  const result = await build(project, { briefing: name, ...asked(name), ...options }, memory);
  const inFixture = (file: string): string => file.replace(`${name}/`, '');
  const found = records(result.diagnostics, project, { display: inFixture }).map(
    ({ file, line, severity, code }) => `${file}:${line} ${severity} ${code}`,
  );
  return { project, result, found: found.sort() };
}

/** What a comment in the fixture's briefing.yaml asks the build for: `# audience: board`, `# lang: fr`, `# release`. */
function asked(name: string): Partial<BuildOptions> {
  const text = readFileSync(join(FIXTURES, name, 'briefing.yaml'), 'latin1');
  const [audience, language] = ['audience', 'lang'].map(flag => new RegExp(`^# ${flag}: (\\S+)$`, 'm').exec(text)?.[1]);
  return {
    ...(audience === undefined ? {} : { audience }),
    ...(language === undefined ? {} : { languages: [language] }),
    release: /^# release$/m.test(text),
  };
}

const EXPECTATION = /(?:#|\{\{!--) (error|warning|info) ([a-z][a-z0-9-]+)\b/g;

/** What the fixture's own comments expect: a trailing `# error CODE`, or `{{!-- error CODE --}}` in a template. */
export function expected(name: string): string[] {
  const lines: string[] = [];
  for (const path of filesBelow(join(FIXTURES, name)).filter(file => /\.(yaml|yml|hbs)$/.test(file))) {
    const file = relative(join(FIXTURES, name), path).split(sep).join('/');
    readFileSync(path, 'utf8')
      .split('\n')
      .forEach((text, index) => {
        for (const [, severity, code] of text.matchAll(EXPECTATION))
          lines.push(`${file}:${index + 1} ${severity} ${code}`);
      });
  }
  return lines.sort();
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
