import { inflate } from '../../src/host/inflate.js';
import type { PreflightTools } from '../../src/model/preflight.js';
import type { Finding } from '../../src/preflight/finding.js';
import { preflightPdf } from '../../src/preflight/preflight-pdf.js';
import { COLDSET, type PressRules } from '../../src/preflight/press-rules.js';
import type { PdfDraft } from './pdf-draft.js';

export interface JudgeOptions {
  readonly rules?: Partial<PressRules>;
  readonly tools?: Partial<PreflightTools>;
}

/** What is found in a file, judged as one for the press unless the rules say otherwise. */
export async function findingsIn(file: PdfDraft | Uint8Array, options: JudgeOptions = {}): Promise<readonly Finding[]> {
  const bytes = file instanceof Uint8Array ? file : file.bytes();
  const rules = { ...COLDSET, kind: 'press', ...options.rules } as const;
  return (await preflightPdf(bytes, rules, { inflate, ...options.tools })).findings;
}

/** The rules that a file breaks, each once. */
export async function rulesBrokenBy(
  file: PdfDraft | Uint8Array,
  options: JudgeOptions = {},
): Promise<readonly string[]> {
  return [...new Set((await findingsIn(file, options)).map(({ rule }) => rule))];
}
