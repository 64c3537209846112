/** Beside the slide: its problems and all others, the facts that it shows, and what it was made from. */
import type { FactView, SlideView, View } from '../../src/preview/view.ts';
import { fill, make, the } from './dom.ts';
import { excerpt, place, problemCards } from './problems.ts';

export interface PanelEvents {
  go(slide: string): void;
  /** A fact of the list that is pointed at or has the focus; null where it left. */
  onFact(name: string | null): void;
}

export function showPanel(view: View, slide: SlideView | null, events: PanelEvents): void {
  showProblems(view, slide, events);
  const names = slide?.shows ?? [];
  const facts = names.flatMap((name): [string, FactView][] => (view.facts[name] ? [[name, view.facts[name]]] : []));
  fill(the('facts'), facts, () =>
    facts.length === 0
      ? [make('p', { class: 'quiet' }, 'It shows none.')]
      : facts.map(([name, fact]) => factCard(name, fact, slide?.id ?? null, events)),
  );
  fill(the('origin'), [slide?.id, slide?.layout, slide?.template, slide?.data], () => [
    ...row('Slide', slide === null ? null : make('code', {}, slide.id)),
    ...row('Layout', slide?.layout ?? null),
    ...row('Template', slide?.template ? place(slide.template) : null),
    ...row('Data', slide?.data ? place(slide.data) : null),
  ]);
}

const row = (term: string, value: HTMLElement | string | null): HTMLElement[] =>
  value === null ? [] : [make('dt', {}, term), make('dd', {}, value)];

function showProblems(view: View, slide: SlideView | null, { go }: PanelEvents): void {
  const own = view.problems.filter(problem => problem.slide !== null && problem.slide === slide?.id);
  const others = view.problems.filter(problem => !own.includes(problem));
  fill(the('problems'), [own, others], () => [
    ...problemCards(own, null),
    own.length === 0 && make('p', { class: 'quiet' }, others.length === 0 ? 'None.' : 'None on this slide.'),
    others.length > 0 && make('h3', {}, `Elsewhere (${others.length})`),
    ...problemCards(others, go),
  ]);
}

/** Which facts were opened stays known while slides come and go. */
const opened = new Set<string>();

function factCard(name: string, fact: FactView, here: string | null, { go, onFact }: PanelEvents): HTMLElement {
  const elsewhere = fact.slides.filter(id => id !== here);
  const links = elsewhere.map(id => {
    const button = make('button', { type: 'button', class: 'go' }, id);
    button.addEventListener('click', () => go(id));
    return button;
  });
  const card = make(
    'details',
    { class: 'fact-card', 'data-fact': name, ...(opened.has(name) ? { open: '' } : {}) },
    make('summary', {}, make('span', { class: 'worth' }, fact.value), ' ', make('code', {}, name)),
    fact.statement !== null && make('p', {}, fact.statement),
    (fact.asOf !== null || fact.remarks.length > 0) &&
      make(
        'p',
        { class: 'quiet' },
        [...(fact.asOf === null ? [] : [`as of ${fact.asOf}`]), ...fact.remarks].join(' · '),
      ),
    ...fact.sources.map(({ text, url }) =>
      make(
        'p',
        { class: 'source' },
        url === null ? text : make('a', { href: url, rel: 'noreferrer noopener', target: '_blank' }, text),
      ),
    ),
    fact.spot !== null && excerpt(fact.spot),
    links.length > 0 && make('p', { class: 'quiet' }, 'Also on ', ...links),
  );
  card.addEventListener('toggle', () => (card.open ? opened.add(name) : opened.delete(name)));
  card.addEventListener('pointerenter', () => onFact(name));
  card.addEventListener('pointerleave', () => onFact(null));
  card.addEventListener('focusin', () => onFact(name));
  card.addEventListener('focusout', () => onFact(null));
  return card;
}

/** Lights a fact wherever it stands, on the slide and in the list; `reveal` opens it there. */
export function light(name: string | null, reveal: boolean): void {
  for (const element of document.querySelectorAll<HTMLElement | SVGElement>('[data-fact]'))
    element.classList.toggle('lit', element.dataset.fact === name);
  if (!reveal || name === null) return;
  const card = [...document.querySelectorAll<HTMLDetailsElement>('details.fact-card')].find(
    ({ dataset }) => dataset.fact === name,
  );
  if (card === undefined) return;
  card.open = true;
  card.scrollIntoView({ block: 'nearest' });
}
