/** The guide of the README as a test follows it: its commands in their order, and what it adds to files between them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from './cli.ts';

interface CommandStep {
  readonly kind: 'command';
  readonly line: string;
  /** The exit code that the guide promises. */
  readonly code: number;
}
/** Shown as it stands in the file, or added at its end. */
interface FileStep {
  readonly kind: 'shown' | 'added';
  readonly file: string;
  readonly text: string;
}
export type GuideStep = CommandStep | FileStep;

/** Every fenced block of the guide, a step a command. */
export function guide(): readonly GuideStep[] {
  const text = readFileSync(join(HOME, 'README.md'), 'utf8');
  const part = /<!-- guide -->([\s\S]*)<!-- \/guide -->/.exec(text)![1]!;
  return [...part.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].flatMap(([, language, block]): readonly GuideStep[] =>
    language === 'yaml' ? [fileStep(block!)] : block!.trim().split('\n').map(commandStep),
  );
}

function commandStep(line: string): CommandStep {
  const code = Number(/ends with (\d+)/.exec(line)?.[1] ?? 0);
  return { kind: 'command', line: line.replace(/\s+#.*$/, ''), code };
}

function fileStep(block: string): FileStep {
  const [head, ...lines] = block.split('\n');
  const [, file, end] = /^# ([^,]+)(, at its end)?$/.exec(head!)!;
  return { kind: end === undefined ? 'shown' : 'added', file: file!, text: lines.join('\n') };
}
