/** Elements of the page, made without markup: nothing that a briefing says is ever parsed as HTML. */

type Child = Node | string | null | false;

/** An element with attributes and children; `null` and `false` leave one out. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | null | false>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  return dress(element, attributes, children);
}

/** The same in SVG. */
export function draw<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number | null>> = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  const written = Object.entries(attributes).map(
    ([key, value]) => [key, value === null ? null : String(value)] as const,
  );
  return dress(element, Object.fromEntries(written), children);
}

function dress<E extends Element>(
  element: E,
  attributes: Readonly<Record<string, string | null | false>>,
  children: readonly Child[],
): E {
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== false) element.setAttribute(key, value);
  element.append(...children.filter(child => child !== null && child !== false));
  return element;
}

/** The element of the page with an id; the page is ours, so it is there. */
export const the = (id: string): HTMLElement => document.getElementById(id)!;

/** Sets an attribute where it has another value, so that nothing is announced twice. */
export function set(element: Element, attribute: string, value: string | null): void {
  if (element.getAttribute(attribute) === value) return;
  if (value === null) element.removeAttribute(attribute);
  else element.setAttribute(attribute, value);
}

/** Sets an element's words where they are others. */
export function say(element: Element, words: string): void {
  if (element.textContent !== words) element.textContent = words;
}

const known = new WeakMap<Element, string>();

/** Fills an element anew where what it shows has changed, so that focus, scrolling and what is open stay where nothing did. */
export function fill(element: Element, shown: unknown, children: () => readonly Child[]): void {
  const now = JSON.stringify(shown);
  if (known.get(element) === now) return;
  known.set(element, now);
  element.replaceChildren(...children().filter(child => child !== null && child !== false));
}
