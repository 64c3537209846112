/** What the browser runs and how it looks: compiled ahead in the package; in a checkout as it stands in `client/`. */
import { ownFile } from '../files.ts';

export interface Assets {
  readonly script: Uint8Array;
  readonly style: Uint8Array;
}

export async function loadAssets(): Promise<Assets> {
  if (!import.meta.url.endsWith('.ts')) {
    return { script: ownFile('dist', 'preview', 'client.js'), style: ownFile('dist', 'preview', 'style.css') };
  }
  // Only a checkout has a compiler, and only there is this reached.
  const { build } = await import('esbuild');
  const entry = new URL('client/client.ts', import.meta.url);
  const { outputFiles } = await build({
    entryPoints: [decodeURIComponent(entry.pathname)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  return { script: outputFiles[0]!.contents, style: ownFile('src', 'preview', 'client', 'style.css') };
}
