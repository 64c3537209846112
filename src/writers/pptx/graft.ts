/** Step 4: the slides put on the reference package, and everything that stands around them, as one deck. */
import { CHARTS } from '../../charts/charts.ts';
import { addressOf } from '../../model/address.ts';
import { type ColourToken, colourOf, type LayoutName } from '../../model/brand.ts';
import type { Scene } from '../../model/scene.ts';
import {
  document,
  mediaType,
  NO_XML,
  type Part,
  type Relations,
  relations,
  writeLargePackage,
  writePackage,
  type Xml,
  xml,
} from '../../package/package.ts';
import { targetsIn } from '../targets.ts';
import type { ChartCall, DeckCalls, SlideCalls } from './calls.ts';
import { chartPart } from './chart.ts';
import type { Paint, Swatches } from './colour.ts';
import { bulletOf } from './list.ts';
import { looksOf } from './look.ts';
import { MANIFEST, type Maker, manifestParts, type TracedSlide } from './manifest.ts';
import type { Media } from './media.ts';
import * as names from './names.ts';
import { TYPE } from './names.ts';
import { notesPart } from './notes.ts';
import { overlayPart } from './overlay.ts';
import type { Drawn } from './pptxgen.ts';
import {
  corePropertiesPart,
  countedSlides,
  extendedPropertiesPart,
  PRESENTATION_PROPERTIES_PART,
  presentationPart,
  VIEW_PROPERTIES_PART,
} from './presentation.ts';
import { HANDOUT, MASTER, NOTES, referenceOf, SPACES, STYLES, treeXml } from './reference.ts';
import { tableStyleId } from './style.ts';
import type { TextContext } from './text.ts';
import { type Tree, type TreeContext, treeOf } from './tree.ts';
import { sheetOf, workbookWriter } from './workbook.ts';

export interface Materials {
  readonly calls: DeckCalls;
  readonly drawn: Drawn;
  readonly media: Media;
  readonly paint: Paint;
  readonly swatches: Swatches;
  readonly modified: string | null;
  readonly maker: Maker;
}

/**
 * From so many slides on a second thread is worth its start, some 40 ms. Below, the engine needs the other core for itself: at 100 slides
 * with charts a thread gained nothing, at 1,000 a tenth (two cores, measured).
 */
const LARGE = 150;

/** The deck as bytes. */
export async function graft(scene: Scene, materials: Materials): Promise<Uint8Array> {
  const write = scene.slides.length < LARGE ? writePackage : writeLargePackage;
  return write(partsOf(scene, materials), ROOT);
}

/** What the shapes of a slide or a layout need to know of the deck, and of where they stand. */
function contextsOf(
  scene: Scene,
  { drawn, media, paint, swatches }: Materials,
  chart: TreeContext['chart'],
): (layout: LayoutName, related: Relations, counted?: boolean) => TreeContext {
  const targets = targetsIn(scene);
  const shared = {
    paint,
    swatches,
    media,
    chart,
    shape: drawn.shape,
    looks: looksOf(drawn.run, paint, swatches),
    tableStyle: tableStyleId(scene.brand),
    bullet: bulletOf(scene.brand),
    isLinkColour: (token: ColourToken) => colourOf(scene.brand, token).slot === 'hlink',
  };
  return (layout, related, counted = true) => ({
    ...shared,
    layout,
    relations: related,
    counted,
    link: href => linkXml(href, targets, related),
  });
}

/** The parts of the deck, each made when the one before is packed: reference package, slides with what belongs to them, media, frame. */
function* partsOf(scene: Scene, materials: Materials): Generator<Part> {
  const { calls, media, paint } = materials;
  const beside: Part[] = [];
  const contextOf = contextsOf(
    scene,
    materials,
    charts(scene, paint, part => void beside.push(part)),
  );
  const counted = countedSlides(scene);

  const reference = referenceOf(scene, paint, (layout, first) => {
    const related = relations();
    const own = calls.layouts.find(entry => entry.layout === layout)?.calls ?? [];
    return { tree: treeOf(own, contextOf(layout.name, related), first), relations: related };
  });
  yield* reference.parts;

  const traced: TracedSlide[] = [];
  for (const { slide, calls: list } of calls.slides) {
    const related = relations();
    related.to(names.SLIDE_LAYOUT, reference.layouts.get(slide.layout)!);
    const context = contextOf(slide.layout, related, counted.has(slide));
    const { shapes, ids } = treeOf(list, context);
    traced.push({ slide, calls: list, ids });
    if (slide.notes.length > 0) beside.unshift(notesOf(slide, related, context));
    yield slidePart(slide, shapes, related);
    yield* beside.splice(0);
  }
  yield* media.parts;
  yield* frameParts(scene, materials, traced);
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

/** What stands around the slides: presentation, properties, manifest. */
function frameParts(scene: Scene, { modified, maker }: Materials, slides: readonly TracedSlide[]): readonly Part[] {
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
    ...manifestParts(scene, slides, maker),
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

/**
 * A notes page, only for a slide that has notes: the library writes one for every slide. Its words lead to addresses alone, since a notes
 * page may be related to one slide, its own (the SDK's validator; ECMA-376 part 1, 13.3.5).
 */
function notesOf(slide: SlideCalls['slide'], related: Relations, context: TextContext): Part {
  related.to(names.NOTES_SLIDE, notesName(slide.number));
  const own = relations();
  own.to(names.NOTES_MASTER, NOTES);
  own.to(names.SLIDE, slideName(slide.number));
  const content = notesPart(slide.notes, { ...context, link: href => addressXml(href, own) });
  return plain(notesName(slide.number), TYPE.notesSlide, content, own.list());
}

/** A link to an address or, with `#`, to a slide by id or to the first of a section. Where there is none, the words stay and the link goes. */
function linkXml(href: string, targets: ReadonlyMap<string, number>, related: Relations): Xml {
  if (!href.startsWith('#')) return addressXml(href, related);
  const number = targets.get(href.slice(1));
  if (number === undefined) return NO_XML;
  return xml`<a:hlinkClick r:id="${related.to(names.SLIDE, slideName(number))}" action="ppaction://hlinksldjump"/>`;
}

function addressXml(href: string, related: Relations): Xml {
  const address = addressOf(href);
  return address === null ? NO_XML : xml`<a:hlinkClick r:id="${related.outside(names.HYPERLINK, address)}"/>`;
}

/** Makes of each chart its part, its workbook and what is drawn over it, numbered in the order of the deck; gives the name of the first. */
function charts(scene: Scene, paint: Paint, add: (part: Part) => void): (call: ChartCall) => string {
  const workbookOf = workbookWriter();
  let number = 0;
  return call => {
    number++;
    const [name, workbook] = [`ppt/charts/chart${number}.xml`, `ppt/embeddings/workbook${number}.xlsx`];
    const { chart } = call.item;
    const native = CHARTS[chart.type].native(call.item, scene.brand);
    const sheet = sheetOf(chart.categories, native.columns);
    const related = relations();
    const overlay = overlayPart(call, paint, `ppt/drawings/drawing${number}.xml`);
    const content = chartPart(call.item, sheet, {
      brand: scene.brand,
      paint,
      language: scene.identity.language,
      native,
      workbook,
      overlay: overlay === null ? null : related.to(names.CHART_SHAPES, overlay.name),
      relations: related,
    });
    add(plain(name, TYPE.chart, content, related.list()));
    add({ name: workbook, type: mediaType('xlsx'), content: workbookOf(sheet), relationships: [] });
    if (overlay !== null) add(overlay);
    return name;
  };
}
