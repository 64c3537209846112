/** Roadmaps: lanes over years, each step on the first level of its lane where nothing is in its way. */
import { diagnose, type Report } from '../model/diagnostic.ts';
import { attribute, EVIDENCE, INLINE, ON_OFF, token, YES_NO } from '../model/element.ts';
import type { DiagramPart } from '../model/node.ts';
import type { Item } from '../model/scene.ts';
import { hundredths, type Points, type Rect } from '../model/units.ts';
import { drawCalendar, HEAD_GAP, setYear } from './calendar.ts';
import { daysOf } from './days.ts';
import type { DiagramContext, DiagramDrawing, DiagramKind, SetWords } from './kind.ts';
import { inlinesOf, lineOf, paragraphOf, plainOf, shapeOf, wordsOf } from './parts.ts';
import { OFF_SCALE } from './problems.ts';
import { daysOfStep, isHatched } from './steps.ts';
import { drawLane, type Lane, laneExcess, layLane, stepsOf } from './swimlanes.ts';
import { MOST_YEARS, positionOn, type Years } from './years.ts';

export const roadmap: DiagramKind = {
  phrase: 'Roadmap',
  attributes: {
    span: attribute('text', 'The years shown, such as `2026..2031`; left out, those of its steps.'),
    today: attribute('text', 'A day as data has it: a dashed line, where the years shown have it.'),
    'today-label': attribute('text', 'What stands above that line.'),
    key: attribute('text', 'What hatching means; printed where something is hatched.'),
    'plan-key': attribute('text', 'What a step without hatching is; printed beside the key, where there is one.'),
  },
  parts: ['lane'],
  elements: {
    lane: {
      doc: 'A lane of a roadmap.',
      children: ['step'],
      words: false,
      attributes: { label: attribute('text', 'What it is called.', { required: true }) },
    },
    step: {
      doc: 'A phase or a milestone on a lane; its words are the label.',
      children: INLINE,
      words: true,
      attributes: {
        fact: EVIDENCE,
        at: attribute('text', 'The moment of a milestone, as data has it: `2028-H2`.'),
        from: attribute('text', 'When a phase begins; left out, before the years shown.'),
        to: attribute('text', 'When a phase ends.'),
        date: attribute('text', 'The date in words, for the alternative text.'),
        forecast: token(YES_NO, 'Drawn hatched: a target or a forecast; left out, where its date ends in F.'),
        emphasis: token(ON_OFF, '`on` for the step that proves the title.', { default: 'off' }),
      },
    },
  },
  describe: ({ parts }) => parts.flatMap(describeLane),
  check: checkSteps,
  sizes: ({ type: { value, table } }) => ({ largest: value.size, smallest: Math.min(value.size, table.minimum) }),
  draw: drawRoadmap,
  advice: 'shorten the longest label, show fewer years, or make two roadmaps of it.',
};

const datesOf = (step: DiagramPart): readonly string[] =>
  ['at', 'from', 'to'].flatMap(name => plainOf(step, name) ?? []);

const describeLane = (lane: DiagramPart): readonly string[] =>
  stepsOf(lane).map((step, index) => {
    const words = [plainOf(step, 'date') ?? '', wordsOf(step)].join(' ').trim();
    return index === 0 ? `${plainOf(lane, 'label') ?? ''}: ${words}` : words;
  });

/** Every step needs a day within the years shown, which are told apart. */
function checkSteps(diagram: DiagramPart, report: Report): void {
  const { first, last } = yearsOf(diagram);
  if (last - first >= MOST_YEARS) {
    const farthest = diagram.parts.flatMap(stepsOf).find(step => datesOf(step).some(date => date.includes(`${last}`)));
    const message = `The roadmap goes over ${last - first + 1} years; at most ${MOST_YEARS} can be told apart.`;
    const hint = 'narrow its `span`, or leave the farthest step out';
    report(diagnose(OFF_SCALE, (farthest ?? diagram).origin, message, { hint }));
  }
  const shown = daysOf(`${first}..${last}`)!;
  for (const step of diagram.parts.flatMap(stepsOf)) {
    const days = daysOfStep(step);
    const label = `"${wordsOf(step)}"`;
    if (days === null) {
      report(
        diagnose(OFF_SCALE, step.origin, `${label} has no date.`, { hint: 'give it `at`, or `to` and perhaps `from`' }),
      );
    } else if (days[1] < shown[0] || days[0] > shown[1]) {
      const message = `${label} lies outside the years shown, ${first} to ${last}.`;
      report(diagnose(OFF_SCALE, step.origin, message, { hint: 'correct its date, or widen the `span`' }));
    }
  }
}

/** The years asked for, or those of all dates. */
function yearsOf(diagram: DiagramPart): Years {
  const asked = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(plainOf(diagram, 'span') ?? '');
  if (asked !== null) return { first: Number(asked[1]), last: Number(asked[2] ?? asked[1]) };
  const dates = [...diagram.parts.flatMap(stepsOf).flatMap(datesOf), plainOf(diagram, 'today') ?? ''];
  const years = dates.flatMap(date => date.match(/\d{4}/g) ?? []).map(Number);
  return years.length === 0 ? { first: 2000, last: 2000 } : { first: Math.min(...years), last: Math.max(...years) };
}

/** What a lane may grow where there is room. */
const MOST_AIR = 110;
const KEY = { size: 13, gap: 8, above: 10, apart: 24 } as const;

