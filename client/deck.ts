/** What moves the page: which slide is current, in which mode, by keys, buttons, touch and the address. Inlined by the HTML writer. */
import { onKeys } from './keys.ts';
import { isPresenter, openPresenter, pair, type State } from './pairing.ts';
import { openSearch, prepareSearch } from './search.ts';
import { onSwipe } from './swipe.ts';
import { startTimer, type Timer } from './timer.ts';

/** `read`: slides below each other. `grid`: all at once, small. `present`: one. `presenter`: one, the next, notes and clock. */
type Mode = 'read' | 'grid' | 'present' | 'presenter';

const root = document.documentElement;
const slides = [...document.querySelectorAll<HTMLElement>('.slide')];
const element = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const status = element('status');
const curtain = document.querySelector<HTMLElement>('.curtain')!;
const dialogs = [...document.querySelectorAll('dialog')];

let current = 0;
let black = false;
/** Where the page was last sent to: scrolling that comes of it chooses no other slide. */
let sent = -1;
let timer: Timer | null = null;

const mode = (): Mode => root.dataset.mode as Mode;
const isShowing = (): boolean => mode() === 'present' || mode() === 'presenter';
const indexOf = (address: string): number => slides.findIndex(({ id }) => address === `#${id}`);
const indexOfHash = (): number => indexOf(location.hash);
const numberOf = (index: number): number => Number(slides[index]!.id);

