/** Previews: scenes as text, SVG and PNG. The PowerPoint writer has its own tests. */
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { loadFaces } from '../../src/fonts/fonts.ts';
import type { Item, Scene } from '../../src/model/scene.ts';
import { type Format, WRITERS } from '../../src/writers/writers.ts';
import { EVERYTHING } from '../support/everything.ts';
import { flaws, readPdf } from '../support/pdf.ts';
import { at, builtIn, house, latinOnly, sceneOf, shape, slideOf, textBlock, titleBlock } from '../support/scene.ts';

const faces = await loadFaces(builtIn, house.brand, 'en');
const context = { faces, modified: null, version: '0.0.0', input: '', report: () => {}, handout: () => [] };
const write = async (format: Format, scene: Scene) => await WRITERS[format].write(scene, context);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const svgOf = async (items: readonly Item[]): Promise<string> =>
  decode((await write('svg', sceneOf([slideOf(1, [titleBlock('A & B', { faces }), ...items])])))[0]!.bytes);

test('a scene as text has one thing a line, and its words as they break', async () => {
  const card = { ...shape('card', at(60, 160, 200, 100), 'panel'), name: 'card' };
  const body = textBlock('body', 'Two companies\ncarry the shift', at(70, 170, 180, 60), { ground: 'panel' });
  const line: Item = {
    ...shape('arrow', at(260, 210, 40, 0), 'mark'),
    kind: 'connector',
    from: { x: 260, y: 210, item: 'card' },
    to: { x: 300, y: 210, item: null },
    corners: [],
    stroke: { colour: 'mark', width: 1, dash: 'dashed' },
    arrow: 'end',
  };
  const group: Item = { ...card, kind: 'group', name: 'box', alt: null, items: [card, body] };
  const [artifact] = await write('text', sceneOf([slideOf(1, [titleBlock('Leaders', {}), group, line])]));
  expect(artifact!.name).toBe('demo.txt');
  expect(`\n${decode(artifact!.bytes)}`).toBe(`
slide 1 s/1 title-only 960x540 /s/1
  text title                     43.2   41.8  873.6   68.4  title Arial 26 bold ink @title /title
    | Leaders
  group box                      60.0  160.0  200.0  100.0  /card
    shape card                   60.0  160.0  200.0  100.0  rectangle fill=panel /card
    text body                    70.0  170.0  180.0   60.0  body Arial 16 ink /body
      | Two companies
      | carry the shift
  connector arrow               260.0  210.0   40.0    0.0  stroke=mark,1,dashed 260.0,210.0 card → 300.0,210.0 arrow /arrow
`);
});

test('a set of slides is numbered with as many digits as it needs', async () => {
  const names = async (count: number) => {
    const slides = Array.from({ length: count }, (_, index) => slideOf(index + 1, []));
    return (await write('svg', sceneOf(slides))).map(({ name }) => name).slice(-1);
  };
  expect(await names(3)).toEqual(['demo/slide-03.svg']);
  expect(await names(120)).toEqual(['demo/slide-120.svg']);
});

test('an SVG is titled, escaped and holds each outline once', async () => {
  const svg = await svgOf([textBlock('body', 'eee', at(60, 160, 200, 30), { faces })]);
  expect(svg).toContain('<title>A &amp; B</title>');
  const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(match => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, id] of svg.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id);
  expect(svg.match(/<use /g)!.length).toBeGreaterThan(5);
  expect(svg).not.toContain('<text');
});

test('East Asian text is drawn from outlines where they are installed, and else left to the viewer at its measured place', async () => {
  const body = textBlock('body', '한국', at(60, 160, 200, 30), { faces });
  expect(await svgOf([body])).not.toContain('<text');
  const without = { ...context, faces: await loadFaces(latinOnly, house.brand, 'en') };
  const svg = decode((await WRITERS.svg.write(sceneOf([slideOf(1, [body])]), without))[0]!.bytes);
  const characters = [...svg.matchAll(/<text x="([\d.]+)" y="[\d.]+">(.)<\/text>/g)];
  expect(characters.map(match => match[2])).toEqual(['한', '국']);
  expect(Number(characters[0]![1])).toBeCloseTo(60 + 8, 0);
});

