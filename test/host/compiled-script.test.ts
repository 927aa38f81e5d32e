import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCompiledScript } from '../../src/host/compiled-script.js';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-script-'));
  file = join(folder, 'sum.cjs');
  writeFileSync(
    file,
    "const { basename } = require('node:path');\nexports.sum = (a, b) => a + b;\nexports.name = basename(__filename);",
  );
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the script in a process of its own, which leaves its bytecode. */
async function keepBytecode(): Promise<void> {
  const source = `
    import { loadCompiledScript } from ${JSON.stringify(join(import.meta.dirname, '../../src/host/compiled-script.ts'))};
    console.log(loadCompiledScript(${JSON.stringify(file)}, 'keep').sum(1, 2));`;
  const stdin = { contents: source, resolveDir: import.meta.dirname, loader: 'ts' as const };
  const { outputFiles } = await build({ stdin, bundle: true, platform: 'node', format: 'esm', write: false });
  const program = ['--input-type=module', '-e', outputFiles[0]!.text];
  expect(execFileSync(process.execPath, program, { encoding: 'utf8' })).toBe('3\n');
}

interface Sum {
  readonly sum: (a: number, b: number) => number;
  readonly name: string;
}

const run = (use: 'run' | 'debug') => loadCompiledScript(file, use) as Sum;

describe('a compiled script', () => {
  it.each(['run', 'debug'] as const)('gives its exports without bytecode, by %s', (use) => {
    expect(run(use).sum(2, 3)).toBe(5);
    expect(run(use).name).toBe('sum.cjs');
  });

  it('leaves bytecode that this V8 accepts, and gives the same with it', async () => {
    await keepBytecode();
    const source = `(function(exports,require,module,__filename,__dirname){${readFileSync(file, 'utf8')}\n})`;
    const script = new Script(source, { filename: file, cachedData: readFileSync(`${file}.bytecode`).subarray(8) });
    expect(script.cachedDataRejected).toBe(false);
    expect(run('run').sum(2, 3)).toBe(5);
  });

  it('is compiled anew where any byte of the bytecode is damaged, or where it is cut short or empty', async () => {
    await keepBytecode();
    const whole = readFileSync(`${file}.bytecode`);
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1).filter((at) => at < 4 || at >= 8),
        fc.integer({ min: 1, max: 255 }),
        (at, change) => {
          const damaged = Buffer.from(whole);
          damaged[at]! ^= change;
          for (const bytes of [damaged, whole.subarray(0, at)]) {
            writeFileSync(`${file}.bytecode`, bytes);
            expect(run('run').sum(2, 3)).toBe(5);
          }
        },
      ),
    );
  });

  it('is compiled anew where the bytecode is that of a script of the same length', async () => {
    await keepBytecode();
    const other = join(folder, 'other.cjs');
    writeFileSync(other, readFileSync(file, 'utf8').replace('a + b', 'a * b'));
    copyFileSync(`${file}.bytecode`, `${other}.bytecode`);
    expect((loadCompiledScript(other, 'run') as Sum).sum(2, 3)).toBe(6);
  });

  it('writes nothing when it is merely run', () => {
    run('run');
    expect(existsSync(`${file}.bytecode`)).toBe(false);
  });
});
