/** Whether an SVG is only a drawing. A tokenizer, not a parser: what it does not understand it refuses. */

const MAX_ELEMENTS = 50_000;
/** Elements within elements: far more than any drawing program writes. */
const MAX_DEPTH = 200;
const TAG = /<(\/?)([\w:.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Elements that run, embed a page or fetch. */
const ACTIVE = new Set([
  'script',
  'foreignObject',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'handler',
  'listener',
]);

/** Why the SVG is refused, as the end of a sentence that begins with its name; null where it is only a drawing. */
export function unsafe(text: string): string | null {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return 'has a document type, which may hold entities';
  const body = text.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g, '');
  if (/<\?xml-stylesheet/i.test(text) || /@import|url\(\s*["']?\s*(?!#)[^\s"')]/i.test(text))
    return 'refers to something outside itself';

  const elements: Element[] = [];
  const open: Element[] = [];
  for (const [, closing, name, rest] of body.matchAll(TAG)) {
    if (closing === '/') {
      open.pop();
      continue;
    }
    const element = elementOf(name!, rest!);
    const reason = element.reason;
    if (reason !== null) return reason;
    open.at(-1)?.children.push(element);
    elements.push(element);
    if (!rest!.endsWith('/')) open.push(element);
    if (open.length > MAX_DEPTH) return `is nested deeper than ${MAX_DEPTH} elements`;
    if (elements.length > MAX_ELEMENTS) return `has more than ${MAX_ELEMENTS} elements`;
  }
  return drawn(elements) > MAX_ELEMENTS ? `draws more than ${MAX_ELEMENTS} elements through \`use\`` : null;
}

interface Element {
  readonly id: string | null;
  /** The id that a `use` draws again. */
  readonly uses: string | null;
  readonly children: Element[];
  readonly reason: string | null;
}

function elementOf(name: string, rest: string): Element {
  const local = name.slice(name.indexOf(':') + 1);
  const attributes = new Map([...rest.matchAll(ATTRIBUTE)].map(match => [match[1]!, match[2] ?? match[3] ?? '']));
  const href = attributes.get('href') ?? attributes.get('xlink:href') ?? null;
  const listener = [...attributes.keys()].find(key => /^on/i.test(key));
  const reason = ACTIVE.has(local)
    ? `holds a \`${local}\` element`
    : listener !== undefined
      ? `has the event attribute \`${listener}\``
      : href !== null && local !== 'a' && !/^#|^data:image\/(png|jpeg|gif|webp);base64,/i.test(href.trim())
        ? 'refers to something outside itself'
        : null;
  const uses = local === 'use' && href !== null ? href.trim().slice(1) : null;
  return { id: attributes.get('id') ?? null, uses, children: [], reason };
}

/** How many elements are drawn once every `use` has been followed; infinite for a cycle. */
function drawn(elements: readonly Element[]): number {
  const byId = new Map(elements.flatMap(element => (element.id === null ? [] : [[element.id, element] as const])));
  const counts = new Map<Element, number>();
  const count = (element: Element): number => {
    const known = counts.get(element);
    if (known !== undefined) return known;
    counts.set(element, Number.POSITIVE_INFINITY);
    const target = element.uses === null ? undefined : byId.get(element.uses);
    const total = [...element.children, ...(target === undefined ? [] : [target])].reduce(
      (sum, child) => sum + count(child),
      1,
    );
    counts.set(element, total);
    return total;
  };
  return elements.length === 0 ? 0 : count(elements[0]!);
}
