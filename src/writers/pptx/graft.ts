/** Step 4: the slides put on the reference package, and everything that stands around them, as one deck. */
import { CHARTS } from '../../charts/charts.ts';
import { colourOf } from '../../model/brand.ts';
import type { Scene } from '../../model/scene.ts';
import {
  document,
  mediaType,
  NO_XML,
  type Packer,
  type Part,
  packer,
  type Relations,
  relations,
  writePackage,
  xml,
} from '../../package/package.ts';
import type { ChartCall, DeckCalls, SlideCalls } from './calls.ts';
import { chartPart } from './chart.ts';
import type { Paint, Swatches } from './colour.ts';
import { looksOf } from './look.ts';
import { MANIFEST, manifestParts, type TracedSlide } from './manifest.ts';
import type { Media } from './media.ts';
import * as names from './names.ts';
import { TYPE } from './names.ts';
import { notesPart } from './notes.ts';
import { overlayPart } from './overlay.ts';
import type { Drawn } from './pptxgen.ts';
import {
  corePropertiesPart,
  extendedPropertiesPart,
  PRESENTATION_PROPERTIES_PART,
  presentationPart,
  VIEW_PROPERTIES_PART,
} from './presentation.ts';
import { HANDOUT, MASTER, NOTES, type Reference, referenceOf, SPACES, STYLES, treeXml } from './reference.ts';
import { tableStyleId } from './style.ts';
import { type Tree, type TreeContext, treeOf } from './tree.ts';
import { sheetOf, workbookOf } from './workbook.ts';

export interface Materials {
  readonly calls: DeckCalls;
  readonly drawn: Drawn;
  readonly media: Media;
  readonly paint: Paint;
  readonly swatches: Swatches;
  readonly modified: string | null;
  readonly version: string;
}

/** The deck as bytes. */
export function graft(scene: Scene, materials: Materials): Uint8Array {
  const packed = packer();
  const charts = new Map<ChartCall, readonly Part[]>();
  const looks = looksOf(materials.drawn.run, materials.paint, materials.swatches);
  const tree = (owner: Pick<TreeContext, 'layout' | 'relations'>, list: SlideCalls['calls'], first?: number): Tree =>
    treeOf(
      list,
      {
        ...owner,
        ...materials,
        shape: materials.drawn.shape,
        looks,
        tableStyle: tableStyleId(scene.brand),
        isLinkColour: token => colourOf(scene.brand, token).slot === 'hlink',
        link: href => linkXml(href, scene, owner.relations),
        chart: call => addChart(call, scene, materials, charts, packed),
      },
      first,
    );

  const reference = referenceOf(scene, materials.paint, (layout, first) => {
    const related = relations();
    const calls = materials.calls.layouts.find(entry => entry.layout === layout)?.calls ?? [];
    return { tree: tree({ layout: layout.name, relations: related }, calls, first), relations: related };
  });
  const slides = materials.calls.slides.map(({ slide, calls }) => {
    const related = relations();
    related.to(names.SLIDE_LAYOUT, reference.layouts.get(slide.layout)!);
    const { shapes, ids } = tree({ layout: slide.layout, relations: related }, calls);
    return { slide, calls, ids, shapes, related };
  });
  const slideParts = slides.flatMap(({ slide, shapes, related }) => {
    const notes = slide.notes.length === 0 ? [] : [notesOf(slide, related)];
    return [slidePart(slide, shapes, related), ...notes];
  });
  return writePackage(
    [
      ...frameParts(scene, materials, reference, slides),
      ...slideParts,
      ...[...charts.values()].flat(),
      ...materials.media.parts,
    ],
    ROOT,
    packed,
  );
}

const PRESENTATION = 'ppt/presentation.xml';
const CORE = 'docProps/core.xml';
const EXTENDED = 'docProps/app.xml';

const ROOT = [
  { id: 'rId1', type: names.OFFICE_DOCUMENT, target: PRESENTATION, external: false },
  { id: 'rId2', type: names.CORE_PROPERTIES, target: CORE, external: false },
  { id: 'rId3', type: names.EXTENDED_PROPERTIES, target: EXTENDED, external: false },
];

const slideName = (number: number): string => `ppt/slides/slide${number}.xml`;
const notesName = (number: number): string => `ppt/notesSlides/notesSlide${number}.xml`;

const plain = (name: string, type: string, content: string, relationships: Part['relationships'] = []): Part => ({
  name,
  type,
  content,
  relationships,
});

