/** Every intermediate form as text: what `build --emit` prints, to debug a template or to learn how a deck comes about. */
import type { Build } from './build.ts';
import { MARK_CLOSE, MARK_OPEN, type Markup } from './model/markup.ts';

/** `scene` is the text writer's output: build with that format. */
export const EMITTED = ['briefing', 'markup', 'nodes', 'scene'] as const;
export type Emitted = (typeof EMITTED)[number];

/** One form of a build, all of its languages one after the other; empty where the build did not come that far. */
export function emitted(form: Emitted, result: Build): string {
  if (form === 'briefing') return result.source === null ? '' : json(result.source.briefing);
  if (form === 'scene') return result.artifacts.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n');
  return result.versions.map(({ markup, deck }) => (form === 'markup' ? readable(markup) : json(deck))).join('\n');
}

/** Markup with its markers written out: what they print, between guillemets. */
function readable(markup: Markup): string {
  const markers = new RegExp(`${MARK_OPEN}(\\d+)${MARK_CLOSE}`, 'g');
  const slides = markup.slides.map(
    slide =>
      `<!-- ${slide.id} -->\n${slide.text.replace(markers, (_, index) => `«${markup.printed[Number(index)]?.plain}»`)}`,
  );
  return `${slides.join('\n')}\n`;
}

/** JSON with maps as objects and bytes by their number. */
const json = (form: unknown): string =>
  `${JSON.stringify(
    form,
    (_, value) =>
      value instanceof Map ? Object.fromEntries(value) : value instanceof Uint8Array ? `${value.length} bytes` : value,
    2,
  )}\n`;
