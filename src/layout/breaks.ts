/** Explicit line breaks in paragraphs that are set. */
import type { LaidBreak, LaidParagraph, LaidRun } from '../model/scene.ts';

/** The paragraph with a break before a UTF-16 code unit of its text; the spaces there are dropped. */
export function breakAt(paragraph: LaidParagraph, position: number): LaidParagraph {
  const runs: (LaidRun | LaidBreak)[] = [];
  let start = 0;
  for (const run of paragraph.runs) {
    const length = run.kind === 'break' ? 1 : run.text.length;
    const cut = position - start;
    if (run.kind === 'run' && cut > 0 && cut <= length) {
      const before = run.text.slice(0, cut);
      const text = before.trimEnd();
      runs.push({ ...run, text }, { kind: 'break', instead: text === before ? '' : ' ' });
      if (cut < length) runs.push({ ...run, text: run.text.slice(cut) });
    } else runs.push(run);
    start += length;
  }
  return { ...paragraph, runs };
}
