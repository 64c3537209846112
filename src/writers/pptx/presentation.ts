/** The presentation part and its properties: size, slides, sections, guides, and what the document says of itself. */
import type { Brand } from '../../model/brand.ts';
import { languageTag } from '../../model/language.ts';
import type { Identity } from '../../model/markup.ts';
import type { Scene, Slide } from '../../model/scene.ts';
import { attr, document, raw, type Xml, xml } from '../../package/package.ts';
import { guid } from './identity.ts';
import { LEVELS } from './list.ts';
import { DRAWING_NS, PRESENTATION_NS } from './names.ts';
import { NOTES_SIZE } from './notes.ts';
import { MASTER_ID, SPACES } from './reference.ts';
import { emu } from './units.ts';

/** Relationship ids of what the presentation names. */
export interface PresentationIds {
  readonly master: string;
  readonly notes: string;
  readonly handout: string;
  readonly slides: readonly string[];
}

/** Slide ids begin at 256 (ECMA-376 part 1, 19.7.13). */
const FIRST_SLIDE_ID = 256;

/** `ppt/presentation.xml`. The order of the lists is the schema's; the library's own is not (POWERPOINT.md). */
export function presentationPart(scene: Scene, ids: PresentationIds): string {
  const { width, height } = scene.brand.page;
  const first = firstNumber(scene);
  return document(xml`
    <p:presentation${SPACES}${attr('firstSlideNum', first === 1 ? null : first)} saveSubsetFonts="1" autoCompressPictures="0">
      <p:sldMasterIdLst><p:sldMasterId id="${MASTER_ID}" r:id="${ids.master}"/></p:sldMasterIdLst>
      <p:notesMasterIdLst><p:notesMasterId r:id="${ids.notes}"/></p:notesMasterIdLst>
      <p:handoutMasterIdLst><p:handoutMasterId r:id="${ids.handout}"/></p:handoutMasterIdLst>
      ${ids.slides.length > 0 && xml`<p:sldIdLst>${ids.slides.map((id, index) => xml`<p:sldId id="${FIRST_SLIDE_ID + index}" r:id="${id}"/>`)}</p:sldIdLst>`}
      <p:sldSz cx="${emu(width)}" cy="${emu(height)}"/>
      <p:notesSz cx="${NOTES_SIZE.width}" cy="${NOTES_SIZE.height}"/>
      <p:defaultTextStyle>
        <a:defPPr><a:defRPr lang="${languageTag(scene.identity.language)}"/></a:defPPr>
        ${LEVELS.map(defaultLevel)}
      </p:defaultTextStyle>
      ${sectionsXml(scene)}
    </p:presentation>`);
}

/** Of a part of a deck the number of its first slide, from which PowerPoint counts the others. */
const firstNumber = ({ slides }: Scene): number => slides[0]?.number ?? 1;

/** The slides that PowerPoint numbers as they are printed: of a part with gaps those before the first. */
export const countedSlides = (scene: Scene): ReadonlySet<Slide> =>
  new Set(scene.slides.filter((slide, index) => slide.number === firstNumber(scene) + index));

/** What a text box drawn by hand starts from. */
const defaultLevel = (level: number): Xml => xml`
  <a:lvl${raw(String(level + 1))}pPr marL="${level * 457_200}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="0">
    <a:defRPr sz="1800" kern="1200">
      <a:solidFill><a:schemeClr val="tx1"/></a:solidFill>
      <a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>
    </a:defRPr>
  </a:lvl${raw(String(level + 1))}pPr>`;

/** PowerPoint's sections: every slide is in exactly one, so that a slide that belongs to none follows the one before it. */
function sectionsXml({ sections, slides }: Scene): Xml | false {
  if (sections.length === 0 || slides.length === 0) return false;
  const members = sections.map((): number[] => []);
  let current = 0;
  slides.forEach((slide, index) => {
    const found = sections.findIndex(section => section.slides.includes(slide.number));
    if (found >= 0) current = found;
    members[current]!.push(FIRST_SLIDE_ID + index);
  });
  return xml`
    <p:extLst>
      <p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">
        <p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">
          ${sections.map(
            ({ id, title }, index) => xml`
              <p14:section name="${title}" id="${guid(`section ${id}`)}">
                <p14:sldIdLst>${members[index]!.map(slide => xml`<p14:sldId id="${slide}"/>`)}</p14:sldIdLst>
              </p14:section>`,
          )}
        </p14:sectionLst>
      </p:ext>
    </p:extLst>`;
}

