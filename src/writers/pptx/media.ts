/** Pictures as parts: each medium once, named by its content, with a PNG beside every SVG. */
import type { Picture } from '../../model/picture.ts';
import type { Scene } from '../../model/scene.ts';
import type { Points } from '../../model/units.ts';
import { mediaType, type Part } from '../../package/package.ts';
import { rasterise } from '../../pictures/pictures.ts';
import type { Call } from './calls.ts';
import { digest } from './identity.ts';

export interface Media {
  /** The names of a picture's parts: what every PowerPoint shows, and the drawing itself where there is one. */
  of(file: string): { readonly raster: string; readonly vector: string | null };
  readonly parts: readonly Part[];
}

/** Twice the 96 dots an inch of a screen, so that a projector at full size shows no steps. */
const PIXELS_PER_POINT = 192 / 72;
const MAX_PIXELS = 3_000;

/** Prepares every picture that the calls show, all at once; parts keep the order of the calls. */
export async function mediaOf(scene: Scene, calls: readonly Call[]): Promise<Media> {
  const widths = new Map<string, Points>();
  for (const call of calls) {
    if (call.kind !== 'picture') continue;
    const whole = call.frame.width / Math.max(0.01, 1 - call.crop.left - call.crop.right);
    widths.set(call.file, Math.max(whole, widths.get(call.file) ?? 0));
  }
  const rastered = await Promise.all(
    [...widths].map(async ([file, width]) => {
      const picture = scene.pictures.get(file);
      if (picture === undefined) throw new Error(`the scene shows ${file} but does not hold it`);
      return { file, picture, raster: await rasterOf(picture, width) };
    }),
  );
  const parts = new Map<string, Part>();
  const add = (bytes: Uint8Array, extension: string): string => {
    const name = `ppt/media/${digest(bytes)}.${extension}`;
    parts.set(name, { name, type: mediaType(extension), content: bytes, relationships: [] });
    return name;
  };
  const names = new Map(
    rastered.map(({ file, picture, raster }) => [
      file,
      {
        raster: add(raster, isDrawn(picture) ? 'png' : picture.format),
        vector: picture.format === 'svg' ? add(picture.bytes, 'svg') : null,
      },
    ]),
  );
  return { of: file => names.get(file)!, parts: [...parts.values()] };
}

/** Formats that not every PowerPoint shows. */
const isDrawn = ({ format }: Picture): boolean => format === 'svg' || format === 'webp';

/** What every PowerPoint shows: the picture itself, or a PNG of it. */
const rasterOf = async (picture: Picture, width: Points): Promise<Uint8Array> => {
  if (!isDrawn(picture)) return picture.bytes;
  return picture.raster ?? rasterise(picture, Math.max(1, Math.min(MAX_PIXELS, Math.round(width * PIXELS_PER_POINT))));
};
