import fc from 'fast-check';
import LineBreaker from 'linebreak';
import { describe, expect, test } from 'vitest';
import { spread } from '../../src/diagrams/spread.ts';
import { loadFaces } from '../../src/fonts/fonts.ts';
import { heightAt, layBlock, remeasure, type Typeset, typeset } from '../../src/layout/blocks.ts';
import { namer, type SlideContext } from '../../src/layout/context.ts';
import { balanceHeading } from '../../src/layout/headings.ts';
import { breakLines, longestWord, naturalWidth } from '../../src/layout/lines.ts';
import { findOpportunities, keepUnits } from '../../src/layout/opportunities.ts';
import type { TextRole } from '../../src/model/brand.ts';
import { NOWHERE } from '../../src/model/origin.ts';
import { deckOf, paragraph, sourceOf } from '../support/nodes.ts';
import { builtIn, house } from '../support/scene.ts';

const contexts = Object.fromEntries(
  await Promise.all(
    ['en', 'ko', 'zh', 'ja', 'he'].map(async language => [language, await contextOf(language)] as const),
  ),
);

async function contextOf(language: string): Promise<SlideContext> {
  const source = sourceOf();
  return {
    deck: deckOf([], language),
    brand: house.brand,
    faces: await loadFaces(builtIn, house.brand, language),
    ledger: source.briefing.ledger,
    pictures: new Map(),
    language,
    named: new Map(),
    numbers: new Map(),
    pages: new Map(),
    opportunities: new Map(),
    said: new Set(),
    atlas: null,
    report: () => {},
    number: 1,
    id: 'slide',
    design: house.layouts['title-content'],
    name: namer(),
  };
}

function set(words: string, size = 16, language = 'en', role: TextRole = 'body'): Typeset {
  const spec = {
    name: 'text',
    role,
    colour: null,
    align: 'left',
    anchor: 'top',
    placeholder: null,
    ground: 'paper',
    origin: NOWHERE,
  } as const;
  return typeset({ ...spec, paragraphs: [paragraph(words)] }, size, contexts[language]!);
}

/** Lines as PowerPoint shows them, parted by ` | `. */
function broken(words: string, width: number, language = 'en'): string {
  const measured = set(words, 16, language).measured[0]!;
  return breakLines(measured, width)
    .lines.map(({ start, end }) => measured.text.slice(start, end))
    .join(' | ');
}

describe('a line ends where PowerPoint ends it', () => {
  test.each`
    width  | language | words                          | lines
    ${100} | ${'en'}  | ${'State pledge for AI chips'} | ${'State pledge | for AI chips'}
    ${90}  | ${'en'}  | ${'an input/output ratio'}     | ${'an | input/output | ratio'}
    ${60}  | ${'en'}  | ${'of ₩\u00A09.4 trillion'}    | ${'of ₩\u00A09.4 | trillion'}
    ${90}  | ${'en'}  | ${'a range of 10–15%'}         | ${'a range of | 10–15%'}
    ${80}  | ${'en'}  | ${'high-bandwidth'}            | ${'high- | bandwidth'}
    ${50}  | ${'en'}  | ${'Incomprehensible'}          | ${'Incom | prehen | sible'}
    ${78}  | ${'ko'}  | ${'반도체 관측된 값'}          | ${'반도체 관 | 측된 값'}
    ${66}  | ${'zh'}  | ${'韩国拟投入芯片，'}          | ${'韩国拟投 | 入芯片，'}
    ${66}  | ${'zh'}  | ${'在（芯片）投入'}            | ${'在（芯 | 片）投入'}
    ${66}  | ${'zh'}  | ${'韩国《芯片法》生效'}        | ${'韩国《芯 | 片法》生 | 效'}
    ${66}  | ${'ja'}  | ${'半導体を、支援'}            | ${'半導体 | を、支援'}
    ${66}  | ${'ja'}  | ${'国は「半導体」だ'}          | ${'国は「半 | 導体」だ'}
  `('$words in $width pt: $lines', ({ width, language, words, lines }) => {
    expect(broken(words, width, language)).toBe(lines);
  });

  test('trailing spaces hang beyond the edge', () => {
    const measured = set('word word').measured[0]!;
    const word = naturalWidth(set('word').measured[0]!);
    expect(breakLines(measured, word).lines.map(({ width }) => width)).toEqual(
      [word, word].map(w => expect.closeTo(w, 6)),
    );
  });

  test('an asked-for break ends a line whatever is left of it', () => {
    const text = set('one two');
    const [first] = text.paragraphs;
    const [run] = first!.runs;
    const asked = remeasure(
      { ...text, paragraphs: [{ ...first!, runs: [run!, { kind: 'break', instead: null }, run!] }] },
      contexts.en!,
    );
    expect(breakLines(asked.measured[0]!, 500).count).toBe(2);
  });
});

describe('height is reserved for the program that breaks more lines', () => {
  test('LibreOffice keeps Korean words whole and opens gaps between scripts', () => {
    const measured = set('AI 반도체와 HBM 메모리를 2027년까지 개발한다', 16, 'ko').measured[0]!;
    const counts = [120, 140, 160, 180, 200].map(width => breakLines(measured, width));
    expect(counts.some(({ lines, count }) => count > lines.length)).toBe(true);
    expect(counts.every(({ lines, count }) => count >= lines.length)).toBe(true);
  });
});

