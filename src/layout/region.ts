/** Where the body of a slide goes. */
import type { PlaceholderName } from '../model/brand.ts';
import type { SlideNode } from '../model/node.ts';
import { placeholderOf } from '../model/scene.ts';
import { bottom, type Rect } from '../model/units.ts';
import type { SlideContext } from './context.ts';

/** Between the body and the subhead above it, and between the body and the so-what below. */
const BODY_GAP = { above: 7.2, below: 14.4 } as const;
/** The layout's content, less what the subhead and the so-what take of it. */
export function bodyRegion(node: SlideNode, context: SlideContext): Rect {
  const { content } = context.design;
  const frameOf = (name: PlaceholderName): Rect | null =>
    node.texts.some(text => text.placeholder === name) ? (placeholderOf(context.design, name)?.frame ?? null) : null;
  const [subhead, soWhatFrame] = [frameOf('subhead'), frameOf('so-what')];
  const top = subhead === null ? content.y : Math.max(content.y, bottom(subhead) + BODY_GAP.above);
  const end = soWhatFrame === null ? bottom(content) : Math.min(bottom(content), soWhatFrame.y - BODY_GAP.below);
  return { ...content, y: top, height: Math.max(0, end - top) };
}
