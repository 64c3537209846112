import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { openProject } from '../../src/files.ts';
import type { Source } from '../../src/model/briefing.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { FORGETFUL } from '../../src/model/memory.ts';
import { NOWHERE } from '../../src/model/origin.ts';
import { readZip } from '../../src/package/package.ts';
import { stepsOf } from '../../src/pictures/icons.ts';
import { loadPicture, openIcons, probe, rasterise, upright } from '../../src/pictures/pictures.ts';
import { buildFixture } from '../support/fixture.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const svg = (inside: string, attributes = 'width="40" height="20"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;
const drawing = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0B5CAD' } });

function judge(bytes: Uint8Array) {
  const diagnostics: Diagnostic[] = [];
  const picture = probe('x.png', bytes, NOWHERE, diagnostic => diagnostics.push(diagnostic));
  return { picture, code: diagnostics[0]?.problem.code ?? null, message: diagnostics[0]?.message ?? '' };
}

test.each(['png', 'jpeg', 'gif', 'webp'] as const)('the size of a %s is read from its header', async format => {
  const bytes = await drawing(37, 21).toFormat(format).toBuffer();
  expect(judge(bytes).picture).toMatchObject({ format, width: 37, height: 21 });
});

test.each([
  ['width="40" height="20"', 40, 20],
  ['width="1in" height="72pt"', 96, 96],
  ['viewBox="0 0 300 100"', 300, 100],
  ['viewBox="0 0 300 100" width="60"', 60, 20],
  ['width="100%" height="100%" viewBox="0 0 8 4"', 8, 4],
  ['', 300, 150],
])('an SVG with %s is %i by %i', (attributes, width, height) => {
  expect(judge(bytesOf(`<?xml version="1.0"?>\n<!-- drawn -->\n${svg('', attributes)}`)).picture).toMatchObject({
    format: 'svg',
    width,
    height,
  });
});

test.each([
  ['an empty file', '', 'is empty'],
  ['a page named .png', '<!DOCTYPE html><html></html>', 'an HTML page'],
  ['a PDF', '%PDF-1.7 ', 'a PDF'],
  ['words', 'hello', 'some other file'],
  ['a PNG of eight bytes', '\x89PNG\r\n\x1A\n', 'ends before its header does'],
  ['an SVG of no size', svg('', 'width="0" height="20"'), 'has no size'],
])('%s is broken', (_, text, reason) => {
  const { code, message } = judge(Uint8Array.from(text, character => character.charCodeAt(0)));
  expect(code).toBe('picture-broken');
  expect(message).toContain(reason);
});

test.each(['png', 'jpeg', 'webp'] as const)('a %s that is cut off is broken', async format => {
  const bytes = await drawing(200, 200).toFormat(format).toBuffer();
  expect(judge(bytes.subarray(0, bytes.length - 20)).message).toContain('cut off');
});

test('a picture is measured in pixels before anything decodes it', async () => {
  const bytes = new Uint8Array(await drawing(10, 10).png().toBuffer());
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(16, 50000);
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(20, 50000);
  const { code, message } = judge(bytes);
  expect(code).toBe('picture-too-large');
  expect(message).toContain('50000 × 50000 pixels, 2500 million; 100 million are allowed');
});

const BOMB = [1, 2, 3, 4, 5, 6, 7].map(level => `<g id="g${level}">${`<use href="#g${level - 1}"/>`.repeat(10)}</g>`);

