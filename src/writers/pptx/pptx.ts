/** The PowerPoint writer: scene → drawing calls → drawn shapes → reference package → one grafted deck. */
import type { Scene } from '../../model/scene.ts';
import { outputName, type Writer, type WriterContext } from '../writer.ts';
import { callsOf, everyCall } from './calls.ts';
import { paintOf, swatchesOf } from './colour.ts';
import { graft } from './graft.ts';
import { mediaOf } from './media.ts';
import { draw } from './pptxgen.ts';

export const pptx: Writer = {
  extension: 'pptx',
  async write(scene: Scene, { modified, version, input }: WriterContext) {
    const calls = callsOf(scene);
    const paint = paintOf(scene.brand);
    const swatches = swatchesOf(scene.brand, paint);
    const every = [...calls.layouts, ...calls.slides].flatMap(entry => everyCall(entry.calls));
    // Pictures are rasterised on other threads while shapes are drawn on this one.
    const [media, drawn] = await Promise.all([mediaOf(scene, every), draw(every, scene.brand.page, swatches.hex)]);
    const bytes = await graft(scene, { calls, drawn, media, paint, swatches, modified, maker: { version, input } });
    return [{ name: `${outputName(scene.identity)}.pptx`, bytes }];
  },
};
