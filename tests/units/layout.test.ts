import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadFaces } from '../../src/fonts/fonts.ts';
import { layout } from '../../src/layout/layout.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Box, Deck, Node, SlideNode } from '../../src/model/node.ts';
import { NOWHERE } from '../../src/model/origin.ts';
import type { Item, Scene, Slide, TableItem, TextBlock } from '../../src/model/scene.ts';
import { bottom, contains, inches, overlapArea, right } from '../../src/model/units.ts';
import {
  box,
  card,
  chartNode,
  chartOf,
  deckOf,
  diagram,
  fill,
  paragraph,
  part,
  row,
  run,
  slide,
  sourceOf,
  table,
  text,
  use,
} from '../support/nodes.ts';
import { builtIn, house } from '../support/scene.ts';

const faces = { en: await loadFaces(builtIn, house.brand, 'en'), ko: await loadFaces(builtIn, house.brand, 'ko') };
const ledger = sourceOf([
  ['pledge', 'Ministry of Science', '2024'],
  ['fund', 'Presidential Office', null],
  ['pledge-again', 'Ministry of Science', '2024'],
]);

function lay(deck: Deck): { readonly scene: Scene; readonly said: readonly Diagnostic[] } {
  const said: Diagnostic[] = [];
  const language = deck.identity.language as 'en' | 'ko';
  return { scene: layout(deck, ledger, faces[language], diagnostic => said.push(diagnostic)), said };
}

function laid(body: Box | null, more: Partial<SlideNode> = {}): Slide {
  return lay(deckOf([slide('A title that says what is so', body, more)])).scene.slides[0]!;
}

const named = (items: readonly Item[], name: string): Item => {
  const found = items.find(item => item.name === name);
  if (found === undefined) throw new Error(`no ${name} among ${items.map(item => item.name).join(', ')}`);
  return found;
};
const words = (item: Item): string =>
  item.kind === 'text'
    ? item.paragraphs.map(({ runs }) => runs.map(one => (one.kind === 'run' ? one.text : ' | ')).join('')).join('\n')
    : '';
const sizeOf = (item: Item): number => {
  const [first] = (item as TextBlock).paragraphs[0]!.runs;
  return first!.kind === 'run' ? first!.size : 0;
};

describe('the body', () => {
  test('a text with room in its placeholder stands as the layout has it, so that it moves when that is changed', () => {
    const body = (words: string) => {
      const { items } = laid(box([text(words, 'body', { placeholder: 'body' })]), { layout: 'title-content' });
      return named(items, 'body').frame;
    };
    const { placeholders, content } = house.layouts['title-content'];
    const given = placeholders.find(({ name }) => name === 'body')!.frame;
    expect(body('Few words')).toEqual(given);
    expect(body('Many words '.repeat(230)).height).toBeGreaterThan(given.height);
    expect(bottom(body('Many words '.repeat(230)))).toBeCloseTo(bottom(content));
  });

  test('begins below a subhead and ends above a so-what', () => {
    const body = box([text('Body', 'body', { placeholder: 'body' })]);
    const plain = named(laid(body, { layout: 'title-only' }).items, 'body').frame;
    const both = laid(body, { layout: 'title-only', texts: [fill('subhead', 'Measure'), fill('so-what', 'So what')] });
    expect([plain.y, bottom(plain)].map(y => y / 72)).toEqual([1.8, 6.45].map(y => expect.closeTo(y, 2)));
    const { frame } = named(both.items, 'body');
    expect([frame.y, bottom(frame)].map(y => y / 72)).toEqual([2, 5.75].map(y => expect.closeTo(y, 2)));
  });

  test('columns of a row stand on the page’s grid of twelve', () => {
    const { items } = laid(box([row([text('a'), text('b')], { columns: [8, 4] })]));
    const [a, b] = [named(items, 'body').frame, named(items, 'body 2').frame];
    expect([a.x, right(a), b.x, right(b)].map(x => x / 72)).toEqual(
      [0.6, 8.622, 8.822, 12.733].map(x => expect.closeTo(x, 2)),
    );
  });

  test('a grid begins a new row, and the last row’s cells are as wide as those above', () => {
    const cells = ['a', 'b', 'c', 'd', 'e'].map(name => card([text(name)], { name }));
    const { items } = laid(box([box(cells, { direction: 'row', wrap: 3 })]));
    const frames = ['a', 'b', 'c', 'd', 'e'].map(name => named(items, `${name} ground`).frame);
    expect(new Set(frames.map(({ width }) => width)).size).toBe(1);
    expect([frames[3]!.x, frames[4]!.x]).toEqual([frames[0]!.x, frames[1]!.x]);
    expect(frames[3]!.y).toBeGreaterThanOrEqual(bottom(frames[0]!));
  });

  test('a card’s texts know the ground they stand on, and stand inside it', () => {
    const { items } = laid(box([row([card([text('In')]), text('Out')])]));
    const [ground, inside, outside] = [named(items, 'card ground'), named(items, 'body'), named(items, 'body 2')];
    expect([(inside as TextBlock).ground, (outside as TextBlock).ground]).toEqual(['panel', 'paper']);
    expect(contains(ground.frame, inside.frame)).toBe(true);
    expect(items.indexOf(ground)).toBeLessThan(items.indexOf(inside));
  });

  test('a column is never narrower than its longest word', () => {
    const { items } = laid(box([row([text('a'), text('Incomprehensibilities', 'heading')], { columns: [11, 1] })]));
    expect((named(items, 'heading') as TextBlock).lines).toHaveLength(1);
  });

  test('a figure takes the height that texts leave', () => {
    const { items } = laid(box([text('One line'), chartNode(chartOf('bar', ['a', 'b'], [[1, 2]]))]));
    expect(bottom(named(items, 'chart').frame)).toBeCloseTo(inches(6.45), 1);
  });
});

