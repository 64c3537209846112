/** The traps of YAML that are no errors to a parser: text that became an anchor, a tag, a comment, a key or a map. */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { at, type Place } from '../model/origin.ts';
import { COMMA_MADE_KEY, DUPLICATE_KEY, SWALLOWED_TEXT, UNKNOWN_TAG, UNUSED_ANCHOR } from './problems.ts';
import { lineAround, quoted, repairHint, valueStretch } from './repair.ts';
import { withoutCommas } from './scalar.ts';
import type { Entry, Stretch } from './tree.ts';

/** `!important`, `!!js/function`. */
export function tagTrap({ text }: Stretch, place: Place): Diagnostic {
  const message = `\`${text.slice(place.start, place.end).trim()}\` is taken for a YAML tag; briefings use none.`;
  return diagnose(UNKNOWN_TAG, at(place), message, { hint: quoteHint(text, place) });
}

/** `&Co ports`: the value that follows stands at `value`. */
export function anchorTrap({ text }: Stretch, name: string, value: Place): Diagnostic {
  const start = text.lastIndexOf(`&${name}`, value.start);
  const place = { ...value, start, end: start + name.length + 1 };
  const message = `\`&${name}\` is taken for an anchor, which no alias uses, and is not printed.`;
  return diagnose(UNUSED_ANCHOR, at(place), message, { hint: quoteHint(text, place) });
}

/** A `#` straight before a letter or digit is no comment that anybody wrote: `Ranked #1`, `#1B2430`. */
export function commentTrap({ text }: Stretch, value: Place): Diagnostic | null {
  let start = value.end;
  while (text[start] === ' ') start++;
  if (text[start] !== '#' || !/[\p{L}\p{N}]/u.test(text[start + 1] ?? '')) return null;
  const rest = text.slice(start, lineAround(text, start).end);
  const lost = rest.replace(/\s+#(\s.*)?$/, '').trimEnd();
  const end = start + lost.length;
  const repaired = repairHint(text, value.start, end, quoted(text.slice(value.start, end).trim()));
  const message = `\`${lost}\` is taken for a comment and is not printed.`;
  const hint = `${repaired}, or put a space after \`#\` if it is a comment`;
  return diagnose(SWALLOWED_TEXT, at({ ...value, start, end }), message, { hint });
}

/** `{en: Harbour, first}`: a key without a colon; `before` is the entry that the comma cut off. */
export function commaTrap({ text }: Stretch, key: string, place: Place, before: Entry | null): Diagnostic {
  if (before?.value.kind !== 'scalar' || !before.value.plain) {
    const hint = `give it a value: \`${key}: …\``;
    return diagnose(COMMA_MADE_KEY, at(place), `The key \`${key}\` has no value.`, { hint });
  }
  const { start } = before.value.place;
  const written = text.slice(start, place.end);
  const number = withoutCommas(written)?.number ?? null;
  const asText = repairHint(text, start, place.end, quoted(written));
  const hint =
    number === null ? asText : `${repairHint(text, start, place.end, number)}, or ${asText.slice(6)} if it is text`;
  return diagnose(COMMA_MADE_KEY, at(place), `The comma before \`${key}\` made it a key of its own.`, { hint });
}

/** A key that stands twice in a map; `twin` is the first. */
export function twinTrap({ text }: Stretch, { key, place }: Entry, twin: Place): Diagnostic {
  const line = text.slice(0, twin.start).split('\n').length;
  const column = twin.start - lineAround(text, twin.start).start + 1;
  const message = `The key \`${key}\` stands twice in one map; the first is at ${line}:${column}.`;
  return diagnose(DUPLICATE_KEY, at(place), message, { hint: 'keep one of the two' });
}

/** The hint that puts the value around a place in quotes. */
export function quoteHint(text: string, place: Place): string {
  const value = valueStretch(text, place.start) ?? place;
  return repairHint(text, value.start, value.end, quoted(text.slice(value.start, value.end)));
}
