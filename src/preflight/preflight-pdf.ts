/*
 * Preflight: reads a finished PDF, our own or an advertisement, and judges it against the rules of a press. In: bytes.
 * Out: findings with page and place. Nothing that a file can hold makes it throw, hang, or fill the memory.
 */
import type { PDFContext, PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import type { PreflightTools } from '../model/preflight.js';
import type { Box } from './box.js';
import { BeyondLimits, type Budget, openBudget } from './budget.js';
import type { ColorSpace } from './color-space.js';
import { type Accuse, type Finding, openFindings } from './finding.js';
import { judgeAnnotations } from './judge-annotations.js';
import { judgeBoxes } from './judge-boxes.js';
import { openColorJudge } from './judge-color.js';
import { judgeFile } from './judge-file.js';
import { judgeFonts } from './judge-fonts.js';
import { judgeGradient } from './judge-gradients.js';
import { judgeIntent, sameBytes } from './judge-intent.js';
import { judgeMetadata } from './judge-metadata.js';
import { judgeLabels, judgeOutline } from './judge-navigation.js';
import { judgeCatalog, judgeObjects } from './judge-objects.js';
import { openPictureJudge } from './judge-pictures.js';
import { judgeSizes } from './judge-sizes.js';
import { judgeThreads } from './judge-threads.js';
import { openTransparencyJudge } from './judge-transparency.js';
import type { Mark } from './marks.js';
import { readPageLabels } from './page-labels.js';
import { parsePdf } from './parse-pdf.js';
import { openFonts, type PdfFont } from './pdf-font.js';
import { asDict, has, resolve } from './pdf-objects.js';
import type { PressRules } from './press-rules.js';
import { type BoxName, type PdfPage, readPages } from './read-pages.js';
import { runPage } from './run-content.kernel.js';
import { openUnpacker, type Unpack } from './unpack-stream.js';

export interface PreflightResult {
  /** How many pages were judged. */
  readonly pages: number;
  /** In the order of pages; what concerns the whole file comes first. */
  readonly findings: readonly Finding[];
}

/** What the judges of one file share. */
interface Judging {
  readonly bytes: Uint8Array;
  readonly context: PDFContext;
  readonly rules: PressRules;
  readonly tools: PreflightTools;
  readonly unpack: Unpack;
  readonly budget: Budget;
  readonly accuse: Accuse;
}

/** Judges a file. Never throws for what is in it. */
export async function preflightPdf(
  bytes: Uint8Array,
  rules: PressRules,
  tools: PreflightTools,
): Promise<PreflightResult> {
  const findings = openFindings(rules.kind);
  const budget = openBudget(rules.kind);
  const unpack = openUnpacker(tools.inflate, budget);
  const parsed = await parsePdf(bytes, unpack, budget);
  let pages = 0;
  if (parsed.type === 'refused') refuse(parsed.rule, parsed.why, findings.accuse);
  else {
    const judging: Judging = { bytes, context: parsed.context, rules, tools, unpack, budget, accuse: findings.accuse };
    try {
      pages = await judgeDocument(judging);
    } catch (error) {
      if (!(error instanceof BeyondLimits)) throw error;
      refuse('beyond-limits', error.message, findings.accuse);
    }
  }
  return { pages, findings: findings.list() };
}

function refuse(rule: 'damaged-file' | 'beyond-limits', why: string, accuse: Accuse): void {
  accuse(rule, {}, `the file was not judged to its end: ${why}`, 'have it made anew, or ask its maker for another');
}

/** Gives the number of pages. */
async function judgeDocument(judging: Judging): Promise<number> {
  const { bytes, context, rules, unpack, budget, accuse } = judging;
  const catalog = asDict(resolve(context, context.trailerInfo.Root));
  if (context.trailerInfo.Encrypt !== undefined) {
    accuse('encrypted', {}, 'the file is encrypted', 'save it without a password');
    return 0;
  }
  if (catalog === undefined) {
    refuse('damaged-file', 'it has no catalog', accuse);
    return 0;
  }
  judgeFile(bytes, context, catalog, accuse);
  judgeMetadata(catalog, asDict(resolve(context, context.trailerInfo.Info)), accuse);
  judgeObjects(context, budget, accuse);
  judgeCatalog(catalog, accuse);
  const profile = judgeIntent(catalog, rules.profile, unpack, accuse);
  const pages = listPages(catalog, judging);
  judgeBoxes(pages, rules, accuse);
  judgeLabels(pages, accuse);
  judgeOutline(catalog, pages, budget, accuse);
  await judgeContents(catalog, pages, profile, judging);
  return pages.length;
}

function listPages(catalog: PDFDict, { budget, accuse, rules }: Judging): readonly PdfPage[] {
  const { pages, faults } = readPages(catalog, budget);
  for (const fault of faults) {
    accuse('damaged-file', {}, fault, 'have the file made anew');
  }
  const labels = readPageLabels(catalog, pages.length, budget);
  return pages.map((page, index) => ({ ...cutTo(page, rules.pageBox), label: labels[index] }));
}

/** The page as it is when one of its boxes is what is cut out of it. */
function cutTo(page: PdfPage, pageBox: BoxName | undefined): PdfPage {
  const trim = pageBox && page.boxes[pageBox];
  return trim ? { ...page, trim, bleed: page.boxes.BleedBox ?? trim } : page;
}

/** Runs every page, and judges each mark as it is made: memory holds none of them. */
async function judgeContents(
  catalog: PDFDict,
  pages: readonly PdfPage[],
  profile: Uint8Array | undefined,
  judging: Judging,
): Promise<void> {
  const { rules, tools, unpack, budget, accuse } = judging;
  const fonts = new Set<PdfFont>();
  const openFont = openFonts(unpack, budget);
  const readFont = (dict: PDFDict): PdfFont => {
    const font = openFont(dict);
    fonts.add(font);
    return font;
  };
  const judgeColor = openColorJudge(rules, profileTest(profile, unpack), accuse);
  const pictures = openPictureJudge(rules, accuse);
  const texts: Box[][] = [];
  for (const page of pages) {
    const here: Box[] = [];
    const beads = has(page.dict, 'B');
    const transparency = openTransparencyJudge(page, unpack, accuse);
    const mark = (mark: Mark): void => {
      judgeColor(mark);
      judgeSizes(mark, accuse);
      transparency.note(mark);
      if (mark.type === 'shading') judgeGradient(mark, rules.inkLimit, accuse);
      else if (mark.type === 'image') pictures.judge(mark);
      else if (mark.type === 'text' && beads && !mark.blank) here.push(mark.bounds);
    };
    runPage(page, { unpack, budget, readFont }, { mark, fault: accuse });
    transparency.judge();
    judgeAnnotations(page, accuse);
    texts.push(here);
  }
  judgeFonts(fonts, unpack, accuse);
  judgeThreads(catalog, pages, texts, budget, accuse);
  await pictures.judgeInk({ unpack, decodeJpeg: tools.decodeJpeg, budget });
}

/** Tells whether a space goes through the very profile of the output intent. */
function profileTest(profile: Uint8Array | undefined, unpack: Unpack): (space: ColorSpace) => boolean {
  // By stream: a space is read anew wherever content names it, and its profile must not be unpacked as often.
  const known = new Map<PDFRawStream, boolean>();
  return (space) => {
    if (space.type !== 'icc' || profile === undefined) return false;
    const before = known.get(space.profile);
    if (before !== undefined) return before;
    const unpacked = unpack(space.profile);
    const same = unpacked.type === 'unpacked' && sameBytes(unpacked.bytes, profile);
    known.set(space.profile, same);
    return same;
  };
}
