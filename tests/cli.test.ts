/** The front door: what is typed, what is printed, how it ends, and that nothing is lost. */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VERSION } from '../src/version.ts';
import { briefwright, copyReference, inFolder } from './support/cli.ts';

const DECK = join('output', 'korea-ai-semiconductors.pptx');
const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('a build', () => {
  test('of every briefing under data/ ends with a deck in output/ and prints its name alone', () =>
    inFolder(folder => {
      copyReference(folder);
      expect(briefwright(['build'], folder)).toEqual({ code: 0, out: `${DECK}\n`, err: '' });
      expect(readdirSync(join(folder, 'output'))).toEqual(['korea-ai-semiconductors.pptx']);
    }));

  test('goes where -o says: a file by its extension, else a folder', () =>
    inFolder(folder => {
      const briefing = copyReference(folder);
      expect(briefwright(['build', briefing, '-o', 'deep/deck.pptx'], folder).code).toBe(0);
      expect(briefwright(['build', briefing, '-o', 'elsewhere'], folder).code).toBe(0);
      expect(hash(join(folder, 'deep', 'deck.pptx'))).toBe(
        hash(join(folder, 'elsewhere', 'korea-ai-semiconductors.pptx')),
      );
    }));

  test('gives the same bytes in another folder, time zone and locale, and dates them by SOURCE_DATE_EPOCH', () =>
    inFolder(one =>
      inFolder(other => {
        for (const folder of [one, other]) copyReference(folder);
        briefwright(['build'], one, { TZ: 'Asia/Seoul', LANG: 'ko_KR.UTF-8' });
        briefwright(['build'], other, { TZ: 'America/Lima', LANG: 'C' });
        const bytes = hash(join(one, DECK));
        expect(hash(join(other, DECK))).toBe(bytes);
        briefwright(['build'], other, { SOURCE_DATE_EPOCH: '1700000000' });
        expect(hash(join(other, DECK))).not.toBe(bytes);
      }),
    ));

  test('writes nothing where SOURCE_DATE_EPOCH is no time, and says so in a line', () =>
    inFolder(folder => {
      copyReference(folder);
      for (const epoch of ['abc', '', '-1']) {
        const { code, err } = briefwright(['build'], folder, { SOURCE_DATE_EPOCH: epoch });
        expect([code, err]).toEqual([2, expect.stringMatching(/^error: SOURCE_DATE_EPOCH is `.*`; .*\n$/)]);
      }
      expect(existsSync(join(folder, DECK))).toBe(false);
      expect(briefwright(['explain', 'overflow'], folder, { SOURCE_DATE_EPOCH: 'abc' }).code).toBe(0);
    }));
});

describe('an edition', () => {
  test('for release is refused with 4 while a fact that it shows is to be verified, and its line is named', () =>
    inFolder(folder => {
      const briefing = copyReference(folder);
      const refused = briefwright(['build', '--release'], folder);
      expect(refused).toMatchObject({ code: 4, out: '' });
      const [, line] = /facts\.yaml:(\d+):\d+ error unverified-fact/.exec(refused.err)!;
      const facts = readFileSync(join(briefing, 'facts.yaml'), 'utf8').split('\n');
      expect(refused.err).toContain(`the fact \`${facts[Number(line) - 1]!.trim().replace(/:.*/, '')}\``);
      writeFileSync(
        join(briefing, 'facts.yaml'),
        facts.map(text => text.replace(/verify: true/, 'verify: false')).join('\n'),
      );
      expect(briefwright(['build', '--release'], folder)).toEqual({ code: 0, out: `${DECK}\n`, err: '' });
    }));

  test('has what was set, checked as if the briefing said it', () =>
    inFolder(folder => {
      copyReference(folder);
      const args = ['build', '--emit', 'scene', '--set', 'date=2026-01-31', '--set', 'classification=Für = alle: {}'];
      expect(briefwright(args, folder).out).toMatch(/\| .*Für = alle: \{\} \| 31 January 2026/);
      const wrong = briefwright(['check', '--set', 'page=square'], folder);
      expect(wrong.code).toBe(1);
      expect(wrong.err).toMatch(/^--set:1:7 error not-allowed\n.*square/);
    }));

  test('of some slides has these alone, with their numbers, and leaves the files of the others', () =>
    inFolder(folder => {
      copyReference(folder);
      const titles = briefwright(['outline'], folder).out.split('\n');
      const growth = titles.findIndex(title => title.includes('\tinvestment/growth\t')) + 1;
      const some = briefwright(['build', '--slides', '2,investment/growth,18-', '--emit', 'scene'], folder).out;
      const numbers = [...some.matchAll(/^slide (\d+) /gm)].map(([, number]) => Number(number));
      expect(numbers).toEqual([2, growth, ...titles.slice(17, -1).map((_, index) => 18 + index)]);
      const parts = briefwright(['build', '--slides', 'sources', '--emit', 'scene'], folder).out;
      expect(parts.match(/^slide \d+ sources(-\d+)? /gm)).toHaveLength(
        titles.filter(title => /\tsources(-\d+)?\t/.test(title)).length,
      );
      const kept = join(folder, 'output', 'korea-ai-semiconductors', 'slide-05.svg');
      mkdirSync(dirname(kept), { recursive: true });
      writeFileSync(kept, 'built before');
      expect(briefwright(['build', '--slides', '3-4', '--to', 'svg'], folder).out.trim().split('\n')).toHaveLength(2);
      expect(readFileSync(kept, 'utf8')).toBe('built before');
      expect(briefwright(['build', '--slides', '99'], folder).err).toMatch(
        /unknown-slide\n {2}The deck has no slide 99/,
      );
      expect(briefwright(['build', '--slides', '3-99'], folder).err).toMatch(/The deck has no slide 99; it has \d+\./);
    }));

  test('says with --timings where its time went, and nothing of its progress in a pipe', () =>
    inFolder(folder => {
      copyReference(folder);
      const { code, out, err } = briefwright(['build', '--timings'], folder);
      expect({ code, out }).toEqual({ code: 0, out: `${DECK}\n` });
      const kinds = err
        .trim()
        .split('\n')
        .map(line => /^(\w+(?: \w+)?) +\d+ ms$/.exec(line)?.[1]);
      expect(kinds).toEqual(['read', 'load', 'expand', 'parse', 'layout', 'check', 'write pptx', 'save', 'all']);
    }));
});

