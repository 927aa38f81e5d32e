import type { Report } from '../diagnostics/diagnostic.js';
import type { PictureSource } from '../model/picture.js';
import { reportTrouble } from './inspect-picture.js';
import { loadSharp, type Sharp } from './load-sharp.js';
import { asInks, checkUpright, firstLine, openPicture, type Strictness } from './open-picture.js';
import { type PictureTrouble, SEND_AGAIN, trouble } from './picture-shape.js';

/*
 * Decodes a picture once to see that its data is what its headers promise, and throws the pixels away. A file can have
 * every header in its place and yet hold half a picture: closed by an end marker where a transfer broke off.
 */

/** Counts up with every change to what is found, so that no cache vouches for a picture by an older look at it. */
const VERIFICATION = 1;

/** Names the fact that a picture was found sound, for a cache on disk. Made of [0-9a-z-] and good as a file name. */
export function soundnessKey(source: PictureSource): string {
  return `${source.hash}-sound-v${VERIFICATION}`;
}

/**
 * Gives true where the whole picture can be decoded, else `bad-picture` and false. Damage that leaves a decodable
 * stream shows as wrong colours and is found by nobody; and a JPEG's last row of blocks may be short unseen.
 */
export async function verifyPicture(source: PictureSource, bytes: Uint8Array, report: Report): Promise<boolean> {
  const sharp = await loadSharp();
  const found = await findDamage(sharp, source, bytes);
  if (found) reportTrouble(found, source, report);
  return found === undefined;
}

async function findDamage(sharp: Sharp, source: PictureSource, bytes: Uint8Array): Promise<PictureTrouble | undefined> {
  if (source.format === 'jpeg') {
    const doubt = await decodeAll(sharp, source, bytes, 'warning');
    if (doubt === undefined) return undefined;
    if (DAMAGE.test(doubt.message)) return trouble('ends in the middle of the picture data, or is damaged', SEND_AGAIN);
  }
  // Doubts of other kinds are common and harmless: stray bytes between segments, colour profiles not quite in form.
  const failure = await decodeAll(sharp, source, bytes, 'error');
  return failure && trouble(`cannot be decoded: ${firstLine(failure)}`, SEND_AGAIN);
}

/** What libjpeg's warnings say where picture data is missing or wrong; decoders fill the rest with gray and go on. */
const DAMAGE = /premature end|bad Huffman code|instead of RST/;

/** Decodes every row, and gives the error where that fails. */
async function decodeAll(
  sharp: Sharp,
  source: PictureSource,
  bytes: Uint8Array,
  strictness: Strictness,
): Promise<Error | undefined> {
  try {
    const input = openPicture(sharp, bytes, strictness);
    const metadata = await input.metadata();
    checkUpright(metadata, source);
    // An extract before the scaling keeps the decoder from skipping rows; the scaling keeps the pixels few.
    const { width, height } = metadata;
    const small = input
      .extract({ left: 0, top: 0, width, height })
      .resize(Math.ceil(width / 8), Math.ceil(height / 8), { fit: 'fill', kernel: 'nearest' });
    await (metadata.space === 'cmyk' ? asInks(small) : small.toColourspace('srgb')).raw().toBuffer();
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
