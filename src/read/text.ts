/** Text as data has it: a string, or a string for each language; with inline Markdown and facts. */
import { faultOf } from '../model/address.ts';
import type { Contract } from '../model/contract.ts';
import { diagnose } from '../model/diagnostic.ts';
import { nearest, suggestion } from '../model/nearest.ts';
import { at, type Place } from '../model/origin.ts';
import { type Inline, NO_PLACES, type Provenance, type TextValue } from '../model/value.ts';
import { below } from './content.ts';
import type { Context } from './context.ts';
import { parseInlines } from './inline.ts';
import { COLON_MADE_MAP, NOT_ALLOWED, STRAY_LANGUAGE, UNCLOSED_MARK, UNKNOWN_SLIDE, UNSAFE_LINK } from './problems.ts';
import { quoted } from './repair.ts';
import { wrongType } from './scalar.ts';
import { type DataNode, isEmpty, type MapNode, type ScalarNode } from './tree.ts';
import { readMention } from './use.ts';

/** A language code of BCP 47, as far as briefings use them: `ko`, `zh-Hant`. */
export const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
/** The language of a text that serves them all. */
const EVERY_LANGUAGE = '*';

/** A text; null where it was reported. */
export function readText(node: DataNode, contract: Contract, spot: Provenance, context: Context): TextValue | null {
  const texts = new Map<string, readonly Inline[]>();
  let places: TextValue['places'] = NO_PLACES;
  if (node.kind === 'scalar') {
    texts.set(EVERY_LANGUAGE, readInlines(node, contract, spot.pointer, context));
  } else if (node.kind === 'map' && node.entries.every(({ key }) => LANGUAGE.test(key))) {
    const written = node.entries.filter(({ value }) => !isEmpty(value));
    places = new Map(written.map(({ key, value }) => [key, value.place]));
    for (const { key, value } of written) {
      const pointer = below(spot.pointer, key);
      if (value.kind === 'scalar') texts.set(key, readInlines(value, contract, pointer, context));
      else context.report(wrongType('text', value, at(value.place, pointer)));
    }
    checkLanguages(node, spot.pointer, context);
  } else {
    context.report(notText(node, spot.pointer));
    return null;
  }
  return { boxed: true, kind: 'text', texts, places, pointer: spot.pointer, place: node.place };
}

function readInlines(node: ScalarNode, contract: Contract, pointer: string, context: Context): readonly Inline[] {
  const { maxLength = Number.POSITIVE_INFINITY } = contract;
  if (node.text.length > maxLength) {
    const message = `The text has ${node.text.length} characters; ${maxLength} are allowed.`;
    context.report(diagnose(NOT_ALLOWED, at(node.place, pointer), message));
  }
  return parseInlines(node.text, {
    fact: (written, offset) => readMention(written, locate(node, offset, written.length), pointer, context),
    link: (href, offset) => checkLink(href, locate(node, offset, href.length), pointer, context),
    unclosed: offset => {
      const origin = at(locate(node, offset, 2), pointer);
      const message = 'The `**` that opens here is not closed, so it is printed.';
      context.report(diagnose(UNCLOSED_MARK, origin, message, { hint: 'close it with `**`, or write `\\*\\*`' }));
    },
  });
}

/** Where a stretch of a scalar's value stands in the file; the scalar itself where escapes or folding hide it. */
function locate(node: ScalarNode, offset: number, length: number): Place {
  const needle = node.text.slice(offset, offset + length);
  const before = node.text.slice(0, offset).split(needle).length - 1;
  let index = -1;
  for (let i = 0; i <= before; i++) index = node.raw.indexOf(needle, index + 1);
  if (index === -1) return node.place;
  const start = node.place.start + index;
  return { file: node.place.file, start, end: start + length };
}

function checkLink(href: string, place: Place, pointer: string, context: Context): boolean {
  if (href.startsWith('#')) {
    if (context.slides.has(href.slice(1))) return true;
    const message = `There is no slide \`${href.slice(1)}\`.`;
    const hint = suggestion(href.slice(1), context.slides.ids);
    context.report(diagnose(UNKNOWN_SLIDE, at(place, pointer), message, { hint }));
    return false;
  }
  const fault = faultOf(href);
  if (fault !== null) context.report(diagnose(UNSAFE_LINK, at(place, pointer), fault.message, { hint: fault.hint }));
  return fault === null;
}

/** A code that the briefing does not know, while one that it knows is missing: most often `kr` for `ko`. */
function checkLanguages(node: MapNode, pointer: string, context: Context): void {
  const written = new Set(node.entries.map(({ key }) => key));
  const missing = context.languages.filter(language => !written.has(language));
  if (missing.length === 0) return;
  for (const { key, place } of node.entries.filter(entry => !context.languages.includes(entry.key))) {
    const message = `\`${key}\` is none of the briefing's languages, and ${missing.join(', ')} is missing.`;
    const near = nearest(key, missing);
    const hint =
      near === null ? `the briefing's languages are ${context.languages.join(', ')}` : `did you mean \`${near}\`?`;
    context.report(diagnose(STRAY_LANGUAGE, at(place, below(pointer, key)), message, { hint }));
  }
}

function notText(node: DataNode, pointer: string) {
  const oneLine = !/[\r\n]/.test(node.raw) && !/^[{[]/.test(node.raw);
  if (node.kind === 'map' && oneLine) {
    const message = `The colon after \`${node.entries[0]?.key ?? ''}\` made a map of this text.`;
    return diagnose(COLON_MADE_MAP, at(node.place, pointer), message, { hint: `write \`${quoted(node.raw)}\`` });
  }
  return wrongType('text', node, at(node.place, pointer));
}
