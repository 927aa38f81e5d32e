import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFilesAtomically } from '../../src/host/atomic-write.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-write-'));
});

afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

describe('writing files', () => {
  it('makes folders that are missing and leaves no other file behind', async () => {
    const path = join(folder, 'out', 'deep', 'paper.pdf');
    await writeFilesAtomically([{ path, bytes: new Uint8Array([1, 2, 3]) }]);
    expect([...readFileSync(path)]).toEqual([1, 2, 3]);
    expect(readdirSync(join(folder, 'out', 'deep'))).toEqual(['paper.pdf']);
  });

  it('replaces an old file by a new one', async () => {
    const path = join(folder, 'paper.pdf');
    writeFileSync(path, 'old');
    await writeFilesAtomically([{ path, bytes: 'new' }]);
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('leaves every old file untouched when one of several cannot be written', async () => {
    const paper = join(folder, 'paper.pdf');
    writeFileSync(paper, 'old');
    mkdirSync(join(folder, 'report.json'));
    const files = [
      { path: paper, bytes: 'new' },
      { path: join(folder, 'report.json'), bytes: '{}' },
    ];
    await expect(writeFilesAtomically(files)).rejects.toMatchObject({ code: 'EISDIR' });
    expect(readFileSync(paper, 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['paper.pdf', 'report.json']);
  });

  it('fails with the system error where a file stands in the way of a folder', async () => {
    writeFileSync(join(folder, 'out'), 'a file');
    const files = [{ path: join(folder, 'out', 'paper.pdf'), bytes: 'x' }];
    await expect(writeFilesAtomically(files)).rejects.toMatchObject({ code: expect.stringMatching(/ENOTDIR|EEXIST/) });
    expect(readdirSync(folder)).toEqual(['out']);
  });

  it('puts its signal handlers away again', async () => {
    const before = process.listenerCount('SIGINT') + process.listenerCount('SIGTERM');
    await writeFilesAtomically([{ path: join(folder, 'a'), bytes: 'x' }]);
    expect(process.listenerCount('SIGINT') + process.listenerCount('SIGTERM')).toBe(before);
  });
});

describe('a process that is told to stop while it writes', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('removes what is unfinished at %s, and dies of it', async (signal) => {
    writeFileSync(join(folder, 'paper.pdf'), 'old');
    const child = spawn(process.execPath, ['--input-type=module', '-e', await endlessWriter()], { cwd: folder });
    const seen = await untilTemporaryFileIn(folder);
    expect(seen).toBe(true);
    const died = new Promise((resolve) => child.once('exit', (_, by) => resolve(by)));
    child.kill(signal);
    expect(await died).toBe(signal);
    expect(readdirSync(folder)).toEqual(['paper.pdf']);
    expect(readFileSync(join(folder, 'paper.pdf'), 'utf8')).toBe('old');
  });
});

/** A program that stages one file after another for longer than the test waits. */
async function endlessWriter(): Promise<string> {
  const { build } = await import('esbuild');
  const source = `
    import { writeFilesAtomically } from ${JSON.stringify(join(import.meta.dirname, '../../src/host/atomic-write.ts'))};
    const bytes = new Uint8Array(1 << 20);
    await writeFilesAtomically(Array.from({ length: 2000 }, (_, i) => ({ path: i === 0 ? 'paper.pdf' : 'page' + i, bytes })));`;
  const stdin = { contents: source, resolveDir: import.meta.dirname, loader: 'ts' as const };
  const bundle = await build({ stdin, bundle: true, platform: 'node', format: 'esm', write: false });
  return bundle.outputFiles[0]!.text;
}

async function untilTemporaryFileIn(place: string): Promise<boolean> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    if (readdirSync(place).some((name) => name.endsWith('.tmp'))) return true;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return false;
}
