/** Alternative texts: how long they may be, and those that are written from the data. */

/** Characters that the listener to a screen reader can follow: the figures of one chart or diagram, whole. */
export const LONGEST_ALT = 300;

/** `Timeline: 9 April 2024 Pledge; 23 May 2024 …`: whole items until the room is used; an ellipsis says that there are more. */
export function listed(name: string, items: readonly string[], separator: string): string {
  let text = `${name}:`;
  for (const [index, item] of items.entries()) {
    const next = `${text}${index === 0 ? ' ' : separator}${item}`;
    const rest = index === items.length - 1 ? '' : `${separator}…`;
    if (next.length + rest.length > LONGEST_ALT) return index === 0 ? name : `${text}${separator}…`;
    text = next;
  }
  return text;
}
