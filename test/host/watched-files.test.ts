import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFiles } from '../../src/host/node-files.js';
import { answersAsBefore, watchFiles } from '../../src/host/watched-files.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-watched-'));
  mkdirSync(join(folder, 'articles'));
  writeFileSync(join(folder, 'articles', 'a.md'), 'One.');
});
afterEach(() => rmSync(folder, { recursive: true }));

const disk = () => openFiles({ workingFolder: folder, productRoot: folder });
const write = (name: string, text: string) => writeFileSync(join(folder, 'articles', name), text);

/** Asks one thing of each kind, and gives what is left to be asked again. */
function askAll() {
  const files = watchFiles(disk());
  files.read(folder, 'articles/a.md');
  files.read(folder, 'articles/b.md');
  files.exists(folder, 'articles/c.md');
  files.list(join(folder, 'articles'));
  files.packageFolder('no-such-font');
  return files.asked();
}

describe('a watched disk', () => {
  it('answers as the disk does, and notes each question once', () => {
    const files = watchFiles(disk());
    const first = files.read(folder, 'articles/a.md');
    expect(first.ok && new TextDecoder().decode(first.bytes)).toBe('One.');
    files.read(folder, 'articles/a.md');
    expect(files.asked()).toHaveLength(1);
  });

  it('would answer as before where nothing has changed', () => {
    expect(answersAsBefore(askAll(), disk())).toBe(true);
  });

  it.each([
    ['a file that was read holds something else', () => write('a.md', 'Two.')],
    ['a file that was read is gone', () => rmSync(join(folder, 'articles', 'a.md'))],
    ['a file that was missing is there', () => write('b.md', 'New.')],
    ['a file that was looked for is there', () => write('c.md', 'New.')],
    ['a folder that was listed has one more file', () => write('z.md', 'New.')],
    ['a package is installed', () => mkdirSync(join(folder, 'node_modules', 'no-such-font'), { recursive: true })],
  ])('would not where %s', (_, change) => {
    const asked = askAll();
    change();
    expect(answersAsBefore(asked, disk())).toBe(false);
  });

  it('never would where a file changed while it was being read twice', () => {
    const files = watchFiles(disk());
    files.read(folder, 'articles/a.md');
    write('a.md', 'Two.');
    files.read(folder, 'articles/a.md');
    expect(answersAsBefore(files.asked(), disk())).toBe(false);
    write('a.md', 'One.');
    expect(answersAsBefore(files.asked(), disk())).toBe(false);
  });
});
