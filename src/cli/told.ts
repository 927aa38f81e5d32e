import type { Terminal } from './terminal.js';

/** A piece of what a command says. The time is a piece by itself: it is the one that differs from run to run. */
export type Told = { readonly to: 'out' | 'err'; readonly text: string } | { readonly to: 'time' };

/** How long a run took, and what else there is to say of that. */
export interface RunTime {
  readonly ms: number;
  readonly note?: string;
}

/** Says all pieces in their order. */
export function tell(told: readonly Told[], time: RunTime, terminal: Terminal): void {
  for (const piece of told) {
    if (piece.to === 'time') terminal.err(`  time     ${formatTime(time)}\n`);
    else terminal[piece.to](piece.text);
  }
}

function formatTime({ ms, note }: RunTime): string {
  const time = ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
  return note === undefined ? time : `${time}: ${note}`;
}

/** A terminal that shows what it is told and notes it down as well. */
export function noteTold(told: Told[], terminal: Terminal): Terminal {
  const note =
    (to: 'out' | 'err') =>
    (text: string): void => {
      told.push({ to, text });
      terminal[to](text);
    };
  return { ...terminal, out: note('out'), err: note('err') };
}
