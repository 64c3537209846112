/** The handout: A4 pages, each with a slide at its head, its notes and its sources below; what does not fit goes on overleaf. */
import type { ColourToken } from '../model/brand.ts';
import type { Sheet } from '../model/handout.ts';
import { NOWHERE } from '../model/origin.ts';
import type { Item, LaidParagraph, Line, Shape, Slide, TextBlock } from '../model/scene.ts';
import { type Paragraph, plainRun } from '../model/text.ts';
import { bottom, hundredths, type Points, type Rect } from '../model/units.ts';
import { BELOW_BASELINE, layBlock, remeasure, type TextSpec, type Typeset, typeset } from './blocks.ts';
import type { DeckContext, SlideContext } from './context.ts';
import { wordsOf } from './furniture.ts';

/** ISO 216 A4, upright, in whole points. */
const PAGE = { width: 595, height: 842 } as const;
const MARGIN = 48;
const WIDTH = PAGE.width - 2 * MARGIN;
/** Between the slide, the notes and the sources. */
const GAP = 18;
const RULE = 0.75;
/** The line at the foot of every page, and where the words above it end. */
const FOOT: Rect = { x: MARGIN, y: PAGE.height - MARGIN, width: WIDTH, height: 14 };
const FLOOR = FOOT.y - GAP;
const SIZE = { source: 9, foot: 9 } as const;
/** Between two sources. */
const APART = 3;
/** Sources are begun where there is room for so much of them. */
const LEAST = 40;

/** A page being filled down to `end`. */
interface Draft {
  readonly slide: Slide;
  readonly frame: Rect | null;
  readonly items: Item[];
  end: Points;
}

/** A page for each slide that is shown, and as many more as its words take. */
export function handoutOf(slides: readonly Slide[], contextOf: (slide: Slide) => SlideContext): readonly Sheet[] {
  const drafts = slides
    .filter(({ hidden }) => !hidden)
    .flatMap(slide => {
      const context = contextOf(slide);
      const pages = [opened(slide, context)];
      if (slide.notes.length > 0) pour(notesOf(slide, context), pages, context);
      pourSources(slide, pages, context);
      return pages.map(page => ({ page, context }));
    });
  return drafts.map(({ page: { slide, frame, items }, context }, index) => ({
    number: index + 1,
    width: PAGE.width,
    height: PAGE.height,
    slide,
    frame,
    items: [...items, ...foot(index + 1, context)],
  }));
}

function opened(slide: Slide, { brand }: DeckContext): Draft {
  const { width, height } = brand.page;
  const frame = { x: MARGIN, y: MARGIN, width: WIDTH, height: hundredths((WIDTH / width) * height) };
  return { slide, frame, items: [], end: bottom(frame) + GAP };
}

/** The page after: it names the slide that its words belong to. */
function continued({ slide }: Draft, context: SlideContext): Draft {
  const head = line('tracker', slide.title, 'left', context);
  const block = layBlock(head, { ...FOOT, y: MARGIN }, context, true);
  return { slide, frame: null, items: [block], end: MARGIN + FOOT.height + GAP };
}

/** A dark brand's letters are light; paper is white. */
const inkOf = ({ brand }: DeckContext, colour: ColourToken): ColourToken =>
  brand.ground === 'dark' ? 'paper' : colour;

/** The same words in colours that show on paper: those of the slide's notes, or the text's own set apart. */
function onPaper(text: Typeset, paragraphs: readonly LaidParagraph[], context: SlideContext): Typeset {
  const inked = paragraphs.map(
    (paragraph): LaidParagraph => ({
      ...paragraph,
      runs: paragraph.runs.map(run => (run.kind === 'break' ? run : { ...run, colour: inkOf(context, run.colour) })),
    }),
  );
  return remeasure({ ...text, paragraphs: inked }, context);
}

function notesOf(slide: Slide, context: SlideContext): Typeset {
  const size = slide.notes.flatMap(({ runs }) => runs).find(run => run.kind === 'run')?.size ?? 12;
  return onPaper(typeset(specOf('notes', [], 'body', 'ink', context), size, context), slide.notes, context);
}

