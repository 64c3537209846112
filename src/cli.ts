#!/usr/bin/env node
/** argv in, exit code out: the only file that knows `process`. */
import * as nodeModule from 'node:module';
import { setFlagsFromString } from 'node:v8';
import type { Terminal } from './commands/commands.ts';

// Node from 22 keeps in its temporary folder what it has compiled, for the next run: a tenth of a small build (measured). Others lack it.
(nodeModule as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
// What a build makes it keeps to its end, so that collecting while the heap is small frees little: a quarter fewer collections at 100
// slides, for 4 MB (measured).
setFlagsFromString('--semi-space-growth-factor=3');
// Node 20 optimises code that runs for a moment as if it ran for hours. Six times its patience takes a fifth of the CPU away (measured at
// 100 and 1,000 slides); later engines have found their own and do not know the name.
if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=400000');

const { EXIT, run, UsageError } = await import('./commands/commands.ts');

const interactive = process.stderr.isTTY === true;

const terminal: Terminal = {
  print: text => void process.stdout.write(text),
  say: text => void process.stderr.write(text),
  interactive,
  now: () => performance.now(),
  // Sweden writes days as ISO 8601 has them.
  today: () => new Date().toLocaleDateString('sv-SE'),
  // NO_COLOR (no-color.org): any value but an empty one.
  colour: interactive && (process.env.NO_COLOR ?? '') === '',
  modified: () => sourceDate(process.env.SOURCE_DATE_EPOCH),
};

/** SOURCE_DATE_EPOCH (reproducible-builds.org): seconds since 1970, as the instant written into documents. */
function sourceDate(epoch: string | undefined): string | null {
  if (epoch === undefined) return null;
  if (/^\d{1,11}$/.test(epoch)) return new Date(Number(epoch) * 1000).toISOString();
  throw new UsageError(
    `SOURCE_DATE_EPOCH is \`${epoch}\`; it is a whole number of seconds since 1970, such as 1700000000`,
  );
}

/** Whoever reads us may stop reading: `briefwright build --emit nodes | head`. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}
process.on('SIGINT', () => process.exit(EXIT.interrupted));
process.exitCode = await run(process.argv.slice(2), terminal);
