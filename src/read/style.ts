/** What a brand draws: the composition of covers, cards, mastheads and bullets. */
import { CARDS, COVERS, MASTHEADS, type Style } from '../model/brand.ts';
import { listAt, textAt } from './brand-file.ts';
import type { DataNode } from './tree.ts';

const BULLETS = ['•', '–'] as const;

/** The style of a brand file; where it says nothing, the first of each list. */
export function readStyle(file: DataNode): Style {
  const path = ['defaults', 'briefing', 'style'] as const;
  const word = <T extends string>(key: keyof Style, words: readonly T[]): T =>
    words.find(name => name === textAt(file, ...path, key)) ?? words[0]!;
  const bullets = listAt(file, ...path, 'bullets').map(node => (node.kind === 'scalar' ? node.text : ''));
  return {
    cover: word('cover', COVERS),
    card: word('card', CARDS),
    masthead: word('masthead', MASTHEADS),
    bullets: [bullets[0] || BULLETS[0], bullets[1] || BULLETS[1]],
  };
}
