/** Pictures: found in the project, judged by their bytes before anything decodes them, rasterised and cropped. */
import type { Sharp } from 'sharp';
import type { Source } from '../model/briefing.ts';
import { diagnose, type Report } from '../model/diagnostic.ts';
import { type Memory, remake, settle } from '../model/memory.ts';
import { at, type Origin } from '../model/origin.ts';
import type { Picture } from '../model/picture.ts';
import { folderOf, type Project, resolveName } from '../model/project.ts';
import { withoutChunksBeside } from './chunks.ts';
import { type Header, readHeader } from './header.ts';
import { withoutSegmentsBeside } from './jpeg.ts';
import { PICTURE_BROKEN, PICTURE_MISSING, PICTURE_OUTSIDE, PICTURE_TOO_LARGE, SVG_UNSAFE } from './problems.ts';
import { unsafe } from './svg.ts';

export { openIcons, stepsOf } from './icons.ts';
export { PICTURE_PROBLEMS } from './problems.ts';

const MAX_BYTES = 50_000_000;
const MAX_SVG_BYTES = 5_000_000;
const MAX_PIXELS = 100_000_000;
/** Pixels on a side of an SVG's nominal size. */
const MAX_SVG_SIDE = 10_000;

/**
 * The picture that `source` names, relative to the file `from` that names it; null where it was reported.
 * Absolute paths, URLs and climbing out of the project are refused: data never reaches another folder or a network.
 */
export function loadPicture(
  project: Project,
  source: string,
  from: string,
  origin: Origin,
  report: Report,
): Picture | null {
  const folder = folderOf(from);
  const file = resolveName(folder, source);
  if (file === null || (folder.startsWith('@') && !file.startsWith(`${folder.split('/')[0]}/`))) {
    const reason = /^[a-z][a-z0-9+.-]*:/i.test(source) ? 'is a URL' : 'lies outside the project';
    report(
      diagnose(PICTURE_OUTSIDE, origin, `The picture ${source} ${reason}; only the project's own files are read.`),
    );
    return null;
  }
  const bytes = project.read(file);
  if (bytes === null) {
    report(diagnose(PICTURE_MISSING, origin, `There is no picture ${source}.`, { hint: `looked for ${file}` }));
    return null;
  }
  const picture = probe(file, bytes, origin, report);
  return picture?.format === 'svg' ? { ...picture, raster: rasterBeside(project, picture) } : picture;
}

/**
 * The PNG beside an SVG, by name, where it is as large and of the same proportions: `logo.svg`, `logo.png`. With it, a plain build
 * loads no rasteriser, which takes 60 ms.
 */
function rasterBeside(project: Project, svg: Picture): Uint8Array | null {
  const bytes = project.read(svg.file.replace(/(\.svg)?$/i, '.png'));
  if (bytes === null || bytes.length > MAX_BYTES) return null;
  const header = readHeader(bytes);
  if ('broken' in header || header.format !== 'png' || header.width < svg.width) return null;
  return Math.abs((header.width * svg.height) / (header.height * svg.width) - 1) < 0.01
    ? withoutMetadata(bytes, 'png')
    : null;
}

/** Judges a file by its bytes, never by its extension, and reads its size from the header; null where it was reported. */
export function probe(file: string, bytes: Uint8Array, origin: Origin, report: Report): Picture | null {
  const fault = (problem: typeof PICTURE_BROKEN, message: string) => {
    report(diagnose(problem, origin, message));
    return null;
  };
  if (bytes.length > MAX_BYTES)
    return fault(PICTURE_TOO_LARGE, `${file} has ${bytes.length} bytes; ${MAX_BYTES} are allowed.`);

  const header = readHeader(bytes);
  if ('broken' in header) return fault(PICTURE_BROKEN, `${file} ${header.broken}.`);
  const { format, width, height, orientation } = header;
  if (format === 'svg') {
    const reason = refusal(header, bytes);
    if (reason !== null) return fault(reason.problem, `${file} ${reason.text}.`);
  } else if (width * height > MAX_PIXELS) {
    const size = `${width} × ${height} pixels, ${Math.round((width * height) / 1e6)} million`;
    return fault(PICTURE_TOO_LARGE, `${file} is ${size}; ${MAX_PIXELS / 1e6} million are allowed.`);
  }
  return { file, bytes: withoutMetadata(bytes, format), format, width, height, orientation, raster: null };
}

/** The picture itself, without what a camera or a program writes beside it; the others hold nothing that is written by itself. */
function withoutMetadata(bytes: Uint8Array, format: Picture['format']): Uint8Array {
  if (format === 'jpeg') return withoutSegmentsBeside(bytes);
  return format === 'png' || format === 'webp' ? withoutChunksBeside(bytes, format) : bytes;
}

