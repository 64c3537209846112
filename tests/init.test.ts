/** A beginning: what `init` and `new` write is whole, builds at once, and never takes the place of anything. */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { briefwright, copyReference, HOME, inFolder } from './support/cli.ts';

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();

/** A folder named as its briefing will be. */
const inProject = (use: (folder: string) => void): Promise<void> =>
  inFolder(outer => {
    const folder = join(outer, 'North-Sea 2');
    mkdirSync(folder);
    use(folder);
  });

describe('init', () => {
  test('writes a briefing named after its folder and builds it, five slides with nothing to mend', () =>
    inProject(folder => {
      const ran = briefwright(['init', '--title', 'Fish: a "review"'], folder);
      expect(ran.code).toBe(0);
      expect(ran.out.trim().split('\n').sort()).toEqual(
        files(folder)
          .map(path => path.slice(folder.length + 1))
          .sort(),
      );
      expect(existsSync(join(folder, 'output', 'north-sea-2.pptx'))).toBe(true);
      expect(briefwright(['check', '--strict'], folder)).toEqual({ code: 0, out: '', err: '' });
      const titles = briefwright(['outline'], folder).out.trim().split('\n');
      expect(titles).toHaveLength(5);
      expect(titles[0]).toMatch(/Fish: a "review"$/);
    }));

  test('leads editors to a schema for each file, and package.json to the command', () =>
    inProject(folder => {
      briefwright(['init'], folder);
      const written = files(join(folder, 'data'));
      for (const file of written) {
        const [, schema] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(file, 'utf8'))!;
        expect(JSON.parse(readFileSync(join(dirname(file), schema!), 'utf8')).$schema).toMatch(/draft-07/);
      }
      const settings = JSON.parse(readFileSync(join(folder, '.vscode', 'settings.json'), 'utf8'));
      for (const schema of Object.keys(settings['yaml.schemas']))
        expect(existsSync(join(folder, schema)), schema).toBe(true);
      expect(settings['files.associations']).toEqual({ '*.hbs': 'handlebars' });
      expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).scripts['build:deck']).toBe(
        'briefwright build',
      );
    }));

  test('overwrites nothing: a second time it writes nothing, and what was there before is as it was', () =>
    inProject(folder => {
      const manifest = { name: 'mine', scripts: { check: 'mine' }, dependencies: {} };
      writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
      writeFileSync(join(folder, '.gitignore'), 'mine\n');
      expect(briefwright(['init'], folder).err).toMatch(/^\.gitignore was there and is as it was\.$/m);
      expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('mine\n');
      expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toEqual({
        ...manifest,
        scripts: { 'build:deck': 'briefwright build', check: 'mine' },
      });
      const before = files(folder).map(path => readFileSync(path, 'latin1'));
      const again = briefwright(['init'], folder);
      expect(again).toMatchObject({ code: 3, out: '' });
      expect(again.err).toMatch(/briefing\.yaml, .* are there already; nothing was written/);
      expect(files(folder).map(path => readFileSync(path, 'latin1'))).toEqual(before);
    }));

  test('where package.json is none, writes nothing', () =>
    inProject(folder => {
      writeFileSync(join(folder, 'package.json'), 'not JSON');
      expect(briefwright(['init'], folder)).toMatchObject({ code: 3, out: '' });
      expect(files(folder)).toHaveLength(1);
    }));
});

