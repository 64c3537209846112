/** The large slide with its overlays, and the card that stands for a slide which could not be drawn. */
import type { Mark, ProblemView, SlideView, View } from '../../src/preview/view.ts';
import { draw, fill, make, say, the } from './dom.ts';
import { drawing } from './drawings.ts';
import { problemCards } from './problems.ts';

export type Overlay = 'grid' | 'boxes' | 'problems';

/** Names of the overlays that are on. */
export type Overlays = ReadonlySet<Overlay>;

/** Told of the fact that the pointer is on; null where it left. */
export type OnFact = (name: string | null) => void;

export function showSlide(view: View, slide: SlideView | null, overlays: Overlays, onFact: OnFact): void {
  const problems = view.problems.filter(problem => problem.slide === slide?.id);
  say(the('slide-title'), slide === null ? 'No slide' : headline(slide));
  showPaper(view, slide, problems);
  const marks = slide === null ? [] : [slide.grid, slide.boxes, slide.facts, problems, [...overlays]];
  const layer = the('stage').querySelector('.overlay');
  if (layer !== null && slide !== null) fill(layer, marks, () => overlay(slide, problems, overlays, onFact));
  const notes = slide?.notes ?? [];
  fill(the('notes'), notes, () =>
    notes.length === 0 ? [make('p', { class: 'quiet' }, 'None.')] : notes.map(words => make('p', {}, words)),
  );
}

const headline = ({ number, id, title, hidden }: SlideView): string =>
  `${number === null ? '' : `${number} · `}${title === '' ? id : title}${hidden ? ' (hidden)' : ''}`;

/** Only what has changed is put in again: the drawing, or the card with the problems that it names. */
function showPaper(view: View, slide: SlideView | null, problems: readonly ProblemView[]): void {
  const { width, height } = view.page;
  const shown = slide?.drawing ?? [slide?.id, problems];
  fill(the('stage'), [shown, width, height, view.language], () => {
    if (slide === null || slide.drawing === null) return [card(slide, problems)];
    const layer = draw('svg', { class: 'overlay', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' });
    const paper = make('div', { class: 'paper', lang: view.language }, drawing(slide.drawing), layer);
    paper.style.setProperty('--ratio', String(width / height));
    return [paper];
  });
}

function card(slide: SlideView | null, problems: readonly ProblemView[]): HTMLElement {
  if (slide === null) return make('div', { class: 'card' }, make('p', {}, 'There is no slide to show yet.'));
  return make(
    'div',
    { class: 'card' },
    make('p', { class: 'verdict' }, 'This slide cannot be drawn'),
    make('p', {}, make('code', {}, slide.id)),
    ...(problems.length === 0
      ? [make('p', {}, 'Its template drew nothing; what is wrong is listed beside it.')]
      : problemCards(problems, null)),
  );
}

function overlay(
  slide: SlideView,
  problems: readonly ProblemView[],
  overlays: Overlays,
  onFact: OnFact,
): readonly SVGElement[] {
  return [
    ...(overlays.has('grid') ? slide.grid.map(mark => framed(mark, 'grid')) : []),
    ...(overlays.has('boxes') ? slide.boxes.map(mark => framed(mark, 'box')) : []),
    ...slide.facts.map(mark => factMark(mark, onFact)),
    ...(overlays.has('problems') ? problems.flatMap(flagged) : []),
  ];
}

/** Named at the right, where words rarely reach; a box that is too small for its name is left without. */
function framed({ name, frame: { x, y, width, height } }: Mark, kind: 'grid' | 'box'): SVGElement {
  const fits = height >= 10 && width >= name.length * 5;
  const at = { x: x + width - 3, y: kind === 'box' ? y + 8 : y + height - 3, 'text-anchor': 'end' };
  return draw('g', { class: kind }, rectangle({ x, y, width, height }), fits && draw('text', at, name));
}

function factMark({ name, frame }: Mark, onFact: OnFact): SVGElement {
  const mark = rectangle({ x: frame.x - 1.5, y: frame.y, width: frame.width + 3, height: frame.height });
  mark.classList.add('fact');
  mark.dataset.fact = name;
  mark.addEventListener('pointerenter', () => onFact(name));
  mark.addEventListener('pointerleave', () => onFact(null));
  return mark;
}

/** The number is the one that the list has. */
function flagged({ frame, severity }: ProblemView, index: number): SVGElement[] {
  if (frame === null) return [];
  const flag = [
    draw('circle', { cx: frame.x, cy: frame.y, r: 9 }),
    draw('text', { x: frame.x, y: frame.y + 3.5, 'text-anchor': 'middle' }, String(index + 1)),
  ];
  return [draw('g', { class: `flag ${severity}` }, rectangle(frame), ...flag)];
}

const rectangle = ({ x, y, width, height }: Mark['frame']): SVGRectElement =>
  draw('rect', { x, y, width: Math.max(width, 0.5), height: Math.max(height, 0.5) });