/** Everything that a deck has once: presentation, properties, reference package, manifest. */
function frameParts(
  scene: Scene,
  { modified, version }: Materials,
  reference: Reference,
  slides: readonly TracedSlide[],
): readonly Part[] {
  const related = relations();
  const ids = {
    master: related.to(names.SLIDE_MASTER, MASTER),
    slides: scene.slides.map(slide => related.to(names.SLIDE, slideName(slide.number))),
    notes: related.to(names.NOTES_MASTER, NOTES),
    handout: related.to(names.HANDOUT_MASTER, HANDOUT),
  };
  related.to(names.PRESENTATION_PROPERTIES, 'ppt/presProps.xml');
  related.to(names.VIEW_PROPERTIES, 'ppt/viewProps.xml');
  related.to(names.THEME, 'ppt/theme/theme1.xml');
  related.to(names.TABLE_STYLES, STYLES);
  related.to(names.CUSTOM_XML, MANIFEST);
  return [
    plain(CORE, TYPE.coreProperties, corePropertiesPart(scene.identity, scene.brand, modified)),
    plain(EXTENDED, TYPE.extendedProperties, extendedPropertiesPart(scene)),
    plain(PRESENTATION, TYPE.presentation, presentationPart(scene, ids), related.list()),
    plain('ppt/presProps.xml', TYPE.presentationProperties, PRESENTATION_PROPERTIES_PART),
    plain('ppt/viewProps.xml', TYPE.viewProperties, VIEW_PROPERTIES_PART),
    ...reference.parts,
    ...manifestParts(scene, slides, version),
  ];
}

function slidePart(slide: SlideCalls['slide'], shapes: Tree['shapes'], related: Relations): Part {
  const content = document(xml`
    <p:sld${SPACES}${slide.hidden && xml` show="0"`}>
      <p:cSld>${treeXml(shapes)}</p:cSld>
      <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>
    </p:sld>`);
  return plain(slideName(slide.number), TYPE.slide, content, related.list());
}

/** A notes page, only for a slide that has notes: the library writes one for every slide. */
function notesOf(slide: SlideCalls['slide'], related: Relations): Part {
  related.to(names.NOTES_SLIDE, notesName(slide.number));
  const own = relations();
  own.to(names.NOTES_MASTER, NOTES);
  own.to(names.SLIDE, slideName(slide.number));
  return plain(notesName(slide.number), TYPE.notesSlide, notesPart(slide.notes), own.list());
}

/** A link to an address or, with `#`, to a slide by id or to the first of a section. Where there is none, the words stay and the link goes. */
function linkXml(href: string, scene: Scene, related: Relations) {
  if (!href.startsWith('#'))
    return SAFE.test(href) ? xml`<a:hlinkClick r:id="${related.outside(names.HYPERLINK, href)}"/>` : NO_XML;
  const target = href.slice(1);
  const section = scene.sections.find(({ id }) => id === target);
  const number = scene.slides.find(slide => slide.id === target)?.number ?? section?.slides[0];
  if (number === undefined) return NO_XML;
  return xml`<a:hlinkClick r:id="${related.to(names.SLIDE, slideName(number))}" action="ppaction://hlinksldjump"/>`;
}

/** No `javascript:`, no file, no share. */
const SAFE = /^(https?|mailto):/i;

/** A chart's part, its workbook and what is drawn over it, numbered in the order of the deck. */
function addChart(
  call: ChartCall,
  scene: Scene,
  materials: Materials,
  charts: Map<ChartCall, readonly Part[]>,
  packed: Packer,
): string {
  const number = charts.size + 1;
  const [name, workbook] = [`ppt/charts/chart${number}.xml`, `ppt/embeddings/workbook${number}.xlsx`];
  const sheet = sheetOf(call.item.chart);
  const related = relations();
  const overlay = overlayPart(call, materials.paint, `ppt/drawings/drawing${number}.xml`);
  const content = chartPart(call.item, sheet, {
    brand: scene.brand,
    paint: materials.paint,
    language: scene.identity.language,
    native: CHARTS[call.item.chart.type].native,
    workbook,
    overlay: overlay === null ? null : related.to(names.CHART_SHAPES, overlay.name),
    relations: related,
  });
  charts.set(call, [
    plain(name, TYPE.chart, content, related.list()),
    { name: workbook, type: mediaType('xlsx'), content: workbookOf(sheet, packed), relationships: [] },
    ...(overlay === null ? [] : [overlay]),
  ]);
  return name;
}
