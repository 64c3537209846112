/** Alternative texts that are written from the data: as much as 150 characters hold. */

/** PowerPoint's checker warns of longer ones. */
const LONGEST = 150;

/** `Timeline: 9 April 2024 Pledge; 23 May 2024 …`: whole items until the room is used; an ellipsis says that there are more. */
export function listed(name: string, items: readonly string[], separator: string): string {
  let text = `${name}:`;
  for (const [index, item] of items.entries()) {
    const next = `${text}${index === 0 ? ' ' : separator}${item}`;
    const rest = index === items.length - 1 ? '' : `${separator}…`;
    if (next.length + rest.length > LONGEST) return index === 0 ? name : `${text}${separator}…`;
    text = next;
  }
  return text;
}
