/** What is said where a document needs outlines that are not at hand: a PDF holds its fonts, and cannot ask for the reader's. */
import { diagnose } from '../../model/diagnostic.ts';
import { NOWHERE } from '../../model/origin.ts';
import { CHARACTER_NOT_DRAWN, FACE_NOT_INSTALLED } from '../problems.ts';
import type { WriterContext } from '../writer.ts';
import type { Missing } from './document.ts';

/** Says once for each package what to install, and once for each character that no installed face has. */
export function reportMissing(missing: ReadonlyMap<string, Missing>, { faces, report }: WriterContext): void {
  const said = new Set<string>();
  for (const { span, character } of missing.values()) {
    const lacking = faces.lacks(span.family);
    const origin = span.run?.origin ?? NOWHERE;
    const once = lacking ?? character;
    if (said.has(once)) continue;
    said.add(once);
    if (lacking !== null) {
      const message = `“${character}” is set in ${span.family}, whose outlines are not installed here.`;
      report(diagnose(FACE_NOT_INSTALLED, origin, message, { hint: `npm install ${lacking}` }));
    } else {
      const message = `“${character}” is in no face that is installed for ${span.family}; a box is drawn in its place.`;
      report(diagnose(CHARACTER_NOT_DRAWN, origin, message));
    }
  }
}
