/**
 * Bundles the command into dist/ (docs/decisions/0001-one-bundle.md):
 *
 * - `main.js`, the command line, small enough to answer `--help` at once;
 * - `commands-<hash>.cjs`, everything behind it in one script, read once it is known that a command is wanted;
 * - `commands-<hash>.cjs.bytecode`, what V8 made of that script in a run over a small issue;
 * - `paragraph.js` and `types/`, line breaking by itself (`bundle-paragraph.mjs`).
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { bundleParagraph } from './bundle-paragraph.mjs';
import { replacements } from './bundle-replacements.mjs';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const run = promisify(execFile);

const SHARED = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // A shorter file is read sooner; BROADSHEET_DEBUG brings the names back by way of the source map.
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  metafile: true,
  write: false,
  logLevel: 'warning',
};

/** CommonJS packages inside an ES module still call `require` for Node's own modules. */
const REQUIRE =
  "import { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url);";

/** In a script there is no `import.meta`. */
const SCRIPT_URL = "const scriptUrl = require('node:url').pathToFileURL(__filename).href;";

/** Bundles into the folder; gives back esbuild's account of what went into either part. */
export async function bundle(folder = join(root, 'dist')) {
  const commands = await bundleCommands(folder);
  const script = commands.outputFiles.find(({ path }) => path.endsWith('.cjs'));
  const main = await bundleMain(folder, basename(script.path));
  await replaceFolder(folder, [...commands.outputFiles, ...main.outputFiles]);
  await leaveBytecode(folder);
  return { main: main.metafile, commands: commands.metafile };
}

function bundleCommands(folder) {
  return build({
    ...SHARED,
    entryPoints: { commands: 'src/cli/commands.ts' },
    entryNames: '[name]-[hash]',
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    // sharp loads a native library of its own, and late. What preflight reads PDFs with is half as large as all the rest,
    // and no other command needs it. Everything else goes in.
    external: ['sharp', '@cantoo/pdf-lib'],
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'scriptUrl' },
    banner: { js: SCRIPT_URL },
    plugins: [replacements],
  });
}

/** `script`: file name of the commands, which has a hash of all of them in it. */
function bundleMain(folder, script) {
  return build({
    ...SHARED,
    entryPoints: ['src/cli/main.ts'],
    outdir: folder,
    format: 'esm',
    banner: { js: REQUIRE },
    define: { BROADSHEET_RELEASE: JSON.stringify(script) },
    plugins: [commandsFromScript(script)],
  });
}

/** An esbuild plugin: what the command line imports late comes from the script, by way of its bytecode. */
function commandsFromScript(script) {
  const contents = `
    import { fileURLToPath } from 'node:url';
    import { loadCompiledScript } from './src/host/compiled-script.ts';
    const { BROADSHEET_DEBUG, BROADSHEET_KEEP_BYTECODE } = process.env;
    const use = BROADSHEET_KEEP_BYTECODE ? 'keep' : BROADSHEET_DEBUG ? 'debug' : 'run';
    const file = fileURLToPath(new URL(${JSON.stringify(script)}, import.meta.url));
    export const { runCommand } = loadCompiledScript(file, use);`;
  return {
    name: 'commands-from-script',
    setup(build) {
      build.onResolve({ filter: /^\.\/commands\.js$/ }, () => ({ path: 'commands', namespace: 'script' }));
      build.onLoad({ filter: /.*/, namespace: 'script' }, () => ({ contents, resolveDir: root, loader: 'js' }));
    },
  };
}

/** What {@link bundleParagraph} leaves in the folder. */
const PARAGRAPH = ['paragraph.js', 'types'];

/** Puts every part in place before the entry that names it, so that a command started meanwhile finds what it needs. */
async function replaceFolder(folder, files) {
  await mkdir(folder, { recursive: true });
  const entryLast = [...files].sort((a, b) => Number(isEntry(a)) - Number(isEntry(b)));
  for (const { path, contents } of entryLast) await replaceFile(path, contents);
  const names = new Set([...files.map(({ path }) => basename(path)), ...PARAGRAPH]);
  for (const name of await readdir(folder)) {
    const source = name.replace(/\.bytecode$/, '');
    if (!names.has(source)) await rm(join(folder, name), { force: true });
  }
}

function isEntry({ path }) {
  return basename(path) === 'main.js';
}

async function replaceFile(path, contents) {
  const temporary = `${path}.${createHash('sha256').update(contents).digest('hex').slice(0, 8)}.tmp`;
  await writeFile(temporary, contents);
  await rename(temporary, path);
}

/**
 * Builds a small issue that uses a bit of everything, so that the functions of an ordinary night are compiled. As a proof,
 * since it is of no account here whether its stories fit.
 */
async function leaveBytecode(folder) {
  const scratch = await mkdtemp(join(tmpdir(), 'broadsheet-warm-up-'));
  const issue = join(root, 'tools', 'warm-up');
  const args = [join(folder, 'main.js'), 'build', issue, '-o', scratch, '--profile', 'proof', '--quiet'];
  const env = { ...process.env, BROADSHEET_KEEP_BYTECODE: '1', BROADSHEET_CACHE: scratch };
  try {
    await run(process.execPath, args, { env }).catch((error) => {
      if (error.code !== 1) throw error;
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await bundle();
  // Not in a bench or a test of the command: declaring types takes a compiler.
  await bundleParagraph(join(root, 'dist'));
}
