/** The signs on the page's buttons: lines on a square of 20. */
import { type Xml, xml } from '../../package/package.ts';

const LINES = {
  outline: 'M4 5h12M4 10h12M4 15h8',
  overview: 'M3 4h6v5H3zM11 4h6v5h-6zM3 11h6v5H3zM11 11h6v5h-6z',
  text: 'M4 5h12M10 5v11',
  notes: 'M4 3h12v10l-4 4H4zM7 7h6M7 10h4',
  search: 'M13 13l4 4M8.5 14a5.5 5.5 0 1 1 0-11 5.5 5.5 0 0 1 0 11z',
  present: 'M7 4l9 6-9 6z',
  presenter: 'M3 4h10v8H3zM15 8h2v9H8v-3',
  help: 'M7.5 7.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M10 14.5v.5',
  close: 'M5 5l10 10M15 5L5 15',
  previous: 'M12 4l-6 6 6 6',
  next: 'M8 4l6 6-6 6',
} as const;
export type Sign = keyof typeof LINES;

export const signOf = (sign: Sign): Xml =>
  xml`<svg class="sign" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="${LINES[sign]}"/></svg>`;
