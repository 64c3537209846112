/** What a relationship map draws: nodes with their names, and the words of ties on plates that keep the lines off them. */
import type { ColourToken } from '../model/brand.ts';
import type { DiagramPart } from '../model/node.ts';
import type { Shape } from '../model/scene.ts';
import { plainRun } from '../model/text.ts';
import { hundredths, type Point, type Points, type Rect } from '../model/units.ts';
import type { DiagramContext, SetWords } from './kind.ts';
import { inlinesOf, plainOf, shapeOf, withWords } from './parts.ts';

/** Between words and the edges of their plate, and of their node. */
const PLATE = { across: 5, down: 1 } as const;
const NODE = { across: 6, down: 3 } as const;
/** Points by which a plate is made narrower at a time. */
const STEP = 2;

/** Words measured, with what they need around them. */
export interface Plate {
  readonly words: SetWords;
  readonly width: Points;
  readonly height: Points;
  /** Points that its longest word is too wide by. */
  readonly lack: Points;
}

/** A tie's words in a room of some width: as narrow as their lines allow, so that the lines are even; two of them end where they read best in all of it. */
export function plateOf(tie: DiagramPart, room: Points, context: DiagramContext): Plate {
  const words = setTie(tie, context);
  const widest = Math.max(words.narrowest, Math.min(words.oneLine, room - 2 * PLATE.across));
  const isTwoLines = words.heightAt(widest) < 2 * words.heightAt(words.oneLine);
  const ended = isTwoLines ? words.balanced(widest) : words;
  const heightAt = (width: Points): Points => ended.balanced(width).heightAt(width);
  const height = heightAt(widest);
  let width = widest;
  while (width - STEP >= words.narrowest && heightAt(width - STEP) <= height) width -= STEP;
  const even = ended.balanced(width);
  return {
    words: even,
    width: hundredths(width + 2 * PLATE.across),
    height: hundredths(even.heightAt(width) + 2 * PLATE.down),
    lack: Math.max(0, words.narrowest + 2 * PLATE.across - room),
  };
}

/** The kind in bold, then what was agreed. */
function setTie(tie: DiagramPart, { brand, size, ground, set }: DiagramContext): SetWords {
  const { minimum } = brand.type.label;
  const kind = inlinesOf(tie, 'kind').map(inline =>
    inline.kind === 'text' ? { ...inline, text: begun(inline.text), bold: true } : inline,
  );
  const [first, ...others] = tie.words;
  const gap = kind.length > 0 && first !== undefined ? [plainRun(' ', tie.origin)] : [];
  const lead = { inlines: [...kind, ...gap, ...(first?.inlines ?? [])], list: null, origin: tie.origin };
  const paragraphs = lead.inlines.length === 0 ? [] : [lead, ...others];
  const stanzas = [{ paragraphs, size: Math.max(minimum, size - 1), colour: 'ink' }];
  return set({ stanzas, role: 'label', align: 'centre', anchor: 'middle', ground, origin: tie.origin });
}

/** The kind begins the label, as a sentence begins. */
const begun = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The plate around a point. */
export function drawPlate(plate: Plate, middle: Point, name: string, ground: ColourToken): Shape {
  const { words, width, height } = plate;
  const frame = { x: hundredths(middle.x - width / 2), y: hundredths(middle.y - height / 2), width, height };
  return withWords(shapeOf(name, 'rectangle', frame, ground), words, PLATE);
}

export const isCore = (node: DiagramPart): boolean => plainOf(node, 'group') === 'core';

/** A node's name; those whom the slide is about stand out. */
export function nameOf(node: DiagramPart, width: Points, { size, set }: DiagramContext): Plate {
  const [colour, ground] = isCore(node) ? ['paper', 'primary'] : ['ink', 'panel'];
  const stanzas = [{ paragraphs: node.words, size, colour, bold: isCore(node) }];
  const words = set({ stanzas, role: 'table', align: 'centre', anchor: 'middle', ground, origin: node.origin });
  const even = words.balanced(width - 2 * NODE.across);
  return {
    words: even,
    width,
    height: even.heightAt(width - 2 * NODE.across) + 2 * NODE.down,
    lack: Math.max(0, words.narrowest + 2 * NODE.across - width),
  };
}

export function drawNode(node: DiagramPart, { words }: Plate, frame: Rect, name: string): Shape {
  const shape = shapeOf(name, 'rectangle', frame, isCore(node) ? 'primary' : 'panel');
  return withWords(shape, words, NODE);
}
