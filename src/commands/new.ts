/** `new`: a template, a kind of section or a brand to begin with, with its contract. */
import { join } from 'node:path';
import { Argument, Command } from 'commander';
import { type DiskProject, type File, openProject, writeNewFiles } from '../files.ts';
import { suggestion } from '../model/nearest.ts';
import { BUILT_IN_BRANDS, BUILT_IN_TEMPLATES } from '../model/project.ts';
import { UsageError } from '../target.ts';
import { EXIT, type MakeCommand, type Terminal } from './command.ts';
import { isName, starter, titleOf } from './starters.ts';

const THINGS = ['section', 'slide', 'component', 'brand'] as const;
type Thing = (typeof THINGS)[number];

export const create: MakeCommand = (terminal, finish) =>
  new Command('new')
    .description('write a template with its contract, or a brand, to begin with; nothing is overwritten')
    .addArgument(new Argument('<thing>', 'what').choices(THINGS))
    .argument('<name>', 'its name: lower case, with hyphens')
    .option('--from <other>', 'a copy of this one, instead of a plain one')
    .action(async (thing: Thing, name: string, flags: { from?: string }) =>
      finish(await write(thing, name, flags.from ?? null, terminal)),
    );

async function write(thing: Thing, name: string, from: string | null, terminal: Terminal): Promise<number> {
  if (!isName(name)) throw new UsageError(`\`${name}\` is no name: lower case, digits and hyphens, a letter first`);
  const project = openProject('.');
  refuseShadow(thing, name, from, project);
  const files = thing === 'brand' ? brandFiles(name, from, project) : templateFiles(thing, name, from, project);
  for (const path of await writeNewFiles(files)) terminal.print(`${path}\n`);
  terminal.say(NEXT[thing](name));
  return EXIT.done;
}

/** A copy of a built-in one may stand in its place; a new one by its name would only hide it. */
function refuseShadow(thing: Thing, name: string, from: string | null, project: DiskProject): void {
  const built = thing === 'brand' ? brandIn(BUILT_IN_BRANDS, name, project) : builtIn(thing, name, project);
  if (built === null || from === name) return;
  throw new UsageError(
    `there is a ${thing} \`${name}\` already; \`--from ${name}\` makes a copy that stands in its place`,
  );
}

const builtIn = (thing: Exclude<Thing, 'brand'>, name: string, project: DiskProject): Uint8Array | null =>
  project.read(`${BUILT_IN_TEMPLATES}/${thing}s/${name}.hbs`);

function templateFiles(
  thing: Exclude<Thing, 'brand'>,
  name: string,
  from: string | null,
  project: DiskProject,
): readonly File[] {
  const shelf = `${thing}s`;
  const bytes =
    from === null
      ? starter(`templates/${shelf}.hbs`, { NAME: name })
      : (project.read(`templates/${shelf}/${from}.hbs`) ?? builtIn(thing, from, project));
  if (bytes === null) {
    const folders = [`templates/${shelf}`, `${BUILT_IN_TEMPLATES}/${shelf}`];
    throw unknown(
      thing,
      from!,
      folders.flatMap(folder => project.list(folder)).map(file => file.replace(/\.hbs$/, '')),
    );
  }
  const template = { path: join('templates', shelf, `${name}.hbs`), bytes };
  return thing === 'slide' && isCheckout(project) ? [template, ...fixtureFiles(name, from, project)] : [template];
}

/** Whether this is the checkout of the compiler itself, where every slide has its fixture. */
function isCheckout(project: DiskProject): boolean {
  const bytes = project.read('package.json');
  return bytes !== null && /^ {2}"name": "briefwright",$/m.test(new TextDecoder().decode(bytes));
}

/** The fixture of a new slide: a plain one, or that of the slide which it is a copy of. Its golden scene is written by the first test. */
function fixtureFiles(name: string, from: string | null, project: DiskProject): readonly File[] {
  const target = join('tests', 'fixtures', `slide-${name}`);
  if (from === null)
    return [{ path: join(target, 'briefing.yaml'), bytes: starter('templates/fixture.yaml', { NAME: name }) }];
  const source = `tests/fixtures/slide-${from}`;
  const files = project.listBelow(source).filter(file => file !== 'scene.txt');
  return files.map(file => {
    const bytes = project.read(`${source}/${file}`)!;
    const renamed = () => new TextDecoder().decode(bytes).replaceAll(`slide: ${from}\n`, `slide: ${name}\n`);
    return { path: join(target, file), bytes: file === 'briefing.yaml' ? new TextEncoder().encode(renamed()) : bytes };
  });
}

const BRAND = ['_brand.yml', 'logos/mark.svg', 'logos/mark-white.svg'];

function brandFiles(name: string, from: string | null, project: DiskProject): readonly File[] {
  const target = join('assets', 'brands', name);
  const words = { NAME: name, TITLE: titleOf(name) };
  if (from === null) return BRAND.map(file => ({ path: join(target, file), bytes: starter(`brand/${file}`, words) }));
  const folder = brandIn('assets/brands', from, project) ?? brandIn(BUILT_IN_BRANDS, from, project);
  if (folder === null) throw unknown('brand', from, brandNames(project));
  const files = project.listBelow(folder);
  // Whoever changes a drawing need not think of the picture that was made of it: without one, builds draw it.
  const made = files.filter(file => file.endsWith('.png') && files.includes(file.replace(/png$/, 'svg')));
  return files
    .filter(file => !made.includes(file))
    .map(file => {
      const bytes = project.read(`${folder}/${file}`)!;
      return { path: join(target, file), bytes: /^_brand\.ya?ml$/.test(file) ? renamed(bytes, words.TITLE) : bytes };
    });
}

const renamed = (bytes: Uint8Array, title: string): Uint8Array =>
  new TextEncoder().encode(
    new TextDecoder().decode(bytes).replace(NAME_LINE, (_, key) => `${key} {short: ${title}, full: ${title}}`),
  );

/** The line that says what a brand is called. */
const NAME_LINE = /^( {2}name:) .*$/m;

/** The folder of a brand of that name; null where there is none. */
function brandIn(shelf: string, name: string, project: DiskProject): string | null {
  const folder = `${shelf}/${name}`;
  return project.list(folder).some(file => /^_brand\.ya?ml$/.test(file)) ? folder : null;
}

const brandNames = (project: DiskProject): readonly string[] =>
  ['assets/brands', BUILT_IN_BRANDS]
    .flatMap(shelf => project.listBelow(shelf))
    .flatMap(file => /^([^/]+)\/_brand\.ya?ml$/.exec(file)?.[1] ?? []);

function unknown(thing: Thing, name: string, known: readonly string[]): UsageError {
  const hint = suggestion(name, new Set(known));
  return new UsageError(`there is no ${thing} \`${name}\` to copy${hint === null ? '' : `; ${hint}`}`);
}

/** What to do with it. */
const NEXT: Readonly<Record<Thing, (name: string) => string>> = {
  slide: name => `
Show it in a section, with the keys of its contract:

  my-key:
    slide: ${name}
    message: A sentence that claims something

and \`briefwright schema\` lets your editor complete them.
`,
  component: name => `
Use it in a template of slides: {{> ${name} fact=… label=…}}, with the keys of its contract.
`,
  section: name => `
Write a section of this kind: \`kind: ${name}\` at the top of a file in sections/. \`briefwright schema\` lets your editor complete it.
`,
  brand: name => `
Use it with \`brand: ${name}\` in briefing.yaml, or with \`--brand ${name}\`. Change its colours, faces and logos in assets/brands/${name};
\`briefwright check\` judges their contrast.
`,
};
