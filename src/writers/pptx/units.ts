/** Lengths as DrawingML writes them. */
import { EMU_PER_POINT, type Points } from '../../model/units.ts';

/** EMU, the integer length of DrawingML. */
export const emu = (points: Points): number => Math.round(points * EMU_PER_POINT);
/** Hundredths of a point, for sizes and spacing. */
export const hundredths = (points: Points): number => Math.round(points * 100);
