/** Step 3: the package that slides stand on, made from the brand: theme, master, layouts, notes and handout masters, table style. */
import { type Brand, colourOf, type LayoutName } from '../../model/brand.ts';
import { languageTag } from '../../model/language.ts';
import { type LayoutDesign, type Placeholder, placeholderOf, type Scene } from '../../model/scene.ts';
import type { Rect } from '../../model/units.ts';
import { attr, document, type Part, type Relations, relations, type Xml, xml } from '../../package/package.ts';
import { colourMap, type Paint, solid } from './colour.ts';
import { guidesXml } from './guide.ts';
import { guid } from './identity.ts';
import { bulletOf } from './list.ts';
import { DRAWING_NS, PRESENTATION_NS, RELATIONS_NS, SLIDE_LAYOUT, SLIDE_MASTER, THEME, TYPE } from './names.ts';
import { handoutMasterPart, notesMasterPart } from './notes.ts';
import { isBulleted, placeholderXml } from './placeholder.ts';
import { type Look, levelsOf, lookOf, tableStylesPart } from './style.ts';
import { themePart } from './theme.ts';
import { anchorOf, type Tree, transform } from './tree.ts';

export const MASTER = 'ppt/slideMasters/slideMaster1.xml';
export const NOTES = 'ppt/notesMasters/notesMaster1.xml';
export const HANDOUT = 'ppt/handoutMasters/handoutMaster1.xml';
export const STYLES = 'ppt/tableStyles.xml';
const theme = (number: 1 | 2 | 3): string => `ppt/theme/theme${number}.xml`;

/** Notes and handouts are printed: dark letters on white, whatever the ground of the slides. Links of a dark ground are too light for it. */
const printedOn = ({ ground, theme: { dk1 } }: Brand): Partial<Brand['theme']> => ({
  lt1: '#FFFFFF',
  ...(ground === 'dark' && { hlink: dk1, folHlink: dk1 }),
});

/** What a layout draws by itself, and the relationships that it needs for it. */
export interface Decoration {
  readonly tree: Tree;
  readonly relations: Relations;
}

export interface Reference {
  readonly parts: readonly Part[];
  /** The part of each layout. */
  readonly layouts: ReadonlyMap<LayoutName, string>;
}

/** The `type` of each layout (ECMA-376 part 1, 19.7.15): how PowerPoint finds its like in another template when slides are pasted. */
const LAYOUT_TYPES: Readonly<Record<LayoutName, string | null>> = {
  'title-slide': 'title',
  'section-header': 'secHead',
  'title-only': 'titleOnly',
  'title-content': 'obj',
  'two-content': 'twoObj',
  'title-picture': 'picTx',
  'title-table': 'tbl',
  'title-chart': 'chart',
  quote: null,
  blank: 'blank',
};

/** The reference package of a brand. `decorate` gives each layout's own drawing, numbered after its placeholders. */
export function referenceOf(
  scene: Scene,
  paint: Paint,
  decorate: (layout: LayoutDesign, first: number) => Decoration,
): Reference {
  const { brand, identity } = scene;
  const designs = Object.values(scene.layouts);
  const layouts = new Map(
    designs.map((design, index) => [design.name, `ppt/slideLayouts/slideLayout${index + 1}.xml`]),
  );
  const context: Master = {
    brand,
    language: identity.language,
    paint,
    placeholders: masterPlaceholders(scene.layouts),
  };
  const printed = themePart(brand, identity.language, printedOn(brand));
  const part = (name: string, type: string, content: string, related: Relations = relations()): Part => ({
    name,
    type,
    content,
    relationships: related.list(),
  });
  return {
    layouts,
    parts: [
      masterPart(context, [...layouts.values()]),
      ...designs.map(design =>
        layoutPart(design, layouts.get(design.name)!, context, decorate(design, design.placeholders.length + 2)),
      ),
      part(theme(1), TYPE.theme, themePart(brand, identity.language)),
      part(NOTES, TYPE.notesMaster, notesMasterPart(brand, identity.language), related(theme(2))),
      part(theme(2), TYPE.theme, printed),
      part(HANDOUT, TYPE.handoutMaster, handoutMasterPart(), related(theme(3))),
      part(theme(3), TYPE.theme, printed),
      part(STYLES, TYPE.tableStyles, tableStylesPart(brand, paint)),
    ],
  };
}

function related(target: string): Relations {
  const made = relations();
  made.to(THEME, target);
  return made;
}

interface Master {
  readonly brand: Brand;
  readonly language: string;
  readonly paint: Paint;
  /** The five that a master has, each where the layouts have it. */
  readonly placeholders: readonly Placeholder[];
}

const MASTER_NAMES = ['title', 'body', 'date', 'footer', 'slide-number'] as const;

/** A master has a title, a body, date, footer and number; where they stand is asked of the plainest layout that has them. */
function masterPlaceholders(layouts: Scene['layouts']): readonly Placeholder[] {
  const plainestFirst = [layouts['title-content'], layouts['title-only'], ...Object.values(layouts)];
  return MASTER_NAMES.flatMap(name => plainestFirst.flatMap(design => placeholderOf(design, name) ?? []).slice(0, 1));
}

const ROOT = xml`
  <p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>
  <p:grpSpPr>
    <a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm>
  </p:grpSpPr>`;

/** A shape tree around shapes. */
export const treeXml = (shapes: Xml): Xml => xml`<p:spTree>${ROOT}${shapes}</p:spTree>`;

export const SPACES = xml` xmlns:a="${DRAWING_NS}" xmlns:r="${RELATIONS_NS}" xmlns:p="${PRESENTATION_NS}"`;