/** A mistake in a copy of the reference briefing, and what is to be said of it. */
const MISTAKES: readonly { name: string; make(briefing: string): void; code: number; says: RegExp }[] = [
  {
    name: 'a typo in a key',
    make: briefing => edit(join(briefing, 'briefing.yaml'), /^date:/m, 'dtae:'),
    code: 1,
    says: /briefing\.yaml:\d+:1 error unknown-key\n {2}.*dtae.*\n(.*\n){2} {2}hint: did you mean `date`\?/,
  },
  {
    name: 'a fact id that does not exist',
    make: briefing => edit(join(briefing, 'sections', 'investment.yaml'), /\$\(([a-z][a-z0-9-]*)/, '$(no-such-fact'),
    code: 1,
    says: /investment\.yaml:\d+:\d+ error unknown-fact\n.*no-such-fact/,
  },
  {
    name: 'a template with an unclosed tag',
    make: briefing => {
      mkdirSync(join(briefing, 'templates', 'slides'), { recursive: true });
      writeFileSync(
        join(briefing, 'templates', 'slides', 'broken.hbs'),
        '---\ndescription: Broken.\n---\n{{#> slide layout="title-only"}}\n  <row><p>One</p>\n{{/slide}}\n',
      );
      appendFileSync(
        join(briefing, 'sections', 'talent.yaml'),
        '\nbroken:\n  slide: broken\n  message: This slide cannot be drawn\n',
      );
    },
    code: 1,
    says: /broken\.hbs:5:3 error [a-z-]+\n.*row/,
  },
  {
    name: 'a title far too long',
    make: briefing =>
      edit(
        join(briefing, 'sections', 'talent.yaml'),
        /( {2}message:\n {4}en:) .*/,
        `$1 ${'Far too many words '.repeat(15)}`,
      ),
    code: 1,
    says: /talent\.yaml:\d+:\d+ error title-too-long\n {2}The title needs \d lines at 24 pt; 2 are allowed\.\n(.*\n){2} {2}hint: cut about \d+ characters/,
  },
  {
    name: 'a missing file',
    make: briefing => rmSync(join(briefing, 'sections', 'leaders.yaml')),
    code: 3,
    says: /briefing\.yaml:\d+:\d+ error missing-file\n.*leaders/,
  },
];

describe('several files', () => {
  test('of one briefing have the stem that was asked for', () =>
    inFolder(folder => {
      const briefing = copyReference(folder);
      const ran = briefwright(['build', briefing, '--lang', 'all', '-o', 'out/all.PPTX'], folder);
      expect(ran.code).toBe(0);
      expect(readdirSync(join(folder, 'out')).sort()).toEqual(['all.ko.pptx', 'all.pptx', 'all.zh.pptx']);
    }));

  test('of a shorter deck leave none of a longer one behind', () =>
    inFolder(folder => {
      mkdirSync(join(folder, 'short'));
      mkdirSync(join(folder, 'output', 'short'), { recursive: true });
      for (const name of ['slide-01.svg', 'slide-02.svg', 'notes.svg'])
        writeFileSync(join(folder, 'output', 'short', name), 'old');
      writeFileSync(join(folder, 'short', 'briefing.yaml'), 'title: One\ndate: 2026-03-02\norder: [cover]\n');
      expect(briefwright(['build', 'short', '--to', 'svg'], folder).code).toBe(0);
      expect(readdirSync(join(folder, 'output', 'short')).sort()).toEqual(['notes.svg', 'slide-01.svg']);
    }));
});

describe('a mistake', () => {
  test.each(MISTAKES)('$name is named with its place, ends with $code and touches no output', ({ make, code, says }) =>
    inFolder(folder => {
      const briefing = copyReference(folder);
      mkdirSync(join(folder, 'output'));
      writeFileSync(join(folder, DECK), 'the last good deck');
      make(briefing);
      const ran = briefwright(['build'], folder);
      expect(ran.err).toMatch(says);
      expect({ code: ran.code, out: ran.out }).toEqual({ code, out: '' });
      expect(readFileSync(join(folder, DECK), 'utf8')).toBe('the last good deck');
      expect(readdirSync(join(folder, 'output'))).toEqual(['korea-ai-semiconductors.pptx']);
    }),
  );

  test('is a record with --report json', () =>
    inFolder(folder => {
      MISTAKES[0]!.make(copyReference(folder));
      const [first] = JSON.parse(briefwright(['check', '--report', 'json'], folder).err);
      expect(first).toMatchObject({
        code: 'unknown-key',
        severity: 'error',
        column: 1,
        file: 'data/korea-ai-semiconductors/briefing.yaml',
      });
    }));

  test.each([
    [['build', '--width', 'wide'], /A width is a whole number of pixels from 100 to 8000/],
    [['build', '--to', 'docx'], /There is no format `docx`; known: pptx/],
    [['bild'], /unknown command 'bild'/],
    [['explain', 'no-such-code'], /no diagnostic `no-such-code`/],
    [['build', 'data/one', '-o', 'deck.pptx', '--to', 'png'], /deck\.pptx is a pptx file, and --to asks for png/],
    [['build', 'data/one', 'data/two', '-o', 'deck.pptx'], /is one file, and there are 2 briefings/],
    [['build', '--set', 'colour=red'], /`colour` cannot be set\. What can be set: title, subtitle, date/],
    [['build', '--set', 'date'], /written key=value/],
    [['check', 'data/one', '--timings', '--report', 'json'], /--timings are lines of text/],
    [['build', '--relaese'], /unknown option '--relaese'/],
  ])('in the command line, %j, ends with 2 and says what is wrong', (args, says) =>
    inFolder(folder => {
      const ran = briefwright(args, folder);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err).toMatch(says);
    }),
  );

  test('two briefings that would have one name are written neither', () =>
    inFolder(folder => {
      const minimal = 'title: One\ndate: 2026-03-02\norder: [cover]\n';
      for (const path of ['a/deck', 'b/deck']) {
        mkdirSync(join(folder, path), { recursive: true });
        writeFileSync(join(folder, path, 'briefing.yaml'), minimal);
      }
      const ran = briefwright(['build', 'a/deck', 'b/deck', '-o', 'out'], folder);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(existsSync(join(folder, 'out'))).toBe(false);
    }));

  test('is one JSON array for all briefings, and with --strict -q warnings are told', () =>
    inFolder(folder => {
      for (const name of ['one', 'two']) {
        mkdirSync(join(folder, 'data', name), { recursive: true });
        writeFileSync(join(folder, 'data', name, 'briefing.yaml'), 'title: One\ndate: 2026-03-02\norder: [cover]\n');
        writeFileSync(join(folder, 'data', name, 'fact.yaml'), '{}\n');
      }
      expect(JSON.parse(briefwright(['check', '--report', 'json'], folder).err)).toHaveLength(2);
      const strict = briefwright(['check', 'data/one', '--strict', '-q'], folder);
      expect(strict.code).toBe(1);
      expect(strict.err).toMatch(/warning stray-file/);
    }));

  test('where there is no briefing ends with 3', () =>
    inFolder(folder => {
      expect(briefwright(['build'], folder)).toMatchObject({ code: 3, out: '' });
      expect(briefwright(['build', 'nowhere'], folder)).toMatchObject({ code: 3, out: '' });
    }));

  test('an output that cannot be written ends with 3', () =>
    inFolder(folder => {
      const briefing = copyReference(folder);
      mkdirSync(join(folder, DECK), { recursive: true });
      const ran = briefwright(['build', briefing], folder);
      expect(ran).toMatchObject({ code: 3, out: '' });
      expect(ran.err).toMatch(/it is a folder/);
    }));

  test('a folder that is a file ends with 3, too', () =>
    inFolder(folder => {
      const briefing = copyReference(folder);
      writeFileSync(join(folder, 'taken'), 'a file');
      const ran = briefwright(['build', briefing, '-o', 'taken/deck.pptx'], folder);
      expect(ran).toMatchObject({ code: 3, out: '' });
      expect(ran.err).toMatch(/a part of its path is a file/);
    }));
});

