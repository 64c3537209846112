/** The PowerPoint writer: valid for every Office, sound, true to the scene, bound to the theme, the same twice. */
import { XmlElement } from '@rgrove/parse-xml';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Brand, colourOf, THEME_SLOTS } from '../../src/model/brand.ts';
import type { Item, LaidParagraph, Scene, TextBlock } from '../../src/model/scene.ts';
import { readZip, writeZip } from '../../src/package/package.ts';
import { callsOf } from '../../src/writers/pptx/calls.ts';
import { formatOf } from '../../src/writers/pptx/label.ts';
import { pptx } from '../../src/writers/pptx/pptx.ts';
import { instantOf } from '../../src/writers/pptx/presentation.ts';
import { printCalls } from '../support/calls.ts';
import { cellsOf, type Deck, elements, openDeck } from '../support/deck.ts';
import { EVERYTHING, filled, frozen, LAYOUT_SLIDES } from '../support/everything.ts';
import { buildFixture } from '../support/fixture.ts';
import { breaches, LAWS } from '../support/laws.ts';
import { chartsOf } from '../support/reading.ts';
import { sceneOf, slideOf } from '../support/scene.ts';
import { OFFICE_VERSIONS, validate } from '../support/validator.ts';

const context = {
  faces: null as never,
  modified: null,
  version: '1.2.3',
  input: 'f00d',
  report: () => {},
  handout: () => [],
};
const written = async (scene: Scene): Promise<Uint8Array> => (await pptx.write(scene, context))[0]!.bytes;

let bytes: Uint8Array;
let deck: Deck;
beforeAll(async () => {
  bytes = await written(EVERYTHING);
  deck = openDeck(bytes);
});

const slide = (number: number): XmlElement => deck.root(`ppt/slides/slide${number}.xml`)!;
const shapeNamed = (root: XmlElement, name: string): XmlElement =>
  elements(root).find(
    element =>
      ['p:sp', 'p:pic', 'p:graphicFrame', 'p:cxnSp', 'p:grpSp'].includes(element.name) &&
      elements(element, 'p:cNvPr')[0]!.attributes.name === name,
  )!;
const xmlOf = (part: string, name: string): string => {
  const text = deck.text(part);
  const at = text.indexOf(` name="${name}"`);
  return text.slice(text.lastIndexOf('<p:nv', at), text.indexOf('</p:sp>', at));
};

describe('the package', () => {
  test('Microsoft’s validator finds nothing in a deck with every kind of item, for any Office', {
    timeout: 180_000,
  }, async () => {
    expect(await validate(bytes, OFFICE_VERSIONS)).toEqual([]);
  });

  test('nor in one slide on each layout, nor in a deck without slides', { timeout: 60_000 }, async () => {
    for (const slides of [LAYOUT_SLIDES, []]) {
      const other = await written(sceneOf(slides));
      expect(breaches(other)).toEqual([]);
      expect(await validate(other, ['Office2007', 'Microsoft365'])).toEqual([]);
    }
  });

  test('the workbooks behind its charts are valid, too', { timeout: 60_000 }, async () => {
    for (const name of deck.names(/\.xlsx$/))
      expect(await validate(deck.files.get(name)!, undefined, 'xlsx')).toEqual([]);
  });

  test('no package law is broken', () => {
    expect(breaches(bytes)).toEqual([]);
  });

  test('the same scene gives the same bytes, and writing changes nothing in it', async () => {
    await written(sceneOf(LAYOUT_SLIDES));
    expect(await written(EVERYTHING)).toEqual(bytes);
  });

  test('dates come from the briefing, or from the instant that is asked for', async () => {
    expect(deck.text('docProps/core.xml')).toContain('>2025-07-15T00:00:00Z<');
    const [dated] = await pptx.write(EVERYTHING, { ...context, modified: '2001-02-03T04:05:06.789Z' });
    expect(openDeck(dated!.bytes).text('docProps/core.xml')).toContain('>2001-02-03T04:05:06Z<');
  });

  test.each([
    ['2025', '2025-01-01T00:00:00Z'],
    ['2025-07', '2025-07-01T00:00:00Z'],
    ['2025-07-15', '2025-07-15T00:00:00Z'],
    ['soon', '1980-01-01T00:00:00Z'],
  ])('the date %s is the instant %s', (date, instant) => {
    expect(instantOf(date)).toBe(instant);
  });
});

