import type { Metadata, Sharp as Pipeline } from 'sharp';
import type { PixelRequest } from '../model/picture.js';
import { wrapCmykTiff } from './cmyk-tiff.js';
import { cropPixels } from './crop-pixels.js';
import { packBits } from './depth.kernel.js';
import { invert } from './invert.kernel.js';
import { layOnPaper } from './lay-on-paper.kernel.js';
import type { Sharp } from './load-sharp.js';
import { asInks, checkUpright, openPicture } from './open-picture.js';
import { asPixels, type Pixels, rawInput, type Samples, takeSamples } from './pixels.js';
import { hasAdobeMarker } from './read-jpeg.js';
import { readBeyond } from './read-tiff.js';

/*
 * Decodes a picture file: upright, cropped, scaled, as RGB on paper white or as inks, whichever the file has. All that
 * depends on the kind of file ends here.
 */

/** Decoded pixels, and the profile that says what their inks look like, where they are inks that have one. */
export interface DecodedPicture {
  readonly pixels: Pixels;
  readonly inkProfile: Uint8Array | undefined;
}

/** Decodes the part and size that are asked for. Throws where the data cannot be decoded. */
export async function decodePixels(sharp: Sharp, request: PixelRequest, bytes: Uint8Array): Promise<DecodedPicture> {
  const { input, metadata } = await openUpright(sharp, request, bytes);
  const isCmyk = metadata.space === 'cmyk';
  const pixels = needsLaying(metadata, request, bytes)
    ? await layAndScale(sharp, input, metadata, request, bytes)
    : await scaleAtOnce(input, metadata, request);
  // The decoder takes every CMYK JPEG for an inverted one.
  if (isCmyk && request.source.format === 'jpeg' && !hasAdobeMarker(bytes)) invert(pixels.bytes);
  return { pixels, inkProfile: isCmyk ? metadata.icc : undefined };
}

/** The rows of a part of a line-art picture: a bit a pixel, 1 for white, each row filled up to a whole byte. */
export async function decodeLineArt(sharp: Sharp, request: PixelRequest, bytes: Uint8Array): Promise<Samples> {
  const { input } = await openUpright(sharp, request, bytes);
  const gray = await takeSamples(input.toColourspace('b-w'), 'bytes');
  if (gray.channels !== 1) throw new Error(`it has ${gray.channels} channels`);
  return { ...gray, bytes: packBits(gray.bytes, gray.widthPx, gray.heightPx) };
}

async function openUpright(
  sharp: Sharp,
  request: PixelRequest,
  bytes: Uint8Array,
): Promise<{ readonly input: Pipeline; readonly metadata: Metadata }> {
  const input = openPicture(sharp, bytes, 'error');
  const metadata = await input.metadata();
  checkUpright(metadata, request.source);
  return { input: input.autoOrient().extract(cropPixels(request)), metadata };
}

/** Whether pixels must be laid on paper before they are scaled, because the engine would not do it or do it wrongly. */
function needsLaying({ space, channels, hasAlpha }: Metadata, { source }: PixelRequest, bytes: Uint8Array): boolean {
  if (source.format !== 'tiff' || !hasAlpha) return false;
  const isOneAlpha = channels === (space === 'cmyk' ? 5 : channels > 2 ? 4 : 2);
  return space === 'cmyk' || !isOneAlpha || readBeyond(bytes) === 'nothing';
}

async function scaleAtOnce(input: Pipeline, metadata: Metadata, request: PixelRequest): Promise<Pixels> {
  const scaled = scale(input, request);
  if (metadata.space === 'cmyk') return asPixels(await takeSamples(asInks(scaled), depthOf(metadata)));
  return asPixels(await takeSamples(scaled.flatten({ background: 'white' }).toColourspace('srgb'), 'bytes'));
}

/**
 * Lays on paper first and scales then. A selection that was saved with the picture is no transparency, though the engine
 * takes it for such, and would scale it into the colours.
 */
async function layAndScale(
  sharp: Sharp,
  input: Pipeline,
  metadata: Metadata,
  request: PixelRequest,
  bytes: Uint8Array,
): Promise<Pixels> {
  const isCmyk = metadata.space === 'cmyk';
  const samples = isCmyk
    ? await takeSamples(asInks(input), depthOf(metadata))
    : await takeSamples(input.toColourspace('srgb'), 'bytes');
  const channels = isCmyk ? 4 : 3;
  const laid = layOnPaper(samples.bytes, samples.channels, channels, readBeyond(bytes), isCmyk ? 0 : 255);
  const pixels: Pixels = { ...samples, channels, bytes: laid };
  if (!isCmyk) return asPixels(await takeSamples(scale(rawInput(sharp, pixels), request), 'bytes'));
  const tiff = sharp(wrapCmykTiff(pixels.bytes, pixels.widthPx, pixels.heightPx));
  return asPixels(await takeSamples(asInks(scale(tiff, request)), 'bytes'));
}

function scale(input: Pipeline, { widthPx, heightPx }: PixelRequest): Pipeline {
  return input.resize(widthPx, heightPx, { fit: 'fill', kernel: 'lanczos3' });
}

function depthOf({ depth }: Metadata): 'bytes' | 'deep' {
  return depth === 'ushort' ? 'deep' : 'bytes';
}
