/** A briefing of one slide, whose template a test writes itself: what expand and parse make of it, and what they say. */
import { expand } from '../../src/expand/expand.ts';
import type { Source } from '../../src/model/briefing.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Markup } from '../../src/model/markup.ts';
import type { Deck } from '../../src/model/node.ts';
import { parse } from '../../src/parse/parse.ts';
import { read } from '../../src/read/read.ts';
import { type Files, memoryProject } from './memory.ts';

export const FACTS = `
facts:
  pledge: {value: 9.4, unit: KRW tn, as-of: 2024, source: press}
  share: {values: {samsung: 42.9, hynix: 34.5, micron: 19.6}, labels: {samsung: Samsung, hynix: SK hynix, micron: Micron}, unit: percent, as-of: 2024-Q2, source: press}
  workers: {values: {2021: 177000, 2031F: 304000}, unit: people, source: press}
  memo: {statement: A memorandum was signed, as-of: 2024-04, source: press}
  rumour: {value: 622, unit: KRW tn, as-of: 2024, source: press, use: never}
  remark: {value: 40, unit: USD bn, as-of: 2024, source: press, use: context}
  secret: {value: 7, unit: count, as-of: 2024, source: press, audiences: [board]}
sources: {press: {publisher: Press, date: 2024}}
`;

export interface Board {
  /** What stands below the front matter of the slide template. */
  readonly body: string;
  /** The template's properties, one a line. */
  readonly properties?: string;
  /** The slide's data, as YAML lines without indent. */
  readonly data?: string;
  readonly language?: string;
  readonly audience?: string | null;
  /** More lines of the briefing. */
  readonly head?: string;
  readonly files?: Files;
}

export interface Made {
  readonly source: Source;
  readonly markup: Markup;
  readonly deck: Deck;
  /** `code line` in the data or, where there is none, in the template. */
  readonly found: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

const indent = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);

/** Expands and parses the board. */
export function board({ body, properties = '', data = '', head = '', files = {}, ...request }: Board): Made {
  const languages = request.language === undefined ? 'en' : `en, ${request.language}`;
  const project = memoryProject({
    'b/briefing.yaml': `title: Board\ndate: 2026-03-02\nlanguages: [${languages}]\norder: [talk]\naudiences: {board: [talk], all: [talk]}\n${head}${FACTS}sections:\n  talk:\n    title: Talk\n    one:\n      slide: board\n      message: A claim that stands above\n${indent(data, '      ')}\n`,
    'b/templates/slides/board.hbs': `---\ndescription: A board.\nproperties:\n  unused: {type: string}\n${indent(properties, '  ')}\n---\n${body}\n`,
    ...files,
  });
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  const source = read(project, { briefing: 'b', brand: null }, report);
  if (source === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const language = request.language ?? 'en';
  const markup = expand(source, { language, audience: request.audience ?? null }, report);
  const deck = parse(markup, source, report);
  const line = (place: { file: string; start: number } | null) =>
    place === null ? '' : new TextDecoder().decode(project.read(place.file)!).slice(0, place.start).split('\n').length;
  const found = diagnostics.map(({ problem, origin: { data: at, template } }) => {
    const place = at ?? template;
    const file = place?.file.endsWith('.hbs') ? place.file.replace(/^.*\//, '') : 'data';
    return `${problem.code} ${file}:${line(place)}`;
  });
  return { source, markup, deck, found, diagnostics };
}

/** The markup of the first slide as people read it: no stamps, what was printed in «», white space collapsed. */
export const written = ({ markup }: Made): string =>
  (markup.slides[0]?.text ?? '')
    .replace(/ _at="[^"]*"/g, '')
    .replace(/\uE000(\d+)\uE001/g, (_, index: string) => `«${markup.printed[Number(index)]!.plain}»`)
    .replace(/\u00A0/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .trim();
