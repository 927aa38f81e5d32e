/* Judges pictures: their resolution as printed, their shape, their ink, and whether they are the right way round. */

import type { DecodeJpeg } from '../model/preflight.js';
import { MIN_BITMAP_RESOLUTION } from '../model/press-limits.js';
import { apply, unitLengths } from '../units/matrix.js';
import { overlap } from './box.js';
import type { Budget } from './budget.js';
import { type ColorSpace, componentsOf, type Inks, inksOf, totalInk } from './color-space.js';
import type { Accuse } from './finding.js';
import { type InkReading, measureInk } from './image-ink.kernel.js';
import { percent, placeOfMark } from './judge-color.js';
import type { ImageMark } from './marks.js';
import { numbersAt } from './pdf-objects.js';
import { EXCESS_RESOLUTION, type PressRules } from './press-rules.js';
import { placeOn } from './read-pages.js';
import { filterNames, type Unpack } from './unpack-stream.js';

export interface PictureTools {
  readonly unpack: Unpack;
  readonly decodeJpeg: DecodeJpeg | undefined;
  readonly budget: Budget;
}

/** Judges the pictures of a file. */
export interface PictureJudge {
  /** Judges how a picture is placed, and notes it. */
  judge(mark: ImageMark): void;
  /** Judges the ink of all that were noted: each is decoded once, however often it is shown. */
  judgeInk(tools: PictureTools): Promise<void>;
}

export function openPictureJudge(rules: PressRules, accuse: Accuse): PictureJudge {
  const shown = new Map<ImageMark['dict'], ImageMark>();
  return {
    judge(mark) {
      judgeResolution(mark, rules, accuse);
      judgeNegative(mark, accuse);
      if (!shown.has(mark.dict) && overlap(mark.bounds, mark.page.bleed)) shown.set(mark.dict, mark);
    },
    async judgeInk(tools) {
      for (const mark of shown.values()) tellInk(mark, await inkOf(mark, rules.inkLimit, tools), rules, accuse);
    },
  };
}

/** Smaller than this, in pixels or in points, it is no picture but a trick of the page's maker. */
const LEAST_PIXELS = 16;
const LEAST_SIZE = 1;

function judgeResolution(mark: ImageMark, rules: PressRules, accuse: Accuse): void {
  const { across, up } = unitLengths(mark.matrix);
  if (mark.widthPx * mark.heightPx <= LEAST_PIXELS || Math.min(across, up) < LEAST_SIZE) return;
  const ppi = [(mark.widthPx / across) * 72, (mark.heightPx / up) * 72] as const;
  const low = Math.min(...ppi);
  const what = `${mark.name}, ${mark.widthPx} × ${mark.heightPx} pixels, has ${Math.round(low)} ppi`;
  const tell = (rule: 'low-resolution' | 'poor-resolution' | 'excess-resolution', hint: string): void =>
    accuse(rule, placeOfMark(mark), what, hint);
  if (mark.bits === 1) {
    const hint = `line work needs ${MIN_BITMAP_RESOLUTION} ppi: scan it finer, or show it smaller`;
    if (low < MIN_BITMAP_RESOLUTION - PLAY) tell('low-resolution', hint);
  } else if (low < rules.minResolution - PLAY)
    tell('low-resolution', `use one of at least ${rules.minResolution} ppi, or show it smaller`);
  else if (low < rules.goodResolution - PLAY) tell('poor-resolution', `${rules.goodResolution} ppi would be good`);
  else if (low > EXCESS_RESOLUTION) tell('excess-resolution', 'scale it down to 300 ppi: more is not printed');
  judgeShape(mark, Math.max(...ppi) / low, accuse);
}

const PLAY = 0.5;
const MOST_DISTORTION = 1.05;

function judgeShape(mark: ImageMark, ratio: number, accuse: Accuse): void {
  if (ratio <= MOST_DISTORTION) return;
  const message = `${mark.name} is stretched by ${Math.round((ratio - 1) * 100)} %`;
  accuse('distorted-picture', placeOfMark(mark), message, 'scale it alike both ways');
}

/** An Adobe marker says that inks are stored inverted. Without one, `Decode` turns sound inks over. */
function judgeNegative(mark: ImageMark, accuse: Accuse): void {
  if (mark.space === undefined || componentsOf(mark.space) !== 4 || filterNames(mark.dict).at(-1) !== 'DCTDecode')
    return;
  const inverts = numbersAt(mark.dict, 'Decode')?.[0] === 1;
  if (!inverts || hasAdobeMarker(mark.stream.contents)) return;
  const message = `${mark.name} is turned negative: its inks are not inverted, and Decode inverts them`;
  accuse('negative-jpeg', placeOfMark(mark), message, 'save it again as TIFF or JPEG, and place that');
}

