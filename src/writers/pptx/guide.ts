/** Drawing guides on the page's grid, so that what is moved by hand falls where the layouts do. */
import type { Page } from '../../model/brand.ts';
import type { Points } from '../../model/units.ts';
import { type Xml, xml } from '../../package/package.ts';

/** Guides are placed in eighths of a point. */
const EIGHTHS = 8;
const COLUMNS = 12;

/** The extension that holds guides: margins, and the edges of the middle and of the thirds of twelve columns. */
export function guidesXml(uri: string, page: Page): Xml {
  const { margin, gutter, width, height } = page;
  const column = (width - 2 * margin - (COLUMNS - 1) * gutter) / COLUMNS;
  const start = (index: number): Points => margin + index * (column + gutter);
  const edges = [4, 6, 8].flatMap(index => [start(index) - gutter, start(index)]);
  const guides = [
    ...[margin, ...edges, width - margin].sort((a, b) => a - b).map(at => ({ across: false, at })),
    ...[margin, height - margin].map(at => ({ across: true, at })),
  ];
  return xml`
    <p:ext uri="${uri}">
      <p15:sldGuideLst xmlns:p15="http://schemas.microsoft.com/office/powerpoint/2012/main">
        ${guides.map(
          ({ across, at }, index) => xml`
            <p15:guide id="${index + 1}"${across && xml` orient="horz"`} pos="${Math.round(at * EIGHTHS)}" userDrawn="1">
              <p15:clr><a:schemeClr val="accent1"/></p15:clr>
            </p15:guide>`,
        )}
      </p15:sldGuideLst>
    </p:ext>`;
}
