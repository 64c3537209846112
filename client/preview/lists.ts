/** The filmstrip, the outline and the contact sheet: one button a slide, kept while the slide is there. */
import type { ProblemView, SlideView, View } from '../../src/preview/view.ts';
import { make, say, set, the } from './dom.ts';
import { picture } from './drawings.ts';

interface Entry {
  readonly item: HTMLLIElement;
  readonly button: HTMLButtonElement;
  readonly thumb: HTMLElement;
  readonly label: HTMLElement;
  readonly badge: HTMLElement;
}

/** A list of slides in an element; `choose` is told which one was picked. */
export function openList(list: HTMLElement, choose: (id: string) => void) {
  const entries = new Map<string, Entry>();
  const headings = new Map<string, HTMLLIElement>();

  function entryOf(id: string): Entry {
    const known = entries.get(id);
    if (known !== undefined) return known;
    const [thumb, label, badge] = [
      make('span', { class: 'thumb' }),
      make('span', { class: 'label' }),
      make('span', { class: 'badge' }),
    ];
    const button = make('button', { type: 'button' }, thumb, label, badge);
    button.addEventListener('click', () => choose(id));
    const entry = { item: make('li', {}, button), button, thumb, label, badge };
    entries.set(id, entry);
    return entry;
  }

  return {
    update(view: View, current: string | null): void {
      const wanted: HTMLLIElement[] = [];
      let section: string | null = null;
      for (const slide of view.slides) {
        if (slide.section !== null && slide.section !== section)
          wanted.push(headingOf(headings, slide.section, wanted));
        section = slide.section;
        const entry = entryOf(slide.id);
        show(
          entry,
          slide,
          view.problems.filter(problem => problem.slide === slide.id),
          slide.id === current,
        );
        wanted.push(entry.item);
      }
      for (const [id, { item }] of entries) if (!wanted.includes(item)) entries.delete(id);
      if (wanted.length !== list.children.length || wanted.some((item, index) => list.children[index] !== item))
        list.replaceChildren(...wanted);
      set(the('film'), 'data-count', String(view.slides.length));
    },
    /** Brings a slide's button into sight, and the focus to it where another button of the list has that. */
    reveal(id: string): void {
      const button = entries.get(id)?.button;
      if (button === undefined) return;
      button.scrollIntoView({ block: 'nearest' });
      if (list.contains(document.activeElement)) button.focus({ preventScroll: true });
    },
  };
}

/** A section may come twice, before and after others: then it has two headings. */
function headingOf(known: Map<string, HTMLLIElement>, title: string, used: readonly Element[]): HTMLLIElement {
  const heading = known.get(title);
  if (heading !== undefined && !used.includes(heading)) return heading;
  const fresh = make('li', { class: 'section' }, title);
  known.set(title, fresh);
  return fresh;
}

function show(entry: Entry, slide: SlideView, problems: readonly ProblemView[], isCurrent: boolean): void {
  const { button, thumb, label, badge } = entry;
  set(button, 'aria-current', isCurrent ? 'true' : null);
  set(button, 'class', slide.hidden ? 'entry hidden-slide' : 'entry');
  say(label, `${slide.number ?? '–'}  ${slide.title === '' ? slide.id : slide.title}`);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  say(badge, problems.length === 0 ? '' : errors > 0 ? counted(errors, 'error') : counted(problems.length, 'remark'));
  set(badge, 'data-severity', errors > 0 ? 'error' : problems.length > 0 ? 'warning' : null);
  if (thumb.dataset.drawing === (slide.drawing ?? '')) return;
  thumb.dataset.drawing = slide.drawing ?? '';
  thumb.replaceChildren(
    slide.drawing === null
      ? make('span', { class: 'lost' }, 'not drawn')
      : make('img', { src: picture(slide.drawing), alt: '', draggable: 'false' }),
  );
}

const counted = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