export const PRESENTATION_PROPERTIES_PART = document(
  xml`<p:presentationPr xmlns:a="${DRAWING_NS}" xmlns:p="${PRESENTATION_NS}"/>`,
);

/** Opens in the normal view, snapping to shapes off, as PowerPoint itself starts. */
export const VIEW_PROPERTIES_PART = document(
  xml`<p:viewPr xmlns:a="${DRAWING_NS}" xmlns:p="${PRESENTATION_NS}"><p:gridSpacing cx="76200" cy="76200"/></p:viewPr>`,
);

/** `docProps/core.xml`: Dublin Core, from the briefing alone. No user name and no clock. */
export function corePropertiesPart(identity: Identity, brand: Brand, modified: string | null): string {
  const instant = instantOf(modified ?? identity.date);
  const author = identity.author ?? brand.name.full;
  return document(xml`
    <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <dc:title>${identity.title}</dc:title>
      ${identity.subtitle !== null && xml`<dc:subject>${identity.subtitle}</dc:subject>`}
      <dc:creator>${author}</dc:creator>
      ${identity.keywords.length > 0 && xml`<cp:keywords>${identity.keywords.join(', ')}</cp:keywords>`}
      <cp:lastModifiedBy>${author}</cp:lastModifiedBy>
      <dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created>
      <dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified>
      ${identity.classification !== null && xml`<cp:category>${identity.classification}</cp:category>`}
      <dc:language>${languageTag(identity.language)}</dc:language>
    </cp:coreProperties>`);
}

/** A date of any precision as an instant in UTC to the second: `2025-07` → `2025-07-01T00:00:00Z`. */
export function instantOf(date: string): string {
  const [, year, month = '01', day = '01', time = '00:00:00'] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d:\d\d))?)?)?/.exec(date) ?? [];
  return year === undefined ? '1980-01-01T00:00:00Z' : `${year}-${month}-${day}T${time}Z`;
}

/** `docProps/app.xml`: what Explorer and SharePoint show. */
export function extendedPropertiesPart({ brand, slides }: Scene): string {
  const titles = slides.map(slide => slide.title || slide.id);
  const pair = (name: string, count: number): Xml =>
    xml`<vt:variant><vt:lpstr>${name}</vt:lpstr></vt:variant><vt:variant><vt:i4>${count}</vt:i4></vt:variant>`;
  return document(xml`
    <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">
      <TotalTime>0</TotalTime>
      <Application>Microsoft Office PowerPoint</Application>
      <PresentationFormat>${brand.page.name === 'wide' ? 'Widescreen' : brand.page.name === 'classic' ? 'On-screen Show (4:3)' : 'A4 Paper (210x297 mm)'}</PresentationFormat>
      <Slides>${slides.length}</Slides>
      <Notes>${slides.filter(slide => slide.notes.length > 0).length}</Notes>
      <HiddenSlides>${slides.filter(slide => slide.hidden).length}</HiddenSlides>
      <HeadingPairs>
        <vt:vector size="4" baseType="variant">${pair('Theme', 1)}${pair('Slide Titles', titles.length)}</vt:vector>
      </HeadingPairs>
      <TitlesOfParts>
        <vt:vector size="${titles.length + 1}" baseType="lpstr">
          ${[brand.name.short, ...titles].map(title => xml`<vt:lpstr>${title}</vt:lpstr>`)}
        </vt:vector>
      </TitlesOfParts>
      <Company>${brand.name.full}</Company>
      <AppVersion>16.0000</AppVersion>
    </Properties>`);
}
