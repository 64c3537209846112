/** Cuts the markup of a template into its slides, and finds the key that each belongs to. */
import type { SlideContent } from '../model/briefing.ts';
import { diagnose } from '../model/diagnostic.ts';
import { STAMP, stampPlace } from '../model/markup.ts';
import { NOWHERE, type Origin } from '../model/origin.ts';
import { provenanceOf } from '../model/value.ts';
import type { Edition } from './edition.ts';
import { STRAY_MARKUP } from './problems.ts';

export interface CutSlide {
  readonly text: string;
  /** The key of the section whose content it shows; null where no keys were given, or none fits. */
  readonly key: string | null;
}

const SLIDE = /<slide(?=[\s/>])(?:[^>]*\/>|[\s\S]*?<\/slide\s*>)/g;

/** The slides of a markup, in its order. Whatever stands between them is reported. */
export function splitSlides(
  edition: Edition,
  markup: string,
  keys: readonly SlideContent[] | null = null,
): readonly CutSlide[] {
  const slides: CutSlide[] = [];
  let done = 0;
  for (const match of markup.matchAll(SLIDE)) {
    reportStray(edition, markup.slice(done, match.index));
    done = match.index + match[0].length;
    const pointer = pointerOf(match[0]);
    const key = keys === null ? null : (keys.find(slide => isWithin(pointer, slide))?.key ?? null);
    slides.push({ text: match[0], key });
    if (keys === null || key !== null) continue;
    edition.report(diagnose(STRAY_MARKUP, stampOf(edition, match[0]), 'This slide shows none of the section’s keys.'));
  }
  const rest = markup.slice(done);
  // A slide that is opened and not closed is parse's to explain.
  if (/<slide[\s>]/.test(rest))
    return [...slides, { text: rest.trim(), key: keys?.find(slide => isWithin(pointerOf(rest), slide))?.key ?? null }];
  reportStray(edition, rest);
  return slides;
}

function reportStray(edition: Edition, text: string): void {
  if (text.trim() === '') return;
  const words = text
    .trim()
    .replace(/<([\w-]+)[^>]*>/g, '<$1>')
    .slice(0, 40);
  edition.report(diagnose(STRAY_MARKUP, stampOf(edition, text), `\`${words}\` stands outside of any slide.`));
}

const isWithin = (pointer: string, { content }: SlideContent): boolean => {
  const own = provenanceOf(content)?.pointer;
  return own !== undefined && (pointer === own || pointer.startsWith(`${own}/`));
};

const stampIn = (text: string): string => new RegExp(`${STAMP}="([^"]*)"`).exec(text)?.[1] ?? '';

const pointerOf = (text: string): string =>
  stampIn(text)
    .replace(/^\S* /, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name]!);

function stampOf(edition: Edition, text: string): Origin {
  const stamp = stampIn(text);
  return stamp === '' ? NOWHERE : { ...NOWHERE, template: stampPlace(stamp, edition.files) };
}
