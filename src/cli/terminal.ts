import { COLORED, type Palette, PLAIN } from '../diagnostics/format.js';

/** What a command sees of the world around it; tests hand in one of their own. */
export interface Terminal {
  /** Standard output: for programs. */
  readonly out: (text: string) => void;
  /** Standard error: for people. */
  readonly err: (text: string) => void;
  /** How diagnostics are marked on standard error. */
  readonly palette: Palette;
  /** Columns of standard error where it is a terminal that can redraw a line; otherwise undefined. */
  readonly liveColumns: number | undefined;
  readonly workingFolder: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** The terminal of this process. */
export function openTerminal(host: NodeJS.Process): Terminal {
  ignoreClosedPipe(host.stdout);
  ignoreClosedPipe(host.stderr);
  const redraws = host.stderr.isTTY === true && host.env.TERM !== 'dumb';
  return {
    out: (text) => void host.stdout.write(text),
    err: (text) => void host.stderr.write(text),
    palette: redraws && wantsColor(host.env) ? COLORED : PLAIN,
    liveColumns: redraws ? (host.stderr.columns ?? 80) : undefined,
    workingFolder: host.cwd(),
    environment: host.env,
  };
}

/** https://no-color.org: any value but the empty one switches colour off. */
function wantsColor(environment: NodeJS.ProcessEnv): boolean {
  return environment.NO_COLOR === undefined || environment.NO_COLOR === '';
}

/** A reader that has seen enough (`| head`) is no reason to fail. */
function ignoreClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
