/** Dashes of lines by DrawingML's names (ECMA-376 part 1, 20.1.10.48). */
import type { Stroke } from '../../model/scene.ts';

export const DASHES = {
  solid: 'solid',
  dashed: 'dash',
  dotted: 'sysDot',
  'dash-dotted': 'dashDot',
  'long-dashed': 'lgDash',
} as const satisfies Readonly<Record<Stroke['dash'], string>>;
