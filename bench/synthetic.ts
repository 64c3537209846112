/** Synthetic briefings for the bench: as many slides as asked for, each a title and eight bullets, with or without a native chart. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LABELS = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];

/** Eight items are more than a list of ours takes before it goes on on the next slide, so the bench sets them side by side. */
const TEXT = `---
description: Eight bullets.
required: [message, points]
properties:
  points: {type: array, items: {$ref: text}}
---
{{#> slide layout="title-content"}}
  <row columns="6 6" gap="l">
    {{#each (pages points 4)}}<ul>{{#each this}}<li>{{this}}</li>{{/each}}</ul>{{/each}}
  </row>
{{/slide}}
`;

const CHART = `---
description: Eight bullets beside a bar chart.
required: [message, points, bars]
properties:
  points: {type: array, items: {$ref: text}}
  bars: {$ref: series}
---
{{#> slide layout="two-content"}}
  <row columns="6 6" gap="l">
    <ul>{{#each points}}<li>{{this}}</li>{{/each}}</ul>
    <chart type="bar">{{#each bars}}<point label="{{label}}" fact="{{fact}}"/>{{/each}}</chart>
  </row>
{{/slide}}
`;

/** Writes a briefing of `slides` slides into `folder`. */
export function writeSynthetic(folder: string, slides: number, charts: boolean): void {
  const numbers = Array.from({ length: slides }, (_, index) => index + 1);
  mkdirSync(join(folder, 'sections'), { recursive: true });
  mkdirSync(join(folder, 'templates', 'slides'), { recursive: true });
  writeFileSync(join(folder, 'templates', 'slides', 'bench.hbs'), charts ? CHART : TEXT);
  writeFileSync(
    join(folder, 'briefing.yaml'),
    'title: Bench\ndate: 2025-01-15\nlanguages: [en]\nbrand: briefing\norder: [slides]\n',
  );
  writeFileSync(join(folder, 'sources.yaml'), 'bench: {publisher: Bench, date: 2025}\n');
  writeFileSync(join(folder, 'facts.yaml'), charts ? `facts:\n${numbers.map(fact).join('')}` : 'facts: {}\n');
  writeFileSync(
    join(folder, 'sections', 'slides.yaml'),
    `title: Slides\n${numbers.map(number => slide(number, charts)).join('')}`,
  );
}

function fact(number: number): string {
  const values = LABELS.map((label, index) => `${label}: ${((number * 37 + index * 101) % 9901) + 100}`);
  return `  share-${number}: {values: {${values.join(', ')}}, unit: count, source: bench}\n`;
}

function slide(number: number, charts: boolean): string {
  const name = inLetters(number);
  const points = LABELS.concat('Seven', 'Eight').map(
    label => `    - ${label} of the things to say on slide ${name} takes a line\n`,
  );
  return [
    `slide-${number}:\n  slide: bench\n`,
    `  message: Slide ${name} says one thing about the year\n`,
    '  points:\n',
    ...points,
    charts ? `  bars: share-${number}\n` : '',
  ].join('');
}

/** A name without digits, since every number on a slide is held to be a fact: `28` → `AB`. */
function inLetters(number: number): string {
  const rest = Math.floor((number - 1) / 26);
  return `${rest === 0 ? '' : inLetters(rest)}${String.fromCharCode(65 + ((number - 1) % 26))}`;
}
