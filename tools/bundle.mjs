/**
 * Bundles the command into dist/: one entry, and chunks for what is loaded only when it is needed. Start-up then reads
 * a few files instead of several hundred (docs/decisions/0001-one-bundle.md).
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { replacements } from './bundle-replacements.mjs';

const root = join(fileURLToPath(import.meta.url), '..', '..');

/** CommonJS packages inside an ES module still call `require` for Node's own modules. */
const REQUIRE =
  "import { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url);";

/** Bundles src/cli/main.ts into the folder; gives back esbuild's account of what went in. */
export async function bundle(folder = join(root, 'dist')) {
  await rm(folder, { recursive: true, force: true });
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['src/cli/main.ts'],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // sharp loads a native library of its own; everything else goes in.
    external: ['sharp'],
    plugins: [replacements],
    banner: { js: REQUIRE },
    // A shorter file is read sooner; BROADSHEET_DEBUG brings the names back by way of the source map.
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  return result.metafile;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bundle();
