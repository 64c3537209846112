/** What is rebuilt when files are saved, with real files; nothing here counts on how long it takes. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openProject } from '../src/files.ts';
import { openWatch, type Watch } from '../src/watch.ts';
import { inFolder } from './support/cli.ts';
import { startBriefwright } from './support/process.ts';

const BRIEFING = 'title: One\ndate: 2026-03-02\norder: [cover]\n';
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A watch on some names of a folder, and what it said so far. */
function watching(folder: string, names: readonly string[]) {
  const said: string[][] = [];
  const waiting: ((paths: string[]) => void)[] = [];
  const watch: Watch = openWatch(paths => {
    const told = paths.map(path => path.slice(folder.length + 1));
    said.push(told);
    for (const wake of waiting.splice(0)) wake(told);
  });
  closing.push(() => watch.close());
  const follow = (): void => {
    const project = openProject(folder);
    for (const name of names) project.read(name);
    watch.follow(project.asked);
  };
  follow();
  return { said, follow, next: () => new Promise<string[]>(done => waiting.push(done)) };
}

describe('a watch', () => {
  test('tells of a file that was written, replaced, made or deleted, and of no other', () =>
    inFolder(async folder => {
      writeFileSync(join(folder, 'a.yaml'), 'one');
      const { follow, next } = watching(folder, ['a.yaml', 'deep/er/b.yaml']);
      const told = async (act: () => void): Promise<string[]> => {
        const coming = next();
        act();
        const paths = await coming;
        follow();
        return paths;
      };
      writeFileSync(join(folder, 'other.yaml'), 'not asked for');
      expect(await told(() => writeFileSync(join(folder, 'a.yaml'), 'two'))).toEqual(['a.yaml']);
      const replace = () => {
        writeFileSync(join(folder, 'a.yaml~'), 'six');
        renameSync(join(folder, 'a.yaml~'), join(folder, 'a.yaml'));
      };
      expect(await told(replace)).toEqual(['a.yaml']);
      const make = () => {
        mkdirSync(join(folder, 'deep', 'er'), { recursive: true });
        writeFileSync(join(folder, 'deep', 'er', 'b.yaml'), 'new');
      };
      expect(await told(make)).toEqual(['deep/er/b.yaml']);
      expect(await told(() => rmSync(join(folder, 'a.yaml')))).toEqual(['a.yaml']);
    }));

  test('tells of a change that fell between reading and following', () =>
    inFolder(async folder => {
      writeFileSync(join(folder, 'a.yaml'), 'one');
      const project = openProject(folder);
      project.read('a.yaml');
      writeFileSync(join(folder, 'a.yaml'), 'two!');
      const told = new Promise<readonly string[]>(done => {
        const watch = openWatch(done);
        closing.push(() => watch.close());
        watch.follow(project.asked);
      });
      expect(await told).toEqual([join(folder, 'a.yaml')]);
    }));

  test('tells once of a file that is saved in two halves, and of its whole', () =>
    inFolder(async folder => {
      const file = join(folder, 'a.yaml');
      writeFileSync(file, 'whole');
      const { said, next } = watching(folder, ['a.yaml']);
      const told = next().then(() => readFileSync(file, 'utf8'));
      writeFileSync(file, '');
      setTimeout(() => writeFileSync(file, 'whole again'), 60);
      expect(await told).toBe('whole again');
      expect(said).toEqual([['a.yaml']]);
    }));

  test('tells a hundred saves in a row far fewer times, and the last of them for certain', () =>
    inFolder(async folder => {
      const file = join(folder, 'a.yaml');
      writeFileSync(file, '');
      const { said, follow, next } = watching(folder, ['a.yaml']);
      let seen = '';
      const reading = (async () => {
        while (seen !== 'save 100') {
          await next();
          seen = readFileSync(file, 'utf8');
          follow();
        }
      })();
      for (let save = 1; save <= 100; save++) {
        writeFileSync(file, `save ${save}`);
        await new Promise(done => setTimeout(done, 10));
      }
      await reading;
      expect(said.length).toBeLessThan(50);
    }));

  test('outlives its folder, and finds it again', () =>
    inFolder(async folder => {
      const home = join(folder, 'project');
      mkdirSync(home);
      writeFileSync(join(home, 'a.yaml'), 'one');
      const { follow, next } = watching(folder, ['project/a.yaml']);
      const gone = next();
      rmSync(home, { recursive: true });
      expect(await gone).toEqual(['project/a.yaml']);
      follow();
      const back = next();
      mkdirSync(home);
      writeFileSync(join(home, 'a.yaml'), 'two');
      expect(await back).toEqual(['project/a.yaml']);
      follow();
      const again = next();
      writeFileSync(join(home, 'a.yaml'), 'three');
      expect(await again).toEqual(['project/a.yaml']);
    }));
});

describe('build --watch', () => {
  test('writes again what a save changes, stays up through an error and a lost folder, and ends with 130', () =>
    inFolder(async folder => {
      const briefing = join(folder, 'data', 'one', 'briefing.yaml');
      const write = (text: string): void => {
        mkdirSync(join(folder, 'data', 'one'), { recursive: true });
        writeFileSync(briefing, text);
      };
      write(BRIEFING);
      const { until, end } = startBriefwright(['build', '-w', '--to', 'svg,text'], folder);
      await until(/slide-01\.svg[\s\S]*one\.txt[\s\S]*watching/);
      const drawing = join(folder, 'output', 'one', 'slide-01.svg');
      const before = statSync(drawing, { bigint: true }).mtimeNs;

      write(`${BRIEFING}# a remark\n`);
      expect(await until(/watching/)).not.toContain('output/');
      expect(statSync(drawing, { bigint: true }).mtimeNs).toBe(before);

      write(BRIEFING.replace('One', 'Two'));
      expect(await until(/one\.txt[\s\S]*watching/)).toContain('slide-01.svg');
      const good = readFileSync(drawing, 'utf8');

      write(BRIEFING.replace('order', 'ordre'));
      await until(/error unknown-key[\s\S]*\n1 error[\s\S]*watching/);
      expect(readFileSync(drawing, 'utf8')).toBe(good);

      rmSync(join(folder, 'data'), { recursive: true });
      await until(/error missing-file[\s\S]*\n1 error[\s\S]*watching/);
      expect(existsSync(drawing)).toBe(true);

      write(BRIEFING.replace('One', 'Three'));
      await until(/one\.txt[\s\S]*watching/);
      expect(readFileSync(drawing, 'utf8')).not.toBe(good);
      expect(await end()).toBe(130);
    }));
});
