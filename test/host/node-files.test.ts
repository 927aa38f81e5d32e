import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFiles } from '../../src/host/node-files.js';
import type { Files } from '../../src/model/files.js';

let root: string;
let issue: string;
let files: Files;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'broadsheet-files-'));
  issue = join(root, 'issue');
  mkdirSync(join(issue, 'articles'), { recursive: true });
  writeFileSync(join(issue, 'articles', 'budget.md'), 'Text.');
  writeFileSync(join(root, 'secret.txt'), 'secret');
  files = openFiles({ workingFolder: root, productRoot: root });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a folder as a jail', () => {
  it('gives the bytes of a file that lies in it', () => {
    const answer = files.read(issue, 'articles/budget.md');
    expect(answer.ok && Buffer.from(answer.bytes).toString()).toBe('Text.');
    expect(answer.path).toBe(join(issue, 'articles/budget.md'));
  });

  it.each([
    ['a path with dots', '../secret.txt'],
    ['dots behind a folder', 'articles/../../secret.txt'],
    ['dots that lead to nothing', '../../../no-such-file'],
    ['the folder above', '..'],
  ])('refuses %s that leaves it', (_, path) => {
    expect(files.read(issue, path)).toMatchObject({ ok: false, why: 'outside' });
    expect(files.exists(issue, path)).toBe(false);
  });

  it('refuses an absolute path, even to a file of its own', () => {
    expect(files.read(issue, join(root, 'secret.txt'))).toMatchObject({ why: 'outside' });
    expect(files.read(issue, join(issue, 'articles/budget.md'))).toMatchObject({ why: 'outside' });
  });

  it('refuses a link to a file outside, and a link to a folder outside', () => {
    symlinkSync(join(root, 'secret.txt'), join(issue, 'link.md'));
    symlinkSync(root, join(issue, 'up'));
    expect(files.read(issue, 'link.md')).toMatchObject({ why: 'outside' });
    expect(files.read(issue, 'up/secret.txt')).toMatchObject({ why: 'outside' });
  });

  it('is not fooled by a neighbour whose name starts alike', () => {
    mkdirSync(join(root, 'issue-two'));
    writeFileSync(join(root, 'issue-two', 'a.md'), 'other');
    expect(files.read(issue, '../issue-two/a.md')).toMatchObject({ why: 'outside' });
  });

  it('follows a link that stays inside, and lets the folder itself be a link', () => {
    symlinkSync(join(issue, 'articles', 'budget.md'), join(issue, 'alias.md'));
    symlinkSync(issue, join(root, 'tonight'));
    expect(files.read(issue, 'alias.md').ok).toBe(true);
    expect(files.read(join(root, 'tonight'), 'articles/budget.md').ok).toBe(true);
  });

  it('reads a file whose name merely starts with dots', () => {
    writeFileSync(join(issue, '..hidden.md'), 'x');
    expect(files.read(issue, '..hidden.md').ok).toBe(true);
  });
});

describe('trouble with files', () => {
  it('calls an absent file missing, a dangling link too, and a name with a null byte', () => {
    symlinkSync(join(issue, 'gone.md'), join(issue, 'dangling.md'));
    for (const path of ['no.md', 'dangling.md', 'articles/budget.md/x', 'a\0b']) {
      expect(files.read(issue, path)).toMatchObject({ ok: false, why: 'missing' });
    }
  });

  it('tells a folder from a file', () => {
    expect(files.read(issue, 'articles')).toMatchObject({ why: 'folder' });
    expect(files.exists(issue, 'articles')).toBe(false);
    expect(files.exists(issue, 'articles/budget.md')).toBe(true);
  });

  it('refuses a pipe instead of waiting for ever', () => {
    execFileSync('mkfifo', [join(issue, 'pipe.md')]);
    expect(files.read(issue, 'pipe.md')).toMatchObject({ why: 'unreadable' });
  });

  it('calls links in a circle unreadable', () => {
    symlinkSync(join(issue, 'b'), join(issue, 'a'));
    symlinkSync(join(issue, 'a'), join(issue, 'b'));
    expect(files.read(issue, 'a')).toMatchObject({ why: 'unreadable' });
  });
});

describe('names', () => {
  it('are listed by code unit, files only, and none for a folder that is not there', () => {
    for (const name of ['b.md', 'B.md', 'a.md', 'ä.md']) writeFileSync(join(issue, name), '');
    expect(files.list(issue)).toEqual(['B.md', 'a.md', 'b.md', 'ä.md']);
    expect(files.list(join(root, 'none'))).toEqual([]);
  });

  it('are shown relative to the working folder where they lie in it, and whole where not', () => {
    expect(files.display(join(issue, 'articles', 'budget.md'))).toBe('issue/articles/budget.md');
    expect(files.display('/elsewhere/x.md')).toBe('/elsewhere/x.md');
    expect(files.display(root)).toBe('.');
  });

  it('are joined and normalised, and have a parent up to the root', () => {
    expect(files.join('a', '../b', 'c.md')).toBe('b/c.md');
    expect(files.parent('/a/b')).toBe('/a');
    expect(files.parent('/')).toBeUndefined();
  });
});

describe('an installed package', () => {
  it('is found in the product and above it, the nearest first', () => {
    const product = join(root, 'node_modules', 'broadsheet');
    mkdirSync(join(root, 'node_modules', '@fonts', 'sans'), { recursive: true });
    mkdirSync(join(root, 'node_modules', 'serif'), { recursive: true });
    mkdirSync(join(product, 'node_modules', 'serif'), { recursive: true });
    const installed = openFiles({ workingFolder: root, productRoot: product });
    expect(installed.packageFolder('serif')).toBe(join(product, 'node_modules/serif'));
    expect(installed.packageFolder('@fonts/sans')).toBe(join(root, 'node_modules/@fonts/sans'));
    expect(installed.packageFolder('no-such-package')).toBeUndefined();
  });

  it.each(['..', '../x', '@x/../..', 'a/b', '', '/etc'])('is never looked for under the name "%s"', (name) => {
    expect(files.packageFolder(name)).toBeUndefined();
  });
});
