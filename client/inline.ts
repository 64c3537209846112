/**
 * Makes of a client and its style the module that a writer inlines: `npm run client`. The result is kept in the repository, so that the
 * compiler runs from source as it does packed; a test holds it to what stands here.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Where each client is inlined. */
export const CLIENTS = { deck: '../src/writers/html/client.ts', preview: '../src/preview/client.ts' } as const;
type Client = keyof typeof CLIENTS;

/** The text of the module: `client/NAME.ts` bundled as `SCRIPT`, `client/NAME.css` as `STYLE`. */
export async function inlined(name: Client): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(new URL('.', import.meta.url)),
    entryPoints: [`${name}.ts`, `${name}.css`],
    outdir: 'out',
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2022', 'safari15.4'],
    charset: 'utf8',
    legalComments: 'none',
  });
  const textOf = (end: string) => JSON.stringify(outputFiles.find(({ path }) => path.endsWith(end))!.text.trim());
  return `/** What runs in the reader's browser, and its style: written by \`npm run client\` from \`client/${name}.ts\` and \`client/${name}.css\`. */
export const SCRIPT = ${textOf('.js')};
export const STYLE = ${textOf('.css')};
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const name of Object.keys(CLIENTS) as Client[])
    writeFileSync(new URL(CLIENTS[name], import.meta.url), await inlined(name));
