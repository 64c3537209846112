/**
 * Compiles what npm ships, into the folder that is named: `node compile.mjs dist`. Types by tsc; code bundled, since 200 small modules
 * take Node 50 ms longer to load than 20 (measured). Packages stay outside, and what is loaded late stays apart.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const home = fileURLToPath(new URL('.', import.meta.url));
const out = process.argv[2] ?? 'dist';
rmSync(out, { recursive: true, force: true });
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', out], {
  cwd: home,
  stdio: 'inherit',
});
await build({
  absWorkingDir: home,
  entryPoints: ['src/cli.ts', 'src/index.ts'],
  outdir: out,
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
});
