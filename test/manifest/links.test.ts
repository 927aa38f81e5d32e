import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readOnDisk, writeFolder } from '../fixtures/manifest/disk-issue.js';

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

function writeIssue(extra: Readonly<Record<string, string>>): string {
  const folder = writeFolder({ ...FILES, ...extra });
  folders.push(folder);
  return folder;
}

function read(folder: string): readonly string[] {
  const { issue, told } = readOnDisk(folder);
  expect(issue === undefined).toBe(told.length > 0);
  return told;
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
