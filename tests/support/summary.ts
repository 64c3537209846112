/** Closes a run with one plain line, `312 passed, 0 failed, 4 skipped`, which build servers read. */
import type { Reporter, TestModule } from 'vitest/node';

export class Summary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap(module => [...module.children.allTests()].map(test => test.result().state));
    const count = (state: string): number => states.filter(candidate => candidate === state).length;
    const broken =
      modules.filter(module => module.state() === 'failed' && module.children.size === 0).length + errors.length;
    process.stdout.write(
      `${count('passed')} passed, ${count('failed') + broken} failed, ${count('skipped')} skipped\n`,
    );
  }
}

// Vitest loads reporters by their default export.
// biome-ignore lint/style/noDefaultExport: see above
export default Summary;
