/** Elements that show one thing: a figure, a picture, a line, a shape. */
import type { Status } from '../model/brand.ts';
import { diagnose } from '../model/diagnostic.ts';
import { UNKNOWN } from '../model/markup.ts';
import { suggestion } from '../model/nearest.ts';
import {
  type IconNode,
  type MarkNode,
  type Node,
  type PictureNode,
  PLAIN_BOX,
  type ShapeNode,
  type Text,
} from '../model/node.ts';
import { plainRun, type Run } from '../model/text.ts';
import { colourOf, figureOf, focusOf, isYes, printedOf, textOf, tokenOf, valueOrigin } from './attributes.ts';
import { paragraphsOf } from './inline.ts';
import { pictureName } from './naming.ts';
import { type Draft, inTemplate, nameFor } from './parsing.ts';
import { MISSING_ATTRIBUTE, UNKNOWN_ICON } from './problems.ts';
import type { Element } from './tree.ts';

/** How sure a figure is, where that is a word and no sign: 약 5.4만, 约5.4万. */
const WORD_BEFORE = /^[\p{Script=Hangul}\p{Script=Han}]+\u00A0?(?=\d)/u;

/** The numeral, and in the short form the words around it, small on its line: layout sets the unit below where it has no room there. */
export function statOf(draft: Draft, element: Element): Node | null {
  const figure = figureOf(draft, element, 'fact');
  if (figure === null) return null;
  const { quantity, origin } = figure;
  const form = tokenOf<'short' | 'long' | 'number'>(draft, element, 'form')!;
  const run = (text: string): Run => plainRun(text, origin, quantity.use);
  const { numeral, unitWord, short } = quantity;
  const small = (text: string): readonly Run[] => (text === '' ? [] : [{ ...run(text), role: 'unit' }]);
  const [before = ''] = WORD_BEFORE.exec(numeral) ?? [];
  const around = [
    ...small(before),
    run(numeral.slice(before.length)),
    ...small(unitWord === '' ? '' : short.slice(numeral.length)),
  ];
  const inlines = form === 'short' ? around : [run(quantity[form])];
  return {
    kind: 'text',
    name: nameFor(draft, 'figure'),
    role: tokenOf<'number' | 'hero'>(draft, element, 'style')!,
    paragraphs: [{ inlines, list: null, origin }],
    colour: colourOf(draft, element),
    align: 'left',
    anchor: 'top',
    placeholder: null,
    origin,
  };
}

export function pictureOf(draft: Draft, element: Element): PictureNode | null {
  const printed = printedOf(draft, element, 'src');
  textOf(draft, element, 'src');
  if (printed?.picture == null) {
    if (element.attributes.has('src') && printed !== UNKNOWN) {
      const message = '`src` of <picture> prints no picture of the data.';
      draft.parsing.report(diagnose(MISSING_ATTRIBUTE, inTemplate(element.origin), message));
    }
    return null;
  }
  return {
    kind: 'picture',
    name: pictureName(draft, printed.picture),
    file: printed.picture,
    alt: textOf(draft, element, 'alt') ?? (isYes(draft, element, 'decorative') ? '' : null),
    fit: tokenOf<'cover' | 'contain'>(draft, element, 'fit')!,
    focus: focusOf(draft, element, 'focus'),
    placeholder: null,
    origin: { ...printed.origin, template: element.origin.template },
  };
}

/** Hairlines are drawn 0.75 pt thick. */
const HAIRLINE = 0.75;
const SIZES = { s: 8, m: 16, l: 32 } as const;

export function ruleOf(draft: Draft, element: Element): ShapeNode {
  const lies = tokenOf(draft, element, 'direction') === 'horizontal';
  return {
    kind: 'shape',
    name: nameFor(draft, 'rule'),
    geometry: 'rule',
    fill: colourOf(draft, element),
    width: lies ? null : HAIRLINE,
    height: lies ? HAIRLINE : null,
    origin: element.origin,
  };
}

