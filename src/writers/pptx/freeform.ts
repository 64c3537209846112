/** Outlines as DrawingML paths: shapes that PowerPoint recolours, and opens under "Edit points". */
import type { Outline, Step } from '../../model/outline.ts';
import { type Xml, xml } from '../../package/package.ts';

/** Path coordinates are whole numbers (ECMA-376 part 1, 20.1.9.15): one is a hundredth of the outline's unit. */
const FINE = 100;

export const geometryXml = ({ width, height, steps }: Outline): Xml => xml`
  <a:custGeom>
    <a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>
    <a:pathLst><a:path w="${width * FINE}" h="${height * FINE}">${steps.map(stepXml)}</a:path></a:pathLst>
  </a:custGeom>`;

function stepXml([command, ...numbers]: Step): Xml {
  const points = numbers.flatMap((x, at) => (at % 2 === 0 ? [pointXml(x, numbers[at + 1]!)] : []));
  switch (command) {
    case 'M':
      return xml`<a:moveTo>${points}</a:moveTo>`;
    case 'L':
      return xml`<a:lnTo>${points}</a:lnTo>`;
    case 'C':
      return xml`<a:cubicBezTo>${points}</a:cubicBezTo>`;
    case 'Z':
      return xml`<a:close/>`;
  }
}

const pointXml = (x: number, y: number): Xml => xml`<a:pt x="${Math.round(x * FINE)}" y="${Math.round(y * FINE)}"/>`;