function drawRoadmap(diagram: DiagramPart, frame: Rect, context: DiagramContext): DiagramDrawing {
  const { gutter } = context.brand.page;
  const twelfth = (frame.width - 11 * gutter) / 12;
  const labels = 2 * twelfth + gutter;
  const grid: Rect = { ...frame, x: frame.x + labels + gutter, width: frame.width - labels - gutter };
  const years = yearsOf(diagram);
  const lanes = diagram.parts.map(part => layLane(part, labels, grid, years, context));
  const day = todayOn(diagram, years);
  const today = day === null ? null : setLine(diagram, 'today-label', 'primary', context);
  const keys = keysOf(diagram, lanes, context);
  const line = setYear('0', context).heightAt(frame.width);
  const top = line + HEAD_GAP + (today === null ? 0 : line);
  const foot = keys.length === 0 ? 0 : KEY.above + line;
  const slack = frame.height - top - foot - lanes.reduce((sum, { height }) => sum + height, 0);
  const air = Math.min(MOST_AIR, Math.max(0, slack) / lanes.length);
  const items: Item[] = [];
  let y = frame.y + top;
  for (const [index, lane] of lanes.entries()) {
    const height = lane.height + air;
    items.push(...drawLane(lane, { ...frame, y, height }, labels, `${context.name} lane ${index + 1}`, context));
    y += height;
  }
  const body = { ...grid, y: frame.y + top, height: y - frame.y - top };
  return {
    items: [
      ...drawCalendar(years, body, line, context),
      ...(day === null || today === null ? [] : drawToday(day, today, years, body, line, context)),
      ...items,
      ...drawKeys(keys, { ...grid, y: y + KEY.above, height: line }, context),
    ],
    excess: Math.max(0, -slack, ...lanes.flatMap(laneExcess(labels))),
  };
}

/** The day of the dashed line; null where there is none, or where it lies outside the years shown. */
function todayOn(diagram: DiagramPart, { first, last }: Years): number | null {
  const day = daysOf(plainOf(diagram, 'today') ?? '')?.[0] ?? null;
  const [from, to] = daysOf(`${first}..${last}`)!;
  return day === null || day < from || day > to ? null : day;
}

function drawToday(
  day: number,
  label: SetWords,
  years: Years,
  body: Rect,
  line: Points,
  { name }: DiagramContext,
): readonly Item[] {
  const x = hundredths(positionOn(years, body.x, body.width)(day));
  const width = label.oneLine;
  const left = Math.min(Math.max(x - width / 2, body.x), body.x + body.width - width);
  const frame = {
    x: hundredths(left),
    y: hundredths(body.y - HEAD_GAP - 2 * line),
    width: hundredths(width),
    height: hundredths(line),
  };
  const rule = lineOf(
    `${name} today`,
    { x, y: hundredths(body.y) },
    { x, y: hundredths(body.y + body.height) },
    'primary',
  );
  return [
    { ...rule, stroke: { colour: 'primary', width: 1, dash: 'dashed' } },
    label.lay(`${name} today label`, frame),
  ];
}

interface Key {
  readonly words: SetWords;
  readonly hatched: boolean;
}

/** What plain and hatched steps are, where there are hatched ones. */
function keysOf(diagram: DiagramPart, lanes: readonly Lane[], context: DiagramContext): readonly Key[] {
  const shown = lanes.flatMap(({ steps }) => steps.map(([{ step }]) => isHatched(step)));
  if (!shown.includes(true)) return [];
  return [false, true].flatMap(hatched => {
    const words = setLine(diagram, hatched ? 'key' : 'plan-key', 'muted', context);
    return words === null || !shown.includes(hatched) ? [] : [{ words, hatched }];
  });
}

/** A diamond and its words for each. */
function drawKeys(keys: readonly Key[], frame: Rect, { name }: DiagramContext): readonly Item[] {
  let x = frame.x;
  return keys.flatMap(({ words, hatched }) => {
    const called = `${name} ${hatched ? '' : 'plan '}key`;
    const box = {
      x: hundredths(x),
      y: hundredths(frame.y + (frame.height - KEY.size) / 2),
      width: KEY.size,
      height: KEY.size,
    };
    const left = x + KEY.size + KEY.gap;
    const width = hundredths(words.oneLine);
    x = left + width + KEY.apart;
    const place = { x: hundredths(left), y: hundredths(frame.y), width, height: hundredths(frame.height) };
    const mark = { ...shapeOf(called, 'diamond', box, 'muted'), hatched };
    return [
      { ...mark, stroke: { colour: 'muted', width: 1, dash: 'solid' } as const },
      words.lay(`${called} label`, place),
    ];
  });
}

/** The words of an attribute of the diagram on one line, small; null where it says nothing. */
function setLine(
  diagram: DiagramPart,
  attributeName: string,
  colour: string,
  context: DiagramContext,
): SetWords | null {
  const paragraphs = paragraphOf(inlinesOf(diagram, attributeName), diagram);
  if (paragraphs.length === 0) return null;
  const { brand, ground, set } = context;
  const { size } = brand.type.label;
  return set({
    stanzas: [{ paragraphs, size, colour }],
    role: 'label',
    align: 'left',
    anchor: 'middle',
    ground,
    origin: diagram.origin,
  });
}
