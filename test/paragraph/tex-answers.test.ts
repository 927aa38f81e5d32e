import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BrokenItems, breakItems } from '../../src/paragraph/break-items.js';
import { readLog, type TexAnswer, texSource } from './ask-tex.js';
import { type ParagraphCase, randomCase } from './random-case.js';

/*
 * Made-up paragraphs with every kind of item, room and parameter, against what TeX 3.141592653 makes of them. Its answers
 * are in a file, so that the test needs no TeX; where there is one, RECORD_TEX=1 writes them anew.
 */

const ANSWERS = new URL('tex-answers.json', import.meta.url);
const CASES = 400;
const cases = Array.from({ length: CASES }, (_, seed) => randomCase(seed));

if (process.env.RECORD_TEX) writeFileSync(ANSWERS, `[\n${askTex().map(asJson).join(',\n')}\n]\n`);
const answers: readonly TexAnswer[] = JSON.parse(readFileSync(ANSWERS, 'utf8'));

function asJson(answer: TexAnswer): string {
  return JSON.stringify(answer);
}

function askTex(): readonly TexAnswer[] {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-tex-'));
  try {
    writeFileSync(join(folder, 'cases.tex'), texSource(cases));
    // What it is asked to show counts as an error for TeX, so its exit status says nothing.
    spawnSync('tex', ['-ini', '-interaction=batchmode', 'cases.tex'], { cwd: folder });
    return readLog(readFileSync(join(folder, 'cases.log'), 'latin1'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const PASSES = { pretolerance: '1', tolerance: '2', emergency: 'e', desperate: 'none of TeX' } as const;

function answerOf({ items }: ParagraphCase, { lines, demerits, pass }: BrokenItems) {
  const boxes = lines.map(({ start, end }) => items.slice(start, end).filter(({ type }) => type === 'box').length);
  return { boxes, demerits, pass: PASSES[pass] };
}

describe('total fit against TeX on made-up paragraphs', () => {
  it('has an answer of TeX to each of 400 cases, from all its passes', () => {
    expect(answers).toHaveLength(CASES);
    for (const pass of ['1', '2', 'e'])
      expect(answers.filter((answer) => answer.pass === pass).length).toBeGreaterThan(9);
  });

  for (let first = 0; first < CASES; first += 50) {
    it(`breaks cases ${first} to ${first + 49} where TeX does, at the same demerits, in the same pass`, () => {
      for (let seed = first; seed < first + 50; seed++) {
        const { items, shape, parameters } = cases[seed] as ParagraphCase;
        const broken = breakItems(items, shape, parameters);
        expect(answerOf(cases[seed] as ParagraphCase, broken), `case ${seed}`).toEqual(answers[seed]);
      }
    });
  }
});
