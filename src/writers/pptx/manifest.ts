/** The manifest: a custom XML part that says of every shape which facts it shows and which lines made it, so that `trace` and `diff` need only the deck. */
import type { Chart } from '../../model/chart.ts';
import type { Origin, Place } from '../../model/origin.ts';
import type { Scene } from '../../model/scene.ts';
import { factName } from '../../model/use.ts';
import { attr, document, type Part, type Xml, xml } from '../../package/package.ts';
import type { WriterContext } from '../writer.ts';
import type { Call, SlideCalls, TextCall } from './calls.ts';
import { digest, guid } from './identity.ts';
import { CUSTOM_XML_PROPERTIES, MANIFEST_NS, TYPE } from './names.ts';

export const MANIFEST = 'customXml/item1.xml';
const PROPERTIES = 'customXml/itemProps1.xml';

/** A slide with the ids that its shapes got. */
export interface TracedSlide extends SlideCalls {
  readonly ids: ReadonlyMap<Call, number>;
}

/** What made the deck: the compiler's version, and the hash of all that it was made from. */
export type Maker = Pick<WriterContext, 'version' | 'input'>;

/** The part and its properties. Files are named as in the project, never by a path of this machine. */
export function manifestParts(
  { identity, brand }: Scene,
  slides: readonly TracedSlide[],
  { version, input }: Maker,
): readonly Part[] {
  const content = document(xml`
    <deck xmlns="${MANIFEST_NS}" version="${version}" input="${input}" briefing="${identity.id}" language="${identity.language}"${attr('audience', identity.audience)} brand="${brand.id}">
      ${slides.map(slideXml)}
    </deck>`);
  const properties = document(xml`
    <ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="${guid(`manifest ${identity.id}`)}">
      <ds:schemaRefs><ds:schemaRef ds:uri="${MANIFEST_NS}"/></ds:schemaRefs>
    </ds:datastoreItem>`);
  return [
    {
      name: MANIFEST,
      type: TYPE.customXml,
      content,
      relationships: [{ id: 'rId1', type: CUSTOM_XML_PROPERTIES, target: PROPERTIES, external: false }],
    },
    { name: PROPERTIES, type: TYPE.customXmlProperties, content: properties, relationships: [] },
  ];
}

const slideXml = ({ slide, ids }: TracedSlide): Xml =>
  xml`<slide id="${slide.id}" number="${slide.number}"${originXml(slide.origin)}>${[...ids].map(shapeXml)}</slide>`;

const shapeXml = ([call, id]: [Call, number]): Xml =>
  xml`<shape id="${id}" name="${call.name}"${originXml(call.origin)}${attr('facts', facts(call))} hash="${contentHash(call)}"/>`;

const facts = (call: Call): string | null => (call.facts.length === 0 ? null : call.facts.map(factName).join(' '));

/** Places are `file:start:end` in characters, as they travel; `trace` turns them into lines when it prints. */
const originXml = ({ pointer, data, template }: Origin): Xml =>
  xml`${attr('pointer', pointer)}${attr('data', placed(data))}${attr('template', placed(template))}`;

const placed = (place: Place | null): string | null =>
  place === null ? null : `${place.file}:${place.start}:${place.end}`;

/** Of what a reader sees, not of where it stands or stood in a file: a moved shape keeps it. */
const contentHash = (call: Call): string => digest(JSON.stringify(contentOf(call)), 12);

function contentOf(call: Call): unknown {
  switch (call.kind) {
    case 'text':
      return wordsOf(call);
    case 'table':
      return call.rows.map(row => row.cells.map(wordsOf));
    case 'chart':
      return chartOf(call.item.chart);
    case 'picture':
      return [call.file, call.crop, call.alt];
    case 'group':
      return call.calls.map(contentOf);
    case 'shape':
      return [call.geometry, call.fill, call.hatched, ...(call.words === null ? [] : wordsOf(call.words))];
    case 'freeform':
      return [call.outline.name, call.fill];
    case 'connector':
      return [call.from.item, call.to.item, call.arrow];
  }
}

const chartOf = ({ type, categories, series }: Chart): unknown => [
  type,
  categories.map(({ label, forecast }) => [label, forecast]),
  series.map(({ name, points }) => [name, points.map(({ value, label, emphasis }) => [value, label, emphasis])]),
];

const wordsOf = ({ paragraphs }: Pick<TextCall, 'paragraphs'>): readonly string[] =>
  paragraphs.map(({ runs }) => runs.map(run => (run.kind === 'run' ? run.text : '\n')).join(''));
