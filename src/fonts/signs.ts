/** Signs that the recipient's face has and the shipped slices of its twin have not; by twin, in em (Liberation Sans, Carlito). */
import { figures } from './widths.ts';

export const SIGNS: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map([
  ['arimo', figures(['1\t←→↔', '0.99\t▲►▼◄', '0.604\t●○■□', '0.549\t≤≥≠≈√', '0.713\t∞∑', '0.612\t∆'])],
  [
    'carlito',
    figures(['0.905\t←→', '1.288\t↔', '0.604\t●□', '0.55\t○', '0.498\t≤≥≠≈√', '0.853\t∞', '0.541\t∑', '0.564\t∆']),
  ],
]);
