/** What is said of a build while it runs, and of where its time went. */
import type { Step } from '../build.ts';
import type { Terminal } from './command.ts';

/** Notes the steps of builds as they begin. */
export interface Steps {
  /** Begins the step of a briefing. */
  begin(briefing: string, step: Step | 'save'): void;
  /** Ends the last step, and takes the line of progress away. */
  end(): void;
  /** Milliseconds of each kind of step, in the order of their first, and of them all. */
  timings(): string;
}

/** How long a build takes before anybody is told that it runs, in milliseconds. */
const PATIENCE = 500;
/** Goes to the start of the line and erases it (ECMA-48, 8.3.41). */
const ERASE = '\r\u001B[K';

/** `shown`: whether a line of progress may be written; on a terminal alone it ever is. */
export function openSteps(terminal: Terminal, shown: boolean): Steps {
  const spent = new Map<string, number>();
  const started = terminal.now();
  let running: { readonly kind: string; readonly since: number } | null = null;
  let line = false;
  const close = (): void => {
    if (running !== null) spent.set(running.kind, (spent.get(running.kind) ?? 0) + terminal.now() - running.since);
    running = null;
  };
  return {
    begin(briefing, step) {
      close();
      running = { kind: kindOf(step), since: terminal.now() };
      if (!shown || !terminal.interactive || terminal.now() - started < PATIENCE) return;
      terminal.say(`${ERASE}${briefing}: ${wordsOf(step)} …`);
      line = true;
    },
    end() {
      close();
      if (line) terminal.say(ERASE);
      line = false;
    },
    timings: () => table([...spent, ['all', [...spent.values()].reduce((sum, one) => sum + one, 0)]]),
  };
}

const kindOf = (step: Step | 'save'): string =>
  step === 'save' ? step : step.format === null ? step.phase : `${step.phase} ${step.format}`;

/** `write png, 16 slides (ko)`. */
function wordsOf(step: Step | 'save'): string {
  if (step === 'save') return step;
  const slides = step.format === null ? '' : `, ${step.slides} ${step.slides === 1 ? 'slide' : 'slides'}`;
  return `${kindOf(step)}${slides}${step.language === null ? '' : ` (${step.language})`}`;
}

function table(rows: readonly (readonly [string, number])[]): string {
  const width = Math.max(...rows.map(([kind]) => kind.length));
  return rows.map(([kind, time]) => `${kind.padEnd(width)} ${time.toFixed(0).padStart(7)} ms\n`).join('');
}
