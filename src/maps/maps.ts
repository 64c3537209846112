/** Base maps: loaded, data and packages, where a slide shows one, and not before. */
import type { Atlas } from '../model/atlas.ts';
import type { Deck, Node } from '../model/node.ts';
import { ATLAS, type Project } from '../model/project.ts';

/** The world's land; null where no slide of the deck shows a map. */
export async function loadAtlas(project: Project, deck: Deck): Promise<Atlas | null> {
  if (!deck.slides.some(({ body }) => body !== null && showsMap(body))) return null;
  const bytes = project.read(`${ATLAS}/land-110m.json`);
  if (bytes === null) throw new Error('world-atlas is a dependency, and its land is not there');
  const { openAtlas } = await import('./land.ts');
  return openAtlas(bytes);
}

const showsMap = (node: Node): boolean =>
  node.kind === 'box' ? node.children.some(showsMap) : node.kind === 'diagram' && node.type === 'geo-map';
