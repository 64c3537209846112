/** The drawings that the server sent, as SVG in the page and as pictures of their own. */

const texts = new Map<string, string>();
const pictures = new Map<string, string>();

/** Takes new drawings, and lets those go that no slide has any more. */
export function keep(fresh: Readonly<Record<string, string>>, needed: ReadonlySet<string>): void {
  for (const [key, svg] of Object.entries(fresh)) texts.set(key, svg);
  for (const key of texts.keys()) if (!needed.has(key)) texts.delete(key);
  for (const [key, address] of pictures) {
    if (needed.has(key)) continue;
    URL.revokeObjectURL(address);
    pictures.delete(key);
  }
}

/** A drawing as an element of the page. */
export function drawing(key: string): SVGSVGElement {
  const parsed = new DOMParser().parseFromString(
    texts.get(key) ?? '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'image/svg+xml',
  );
  return document.importNode(parsed.documentElement, true) as unknown as SVGSVGElement;
}

/** The address of a drawing as a picture, for lists: a document apart, so that sixteen of them cost no more than what is seen. */
export function picture(key: string): string {
  const known = pictures.get(key) ?? URL.createObjectURL(new Blob([texts.get(key) ?? ''], { type: 'image/svg+xml' }));
  pictures.set(key, known);
  return known;
}
