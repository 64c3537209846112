/** Connectors that turn twice by right angles: `bentConnector3`, which leaves level, turns upright and arrives level. */
import type { Point } from '../../model/units.ts';
import { type Xml, xml } from '../../package/package.ts';
import type { ConnectorCall } from './calls.ts';
import { emu } from './units.ts';

/**
 * Place and geometry of an elbow. `adj1` says where it turns, in thousandths of a per cent of the way across, also before or
 * behind it (ECMA-376 part 1, `presetShapeDefinitions.xml`).
 */
export function elbowXml({ from, to }: Pick<ConnectorCall, 'from' | 'to'>, corner: Point): Xml {
  const [across, down] = [to.x - from.x, to.y - from.y];
  const turn = across === 0 ? 0 : (corner.x - from.x) / across;
  return xml`
    <a:xfrm${across < 0 && xml` flipH="1"`}${down < 0 && xml` flipV="1"`}>
      <a:off x="${emu(Math.min(from.x, to.x))}" y="${emu(Math.min(from.y, to.y))}"/>
      <a:ext cx="${emu(Math.abs(across))}" cy="${emu(Math.abs(down))}"/>
    </a:xfrm>
    <a:prstGeom prst="bentConnector3">
      <a:avLst><a:gd name="adj1" fmla="val ${Math.round(turn * 100_000)}"/></a:avLst>
    </a:prstGeom>`;
}
