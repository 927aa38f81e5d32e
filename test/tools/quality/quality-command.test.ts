import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyLine, type HandLine, layoutOf } from './hand-made-layout.js';

const TOOL = join(import.meta.dirname, '../../../tools/quality.mjs');
const END: HandLine = { last: true, ratio: 0, width: 40, gaps: [[20, 2.5]] };
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-quality-test-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the tool on layout files with these contents. */
function judge(layouts: readonly unknown[], ...flags: readonly string[]) {
  const files = layouts.map((layout, index) => {
    const file = join(folder, `${index}.json`);
    writeFileSync(file, JSON.stringify(layout));
    return file;
  });
  const { status, stdout } = spawnSync(process.execPath, [TOOL, ...flags, ...files], { encoding: 'utf8' });
  return { status, stdout };
}

const SOUND = layoutOf([{ legs: [[bodyLine({ indent: 9 }), bodyLine(), bodyLine(END)]] }]);
const LOOSE = layoutOf([{ legs: [[bodyLine({ indent: 9, gaps: [[30, 9]] }), bodyLine(), bodyLine(END)]] }]);

describe('the quality command', () => {
  it('ends with status 0 where every goal is reached, and says what it looked at', () => {
    const { status, stdout } = judge([SOUND]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/0\.json: 1 pages, 3 lines, 9 words looked at\n {2}legs of 35\.3 mm \(3 lines\)/);
    expect(stdout).toMatch(/^ {2}lines with gaps over 4\.5 pt +0 % +goal ≤ 5 % +reached$/m);
    expect(stdout).not.toContain('MISSED');
  });

  it('ends with status 1 where a goal is missed in any layout, and shows where', () => {
    const { status, stdout } = judge([SOUND, LOOSE]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^ {2}lines with gaps over 4\.5 pt +50 % +goal ≤ 5 % +MISSED$/m);
    expect(stdout).toContain('    page 1, lead (story): 9.0 pt: some plain words');
  });

  it('ends with status 1 where there was nothing to look at', () => {
    const { status, stdout } = judge([{ version: 1, pages: [] }]);
    expect(status).toBe(1);
    expect(stdout).toContain('NOTHING TO LOOK AT');
  });

  it('tells programs every figure with its goal, as JSON', () => {
    const { status, stdout } = judge([LOOSE], '--json');
    expect(status).toBe(1);
    const [issue] = JSON.parse(stdout).issues;
    expect(issue.seen).toMatchObject({ pages: 1, lines: 3 });
    expect(issue.rows).toContainEqual(
      expect.objectContaining({ name: 'looseLines', value: 50, goal: { most: 5 }, reached: false }),
    );
    expect(issue.rows.map(({ name }: { name: string }) => name)).toContain('rivers');
  });
});
