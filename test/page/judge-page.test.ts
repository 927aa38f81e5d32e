import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Jump } from '../../src/model/edition.js';
import type { IssuePage } from '../../src/model/issue.js';
import { judgePage } from '../../src/page/judge-page.js';
import type { Room } from '../../src/page/room.js';

const at = (line: number) => ({ file: 'issue.yaml', line, column: 1 });

/** What is told of page 1, whose slots a to e are given their stories from line 5 on. */
function judge(jumps: readonly Jump[]): readonly Diagnostic[] {
  const told: Diagnostic[] = [];
  const assignments = ['a', 'b', 'c', 'd', 'e'].map((name, index) => ({ slot: { name }, origin: at(index + 5) }));
  const page = { label: '1', assignments, origin: at(1) } as unknown as IssuePage;
  const room = { report: (diagnostic: Diagnostic) => told.push(diagnostic) } as unknown as Room;
  judgePage(page, jumps, room);
  return told;
}

const jumpsFrom = (page: string, slots: string) => [...slots].map((slot) => ({ from: { page, slot } }) as Jump);

describe('the jumps of a page', () => {
  it('may be three, and any number of other pages', () => {
    expect(judge([...jumpsFrom('1', 'abc'), ...jumpsFrom('2', 'abcde')])).toEqual([]);
  });

  it('are told of once where they are more, at the fourth', () => {
    const told = judge([...jumpsFrom('2', 'a'), ...jumpsFrom('1', 'abcde')]);
    expect(told).toMatchObject([
      {
        code: 'many-jumps',
        severity: 'warning',
        origin: at(8),
        page: '1',
        slot: 'd',
        message: '5 stories jump from page 1',
      },
    ]);
  });
});