test.each([
  ['a document type', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`, 'document type'],
  ['a script', svg('<script>alert(1)</script>'), '`script`'],
  ['a foreign object', svg('<foreignObject><p/></foreignObject>'), '`foreignObject`'],
  ['an event', svg('<path onload="x()"/>'), '`onload`'],
  ['a file of the disk', svg('<image xlink:href="/etc/passwd"/>'), 'outside itself'],
  ['a page of the web', svg('<image href="https://example.org/x.png"/>'), 'outside itself'],
  ['a style sheet', `<?xml-stylesheet href="x.css"?>${svg('')}`, 'outside itself'],
  ['an outside fill', svg('<path fill="url(https://example.org/#a)"/>'), 'outside itself'],
  ['uses of uses', svg(`<path id="g0"/>${BOMB.join('')}`), 'through `use`'],
  ['uses in a circle', svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), 'through `use`'],
  ['a tower of groups', svg('<g>'.repeat(300) + '</g>'.repeat(300)), 'nested'],
])('an SVG with %s is refused', (_, text, reason) => {
  const { code, message } = judge(bytesOf(text));
  expect(code).toBe('svg-unsafe');
  expect(message).toContain(reason);
});

test('an SVG that refers to itself, embeds a bitmap and links is a drawing', () => {
  const inside = `<defs><linearGradient id="a"/></defs><path id="b" fill="url(#a)"/><use xlink:href="#b"/>
    <a href="https://example.org"><path/></a><image href="data:image/png;base64,AAAA"/><style>.x{fill:red}</style>`;
  expect(judge(bytesOf(svg(inside))).code).toBeNull();
});

test('an SVG of 100,000 pixels is refused', () => {
  expect(judge(bytesOf(svg('', 'width="100000" height="10"'))).code).toBe('picture-too-large');
});

test.each([
  ['images/x.svg', null, 'data/x/images/x.svg'],
  ['../../x.svg', null, 'x.svg'],
  ['../../../x.svg', 'picture-outside', ''],
  ['/etc/x.svg', 'picture-outside', ''],
  ['https://example.org/x.svg', 'picture-outside', ''],
  ['file:///x.svg', 'picture-outside', ''],
  ['\\\\server\\x.svg', 'picture-outside', ''],
  ['nothing.svg', 'picture-missing', ''],
])('the picture %s of data/x/facts.yaml', (source, code, file) => {
  const project = { read: (name: string) => (name.endsWith('nothing.svg') ? null : bytesOf(svg(''))), list: () => [] };
  const codes: string[] = [];
  const picture = loadPicture(project, source, 'data/x/facts.yaml', NOWHERE, ({ problem }) => codes.push(problem.code));
  expect(codes[0] ?? null).toBe(code);
  expect(picture?.file ?? '').toBe(file);
});

test.each([
  ['as large', 80, 40, true],
  ['larger', 160, 80, true],
  ['smaller', 20, 10, false],
  ['of other proportions', 80, 80, false],
])('a PNG beside an SVG of 80 by 40 that is %s stands for it: %d by %d, %s', async (_, width, height, stands) => {
  const png = await drawing(width, height).png().toBuffer();
  const files: Readonly<Record<string, Uint8Array>> = {
    'x.svg': bytesOf(svg('', 'width="80" height="40"')),
    'x.png': png,
  };
  const project = { read: (name: string) => files[name] ?? null, list: () => [] };
  expect(loadPicture(project, 'x.svg', 'facts.yaml', NOWHERE, () => {})!.raster).toEqual(stands ? png : null);
});

test('the built-in brand’s logos are drawn already, so that a plain build loads no rasteriser', () => {
  const project = openProject('.');
  for (const logo of ['mark', 'wide'])
    expect(
      loadPicture(project, `logos/${logo}.svg`, '@brands/briefing/_brand.yml', NOWHERE, () => {})!.raster,
    ).not.toBeNull();
});

test('a picture is cropped and scaled to the width asked for, the same bytes each time', async () => {
  const halves = svg('<path fill="#FF0000" d="M0 0h20v20H0z"/><path fill="#0000FF" d="M20 0h20v20H20z"/>');
  const picture = judge(bytesOf(halves)).picture!;
  const right = await rasterise(picture, 100, { left: 0.5, top: 0, right: 0, bottom: 0 });
  const { data, info } = await sharp(right).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([100, 100]);
  expect([data[0], data[1], data[2]]).toEqual([0, 0, 255]);
  expect(await rasterise(picture, 100, { left: 0.5, top: 0, right: 0, bottom: 0 })).toEqual(right);
});

test.each([
  ['lines to all sides', 'M10 20h5v-5l-5 5z', 'M10 20 L15 20 L15 15 L10 20 Z'],
  ['a curve', 'M0 0c1 2 3 4 5 6', 'M0 0 C1 2 3 4 5 6'],
  ['a smooth curve', 'M0 0C0 1 1 2 2 2S4 3 4 4', 'M0 0 C0 1 1 2 2 2 C3 2 4 3 4 4'],
  ['a quadratic curve', 'M0 0Q3 3 6 0', 'M0 0 C2 2 4 2 6 0'],
  ['a quarter of a circle', 'M0 0A10 10 0 0 1 10 10', 'M0 0 C5.52 0 10 4.48 10 10'],
  ['two figures', 'M0 0h1zm5 5h1z', 'M0 0 L1 0 Z M5 5 L6 5 Z'],
])('%s becomes absolute lines and cubic curves', (_, path, steps) => {
  expect(
    stepsOf(path)
      .map(([command, ...numbers]) => command + numbers.join(' '))
      .join(' '),
  ).toBe(steps);
});

test('every icon of the set is an outline within its box', () => {
  const icons = openIcons(openProject('.'));
  const outside = icons.names().filter(name => {
    const { steps } = icons.find(name)!;
    const numbers = steps.flatMap(([, ...rest]) => rest as number[]);
    // A few curves have a handle outside, none by more than a sixteenth of the box.
    return steps[0]![0] !== 'M' || numbers.some(value => !(value >= -16 && value <= 272));
  });
  expect(icons.names().length).toBeGreaterThan(1500);
  expect(outside).toEqual([]);
});

test('an icon is found by its name alone', () => {
  const icons = openIcons(openProject('.'));
  expect(icons.find('factory')?.name).toBe('factory');
  for (const name of ['Factory', '../bold/factory-bold', 'factory.svg', '']) expect(icons.find(name)).toBeNull();
});

/** Four colours, one a quarter, so that no two orientations look alike. */
const quarters = sharp(
  Buffer.from(
    svg(
      '<path fill="#F00" d="M0 0h60v40H0z"/><path fill="#0F0" d="M60 0h60v40H60z"/><path fill="#00F" d="M0 40h60v40H0z"/><path fill="#FFF" d="M60 40h60v40H60z"/>',
      'width="120" height="80"',
    ),
  ),
);
const held = async (orientation: number, format: 'jpeg' | 'png' | 'webp' = 'jpeg') =>
  new Uint8Array(await quarters.clone().toFormat(format).withMetadata({ orientation }).toBuffer());
const centres = async (image: Sharp) => {
  const { data, info } = await image
    .resize(2, 2, { fit: 'fill', kernel: 'nearest' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data].map(value => (value > 127 ? 1 : 0)).join('') + info.channels;
};

const everyWay = (['jpeg', 'png', 'webp'] as const).flatMap(format =>
  [1, 2, 3, 4, 5, 6, 7, 8].map(orientation => [format, orientation] as const),
);
test.each(everyWay)('a %s of orientation %d is turned upright, and measured so', async (format, orientation) => {
  const bytes = await held(orientation, format);
  const picture = judge(bytes).picture!;
  expect([picture.width, picture.height]).toEqual(orientation < 5 ? [120, 80] : [80, 120]);
  const source = { pictures: new Map([['x.jpg', picture]]) } as unknown as Source;
  const after = (await upright(source, () => {}, FORGETFUL)).pictures.get('x.jpg')!;
  const { width, height } = picture;
  for (const one of [after, judge(after.bytes).picture])
    expect(one).toMatchObject({ format, width, height, orientation: 1 });
  expect(await centres(sharp(after.bytes))).toBe(await centres(sharp(bytes).autoOrient()));
});

test('a photograph that cannot be turned is reported', async () => {
  const picture = { ...judge(await held(6)).picture!, bytes: bytesOf('no photograph') };
  const briefing = { provenance: { place: { file: 'briefing.yaml', start: 0, end: 0 } } };
  const source = { briefing, pictures: new Map([['x.jpg', picture]]) } as unknown as Source;
  const found: string[] = [];
  await upright(source, ({ problem, message }) => found.push(`${problem.code}: ${message}`), FORGETFUL);
  expect(found).toEqual(['picture-broken: x.jpg is to be turned, and cannot be read.']);
});

/** A segment of a JPEG: marker, length, content. */
const segment = (marker: number, content: string): Uint8Array =>
  Buffer.concat([
    Buffer.of(0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255),
    Buffer.from(content, 'latin1'),
  ]);

test('of a photograph its pixels and their colours are kept, and nothing else that the camera wrote', async () => {
  const plain = await drawing(40, 30).withIccProfile('p3').jpeg({ progressive: true }).toBuffer();
  const said = [
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Zürich</x:xmpmeta>'),
    segment(0xe1, 'Exif\0\0MM\0*'),
    segment(0xe2, 'MPF\0two pictures'),
    segment(0xed, 'Photoshop 3.0\0City: Zürich'),
    segment(0xfe, 'Camera 1.2'),
  ];
  const full = new Uint8Array(Buffer.concat([plain.subarray(0, 2), ...said, plain.subarray(2), Buffer.from(plain)]));
  const { picture } = judge(full);
  expect(Buffer.compare(picture!.bytes, plain)).toBe(0);
  expect((await sharp(picture!.bytes).metadata()).icc).toBeDefined();
  expect(judge(plain).picture!.bytes).toBe(plain);
});

test.each(['png', 'webp'] as const)('of a %s its pixels and their colours are kept, and nothing else', async format => {
  const plain = await drawing(40, 30).withIccProfile('p3').toFormat(format).toBuffer();
  const made = drawing(40, 30)
    .withIccProfile('p3')
    .toFormat(format)
    .withExif({ IFD0: { Make: 'Camera' } });
  const full = await made.withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Zürich</x:xmpmeta>').toBuffer();
  expect(await sharp(full).metadata()).toMatchObject({ exif: expect.anything(), xmp: expect.anything() });
  const { bytes } = judge(new Uint8Array(Buffer.concat([full, Buffer.from('what was cropped away')]))).picture!;
  const { icc, exif, xmp } = await sharp(bytes).metadata();
  expect([icc === undefined, exif, xmp]).toEqual([false, undefined, undefined]);
  expect(await sharp(bytes).raw().toBuffer()).toEqual(await sharp(plain).raw().toBuffer());
  expect(bytes.length).toBeLessThanOrEqual(plain.length);
  expect(judge(bytes).picture!.bytes).toBe(bytes);
});

test.each(['jpeg', 'png', 'webp'] as const)(
  'no %s throws, however broken its parts are, and what is let through is let through again',
  async format => {
    const options = format === 'jpeg' ? { progressive: true } : {};
    const drawn = quarters
      .clone()
      .toFormat(format, options)
      .withExif({ IFD0: { Make: 'Camera' } });
    const whole = new Uint8Array(await drawn.withMetadata({ orientation: 6 }).toBuffer());
    for (let at = 2; at < whole.length; at++) {
      judge(whole.subarray(0, at));
      for (const value of [0, 0xff, whole[at]! ^ 0x40]) {
        const { picture } = judge(whole.with(at, value));
        if (picture?.format === format) expect([at, value, judge(picture.bytes).message]).toEqual([at, value, '']);
      }
    }
  },
);

test('a turned photograph stands upright in every format, and where it was taken in none', async () => {
  const { result } = await buildFixture('picture-turned', { formats: ['pptx', 'pdf', 'html', 'svg'] });
  const [deck, pdf, ...pages] = result.artifacts.map(({ bytes }) => Buffer.from(bytes));
  const media = [...readZip(deck!)].flatMap(([name, bytes]) => (name.endsWith('.jpeg') ? [bytes] : []));
  expect(media).toHaveLength(1);
  const photograph = Buffer.from(media[0]!);
  const { width, height, ...said } = await sharp(photograph).metadata();
  expect([width, height, said.exif, said.orientation]).toEqual([320, 480, undefined, undefined]);
  const [top] = (await sharp(photograph).resize(1, 8, { fit: 'fill' }).raw().toBuffer()).subarray(2);
  expect(top, 'the sky is blue').toBeGreaterThan(200);
  expect(pdf!.includes(photograph)).toBe(true);
  for (const page of pages) expect(page.includes(photograph.toString('base64'))).toBe(true);
});