/** Says something to readers of the accessible tree. */
function say(phrase: string, values: Readonly<Record<string, unknown>> = {}): void {
  status.textContent = (status.dataset[phrase] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

/** Makes a slide the current one; `move` says whether the page goes there, or came from there. */
function show(index: number, move = true, tell = true): void {
  const next = Math.max(0, Math.min(slides.length - 1, index));
  const moved = next !== current;
  current = next;
  slides.forEach((slide, at) => {
    slide.classList.toggle('current', at === current);
    slide.classList.toggle('next', at === following(current, 1));
  });
  for (const link of document.querySelectorAll('nav a')) {
    if (link.getAttribute('href') === `#${numberOf(current)}`) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  document.querySelector('.place')!.textContent = `${numberOf(current)} / ${numberOf(slides.length - 1)}`;
  document.querySelector('.upcoming')!.textContent =
    following(current, 1) === current ? (status.dataset.end ?? '') : '';
  if (moved) history.replaceState(history.state, '', `#${numberOf(current)}`);
  if (move && !isShowing()) goTo();
  if (moved && isShowing()) announce();
  if (tell) told();
}

function goTo(): void {
  slides[current]!.scrollIntoView({ block: mode() === 'grid' ? 'nearest' : 'start', behavior: 'instant' });
  sent = scrollY;
}

const announce = (): void => {
  const name = slides[current]!.getAttribute('aria-label')?.replace(/^\d+\. /, '');
  say('slide', { number: numberOf(current), count: numberOf(slides.length - 1) });
  status.textContent += `. ${name}`;
};

/** The next slide in a direction; in a presentation hidden ones are passed over. */
function following(from: number, step: 1 | -1): number {
  for (let at = from + step; at >= 0 && at < slides.length; at += step)
    if (!isShowing() || slides[at]!.dataset.hidden === undefined) return at;
  return from;
}

function enter(next: Mode, move = true): void {
  root.dataset.mode = next;
  if (next !== 'present' && next !== 'presenter') curtainTo(false);
  pressed('overview', next === 'grid');
  show(current, move, false);
  if (isShowing()) announce();
  if (next === 'present') slides[current]!.focus({ preventScroll: true });
}

function leave(): void {
  if (document.fullscreenElement !== null) void document.exitFullscreen();
  enter('read');
  slides[current]!.focus({ preventScroll: true });
}

function curtainTo(down: boolean): void {
  black = down;
  curtain.hidden = !down || mode() === 'presenter';
  pressed('black', down);
  if (down) say('black');
}

function pressed(does: string, on: boolean): void {
  for (const button of document.querySelectorAll(`[data-does="${does}"][aria-pressed]`))
    button.setAttribute('aria-pressed', String(on));
}

/** Whether a part of the page is shown that `data-NAME` switches on and off, else as the style has it. */
function toggle(name: 'text' | 'notes' | 'outline', probe: Element | null): void {
  const shown = probe !== null && getComputedStyle(probe).display !== 'none';
  root.dataset[name] = shown ? 'off' : 'on';
  reflect();
  if (mode() === 'read') goTo();
}

/** Buttons say what the style shows, which may change with the width of the window. */
function reflect(): void {
  for (const name of ['text', 'notes', 'outline'] as const) {
    const probe = document.querySelector(name === 'outline' ? 'nav' : `.${name}`);
    pressed(name, probe !== null && getComputedStyle(probe).display !== 'none');
  }
}

const others = pair({
  state: () => ({ slide: numberOf(current), black }),
  follow({ slide, black: down }: State) {
    const index = slides.findIndex(({ id }) => Number(id) === slide);
    if (index >= 0 && index !== current) show(index, true, false);
    if (down !== black) curtainTo(down);
  },
});
const told = (): void => others.tell();

const commands: Readonly<Record<string, () => void>> = {
  next: () => show(following(current, 1)),
  previous: () => show(following(current, -1)),
  first: () => show(0),
  last: () => show(slides.length - 1),
  outline: () => toggle('outline', document.querySelector('nav')),
  overview: () => enter(mode() === 'grid' ? 'read' : 'grid'),
  text: () => toggle('text', slides[current]!.querySelector('.text')),
  notes: () => toggle('notes', document.querySelector('.notes')),
  search: () => openSearch(),
  help: () => element<HTMLDialogElement>('help').showModal(),
  close: () => {
    for (const dialog of dialogs) dialog.close();
  },
  present: () => (isShowing() ? leave() : enter('present')),
  fullscreen() {
    if (document.fullscreenElement !== null) return void document.exitFullscreen();
    if (!isShowing()) enter('present');
    void root.requestFullscreen?.().catch(() => undefined);
  },
  presenter() {
    if (mode() === 'presenter') return;
    if (!openPresenter()) return say('blocked');
    enter('present');
  },
  black() {
    if (!isShowing()) return;
    curtainTo(!black);
    told();
  },
  pause: () => timer?.pause(),
  restart: () => timer?.restart(),
  leave() {
    if (mode() === 'presenter') return window.close();
    if (mode() !== 'read') leave();
    else if (matchMedia('(max-width: 70rem)').matches && root.dataset.outline === 'on')
      toggle('outline', document.querySelector('nav'));
  },
};

onKeys({
  isShowing,
  isModal: () => dialogs.some(dialog => dialog.open),
  areSingle: () => element<HTMLInputElement>('single').checked,
  run: does => commands[does]?.(),
  goTo(number) {
    const index = indexOf(`#${number}`);
    if (index >= 0) show(index);
  },
});

document.addEventListener('click', event => {
  const target = event.target as Element;
  const does = target.closest('[data-does]')?.getAttribute('data-does');
  if (does != null) return commands[does]?.();
  const link = target.closest('a[href^="#"]');
  if (link !== null && !link.classList.contains('skip')) return follow(link.getAttribute('href')!, event);
  if (mode() === 'present' && target.closest('.slide') !== null && String(getSelection()) === '') commands.next!();
});

/** A link to a slide: out of the contact sheet it opens the slide, elsewhere it goes there. */
function follow(href: string, event: Event): void {
  const index = indexOf(href);
  if (index < 0) return;
  event.preventDefault();
  for (const dialog of dialogs) dialog.close();
  if (mode() === 'grid') enter('read');
  if (matchMedia('(max-width: 70rem)').matches) root.dataset.outline = 'off';
  reflect();
  show(index);
  slides[index]!.focus({ preventScroll: true });
}

for (const dialog of dialogs)
  dialog.addEventListener('click', event => {
    if (event.target === dialog) dialog.close();
  });

onSwipe(
  () => mode() === 'present',
  does => commands[does]?.(),
);
prepareSearch(slides, count => (status.dataset.found ?? '').replace('{count}', String(count)));

addEventListener('hashchange', () => {
  const index = indexOfHash();
  if (index >= 0 && index !== current) show(index);
});
addEventListener('resize', reflect);
addEventListener(
  'scroll',
  () => {
    if (mode() !== 'read' || scrollY === sent) return;
    const index = slides.findIndex(slide => slide.getBoundingClientRect().bottom > innerHeight * 0.4);
    if (index >= 0 && index !== current) show(index, false);
  },
  { passive: true },
);
document.addEventListener('fullscreenchange', () => {
  if (document.fullscreenElement === null && mode() === 'present') leave();
});

/** The bar of a presentation is there while the pointer moves. */
let resting = 0;
addEventListener('pointermove', () => {
  root.dataset.moving = '';
  clearTimeout(resting);
  resting = setTimeout(() => delete root.dataset.moving, 2000);
});

root.dataset.ready = '';
if (isPresenter) timer = startTimer(paused => pressed('pause', paused));
const asked = indexOfHash();
current = Math.max(0, asked);
// Where nobody asked for a slide the page stays at its beginning: so does the focus.
enter(isPresenter ? 'presenter' : 'read', asked >= 0);
reflect();
