/** What has changed from one deck to another: slides, facts and words, wherever they stand. */
import { below, localName, readXml, readZip, type XmlNode } from './package/package.ts';
import type { Trace, TracedShape, TracedSlide } from './trace.ts';

/** A deck with what its manifest says of it. */
export interface TracedDeck {
  readonly trace: Trace;
  readonly bytes: Uint8Array;
}

/**
 * A block for each slide that is not the same: `-` before what went, `+` before what came, `~` before what is drawn otherwise. Slides are
 * known by their ids, shapes by their names; page numbers are left out. Empty where both decks say the same. Throws a `ZipFault` or an
 * `XmlFault` where one is damaged.
 */
export function differences(before: TracedDeck, after: TracedDeck): string {
  const [old, now] = [slidesOf(before), slidesOf(after)];
  const gone = [...old.values()].filter(({ id }) => !now.has(id));
  const blocks = [...now.values()].map(slide => {
    const known = old.get(slide.id);
    return known === undefined ? [`+ ${headOf(slide)}`] : changesOf(known, slide);
  });
  return [...gone.map(slide => [`- ${headOf(slide)}`]), ...blocks]
    .flatMap(lines => lines.map(line => `${line}\n`))
    .join('');
}

interface ToldSlide extends TracedSlide {
  /** Of each shape by its name; groups and connectors say nothing of their own. */
  readonly told: ReadonlyMap<string, Told>;
}

interface Told extends TracedShape {
  readonly words: readonly string[];
}

function slidesOf({ trace, bytes }: TracedDeck): ReadonlyMap<string, ToldSlide> {
  const parts = readZip(bytes);
  return new Map(
    trace.slides.map(slide => {
      const part = parts.get(`ppt/slides/slide${slide.number}.xml`);
      const words = part === undefined ? new Map<string, readonly string[]>() : wordsIn(readXml(part));
      const told = slide.shapes.flatMap((shape): [string, Told][] => {
        const own = words.get(shape.id);
        return own === undefined || shape.name === 'slide-number' ? [] : [[shape.name, { ...shape, words: own }]];
      });
      return [slide.id, { ...slide, told: new Map(told) }];
    }),
  );
}

const SHAPES = ['sp', 'graphicFrame', 'pic'];

/** The paragraphs of each shape, table and picture of a slide, by its id. */
const wordsIn = (slide: XmlNode): ReadonlyMap<string, readonly string[]> =>
  new Map(
    SHAPES.flatMap(name => below(slide, name)).map(shape => {
      const paragraphs = below(shape, 'p').map(textOf);
      return [below(shape, 'cNvPr')[0]?.attributes.get('id') ?? '', paragraphs.filter(words => words !== '')];
    }),
  );

/** A line that was ended for its looks is a space. */
const textOf = ({ children }: XmlNode): string =>
  children
    .map(child =>
      localName(child) === 'br'
        ? ' '
        : below(child, 't')
            .map(({ text }) => text)
            .join(''),
    )
    .join('')
    .trim();

const headOf = ({ number, id, told }: ToldSlide): string => {
  const title = told.get('title')?.words.join(' ');
  return `slide ${number} ${id}${title === undefined ? '' : `: ${title}`}`;
};

function changesOf(before: ToldSlide, after: ToldSlide): readonly string[] {
  const names = new Set([...before.told.keys(), ...after.told.keys()]);
  const shapes = [...names].flatMap(name => shapeChanges(name, before.told.get(name), after.told.get(name)));
  const facts = signed(factsOn(before), factsOn(after)).map(([sign, fact]) => `  ${sign} fact ${fact}`);
  const moved = before.number === after.number ? '' : `, slide ${before.number} before`;
  return shapes.length + facts.length === 0 ? [] : [`slide ${after.number} ${after.id}${moved}`, ...shapes, ...facts];
}

const factsOn = ({ shapes }: TracedSlide): readonly string[] => [...new Set(shapes.flatMap(({ facts }) => facts))];

function shapeChanges(name: string, before: Told | undefined, after: Told | undefined): readonly string[] {
  const words = signed(before?.words ?? [], after?.words ?? []);
  if (words.length > 0)
    return words.map(([sign, text]) => `  ${sign} ${name}: ${text}${factOf(sign === '-' ? before : after)}`);
  if (before === undefined || after === undefined) return [`  ${before === undefined ? '+' : '-'} ${name}`];
  return before.hash === after.hash ? [] : [`  ~ ${name}`];
}

/** The fact behind a shape that shows one alone. */
const factOf = (shape: Told | undefined): string => (shape?.facts.length === 1 ? ` (${shape.facts[0]})` : '');

/** What only the first says, then what only the second says; where lines break is no difference. */
function signed(before: readonly string[], after: readonly string[]): readonly (readonly ['-' | '+', string])[] {
  const [old, now] = [before, after].map(all => new Set(all.map(folded)));
  return [
    ...before.filter(text => !now!.has(folded(text))).map(text => ['-', text] as const),
    ...after.filter(text => !old!.has(folded(text))).map(text => ['+', text] as const),
  ];
}

const folded = (text: string): string => text.replace(/\s+/g, '');
