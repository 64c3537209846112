/** The page: it listens to the server, keeps its place, and shows what it was told. */
import { type Message, type Selection, SWITCHES, type Switch, type View } from '../src/preview/view.ts';
import { showBrand } from './preview/brand.ts';
import { fill, make, say, set, the } from './preview/dom.ts';
import { keep } from './preview/drawings.ts';
import { openList } from './preview/lists.ts';
import { light, showPanel } from './preview/panel.ts';
import { tally } from './preview/problems.ts';
import { type Overlay, showSlide } from './preview/stage.ts';

type Showing = 'slide' | 'sheet' | 'brand';

const overlays = new Set<Overlay>(['problems']);
const film = openList(the('film'), id => go(id));
const sheet = openList(the('sheet').appendChild(make('ol')), id => {
  turnTo('slide');
  go(id);
});
/** Where the reader is, which a save does not change. */
const here: {
  view: View | null;
  /** Id of the slide. */
  slide: string | null;
  /** Its place among the others, for when it goes. */
  index: number;
  events: EventSource | null;
} = { view: null, slide: slideInAddress(), index: 0, events: null };

function listen(): void {
  here.events?.close();
  const events = new EventSource(`events${location.search}`);
  events.addEventListener('message', ({ data }: MessageEvent<string>) => take(JSON.parse(data) as Message));
  events.addEventListener('error', () => {
    set(the('status'), 'data-state', 'ended');
    say(the('status'), 'The preview has ended. Start it again to go on.');
  });
  here.events = events;
}

function slideInAddress(): string | null {
  return decodeURIComponent(location.hash.slice(1)) || null;
}

function take(message: Message): void {
  const { view } = message;
  here.view = view;
  keep(message.drawings, new Set(view.slides.flatMap(({ drawing }) => drawing ?? [])));
  if (!view.slides.some(({ id }) => id === here.slide))
    here.slide = view.slides[Math.min(here.index, view.slides.length - 1)]?.id ?? null;
  showSwitches(view);
  refresh();
}

function refresh(): void {
  const { view } = here;
  if (view === null) return;
  const slide = view.slides.find(({ id }) => id === here.slide) ?? null;
  here.index = slide === null ? 0 : view.slides.indexOf(slide);
  showSlide(view, slide, overlays, name => light(name, name !== null));
  showPanel(view, slide, { go, onFact: name => light(name, false) });
  film.update(view, here.slide);
  sheet.update(view, here.slide);
  showBrand(the('brand'), view.brand);
  showStatus(view);
  say(the('title'), view.title);
  document.title = `${view.title} – preview`;
}

function showStatus(view: View): void {
  const found = tally(view);
  const slides = `${view.slides.length} ${view.slides.length === 1 ? 'slide' : 'slides'}`;
  const state = view.stale ? 'stale' : found === '' ? 'good' : 'problems';
  set(the('status'), 'data-state', state);
  say(
    the('status'),
    view.stale
      ? `Cannot be built: ${found}. ${view.slides.length === 0 ? '' : 'The slides are those of the last good save.'}`
      : `${slides}, ${found === '' ? 'no problems' : found}`,
  );
}

function go(id: string): void {
  here.slide = id;
  history.replaceState(null, '', `${location.pathname}${location.search}#${encodeURIComponent(id)}`);
  refresh();
  film.reveal(id);
}

function step(to: number): void {
  const slide = here.view?.slides[Math.max(0, Math.min(to, here.view.slides.length - 1))];
  if (slide !== undefined) go(slide.id);
}

const LABELS: Readonly<Record<Switch, string>> = {
  language: 'Language',
  audience: 'Audience',
  brand: 'Brand',
  page: 'Page',
  ground: 'Ground',
};

function showSwitches({ choices, selection }: View): void {
  const shown = SWITCHES.filter(name => choices[name].length > (name === 'audience' ? 0 : 1));
  fill(the('switches'), [choices, selection], () => shown.map(name => switchOf(name, choices[name], selection)));
}

function switchOf(name: Switch, options: readonly string[], selection: Selection): HTMLElement {
  const choice = (value: string, words: string): HTMLOptionElement =>
    make('option', { value, selected: (selection[name] ?? '') === value ? '' : null }, words);
  const select = make(
    'select',
    { id: `switch-${name}` },
    choice('', name === 'audience' ? 'all' : 'as written'),
    ...options.map(o => choice(o, o)),
  );
  select.addEventListener('change', () => {
    const query = new URLSearchParams(location.search);
    query.set(name, select.value);
    history.replaceState(null, '', `?${query}${location.hash}`);
    listen();
  });
  return make('span', {}, make('label', { for: select.id }, LABELS[name]), select);
}

function turnTo(showing: Showing): void {
  for (const button of document.querySelectorAll<HTMLElement>('button[data-view]'))
    set(button, 'aria-pressed', String(button.dataset.view === showing));
  for (const id of ['slide', 'sheet', 'brand']) the(id).hidden = id !== showing;
}

function press(button: HTMLElement): void {
  const { view: showing, overlay, rail } = button.dataset;
  if (showing !== undefined) turnTo(showing as Showing);
  if (overlay !== undefined) {
    const on = !overlays.delete(overlay as Overlay);
    if (on) overlays.add(overlay as Overlay);
    set(button, 'aria-pressed', String(on));
    refresh();
  }
  if (rail !== undefined) {
    for (const other of document.querySelectorAll<HTMLElement>('button[data-rail]'))
      set(other, 'aria-pressed', String(other === button));
    set(the('film'), 'data-rail', rail);
  }
}

const KEYS: Readonly<Record<string, () => number>> = {
  ArrowRight: () => here.index + 1,
  ArrowLeft: () => here.index - 1,
  PageDown: () => here.index + 1,
  PageUp: () => here.index - 1,
  Home: () => 0,
  End: () => Number.POSITIVE_INFINITY,
};
const IN_LIST: Readonly<Record<string, () => number>> = {
  ArrowDown: () => here.index + 1,
  ArrowUp: () => here.index - 1,
};

document.addEventListener('keydown', event => {
  const target = event.target as HTMLElement;
  // What can be typed in, chosen from or scrolled has these keys for itself.
  if (event.ctrlKey || event.metaKey || event.altKey || target.closest('select, .panel') !== null) return;
  const to = KEYS[event.key] ?? (the('film').contains(target) ? IN_LIST[event.key] : undefined);
  if (to === undefined) return;
  event.preventDefault();
  step(to());
});
document.addEventListener('click', event => {
  const button = (event.target as Element).closest<HTMLElement>(
    'button[data-view], button[data-overlay], button[data-rail]',
  );
  if (button !== null) press(button);
});
window.addEventListener('hashchange', () => {
  here.slide = slideInAddress() ?? here.slide;
  refresh();
});
the('switches').addEventListener('submit', event => event.preventDefault());
listen();