describe('what is too much', () => {
  const points = (count: number): Node =>
    text(Array.from({ length: count }, (_, at) => `- Point ${at} of a long list`));

  test('is shrunk in whole points, all texts of a role together', () => {
    const { items } = laid(box([row([points(16), points(2)])]));
    const sizes = [named(items, 'body'), named(items, 'body 2')].map(sizeOf);
    expect(sizes[0]).toBeLessThan(16);
    expect(sizes[0]).toBeGreaterThanOrEqual(12);
    expect(sizes[1]).toBe(sizes[0]);
    expect(Number.isInteger(sizes[0])).toBe(true);
  });

  test('and still too much at the smallest size, needs more height than its frame, which stays on the slide', () => {
    const column = box([text('Head', 'heading'), points(40)]);
    const block = named(laid(box([row([column, text('Beside')])])).items, 'body') as TextBlock;
    expect(sizeOf(block)).toBe(12);
    expect(block.height).toBeGreaterThan(block.frame.height);
    expect(bottom(block.frame)).toBeLessThanOrEqual(inches(6.45) + 0.01);
  });

  test('numbers of cards share the largest size at which the widest fits', () => {
    const cards = ['₩9.4', '123,456', '54,000', '7'].map(number => card([text(number, 'number')]));
    const { items } = laid(box([row(cards)]));
    const blocks = ['number', 'number 2', 'number 3', 'number 4'].map(name => named(items, name) as TextBlock);
    expect(new Set(blocks.map(sizeOf)).size).toBe(1);
    expect(sizeOf(blocks[0]!)).toBeLessThan(54);
    expect(new Set(blocks.map(block => block.lines[0]!.baseline)).size).toBe(1);
    expect(blocks.every(block => !block.wrap && block.frame.width >= block.lines[0]!.width * 1.02)).toBe(true);
  });

  test('a title of two lines that does not fit at 26 pt is set at 24', () => {
    const long =
      'One sentence that states the takeaway, with every number that proves it, and nothing that does not belong to it at all, 2024';
    const { scene } = lay(deckOf([slide(long, null)]));
    const title = scene.slides[0]!.items[0] as TextBlock;
    expect([sizeOf(title), title.lines.length]).toEqual([26, 2]);
    expect(title.height).toBeLessThanOrEqual(title.frame.height);
  });

  test('a table that is too tall beside something else is reported with the rows to take out', () => {
    const rows = ['Name|Value', ...Array.from({ length: 30 }, (_, at) => `Row ${at}|${at}`)];
    const { said } = lay(deckOf([slide('Title', box([row([table(rows), text('Beside')])]))]));
    expect(said.map(({ problem, hint }) => [problem.code, hint])).toEqual([
      ['table-too-tall', expect.stringMatching(/^take out \d+ of its 31 rows, or cut about \d+ characters/)],
    ]);
  });

  test('a table of one row that is too tall is not to lose its only row', () => {
    const { said } = lay(deckOf([slide('Title', box([table(['Name|Value', `Row|${'many words '.repeat(900)}`])]))]));
    expect(said.map(({ problem, hint }) => [problem.code, hint])).toEqual([
      ['table-too-tall', expect.stringMatching(/^cut about \d{4} characters from its longest cells, or /)],
    ]);
  });
});