describe('new', () => {
  /** A project with a section that can show things. */
  const started = (folder: string): string => {
    briefwright(['init'], folder);
    return join(folder, 'data', 'north-sea-2');
  };

  test('slide and component: a slide that shows the component builds at once', () =>
    inProject(folder => {
      const briefing = started(folder);
      expect(briefwright(['new', 'slide', 'our-figure'], folder)).toMatchObject({
        code: 0,
        out: 'templates/slides/our-figure.hbs\n',
      });
      expect(briefwright(['new', 'component', 'figure-card'], folder).code).toBe(0);
      const slide = join(folder, 'templates', 'slides', 'our-figure.hbs');
      const text = readFileSync(slide, 'utf8');
      writeFileSync(slide, text.replace(/<stat[^>]*\/>/, '{{> figure-card fact=figure label=caption}}'));
      const section = join(briefing, 'sections', 'harbour.yaml');
      appendFileSync(
        section,
        '\nwait:\n  slide: our-figure\n  message: Of all ships $(waiting) had to wait\n  figure: waiting\n  caption: of ships\n',
      );
      expect(briefwright(['check'], folder)).toEqual({ code: 0, out: '', err: '' });
    }));

  test('section: a kind whose keys need no `slide`', () =>
    inProject(folder => {
      const briefing = started(folder);
      expect(briefwright(['new', 'section', 'review'], folder).code).toBe(0);
      writeFileSync(
        join(briefing, 'sections', 'quays.yaml'),
        'kind: review\ntitle: Quays\nchange:\n  message: Goods grew by $(growth)\n  series: goods\n',
      );
      const head = join(briefing, 'briefing.yaml');
      writeFileSync(head, readFileSync(head, 'utf8').replace('harbour, sources]', 'harbour, quays, sources]'));
      expect(briefwright(['outline'], folder).out).toMatch(/\tquays\/change\tGoods grew by 48%/);
    }));

  test.each([{ from: [] }, { from: ['--from', 'gazette'] }])(
    'brand $from: contrast and series hold on both grounds, without a picture that could be stale',
    ({ from }) =>
      inProject(folder => {
        started(folder);
        // Charts whose marks bear figures are in the reference briefing, which asks more of a brand than the first one does.
        copyReference(folder);
        const made = briefwright(['new', 'brand', 'our-office', ...from], folder);
        expect(made.out).toMatch(/^assets\/brands\/our-office\/_brand\.yml$/m);
        expect(made.out).not.toMatch(/\.png$/m);
        for (const ground of ['light', 'dark'])
          expect(
            briefwright(['check', '--brand', 'our-office', '--set', `ground=${ground}`, '--strict'], folder),
          ).toEqual({ code: 0, out: '', err: '' });
        expect(briefwright(['build', '--brand', 'our-office', '--emit', 'scene'], folder).out).toMatch(
          /\| Our office \|/,
        );
      }),
  );

  test('in the checkout of the compiler a slide has its fixture', () =>
    inFolder(folder => {
      writeFileSync(join(folder, 'package.json'), '{\n  "name": "briefwright",\n  "private": true\n}\n');
      expect(briefwright(['new', 'slide', 'our-figure'], folder).out).toMatch(
        /^tests\/fixtures\/slide-our-figure\/briefing\.yaml$/m,
      );
      expect(briefwright(['check', 'tests/fixtures/slide-our-figure', '--strict'], folder)).toEqual({
        code: 0,
        out: '',
        err: '',
      });
    }));

  test.each([
    [['slide', 'bullets'], /there is a slide `bullets` already; `--from bullets` makes a copy/],
    [['slide', 'Bad_Name'], /`Bad_Name` is no name/],
    [['slide', '../../up'], /is no name/],
    [['component', 'mine', '--from', 'pionts'], /no component `pionts` to copy; did you mean `points`\?/],
    [['brand', 'gazette'], /there is a brand `gazette` already/],
    [['brand', 'mine', '--from', '../briefing'], /no brand `\.\.\/briefing` to copy/],
    [['chart', 'mine'], /Allowed choices are section, slide, component, brand/],
  ])('%j ends with 2 and writes nothing', (args, says) =>
    inFolder(folder => {
      const ran = briefwright(['new', ...args], folder);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toMatch(says);
      expect(files(folder)).toEqual([]);
    }),
  );

  test('a second time ends with 3, and the first is as it was', () =>
    inFolder(folder => {
      briefwright(['new', 'slide', 'bullets', '--from', 'bullets'], folder);
      const path = join(folder, 'templates', 'slides', 'bullets.hbs');
      expect(readFileSync(path, 'utf8')).toBe(readFileSync(join(HOME, 'templates', 'slides', 'bullets.hbs'), 'utf8'));
      writeFileSync(path, 'changed');
      expect(briefwright(['new', 'slide', 'bullets', '--from', 'bullets'], folder)).toMatchObject({ code: 3, out: '' });
      expect(readFileSync(path, 'utf8')).toBe('changed');
    }));
});