function refusal({ width, height }: Header, bytes: Uint8Array) {
  if (bytes.length > MAX_SVG_BYTES)
    return {
      problem: PICTURE_TOO_LARGE,
      text: `is an SVG of ${bytes.length} bytes; ${MAX_SVG_BYTES} are allowed`,
    };
  if (Math.max(width, height) > MAX_SVG_SIDE)
    return {
      problem: PICTURE_TOO_LARGE,
      text: `is ${width} × ${height} pixels; an SVG may be ${MAX_SVG_SIDE} on a side`,
    };
  const reason = unsafe(new TextDecoder().decode(bytes));
  return reason === null ? null : { problem: SVG_UNSAFE, text: reason };
}

/** The source with its photographs upright: how a camera was held stands beside the pixels, where PowerPoint does not look. */
export async function upright(source: Source, report: Report, memory: Memory): Promise<Source> {
  if ([...source.pictures.values()].every(({ orientation }) => orientation === 1)) return source;
  const pictures = new Map(source.pictures);
  for (const [file, picture] of pictures) {
    const kept = settle(memory, `picture ${file}`, picture);
    const made = await remake(memory, `upright ${file}`, [kept], report, () => turned(kept));
    if (made !== null) pictures.set(file, made);
    else
      report(
        diagnose(PICTURE_BROKEN, at(source.briefing.provenance.place), `${file} is to be turned, and cannot be read.`),
      );
  }
  return { ...source, pictures };
}

/** What makes a picture of each orientation upright: mirrored from left to right first, then turned clockwise by degrees (CIPA DC-008, 4.6.4). */
const TURNS: readonly (readonly [mirrored: boolean, degrees: number])[] = [
  [false, 0],
  [true, 0],
  [false, 180],
  [true, 180],
  [true, 270],
  [false, 90],
  [true, 90],
  [false, 270],
];

/** JPEG and WebP are compressed once more; at this quality nobody sees it. */
const TURNED_QUALITY = 92;

/** The picture as it is seen; null where its pixels are of a kind that nothing here decodes. */
async function turned(picture: Picture): Promise<Picture | null> {
  if (picture.orientation === 1) return picture;
  const { default: sharp } = await import('sharp');
  const [mirrored, degrees] = TURNS[picture.orientation - 1]!;
  const image = sharp(picture.bytes, { limitInputPixels: MAX_PIXELS, failOn: 'none' }).flop(mirrored).rotate(degrees);
  const written = picture.format === 'png' ? image.png() : image.toFormat(picture.format, { quality: TURNED_QUALITY });
  const made = written.timeout({ seconds: 10 }).toBuffer();
  const bytes = await made.catch(() => null);
  return bytes === null ? null : { ...picture, bytes: new Uint8Array(bytes), orientation: 1 };
}

/** Shares of a picture cut off at each edge, 0 to 1. */
export type Crop = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/**
 * A picture as PNG, `width` pixels wide and as high as its proportions make it, cropped first where asked.
 * Only for pictures that `probe` has passed, or SVG of our own writing.
 */
export async function rasterise(
  picture: Pick<Picture, 'bytes' | 'format' | 'width' | 'height'>,
  width: number,
  crop: Crop | null = null,
): Promise<Uint8Array> {
  return await (await drawn(picture, width, crop)).png({ compressionLevel: 9 }).timeout({ seconds: 10 }).toBuffer();
}

/** Red, green, blue and how opaque it is, of each pixel. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A picture as pixels, `width` across and as high as its proportions make it. */
export async function pixelsOf(picture: Picture, width: number): Promise<Pixels> {
  const image = (await drawn(picture, width, null)).toColourspace('srgb').ensureAlpha().raw();
  const { data, info } = await image.timeout({ seconds: 10 }).toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

async function drawn(
  picture: Pick<Picture, 'bytes' | 'format' | 'width' | 'height'>,
  width: number,
  crop: Crop | null,
): Promise<Sharp> {
  // Imported only when pixels are asked for: the native library takes 75 ms to load, and a plain build needs none.
  const { default: sharp } = await import('sharp');
  const scale = picture.format === 'svg' ? Math.max(1, Math.min(width, MAX_SVG_SIDE) / picture.width) : 1;
  let image = sharp(picture.bytes, {
    limitInputPixels: MAX_PIXELS * 2.5,
    ...(picture.format === 'svg' ? { density: 72 * scale } : {}),
  });
  if (crop !== null) image = image.extract(window(picture, crop, scale));
  return image.resize({ width });
}

function window(picture: Pick<Picture, 'width' | 'height'>, crop: Crop, scale: number) {
  const [width, height] = [Math.floor(picture.width * scale), Math.floor(picture.height * scale)];
  const [left, top] = [Math.round(crop.left * width), Math.round(crop.top * height)];
  return {
    left,
    top,
    width: Math.max(1, Math.round((1 - crop.right) * width) - left),
    height: Math.max(1, Math.round((1 - crop.bottom) * height) - top),
  };
}
