/**
 * Measures how well type is set, from the layout file alone: for the sample issue and for a generated one, or for the
 * issues and layout files that are named. Prints each figure with its goal, and ends with status 1 where one is missed
 * or where there was nothing to measure.
 *
 *   npm run quality -- [--json] [--places 3] [--pages 24] [--seed 1] [--text <folder>] [--keep <folder>] [issue or layout.json …]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle } from './bundle.mjs';
import { generateIssue } from './generate-issue.mjs';
import { judgeFigures, sawSomething } from './quality/goals.mjs';
import { measureLayout } from './quality/measure-layout.mjs';
import { printFigures } from './quality/print-figures.mjs';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const SAMPLE = join(root, 'issues', '2026-07-08');

/** Processor milliseconds that line and leg breaking of 24 pages should take at most. Told, never held against anyone. */
const BREAKING_MS = 150;
const TIMED_RUNS = 3;

const options = {
  json: { type: 'boolean', default: false },
  places: { type: 'string', default: '3' },
  pages: { type: 'string', default: '24' },
  seed: { type: 'string', default: '1' },
  text: { type: 'string' },
  keep: { type: 'string' },
};
const { values, positionals } = parseArgs({ options, allowPositionals: true });

const scratch = mkdtempSync(join(tmpdir(), 'broadsheet-quality-'));
try {
  const judged = await judgeAll();
  console.log(
    values.json ? JSON.stringify({ version: 1, issues: judged }, undefined, 2) : judged.map(printOne).join('\n\n'),
  );
  process.exitCode = judged.every(isGood) ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function judgeAll() {
  if (positionals.length > 0 && positionals.every((path) => path.endsWith('.json')))
    return positionals.map(judgeLayoutFile);
  await bundle();
  if (positionals.length > 0) {
    return positionals.map((path) => (path.endsWith('.json') ? judgeLayoutFile(path) : judgeIssue(path)));
  }
  return [judgeIssue(SAMPLE), judgeGenerated()];
}

function judgeLayoutFile(path) {
  return judgeLayout(relative('', path), JSON.parse(readFileSync(path, 'utf8')));
}

function judgeIssue(folder) {
  return judgeLayout(relative('', folder) || folder, layIssue(folder).layout);
}

function judgeGenerated() {
  const folder = values.keep ?? join(scratch, 'generated');
  mkdirSync(folder, { recursive: true });
  generateIssue({ folder, pages: Number(values.pages), seed: Number(values.seed), textFolder: values.text });
  const runs = Array.from({ length: TIMED_RUNS }, () => layIssue(folder));
  const breaking = runs.map(({ stages }) => stages.paragraph + stages.column).sort((a, b) => a - b);
  const name = `generated issue, seed ${values.seed}`;
  return { ...judgeLayout(name, runs[0].layout), breakingMs: breaking[Math.floor(TIMED_RUNS / 2)] };
}

function judgeLayout(name, layout) {
  const figures = measureLayout(layout);
  return { name, seen: figures.seen, looked: sawSomething(figures), rows: judgeFigures(figures) };
}

/** Sets an issue in a process of its own. Even where it is at fault its layout is written, and is worth measuring. */
function layIssue(folder) {
  const layout = join(scratch, 'layout.json');
  const report = join(scratch, 'report.json');
  rmSync(layout, { force: true });
  const command = [join(root, 'bin', 'broadsheet'), 'check', folder, '--layout', layout, '--report', report, '--quiet'];
  const args = ['--require', join(root, 'tools', 'processor-clock.cjs'), ...command];
  const { stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (!existsSync(layout)) throw new Error(`no layout of ${folder}: ${stderr}`);
  const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
  return { layout: read(layout), stages: read(report).timings.stages };
}

function printOne(judged) {
  const table = printFigures(judged, Number(values.places));
  const emptiness = judged.looked ? [] : ['  NOTHING TO LOOK AT: these figures mean nothing'];
  return [table, ...emptiness, ...printBreaking(judged)].join('\n');
}

function printBreaking({ breakingMs }) {
  if (breakingMs === undefined) return [];
  return [
    `  lines and legs took ${breakingMs.toFixed(0)} ms of processor time, median of ${TIMED_RUNS} cold runs (aim: ${BREAKING_MS} ms)`,
  ];
}

function isGood({ looked, rows }) {
  return looked && rows.every(({ reached }) => reached !== false);
}
