/** Namespaces, content types and relationship types of Office Open XML. */

export const DRAWING_NS = 'http://schemas.openxmlformats.org/drawingml/2006/main';
export const PRESENTATION_NS = 'http://schemas.openxmlformats.org/presentationml/2006/main';
export const CHART_NS = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
export const CHART_2012_NS = 'http://schemas.microsoft.com/office/drawing/2012/chart';
export const RELATIONS_NS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const SHEET_NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Ours: the manifest in the deck. */
export const MANIFEST_NS = 'https://briefwright.dev/manifest/1';

const relation = (name: string): string => `${RELATIONS_NS}/${name}`;

export const OFFICE_DOCUMENT = relation('officeDocument');
export const EXTENDED_PROPERTIES = relation('extended-properties');
export const CORE_PROPERTIES = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
export const SLIDE = relation('slide');
export const SLIDE_LAYOUT = relation('slideLayout');
export const SLIDE_MASTER = relation('slideMaster');
export const NOTES_SLIDE = relation('notesSlide');
export const NOTES_MASTER = relation('notesMaster');
export const HANDOUT_MASTER = relation('handoutMaster');
export const THEME = relation('theme');
export const TABLE_STYLES = relation('tableStyles');
export const PRESENTATION_PROPERTIES = relation('presProps');
export const VIEW_PROPERTIES = relation('viewProps');
export const IMAGE = relation('image');
export const HYPERLINK = relation('hyperlink');
export const CHART = relation('chart');
export const PACKAGE = relation('package');
export const CHART_SHAPES = relation('chartUserShapes');
export const CUSTOM_XML = relation('customXml');
export const CUSTOM_XML_PROPERTIES = relation('customXmlProps');
export const WORKSHEET = relation('worksheet');
export const STYLES = relation('styles');
export const TABLE = relation('table');

const presentation = (name: string): string =>
  `application/vnd.openxmlformats-officedocument.presentationml.${name}+xml`;
const spreadsheet = (name: string): string => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
const office = (name: string): string => `application/vnd.openxmlformats-officedocument.${name}+xml`;

/** Content types by what a part is. */
export const TYPE = {
  presentation: presentation('presentation.main'),
  slide: presentation('slide'),
  layout: presentation('slideLayout'),
  master: presentation('slideMaster'),
  notesSlide: presentation('notesSlide'),
  notesMaster: presentation('notesMaster'),
  handoutMaster: presentation('handoutMaster'),
  tableStyles: presentation('tableStyles'),
  presentationProperties: presentation('presProps'),
  viewProperties: presentation('viewProps'),
  theme: office('theme'),
  chart: office('drawingml.chart'),
  chartShapes: office('drawingml.chartshapes'),
  extendedProperties: office('extended-properties'),
  coreProperties: 'application/vnd.openxmlformats-package.core-properties+xml',
  customXml: 'application/xml',
  customXmlProperties: office('customXmlProperties'),
  workbook: spreadsheet('sheet.main'),
  worksheet: spreadsheet('worksheet'),
  styles: spreadsheet('styles'),
  table: spreadsheet('table'),
} as const;
