/** The deck's sections as a PDF has them: parts of its structure, and bookmarks. Hidden slides have no page, and so no part of either. */
import type { Scene, Slide } from '../../model/scene.ts';
import type { Bookmark } from './document.ts';
import type { Reference } from './file.ts';
import type { Element, Structure } from './structure.ts';

/** Slides that follow each other in one section; `title` is null for those that are in none. */
interface Chapter {
  readonly title: string | null;
  readonly slides: Slide[];
}

export const shownIn = (scene: Scene): readonly Slide[] => scene.slides.filter(slide => !slide.hidden);

function chaptersOf(scene: Scene): readonly Chapter[] {
  const chapters: Chapter[] = [];
  for (const slide of shownIn(scene)) {
    const title = scene.sections.find(({ slides }) => slides.includes(slide.number))?.title ?? null;
    const last = chapters.at(-1);
    if (last?.title === title) last.slides.push(slide);
    else chapters.push({ title, slides: [slide] });
  }
  return chapters;
}

/** The element of each slide, by its number. */
export function elementsOf(scene: Scene, structure: Structure): ReadonlyMap<number, Element> {
  const elements = new Map<number, Element>();
  for (const { title, slides } of chaptersOf(scene)) {
    const parent = title === null ? structure.document : structure.add(structure.document, 'Sect', { title });
    for (const slide of slides) elements.set(slide.number, structure.add(parent, 'Sect', { title: nameOf(slide) }));
  }
  return elements;
}

/** A bookmark for each section, and below it one for each of its slides. */
export function bookmarksOf(scene: Scene, pages: ReadonlyMap<number, Reference>): readonly Bookmark[] {
  return chaptersOf(scene).flatMap(({ title, slides }) => {
    const inner = slides.map(slide => ({ title: nameOf(slide), page: pages.get(slide.number)!, inner: [] }));
    return title === null ? inner : [{ title, page: inner[0]!.page, inner }];
  });
}

const nameOf = ({ title, id }: Slide): string => (title === '' ? id : title);

/** What a link to a slide may name: the slide, or the section that it is the first of. */
export const idsOf = ({ id, section }: Slide): readonly string[] => (section === null ? [id] : [id, section]);
