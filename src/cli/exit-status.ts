/** 0: written, warnings possible. 1: the press is stopped, nothing written. 2: the command was used wrongly. */
export type ExitStatus = 0 | 1 | 2;

/** A command used wrongly: said in one sentence, exit status 2. */
export class UsageError extends Error {}
