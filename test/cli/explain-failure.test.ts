import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/cli/exit-status.js';
import { explainFailure } from '../../src/cli/explain-failure.js';
import { fakeTerminal } from './fake-terminal.js';

describe('a failure', () => {
  it('of ours is one sentence without a stack, and status 1', () => {
    const terminal = fakeTerminal('/');
    expect(explainFailure(new TypeError('x is not\na function'), terminal)).toBe(1);
    expect(terminal.said.err).toBe(
      'error: Broadsheet itself failed (TypeError: x is not); nothing was written; set BROADSHEET_DEBUG=1 to see where\n',
    );
  });

  it('of ours shows its stack where BROADSHEET_DEBUG asks for it', () => {
    const terminal = fakeTerminal('/', { environment: { BROADSHEET_DEBUG: '1' } });
    explainFailure(new TypeError('odd'), terminal);
    expect(terminal.said.err).toMatch(/TypeError: odd\n\s+at .*explain-failure/);
  });

  it('of the disk names the file and the reason', () => {
    const terminal = fakeTerminal('/');
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      path: '/out/a.pdf',
    });
    expect(explainFailure(full, terminal)).toBe(1);
    expect(terminal.said.err).toBe('error: cannot write "/out/a.pdf": the disk is full\n');
  });

  it('of usage is status 2', () => {
    const terminal = fakeTerminal('/');
    expect(explainFailure(new UsageError('there is no issue at "x"'), terminal)).toBe(2);
    expect(terminal.said.err).toBe('error: there is no issue at "x"\n');
  });
});
