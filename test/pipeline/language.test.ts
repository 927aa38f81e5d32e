import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lineText } from '../../src/model/line.js';
import type { BuildResult } from '../../src/pipeline.js';
import { build, makeFolder } from './issue-folder.js';

const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;
if (!hasPoppler) console.warn('skipped: pdftotext is not installed (Debian: poppler-utils)');

const TEXT = `He ran 12 km to Skerrowsundhaven, and Mr Brown – so he says – ran 13 km … no, 14 km. It is said that
Skerrowsundhaven lies 15 km from the sea.

The [Donaudampfschifffahrtsgesellschaftskapitän]{lang=de} of the [Nato]{.smallcaps} wrote
[«Quoi?»]{lang=fr} on 8 July, and then on 9 July, and once more on 10 July, to J. R. R. Tolkien. Wait\u200bhere.

A visit to Khosravikhosravi, who is Khosravikhosravi to all, and to Khosravikhosravi again and again and again.
`;

describe('language from file to plate', () => {
  const folder = makeFolder();
  let result: BuildResult;
  let lines: readonly string[];

  beforeAll(async () => {
    folder.spoil('templates/harbour/paper.yaml', '\npress:', '\nspaces: tied\npress:');
    folder.spoil('templates/harbour/paper.yaml', 'pageCounts: [', 'pageCounts: [1, ');
    folder.write('templates/harbour/hyphenation.yaml', 'en-GB: [Skerrow-sund-haven]\n');
    folder.write(
      'templates/harbour/pages/one.yaml',
      'slots:\n  story: { columns: 1, legs: 1, lines: 1-60, accepts: article }\n',
    );
    folder.write(
      'issue.yaml',
      'paper: harbour\ndate: 2026-07-08\nnumber: 1\npages:\n  1: { template: one, slots: { story: eels } }\n',
    );
    folder.write('articles/eels.md', `---\nheadline: Eels\nhyphenate: { names: [Khosravikhosravi] }\n---\n\n${TEXT}`);
    result = await build(folder.path);
    const legs = result.edition?.pages[0]?.stories[0]?.legs ?? [];
    lines = legs.flatMap((leg) => leg.lines.map(({ line }) => lineText(line)));
  }, 60_000);
  afterAll(() => folder.remove());

  it('sets the story without an error', () => {
    expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(lines.length).toBeGreaterThan(8);
  });

  it('ends no line between words that are tied', () => {
    for (const line of lines) expect(line).not.toMatch(/(?:\d|Mr|[JR]\.)$/);
    for (const line of lines) expect(line).not.toMatch(/^(?:–|…|km|July)/);
  });

  it('divides a word of another language by that language', () => {
    const german = lines.find((line) => /Donau|dampf|schiff/.test(line) && line.endsWith('-'));
    expect(german).toMatch(/(?:Do-|Donau-|dampf-|schiff-|fahrts?-|ge-|gesell-|schafts?-|ka-|kapi-)$/);
  });

  it('divides a word that the paper lists as it is listed, and a name that the article lists not at all', () => {
    const ends = lines.filter((line) => line.endsWith('-')).join(' ');
    for (const line of lines.filter((each) => /Sker|sund/.test(each) && each.endsWith('-'))) {
      expect(line).toMatch(/(?:Skerrow|sund)-$/);
    }
    expect(ends).not.toMatch(/Khos/);
    expect(lines.join(' ').match(/Khosravikhosravi/g)).toHaveLength(3);
  });

  it.skipIf(!hasPoppler)('is read from the PDF as it was typed', () => {
    const file = join(folder.path, 'out.pdf');
    writeFileSync(file, result.pdfs[0]?.bytes as Uint8Array);
    const text = spawnSync('pdftotext', ['-raw', file, '-'])
      .stdout.toString()
      .replace(/\u00ad\n/g, '')
      .replace(/\s+/g, ' ');
    for (const words of [
      'He ran 12 km to Skerrowsundhaven, and Mr Brown – so he says – ran 13 km … no, 14 km.',
      'The Donaudampfschifffahrtsgesellschaftskapitän of the Nato wrote «Quoi?» on 8 July,',
      'to J. R. R. Tolkien. Waithere.',
    ]) {
      expect(text).toContain(words);
    }
  });
});
