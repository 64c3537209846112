/** One slide: its texts in the placeholders of its layout, its body, its notes. */
import type { LayoutName, PlaceholderName } from '../model/brand.ts';
import { diagnose } from '../model/diagnostic.ts';
import type { SlideMarkup } from '../model/markup.ts';
import { nearest } from '../model/nearest.ts';
import type { SlideNode, SourceLine, Text } from '../model/node.ts';
import { type LayoutDesign, placeholderOf } from '../model/scene.ts';
import type { Inlines, Paragraph } from '../model/text.ts';
import { textOf, tokenOf } from './attributes.ts';
import { bodyOf } from './blocks.ts';
import { inlinesOf, originIn, paragraphsOf } from './inline.ts';
import { type Draft, inTemplate, nameFor, openDraft, type Parsing } from './parsing.ts';
import { fillPlaceholders } from './placeholders.ts';
import { NO_PLACEHOLDER, SKIPPED_CONTENT, UNKNOWN_ELEMENT } from './problems.ts';
import { type Element, readTree } from './tree.ts';

/** Elements whose words fill the placeholder of the same name. */
const TEXTS: readonly PlaceholderName[] = ['title', 'subtitle', 'subhead', 'date', 'so-what'];
const ONCE: readonly string[] = [...TEXTS, 'sticker', 'source-line', 'notes'];

/** The slide as nodes; null where its markup cannot be read, which was reported. */
export function readSlide(slide: SlideMarkup, parsing: Parsing): SlideNode | null {
  const element = readTree(slide, parsing);
  if (element === null) return null;
  if (element.name !== 'slide') {
    const near = nearest(element.name, ['slide']);
    const hint = near === null ? null : 'did you mean `slide`?';
    parsing.report(diagnose(UNKNOWN_ELEMENT, inTemplate(element.origin), `<${element.name}> is no slide.`, { hint }));
    return null;
  }
  const draft = openDraft(parsing);
  const layout = tokenOf<LayoutName>(draft, element, 'layout') ?? 'title-only';
  const design = parsing.source.layouts[layout];
  const children = element.children.filter(child => typeof child !== 'string');
  reportTwice(children, parsing);
  const the = (name: string) => children.find(child => child.name === name) ?? null;
  const texts = TEXTS.flatMap(name => textIn(draft, the(name), name, design) ?? []);
  const blocks = children.filter(({ name }) => !ONCE.includes(name));
  const body = bodyOf(draft, blocks, element);
  const sticker = wordsIn(draft, the('sticker'));
  const sourceLine = sourceLineIn(draft, the('source-line'));
  return {
    id: slide.id,
    section: slide.section,
    layout,
    texts,
    body: body === null ? null : fillPlaceholders(body, design),
    tracker: isShown(draft, element, 'tracker', design, 'tracker'),
    sourceLine,
    sticker,
    footer: isShown(draft, element, 'footer', design, 'footer'),
    notes: notesIn(draft, the('notes')),
    hidden: slide.hidden,
    literals: slide.literals,
    facts: [...draft.facts.values()],
    origin: { ...slide.origin, template: element.origin.template },
  };
}

function reportTwice(children: readonly Element[], parsing: Parsing): void {
  for (const [index, { name, origin }] of children.entries()) {
    if (!ONCE.includes(name) || children.findIndex(child => child.name === name) === index) continue;
    parsing.report(diagnose(SKIPPED_CONTENT, inTemplate(origin), `The slide has two <${name}>.`));
  }
}

function textIn(draft: Draft, element: Element | null, name: PlaceholderName, design: LayoutDesign): Text | null {
  if (element === null) return null;
  const inlines = inlinesOf(draft, element);
  if (inlines.length === 0) return null;
  const origin = originIn(inlines, element.origin);
  const placeholder = placeholderOf(design, name);
  if (placeholder === null) {
    const message = `The layout ${design.name} has no place for <${name}>.`;
    draft.parsing.report(diagnose(NO_PLACEHOLDER, origin, message));
    return null;
  }
  const { role, align, anchor } = placeholder;
  const paragraphs = [{ inlines, list: null, origin }];
  return {
    kind: 'text',
    name: nameFor(draft, name),
    role,
    paragraphs,
    colour: null,
    align,
    anchor,
    placeholder: name,
    origin,
  };
}

function wordsIn(draft: Draft, element: Element | null): Inlines | null {
  const inlines = element === null ? [] : inlinesOf(draft, element);
  return inlines.length === 0 ? null : inlines;
}

function sourceLineIn(draft: Draft, element: Element | null): SourceLine | null {
  if (element === null) return null;
  const note = wordsIn(draft, element);
  return {
    sourceLabel: textOf(draft, element, 'source') ?? '',
    noteLabel: textOf(draft, element, 'note') ?? '',
    see: textOf(draft, element, 'see'),
    own: textOf(draft, element, 'own'),
    note,
    origin: originIn(note ?? [], element.origin),
  };
}

/** The paragraphs of the notes: what is not in <p> comes first. */
function notesIn(draft: Draft, element: Element | null): readonly Paragraph[] {
  if (element === null) return [];
  const inner = element.children.flatMap(child =>
    typeof child !== 'string' && child.name === 'p' ? paragraphsOf(draft, child, null, true) : [],
  );
  return [...paragraphsOf(draft, element, null, true), ...inner];
}

/** As the slide says, else wherever the layout has a place for it. */
function isShown(draft: Draft, element: Element, name: string, design: LayoutDesign, needs: PlaceholderName): boolean {
  const offered = design.placeholders.some(placeholder => placeholder.name === needs);
  return offered && tokenOf(draft, element, name) !== 'no';
}