describe('a heading of two lines is balanced', () => {
  const balanced = (words: string, language: string, width = 540): string => {
    const text = balanceHeading(set(words, 26, language, 'title'), width, contexts[language]!);
    return text.paragraphs[0]!.runs.map(run => (run.kind === 'break' ? ' | ' : run.text)).join('');
  };
  test.each`
    language | words                                                             | heading
    ${'ko'}  | ${'반도체 인력 부족 심화: 2031년까지 5만\u00A04,000명 더 필요'}   | ${'반도체 인력 부족 심화: | 2031년까지 5만\u00A04,000명 더 필요'}
    ${'ko'}  | ${'정부는 인공지능 반도체에 9조\u00A04,000억\u00A0원을 투입한다'} | ${'정부는 인공지능 반도체에 | 9조\u00A04,000억\u00A0원을 투입한다'}
    ${'zh'}  | ${'韩国拟投入9.4万亿韩元发展芯片，2031年预计仍缺5.4万人'}         | ${'韩国拟投入9.4万亿韩元发展芯片， | 2031年预计仍缺5.4万人'}
    ${'en'}  | ${'The state pledges nine point four trillion won'}               | ${'The state pledges nine | point four trillion won'}
  `('$heading', ({ language, words, heading }) => {
    expect(balanced(words, language)).toBe(heading);
  });

  test('a Latin heading whose second line is long enough is left to PowerPoint', () => {
    expect(balanced('The state pledges nine point four trillion won for chips and for AI', 'en')).not.toContain('|');
  });
});

