import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { openFiles } from '../../src/host/node-files.js';
import { findProductRoot } from '../../src/host/product-root.js';
import { readIssue } from '../../src/manifest/read-issue.js';

const ARTICLE =
  '---\nheadline: The tide\npictures: [{ file: tide.jpg, caption: A, credit: B, alt: C }]\n---\nIt came in.\n';
const FILES = {
  'templates/mini/paper.yaml':
    'name: Mini\ntrim: [315mm, 470mm]\nmargins: { top: 14mm, bottom: 16mm, inside: 12mm, outside: 12mm }\ngrid: { columns: 6, gutter: 4.2mm, leading: 10.5pt }\n',
  'templates/mini/pages/front.yaml': 'slots: { lead: { columns: 1-6, lines: 1-118 } }\n',
  'issues/a/issue.yaml':
    'paper: mini\ndate: 2026-07-08\nnumber: 1\npages: { 1: { template: front, slots: { lead: tide } } }\n',
};

const folders: string[] = [];

/** Writes an issue to a new folder on the disk. */
function writeIssue(extra: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'broadsheet-manifest-')));
  folders.push(folder);
  for (const [path, text] of Object.entries({ ...FILES, ...extra })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function read(folder: string): readonly string[] {
  const diagnostics: Diagnostic[] = [];
  const files = openFiles({ workingFolder: folder, productRoot: findProductRoot() });
  const issue = readIssue({ folder: join(folder, 'issues/a'), manifest: 'issue.yaml' }, files, (each) =>
    diagnostics.push(each),
  );
  expect(issue === undefined).toBe(diagnostics.length > 0);
  return diagnostics.map(({ code, origin }) => `${code} ${origin.file}:${origin.line}:${origin.column}`);
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('on a disk', () => {
  it('a minimal paper and issue are sound, with the fonts that the product brings along', () => {
    const folder = writeIssue({ 'issues/a/articles/tide.md': ARTICLE, 'issues/a/pictures/tide.jpg': 'jpeg' });
    expect(read(folder)).toEqual([]);
  });

  it('an article that is a link to a file elsewhere is refused', () => {
    const folder = writeIssue({ 'secret.md': '# Secret\n\nText.\n', 'issues/a/articles/other.md': '' });
    symlinkSync(join(folder, 'secret.md'), join(folder, 'issues/a/articles/tide.md'));
    expect(read(folder)).toEqual(['outside-folder issues/a/issue.yaml:4:47']);
  });

  it('a picture in a folder that is a link to a place elsewhere is refused', () => {
    const folder = writeIssue({
      'issues/a/articles/tide.md': ARTICLE.replace('tide.jpg', 'pictures/tide.jpg'),
      'archive/tide.jpg': 'jpeg',
    });
    symlinkSync(join(folder, 'archive'), join(folder, 'issues/a/pictures'));
    expect(read(folder)).toEqual(['outside-folder issues/a/articles/tide.md:3:20']);
  });

  it('a link that stays inside the issue folder is followed', () => {
    const folder = writeIssue({ 'issues/a/articles/tide.md': ARTICLE, 'issues/a/originals/tide.jpg': 'jpeg' });
    symlinkSync('originals/tide.jpg', join(folder, 'issues/a/tide.jpg'));
    expect(read(folder)).toEqual([]);
  });

  it('a page template that is a link out of the paper is refused', () => {
    const folder = writeIssue({
      'issues/a/articles/tide.md': ARTICLE,
      'issues/a/pictures/tide.jpg': 'jpeg',
      'front.yaml': FILES['templates/mini/pages/front.yaml'],
    });
    rmSync(join(folder, 'templates/mini/pages/front.yaml'));
    symlinkSync(join(folder, 'front.yaml'), join(folder, 'templates/mini/pages/front.yaml'));
    expect(read(folder)).toEqual(['outside-folder issues/a/issue.yaml:4:25']);
  });
});
