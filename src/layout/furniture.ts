/** What stands on a slide besides its words: tracker, sticker, source line, footer, slide number. */
import { bracketed, listMark } from '../model/language.ts';
import type { SlideNode, SourceLine } from '../model/node.ts';
import { NOWHERE, type Origin } from '../model/origin.ts';
import { type Placeholder, placeholderOf, type TextBlock } from '../model/scene.ts';
import { type Inlines, type Paragraph, plainRun, type Run } from '../model/text.ts';
import { hundredths } from '../model/units.ts';
import { type FactUse, factName } from '../model/use.ts';
import type { TextValue } from '../model/value.ts';
import { heightAt, layBlock, oneLineWidth, type TextSpec, type Typeset, typeset } from './blocks.ts';
import type { SlideContext } from './context.ts';
import { pageRuns } from './numbering.ts';

export function furniture(node: SlideNode, context: SlideContext): readonly TextBlock[] {
  const blocks = [
    node.sourceLine === null ? null : sourceLine(node, node.sourceLine, context),
    ...(node.tracker ? tracker(node, context) : []),
    sticker(node, context),
    node.footer ? footer(context) : null,
    node.footer ? slideNumber(context) : null,
  ];
  return blocks.filter(block => block !== null);
}

/** Two sections are told apart by their titles: of that few there is no way to keep track of. */
const FEWEST_TRACKED = 3;

/** Between the names of two sections, as a multiple of their size: three blanks. */
const NAMES_APART = 0.83;

/**
 * The names of the sections, the current one in bold ink and in the placeholder; that one alone where all do not fit. Each has the
 * room that it needs in bold, so that it stands at one place on every slide.
 */
function tracker(node: SlideNode, context: SlideContext): readonly TextBlock[] {
  const place = placeholderOf(context.design, 'tracker');
  const sections = context.deck.sections.filter(section => section.tracked);
  const current = sections.find(section => section.id === node.section);
  if (place === null || current === undefined || sections.length < FEWEST_TRACKED) return [];
  const { frame } = place;
  const bold = sections.map(({ title }) => {
    const run = { ...plain(title), bold: true, colour: currentColour(place) };
    return fillPlace(place, [paragraph([run])], context);
  });
  const at = sections.indexOf(current);
  const gap = NAMES_APART * bold[at]!.size;
  const ends = bold.map((_, index) =>
    bold.slice(0, index + 1).reduce((sum, text) => sum + oneLineWidth(text) + gap, 0),
  );
  const spare = frame.width - (ends.at(-1)! - gap);
  if (spare < 0) return [layBlock(bold[at]!, frame, context, true)];
  const start = frame.x + (place.align === 'right' ? spare : place.align === 'centre' ? spare / 2 : 0);
  return sections.map(({ title }, index) => {
    const { spec, size } = bold[index]!;
    const other = { ...spec, paragraphs: [paragraph([plain(title)])], placeholder: null };
    const text = index === at ? bold[index]! : typeset(other, size, context);
    const width = hundredths(oneLineWidth(bold[index]!));
    return layBlock(text, { ...frame, x: hundredths(start + ends[index]! - gap - width), width }, context, true);
  });
}

/** Ink on paper; on any other ground the placeholder's own colour was chosen to be read there. */
const currentColour = (place: Placeholder): string => (place.colour === 'muted' ? 'ink' : place.colour);

/** At the right edge of the tracker's zone, cut to measure. The author's own word goes before that of a draft. */
function sticker(node: SlideNode, context: SlideContext): TextBlock | null {
  const { page, type } = context.brand;
  const draft = showsUnverified(node, context) ? context.deck.identity.draft : null;
  const words = node.sticker ?? (draft === null ? null : [plain(draft)]);
  if (words === null) return null;
  const spec = specFor('sticker', [paragraph(words, node.origin)], context, {
    role: 'sticker',
    align: 'right',
    bold: true,
  });
  const text = typeset(spec, type.sticker.size, context);
  const zone = placeholderOf(context.design, 'tracker')?.frame ?? context.design.content;
  const width = hundredths(oneLineWidth(text));
  return layBlock(text, { x: page.width - page.margin - width, y: zone.y, width, height: zone.height }, context, true);
}

const showsUnverified = ({ facts }: SlideNode, { ledger }: SlideContext): boolean =>
  facts.some(({ fact }) => ledger.facts.get(fact)?.verify === true);

