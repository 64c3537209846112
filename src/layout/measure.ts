/** A paragraph with its widths: what line breaking works on. */
import type { ColourToken } from '../model/brand.ts';
import { diagnose, type Problem } from '../model/diagnostic.ts';
import { mayHoldEastAsian, type Script, scriptOf } from '../model/language.ts';
import type { LaidParagraph, LaidRun } from '../model/scene.ts';
import type { Points } from '../model/units.ts';
import type { DeckContext } from './context.ts';
import { findOpportunities, keepWords, type Opportunity } from './opportunities.ts';
import { UNMEASURED_CHARACTER, UNMEASURED_FAMILY } from './problems.ts';

/** A stretch of one family in one look: the UTF-16 code units [start, end) of the paragraph's text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly family: string;
  /** As drawn: super- and subscripts are smaller than their run's nominal size. */
  readonly size: Points;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly colour: ColourToken;
  readonly rise: Points;
  readonly run: LaidRun;
}

/** How wide the text is up to each code unit, and where a line may end, in one of the two programs. */
export interface Setting {
  /** `reach[i]` is the width of the first `i` code units. */
  readonly reach: readonly Points[];
  readonly opportunities: readonly Opportunity[];
}

export interface Measured {
  /** All runs in one; a break is U+000A. */
  readonly text: string;
  readonly stretches: readonly Stretch[];
  readonly powerpoint: Setting;
  /** LibreOffice keeps Korean words whole and opens a gap between scripts; null where that makes no difference. */
  readonly libreoffice: Setting | null;
}

/** Size of super- and subscripts, and how far they are moved, as multiples of their run's size. */
const SCRIPT_SIZE = 0.66;
const RISE = { baseline: 0, superscript: 0.3, subscript: -0.25 } as const;

/** LibreOffice 7.4 sets East Asian characters this far from any other, spaces included, as a multiple of the size. */
const SCRIPT_GAP = 0.24;

export function measure(paragraph: LaidParagraph, context: DeckContext): Measured {
  const text = paragraph.runs.map(run => (run.kind === 'break' ? '\n' : run.text)).join('');
  const reach: Points[] = [0];
  const stretches: Stretch[] = [];
  let start = 0;
  let previous: Script = 'latin';
  for (const run of paragraph.runs) {
    if (run.kind === 'break') {
      reach.push(reach[start]!);
      start += 1;
      continue;
    }
    stretches.push(...measureRun(run, start, previous, reach, context));
    if (paragraph.runs.length > 1) previous = lastStrong(run.text) ?? previous;
    start += run.text.length;
  }
  const opportunities = opportunitiesOf(text, context);
  return {
    text,
    stretches,
    powerpoint: { reach, opportunities },
    libreoffice:
      mayHoldEastAsian(text) && EAST_ASIAN.test(text) ? openGaps(text, reach, stretches, opportunities) : null,
  };
}

function measureRun(
  run: LaidRun,
  start: number,
  previous: Script,
  reach: Points[],
  context: DeckContext,
): readonly Stretch[] {
  const { bold, italic, colour } = run;
  const size = run.position === 'baseline' ? run.size : run.size * SCRIPT_SIZE;
  const rise = RISE[run.position] * run.size;
  let at = start;
  return context.faces.split(run.text, run.face, previous).map(({ family, start: from, end }) => {
    const style = { family, bold, italic, size };
    const { widths, unmeasured } = context.faces.advances(run.text.slice(from, end), style);
    if (unmeasured.length > 0 || !context.faces.measures(family)) sayUnmeasured(family, unmeasured, run, context);
    const first = at;
    for (let index = 0; index < widths.length; index++, at++) reach.push(reach[at]! + widths[index]!);
    return { family, bold, italic, size, start: first, end: at, colour, rise, run };
  });
}

function sayUnmeasured(family: string, characters: readonly string[], run: LaidRun, context: DeckContext): void {
  const once = (key: string, problem: Problem, message: string, hint: string | null = null) => {
    if (!context.said.has(key)) context.report(diagnose(problem, run.origin, message, { hint }));
    context.said.add(key);
  };
  if (!context.faces.measures(family)) {
    const message = `The brand sets this in “${family}”, whose widths are not known here; it is measured as Arial.`;
    once(`family ${family}`, UNMEASURED_FAMILY, message, 'name another family under `typography` of the brand');
  }
  for (const character of characters) {
    const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
    const message = `“${character}” (${code}) is not in the face that measures ${family}; it counts as one em.`;
    once(`character ${character}`, UNMEASURED_CHARACTER, message);
  }
}

function opportunitiesOf(text: string, context: DeckContext): readonly Opportunity[] {
  const known = context.opportunities.get(text);
  if (known !== undefined) return known;
  const found = findOpportunities(text);
  context.opportunities.set(text, found);
  return found;
}

function openGaps(
  text: string,
  reach: readonly Points[],
  stretches: readonly Stretch[],
  opportunities: readonly Opportunity[],
): Setting {
  const wider = [...reach];
  let gaps = 0;
  let wasEastAsian = false;
  for (const { start, end, size } of stretches) {
    if (text[start - 1] === '\n') {
      // A line has no part in the gaps of those above it, and opens none at its start.
      wider[start] = reach[start]! + gaps;
      wasEastAsian = EAST_ASIAN.test(text[start]!);
    }
    for (let at = start; at < end; at++) {
      const isEastAsian = EAST_ASIAN.test(text[at]!);
      if (at > 0 && isEastAsian !== wasEastAsian) gaps += SCRIPT_GAP * size;
      wasEastAsian = isEastAsian;
      wider[at + 1] = reach[at + 1]! + gaps;
    }
  }
  return { reach: wider, opportunities: keepWords(text, opportunities) };
}

const EAST_ASIAN = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

function lastStrong(text: string): Script | null {
  let strong: Script | null = null;
  for (const character of text) {
    const script = scriptOf(character);
    if (script !== 'common') strong = script;
  }
  return strong;
}