describe('a table', () => {
  const { items } = laid(
    box([table(['Programme|Money, ₩tn|Who pays', 'AI initiative|9.4|State budget, and a loan', 'Chips|33|Loans'])]),
  );
  const item = named(items, 'table') as TableItem;

  test('is as wide as its frame and as high as its rows', () => {
    expect(item.columns.reduce((sum, width) => sum + width, 0)).toBeCloseTo(item.frame.width, 0);
    expect(item.rows.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(item.frame.height, 1);
  });

  test('has a muted bold head, and hairlines only', () => {
    const [head] = item.rows;
    expect(head!.cells[0]!.text.paragraphs[0]!.runs[0]).toMatchObject({ bold: true, colour: 'muted', size: 12 });
    expect(item.rows.map(({ rule }) => rule?.colour)).toEqual(['muted', 'hairline', 'hairline']);
  });

  test('gives a column by what stands in it', () => {
    expect(item.columns[2]).toBeGreaterThan(item.columns[1]!);
  });
});

describe('a timeline', () => {
  const timeline = (events: typeof five) => diagram('timeline', { scale: 'yes' }, events);
  const five = ['2024-01-01', '2024-01-11', '2024-01-21', '2025-02-04', '2025-12-01'].map((date, at) =>
    part('event', { at: date, date }, `Event number ${at} of five`),
  );

  test('stands to scale, and its labels keep clear of each other', () => {
    const group = named(laid(box([timeline(five)])).items, 'timeline');
    if (group.kind !== 'group') throw new Error('no group');
    const dots = group.items.filter(({ name }) => name.endsWith('dot')).map(({ frame }) => frame.x + frame.width / 2);
    expect((dots[3]! - dots[0]!) / (dots[4]! - dots[0]!)).toBeCloseTo(400 / 700, 2);
    const labels = group.items.filter(item => item.kind === 'text').map(({ frame }) => frame);
    labels.forEach((a, at) => {
      for (const b of labels.slice(at + 1)) expect(overlapArea(a, b)).toBe(0);
    });
  });

  test('its axis is a connector, and each event is read after its dot', () => {
    const group = named(laid(box([timeline(five.slice(0, 3))])).items, 'timeline');
    if (group.kind !== 'group') throw new Error('no group');
    expect(group.items[0]).toMatchObject({ kind: 'connector', arrow: 'end' });
    expect(group.items.filter(({ kind }) => kind === 'text').map(({ name }) => name)).toEqual(
      [1, 2, 3].map(n => `timeline event ${n}`),
    );
  });
});

describe('what stands around the body', () => {
  const sourceLine = {
    sourceLabel: 'Source:',
    noteLabel: 'Note:',
    see: null,
    own: null,
    note: [run('rounded.')],
    origin: NOWHERE,
  };

  test('the source line names each source once, in order of first use, behind the note', () => {
    const facts = ['pledge', 'fund', 'pledge-again', 'unknown'].map(use);
    expect(words(named(laid(null, { sourceLine, facts }).items, 'source'))).toBe(
      'Note: rounded.\nSource: Ministry of Science (2024); Presidential Office',
    );
  });

  test('a summary names the slides that name the sources of its facts, and the sources of the others', () => {
    const [pledge, fund] = ['pledge', 'fund'].map(use);
    const summary = slide('Summary', null, {
      facts: [pledge!, fund!],
      sourceLine: { ...sourceLine, note: null, see: 'as named on slides {slides}' },
    });
    expect(
      words(
        named(
          lay(deckOf([summary, slide('Evidence', null, { facts: [pledge!], sourceLine })])).scene.slides[0]!.items,
          'source',
        ),
      ),
    ).toMatch(/^Source: as named on slides 2; \S/);
  });

  test('no source line without facts and without a note', () => {
    expect(laid(null, { sourceLine: { ...sourceLine, note: null } }).items.map(({ name }) => name)).not.toContain(
      'source',
    );
  });

  test('the tracker names every section, the current one in bold ink', () => {
    const sections = ['Investment', 'Leaders', 'Talent'].map(title => ({ id: title, title, tracked: true }));
    const deck = deckOf([slide('Title', null, { tracker: true, section: 'Leaders' })], 'en', {
      sections: [...sections, { id: 'end', title: 'Sources', tracked: false }],
    });
    const blocks = lay(deck).scene.slides[0]!.items.filter(({ name }) => name.startsWith('tracker')) as TextBlock[];
    expect(blocks.map(({ placeholder }) => placeholder)).toEqual([null, 'tracker', null]);
    expect(blocks.flatMap(({ paragraphs }) => paragraphs[0]!.runs)).toMatchObject([
      { text: 'Investment', bold: false, colour: 'muted' },
      { text: 'Leaders', bold: true, colour: 'ink' },
      { text: 'Talent', bold: false, colour: 'muted' },
    ]);
  });

  test('the names of the tracker stand at one place, whichever of them is bold', () => {
    const sections = ['Investment', 'Leaders', 'Talent'].map(title => ({ id: title, title, tracked: true }));
    const slides = sections.map(({ id }) => slide(id, null, { tracker: true, section: id }));
    const places = lay(deckOf(slides, 'en', { sections })).scene.slides.map(({ items }) =>
      items.filter(({ name }) => name.startsWith('tracker')).map(({ frame }) => frame),
    );
    expect(places).toEqual([places[0], places[0], places[0]]);
  });

  test('two sections have no tracker', () => {
    const sections = ['Investment', 'Leaders'].map(title => ({ id: title, title, tracked: true }));
    const deck = deckOf([slide('Title', null, { tracker: true, section: 'Leaders' })], 'en', { sections });
    expect(lay(deck).scene.slides[0]!.items.map(({ name }) => name)).not.toContain('tracker');
  });

  test('the footer drops what is empty, and the slide’s number is a field', () => {
    const { items } = laid(null);
    expect(words(named(items, 'footer'))).toBe('Briefing | Internal | 15 July 2025');
    expect((named(items, 'slide-number') as TextBlock).paragraphs[0]!.runs).toMatchObject([
      { field: 'number', text: '1' },
    ]);
  });

  test('the so-what stands in bold on a panel of its own', () => {
    const { items } = laid(null, { texts: [fill('so-what', 'The state signals direction')] });
    expect(contains(named(items, 'so-what ground').frame, named(items, 'so-what').frame)).toBe(true);
    expect((named(items, 'so-what') as TextBlock).paragraphs[0]!.runs).toMatchObject([{ bold: true }]);
  });

  test('the title is read first, and its words are the slide’s title', () => {
    const one = laid(box([text('Body')]));
    expect([one.items[0]!.name, one.title]).toEqual(['title', 'A title that says what is so']);
  });

  test('page numbers of sections are known once slides are numbered', () => {
    const field = (target: string) =>
      text('x', 'body', {
        paragraphs: [{ ...paragraph(''), inlines: [{ kind: 'field', field: 'page-of', target, origin: NOWHERE }] }],
      });
    const { scene } = lay(
      deckOf([
        slide('Agenda', box([field('leaders'), field('nowhere')])),
        slide('Leaders', null, { section: 'leaders' }),
      ]),
    );
    expect(words(named(scene.slides[0]!.items, 'body'))).toBe('2');
    expect(words(named(scene.slides[0]!.items, 'body 2'))).toBe('–');
    const links = ['body', 'body 2'].map(
      name => (named(scene.slides[0]!.items, name) as TextBlock).paragraphs[0]!.runs,
    );
    expect(links).toMatchObject([[{ href: '#leaders' }], [{ href: null }]]);
  });
});

describe('text for PowerPoint', () => {
  test('has a first line whose baseline is a fifth of the size above the end of its pitch', () => {
    const block = named(laid(box([text('One')])).items, 'body') as TextBlock;
    expect(block.lines[0]!.baseline).toBeCloseTo(block.frame.y + 16 * 1.3 - 0.2 * 16, 1);
  });

  test('list items hang behind their bullets, numbers begin again', () => {
    const block = named(laid(box([text(['- a', '-- b', '- c', '# d', '# e'])])).items, 'body') as TextBlock;
    expect(block.lines.map(({ spans }) => spans[0]!.text)).toEqual(['•', '–', '•', '1.', '2.']);
    expect(block.paragraphs.map(({ indent }) => indent)).toEqual([16, 32, 16, 22, 22]);
  });

  test('words keep clear of the tenth number, and stand below each other', () => {
    const block = named(laid(box([text(Array<string>(10).fill('# a'))])).items, 'body') as TextBlock;
    const starts = block.lines.map(({ spans }) => spans[1]!.x - spans[0]!.x);
    expect(new Set(starts).size).toBe(1);
    const tenth = block.lines[9]!.spans[0]!;
    const width = faces.en.advances(tenth.text, tenth).widths.reduce((sum, one) => sum + one, 0);
    expect(starts[0]).toBeGreaterThan(width + 0.2 * tenth.size);
  });

  test('a line knows its paragraph, and its stretches the runs that they are of', () => {
    const block = named(laid(box([text(['- Samsung (삼성) leads the field', '- b'])])).items, 'body') as TextBlock;
    expect(block.lines.map(line => line.paragraph)).toEqual([0, 1]);
    const ofLine = block.lines[0]!.spans.map(({ text: words, run: of }) => [words, of?.text, of?.language]);
    expect(ofLine).toEqual([
      ['•', undefined, undefined],
      ['Samsung (', 'Samsung (', 'en-GB'],
      ['삼성', '삼성) ', 'ko-KR'],
      [') ', '삼성) ', 'ko-KR'],
      ['leads the field', 'leads the field', 'en-GB'],
    ]);
  });

  test('a Korean name in an English deck is marked as Korean', () => {
    const block = named(laid(box([text('Samsung (삼성) leads')])).items, 'body') as TextBlock;
    expect(block.paragraphs[0]!.runs).toMatchObject([
      { text: 'Samsung (', language: 'en-GB' },
      { text: '삼성) ', language: 'ko-KR' },
      { text: 'leads', language: 'en-GB' },
    ]);
  });

  test('a character that cannot be measured is reported once', () => {
    const { said } = lay(deckOf([slide('Title', box([text('✓ one ✓ two')])), slide('Next', box([text('✓')]))]));
    expect(said.map(({ problem, message }) => [problem.code, message])).toEqual([
      ['unmeasured-character', '“✓” (U+2713) is not in the face that measures Arial; it counts as one em.'],
    ]);
  });
});

describe('laws of layout', () => {
  const leaf: fc.Arbitrary<Node> = fc.oneof(
    fc
      .tuple(fc.lorem({ maxCount: 30 }), fc.constantFrom('body', 'lead', 'label', 'heading'))
      .map(([some, role]) => text(some, role as 'body')),
    fc.constantFrom('₩9.4tn', '54,000').map(some => text(some, 'number')),
    fc.constant(chartNode(chartOf('column', ['2021', '2022', '2023F'], [[1, 5, 3]]))),
    fc.constant(table(['Name|Value', 'Samsung|42.9', 'SK hynix|34.5'])),
  );
  const tree = fc.letrec<{ node: Node; box: Box }>(tie => ({
    node: fc.oneof({ maxDepth: 3, withCrossShrink: true }, leaf, tie('box')),
    box: fc
      .record({
        children: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
        direction: fc.constantFrom('row', 'column'),
        gap: fc.constantFrom('none', 's', 'm', 'l'),
        padding: fc.constantFrom('none', 's', 'm'),
        fill: fc.constantFrom(null, 'panel'),
        accent: fc.boolean(),
        grow: fc.boolean(),
        align: fc.constantFrom('start', 'centre', 'stretch'),
      })
      .map(({ children, ...more }) => box(children, more as Partial<Box>)),
  })).box;

  /** Paths to numbers that are not finite. */
  const infinite = (value: unknown, path = ''): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => infinite(inner, `${path}/${key}`))
      : typeof value === 'number' && !Number.isFinite(value)
        ? [path]
        : [];

  test('every number of a scene is finite, and everything stands on the slide or is reported', () => {
    fc.assert(
      fc.property(tree, body => {
        const { scene, said } = lay(deckOf([slide('Title', body)]));
        const { items } = scene.slides[0]!;
        expect(infinite(items)).toEqual([]);
        const region = { x: 43, y: 118, width: 875, height: 347 };
        const out = items.slice(1, -2).filter(({ frame }) => !contains(region, frame, 1));
        expect(said.length > 0 ? [] : out.map(({ name, frame }) => ({ name, ...frame }))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('the same deck is laid out the same twice', () => {
    fc.assert(
      fc.property(tree, body => {
        const deck = deckOf([slide('Title', body)]);
        expect(lay(deck).scene.slides).toEqual(lay(deck).scene.slides);
      }),
      { numRuns: 20 },
    );
  });

  test('names are unique on their slide', () => {
    fc.assert(
      fc.property(tree, body => {
        const names = lay(deckOf([slide('Title', body)])).scene.slides[0]!.items.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: 30 },
    );
  });
});