export function shapeOf(draft: Draft, element: Element): ShapeNode | null {
  const geometry = tokenOf<'rectangle' | 'ellipse' | 'chevron'>(draft, element, 'type');
  if (geometry === null) return null;
  const size = SIZES[tokenOf<'s' | 'm' | 'l'>(draft, element, 'size')!];
  const fill = colourOf(draft, element);
  return {
    kind: 'shape',
    name: nameFor(draft, geometry),
    geometry,
    fill,
    width: size,
    height: size,
    origin: element.origin,
  };
}

/** As high as one line of a body, as a heading over two lines, and as a figure. */
const ICON_SIZES = { s: 20, m: 28, l: 40 } as const;

/** Null where no name is given, and where the set has none of that name, which is reported. */
export function iconOf(draft: Draft, element: Element): IconNode | null {
  const name = textOf(draft, element, 'name');
  if (name === null) return null;
  const { icons } = draft.parsing.source;
  const origin = valueOrigin(draft, element, 'name');
  const outline = icons.find(name);
  if (outline === null) {
    const hint = suggestion(name, icons.names());
    draft.parsing.report(diagnose(UNKNOWN_ICON, origin, `There is no icon \`${name}\`.`, { hint }));
    return null;
  }
  return {
    kind: 'icon',
    name: nameFor(draft, 'icon'),
    outline,
    colour: colourOf(draft, element) ?? 'primary',
    size: ICON_SIZES[tokenOf<'s' | 'm' | 'l'>(draft, element, 'size')!],
    alt: textOf(draft, element, 'alt') ?? '',
    origin: { ...origin, template: element.origin.template },
  };
}

/** `+5.6% a year` behind its arrow: every change but none at all bears its sign, and the arrow says the same at a glance. */
export function deltaOf(draft: Draft, element: Element): Node | null {
  const figure = figureOf(draft, element, 'fact');
  if (figure === null) return null;
  const { quantity, origin } = figure;
  const value = quantity.value ?? 0;
  const name = nameFor(draft, 'change');
  const colour = colourOf(draft, element);
  const change = { ...plainRun((value > 0 ? '+' : '') + quantity.short, origin, quantity.use), bold: true };
  const since = paragraphsOf(draft, element).flatMap(({ inlines }) => [plainRun(' ', origin), ...inlines]);
  const text: Text = {
    kind: 'text',
    name,
    role: 'value',
    paragraphs: [{ inlines: [change, ...since], list: null, origin }],
    colour,
    align: 'left',
    anchor: 'top',
    placeholder: null,
    origin,
  };
  const outline = value === 0 ? null : draft.parsing.source.icons.find(value > 0 ? 'arrow-up' : 'arrow-down');
  if (outline === null) return text;
  const size = ICON_SIZES.s;
  const arrow: IconNode = {
    kind: 'icon',
    name: `${name} arrow`,
    outline,
    colour: colour ?? 'ink',
    size,
    alt: '',
    origin,
  };
  // As narrow as the arrow: flow gives no child less than it needs.
  const columns = [1, 40];
  return {
    ...PLAIN_BOX,
    direction: 'row',
    columns,
    gap: 's',
    align: 'centre',
    name: `${name} with arrow`,
    children: [arrow, text],
    origin,
  };
}

/** A disc or a status; null where it says nothing, which was reported. */
export function markOf(draft: Draft, element: Element): MarkNode | null {
  const value = tokenOf(draft, element, 'value');
  if (value === null) return null;
  const isBall = element.name === 'ball';
  const meant = isBall ? `${value}/4` : draft.parsing.source.brand.status[value as Status].letter;
  return {
    kind: 'mark',
    name: nameFor(draft, element.name),
    shows: isBall ? (Number(value) as MarkNode['shows']) : (value as Status),
    colour: (isBall ? colourOf(draft, element) : null) ?? 'muted',
    alt: textOf(draft, element, 'alt') ?? meant,
    origin: { ...valueOrigin(draft, element, 'value'), template: element.origin.template },
  };
}
