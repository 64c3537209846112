/** The output formats, by name. A format is loaded when it is first written: a plain build imports no rasteriser. */
import type { Problem } from '../model/diagnostic.ts';
import * as problems from './problems.ts';
import type { Writer } from './writer.ts';

export { MANIFEST_NS } from './pptx/names.ts';

/** Formats that people ask for with `--to`. */
export const FORMATS = ['pptx', 'pdf', 'handout', 'html', 'svg', 'png', 'contact-sheet', 'text'] as const;
export type Format = (typeof FORMATS)[number];

export const WRITERS: Readonly<Record<Format, Writer>> = {
  pptx: lazy('pptx', async () => (await import('./pptx/pptx.ts')).pptx),
  pdf: lazy('pdf', async () => (await import('./pdf/pdf.ts')).pdf),
  handout: lazy('handout.pdf', async () => (await import('./pdf/handout.ts')).handout),
  html: lazy('html', async () => (await import('./html/html.ts')).html),
  svg: lazy('svg', async () => (await import('./svg.ts')).svg),
  png: lazy('png', async () => (await import('./png.ts')).png),
  'contact-sheet': lazy('png', async () => (await import('./contact-sheet.ts')).contactSheet),
  text: lazy('txt', async () => (await import('./text.ts')).text),
};

/** Everything that writers can say. */
export const WRITE_PROBLEMS: readonly Problem[] = Object.values(problems);

/** What draws one slide as SVG, for the preview. */
export const loadDrawing = async () => (await import('./svg.ts')).drawSlide;

function lazy(extension: string, load: () => Promise<Writer>): Writer {
  return { extension, write: async (scene, context) => (await load()).write(scene, context) };
}
