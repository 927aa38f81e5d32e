/*
 * In: the catalog. Out: the pages in order, with what they inherit (ISO 32000-1, 7.7.3.4). A tree that runs in circles,
 * or lists a page twice, is read as far as it makes sense.
 */
import { PDFArray, type PDFDict, PDFRef } from '@cantoo/pdf-lib';
import { MM } from '../units/length.js';
import type { Size } from '../units/rect.js';
import { type Box, boxBetween } from './box.js';
import { BeyondLimits, type Budget, MOST_PAGES } from './budget.js';
import type { FindingPlace } from './finding.js';
import { asDict, asNumber, at, type Entry, numberAt, numbersOf, resolve, unresolved } from './pdf-objects.js';

/** The boxes of a page, where they are given and are four numbers. */
export type BoxName = 'MediaBox' | 'CropBox' | 'BleedBox' | 'TrimBox' | 'ArtBox';

export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly label: string | undefined;
  readonly ref: PDFRef | undefined;
  readonly dict: PDFDict;
  readonly resources: PDFDict | undefined;
  readonly boxes: Readonly<Partial<Record<BoxName, Box>>>;
  /** What is cut out and read: the TrimBox, or the next best. Places are counted from its top left. */
  readonly trim: Box;
  /** How far ink may run: the BleedBox, or the trim. */
  readonly bleed: Box;
  /** Degrees. */
  readonly rotate: number;
  readonly userUnit: number;
}

export interface PageList {
  readonly pages: readonly PdfPage[];
  /** What is wrong with the tree, in words. */
  readonly faults: readonly string[];
}

const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;
type Inherited = Readonly<Partial<Record<(typeof INHERITED)[number], Entry>>>;

const MOST_LEVELS = 64;

/** Lists the pages, without their labels, which can be read once it is known how many pages there are. */
export function readPages(catalog: PDFDict, budget: Budget): PageList {
  const pages: PdfPage[] = [];
  const faults: string[] = [];
  const seen = new Set<PDFDict>();
  const visit = (entry: Entry, above: Inherited, level: number): void => {
    const node = asDict(resolve(catalog.context, entry));
    budget.spendSteps(1);
    if (node === undefined) return void faults.push('the page tree names a page that is not there');
    if (seen.has(node)) return void faults.push('the page tree lists a page twice, or runs in a circle');
    if (level > MOST_LEVELS) return void faults.push(`the page tree is more than ${MOST_LEVELS} levels deep`);
    seen.add(node);
    const values = inherit(node, above);
    const kids = at(node, 'Kids');
    if (kids === undefined) {
      if (pages.length >= MOST_PAGES) throw new BeyondLimits(`it has more than ${MOST_PAGES} pages`);
      pages.push(makePage(node, entry instanceof PDFRef ? entry : undefined, values, pages.length));
      return;
    }
    for (const kid of kids instanceof PDFArray ? kids.asArray() : []) visit(kid, values, level + 1);
  };
  const root = unresolved(catalog, 'Pages');
  if (root !== undefined) visit(root, {}, 0);
  if (pages.length === 0) faults.push('it has no page');
  return { pages, faults };
}

function inherit(node: PDFDict, above: Inherited): Inherited {
  return Object.fromEntries(INHERITED.map((key) => [key, at(node, key) ?? above[key]]));
}

function makePage(dict: PDFDict, ref: PDFRef | undefined, values: Inherited, index: number): PdfPage {
  const boxes = {
    ...boxAt(dict, 'MediaBox', values.MediaBox),
    ...boxAt(dict, 'CropBox', values.CropBox),
    ...boxAt(dict, 'BleedBox', at(dict, 'BleedBox')),
    ...boxAt(dict, 'TrimBox', at(dict, 'TrimBox')),
    ...boxAt(dict, 'ArtBox', at(dict, 'ArtBox')),
  };
  const trim = boxes.TrimBox ?? boxes.ArtBox ?? boxes.CropBox ?? boxes.MediaBox ?? LETTER;
  return {
    number: index + 1,
    label: undefined,
    ref,
    dict,
    resources: asDict(resolve(dict.context, values.Resources)),
    boxes,
    trim,
    bleed: boxes.BleedBox ?? trim,
    rotate: asNumber(resolve(dict.context, values.Rotate)) ?? 0,
    userUnit: numberAt(dict, 'UserUnit') ?? 1,
  };
}

/** What readers take where a page has no box at all. */
const LETTER: Box = [0, 0, 612, 792];

function boxAt(dict: PDFDict, name: BoxName, entry: Entry): Partial<Record<BoxName, Box>> {
  const numbers = numbersOf(dict.context, resolve(dict.context, entry));
  if (numbers?.length !== 4) return {};
  return { [name]: boxBetween(numbers as unknown as Box) };
}

/** A place on a page, as people measure it: in millimetres from the top left of the trim. `x`, `y`: points, y up. */
export function placeOn(page: PdfPage, x: number, y: number): FindingPlace {
  const round = (points: number): number => Math.round((points / MM) * 10) / 10 + 0;
  return { ...pageOnly(page), xMm: round(x - page.trim[0]), yMm: round(page.trim[3] - y) };
}

/** The page as a whole. */
export function pageOnly(page: PdfPage): FindingPlace {
  return { page: page.number, ...(page.label !== undefined && { label: page.label }) };
}

/** The trim's size. */
export function trimSize(page: PdfPage): Size {
  return { width: page.trim[2] - page.trim[0], height: page.trim[3] - page.trim[1] };
}
