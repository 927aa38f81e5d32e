import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { findPaper } from '../manifest/find-paper.js';
import type { Files } from '../model/files.js';
import { MOST_FILE_BYTES } from '../preflight/budget.js';
import { COLDSET, type PressRules } from '../preflight/press-rules.js';
import type { PreflightKind } from '../preflight/rules.js';
import type { Size } from '../units/rect.js';
import { type ExitStatus, UsageError } from './exit-status.js';
import { openDisk } from './open-disk.js';
import { judgePdf, pressRulesOf } from './preflight-outputs.js';
import { printFindings } from './print-findings.js';
import type { Terminal } from './terminal.js';

/** The options of `preflight` as they were typed. */
export interface PreflightFlags {
  readonly paper?: string;
  readonly as: PreflightKind;
  /** Of the slot that an advertisement goes into. */
  readonly size?: Size;
  readonly json?: true;
  readonly strict?: true;
}

/** `broadsheet preflight`: judges a finished PDF. Exit status 1 where something in it stops the press. */
export async function runPreflight(named: string, flags: PreflightFlags, terminal: Terminal): Promise<ExitStatus> {
  const disk = openDisk(terminal);
  const rules = rulesOf(flags, disk, terminal);
  const bytes = readPdf(named, disk, terminal);
  const result = await judgePdf(bytes, rules);
  printFindings(
    { file: disk.display(resolve(terminal.workingFolder, named)), kind: flags.as, ...result },
    flags,
    terminal,
  );
  const stops = result.findings.some(({ severity }) => severity === 'error' || flags.strict === true);
  return stops ? 1 : 0;
}

/** What coldset presses ask for, or what the paper does. An advertisement has a size of its own. */
function rulesOf(flags: PreflightFlags, disk: Files, terminal: Terminal): PressRules {
  const paper = flags.paper === undefined ? undefined : readPress(flags.paper, disk, terminal);
  const { trim: paperTrim, ...press } = paper ?? {};
  const trim = flags.size ?? (flags.as === 'press' ? paperTrim : undefined);
  return { ...COLDSET, ...press, kind: flags.as, ...(trim !== undefined && { trim }) };
}

/** Reads what preflight needs of a paper, from its file alone: its fonts and styles may be missing here. */
function readPress(id: string, disk: Files, terminal: Terminal): Partial<PressRules> {
  const faults: Diagnostic[] = [];
  const origin = { file: '--paper', line: 1, column: 1 };
  const found = findPaper(id, terminal.workingFolder, origin, disk, (fault) => void faults.push(fault));
  if (found?.input === undefined) throw new UsageError(faults[0]?.message ?? `paper "${id}" cannot be read`);
  const { press, trim } = found.input.value;
  return pressRulesOf(press, { width: trim[0], height: trim[1] }, disk);
}

/** A file named on the command line may be a link to anywhere. */
function readPdf(named: string, disk: Files, terminal: Terminal): Uint8Array {
  const path = resolve(terminal.workingFolder, named);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new UsageError(`there is no file "${named}"`);
  if (!stats.isFile()) throw new UsageError(`"${named}" is no file`);
  if (stats.size > MOST_FILE_BYTES) throw new UsageError(`"${named}" is larger than 1 GB: it is not judged`);
  const real = realpathSync(path);
  const answer = disk.read(dirname(real), basename(real));
  if (!answer.ok) throw new UsageError(`"${named}" cannot be read`);
  return answer.bytes;
}
