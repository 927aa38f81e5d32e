/**
 * Measures whole builds of generated issues: processor seconds (user and system, start-up included), peak memory, and
 * milliseconds a stage, as medians of several runs. `npm run bench -- [--runs 7] [--pages 8,24,96] [--text <folder>]`
 *
 * Every run is a process of its own, as on the desk. "one changed" builds again after two words of one article have
 * changed places; with nothing kept between two processes but converted pictures and packed pages it costs what a cold
 * build costs. "unchanged" is the same command once more.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle } from './bundle.mjs';
import { changeArticle, generateIssue } from './generate-issue.mjs';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const options = {
  runs: { type: 'string', default: '7' },
  pages: { type: 'string', default: '8,24,96' },
  text: { type: 'string' },
};
const { values } = parseArgs({ options });
const runs = Number(values.runs);

await bundle();
const scratch = mkdtempSync(join(tmpdir(), 'broadsheet-bench-'));
try {
  console.log(`node ${process.version}, medians of ${runs} runs; a bare node: ${formatUsage(measure(bareNode))}`);
  for (const pages of values.pages.split(',').map(Number)) benchIssue(pages);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function benchIssue(pages) {
  const folder = join(scratch, `${pages}`);
  mkdirSync(folder);
  const { articles, words } = generateIssue({ folder, pages, textFolder: values.text });
  console.log(`\n${pages} pages, ${articles} articles, ${words} words`);
  const cold = measure(() => buildOnce(folder, '--fresh'));
  const changed = measure(() => {
    changeArticle(folder);
    return buildOnce(folder);
  });
  console.log(`  cold         ${formatUsage(cold)}, ${((cold.cpuSeconds * 1000) / pages).toFixed(1)} ms a page`);
  console.log(`  one changed  ${formatUsage(changed)}`);
  console.log(`  unchanged    ${formatUsage(measure(() => buildOnce(folder)))}`);
  console.log(`  stages (ms)  ${formatStages(cold.stages)}`);
}

/** Runs several times, after one run that only warms the disk's cache, and takes the median of each figure. */
function measure(runOnce) {
  runOnce();
  const all = Array.from({ length: runs }, runOnce);
  const names = Object.keys(all[0].stages);
  return {
    cpuSeconds: median(all.map((run) => run.cpuSeconds)),
    peakMegabytes: median(all.map((run) => run.peakMegabytes)),
    wallSeconds: median(all.map((run) => run.wallSeconds)),
    stages: Object.fromEntries(names.map((name) => [name, median(all.map((run) => run.stages[name]))])),
  };
}

function buildOnce(folder, ...flags) {
  const report = join(folder, 'report.json');
  const usage = runMeasured([
    join(root, 'bin', 'broadsheet'),
    'build',
    folder,
    '-o',
    folder,
    '--quiet',
    '--report',
    report,
    ...flags,
  ]);
  const { timings } = JSON.parse(readFileSync(report, 'utf8'));
  return { ...usage, stages: { ...timings.stages, total: timings.total } };
}

function bareNode() {
  return { ...runMeasured(['--eval', '']), stages: {} };
}

function runMeasured(args) {
  const started = performance.now();
  const preload = ['--require', join(root, 'tools', 'report-usage.cjs')];
  const { status, output } = spawnSync(process.execPath, [...preload, ...args], {
    cwd: scratch,
    env: { ...process.env, BROADSHEET_CACHE: join(scratch, 'cache') },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  const wallSeconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`a measured run failed:\n${output[2]}`);
  return { ...JSON.parse(output[3]), wallSeconds };
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function formatUsage({ cpuSeconds, peakMegabytes, wallSeconds }) {
  return `${cpuSeconds.toFixed(3)} CPU s, ${peakMegabytes.toFixed(0)} MB, ${wallSeconds.toFixed(2)} s on the clock`;
}

function formatStages(stages) {
  return Object.entries(stages)
    .map(([name, ms]) => `${name} ${ms.toFixed(1)}`)
    .join(', ');
}