describe('a short text keeps its words and phrases whole', () => {
  /** The text of a box as it is written, its breaks as ` | `. */
  const laid = (words: string, width: number, language: string): string => {
    const frame = { x: 0, y: 0, width, height: 100 };
    const { paragraphs } = layBlock(set(words, 16, language), frame, contexts[language]!);
    return paragraphs[0]!.runs.map(run => (run.kind === 'break' ? ' | ' : run.text)).join('');
  };
  test.each`
    language | width  | words                                      | lines
    ${'ko'}  | ${140} | ${'와에드 벤처스(아람코)'}                 | ${'와에드 | 벤처스(아람코)'}
    ${'ko'}  | ${170} | ${'공동으로 개발한 2024년 4월 합의'}       | ${'공동으로 개발한 | 2024년 4월 합의'}
    ${'ko'}  | ${156} | ${'우리의 별도 펀드 1조 4,000억 원'}       | ${'우리의 별도 펀드 | 1조 4,000억 원'}
    ${'zh'}  | ${120} | ${'三星电子由第一季度起'}                  | ${'三星电子 | 由第一季度起'}
    ${'zh'}  | ${170} | ${'普渡大学；集邦咨询（2024）'}            | ${'普渡大学； | 集邦咨询（2024）'}
    ${'en'}  | ${152} | ${'Auditors put it at up to 81,000'}       | ${'Auditors put it | at up to 81,000'}
    ${'en'}  | ${150} | ${'SK plans to invest ₩103 trillion'}      | ${'SK plans to | invest ₩103 trillion'}
    ${'en'}  | ${150} | ${'A plan that PowerPoint breaks as well'} | ${'A plan that PowerPoint breaks as well'}
    ${'ko'}  | ${30}  | ${'반도체산업협회'}                        | ${'반도체산업협회'}
  `('$lines', ({ language, width, words, lines }) => {
    expect(laid(words, width, language)).toBe(lines);
  });

  test('prose is left to flow', () => {
    expect(laid('정부는 인공지능 반도체에 자금을 투입한다 '.repeat(6).trim(), 130, 'ko')).not.toContain('|');
  });

  test('it takes no line more, shows no word more or less, and fits', () => {
    const words = fc.constantFrom(
      '칩',
      'up to',
      '반도체',
      '9조 4,000억 원',
      '芯片（2024）',
      '由',
      'SK hynix',
      '₩103',
      '등',
      ', ',
    );
    const width = fc.integer({ min: 20, max: 400 });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), width, (parts, width) => {
        const text = set(parts.join(' '), 16, 'ko');
        const block = layBlock(text, { x: 0, y: 0, width, height: 100 }, contexts.ko!);
        const shown = block.lines.flatMap(({ spans }) => spans.map(span => span.text)).join('');
        expect(shown.replaceAll(' ', '')).toBe(text.measured[0]!.text.replaceAll(' ', ''));
        expect(block.height).toBeLessThanOrEqual(heightAt(text, width) + 0.01);
        expect(block.lines.every(line => line.width <= width + 0.01)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('a break keeps what LibreOffice adds before it out of the next line', () => {
    const [one, two] = ['반도체 AI 반도체 AI', '2027년 AI'].map(words => set(words, 16, 'ko').paragraphs[0]!.runs);
    const text = set('x', 16, 'ko');
    const runs = [...one!, { kind: 'break', instead: null } as const, ...two!];
    const { reach } = remeasure({ ...text, paragraphs: [{ ...text.paragraphs[0]!, runs }] }, contexts.ko!).measured[0]!
      .libreoffice!;
    const alone = set('2027년 AI', 16, 'ko').measured[0]!.libreoffice!.reach.at(-1)!;
    expect(reach.at(-1)! - reach['반도체 AI 반도체 AI'.length + 1]!).toBeCloseTo(alone, 1);
  });
});

describe('typography of a language', () => {
  test('lines stand as far apart as its script asks for', () => {
    const pitches = (role: TextRole) =>
      ['en', 'ko', 'zh'].map(language => set('x', 16, language, role).paragraphs[0]!.pitch / 16);
    expect(pitches('body')).toEqual([1.3, 1.45, 1.4].map(pitch => expect.closeTo(pitch, 2)));
    expect(pitches('title')).toEqual([1.15, 1.25, 1.25].map(pitch => expect.closeTo(pitch, 2)));
  });

  test.each(['Arial', 'Calibri'])('the digits of %s stand below each other', family => {
    for (const bold of [false, true]) {
      const { widths } = contexts.en!.faces.advances('0123456789', { family, bold, italic: false, size: 13 });
      expect(new Set(widths).size).toBe(1);
    }
  });

  test.each([
    ['he', 'אונייה גדולה', 'right'],
    ['en', 'אונייה גדולה', 'right'],
    ['en', 'السفينة', 'right'],
    ['en', 'The ship אונייה', 'left'],
    ['en', '2024 אונייה', 'right'],
    ['en', '2024', 'left'],
  ])('in a deck in %s “%s” begins at the %s', (language, words, side) => {
    expect(set(words, 16, language).paragraphs[0]!.align).toBe(side);
  });

  test('a list that runs from right to left hangs from its bullets at the right', () => {
    const text = set('- אונייה', 16, 'he');
    const [line] = layBlock(text, { x: 100, y: 0, width: 400, height: 40 }, contexts.en!).lines;
    const [bullet, words] = line!.spans;
    expect(bullet!.x + bullet!.width).toBeCloseTo(500, 1);
    expect(words!.x + words!.width).toBeCloseTo(500 - 16, 1);
  });
});

describe('laws of lines', () => {
  const words = fc.array(
    fc.constantFrom('chips', 'a', '반도체', '9.4', '芯片', '–', 'high-bandwidth', '10/20', '₩', ', '),
    {
      minLength: 1,
      maxLength: 30,
    },
  );
  const text = words.map(parts => set(parts.join(' '), 16, 'ko').measured[0]!);

  test('a wider box never needs more lines', () => {
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 20, max: 400 }),
        fc.integer({ min: 0, max: 200 }),
        (measured, width, more) => {
          expect(breakLines(measured, width + more).count).toBeLessThanOrEqual(breakLines(measured, width).count);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('lines follow each other, lose only spaces, and fit wherever a character fits', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 400 }), (measured, width) => {
        const { lines } = breakLines(measured, width);
        const kept = lines.map(({ start, end }) => measured.text.slice(start, end)).join('');
        expect(kept.replaceAll(' ', '')).toBe(measured.text.replaceAll(' ', ''));
        expect(lines.every(line => line.width <= width + 0.01)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('the longest word is no wider than the line that it stands on', () => {
    fc.assert(fc.property(text, measured => longestWord(measured) <= naturalWidth(measured) + 0.01));
  });

  test('points that are spread keep their distance and their order', () => {
    const wanted = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(wanted, fc.integer({ min: 1, max: 120 }), (some, distance) => {
        const ascending = [...some].sort((a, b) => a - b);
        const found = spread(ascending, distance, { from: 0, to: 900 });
        for (const [index, at] of found.entries()) {
          expect(at).toBeGreaterThanOrEqual(-1e-9);
          expect(at).toBeLessThanOrEqual(900 + 1e-9);
          if (index > 0) expect(at - found[index - 1]!).toBeGreaterThanOrEqual(distance - 1e-6);
        }
      }),
    );
  });
});

test('lines that we end ourselves keep a number with its unit, in figures and in words', () => {
  const ends = (text: string): readonly string[] =>
    keepUnits(text, findOpportunities(text)).map(({ position }) => text.slice(0, position));
  expect(ends('约5万人')).toEqual(['约', '约5万人']);
  expect(ends('向AI芯片')).toEqual(['向', '向AI芯片']);
  expect(ends('第二季度占')).toEqual(['第二季度', '第二季度占']);
  expect(ends('1500万美元投资').slice(0, 1)).toEqual(['1500万美元']);
});

test('letters, digits and points of ASCII break where the rules of Unicode break them', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aZ09,.;:  '), maxLength: 20 });
  fc.assert(
    fc.property(text, text => {
      const breaker = new LineBreaker(text);
      const wanted: number[] = [];
      for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) wanted.push(next.position);
      const found = findOpportunities(text).map(({ position }) => position);
      expect(found).toEqual(text === '' ? [0] : wanted);
    }),
    { numRuns: 2000 },
  );
});
