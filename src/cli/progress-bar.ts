import type { Terminal } from './terminal.js';

/** Shows how far a build is. */
export interface ProgressBar {
  /** `done` of `total` steps of a stage are through. */
  readonly show: (stage: string, done: number, total: number) => void;
  /** Takes the bar away, so that messages start on a clean line. */
  readonly clear: () => void;
}

const BAR_CELLS = 24;
const ERASE_LINE = '\r\u001b[K';

/** A bar on the terminal's last line; where there is no terminal, nothing at all. */
export function openProgressBar(terminal: Terminal): ProgressBar {
  const columns = terminal.liveColumns;
  if (columns === undefined) return { show: () => {}, clear: () => {} };
  let shown = '';
  return {
    show: (stage, done, total) => {
      const line = drawBar(stage, done, total).slice(0, columns - 1);
      if (line === shown) return;
      terminal.err(ERASE_LINE + line);
      shown = line;
    },
    clear: () => {
      if (shown !== '') terminal.err(ERASE_LINE);
      shown = '';
    },
  };
}

function drawBar(stage: string, done: number, total: number): string {
  const cells = total > 0 ? Math.round((Math.min(done, total) / total) * BAR_CELLS) : 0;
  return `${'#'.repeat(cells)}${'.'.repeat(BAR_CELLS - cells)} ${stage} ${done}/${total}`;
}