describe('what it prints', () => {
  test('outline: the titles alone, facts: the ledger, schema: the schemas, explain: every code', () =>
    inFolder(folder => {
      copyReference(folder);
      expect(briefwright(['outline'], folder).out).toMatch(/^ 1\tcover\t/);
      expect(briefwright(['facts'], folder).out).toMatch(/^ai-pledge\t9\.4 KRW tn\t.*investment\//m);
      expect(briefwright(['schema'], folder).code).toBe(0);
      expect(existsSync(join(folder, 'schemas', 'section.json'))).toBe(true);
      expect(briefwright(['explain'], folder).out).toMatch(/^error\tunknown-key\t/m);
      expect(briefwright(['explain', 'unknown-key'], folder).out).toMatch(/^error unknown-key\n/);
    }));

  test('trace and diff: each figure of a slide, its line and its sources; and what they cannot say', () =>
    inFolder(folder => {
      const briefing = copyReference(folder);
      briefwright(['build'], folder);
      const all = briefwright(['trace', DECK], folder);
      expect(all).toMatchObject({ code: 0, err: '' });
      const [, line] = /\tai-pledge\t9\.4 KRW tn\tdata\/korea-ai-semiconductors\/facts\.yaml:(\d+)\t\S+ https:/.exec(
        all.out,
      )!;
      expect(readFileSync(join(briefing, 'facts.yaml'), 'utf8').split('\n')[Number(line) - 1]).toMatch(
        /^ {2}ai-pledge:/,
      );
      const one = briefwright(['trace', DECK, '--slide', '2'], folder).out;
      expect(
        new Set(
          one
            .trim()
            .split('\n')
            .map(row => row.split('\t')[0]),
        ),
      ).toEqual(new Set(['2']));
      expect(briefwright(['trace', DECK, '--slide', '99'], folder).code).toBe(2);
      expect(briefwright(['diff', DECK, DECK], folder)).toEqual({ code: 0, out: '', err: '' });
      expect(briefwright(['diff', DECK, 'nowhere.pptx'], folder)).toMatchObject({ code: 3, out: '' });
      appendFileSync(join(briefing, 'facts.yaml'), '# changed\n');
      expect(briefwright(['trace', DECK], folder).err).toMatch(/made from other files than are here now/);
      rmSync(briefing, { recursive: true });
      const bare = briefwright(['trace', DECK], folder);
      expect(bare.err).toMatch(/The briefing is not here/);
      expect(bare.out).toMatch(/\tai-pledge$/m);
    }));

  test('brand: colours with contrast, fonts, layouts and what is missing, of a brand and of a deck', () =>
    inFolder(folder => {
      const { code, out, err } = briefwright(['brand', 'gazette'], folder);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/^ {2}primary\t#8A1F2D\t8\.4:1 text$/m);
      expect(out).toMatch(/^ {2}title-chart\ttitle /m);
      mkdirSync(join(folder, 'bare'));
      writeFileSync(join(folder, 'bare', '_brand.yml'), 'color: {foreground: "#111111", background: "#FFFFFF"}\n');
      expect(briefwright(['brand', './bare'], folder).out).toMatch(/^missing\n {2}logo\.small\t/m);
      expect(briefwright(['brand', 'nobody'], folder)).toMatchObject({ code: 1, out: '' });
      writeFileSync(join(folder, 'no.potx'), 'PK');
      expect(briefwright(['brand', 'no.potx'], folder)).toMatchObject({ code: 3, out: '' });
      expect(briefwright(['brand', 'nowhere.potx'], folder).err).toBe('error: there is no nowhere.potx\n');
    }));

  test.each(['briefing', 'markup', 'nodes', 'scene'])('--emit %s prints that form and writes nothing', form =>
    inFolder(folder => {
      copyReference(folder);
      const ran = briefwright(['build', '--emit', form], folder);
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect(ran.out.length).toBeGreaterThan(1000);
      expect(existsSync(join(folder, 'output'))).toBe(false);
    }),
  );

  test('--version and --help end with 0', () =>
    inFolder(folder => {
      expect(briefwright(['--version'], folder)).toEqual({ code: 0, out: `${VERSION}\n`, err: '' });
      expect(briefwright(['--help'], folder)).toMatchObject({ code: 0, err: '' });
    }));
});

function edit(path: string, pattern: RegExp, replacement: string): void {
  const text = readFileSync(path, 'utf8');
  if (!pattern.test(text)) throw new Error(`${path} has nothing like ${pattern}`);
  writeFileSync(path, text.replace(pattern, replacement));
}
