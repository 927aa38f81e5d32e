import type { Sharp as Pipeline } from 'sharp';
import type { Report } from '../diagnostics/diagnostic.js';
import type { PictureRequest, PressPicture } from '../model/picture.js';
import { wrapCmykTiff } from './cmyk-tiff.js';
import { cropPixels } from './crop-pixels.js';
import { reportTrouble } from './inspect-picture.js';
import { invert } from './invert.kernel.js';
import { evenLimits, limitInk, lowerLimits } from './limit-ink.kernel.js';
import { loadSharp, type Sharp } from './load-sharp.js';
import { isNeutral, takeGray } from './neutral.kernel.js';
import { asInks, checkUpright, firstLine, openPicture } from './open-picture.js';
import { JPEG_QUALITY } from './picture-key.js';
import { SEND_AGAIN, trouble } from './picture-shape.js';
import { hasAdobeMarker } from './read-jpeg.js';

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
}

/** Decoded pixels on their way, interleaved, a byte a sample: 1 gray, 3 RGB, 4 inks (255 = solid). */
interface Pixels {
  readonly channels: 1 | 3 | 4;
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * How often a picture is coded, at most, because JPEG ringing put ink over the limit. Pictures without deep shadows
 * need one round, most others two or three; what is over after the last is single pixels of black noise, by 1 or 2 %.
 */
const MOST_ROUNDS = 4;

/**
 * Converts a picture for the press. RGB goes to the press's CMYK by perceptual intent; gray pictures, also those saved
 * as RGB, become gray, for black ink alone; CMYK pictures go through their embedded profile, or keep their inks where
 * they have none. Transparency shows paper white. Nowhere more ink than the limit, measured on the coded picture.
 *
 * Gives `bad-picture` and undefined where the picture's data cannot be decoded. Throws where the profile cannot be
 * used: a paper with such a profile does not come this far.
 */
export async function convertPicture(
  request: PictureRequest,
  bytes: Uint8Array,
  inks: PressInks,
  report: Report,
): Promise<PressPicture | undefined> {
  const sharp = await loadSharp();
  const decoded = await decode(sharp, request, bytes, inks).catch((error: Error) => {
    reportTrouble(trouble(`cannot be decoded: ${firstLine(error)}`, SEND_AGAIN), request.source, report);
  });
  if (!decoded) return undefined;
  const pixels = await separate(sharp, decoded, inks);
  const { widthPx, heightPx } = pixels;
  return pixels.channels === 1
    ? { request, jpeg: await encodeGray(sharp, pixels), widthPx, heightPx, components: 1, inverted: false }
    : {
        request,
        jpeg: await encodeInks(sharp, pixels, inks.inkLimit),
        widthPx,
        heightPx,
        components: 4,
        inverted: true,
      };
}

/** The picture upright, cropped and scaled, as RGB on paper white, or as inks where it came as CMYK. */
async function decode(sharp: Sharp, request: PictureRequest, bytes: Uint8Array, inks: PressInks): Promise<Pixels> {
  const input = openPicture(sharp, bytes, 'error');
  const metadata = await input.metadata();
  checkUpright(metadata, request.source);
  const scaled = input
    .autoOrient()
    .extract(cropPixels(request))
    .resize(request.widthPx, request.heightPx, { fit: 'fill', kernel: 'lanczos3' });
  if (metadata.space !== 'cmyk') return rawPixels(scaled.flatten({ background: 'white' }).toColourspace('srgb'));
  const stored = await rawPixels(asInks(scaled));
  // The decoder takes every CMYK JPEG for an inverted one.
  if (!hasAdobeMarker(bytes)) invert(stored.bytes);
  return matchInks(sharp, stored, metadata.icc, inks);
}

/**
 * Inks of another press, by their profile, turned into inks of this one, in one conversion. CMYK without a profile is
 * meant for this press as it is; and CMYK that carries this press's own profile needs nothing.
 */
async function matchInks(sharp: Sharp, pixels: Pixels, icc: Buffer | undefined, inks: PressInks): Promise<Pixels> {
  if (!icc || icc.equals(inks.profile)) return pixels;
  const tagged = sharp(wrapCmykTiff(pixels.bytes, pixels.widthPx, pixels.heightPx, icc));
  return rawPixels(asInks(tagged).withIccProfile(inks.profilePath, { attach: false }));
}

/** Takes a picture apart into the inks that print it: black alone where it is gray, else the four. */
async function separate(sharp: Sharp, pixels: Pixels, inks: PressInks): Promise<Pixels> {
  if (pixels.channels === 3 && isNeutral(pixels.bytes))
    return { ...pixels, channels: 1, bytes: takeGray(pixels.bytes) };
  return pixels.channels === 4 ? pixels : toInks(sharp, pixels, inks.profilePath);
}

/** RGB to the profile's CMYK. The output profile does it all: naming the colour space as well would convert twice. */
async function toInks(sharp: Sharp, pixels: Pixels, profilePath: string): Promise<Pixels> {
  const converted = await rawPixels(rawInput(sharp, pixels).withIccProfile(profilePath, { attach: false }));
  // A profile that cannot be used is no error to the engine: the pixels come back as they were.
  if (converted.channels !== 4) throw new Error(`the profile "${profilePath}" does not convert RGB to CMYK`);
  return converted;
}

async function rawPixels(pipeline: Pipeline): Promise<Pixels> {
  const { data, info } = await pipeline.raw().toBuffer({ resolveWithObject: true });
  const channels = info.channels;
  if (channels !== 3 && channels !== 4) throw new Error(`it has ${channels} channels`);
  return { channels, bytes: data, widthPx: info.width, heightPx: info.height };
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

function rawInput(sharp: Sharp, { bytes, widthPx, heightPx, channels }: Pixels): Pipeline {
  return sharp(bytes, { raw: { width: widthPx, height: heightPx, channels } });
}
