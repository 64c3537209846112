/** The deck as one page that needs nothing else: to read on any screen, to present from, to search and to print. */
import { createHash } from 'node:crypto';
import { addressOf } from '../../model/address.ts';
import { colourOf } from '../../model/brand.ts';
import type { Scene } from '../../model/scene.ts';
import { escapeXml, raw, xml } from '../../package/package.ts';
import { definitionsOf, penOf } from '../pen.ts';
import { targetsIn } from '../targets.ts';
import type { WordsContext } from '../words.ts';
import { outputName, type Writer, type WriterContext } from '../writer.ts';
import { SCRIPT, STYLE } from './client.ts';
import { bodyOf, rootLanguage } from './page.ts';
import { phrasesFor } from './phrases.ts';

/** One `.html` file, which asks nothing of a network. */
export const html: Writer = {
  extension: 'html',
  async write(scene, context) {
    return [{ name: `${outputName(scene.identity)}.html`, bytes: new TextEncoder().encode(pageOf(scene, context)) }];
  },
};

function pageOf(scene: Scene, { faces, version }: WriterContext): string {
  const language = rootLanguage(scene);
  const definitions = definitionsOf(true);
  const words: WordsContext = { language, address: addressesIn(scene) };
  const pen = penOf(scene, faces, definitions, false);
  const body = bodyOf(scene, { ...phrasesFor(scene.identity.language), words, pen });
  const style = STYLE + styleOf(scene);
  // Text of script and style is not escaped in HTML: neither has a closing tag in it, which the test of this writer holds them to.
  return `<!doctype html>
<html lang="${escapeXml(language)}" data-mode="read"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(SCRIPT, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Briefwright ${escapeXml(version)}">
<title>${escapeXml(scene.identity.title)}</title>
<style>${style}</style></head>
<body>${body.xml}
${xml`<svg class="definitions" aria-hidden="true" width="0" height="0"><defs>${definitions.all()}</defs></svg>`.xml}
<script>${raw(SCRIPT).xml}</script></body></html>
`;
}

/** Links to slides by their number; a slide that this deck leaves out is no address. */
function addressesIn(scene: Scene): WordsContext['address'] {
  const targets = targetsIn(scene);
  return href => {
    if (!href.startsWith('#')) return addressOf(href);
    const number = targets.get(href.slice(1));
    return number === undefined ? null : `#${number}`;
  };
}

/** What depends on the deck: the brand's colour for the marks of the page, the slide's proportions, the size of a printed page. */
function styleOf(scene: Scene): string {
  const { width, height } = scene.brand.page;
  return `:root{--brand:${colourOf(scene.brand, 'primary').hex};--ratio:${width}/${height}}@page{size:${width}pt ${height}pt;margin:0}`;
}

/** Nothing is loaded from anywhere; this style and this script alone run. Pictures stand in the page as data. */
const policy = (script: string, style: string): string =>
  `default-src 'none'; img-src data:; style-src '${hash(style)}'; script-src '${hash(script)}'; base-uri 'none'; form-action 'none'`;

const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
