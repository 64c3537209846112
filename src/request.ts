/** What of a briefing is asked for: in which languages, and which of its slides. */
import type { Briefing } from './model/briefing.ts';
import { diagnose, type Problem, type Report } from './model/diagnostic.ts';
import { suggestion } from './model/nearest.ts';
import { at, type Place } from './model/origin.ts';
import { UNKNOWN_SLIDE } from './model/problems.ts';
import type { Scene, Slide } from './model/scene.ts';

export const UNKNOWN_LANGUAGE: Problem = {
  code: 'unknown-language',
  severity: 'error',
  means: 'A language was asked for that the briefing does not list under `languages`.',
  mend: 'Ask for one that it lists, or add the language there and to every text.',
};

/** The languages to build: those asked for, all, or the briefing's first. */
export function languagesOf(
  briefing: Briefing,
  asked: readonly string[] | 'all' | null,
  report: Report,
): readonly string[] {
  if (asked === 'all') return briefing.languages;
  if (asked === null) return briefing.languages.slice(0, 1);
  for (const language of asked.filter(language => !briefing.languages.includes(language))) {
    const message = `The briefing is not written in \`${language}\`.`;
    const hint = suggestion(language, briefing.languages);
    report(diagnose(UNKNOWN_LANGUAGE, at(briefing.provenance.place), message, { hint }));
  }
  return asked.filter(language => briefing.languages.includes(language));
}

/**
 * The scene with the slides that were asked for, which keep the numbers that they have in the whole deck: `3`, `3-5`, `5-` (to the end),
 * an id (with the parts
 * of a slide that is continued), or a section's name for all of its slides. Whatever names no slide is reported at `place`.
 */
export function selectSlides(scene: Scene, asked: readonly string[] | null, place: Place, report: Report): Scene {
  if (asked === null) return scene;
  const wanted = new Set(asked.flatMap(words => named(words, scene.slides, place, report)));
  const slides = scene.slides.filter(slide => wanted.has(slide));
  const numbers = new Set(slides.map(({ number }) => number));
  const sections = scene.sections.map(section => ({ ...section, slides: section.slides.filter(n => numbers.has(n)) }));
  return { ...scene, slides, sections: sections.filter(section => section.slides.length > 0) };
}

function named(words: string, slides: readonly Slide[], place: Place, report: Report): readonly Slide[] {
  const range = /^(\d+)(?:(-)(\d*))?$/.exec(words);
  const [from, to] = range === null ? [] : [Number(range[1]), endOf(range)];
  const exact = slides.find(({ id }) => id === words);
  const isMeant = ({ id, section, origin }: Slide): boolean =>
    id === words ||
    section === words ||
    id.startsWith(`${words}/`) ||
    // The parts that follow the first of a slide that is continued.
    (exact !== undefined && /^[-~]/.test(id.slice(words.length)) && origin.pointer === exact.origin.pointer);
  const found = slides.filter(slide =>
    from === undefined || to === undefined ? isMeant(slide) : slide.number >= from && slide.number <= to,
  );
  const beyond = to !== undefined && Number.isFinite(to) && to > slides.length;
  if (found.length > 0 && !beyond) return found;
  const known = slides.flatMap(({ id }) => [id, id.split('/')[0]!]);
  const message =
    range === null
      ? `The deck has no slide or section \`${words}\`.`
      : `The deck has no slide ${beyond ? to : words}; it has ${slides.length}.`;
  const hint = range === null ? suggestion(words, new Set(known)) : null;
  report(diagnose(UNKNOWN_SLIDE, at(place), message, { hint }));
  return [];
}

/** `3` ends where it begins, `3-` never. */
function endOf([, from, dash, to]: RegExpExecArray): number {
  if (dash === undefined) return Number(from);
  return to === '' ? Number.POSITIVE_INFINITY : Number(to);
}
