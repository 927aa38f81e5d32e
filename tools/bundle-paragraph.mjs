/**
 * Bundles line breaking by itself, the package's entry `broadsheet/paragraph`: `paragraph.js`, which needs no Node, and
 * `types/`, a declaration file for each source file whose types it shows.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const ENTRY = 'src/paragraph/break-items.ts';

/** Writes both parts into the folder. */
export async function bundleParagraph(folder) {
  await build({
    absWorkingDir: root,
    entryPoints: { paragraph: ENTRY },
    outdir: folder,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
  });
  await writeTypes(join(folder, 'types'));
}

/** Declares the entry and, from file to file, all that its declarations import. */
async function writeTypes(folder) {
  // Loaded late: nothing else of the bundle needs a compiler.
  const { default: typescript } = await import('typescript');
  const waiting = [ENTRY];
  const written = new Set();
  for (const file of waiting) {
    if (written.has(file)) continue;
    written.add(file);
    const declaration = await declare(file, typescript);
    waiting.push(...importsOf(declaration, file));
    const path = join(folder, relative('src', file).replace(/\.ts$/, '.d.ts'));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.tmp`, declaration);
    await rename(`${path}.tmp`, path);
  }
}

async function declare(file, typescript) {
  const source = await readFile(join(root, file), 'utf8');
  const { outputText, diagnostics } = typescript.transpileDeclaration(source, {
    fileName: file,
    compilerOptions: { target: typescript.ScriptTarget.ES2022, module: typescript.ModuleKind.NodeNext },
  });
  const [problem] = diagnostics ?? [];
  if (problem) throw new Error(`${file}: ${typescript.flattenDiagnosticMessageText(problem.messageText, ' ')}`);
  return outputText;
}

function importsOf(declaration, file) {
  const specifiers = [...declaration.matchAll(/from '(\.[^']+)\.js'/g)].map(([, path]) => path);
  return specifiers.map((path) => join(dirname(file), `${path}.ts`));
}
