/**
 * Everything that must hold before a change goes in, one check after another: bundle, types, style, layers, dead code,
 * tests. All of them run even when one fails. The last line counts: `N passed, N failed`, where every check counts as
 * one and every test as one more.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CHECKS = ['build', 'typecheck', 'lint', 'layers', 'knip'];

const scratch = mkdtempSync(join(tmpdir(), 'broadsheet-checks-'));
try {
  const counts = [...CHECKS.map(runCheck), runTests(join(scratch, 'tests.json'))];
  const passed = sum(counts.map((count) => count.passed));
  const failed = sum(counts.map((count) => count.failed));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function runCheck(script) {
  const ok = run('npm', ['run', '--silent', script], script);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

/** Vitest can fail with every test passed (a file that does not load, an unhandled error): that is one failure. */
function runTests(file) {
  const ok = run(
    'npx',
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    'test',
  );
  const { passed, failed } = readCounts(file);
  return { passed, failed: ok ? failed : Math.max(failed, 1) };
}

function readCounts(file) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function run(command, args, name) {
  const started = performance.now();
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'passed' : 'FAILED'} ${name} (${seconds} s)`);
  return status === 0;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