/** The deck with one of its parts changed; an entry that is undefined is left out. */
const tampered = (change: (files: Map<string, Uint8Array | string>) => void): Uint8Array => {
  const files = new Map<string, Uint8Array | string>(readZip(bytes));
  change(files);
  return writeZip([...files].map(([name, content]) => ({ name, content })));
};
const replaced = (name: string, from: string | RegExp, to: string) => (): Uint8Array =>
  tampered(files => {
    const before = new TextDecoder().decode(files.get(name) as Uint8Array);
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${name} does not hold ${from}`);
    files.set(name, after);
  });

/** A deck that breaks each law. */
const BROKEN: Readonly<Record<string, () => Uint8Array>> = {
  'well-formed': replaced('ppt/slides/slide2.xml', '</p:sld>', ''),
  'zip order': () =>
    tampered(files => {
      const types = files.get('[Content_Types].xml')!;
      files.delete('[Content_Types].xml');
      files.set('[Content_Types].xml', types);
    }),
  'content types': replaced(
    '[Content_Types].xml',
    '</Types>',
    '<Override PartName="/ppt/slideMasters/slideMaster2.xml" ContentType="x"/></Types>',
  ),
  relationships: () => tampered(files => void files.delete('ppt/slideLayouts/slideLayout9.xml')),
  'relationship ids': replaced('ppt/slides/slide4.xml', /r:id="rId\d+"/, 'r:id="rId99"'),
  reachability: replaced('ppt/_rels/presentation.xml.rels', /<Relationship [^>]*customXml[^>]*>/, ''),
  'shape ids and names': replaced('ppt/slides/slide3.xml', 'id="3"', 'id="2"'),
  'glued connectors': replaced('ppt/slides/slide3.xml', /<a:stCxn id="\d+"/, '<a:stCxn id="99"'),
  placeholders: replaced(
    'ppt/slides/slide2.xml',
    'type="sldNum" sz="quarter" idx="12"',
    'type="sldNum" idx="4294967295"',
  ),
  'text bodies': replaced('ppt/slides/slide3.xml', /<p:txBody>.*?<\/p:txBody>/, ''),
  'paragraph properties': replaced('ppt/slides/slide2.xml', '<a:r><a:rPr lang="en-GB" b="1"/>', '<a:pPr/>$&'),
  'language of runs': replaced('ppt/slides/slide2.xml', '<a:rPr lang="en-GB"/>', '<a:rPr/>'),
  'chart axes': replaced('ppt/charts/chart1.xml', '</c:barChart>', '<c:axId val="3"/></c:barChart>'),
  'chart caches': replaced('ppt/charts/chart1.xml', '<c:v>41</c:v>', '<c:v>42</c:v>'),
  'number formats': replaced('ppt/charts/chart1.xml', /formatCode="[^"]*"/, 'formatCode="#,##0;−#,##0"'),
  'table grids': replaced('ppt/slides/slide6.xml', /<a:gridCol w="\d+"/, '<a:gridCol w="1"'),
  media: () =>
    tampered(files => {
      const name = [...files.keys()].find(key => key.endsWith('.png'))!;
      files.set(name, '<svg xmlns="http://www.w3.org/2000/svg"/>');
    }),
  numbers: replaced('ppt/slides/slide3.xml', /<a:off x="\d+"/, '<a:off x="NaN"'),
  'local paths': replaced('ppt/slides/slide7.xml', 'A picture: photo', '/home/anna/photo.png'),
  themes: replaced('ppt/notesMasters/_rels/notesMaster1.xml.rels', 'theme2', 'theme1'),
  sections: replaced('ppt/presentation.xml', /(<p14:section [^>]*id="\{)([^}]*)/, '$1abcdef$2'),
};

describe('every law sees its breach', () => {
  test.each(Object.keys(LAWS))('%s', name => {
    const make = BROKEN[name];
    expect(make, 'a deck that breaks it').toBeDefined();
    expect(breaches(make!()).filter(breach => breach.startsWith(`${name}: `))).not.toEqual([]);
  });
});

const blocks = (items: readonly Item[]): TextBlock[] =>
  items.flatMap(item => (item.kind === 'group' ? blocks(item.items) : item.kind === 'text' ? [item] : []));
const wordsOf = (paragraphs: readonly LaidParagraph[]): string[] =>
  paragraphs.map(({ runs }) => runs.map(run => (run.kind === 'run' ? run.text : '\n')).join(''));
const wordsIn = (root: XmlElement): string[] =>
  elements(root, 'a:p').map(paragraph =>
    elements(paragraph)
      .map(({ name, text }) => (name === 'a:t' ? text : name === 'a:br' ? '\n' : ''))
      .join(''),
  );

describe('what the slides show', () => {
  test('the drawing calls are these', async () => {
    await expect(printCalls(callsOf(EVERYTHING))).toMatchFileSnapshot('pptx.calls.txt');
  });

  test('every text is the scene’s, paragraph by paragraph', () => {
    for (const { number, items } of EVERYTHING.slides)
      for (const block of blocks(items))
        expect(wordsIn(shapeNamed(slide(number), block.name)), block.name).toEqual(wordsOf(block.paragraphs));
  });

  test('every item stands where the scene puts it, or where its layout does', () => {
    for (const {
      slide: { number, items },
    } of callsOf(EVERYTHING).slides)
      for (const item of items) {
        const shape = shapeNamed(slide(number), item.name);
        const [offset, extent] = [
          elements(shape, 'a:off')[0],
          elements(shape, 'a:ext').find(({ attributes }) => 'cx' in attributes),
        ];
        if (offset === undefined) continue;
        const { x, y, width, height } = item.frame;
        const place = [offset.attributes.x, offset.attributes.y, extent!.attributes.cx, extent!.attributes.cy].map(
          Number,
        );
        const wanted = [x, y, width, height].map(points => points * 12_700);
        place.forEach((emu, side) => void expect(Math.abs(emu - wanted[side]!), item.name).toBeLessThanOrEqual(1));
      }
  });

  test('two items of one name get two, and a second claim on a placeholder gets none', () => {
    const title = filled('title-only', 'title', 'One');
    const [slide] = callsOf(sceneOf([slideOf(1, [title, title])])).slides;
    expect(slide!.calls.map(({ name, placeholder }) => [name, placeholder?.name])).toEqual([
      ['title', 'title'],
      ['title 2', undefined],
    ]);
  });

  test('items follow each other in reading order', () => {
    const order = elements(slide(2), 'p:cNvPr').map(({ attributes }) => attributes.name);
    expect(order).toEqual(['', 'title', 'body', 'source', 'slide-number']);
  });

  test('a title that its layout describes says only its words', () => {
    expect(xmlOf('ppt/slides/slide4.xml', 'title')).toBe(
      '<p:nvSpPr><p:cNvPr id="2" name="title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' +
        '<p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr><a:noAutofit/></a:bodyPr><a:lstStyle/>' +
        '<a:p><a:r><a:rPr lang="en-GB"/><a:t>One maker leads</a:t></a:r></a:p></p:txBody>',
    );
  });

  test('what differs from the layout is written: a smaller size, a lighter weight, another place', async () => {
    const title = filled('title-only', 'title', 'Smaller', { size: 24, bold: false, colour: 'bad' });
    const moved = { ...title, frame: { ...title.frame, y: title.frame.y + 10 } };
    const other = openDeck(await written(sceneOf([slideOf(1, [moved])])));
    const text = other.text('ppt/slides/slide1.xml');
    expect(text).toContain(
      '<a:rPr b="0" lang="en-GB" sz="2400"><a:solidFill><a:srgbClr val="9C1C1C"/></a:solidFill></a:rPr>',
    );
    expect(text).toMatch(/<p:spPr><a:xfrm><a:off x="\d+" y="\d+"\/><a:ext cx="\d+" cy="\d+"\/><\/a:xfrm><\/p:spPr>/);
  });

  test('bullets come from the master’s levels, numbers and plain paragraphs say so', () => {
    const body = xmlOf('ppt/slides/slide2.xml', 'body');
    expect(body).toContain('<a:p><a:r><a:rPr lang="en-GB"/><a:t>A bullet that the master draws');
    expect(body).toContain('<a:p><a:pPr lvl="1"/><a:r><a:rPr lang="en-GB"/><a:t>and one below it');
    expect(body).toContain('<a:pPr marL="0" indent="0"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/></a:pPr>');
    expect(body).toContain('<a:buAutoNum type="arabicPeriod"/>');
    expect(body).toContain('rtl="1"');
  });

  test('a run keeps its language, its faces by script and its place above the line', () => {
    const loose = xmlOf('ppt/slides/slide3.xml', 'card 1 number');
    expect(loose).toContain('<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/>');
    const body = xmlOf('ppt/slides/slide2.xml', 'body');
    expect(body).toMatch(/<a:rPr lang="ko-KR"\/><a:t>반도체/);
    expect(body).toMatch(/<a:rPr lang="en-GB" baseline="30000"\/><a:t> and a note/);
  });

  test('links lead to pages and slides; what leads nowhere, or to a script, is plain text', async () => {
    const related = deck.related('ppt/slides/slide2.xml');
    expect(related.find(({ external }) => external)?.target).toBe('https://example.org/a?b=1&c=2');
    expect(related.some(({ target }) => target === 'ppt/slides/slide4.xml')).toBe(true);
    const hostile = ['javascript:alert(1)', '#nowhere', '\\\\share\\x'].map(href =>
      slideOf(1, [filled('title-only', 'title', 'Link', { href })]),
    );
    for (const one of hostile)
      expect(openDeck(await written(sceneOf([one]))).text('ppt/slides/slide1.xml')).not.toContain('hlink');
  });

  test('slide numbers are live fields', () => {
    expect(xmlOf('ppt/slides/slide2.xml', 'slide-number')).toMatch(/<a:fld id="\{[0-9A-F-]{36}\}" type="slidenum">/);
  });

  test('of a part with gaps those are words that PowerPoint would count otherwise', async () => {
    const numbered = (n: number) => slideOf(n, [filled('title-only', 'slide-number', String(n), { field: 'number' })]);
    const part = openDeck(await written(sceneOf([5, 6, 7, 12].map(numbered))));
    expect(part.root('ppt/presentation.xml')!.attributes.firstSlideNum).toBe('5');
    const shown = [5, 6, 7, 12].map(n => {
      const shape = shapeNamed(part.root(`ppt/slides/slide${n}.xml`)!, 'slide-number');
      return `${elements(shape, 'a:fld').length > 0 ? 'counted' : 'typed'} ${elements(shape, 'a:t')[0]!.text}`;
    });
    expect(shown).toEqual(['counted 5', 'counted 6', 'counted 7', 'typed 12']);
  });

  test('alternative text is written, and decoration is marked as such', () => {
    expect(elements(shapeNamed(slide(7), 'photo'), 'p:cNvPr')[0]!.attributes.descr).toBe('A picture: photo');
    expect(elements(shapeNamed(slide(7), 'drawing'), 'adec:decorative')[0]!.attributes.val).toBe('1');
    expect(elements(shapeNamed(slide(2), 'body'), 'adec:decorative')).toEqual([]);
  });

  test('connectors are glued to the sites that they touch', () => {
    const glued = shapeNamed(slide(3), 'glued');
    const id = (name: string) => elements(shapeNamed(slide(3), name), 'p:cNvPr')[0]!.attributes.id;
    expect(elements(glued, 'a:stCxn')[0]!.attributes).toEqual({ id: id('rectangle'), idx: '3' });
    expect(elements(glued, 'a:endCxn')[0]!.attributes).toEqual({ id: id('ellipse'), idx: '2' });
    expect(elements(shapeNamed(slide(3), 'rising'), 'a:xfrm')[0]!.attributes).toEqual({ flipH: '1', flipV: '1' });
    expect(elements(shapeNamed(slide(3), 'level'), 'a:endCxn')).toEqual([]);
  });

  test('an elbow turns where it is told, and a rectangle has a site wherever a connector meets it', () => {
    const elbow = shapeNamed(slide(3), 'elbow');
    expect(elements(elbow, 'a:prstGeom')[0]!.attributes.prst).toBe('bentConnector3');
    expect(elements(elbow, 'a:gd')[0]!.attributes.fmla).toBe('val 60000');
    expect(elements(elbow, 'a:stCxn')[0]!.attributes.idx).toBe('4');
    expect(elements(elbow, 'a:endCxn')[0]!.attributes.idx).toBe('1');
    expect(elements(shapeNamed(slide(3), 'node'), 'a:cxn').length).toBe(5);
  });

  test('words of a shape are typed into it', () => {
    expect(wordsIn(shapeNamed(slide(3), 'node'))).toEqual(['Node']);
    expect(elements(shapeNamed(slide(3), 'node'), 'a:bodyPr')[0]!.attributes).toMatchObject({
      lIns: '101600',
      tIns: '50800',
      anchor: 'ctr',
    });
  });

  test('a medium is stored once, a drawing with its raster beside it', () => {
    const logos = 2;
    const kinds = deck
      .names(/^ppt\/media\//)
      .map(name => name.slice(name.lastIndexOf('.') + 1))
      .sort();
    expect(kinds).toEqual([...Array(2 + logos).fill('png'), ...Array(1 + logos).fill('svg')]);
    expect(elements(shapeNamed(slide(7), 'photo again'), 'a:srcRect')[0]!.attributes).toEqual({
      l: '10000',
      r: '25000',
      b: '50000',
    });
  });

  test('a table has its style, its header row, its columns and its merged cell', () => {
    const table = shapeNamed(slide(6), 'table');
    expect(elements(table, 'a:tblPr')[0]!.attributes.firstRow).toBe('1');
    expect(deck.text('ppt/tableStyles.xml')).toContain(elements(table, 'a:tableStyleId')[0]!.text);
    expect(elements(table, 'a:gridCol').map(({ attributes }) => Number(attributes.w) / 12_700)).toEqual([
      200, 150, 150,
    ]);
    expect(
      elements(table, 'a:tc').map(({ attributes, ...cell }) =>
        [...Object.entries(attributes).map(([name, value]) => `${name}=${value}`), wordsIn(cell as never)[0]].join(' '),
      ),
    ).toEqual([
      ...['Maker', 'gridSpan=2 Share & trend', 'hMerge=1 '],
      ...['삼성전자', '41', 'rowSpan=2 <40>'],
      ...['SK hynix', '0', 'vMerge=1 '],
      ...['Others', 'gridSpan=2 ', 'hMerge=1 '],
    ]);
  });

  test('notes keep their paragraphs, runs and languages; slides without notes have no page for them', () => {
    expect(deck.names(/^ppt\/notesSlides\/[^/]+\.xml$/)).toEqual(['ppt/notesSlides/notesSlide2.xml']);
    const notes = deck.root('ppt/notesSlides/notesSlide2.xml')!;
    expect(wordsIn(notes)).toEqual(wordsOf(EVERYTHING.slides[1]!.notes));
    const tags = elements(notes)
      .filter(({ name }) => name === 'a:rPr')
      .map(({ attributes }) => attributes.lang);
    expect(tags).toEqual([...Array(3).fill('en-GB'), 'en-GB', 'ko-KR', ...Array(6).fill('en-GB'), 'he-IL']);
  });

  test('notes keep their links, numbers, raised marks and direction; the rest is the notes master’s', () => {
    const text = deck.text('ppt/notesSlides/notesSlide2.xml');
    const [link] = elements(deck.root('ppt/notesSlides/notesSlide2.xml')!, 'a:hlinkClick');
    const related = deck.related('ppt/notesSlides/notesSlide2.xml');
    expect(related.find(({ id }) => id === link!.attributes['r:id'])?.target).toBe('https://example.org/notes');
    expect(related.filter(({ type }) => type === 'slide').map(({ target }) => target)).toEqual([
      'ppt/slides/slide2.xml',
    ]);
    expect(text).toMatch(/<a:rPr lang="en-GB"\/><a:t>, a slide<.*<a:rPr lang="en-GB"\/><a:t>, nowhere</);
    expect(text).toContain('<a:buAutoNum type="arabicPeriod"/></a:pPr><a:r><a:rPr lang="en-GB"/><a:t>First');
    expect(text).toContain('<a:rPr lang="en-GB" baseline="30000"/><a:t>2');
    expect(text).toContain('<a:br><a:rPr lang="en-GB"/></a:br>');
    expect(text).toContain('<a:pPr algn="r" rtl="1"/><a:r><a:rPr lang="he-IL"/><a:t>שלום');
    expect(text).not.toMatch(/ sz="\d{3,}"|solidFill|a:latin|lnSpc|spcBef/);
  });

  test('sections, hidden slides and properties are the briefing’s', () => {
    const sections = elements(deck.root('ppt/presentation.xml')!, 'p14:section');
    expect(sections.map(({ attributes }) => attributes.name)).toEqual(['Investment & more', '인재']);
    expect(slide(10).attributes.show).toBe('0');
    expect(deck.text('docProps/app.xml')).toContain('<HiddenSlides>1</HiddenSlides>');
  });
});

describe('charts', () => {
  const chart = (number: number): XmlElement => deck.root(`ppt/charts/chart${number}.xml`)!;

  test('the workbook holds zeros as zeros and gaps as nothing', () => {
    const cells = cellsOf(openDeck(deck.files.get('ppt/embeddings/workbook1.xlsx')!));
    expect(['A2', 'A3', 'B2', 'B3', 'B4'].map(cell => cells.get(cell))).toEqual([
      'Samsung',
      'SK hynix & co',
      '41',
      '0',
      undefined,
    ]);
  });

  test('the plot is pinned where the preview has it, and the axis has its bounds', () => {
    const item = EVERYTHING.slides[3]!.items.find(one => one.kind === 'chart')!;
    if (item.kind !== 'chart') throw new Error('no chart');
    const layout = elements(chart(1), 'c:manualLayout')[0]!;
    const width = Number(elements(layout, 'c:w')[0]!.attributes.val) * item.frame.width;
    expect(width).toBeCloseTo(item.plot.width, 2);
    expect(elements(chart(1), 'c:max')[0]!.attributes.val).toBe(String(item.axis.maximum));
  });

  test('a highlight colours its point, a forecast is hatched, each in a colour of the theme', () => {
    expect(elements(chart(1), 'c:dPt').map(one => elements(one, 'a:schemeClr')[0]!.attributes.val)).toEqual([
      'accent1',
      'accent6',
      'accent6',
    ]);
    expect(elements(chart(2), 'a:pattFill').length).toBe(3);
    for (const name of deck.names(/^ppt\/charts\/chart/)) expect(deck.text(name)).not.toContain('srgbClr');
  });

  test('labels follow the data where a number format can print them, and stand as words where none can', () => {
    expect(elements(chart(1), 'c:numFmt').map(({ attributes }) => attributes.formatCode)).toContain('0"%"');
    expect(elements(chart(2), 'c:rich').map(({ text }) => text)).toContain('about one');
  });

  test('labels stand where the type allows them', () => {
    const positions = (number: number) => [
      ...new Set(elements(chart(number), 'c:dLblPos').map(({ attributes }) => attributes.val)),
    ];
    const wanted = new Map([
      ['bar', ['outEnd']],
      ['column', ['outEnd']],
      ['waterfall', ['ctr']],
      ['combination', ['ctr', 't']],
      ['line', ['t', 'r', 'l']],
      ['slope', ['l', 'r']],
      ['area', []],
      ['scatter', ['r', 't', 'l', 'b']],
      ['bubble', ['r', 't', 'l', 'b']],
      ['doughnut', []],
    ]);
    for (const [index, { chart: own }] of chartsOf(EVERYTHING).entries()) {
      const legal = own.stacking !== 'none' ? ['ctr', 'inBase'] : wanted.get(own.type)!;
      expect(
        positions(index + 1).filter(position => !legal.includes(position!)),
        `${index + 1} ${own.type}`,
      ).toEqual([]);
    }
    expect([1, 3, 5, 10, 16].map(positions)).toEqual([['outEnd'], [], ['r'], ['ctr'], ['ctr', 'inBase']]);
  });

  test('a reference line lies over the plot', () => {
    expect(elements(deck.root('ppt/drawings/drawing1.xml')!, 'cdr:cxnSp').length).toBe(1);
    expect(deck.text('ppt/drawings/drawing1.xml')).toContain('Limit 30%');
  });

  test.each([
    ['41%', 41, '0"%"'],
    ['₩9.4tn', 9.4, '"₩"0.0"tn"'],
    ['1,234.50', 1234.5, '#,##0.00'],
    ['−2.5', -2.5, '0.0;"−"0.0'],
    ['5 "big"', 5, '0" "\\""big"\\"'],
    ['9조 4,000억', 9.4, null],
    ['9,4 Mrd', 9.4, null],
    ['n.a.', 0, null],
    ['41%', 42, null],
  ])('the label %s of %d is the number format %s', (label, value, format) => {
    expect(formatOf(label, value)).toBe(format);
  });
});

describe('the brand', () => {
  test('a hex colour stands only in the theme and where a status mark has it', async () => {
    const { versions } = (await buildFixture('brand-gazette')).result;
    const { versions: dark } = (await buildFixture('brand-gazette-dark')).result;
    for (const scene of [EVERYTHING, ...[...versions, ...dark].map(({ scene }) => scene)]) {
      const { status } = scene.brand;
      const marks = Object.values(status).map(({ colour }) => colourOf(scene.brand, colour).hex.slice(1));
      const opened = openDeck(await written(scene));
      const literal = opened
        .names(/^ppt\/(slides|slideLayouts|slideMasters|charts|drawings|notes\w+|handout\w+)\/[^/]+\.xml$|tableStyles/)
        .flatMap(name => [...opened.text(name).matchAll(/srgbClr val="(\w+)"/g)].map(match => match[1]!));
      expect(literal.filter(hex => !marks.includes(hex))).toEqual([]);
    }
  });

  test('another theme recolours and resets the deck: nothing but the theme differs', async () => {
    const { brand } = EVERYTHING;
    const theme = Object.fromEntries(THEME_SLOTS.map((slot, index) => [slot, `#00${index}${index}FF`.slice(0, 7)]));
    const face = { latin: 'Georgia', latinBeside: new Map(), eastAsian: new Map([['ko', 'Batang']]) };
    const other = { ...brand, theme, fonts: { major: face, minor: face } } as unknown as Brand;
    const swapped = openDeck(await written(frozen({ ...EVERYTHING, brand: other })));
    const changed = [...deck.files.keys()].filter(name => deck.text(name) !== swapped.text(name));
    expect(changed).toEqual(['ppt/theme/theme1.xml', 'ppt/theme/theme2.xml', 'ppt/theme/theme3.xml']);
    expect(swapped.text('ppt/theme/theme1.xml')).toContain('<a:latin typeface="Georgia"/><a:ea typeface="Batang"/>');
  });

  test('the theme has twelve colours, the palette as custom colours, and a face for each script', () => {
    const root = deck.root('ppt/theme/theme1.xml')!;
    expect(elements(root, 'a:clrScheme')[0]!.children.length).toBe(12);
    expect(elements(root, 'a:custClr').length).toBe(EVERYTHING.brand.palette.size);
    expect(
      elements(root, 'a:majorFont')[0]!.children.filter(one => one instanceof XmlElement && one.name === 'a:font')
        .length,
    ).toBe(EVERYTHING.brand.fonts.major.eastAsian.size);
  });

  test('there are ten layouts by name and type, with prompts, and a master with five levels', () => {
    const layouts = deck.names(/slideLayouts\/[^/]+\.xml$/).map(name => deck.root(name)!);
    expect(layouts.map(({ attributes }) => attributes.type)).toEqual([
      'title',
      'secHead',
      'titleOnly',
      'obj',
      'twoObj',
      'picTx',
      'tbl',
      'chart',
      undefined,
      'blank',
    ]);
    expect(layouts.every(root => elements(root, 'p:ph').length > 0)).toBe(true);
    expect(elements(deck.root('ppt/slideMasters/slideMaster1.xml')!, 'p:bodyStyle')[0]!.children.length).toBe(5);
  });
});

describe('the manifest', () => {
  test('says of every shape which facts it shows and which lines made it, and names no path of this machine', () => {
    const manifest = deck.root('customXml/item1.xml')!;
    expect(manifest.attributes).toMatchObject({ version: '1.2.3', input: 'f00d', briefing: EVERYTHING.identity.id });
    const shapes = elements(manifest, 'shape');
    expect(shapes.length).toBe(
      EVERYTHING.slides.reduce((sum, { number }) => sum + elements(slide(number), 'p:cNvPr').length - 1, 0),
    );
    expect(shapes.find(({ attributes }) => attributes.name === 'body')!.attributes).toMatchObject({
      pointer: '/sections/one/first',
      data: 'data/demo/sections/one.yaml:10:20',
      facts: 'dram-share.samsung',
    });
  });
});
