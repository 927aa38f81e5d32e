import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleParagraph } from '../../tools/bundle-paragraph.mjs';

/* The package as somebody who installed it has it: `broadsheet/paragraph` by that name, from JavaScript and TypeScript. */

const root = join(import.meta.dirname, '../..');
const [, example = '', printed = ''] =
  /```ts\n([\s\S]*?)```\n\nprints\n\n```\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/paragraph.md'), 'utf8')) ??
  [];
let project: string;

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'broadsheet-package-'));
  const installed = join(project, 'node_modules/broadsheet');
  mkdirSync(installed, { recursive: true });
  cpSync(join(root, 'package.json'), join(installed, 'package.json'));
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  await bundleParagraph(join(installed, 'dist'));
}, 60_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

/** What the compiler says of each program, in its strictest mode. */
function complaints(...sources: readonly string[]): readonly string[] {
  const files = sources.map((_, at) => join(project, `example-${at}.ts`));
  files.forEach((file, at) => {
    writeFileSync(file, `declare const console: { log(...values: unknown[]): void };\n${sources[at]}`);
  });
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
    lib: ['lib.es2022.d.ts'],
  });
  return files.map((file) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
      .join('; '),
  );
}

describe('the package entry broadsheet/paragraph', () => {
  it('prints what its documentation says', () => {
    const file = join(project, 'example.mjs');
    writeFileSync(file, ts.transpile(example, { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 }));
    expect(example).toContain("from 'broadsheet/paragraph'");
    expect(execFileSync(process.execPath, [file], { encoding: 'utf8' })).toBe(printed);
  });

  it('has types that the example passes, and a mistake does not', { timeout: 60_000 }, () => {
    const [right, wrong] = complaints(example, `${example}\nbreakItems([{ type: 'box' }], 100);`);
    expect(right).toBe('');
    expect(wrong).toContain("'width' is missing");
  });

  it('needs nothing of Node', () => {
    const code = readFileSync(join(project, 'node_modules/broadsheet/dist/paragraph.js'), 'utf8');
    expect(code).not.toMatch(/^\s*import\b|\bimport\(|\brequire\(|\bprocess\.|\bBuffer\b/m);
  });

  it('lets in nobody by another door', () => {
    const script = "import('broadsheet/dist/paragraph.js').catch(({ code }) => console.log(code))";
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(output).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED\n');
  });
});
