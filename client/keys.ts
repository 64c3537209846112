/** The keyboard: what each key does, and when it is left to the browser. */

interface Handlers {
  /** Whether one slide is shown alone. */
  isShowing(): boolean;
  /** Whether a dialog is open: then every key is the dialog's. */
  isModal(): boolean;
  /** Whether letters alone do something (WCAG 2.1.4 asks that this can be turned off). */
  areSingle(): boolean;
  run(does: string): void;
  goTo(slide: number): void;
}

const ALWAYS: Readonly<Record<string, string>> = { ArrowRight: 'next', ArrowLeft: 'previous', Escape: 'leave' };
/** In a presentation; elsewhere the browser scrolls with them. */
const SHOWING: Readonly<Record<string, string>> = {
  ' ': 'next',
  Enter: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Backspace: 'previous',
  Home: 'first',
  End: 'last',
};
const SINGLE: Readonly<Record<string, string>> = {
  p: 'present',
  f: 'fullscreen',
  s: 'presenter',
  b: 'black',
  '.': 'black',
  o: 'outline',
  g: 'overview',
  t: 'text',
  n: 'notes',
  '/': 'search',
  '?': 'help',
};

export function onKeys({ isShowing, isModal, areSingle, run, goTo }: Handlers): void {
  let digits = '';
  addEventListener('keydown', event => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || isModal()) return;
    if (/^\d$/.test(key)) {
      digits = (digits + key).slice(-4);
      return;
    }
    const typed = digits;
    digits = '';
    if (typed !== '' && key === 'Enter') {
      event.preventDefault();
      return goTo(Number(typed));
    }
    const isControl = (target as Element).closest('a, button, input') !== null;
    if (isControl && (key === ' ' || key === 'Enter')) return;
    const does =
      ALWAYS[key] ?? (isShowing() ? SHOWING[key] : undefined) ?? (areSingle() ? SINGLE[key.toLowerCase()] : undefined);
    if (does === undefined) return;
    event.preventDefault();
    run(does === 'next' && event.shiftKey ? 'previous' : does);
  });
}
