/** One diagram on a slide of its own, laid out in the built-in brand. */
import { loadFaces } from '../../src/fonts/fonts.ts';
import { layout } from '../../src/layout/layout.ts';
import { loadAtlas } from '../../src/maps/maps.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Diagram } from '../../src/model/node.ts';
import type { Group } from '../../src/model/scene.ts';
import { box, deckOf, diagram as diagramOf, slide, sourceOf } from './nodes.ts';
import { builtIn, house } from './scene.ts';

const faces = await loadFaces(builtIn, house.brand, 'en');
/** The land of the world, as a deck with a map asks for it. */
export const atlas = (await loadAtlas(builtIn, deckOf([slide('Map', box([diagramOf('geo-map', {}, [])]))])))!;

/** The diagram as a group, and what layout had to say of it. */
export function drawn(diagram: Diagram): { readonly group: Group; readonly said: readonly Diagnostic[] } {
  const said: Diagnostic[] = [];
  const deck = deckOf([slide('One diagram', box([diagram]))]);
  const scene = layout(deck, sourceOf(), faces, one => void said.push(one), atlas);
  const group = scene.slides[0]!.items.find(item => item.name === diagram.name);
  return { group: group as Group, said };
}
