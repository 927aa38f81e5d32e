/*
 * Advertisements sent as PDF: looked at before make-up, which must know their sizes, and judged by the rules of the press
 * once they have a place. What was found is kept by the file's hash, so that on a plain night no PDF is parsed.
 */
import type { Origin, Report } from './diagnostics/diagnostic.js';
import type { AdRefusal, AdSheet, SheetFile } from './model/ad.js';
import type { Cache } from './model/cache.js';
import type { Edition, PlacedPicture } from './model/edition.js';
import type { Files } from './model/files.js';
import type { Issue } from './model/issue.js';
import type { Press } from './model/paper.js';
import type { PdfSource } from './model/picture.js';
import type { Inflate } from './model/preflight.js';
import type { Finding } from './preflight/finding.js';
import type { PressRules } from './preflight/press-rules.js';
import type { RuleCode } from './preflight/rules.js';
import type { Session } from './session.js';

/** What looking at advertisements needs of the host. */
export interface AdTools {
  readonly files: Files;
  readonly inflate: Inflate;
  sha256(bytes: Uint8Array): string;
  readonly cache: Cache;
}

/** Looks up an advertisement that is a PDF; `other` where the file is none. */
export type FindSheet = (file: string, origin: Origin, report: Report) => SheetFile | 'other' | undefined;

/** Counts up with every change to what is found in a file, so that no cache answers with what an older look found. */
const LOOK = 1;
const VERDICT = 1;

/** Looks at the PDFs among the advertisements of an edition. */
export async function lookAtAds(issue: Issue, edition: string, tools: AdTools): Promise<FindSheet> {
  const found = new Map<string, { readonly hash: string; readonly answer: AdSheet | AdRefusal }>();
  for (const file of adFiles(issue, edition)) {
    const read = tools.files.read(issue.folder, file);
    if (!read.ok || !isPdf(read.bytes)) continue;
    const hash = tools.sha256(read.bytes);
    found.set(file, { hash, answer: await lookOnce(read.bytes, hash, tools) });
  }
  return (file, origin, report) => {
    const sheet = found.get(file);
    if (!sheet) return 'other';
    const { hash, answer } = sheet;
    if (answer.type === 'sheet') return { ...answer, file, hash };
    const message = `advertisement "${file}" ${answer.why}`;
    report({ code: 'bad-ad', severity: 'error', origin, message, hint: answer.hint });
    return undefined;
  };
}

function adFiles(issue: Issue, edition: string): ReadonlySet<string> {
  const files = new Set<string>();
  for (const assignment of issue.pages.flatMap(({ assignments }) => assignments)) {
    if (assignment.type === 'ad' && (assignment.edition ?? edition) === edition) files.add(assignment.file);
  }
  return files;
}

/** Readers look for the mark in the first kilobyte (ISO 32000-1, annex H.3, 13). */
function isPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-');
}

async function lookOnce(bytes: Uint8Array, hash: string, { inflate, cache }: AdTools): Promise<AdSheet | AdRefusal> {
  const key = `${hash}-sheet-v${LOOK}`;
  const known = readJson<AdSheet | AdRefusal>(cache.read(key));
  if (known) return known;
  // Loaded late: a night without a new advertisement needs no reader of PDFs.
  const { readSheet } = await import('./preflight/artwork/open-sheet.js');
  const answer = await readSheet(bytes, inflate);
  cache.write(key, new TextEncoder().encode(JSON.stringify(answer)));
  return answer;
}

/** What a cache holds may be damaged: then it holds nothing. */
function readJson<T>(bytes: Uint8Array | undefined): T | undefined {
  if (!bytes) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  } catch {
    return undefined;
  }
}

/** Judges the PDFs that are placed in an edition, and reports what is wrong where the manifest names them. */
export async function judgeAds(edition: Edition, session: Session, tools: AdTools, report: Report): Promise<void> {
  for (const page of edition.pages) {
    for (const story of page.stories) {
      const [picture] = story.pictures;
      if (story.kind !== 'ad' || !picture || !isSheet(picture.source)) continue;
      const findings = await judgeOnce(picture.source, edition.issue.paper.press, session, tools, report);
      const place = { origin: picture.note.origin, page: page.label, slot: story.slot };
      for (const finding of firstOfEachRule(findings)) report(describe(finding, picture, place));
    }
  }
}

function isSheet(source: PlacedPicture['source']): source is PdfSource {
  return source.type === 'drawing' && source.format === 'pdf';
}

async function judgeOnce(
  source: PdfSource,
  { inkLimit, minResolution, goodResolution }: Press,
  session: Session,
  { inflate, sha256, cache }: AdTools,
  report: Report,
): Promise<readonly Finding[]> {
  const asked = { inkLimit, minResolution, goodResolution, pageBox: source.pageBox };
  const key = `${source.hash}-verdict-v${VERDICT}-${sha256(new TextEncoder().encode(JSON.stringify(asked))).slice(0, 16)}`;
  const known = readJson<readonly Finding[]>(cache.read(key));
  if (known) return known;
  const bytes = session.pictureBytes(source, report);
  if (!bytes) return [];
  const findings = await judgeBytes(bytes, { ...asked, kind: 'ad', pageCounts: [] }, inflate);
  cache.write(key, new TextEncoder().encode(JSON.stringify(findings)));
  return findings;
}

async function judgeBytes(bytes: Uint8Array, rules: PressRules, inflate: Inflate): Promise<readonly Finding[]> {
  const { preflightPdf } = await import('./preflight/preflight-pdf.js');
  const { boundInflate } = await import('./preflight/artwork/open-sheet.js');
  const { decodeJpeg } = await import('./picture/decode-jpeg.js');
  const { findings } = await preflightPdf(bytes, rules, { inflate: boundInflate(inflate), decodeJpeg });
  return findings.filter(({ rule }) => !SETTLED.has(rule));
}

/**
 * Rules whose breach does not reach the paper: the page is cut to the box that fits and stands upright, blends in the inks
 * of the press, and what acts or is attached is left behind.
 */
const SETTLED: ReadonlySet<RuleCode> = new Set<RuleCode>([
  'page-box',
  'page-turned',
  'trim-size',
  'transparency-group',
  'action',
  'javascript',
  'embedded-file',
]);

interface ToldFinding extends Finding {
  /** How often the rule is broken elsewhere. */
  readonly more: number;
}

function firstOfEachRule(findings: readonly Finding[]): readonly ToldFinding[] {
  const told = new Map<RuleCode, ToldFinding>();
  for (const finding of findings) {
    const known = told.get(finding.rule);
    const more = known ? known.more + finding.times : finding.times - 1;
    told.set(finding.rule, { ...(known ?? finding), more });
  }
  return [...told.values()];
}

function describe(
  { message, hint, severity, xMm, yMm, more }: ToldFinding,
  { note }: PlacedPicture,
  place: { readonly origin: Origin; readonly page: string; readonly slot: string },
): Parameters<Report>[0] {
  const where = xMm === undefined ? '' : `, ${xMm} mm from its left and ${yMm} mm from its top`;
  const others = more === 0 ? '' : `, and ${more} more like it`;
  return {
    code: severity === 'error' ? 'unfit-ad' : 'doubtful-ad',
    severity,
    message: `advertisement "${note.file}"${where}: ${message}${others}`,
    hint,
    ...place,
  };
}