/** `Note: …`, then `Source: publisher (year); …` for every fact that the slide shows, each source once. */
function sourceLine(node: SlideNode, line: SourceLine, context: SlideContext): TextBlock | null {
  const place = placeholderOf(context.design, 'source');
  const sources = sourcesOf(node, line, context);
  const paragraphs = [
    ...(line.note === null
      ? []
      : [paragraph([plain(`${line.noteLabel}${space(line.noteLabel)}`), ...line.note], line.origin)]),
    ...(sources.length === 0
      ? []
      : [
          paragraph(
            [plain(`${line.sourceLabel}${space(line.sourceLabel)}${sources.join(listMark(context.language))}`)],
            line.origin,
          ),
        ]),
  ];
  if (place === null || paragraphs.length === 0) return null;
  return layBlock(shrunk(place, paragraphs, context), place.frame, context);
}

/** A full-width colon brings its own space. */
const space = (label: string): string => (/[：]$/.test(label) ? '' : ' ');

/** The sources, each once; first one that is not in the ledger, then, where the line may refer to them, the slides that name some. */
function sourcesOf(node: SlideNode, { see, own: unlisted }: SourceLine, context: SlideContext): readonly string[] {
  const { facts, sources } = context.ledger;
  const slideOf = (use: FactUse) => (see === null ? undefined : context.named.get(factName(use)));
  const slides = [...new Set(node.facts.flatMap(use => slideOf(use) ?? []))].sort((one, two) => one - two);
  const own = node.facts.filter(use => slideOf(use) === undefined);
  const named = own.flatMap(use => facts.get(use.fact)?.sources ?? []);
  const printed = [...new Set(named)].flatMap(id => {
    const source = sources.get(id);
    if (source === undefined) return [];
    const publisher = wordsOf(source.publisher, context.language);
    return [source.year === null ? publisher : publisher + bracketed(source.year, context.language)];
  });
  return [
    ...(unlisted === null ? [] : [unlisted]),
    ...(slides.length === 0 ? [] : [see!.replace('{slides}', pageRuns(slides, context.language))]),
    ...new Set(printed),
  ];
}

/** `{brand} | {classification} | {date}`: a part that is empty takes its bar with it. */
function footer(context: SlideContext): TextBlock | null {
  const place = placeholderOf(context.design, 'footer');
  const { brand, deck } = context;
  const words: Readonly<Record<string, string>> = {
    brand: brand.name.short,
    classification: deck.identity.classification ?? '',
    date: deck.identity.dateWords,
  };
  const parts = brand.footer
    .split('|')
    .map(part => part.replace(/\{([a-z]+)\}/g, (_, token: string) => words[token] ?? '').trim());
  const text = parts.filter(part => part !== '').join(' | ');
  if (place === null || text === '') return null;
  return layBlock(shrunk(place, [paragraph([plain(text)])], context), place.frame, context);
}

function slideNumber(context: SlideContext): TextBlock | null {
  const place = placeholderOf(context.design, 'slide-number');
  if (place === null) return null;
  const field = { kind: 'field', field: 'number', target: null, origin: NOWHERE } as const;
  return layBlock(fillPlace(place, [paragraph([field])], context), place.frame, context, true);
}

const fillPlace = (
  place: Placeholder,
  paragraphs: readonly Paragraph[],
  context: SlideContext,
  size?: number,
): Typeset =>
  typeset(
    specFor(place.name, paragraphs, context, {
      role: place.role,
      align: place.align,
      anchor: place.anchor,
      colour: place.colour,
      placeholder: place.name,
    }),
    size ?? context.brand.type[place.role].size,
    context,
  );

/** The largest size at which the text fits the placeholder, or the role's smallest. */
function shrunk(place: Placeholder, paragraphs: readonly Paragraph[], context: SlideContext): Typeset {
  const { size, minimum } = context.brand.type[place.role];
  for (let next = size; ; next--) {
    const text = fillPlace(place, paragraphs, context, next);
    if (next <= minimum || heightAt(text, place.frame.width) <= place.frame.height) return text;
  }
}

function specFor(
  name: string,
  paragraphs: readonly Paragraph[],
  context: SlideContext,
  more: Pick<TextSpec, 'role'> & Partial<TextSpec>,
): TextSpec {
  return {
    name: context.name(name),
    paragraphs,
    colour: null,
    align: 'left',
    anchor: 'top',
    placeholder: null,
    ground: context.design.background,
    origin: paragraphs[0]?.origin ?? NOWHERE,
    ...more,
  };
}

const paragraph = (inlines: Inlines, origin: Origin = NOWHERE): Paragraph => ({ inlines, list: null, origin });

const plain = (text: string): Run => plainRun(text, NOWHERE);

/** The words of a text in a language; a publisher's name holds no facts. */
export function wordsOf(value: TextValue, language: string): string {
  const inlines = value.texts.get(language) ?? value.texts.get('*') ?? [...value.texts.values()][0] ?? [];
  return inlines.map(inline => (inline.kind === 'words' ? inline.text : '')).join('');
}
