/**
 * Bundles the command into dist/: one entry, and chunks for what is loaded only when it is needed. Start-up then reads
 * a few files instead of several hundred (docs/decisions/0001-one-bundle.md).
 */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { replacements } from './bundle-replacements.mjs';

const root = join(fileURLToPath(import.meta.url), '..', '..');

/** CommonJS packages inside an ES module still call `require` for Node's own modules. */
const REQUIRE =
  "import { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url);";

/** Bundles src/cli/main.ts into the folder; gives back esbuild's account of what went in. */
export async function bundle(folder = join(root, 'dist')) {
  const { outputFiles, metafile } = await build({
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
    write: false,
    logLevel: 'warning',
  });
  await replaceFolder(folder, outputFiles);
  return metafile;
}

/** Puts every chunk in place before the entry that names it, so that a command started meanwhile finds what it needs. */
async function replaceFolder(folder, files) {
  await mkdir(folder, { recursive: true });
  const entryLast = [...files].sort((a, b) => Number(isEntry(a)) - Number(isEntry(b)));
  for (const { path, contents } of entryLast) {
    await writeFile(`${path}.tmp`, contents);
    await rename(`${path}.tmp`, path);
  }
  const names = new Set(files.map(({ path }) => basename(path)));
  for (const name of await readdir(folder)) if (!names.has(name)) await rm(join(folder, name), { force: true });
}

function isEntry({ path }) {
  return basename(path) === 'main.js';
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bundle();
