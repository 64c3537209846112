/** What is said while a build runs: on a terminal alone, and never of a short one. */
import { expect, test } from 'vitest';
import type { Step } from '../../src/build.ts';
import { openSteps } from '../../src/commands/steps.ts';

const WRITE: Step = { phase: 'write', language: 'ko', format: 'png', slides: 16 };
const LAYOUT: Step = { phase: 'layout', language: 'ko', format: null, slides: 0 };

/** Two steps, each of so many milliseconds. */
function told({ each, interactive, shown }: { each: number; interactive: boolean; shown: boolean }) {
  const said: string[] = [];
  let time = 1000;
  const terminal = {
    print: () => {},
    say: (text: string) => void said.push(text),
    interactive,
    colour: false,
    modified: () => null,
    now: () => time,
    today: () => '2026-03-02',
  };
  const steps = openSteps(terminal, shown);
  for (const step of [LAYOUT, WRITE]) {
    steps.begin('data/harbour', step);
    time += each;
  }
  steps.end();
  return { said: said.join(''), timings: steps.timings() };
}

test('a long build says on a terminal what it does, and takes it away', () => {
  const { said } = told({ each: 700, interactive: true, shown: true });
  expect(said).toBe('\r\u001B[Kdata/harbour: write png, 16 slides (ko) …\r\u001B[K');
});

test.each([
  { each: 100, interactive: true, shown: true },
  { each: 700, interactive: false, shown: true },
  { each: 700, interactive: true, shown: false },
])('nothing is said of %j', how => {
  expect(told(how).said).toBe('');
});

test('the timings are those of the clock that was handed in', () => {
  expect(told({ each: 250, interactive: false, shown: true }).timings).toBe(
    'layout        250 ms\nwrite png     250 ms\nall           500 ms\n',
  );
});
