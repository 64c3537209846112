/** Turns paragraphs into runs with everything decided: size, colour, face, language, fields. */
import { type ColourToken, pitchOf, type TextRole } from '../model/brand.ts';
import {
  isEastAsian,
  isRightToLeft,
  isSign,
  languageOf,
  languageTag,
  mayHoldEastAsian,
  mayHoldOtherScripts,
  scriptOf,
} from '../model/language.ts';
import type { LaidBreak, LaidParagraph, LaidRun } from '../model/scene.ts';
import { type Align, type Field, type Paragraph, plainText, type Run } from '../model/text.ts';
import type { Points } from '../model/units.ts';
import type { SlideContext } from './context.ts';
import { pageRuns } from './numbering.ts';

/** How a text is to look. */
export interface Look {
  readonly role: TextRole;
  readonly size: Points;
  /** Null for the role's own. */
  readonly colour: ColourToken | null;
  readonly align: Align;
  /** Bold whatever the role says. */
  readonly bold?: boolean;
}

/** Points of indent for each level of a list, as a multiple of the size. */
const BULLET_INDENT = 1;
const NUMBER_INDENT = 1.4;
/** What each digit of the last number adds beyond its first: the advance of a digit in Arial. */
const DIGIT = 0.56;

/** Of a unit on the line of its figure, as a multiple of the figure's size. */
const UNIT_SIZE = 0.4;

/** Space between paragraphs as a multiple of the size; roles of one block of lines have none. */
const SPACE_BETWEEN = 0.4;
const SOLID_ROLES: ReadonlySet<TextRole> = new Set(['source', 'footer', 'tracker', 'label', 'axis', 'value', 'table']);

export function setParagraphs(
  paragraphs: readonly Paragraph[],
  look: Look,
  context: SlideContext,
): readonly LaidParagraph[] {
  const style = context.brand.type[look.role];
  const pitch = pitchOf(style, look.size, context.language);
  return paragraphs.map((paragraph, index) => ({
    runs: paragraph.inlines.flatMap(inline =>
      inline.kind === 'break'
        ? [{ kind: 'break', instead: null }]
        : inline.kind === 'field'
          ? [setField(inline, look, context)]
          : setRun(inline, look, context),
    ),
    align: isRightToLeft(plainText(paragraph.inlines), context.language) ? MIRRORED[look.align] : look.align,
    pitch,
    spaceBefore: index === 0 || SOLID_ROLES.has(look.role) ? 0 : Math.round(look.size * SPACE_BETWEEN),
    list: paragraph.list,
    indent: indentOf(paragraph.list, paragraphs, look.size),
    origin: paragraph.origin,
  }));
}

/** Words that run from right to left begin at the right. */
const MIRRORED = { left: 'right', centre: 'centre', right: 'left' } as const satisfies Record<Align, Align>;

function indentOf(list: Paragraph['list'], paragraphs: readonly Paragraph[], size: Points): Points {
  if (list === null) return 0;
  const mark = list.ordered ? NUMBER_INDENT + (digitsOf(list.level, paragraphs) - 1) * DIGIT : BULLET_INDENT;
  return Math.round((list.level * BULLET_INDENT + mark) * size);
}

/** Digits of the largest number that the items of a level can have. */
const digitsOf = (level: number, paragraphs: readonly Paragraph[]): number =>
  String(paragraphs.filter(({ list }) => list?.ordered && list.level === level).length).length;

function setRun(run: Run, look: Look, context: SlideContext): readonly (LaidRun | LaidBreak)[] {
  const role = run.role ?? look.role;
  const style = context.brand.type[role];
  const isOwn = role === look.role;
  return byLanguage(run.text, context.language).map(({ text, language }) => ({
    kind: 'run',
    text,
    role,
    size: isOwn ? look.size : Math.max(style.minimum, Math.round(UNIT_SIZE * look.size)),
    bold: run.bold || style.bold || look.bold === true,
    italic: run.italic && !hasEastAsian(text),
    position: run.position,
    colour: run.colour ?? (run.href === null ? ((isOwn ? look.colour : null) ?? style.colour) : 'link'),
    face: style.face,
    language,
    href: run.href,
    fact: run.fact,
    date: run.date,
    field: null,
    origin: run.origin,
  }));
}

function setField(field: Field, look: Look, context: SlideContext): LaidRun {
  const style = context.brand.type[look.role];
  return {
    kind: 'run',
    text: wordsOfField(field, context),
    role: look.role,
    size: look.size,
    bold: style.bold || look.bold === true,
    italic: false,
    position: 'baseline',
    colour: look.colour ?? style.colour,
    face: style.face,
    language: languageTag(context.language),
    href: field.field === 'page-of' && context.numbers.has(field.target!) ? `#${field.target}` : null,
    fact: null,
    date: false,
    field: field.field,
    origin: field.origin,
  };
}

/** A page that the deck has not is a dash: parse has reported it. */
function wordsOfField({ field, target }: Field, { number, numbers, pages, language }: SlideContext): string {
  switch (field) {
    case 'number':
      return String(number);
    case 'page-of':
      return String(numbers.get(target ?? '') ?? '–');
    case 'pages-of':
      return pageRuns(pages.get(target ?? '') ?? [], language) || '–';
    case 'part':
      return target ?? '';
  }
}

/** Cuts a text where its language is plainly another than the deck's: words in a script that the deck is not written in. */
function byLanguage(text: string, deck: string): readonly { text: string; language: string }[] {
  if (text !== '' && !mayHoldOtherScripts(text)) return [{ text, language: languageTag(deck) }];
  const pieces: { text: string; language: string }[] = [];
  let at = 0;
  for (const character of text) {
    const last = pieces.at(-1);
    const before = last?.language ?? languageTag(deck);
    const script = scriptOf(character);
    const follows = script === 'common' || isSign(text, at);
    const language = follows ? before : languageTag(languageOf(script, character, deck));
    if (last?.language === language) last.text += character;
    else pieces.push({ text: character, language });
    at += character.length;
  }
  return pieces;
}

/** Hangul and Han have no italics: a slanted one is a defect, not emphasis. */
const hasEastAsian = (text: string): boolean =>
  mayHoldEastAsian(text) && [...text].some(character => isEastAsian(scriptOf(character)));
