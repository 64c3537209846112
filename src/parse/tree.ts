/** The markup of a slide as a tree of known elements: what is ill-formed, unknown or misplaced is reported at the template's own line. */
import { parseXml, type XmlElement, type XmlError } from '@rgrove/parse-xml';
import { diagnose } from '../model/diagnostic.ts';
import { type SlideMarkup, STAMP, stampPlace } from '../model/markup.ts';
import { nearest, suggestion } from '../model/nearest.ts';
import type { Origin, Place } from '../model/origin.ts';
import { ELEMENTS } from './elements.ts';
import { inTemplate, type Parsing } from './parsing.ts';
import { MARKUP_SYNTAX, MISPLACED, UNKNOWN_ATTRIBUTE, UNKNOWN_ELEMENT } from './problems.ts';

export interface Element {
  readonly name: string;
  /** As written, markers included; empty ones are left out. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | string)[];
  readonly origin: Origin;
}

/** The slide's element; null where the markup is not well-formed. */
export function readTree(slide: SlideMarkup, parsing: Parsing): Element | null {
  try {
    const { root } = parseXml(slide.text, { resolveUndefinedEntity: reference => ENTITIES[reference.slice(1, -1)] });
    return root === null ? null : convert(root, slide, parsing);
  } catch (error) {
    reportSyntax(error as XmlError, slide, parsing);
    return null;
  }
}

/** The named characters of HTML that typists use. */
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00A0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  middot: '·',
  times: '×',
  rarr: '→',
  larr: '←',
};

function convert(node: XmlElement, slide: SlideMarkup, parsing: Parsing): Element {
  const origin = originOf(node.attributes[STAMP] ?? '', slide, parsing);
  const rule = ELEMENTS[node.name];
  const attributes = new Map<string, string>();
  for (const name of Object.keys(node.attributes)) {
    if (name === STAMP) continue;
    const value = node.attributes[name]!.trim();
    if (rule !== undefined && !Object.hasOwn(rule.attributes, name)) {
      const at = inTemplate(parsing.attributeOrigin(origin, name));
      const message = `<${node.name}> has no attribute \`${name}\`.`;
      parsing.report(
        diagnose(UNKNOWN_ATTRIBUTE, at, message, { hint: suggestion(name, Object.keys(rule.attributes)) }),
      );
    } else if (value !== '') attributes.set(name, value);
  }
  const children: (Element | string)[] = [];
  for (const child of node.children) {
    if (child.type === 'text' || child.type === 'cdata') children.push((child as unknown as { text: string }).text);
    if (child.type !== 'element') continue;
    const element = convert(child as XmlElement, slide, parsing);
    if (isAllowed(element, node.name, parsing)) children.push(element);
  }
  if (rule?.words === false) reportWords(children, node.name, origin, parsing);
  return { name: node.name, attributes, children, origin };
}

function isAllowed({ name, origin }: Element, parent: string, parsing: Parsing): boolean {
  if (!Object.hasOwn(ELEMENTS, name)) {
    const hint = suggestion(name, ELEMENTS[parent]?.children ?? []) ?? hintFrom(name);
    parsing.report(diagnose(UNKNOWN_ELEMENT, inTemplate(origin), `There is no element <${name}>.`, { hint }));
    return false;
  }
  const rule = ELEMENTS[parent];
  if (rule === undefined || rule.children.includes(name)) return true;
  const holders = Object.keys(ELEMENTS).filter(key => ELEMENTS[key]!.children.includes(name));
  const hint = `it belongs in ${holders.map(holder => `<${holder}>`).join(', ')}`;
  parsing.report(diagnose(MISPLACED, inTemplate(origin), `<${name}> cannot stand in <${parent}>.`, { hint }));
  return false;
}

function hintFrom(name: string): string | null {
  const near = nearest(name, Object.keys(ELEMENTS));
  return near === null ? null : `did you mean \`${near}\`?`;
}

function reportWords(children: readonly (Element | string)[], name: string, origin: Origin, parsing: Parsing): void {
  for (const child of children) {
    if (typeof child !== 'string' || child.trim() === '') continue;
    const words = parsing.plain(child).trim().slice(0, 40);
    parsing.report(
      diagnose(MISPLACED, inTemplate(origin), `The words "${words}" cannot stand in <${name}>.`, {
        hint: 'put them into <p>',
      }),
    );
  }
}

function originOf(stamp: string, slide: SlideMarkup, parsing: Parsing): Origin {
  const space = stamp.indexOf(' ');
  const pointer = space < 0 ? null : stamp.slice(space + 1);
  return {
    pointer: pointer || slide.origin.pointer,
    data: slide.origin.data,
    template: parsing.tag(space < 0 ? stamp : stamp.slice(0, space)),
  };
}

function reportSyntax(error: XmlError, slide: SlideMarkup, parsing: Parsing): void {
  const [place, message] = mismatch(slide.text, parsing) ?? [
    stampBefore(slide.text, error.pos ?? slide.text.length, parsing),
    `${error.message.split('\n', 1)[0]!.replace(/ \(line \d+, column \d+\)$/, '')}.`,
  ];
  parsing.report(diagnose(MARKUP_SYNTAX, inTemplate({ ...slide.origin, template: place }), message));
}

const TAG = /<!--[\s\S]*?-->|<(\/?)([A-Za-z][\w.-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g;

/** The first element that is opened and not closed, or closed and not opened. */
function mismatch(text: string, parsing: Parsing): readonly [Place | null, string] | null {
  const open: { name: string; place: Place | null }[] = [];
  for (const { 1: slash, 2: name, 3: rest = '', index } of text.matchAll(TAG)) {
    if (name === undefined || rest.endsWith('/')) continue;
    const top = open.at(-1);
    if (slash === '') open.push({ name, place: stampBefore(text, index + name.length + 1, parsing) });
    else if (top?.name === name) open.pop();
    else if (top !== undefined && open.some(element => element.name === name)) {
      return [top.place, `<${top.name}> is never closed.`];
    } else if (top !== undefined && nearest(top.name, [name]) !== null) {
      return [top.place, `<${top.name}> is closed by </${name}>.`];
    } else return [stampBefore(text, index, parsing), `</${name}> closes nothing.`];
  }
  const last = open.at(-1);
  return last === undefined ? null : [last.place, `<${last.name}> is never closed.`];
}

/** The place of the tag that stands at or before a position of the markup. */
function stampBefore(text: string, position: number, parsing: Parsing): Place | null {
  const tag = text.lastIndexOf(`${STAMP}="`, position + STAMP.length + 3);
  const [, stamp = ''] = new RegExp(`${STAMP}="([^"]*)"`).exec(text.slice(Math.max(0, tag))) ?? [];
  return stampPlace(stamp, parsing.markup.files);
}
