import { describe, expect, it } from 'vitest';
import { openProgressBar } from '../../src/cli/progress-bar.js';
import { type RunOutcome, tellOutcome } from '../../src/cli/tell-outcome.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { fakeTerminal } from './fake-terminal.js';

const origin = { file: 'issue.yaml', line: 1, column: 2 };
const error: Diagnostic = {
  code: 'overset',
  severity: 'error',
  origin,
  message: 'four lines over',
  hint: 'cut 27 words',
};
const warning: Diagnostic = { code: 'loose-line', severity: 'warning', origin, message: 'a loose line' };
const outcome: RunOutcome = { diagnostics: [error, warning], stopped: true, editions: [], timings: [] };

describe('what a run says', () => {
  it('to people goes to standard error, the end in the last line', () => {
    const terminal = fakeTerminal('/');
    tellOutcome(outcome, {}, terminal);
    expect(terminal.said).toEqual({
      out: '',
      err:
        'issue.yaml:1:2 error overset: four lines over\n  hint: cut 27 words\n' +
        'issue.yaml:1:2 warning loose-line: a loose line\nthe press is stopped by 1 error: no PDF was written\n',
    });
  });

  it('to programs is one JSON object a line on standard output, warnings included', () => {
    const terminal = fakeTerminal('/');
    tellOutcome(outcome, { json: true, quiet: true }, terminal);
    const lines = terminal.said.out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).code)).toEqual(['overset', 'loose-line']);
    expect(terminal.said.err).toBe('');
  });

  it('when told to be quiet is errors alone', () => {
    const terminal = fakeTerminal('/');
    tellOutcome(outcome, { quiet: true }, terminal);
    expect(terminal.said.err).toBe('issue.yaml:1:2 error overset: four lines over\n  hint: cut 27 words\n');
  });

  it('of time is a table of milliseconds, where it is asked for', () => {
    const terminal = fakeTerminal('/');
    const timings = [{ total: 412.345, stages: { manifest: 8.05, page: 100 } }];
    tellOutcome({ ...outcome, diagnostics: [], timings }, { timings: true, quiet: true }, terminal);
    expect(terminal.said.err).toBe('manifest       8.1 ms\npage         100.0 ms\ntotal        412.3 ms\n');
  });
});

describe('the progress bar', () => {
  it('is not drawn where there is no terminal', () => {
    const terminal = fakeTerminal('/');
    const bar = openProgressBar(terminal);
    bar.show('page', 1, 2);
    bar.clear();
    expect(terminal.said.err).toBe('');
  });

  it('redraws its line, never wider than the terminal, and leaves the line clean', () => {
    const terminal = fakeTerminal('/', { liveColumns: 40 });
    const bar = openProgressBar(terminal);
    bar.show('page', 6, 24);
    bar.show('page', 6, 24);
    bar.show('a stage with a very long name', 24, 24);
    bar.clear();
    const drawn = terminal.said.err.split('\r\u001b[K');
    expect(drawn).toEqual(['', '######.................. page 6/24', '######################## a stage with a', '']);
  });
});
