import type { Report } from '../diagnostics/diagnostic.js';
import type { Sharpening } from '../model/paper.js';
import type { PixelRequest, PressBitmap, PressImage } from '../model/picture.js';
import { wrapCmykTiff } from './cmyk-tiff.js';
import { type DecodedPicture, decodeLineArt, decodePixels } from './decode-pixels.js';
import { reportTrouble } from './inspect-picture.js';
import { evenLimits, limitInk, lowerLimits } from './limit-ink.kernel.js';
import { loadSharp, type Sharp } from './load-sharp.js';
import { isNeutral, takeGray } from './neutral.kernel.js';
import { asInks, firstLine } from './open-picture.js';
import { JPEG_QUALITY } from './picture-key.js';
import { SEND_AGAIN, trouble } from './picture-shape.js';
import { asPixels, type Pixels, rawInput, takeSamples } from './pixels.js';
import { sharpen } from './sharpen.kernel.js';

/*
 * Makes a press picture of a picture file: decoded, turned upright, cropped, scaled, in the inks of the press, and
 * encoded anew without profile or metadata. Each step's pixels go to the next as plain bytes, since only so is it
 * certain that each conversion happens once.
 */

/** What the conversion must know of the press. */
export interface PressInks {
  /** The output profile (CMYK, class prtr) as a file path: the colour engine opens profiles only by itself. */
  readonly profilePath: string;
  /** The same file's bytes, to know pictures that are already in the press's own inks. */
  readonly profile: Uint8Array;
  /** Total ink allowed, 2.4 = 240 %. */
  readonly inkLimit: number;
  readonly sharpen: Sharpening;
}

/**
 * How often a picture is coded, at most, because JPEG ringing put ink over the limit. Pictures without deep shadows
 * need one round, most others two or three; what is over after the last is single pixels of black noise, by 1 or 2 %.
 */
const MOST_ROUNDS = 4;

/**
 * Converts a picture for the press. Line art stays as it is, black or paper. RGB goes to the press's CMYK by perceptual intent; gray pictures, also those saved
 * as RGB, become gray, for black ink alone; CMYK pictures go through their embedded profile, or keep their inks where
 * they have none. Transparency shows paper white. Nowhere more ink than the limit, measured on the coded picture.
 *
 * Gives `bad-picture` and undefined where the picture's data cannot be decoded. Throws where the profile cannot be
 * used: a paper with such a profile does not come this far.
 */
export async function convertPicture(
  request: PixelRequest,
  bytes: Uint8Array,
  inks: PressInks,
  report: Report,
): Promise<PressImage | PressBitmap | undefined> {
  const sharp = await loadSharp();
  const onDamage = (error: Error): undefined => {
    reportTrouble(trouble(`cannot be decoded: ${firstLine(error)}`, SEND_AGAIN), request.source, report);
    return undefined;
  };
  if (request.source.lineArt) {
    const art = await decodeLineArt(sharp, request, bytes).catch(onDamage);
    return art && { type: 'bitmap', request, rows: art.bytes, widthPx: art.widthPx, heightPx: art.heightPx };
  }
  const decoded = await decodePixels(sharp, request, bytes).catch(onDamage);
  return decoded && makeImage(sharp, decoded, request, inks);
}

async function makeImage(
  sharp: Sharp,
  { pixels: decoded, inkProfile }: DecodedPicture,
  request: PixelRequest,
  inks: PressInks,
): Promise<PressImage> {
  const pixels = await separate(sharp, await matchInks(sharp, decoded, inkProfile, inks), inks);
  const { widthPx, heightPx } = pixels;
  if (pixels.channels === 1) {
    const jpeg = await encodeGray(sharp, pixels);
    return { type: 'image', request, jpeg, widthPx, heightPx, components: 1, inverted: false };
  }
  const jpeg = await encodeInks(sharp, pixels, inks.inkLimit);
  return { type: 'image', request, jpeg, widthPx, heightPx, components: 4, inverted: true };
}

/**
 * Inks of another press, by their profile, turned into inks of this one, in one conversion. CMYK without a profile is
 * meant for this press as it is; and CMYK that carries this press's own profile needs nothing.
 */
async function matchInks(sharp: Sharp, pixels: Pixels, icc: Uint8Array | undefined, inks: PressInks): Promise<Pixels> {
  if (!icc || Buffer.from(icc).equals(inks.profile)) return pixels;
  const tagged = sharp(wrapCmykTiff(pixels.bytes, pixels.widthPx, pixels.heightPx, icc));
  const matched = asInks(tagged).withIccProfile(inks.profilePath, { attach: false });
  return asPixels(await takeSamples(matched, 'bytes'));
}

/** Takes a picture apart into the inks that print it, black alone where it is gray, and sharpens it where that is wanted. */
async function separate(sharp: Sharp, pixels: Pixels, inks: PressInks): Promise<Pixels> {
  const isGray = pixels.channels === 3 && isNeutral(pixels.bytes);
  const own: Pixels = isGray ? { ...pixels, channels: 1, bytes: takeGray(pixels.bytes) } : pixels;
  const sharpened =
    inks.sharpen === 'newsprint' ? { ...own, bytes: sharpen(own.bytes, own.widthPx, own.channels) } : own;
  return sharpened.channels === 3 ? toInks(sharp, sharpened, inks.profilePath) : sharpened;
}

/** RGB to the profile's CMYK. The output profile does it all: naming the colour space as well would convert twice. */
async function toInks(sharp: Sharp, pixels: Pixels, profilePath: string): Promise<Pixels> {
  const converted = asPixels(
    await takeSamples(rawInput(sharp, pixels).withIccProfile(profilePath, { attach: false }), 'bytes'),
  );
  // A profile that cannot be used is no error to the engine: the pixels come back as they were.
  if (converted.channels !== 4) throw new Error(`the profile "${profilePath}" does not convert RGB to CMYK`);
  return converted;
}

/** Gray prints as black ink: its tones, as sRGB has them, lie within 4 L* of what the profile makes of the same grays. */
async function encodeGray(sharp: Sharp, pixels: Pixels): Promise<Uint8Array> {
  return rawInput(sharp, pixels).toColourspace('b-w').jpeg({ quality: JPEG_QUALITY }).toBuffer();
}

/** Codes inks as JPEG until no block is over the ink limit. Works on the pixels in place. */
async function encodeInks(sharp: Sharp, pixels: Pixels, inkLimit: number): Promise<Uint8Array> {
  const { bytes, widthPx, heightPx } = pixels;
  const limits = evenLimits(widthPx, heightPx, inkLimit);
  for (let round = 1; ; round++) {
    limitInk(bytes, widthPx, limits);
    const jpeg = await encodeCmyk(sharp, pixels);
    if (round === MOST_ROUNDS) return jpeg;
    const decoded = await asInks(sharp(jpeg)).raw().toBuffer();
    if (lowerLimits(decoded, widthPx, inkLimit, limits) === 0) return jpeg;
  }
}

/** A CMYK JPEG with an Adobe marker, its inks inverted as that marker's convention has it. */
async function encodeCmyk(sharp: Sharp, { bytes, widthPx, heightPx }: Pixels): Promise<Uint8Array> {
  return asInks(sharp(wrapCmykTiff(bytes, widthPx, heightPx)))
    .jpeg({ quality: JPEG_QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer();
}