/** Below a rule, each source of the slide's facts once: publisher, title, date, and the address in full. */
function pourSources(slide: Slide, pages: Draft[], context: SlideContext): void {
  const { facts, sources } = context.ledger;
  const named = new Set(slide.facts.flatMap(use => facts.get(use.fact)?.sources ?? []));
  const paragraphs = [...named].flatMap((id): Paragraph[] => {
    const source = sources.get(id);
    if (source === undefined) return [];
    const words = [source.publisher, source.title].map(value =>
      value === null ? '' : wordsOf(value, context.language),
    );
    const text = [...words, source.date ?? ''].filter(part => part !== '').join(', ');
    const link = source.url === null ? [] : [{ ...plainRun(source.url, NOWHERE), href: source.url }];
    const inlines = [plainRun(link.length === 0 ? text : `${text}. `, NOWHERE), ...link];
    return [{ inlines, list: null, origin: NOWHERE }];
  });
  if (paragraphs.length === 0) return;
  if (FLOOR - pages.at(-1)!.end < LEAST) pages.push(continued(pages.at(-1)!, context));
  const page = pages.at(-1)!;
  if (page.items.length > 0) page.end += GAP / 2;
  page.items.push(rule(page.end));
  page.end += GAP / 2;
  const text = typeset(specOf('sources', paragraphs, 'source', 'muted', context), SIZE.source, context);
  const apart = text.paragraphs.map((paragraph, index) => ({ ...paragraph, spaceBefore: index === 0 ? 0 : APART }));
  pour(onPaper(text, apart, context), pages, context);
}

/** Lays a text from where the last page is filled to, line by line, on as many pages as it takes. */
function pour(text: Typeset, pages: Draft[], context: SlideContext): void {
  const block = layBlock(text, { x: MARGIN, y: 0, width: WIDTH, height: 0 }, context);
  const endOf = (one: Line): Points => one.baseline + BELOW_BASELINE * text.size;
  const startOf = (one: Line): Points => endOf(one) - text.paragraphs[one.paragraph]!.pitch;
  for (let first = 0; first < block.lines.length; ) {
    const page = pages.at(-1)!;
    const top = startOf(block.lines[first]!);
    const over = block.lines.findIndex((one, index) => index >= first && endOf(one) - top > FLOOR - page.end);
    const next = over < 0 ? block.lines.length : over;
    if (next > first) page.items.push(partOf(block, block.lines.slice(first, next), page.end - top));
    if (next > first) page.end += endOf(block.lines[next - 1]!) - top;
    if (next < block.lines.length) pages.push(continued(page, context));
    first = next;
  }
}

/** Some lines of a text, moved down; its paragraphs keep their numbers. */
function partOf(block: TextBlock, lines: readonly Line[], down: Points): TextBlock {
  const moved = lines.map(one => ({ ...one, baseline: hundredths(one.baseline + down) }));
  const top = hundredths(moved[0]!.baseline - block.paragraphs[moved[0]!.paragraph]!.pitch);
  const height = hundredths(moved.at(-1)!.baseline - top);
  return { ...block, frame: { ...block.frame, y: top, height }, lines: moved, height };
}

const rule = (y: Points): Shape => ({
  kind: 'shape',
  name: 'rule',
  frame: { x: MARGIN, y: hundredths(y), width: WIDTH, height: RULE },
  origin: NOWHERE,
  facts: [],
  alt: '',
  placeholder: null,
  geometry: 'rectangle',
  fill: 'hairline',
  hatched: false,
  stroke: null,
  words: null,
});

/** What the deck is called, and the number of the page. */
const foot = (number: number, context: SlideContext): readonly TextBlock[] => [
  layBlock(
    line('footer', context.deck.identity.title, 'left', context),
    { ...FOOT, width: WIDTH - GAP * 2 },
    context,
    true,
  ),
  layBlock(line('slide-number', String(number), 'right', context), FOOT, context, true),
];

function line(
  placeholder: 'tracker' | 'footer' | 'slide-number',
  words: string,
  align: TextSpec['align'],
  context: SlideContext,
): Typeset {
  const paragraph = { inlines: [plainRun(words, NOWHERE)], list: null, origin: NOWHERE };
  const spec = specOf(placeholder, [paragraph], 'footer', 'muted', context);
  return typeset({ ...spec, align, placeholder }, SIZE.foot, context);
}

const specOf = (
  name: string,
  paragraphs: readonly Paragraph[],
  role: TextSpec['role'],
  colour: ColourToken,
  context: DeckContext,
): TextSpec => ({
  name,
  paragraphs,
  role,
  colour: inkOf(context, colour),
  align: 'left',
  anchor: 'top',
  placeholder: null,
  ground: 'paper',
  origin: NOWHERE,
});
