/** One slide: its placeholders' texts, its body, its furniture, its notes. */
import { diagnose, type Report } from '../model/diagnostic.ts';
import type { SlideNode, Text } from '../model/node.ts';
import { type Item, type LaidParagraph, type Placeholder, placeholderOf, type Slide } from '../model/scene.ts';
import { plainText } from '../model/text.ts';
import { inches, type Rect } from '../model/units.ts';
import { heightAt, layBlock, type TextSpec, type Typeset, typeset } from './blocks.ts';
import { ACCENT_WIDTH, isBelowRule, standOf } from './cards.ts';
import type { SlideContext } from './context.ts';
import type { Part } from './continuation.ts';
import { furniture } from './furniture.ts';
import { balanceHeading } from './headings.ts';
import { itemsOf } from './items.ts';
import { specOf } from './leaves.ts';
import { BODY_TOO_WIDE } from './problems.ts';
import { bodyRegion } from './region.ts';
import { setParagraphs } from './runs.ts';

/** Between the so-what's bar and its words. */
const SO_WHAT_INDENT = inches(0.12);
/** Notes are read on a screen beside the slide. */
const NOTES_SIZE = 12;

export function laySlide(part: Part, context: SlideContext): Slide {
  const node = part.slide;
  const texts = node.texts.flatMap(text => placeText(text, context));
  const opening = texts.filter(({ text }) => text.placeholder !== 'so-what').flatMap(({ items }) => items);
  const closing = texts.filter(({ text }) => text.placeholder === 'so-what').flatMap(({ items }) => items);
  const body = layBody(part, context);
  const items = [...opening, ...body.items, ...closing, ...furniture(node, context)];
  const title = node.texts.find(text => text.placeholder === 'title');
  return {
    id: node.id,
    number: context.number,
    section: node.section,
    layout: node.layout,
    title: title === undefined ? '' : title.paragraphs.map(({ inlines }) => plainText(inlines)).join(' '),
    items,
    crammed: body.lacksRoom ? body.items : [],
    notes: layNotes(node, context),
    hidden: node.hidden,
    literals: node.literals,
    facts: node.facts,
    origin: node.origin,
  };
}

interface PlacedText {
  readonly text: Text;
  readonly items: readonly Item[];
}

function placeText(text: Text, context: SlideContext): readonly PlacedText[] {
  const place = placeholderOf(context.design, text.placeholder);
  if (place === null) return [];
  return [
    {
      text,
      items: place.name === 'so-what' ? soWhat(text, place, context) : [fillText(text, place, place.frame, context)],
    },
  ];
}

function fillText(text: Text, place: Placeholder, frame: Rect, context: SlideContext, more: Partial<TextSpec> = {}) {
  const spec: TextSpec = {
    ...specOf(text, context.design.background),
    name: context.name(place.name),
    role: place.role,
    colour: text.colour ?? place.colour,
    anchor: place.anchor,
    align: place.align,
    ...more,
  };
  return layBlock(shrink(spec, frame, context), frame, context);
}

/** The largest size at which a text fits its frame, or the role's smallest: then a check reports what is too much. */
function shrink(spec: TextSpec, frame: Rect, context: SlideContext): Typeset {
  const { size, minimum } = context.brand.type[spec.role];
  for (let next = size; ; next--) {
    const text = balanceHeading(typeset(spec, next, context), frame.width, context);
    if (next <= minimum || heightAt(text, frame.width) <= frame.height) return text;
  }
}

/** The so-what stands out as cards do, with the highlight. */
function soWhat(text: Text, place: Placeholder, context: SlideContext): readonly Item[] {
  const { frame } = place;
  const stand = standOf({ name: 'so-what', frame, fill: 'card', accent: true, origin: text.origin }, context);
  const left = isBelowRule('card', context.brand.style.card) ? 0 : ACCENT_WIDTH + SO_WHAT_INDENT;
  const inner = { ...frame, x: frame.x + left, width: frame.width - left - SO_WHAT_INDENT };
  return [...stand, fillText(text, place, inner, context, { ground: 'card', bold: true })];
}

interface Body {
  readonly items: readonly Item[];
  readonly lacksRoom: boolean;
}

/** Whatever layout calls an error is a lack of room. */
function layBody({ slide: node, fitted }: Part, context: SlideContext): Body {
  if (node.body === null || fitted === null) return { items: [], lacksRoom: false };
  let lacksRoom = false;
  const report: Report = diagnostic => {
    lacksRoom ||= diagnostic.problem.severity === 'error';
    context.report(diagnostic);
  };
  if (fitted.excess.width > 0) {
    const message = `The body is ${Math.ceil(fitted.excess.width)} pt too narrow for its longest words side by side.`;
    const hint = 'put fewer things side by side, or shorten the longest word.';
    const slide = { id: context.id, number: context.number };
    report(diagnose(BODY_TOO_WIDE, node.body.origin, message, { hint, slide, frame: bodyRegion(node, context) }));
  }
  const items = itemsOf(fitted, { ...context, report });
  return { items, lacksRoom };
}

function layNotes(node: SlideNode, context: SlideContext): readonly LaidParagraph[] {
  return setParagraphs(node.notes, { role: 'body', size: NOTES_SIZE, colour: null, align: 'left' }, context);
}
