/* Judges what a build made before it is written, and gives the rules that a paper asks for. */
import { inflate } from '../host/inflate.js';
import type { Edition } from '../model/edition.js';
import type { Files } from '../model/files.js';
import type { Press } from '../model/paper.js';
import { decodeJpeg } from '../picture/decode-jpeg.js';
import type { BuildResult } from '../pipeline.js';
import { COLDSET, type PressRules } from '../preflight/press-rules.js';
import { readProfileFile } from '../read-profile.js';
import type { Size } from '../units/rect.js';
import type { BuiltPdf } from '../write-profile.js';
import { printFindings } from './print-findings.js';
import type { Terminal } from './terminal.js';

/** Judges a file as the host can: with everything that preflight may be handed. */
export async function judgePdf(bytes: Uint8Array, rules: PressRules) {
  // Loaded late: nothing else needs the library that reads PDFs.
  const { preflightPdf } = await import('../preflight/preflight-pdf.js');
  return preflightPdf(bytes, rules, { inflate, decodeJpeg });
}

/** What a paper asks of a file for its press. */
export function pressRulesOf(
  press: Pick<Press, 'inkLimit' | 'minResolution' | 'goodResolution' | 'pageCounts' | 'profile'>,
  trim: Size,
  disk: Files,
): PressRules {
  const { inkLimit, minResolution, goodResolution, pageCounts } = press;
  const profile = readProfileFile(press.profile, 'icc', disk);
  const rules = { ...COLDSET, kind: 'press', inkLimit, minResolution, goodResolution, pageCounts, trim } as const;
  return profile.ok ? { ...rules, profile: profile.bytes } : rules;
}

/** What preflight needs of a build: its results, and where each of their files is to go. */
export interface BuildToJudge {
  readonly results: readonly BuildResult[];
  readonly placeOf: (pdf: BuiltPdf, edition: Edition) => string;
}

/**
 * Judges the press files of a build, and tells what it finds in them. A file may hold a part of the issue: how many pages
 * the press folds was judged before.
 */
export async function preflightOutputs(
  { results, placeOf }: BuildToJudge,
  telling: { readonly json?: true },
  disk: Files,
  terminal: Terminal,
): Promise<'sound' | 'stops'> {
  let verdict: 'sound' | 'stops' = 'sound';
  for (const { edition, pdfs } of results) {
    if (edition === undefined) continue;
    const { press, trim } = edition.issue.paper;
    const rules = { ...pressRulesOf(press, trim, disk), pageCounts: [] };
    for (const pdf of pdfs.filter(({ profile }) => profile === 'press')) {
      const result = await judgePdf(pdf.bytes, rules);
      if (result.findings.length === 0) continue;
      printFindings({ file: disk.display(placeOf(pdf, edition)), kind: 'press', ...result }, telling, terminal);
      if (result.findings.some(({ severity }) => severity === 'error')) verdict = 'stops';
    }
  }
  return verdict;
}
