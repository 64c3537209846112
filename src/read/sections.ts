/** Sections: their own keys, and every other key as a slide by the contract of its template. */
import type { Section, SlideContent } from '../model/briefing.ts';
import { shortNames, type Template } from '../model/contract.ts';
import { diagnose } from '../model/diagnostic.ts';
import { nearest, suggestion } from '../model/nearest.ts';
import { at } from '../model/origin.ts';
import { type Content, isMap, isValue, type Provenance, type TextValue } from '../model/value.ts';
import { below } from './content.ts';
import { type Context, watched } from './context.ts';
import { SECTION, SECTION_KEYS } from './contracts/section.ts';
import { known } from './fact.ts';
import { checkHighlight } from './highlight.ts';
import type { Parts } from './parts.ts';
import { MISSING_KEY, UNKNOWN_AUDIENCE, UNKNOWN_KEY, UNKNOWN_TEMPLATE } from './problems.ts';
import { wrongType } from './scalar.ts';
import { childOf, type DataNode, type Entry, isEmpty, only } from './tree.ts';
import { admits, walk } from './walk.ts';

/** Reads every section; a slide with an error in it is left out, so that later phases do not stumble over it again. */
export function readSections(parts: Parts, audiences: ReadonlySet<string>, context: Context): readonly Section[] {
  return parts.sections.flatMap(entry => {
    const spot = { pointer: below('/sections', entry.key), place: entry.place };
    if (!admits(entry, SECTION, { ...spot, pointer: '/sections' }, context)) return [];
    if (entry.value.kind === 'map') return readSection(entry.key, entry.value, spot, audiences, context);
    context.report(wrongType('a map', entry.value, at(entry.value.place, spot.pointer)));
    return [];
  });
}

function readSection(
  id: string,
  node: Extract<DataNode, { kind: 'map' }>,
  spot: Provenance,
  audiences: ReadonlySet<string>,
  context: Context,
): Section[] {
  const isOwn = (key: string): boolean => Object.hasOwn(SECTION_KEYS, key);
  const content = walk(only(node, isOwn), { ...SECTION, additionalProperties: false }, spot, context);
  const kind = kindOf(node, spot, context);
  const entries = node.entries.filter(entry => !isOwn(entry.key));
  const slides = entries.flatMap(entry => readSlide(entry, { id, spot, kind, audiences }, context));
  const dropped = entries.filter(({ key, value }) => value.kind === 'map' && !slides.some(slide => slide.key === key));
  const title = isMap(content) ? textOf(content.title) : null;
  if (title === null || !isMap(content)) return [];
  return [
    {
      id,
      template: kind.template?.name ?? null,
      title,
      message: textOf(content.message),
      evidence: textOf(content.evidence),
      question: textOf(content.question),
      icon: isValue(content.icon) && content.icon.kind === 'token' ? content.icon : null,
      tracked: !(isValue(content.tracked) && content.tracked.kind === 'flag' && !content.tracked.value),
      slides,
      dropped: dropped.map(({ key, place }) => ({ id: `${id}/${key}`, place })),
      provenance: spot,
    },
  ];
}

/** `template` is null where the section names no kind, and where it names one that does not exist. */
interface Kind {
  readonly name: string | null;
  readonly template: Template | null;
}

function kindOf(node: DataNode, { pointer }: Provenance, context: Context): Kind {
  const named = childOf(node, 'kind');
  if (named?.kind !== 'scalar') return { name: null, template: null };
  const name = named.text;
  const template = context.templates.get(`sections/${name}`);
  if (template === undefined) {
    const kinds = shortNames(context.templates.names, 'sections');
    const origin = at(named.place, below(pointer, 'kind'));
    context.report(
      diagnose(UNKNOWN_TEMPLATE, origin, `There is no section kind \`${name}\`.`, { hint: suggestion(name, kinds) }),
    );
  }
  return { name, template: template ?? null };
}

interface Surroundings {
  readonly id: string;
  readonly spot: Provenance;
  readonly kind: Kind;
  readonly audiences: ReadonlySet<string>;
}

function readSlide(entry: Entry, { id, spot, kind, audiences }: Surroundings, context: Context): SlideContent[] {
  if (!admits(entry, SECTION, spot, context)) return [];
  const named = childOf(entry.value, 'slide');
  const drawn = kind.template?.slides.get(entry.key);
  if (named === null && drawn === undefined) {
    reportStranger(entry, spot, kind, context);
    return [];
  }
  const here = { pointer: below(spot.pointer, entry.key), place: entry.place };
  const watch = watched(context);
  // A kind that names a slide template which does not exist was reported where it stands, in its front matter.
  const contract = named === null ? context.templates.get(drawn!)?.contract : ({ $ref: 'slide-content' } as const);
  if (contract === undefined) return [];
  if (isEmpty(entry.value)) {
    watch.context.report(diagnose(MISSING_KEY, at(entry.place, here.pointer), `The slide \`${entry.key}\` is empty.`));
  }
  const content = walk(entry.value, contract, here, watch.context);
  if (!isMap(content)) return [];
  const template = named?.kind === 'scalar' ? `slides/${named.text}` : null;
  checkHighlight(content, context.templates.get(template ?? drawn!)?.contract ?? {}, watch.context.report);
  known(content.audiences, audiences, UNKNOWN_AUDIENCE, 'audience', watch.context);
  if (watch.failed()) return [];
  return [{ id: `${id}/${entry.key}`, key: entry.key, template, content }];
}

/** A key that is neither one of the section's own nor a slide of its kind, and does not say which slide it is. */
function reportStranger(entry: Entry, { pointer }: Provenance, { name, template }: Kind, context: Context): void {
  if (name !== null && template === null) return;
  const slides = [...(template?.slides.keys() ?? [])];
  const origin = at(entry.place, below(pointer, entry.key));
  if (entry.value.kind !== 'map') {
    const hint = suggestion(entry.key, [...Object.keys(SECTION_KEYS), ...slides]);
    context.report(diagnose(UNKNOWN_KEY, origin, `There is no key \`${entry.key}\` here.`, { hint }));
    return;
  }
  const who =
    name === null ? `The section has no kind, and` : `\`${entry.key}\` is no slide of the kind \`${name}\`, and`;
  const near = nearest(entry.key, slides);
  const hint = near === null ? 'add `slide: NAME`, such as `slide: big-number`' : `did you mean \`${near}\`?`;
  const message = `${who} \`${entry.key}\` does not say which slide it is.`;
  context.report(diagnose(MISSING_KEY, origin, message, { hint }));
}

const textOf = (content: Content | undefined): TextValue | null =>
  isValue(content) && content.kind === 'text' ? content : null;