function hasAdobeMarker(jpeg: Uint8Array): boolean {
  // An APP14 segment: FF EE, two bytes of length, then the name. It stands before the data.
  for (let at = 2; at + 9 < Math.min(jpeg.length, 1 << 20); at++) {
    if (jpeg[at] !== 0xff || jpeg[at + 1] !== 0xee) continue;
    if (String.fromCharCode(...jpeg.subarray(at + 4, at + 9)) === 'Adobe') return true;
  }
  return false;
}

type InkAnswer =
  | { readonly type: 'within' }
  | { readonly type: 'measured'; readonly reading: InkReading }
  | { readonly type: 'not-judged'; readonly why: string }
  | { readonly type: 'damaged' };

const WITHIN: InkAnswer = { type: 'within' };

async function inkOf(mark: ImageMark, limit: number, tools: PictureTools): Promise<InkAnswer> {
  if (mark.space === undefined || !canExceed(mark.space, limit)) return WITHIN;
  const samples = await samplesOf(mark, tools);
  if (!('bytes' in samples)) return samples;
  const { space, widthPx, heightPx, bits } = mark;
  const decode = numbersAt(mark.dict, 'Decode') ?? numbersAt(mark.dict, 'D');
  const components = componentsOf(space);
  tools.budget.spendSteps(Math.ceil((widthPx * heightPx) / PIXELS_PER_STEP));
  const image = { bytes: samples.bytes, widthPx, heightPx, bits: samples.bits ?? bits, components, decode };
  return {
    type: 'measured',
    reading: measureInk(image, space.type === 'indexed' ? paletteOf(space) : undefined, limit + INK_PLAY),
  };
}

/** Measuring is a tight loop: a hundred pixels cost what one operator does. */
const PIXELS_PER_STEP = 100;

/** A share of a hundredth of ink: a byte's step in each of four inks, and a JPEG's rounding. */
const INK_PLAY = 0.02;

/** Spaces of one ink, and palettes within the limit, need no look at the pixels. */
function canExceed(space: ColorSpace, limit: number): boolean {
  if (space.type === 'indexed') return paletteOf(space).some((ink) => ink > limit);
  if (space.type === 'icc') return space.components === 4;
  if (space.type === 'inks') return space.names.includes('All') || space.names.length > limit;
  return space.type === 'cmyk';
}

/** The total ink of each entry. */
function paletteOf(space: Extract<ColorSpace, { type: 'indexed' }>): readonly number[] {
  return Array.from({ length: Math.min(space.last, 255) + 1 }, (_, index) => {
    const inks: Inks | undefined = inksOf(space, [index]);
    return inks === undefined ? 0 : totalInk(inks);
  });
}

async function samplesOf(
  mark: ImageMark,
  { unpack, decodeJpeg }: PictureTools,
): Promise<{ readonly bytes: Uint8Array; readonly bits?: number } | InkAnswer> {
  const unpacked = unpack(mark.stream);
  if (unpacked.type === 'damaged' || unpacked.cutShort) return { type: 'damaged' };
  if (unpacked.coding === undefined) return { bytes: unpacked.bytes };
  if (unpacked.coding !== 'DCTDecode') return { type: 'not-judged', why: `${unpacked.coding} is not decoded here` };
  if (decodeJpeg === undefined) return { type: 'not-judged', why: 'there is no decoder for JPEG' };
  const jpeg = await decodeJpeg(unpacked.bytes);
  if (jpeg === undefined) return { type: 'damaged' };
  if (
    jpeg.components !== componentsOf(mark.space as ColorSpace) ||
    jpeg.widthPx !== mark.widthPx ||
    jpeg.heightPx !== mark.heightPx
  ) {
    return { type: 'damaged' };
  }
  return { bytes: jpeg.bytes, bits: 8 };
}

function tellInk(mark: ImageMark, answer: InkAnswer, rules: PressRules, accuse: Accuse): void {
  if (answer.type === 'damaged') {
    accuse(
      'damaged-file',
      placeOfMark(mark),
      `${mark.name} cannot be decoded, or is not as large as it says`,
      'place the picture again',
    );
  } else if (answer.type === 'not-judged') {
    accuse(
      'unjudged',
      placeOfMark(mark),
      `the ink of ${mark.name} was not measured: ${answer.why}`,
      'measure it in a proof',
    );
  } else if (answer.type === 'measured' && answer.reading.over > 0) {
    const { most, over, xShare, yShare, pixels } = answer.reading;
    const [x, y] = apply(mark.matrix, xShare, 1 - yShare);
    const share = Math.max(0.01, Math.round((over / pixels) * 10_000) / 100);
    const message = `${mark.name} has up to ${percent(most)} ink, over the limit on ${share} % of it`;
    accuse(
      'ink-limit',
      placeOn(mark.page, x, y),
      message,
      `convert it with a profile whose inks end at ${percent(rules.inkLimit)}`,
    );
  }
}
