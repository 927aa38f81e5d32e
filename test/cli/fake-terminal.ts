import type { Terminal } from '../../src/cli/terminal.js';
import { PLAIN } from '../../src/diagnostics/format.js';

/** A terminal that remembers what it was told. */
export interface FakeTerminal extends Terminal {
  readonly said: { out: string; err: string };
}

/** A terminal without a screen, as in a script. */
export function fakeTerminal(workingFolder: string, changes: Partial<Terminal> = {}): FakeTerminal {
  const said = { out: '', err: '' };
  return {
    said,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    palette: PLAIN,
    liveColumns: undefined,
    workingFolder,
    environment: {},
    ...changes,
  };
}
