/** Milliseconds of each stage, nested calls counted once: where a stage calls another, only its own time is its own. */
export interface Stopwatch {
  /** Runs a stage and counts its time under a name. */
  time<T>(stage: string, work: () => T): T;
  timeAsync<T>(stage: string, work: () => Promise<T>): Promise<T>;
  /** Whole milliseconds are kept to three places. */
  read(): { readonly total: number; readonly stages: Readonly<Record<string, number>> };
}

/** Starts a stopwatch that reads the time from `now`, in milliseconds. */
export function startStopwatch(now: () => number): Stopwatch {
  const start = now();
  const own = new Map<string, number>();
  const open: string[] = [];
  let mark = start;
  const credit = () => {
    const moment = now();
    const stage = open.at(-1);
    if (stage !== undefined) own.set(stage, (own.get(stage) ?? 0) + moment - mark);
    mark = moment;
  };
  const enter = (stage: string) => {
    credit();
    if (!own.has(stage)) own.set(stage, 0);
    open.push(stage);
  };
  const leave = () => {
    credit();
    open.pop();
  };
  return {
    time: (stage, work) => {
      enter(stage);
      try {
        return work();
      } finally {
        leave();
      }
    },
    timeAsync: async (stage, work) => {
      enter(stage);
      try {
        return await work();
      } finally {
        leave();
      }
    },
    read: () => ({
      total: round(now() - start),
      stages: Object.fromEntries([...own].map(([stage, ms]) => [stage, round(ms)])),
    }),
  };
}

function round(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