test('a forecast is hatched in its own colour', async () => {
  const svg = await svgOf([shape('bar', at(60, 160, 200, 30), 'primary', { hatched: true })]);
  expect(svg).toContain('fill="url(#hatch-0B5CAD-FFFFFF)"');
  expect(svg).toContain('<pattern id="hatch-0B5CAD-FFFFFF"');
});

test('every kind of item on every layout is drawn, the same twice, and the scene is left as it was', async () => {
  const [once, twice] = [await write('svg', EVERYTHING), await write('svg', EVERYTHING)];
  expect(once).toEqual(twice);
  expect(once).toHaveLength(EVERYTHING.slides.length);
  for (const { bytes } of once) expect(decode(bytes)).not.toMatch(/NaN|undefined|Infinity/);
});

test('every kind of item on every layout is a PDF without a flaw, the same twice', async () => {
  const [once, twice] = [await write('pdf', EVERYTHING), await write('pdf', EVERYTHING)];
  expect(once).toEqual(twice);
  expect(once.map(({ name }) => name)).toEqual(['demo.pdf']);
  expect(flaws(once[0]!.bytes, await readPdf(once[0]!.bytes))).toEqual([]);
});

test('a hidden slide has no page in a PDF; a link to it is plain text, a link to another leads there', async () => {
  const linked = (href: string): Item => {
    const body = textBlock('body', 'see there', at(60, 160, 200, 30), { faces });
    const spans = body.lines[0]!.spans.map(span => ({ ...span, run: { ...span.run!, href } }));
    return { ...body, lines: [{ ...body.lines[0]!, spans }] };
  };
  const slides = [slideOf(1, [linked('#s/3'), linked('#s/2')]), slideOf(2, [], { hidden: true }), slideOf(3, [])];
  const { pages } = await readPdf((await write('pdf', sceneOf(slides)))[0]!.bytes);
  expect(pages.map(({ label }) => label)).toEqual(['1', '3']);
  expect(pages[0]!.links).toEqual([2]);
});

test('a PNG is 1280 pixels wide and shows the colours of the brand', async () => {
  const scene = sceneOf([slideOf(1, [shape('ground', at(0, 0, 960, 540), 'primary')], { layout: 'blank' })]);
  const [artifact] = await write('png', scene);
  expect(artifact!.name).toBe('demo/slide-01.png');
  const { data, info } = await sharp(artifact!.bytes).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([1280, 720]);
  const middle = (360 * 1280 + 640) * info.channels;
  expect([...data.subarray(middle, middle + 3)]).toEqual([0x0b, 0x5c, 0xad]);
});

test('pictures are as wide as asked', async () => {
  const scene = sceneOf([slideOf(1, []), slideOf(2, []), slideOf(3, [])]);
  const sizeOf = async (format: 'png' | 'svg' | 'contact-sheet', width: number | null) => {
    const [artifact] = await WRITERS[format].write(scene, { ...context, width });
    const size = await sharp(artifact!.bytes).metadata();
    return [artifact!.name, size.width, size.height];
  };
  expect(await sizeOf('png', 1920)).toEqual(['demo/slide-01.png', 1920, 1080]);
  expect(await sizeOf('svg', 1920)).toEqual(['demo/slide-01.svg', 1920, 1080]);
  expect(await sizeOf('svg', null)).toEqual(['demo/slide-01.svg', 960, 540]);
  const [name, width] = await sizeOf('contact-sheet', null);
  expect([name, width]).toEqual(['demo/contact-sheet.png', 1920]);
});

test('a contact sheet has its slides in rows, the hidden ones pale', async () => {
  const filled = (number: number, hidden = false) =>
    slideOf(number, [shape('ground', at(0, 0, 960, 540), 'primary')], { layout: 'blank', hidden });
  const scene = sceneOf([filled(1), filled(2), filled(3), filled(4), filled(5, true)]);
  const [sheet] = await WRITERS['contact-sheet'].write(scene, { ...context, width: 408 });
  const { data, info } = await sharp(sheet!.bytes).raw().toBuffer({ resolveWithObject: true });
  const colourAt = (x: number, y: number) => {
    const start = (y * info.width + x) * info.channels;
    return [...data.subarray(start, start + 3)];
  };
  const primary = [0x0b, 0x5c, 0xad];
  expect([52, 152, 252, 356].map(x => colourAt(x, 30))).toEqual([primary, primary, primary, primary]);
  expect(colourAt(52, 90)).not.toEqual(primary);
  expect(colourAt(152, 90)).toEqual(colourAt(356, 90));
});
