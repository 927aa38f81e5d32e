/* Judges pages as sheets: their boxes, turn, scale, size and number. ISO 15930-7; ISO 32000-1, 14.11.2. */
import { formatLength, MM } from '../units/length.js';
import type { Size } from '../units/rect.js';
import { contains } from './box.js';
import type { Accuse } from './finding.js';
import type { PressRules } from './press-rules.js';
import { type PdfPage, pageOnly, trimSize } from './read-pages.js';

/** Judges all pages of a file. */
export function judgeBoxes(pages: readonly PdfPage[], rules: PressRules, accuse: Accuse): void {
  for (const page of pages) {
    judgePresence(page, accuse);
    judgeNesting(page, accuse);
    judgeTurn(page, accuse);
    judgeSize(page, pages[0] as PdfPage, rules, accuse);
  }
  judgeCount(pages.length, rules, accuse);
}

function judgePresence(page: PdfPage, accuse: Accuse): void {
  const { MediaBox, TrimBox, ArtBox } = page.boxes;
  const tell = (message: string, hint: string): void => accuse('page-box', pageOnly(page), message, hint);
  if (!MediaBox) tell('the page has no MediaBox', 'have the file made anew');
  if (!TrimBox && !ArtBox) tell('the page has no TrimBox', 'export it with the size of the finished page as TrimBox');
  if (TrimBox && ArtBox) tell('the page has both a TrimBox and an ArtBox', 'leave out the ArtBox');
}

function judgeNesting(page: PdfPage, accuse: Accuse): void {
  const { MediaBox, CropBox, BleedBox, TrimBox, ArtBox } = page.boxes;
  const finished = TrimBox ?? ArtBox;
  const tell = (inner: string, outer: string): void =>
    accuse(
      'page-box',
      pageOnly(page),
      `the ${inner} reaches out of the ${outer}`,
      'export the page with all its boxes inside one another',
    );
  if (finished && BleedBox && !contains(BleedBox, finished)) tell('TrimBox', 'BleedBox');
  if (MediaBox && BleedBox && !contains(MediaBox, BleedBox)) tell('BleedBox', 'MediaBox');
  if (MediaBox && finished && !BleedBox && !contains(MediaBox, finished)) tell('TrimBox', 'MediaBox');
  const cuts = CropBox && MediaBox && !contains(CropBox, MediaBox);
  if (cuts) accuse('crop-box', pageOnly(page), 'the CropBox cuts the page', 'leave out the CropBox');
}

function judgeTurn(page: PdfPage, accuse: Accuse): void {
  if (page.rotate % 360 !== 0) {
    accuse('page-turned', pageOnly(page), `the page is turned by ${page.rotate}°`, 'export it upright');
  }
  if (page.userUnit !== 1) {
    accuse(
      'page-turned',
      pageOnly(page),
      `the page is scaled by a UserUnit of ${page.userUnit}`,
      'export it at full size',
    );
  }
}

/** An advertisement may miss its slot by this much; a page of the paper is cut, and must be exact. */
const AD_PLAY = MM;
const PAGE_PLAY = 0.3;

function judgeSize(page: PdfPage, first: PdfPage, rules: PressRules, accuse: Accuse): void {
  const wanted = rules.trim ?? trimSize(first);
  const play = rules.kind === 'ad' && rules.trim !== undefined ? AD_PLAY : PAGE_PLAY;
  const { width, height } = trimSize(page);
  if (Math.abs(width - wanted.width) <= play && Math.abs(height - wanted.height) <= play) return;
  const owner = rules.trim === undefined ? 'the first page' : rules.kind === 'ad' ? 'its slot' : 'the paper';
  const message = `the page is ${describeSize({ width, height })}, and ${owner} is ${describeSize(wanted)}`;
  accuse('trim-size', pageOnly(page), message, 'export it at that size');
}

function describeSize({ width, height }: Size): string {
  return `${formatLength(width, 'mm')} × ${formatLength(height, 'mm')}`;
}

function judgeCount(count: number, { pageCounts }: PressRules, accuse: Accuse): void {
  if (pageCounts.length === 0 || pageCounts.includes(count)) return;
  accuse('page-count', {}, `the file has ${count} pages`, `the press folds ${pageCounts.join(', ')}`);
}