/** Without its empty effect list, some PowerPoints repair a background (PptxGenJS #1442). */
const background = (colour: Xml): Xml => xml`<p:bg><p:bgPr>${solid(colour)}<a:effectLst/></p:bgPr></p:bg>`;

function masterPart(master: Master, layouts: readonly string[]): Part {
  const { brand, language, paint, placeholders } = master;
  const related = relations();
  const ids = layouts.map(layout => related.to(SLIDE_LAYOUT, layout));
  related.to(THEME, theme(1));
  const shapes = placeholders.map((placeholder, index) => placeholderShape(placeholder, index + 2, null, master));
  const style = (look: Look): Xml => levelsOf(look, paint, bulletOf(brand));
  const content = document(xml`
    <p:sldMaster${SPACES} preserve="1">
      <p:cSld>${background(paint('paper'))}${treeXml(xml`${shapes}`)}</p:cSld>
      <p:clrMap${colourMap(brand.ground)}/>
      <p:sldLayoutIdLst>
        ${ids.map((id, index) => xml`<p:sldLayoutId id="${FIRST_LAYOUT_ID + index}" r:id="${id}"/>`)}
      </p:sldLayoutIdLst>
      <p:txStyles>
        <p:titleStyle>${style(lookOf('title', brand, language, false))}</p:titleStyle>
        <p:bodyStyle>${style(lookOf('body', brand, language, true))}</p:bodyStyle>
        <p:otherStyle>${style(lookOf('body', brand, language, false))}</p:otherStyle>
      </p:txStyles>
      <p:extLst>${guidesXml('{27BBF7A9-308A-43DC-89C8-2F10F3537804}', brand.page)}</p:extLst>
    </p:sldMaster>`);
  return { name: MASTER, type: TYPE.master, content, relationships: related.list() };
}

/** Ids of masters and layouts share one range from 2^31 on (ECMA-376 part 1, 19.7.7). */
export const MASTER_ID = 2_147_483_648;
const FIRST_LAYOUT_ID = MASTER_ID + 1;

function layoutPart(
  design: LayoutDesign,
  name: string,
  master: Master,
  { tree, relations: related }: Decoration,
): Part {
  related.to(SLIDE_MASTER, MASTER);
  const { brand, paint } = master;
  const type = LAYOUT_TYPES[design.name];
  const own = colourOf(brand, design.background).hex !== colourOf(brand, 'paper').hex;
  const shapes = design.placeholders.map((placeholder, index) =>
    placeholderShape(placeholder, index + 2, design, master),
  );
  const content = document(xml`
    <p:sldLayout${SPACES}${attr('type', type)} preserve="1"${type === null && xml` userDrawn="1"`}>
      <p:cSld name="${design.title}">
        ${own && background(paint(design.background))}
        ${treeXml(xml`${tree.shapes}${shapes}`)}
      </p:cSld>
      <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>
    </p:sldLayout>`);
  return { name, type: TYPE.layout, content, relationships: related.list() };
}

const sameFrame = (a: Rect, b: Rect): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** A placeholder of the master (`design` null) or of a layout, which says only what the master does not. */
function placeholderShape(placeholder: Placeholder, id: number, design: LayoutDesign | null, master: Master): Xml {
  const { brand, language, paint } = master;
  const above = design === null ? null : placeholderOf(master, placeholder.name);
  const inherited = above !== null && sameFrame(above.frame, placeholder.frame);
  const bulleted = isBulleted(placeholder);
  const look: Look = {
    ...lookOf(placeholder.role, brand, language, bulleted),
    colour: placeholder.colour,
    align: placeholder.align,
  };
  const styled =
    above !== null &&
    above.role === placeholder.role &&
    above.colour === placeholder.colour &&
    above.align === placeholder.align;
  return xml`
    <p:sp>
      <p:nvSpPr>
        <p:cNvPr id="${id}" name="${placeholder.name}"/>
        <p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>
        <p:nvPr>${masterOr(placeholder, design)}</p:nvPr>
      </p:nvSpPr>
      ${inherited ? xml`<p:spPr/>` : xml`<p:spPr>${transform('a:xfrm', placeholder.frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`}
      <p:txBody>
        <a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="${anchorOf(placeholder.anchor)}">
          <a:noAutofit/>
        </a:bodyPr>
        ${styled ? xml`<a:lstStyle/>` : xml`<a:lstStyle>${levelsOf(look, paint, bulletOf(brand))}</a:lstStyle>`}
        ${promptXml(placeholder, language)}
      </p:txBody>
    </p:sp>`;
}

/** On the master a body is of type body; on layouts and slides it takes any content. */
const masterOr = (placeholder: Placeholder, design: LayoutDesign | null): Xml =>
  design === null
    ? placeholder.name === 'body'
      ? xml`<p:ph type="body" idx="1"/>`
      : placeholderXml(placeholder.name, 'title-content')
    : placeholderXml(placeholder.name, design.name, !FURNITURE.has(placeholder.name));

/** Their text is the slide's own, never a prompt. */
const FURNITURE: ReadonlySet<string> = new Set(['date', 'footer', 'slide-number']);

function promptXml({ name, prompt }: Placeholder, language: string): Xml {
  const lang = languageTag(language);
  if (name === 'slide-number')
    return xml`<a:p><a:fld id="${guid('field slide number')}" type="slidenum"><a:rPr lang="${lang}"/><a:t>‹#›</a:t></a:fld></a:p>`;
  if (prompt === '') return xml`<a:p><a:endParaRPr lang="${lang}"/></a:p>`;
  return xml`<a:p><a:r><a:rPr lang="${lang}"/><a:t>${prompt}</a:t></a:r></a:p>`;
}
